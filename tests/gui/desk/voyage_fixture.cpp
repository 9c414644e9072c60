// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/desk/voyage_fixture.hpp"

#include "core/geo/geodesic.hpp"

#include <array>
#include <cmath>

namespace fairlead::gui::test {

namespace {

constexpr int track_pieces = 40;

route::Leg leg_between(const VoyagePoint& from, const VoyagePoint& to, std::size_t number,
                       Instant departure, double slowness) {
    const auto line = geo::geodesic_inverse(from.position, to.position);
    route::Leg leg;
    leg.distance = line.distance;
    leg.initial_bearing = line.initial_bearing;
    leg.departure = departure;
    leg.mean_speed = Speed::knots((14.0 - 4.0 * static_cast<double>(number)) / slowness);
    leg.arrival = departure + leg.distance / leg.mean_speed;
    leg.mean_concentration = 0.2 * static_cast<double>(number);
    leg.max_concentration = 0.3 * static_cast<double>(number);
    leg.max_thickness_m = 0.5 * static_cast<double>(number);
    leg.min_rio = 30.0 - 17.0 * static_cast<double>(number);
    leg.fuel_t = 0.05 * leg.distance.in_nautical_miles() * slowness;
    leg.co2_t = 3.1 * leg.fuel_t;
    leg.risk = 2.0 * static_cast<double>(number) / slowness;
    leg.min_depth_m = 210.0 - 90.0 * static_cast<double>(number);
    return leg;
}

void add_track(route::Route& route, const VoyagePoint& from, const route::Leg& leg) {
    const geo::GeodesicLine line(from.position, route.waypoints[route.legs.size()].position);
    const double done = route.totals.distance.in_nautical_miles();
    for (int i = route.track.empty() ? 0 : 1; i <= track_pieces; ++i) {
        const double share = static_cast<double>(i) / track_pieces;
        const double hump = std::sin(3.0 * share);
        route::TrackPoint point;
        point.position = line.at(leg.distance * share);
        point.time = leg.departure + between(leg.departure, leg.arrival) * share;
        point.distance_nmi = done + share * leg.distance.in_nautical_miles();
        point.speed_kn = leg.mean_speed.in_knots();
        point.concentration = leg.max_concentration * hump;
        point.thickness_m = leg.max_thickness_m * hump;
        point.rio = 30.0 + (leg.min_rio - 30.0) * hump;
        if (share < 0.4 || share > 0.5) { // where nobody has sounded
            point.depth_m = *leg.min_depth_m + 80.0 * (1.0 - hump);
        }
        route.track.push_back(point);
    }
}

rules::Finding finding(const char* code, rules::Severity severity, const route::Route& route,
                       std::size_t track_point) {
    rules::Finding made;
    made.code = code;
    made.severity = severity;
    made.rule = "POLARIS, MSC.1/Circ.1519 table 1.1";
    made.position = route.track[track_point].position;
    made.time = route.track[track_point].time;
    return made;
}

std::vector<rules::Finding> findings_on(const route::Route& route) {
    std::vector<rules::Finding> findings;
    auto elevated = finding("polaris.elevated_risk", rules::Severity::warning, route, 100);
    elevated.message = "RIO -4.0: elevated risk, speed limited to 5 kn";
    elevated.margin = 6.0;
    elevated.remedy = "reduce speed, or take an escort";
    findings.push_back(elevated);
    auto depth = finding("ukc.depth_unknown", rules::Severity::caution, route, 20);
    depth.rule = "under-keel clearance";
    depth.subject = "sea_floor_depth";
    depth.message = "the depth is not known on 41 nm";
    depth.extent = Length::nautical_miles(41.0);
    findings.push_back(depth);
    rules::Finding fill;
    fill.code = "data.filled";
    fill.rule = "data";
    fill.subject = "sea_ice_concentration";
    fill.message = "sea_ice_concentration is the nearest valid value";
    findings.push_back(fill);
    auto zone = finding("zone.closed", rules::Severity::violation, route, 115);
    zone.rule = "exclusion area";
    zone.subject = "Northern bank";
    zone.message = "the route enters the closed area Northern bank";
    zone.remedy = "plan again: planning keeps out of it";
    findings.push_back(zone);
    return findings;
}

} // namespace

Voyage planned_voyage() {
    Voyage voyage;
    voyage.name = "Murmansk to Pevek";
    voyage.vessel = "no_such_ship";
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    const std::array<std::pair<double, double>, 4> places{
        {{68.981, 33.047}, {77.0, 68.5}, {78.2, 104.0}, {69.7, 170.25}}};
    for (const auto& [latitude, longitude] : places) {
        VoyagePoint point;
        point.id = free_id(voyage);
        point.position = geo::Position::degrees(latitude, longitude);
        point.is_fixed = voyage.points.empty() || voyage.points.size() + 1 == places.size();
        point.is_leg_found = true;
        voyage.points.push_back(point);
    }
    voyage.points.front().name = "Murmansk";
    voyage.points.back().name = "Pevek";
    return voyage;
}

Candidate candidate(const Voyage& voyage, cost::ObjectiveKind objective, double slowness) {
    route::Route route;
    route.objective.kind = objective;
    route.departure = route.arrival = voyage.departure;
    for (const auto& point : voyage.points) {
        route.waypoints.push_back({point.position, point.name});
    }
    for (std::size_t i = 1; i < voyage.points.size(); ++i) {
        auto leg =
            leg_between(voyage.points[i - 1], voyage.points[i], i - 1, route.arrival, slowness);
        route.legs.push_back(leg);
        add_track(route, voyage.points[i - 1], leg);
        route.arrival = leg.arrival;
        route.totals.distance += leg.distance;
        route.totals.fuel_t += leg.fuel_t;
        route.totals.co2_t += leg.co2_t;
        route.totals.risk += leg.risk;
        route.totals.min_rio = std::min(route.totals.min_rio, leg.min_rio);
    }
    route.totals.duration = between(route.departure, route.arrival);
    route.totals.cost = route.totals.duration.in_hours();
    route.lower_bound = 0.98 * route.totals.cost;
    auto result = std::make_shared<plan::PlanResult>();
    result->findings = findings_on(route);
    result->place_waypoints = {0, route.waypoints.size() - 1};
    result->outcome = std::move(route);
    return {objective, std::move(result), planning_inputs(voyage, objective), {}, true};
}

Candidate refused_candidate(const Voyage& voyage, cost::ObjectiveKind objective) {
    plan::NoRoute none;
    none.reason = "ice stops the ship in the Vilkitsky Strait";
    rules::Finding block;
    block.code = "polaris.not_permitted";
    block.severity = rules::Severity::violation;
    block.rule = "POLARIS, MSC.1/Circ.1519 table 1.1";
    block.message = "RIO -14.0 is below -10: operation is not permitted";
    block.position = voyage.points.back().position;
    block.time = voyage.departure + Duration::hours(120.0);
    block.margin = -4.0;
    none.blocking.push_back(block);
    none.farthest = voyage.points.front().position;
    none.farthest_time = voyage.departure + Duration::hours(100.0);
    none.farthest_remaining = Length::nautical_miles(1200.0);
    none.account = {"the strait stays closed until 2030-08-24"};
    none.remedies = {{plan::RemedyKind::leave_later,
                      "leaving 14 days later, on 2030-08-24T00:00:00Z, finds a way",
                      Duration::hours(336.0)},
                     {plan::RemedyKind::stronger_ship,
                      "a ship of ice class PC3 with the same speed in ice would get through"}};
    auto result = std::make_shared<plan::PlanResult>();
    result->outcome = std::move(none);
    return {objective, std::move(result), planning_inputs(voyage, objective), {}, true};
}

void open_planned(VoyageSession& session, const Voyage& voyage) {
    session.open(voyage);
    std::vector<Candidate> candidates;
    candidates.push_back(candidate(voyage, cost::ObjectiveKind::time, 1.0));
    candidates.push_back(candidate(voyage, cost::ObjectiveKind::fuel, 1.25));
    candidates.push_back(refused_candidate(voyage, cost::ObjectiveKind::risk));
    session.adopt(std::move(candidates));
}

} // namespace fairlead::gui::test
