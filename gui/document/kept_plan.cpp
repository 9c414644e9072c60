// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/kept_plan.hpp"

#include "gui/document/json_names.hpp"
#include "gui/document/limits.hpp"
#include "gui/document/voyage_json.hpp"

#include <QCoreApplication>

#include <utility>
#include <variant>

namespace fairlead::gui {

namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(KeptPlan)
};

constexpr JsonMembers::Range bearings_deg{0.0, 360.0};
/// Nothing that a voyage takes or costs is more than that, in any unit.
constexpr JsonMembers::Range amounts{0.0, 1e15};
constexpr JsonMembers::Range signed_amounts{-1e15, 1e15};
constexpr JsonMembers::Range delays_h{0.0, 24.0 * 3660.0};

constexpr Names<geo::EdgeKind, 2> edge_kinds{
    {{geo::EdgeKind::geodesic, "great_circle"}, {geo::EdgeKind::rhumb_line, "rhumb_line"}}};
constexpr Names<rules::Severity, 4> severities{{{rules::Severity::info, "info"},
                                                {rules::Severity::caution, "caution"},
                                                {rules::Severity::warning, "warning"},
                                                {rules::Severity::violation, "violation"}}};
constexpr Names<plan::RemedyKind, 14> remedy_kinds{
    {{plan::RemedyKind::leave_later, "leave_later"},
     {plan::RemedyKind::hold_data, "hold_data"},
     {plan::RemedyKind::stronger_ship, "stronger_ship"},
     {plan::RemedyKind::less_draught, "less_draught"},
     {plan::RemedyKind::without_zones, "without_zones"},
     {plan::RemedyKind::smaller_cells, "smaller_cells"},
     {plan::RemedyKind::wider_grid, "wider_grid"},
     {plan::RemedyKind::later_data, "later_data"},
     {plan::RemedyKind::missing_data, "missing_data"},
     {plan::RemedyKind::data_elsewhere, "data_elsewhere"},
     {plan::RemedyKind::farther_from_coast, "farther_from_coast"},
     {plan::RemedyKind::fill_pole_hole, "fill_pole_hole"},
     {plan::RemedyKind::free_leg, "free_leg"},
     {plan::RemedyKind::other_place, "other_place"}}};

QString time_text(Instant time) {
    return to_qt(format_instant(time));
}

void insert_position(QJsonObject& json, const geo::Position& position) {
    json.insert(QStringLiteral("latitude_deg"), position.latitude_deg());
    json.insert(QStringLiteral("longitude_deg"), position.longitude_deg());
}

std::optional<geo::Position> read_optional_position(JsonMembers& members) {
    return members.has("latitude_deg") ? std::optional(members.position()) : std::nullopt;
}

/// One of each element of a list of objects.
template <class Read>
auto read_list(JsonMembers& members, const char* name, const Read& read) {
    std::vector<decltype(read(members))> list;
    const auto array = members.array(name);
    if (array.size() > static_cast<qsizetype>(most_points)) {
        members.refuse(name, PlanWords::tr("a list of %1").arg(array.size()),
                       PlanWords::tr("one of %1 at most").arg(most_points));
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto element = members.element(name, i, array[i]);
        list.push_back(read(element));
    }
    return list;
}

std::vector<std::string> read_texts(JsonMembers& members, const char* name) {
    std::vector<std::string> texts;
    for (const auto& text : members.array(name)) {
        texts.push_back(members.checked_text(name, text).toStdString());
    }
    return texts;
}

// ---------------------------------------------------------------- findings

QJsonObject finding_to_json(const rules::Finding& finding) {
    QJsonObject json{{QStringLiteral("code"), to_qt(finding.code)},
                     {QStringLiteral("severity"), name_of(finding.severity, severities)},
                     {QStringLiteral("rule"), to_qt(finding.rule)},
                     {QStringLiteral("message"), to_qt(finding.message)},
                     {QStringLiteral("remedy"), to_qt(finding.remedy)},
                     {QStringLiteral("subject"), to_qt(finding.subject)}};
    if (finding.position) {
        insert_position(json, *finding.position);
    }
    if (finding.time) {
        json.insert(QStringLiteral("time"), time_text(*finding.time));
    }
    if (finding.margin) {
        json.insert(QStringLiteral("margin"), *finding.margin);
    }
    if (finding.extent) {
        json.insert(QStringLiteral("extent_m"), finding.extent->in_metres());
    }
    return json;
}

rules::Finding finding_from_json(JsonMembers& members) {
    rules::Finding finding;
    finding.code = members.text("code").toStdString();
    finding.severity = read_name(members, "severity", severities);
    finding.rule = members.text("rule").toStdString();
    finding.message = members.text("message").toStdString();
    finding.remedy = members.text("remedy").toStdString();
    finding.subject = members.text("subject").toStdString();
    finding.position = read_optional_position(members);
    finding.time = members.optional_instant("time");
    finding.margin = members.optional_number("margin", signed_amounts);
    if (const auto extent_m = members.optional_number("extent_m", amounts)) {
        finding.extent = Length::metres(*extent_m);
    }
    return finding;
}

QJsonArray findings_to_json(const std::vector<rules::Finding>& findings) {
    QJsonArray array;
    for (const auto& finding : findings) {
        array.append(finding_to_json(finding));
    }
    return array;
}

// ---------------------------------------------------------------- a route

QJsonObject waypoint_to_json(const route::Route& route, std::size_t index) {
    const auto& waypoint = route.waypoints[index];
    QJsonObject json{{QStringLiteral("name"), to_qt(waypoint.name)},
                     {QStringLiteral("arrive_by"), name_of(waypoint.arrive_by, edge_kinds)}};
    insert_position(json, waypoint.position);
    if (!route.leave_not_before.empty() && route.leave_not_before[index]) {
        json.insert(QStringLiteral("leave_not_before"), time_text(*route.leave_not_before[index]));
    }
    return json;
}

QJsonObject leg_to_json(const route::Leg& leg) {
    QJsonObject json{{QStringLiteral("distance_m"), leg.distance.in_metres()},
                     {QStringLiteral("initial_bearing_deg"), leg.initial_bearing.in_degrees()},
                     {QStringLiteral("departure"), time_text(leg.departure)},
                     {QStringLiteral("arrival"), time_text(leg.arrival)},
                     {QStringLiteral("waiting_s"), leg.waiting.in_seconds()},
                     {QStringLiteral("mean_speed_mps"), leg.mean_speed.in_metres_per_second()},
                     {QStringLiteral("mean_concentration"), leg.mean_concentration},
                     {QStringLiteral("max_concentration"), leg.max_concentration},
                     {QStringLiteral("max_thickness_m"), leg.max_thickness_m},
                     {QStringLiteral("min_rio"), leg.min_rio},
                     {QStringLiteral("fuel_t"), leg.fuel_t},
                     {QStringLiteral("co2_t"), leg.co2_t},
                     {QStringLiteral("risk_h"), leg.risk}};
    if (leg.min_depth_m) {
        json.insert(QStringLiteral("min_depth_m"), *leg.min_depth_m);
    }
    return json;
}

route::Leg leg_from_json(JsonMembers& members) {
    constexpr JsonMembers::Range shares{0.0, 1.0};
    route::Leg leg;
    leg.distance = Length::metres(members.number("distance_m", amounts));
    leg.initial_bearing =
        geo::Bearing::degrees(members.number("initial_bearing_deg", bearings_deg));
    leg.departure = members.instant("departure");
    leg.arrival = members.instant("arrival");
    leg.waiting = Duration::seconds(members.number("waiting_s", amounts));
    leg.mean_speed = Speed::metres_per_second(members.number("mean_speed_mps", amounts));
    leg.mean_concentration = members.number("mean_concentration", shares);
    leg.max_concentration = members.number("max_concentration", shares);
    leg.max_thickness_m = members.number("max_thickness_m", amounts);
    leg.min_rio = members.number("min_rio", signed_amounts);
    leg.fuel_t = members.number("fuel_t", amounts);
    leg.co2_t = members.number("co2_t", amounts);
    leg.risk = members.number("risk_h", amounts);
    leg.min_depth_m = members.optional_number("min_depth_m", signed_amounts);
    return leg;
}

QJsonObject wait_to_json(const route::Wait& wait) {
    QJsonObject json{{QStringLiteral("from"), time_text(wait.from)},
                     {QStringLiteral("until"), time_text(wait.until)},
                     {QStringLiteral("reason"), to_qt(wait.reason)},
                     {QStringLiteral("intended"), wait.intended}};
    insert_position(json, wait.position);
    return json;
}

route::Wait wait_from_json(JsonMembers& members) {
    route::Wait wait;
    wait.position = members.position();
    wait.from = members.instant("from");
    wait.until = members.instant("until");
    wait.reason = members.text("reason").toStdString();
    wait.intended = members.flag("intended");
    return wait;
}

QJsonObject totals_to_json(const route::Totals& totals) {
    return {{QStringLiteral("distance_m"), totals.distance.in_metres()},
            {QStringLiteral("duration_s"), totals.duration.in_seconds()},
            {QStringLiteral("waiting_s"), totals.waiting.in_seconds()},
            {QStringLiteral("fuel_t"), totals.fuel_t},
            {QStringLiteral("co2_t"), totals.co2_t},
            {QStringLiteral("risk_h"), totals.risk},
            {QStringLiteral("money"), totals.money},
            {QStringLiteral("min_rio"), totals.min_rio},
            {QStringLiteral("cost"), totals.cost}};
}

route::Totals totals_from_json(JsonMembers members) {
    route::Totals totals;
    totals.distance = Length::metres(members.number("distance_m", amounts));
    totals.duration = Duration::seconds(members.number("duration_s", amounts));
    totals.waiting = Duration::seconds(members.number("waiting_s", amounts));
    totals.fuel_t = members.number("fuel_t", amounts);
    totals.co2_t = members.number("co2_t", amounts);
    totals.risk = members.number("risk_h", amounts);
    totals.money = members.number("money", amounts);
    totals.min_rio = members.number("min_rio", signed_amounts);
    totals.cost = members.number("cost", amounts);
    return totals;
}

QJsonObject route_to_json(const route::Route& route, const std::vector<std::size_t>& places) {
    QJsonArray waypoints;
    for (std::size_t i = 0; i < route.waypoints.size(); ++i) {
        waypoints.append(waypoint_to_json(route, i));
    }
    QJsonArray legs;
    for (const auto& leg : route.legs) {
        legs.append(leg_to_json(leg));
    }
    QJsonArray waits;
    for (const auto& wait : route.waits) {
        waits.append(wait_to_json(wait));
    }
    QJsonArray place_waypoints;
    for (const auto place : places) {
        place_waypoints.append(static_cast<qint64>(place));
    }
    QJsonObject json{{QStringLiteral("waypoints"), waypoints},
                     {QStringLiteral("legs"), legs},
                     {QStringLiteral("waits"), waits},
                     {QStringLiteral("places"), place_waypoints},
                     {QStringLiteral("departure"), time_text(route.departure)},
                     {QStringLiteral("arrival"), time_text(route.arrival)},
                     {QStringLiteral("totals"), totals_to_json(route.totals)},
                     {QStringLiteral("graph_cost"), route.graph_cost},
                     {QStringLiteral("exact_search"), route.exact_search}};
    if (route.lower_bound) {
        json.insert(QStringLiteral("lower_bound"), *route.lower_bound);
    }
    return json;
}

void read_waypoints(JsonMembers& members, route::Route& route) {
    bool is_holding = false;
    route.waypoints = read_list(members, "waypoints", [&](JsonMembers& element) {
        route::Waypoint waypoint;
        waypoint.position = element.position();
        waypoint.name = element.text("name").toStdString();
        waypoint.arrive_by = read_name(element, "arrive_by", edge_kinds);
        route.leave_not_before.push_back(element.optional_instant("leave_not_before"));
        is_holding = is_holding || route.leave_not_before.back();
        return waypoint;
    });
    if (!is_holding) {
        route.leave_not_before.clear();
    }
}

/// @param count of the places that were asked for.
std::vector<std::size_t> read_places(JsonMembers& members, std::size_t waypoints,
                                     std::size_t count) {
    std::vector<std::size_t> places;
    for (const auto& value : members.array("places")) {
        const auto place = static_cast<std::size_t>(value.toInt(-1));
        if (place >= waypoints || (!places.empty() && place <= places.back())) {
            members.refuse("places", PlanWords::tr("a list with a place that is not there"),
                           PlanWords::tr("one of waypoints in their order"));
        }
        places.push_back(place);
    }
    if (places.size() != count) {
        members.refuse("places", PlanWords::tr("a list of %1").arg(places.size()),
                       PlanWords::tr("one of the %1 places of the voyage").arg(count));
    }
    return places;
}

void read_route(JsonMembers& members, const Voyage& made_for, route::Route& route) {
    constexpr std::size_t fewest_waypoints = 2;
    route.id = "1";
    route.objective.kind = made_for.objectives.front();
    route.objective.prices = {made_for.prices.per_hour, made_for.prices.per_tonne_fuel,
                              made_for.prices.per_risk, made_for.prices.per_tonne_co2};
    read_waypoints(members, route);
    if (route.waypoints.size() < fewest_waypoints) {
        members.refuse("waypoints", PlanWords::tr("a list of %1").arg(route.waypoints.size()),
                       PlanWords::tr("one of two at least"));
    }
    route.legs = read_list(members, "legs", leg_from_json);
    if (route.legs.size() + 1 != route.waypoints.size()) {
        members.refuse("legs", PlanWords::tr("a list of %1").arg(route.legs.size()),
                       PlanWords::tr("one of the %1 legs between the waypoints")
                           .arg(route.waypoints.size() - 1));
    }
    route.waits = read_list(members, "waits", wait_from_json);
    route.departure = members.instant("departure");
    route.arrival = members.instant("arrival");
    if (route.arrival < route.departure) {
        members.refuse("arrival", time_text(route.arrival),
                       PlanWords::tr("a time after the departure"));
    }
    route.totals = totals_from_json(members.object("totals"));
    route.graph_cost = members.number("graph_cost", amounts);
    route.exact_search = members.flag("exact_search");
    route.lower_bound = members.optional_number("lower_bound", amounts);
}

// ---------------------------------------------------------------- no route

QJsonObject none_to_json(const plan::NoRoute& none) {
    QJsonArray account;
    for (const auto& line : none.account) {
        account.append(to_qt(line));
    }
    QJsonArray remedies;
    for (const auto& remedy : none.remedies) {
        QJsonObject json{{QStringLiteral("kind"), name_of(remedy.kind, remedy_kinds)},
                         {QStringLiteral("sentence"), to_qt(remedy.sentence)}};
        if (remedy.later) {
            json.insert(QStringLiteral("later_h"), remedy.later->in_hours());
        }
        remedies.append(json);
    }
    QJsonObject json{{QStringLiteral("reason"), to_qt(none.reason)},
                     {QStringLiteral("blocking"), findings_to_json(none.blocking)},
                     {QStringLiteral("remaining_m"), none.farthest_remaining.in_metres()},
                     {QStringLiteral("account"), account},
                     {QStringLiteral("remedies"), remedies}};
    if (none.farthest) {
        insert_position(json, *none.farthest);
    }
    if (none.farthest_time) {
        json.insert(QStringLiteral("time"), time_text(*none.farthest_time));
    }
    return json;
}

plan::NoRoute none_from_json(JsonMembers members) {
    plan::NoRoute none;
    none.reason = members.text("reason").toStdString();
    none.blocking = read_list(members, "blocking", finding_from_json);
    none.farthest_remaining = Length::metres(members.number("remaining_m", amounts));
    none.account = read_texts(members, "account");
    none.remedies = read_list(members, "remedies", [](JsonMembers& element) {
        plan::Remedy remedy;
        remedy.kind = read_name(element, "kind", remedy_kinds);
        remedy.sentence = element.text("sentence").toStdString();
        if (const auto later_h = element.optional_number("later_h", delays_h)) {
            remedy.later = Duration::hours(*later_h);
        }
        return remedy;
    });
    none.farthest = read_optional_position(members);
    none.farthest_time = members.optional_instant("time");
    return none;
}

// ---------------------------------------------------------------- what it was planned for

/// In a file every waypoint has a number of its own; inputs forget them.
Voyage numbered(Voyage made_for) {
    PointId next = 1;
    for (auto& point : made_for.points) {
        point.id = next++;
    }
    return made_for;
}

Voyage read_made_for(JsonMembers& members) {
    KeptMembers unread; // of no meaning for a comparison
    auto object = members.object("made_for");
    const auto voyage = voyage_from_json(object, unread);
    if (voyage.objectives.size() != 1) {
        members.refuse("made_for",
                       PlanWords::tr("a voyage with %1 objectives").arg(voyage.objectives.size()),
                       PlanWords::tr("one with the objective of the plan"));
    }
    return planning_inputs(voyage, voyage.objectives.front());
}

} // namespace

QJsonObject plan_to_json(const KeptPlan& kept) {
    const auto& result = *kept.result;
    QJsonArray data;
    for (const auto& source : result.provenance.data) {
        data.append(QJsonObject{{QStringLiteral("variable"), to_qt(source.variable)},
                                {QStringLiteral("file"), to_qt(source.file)},
                                {QStringLiteral("sha256"), to_qt(source.sha256)}});
    }
    QJsonObject json{{QStringLiteral("made_for"), voyage_to_json(numbered(kept.made_for))},
                     {QStringLiteral("data"), data},
                     {QStringLiteral("findings"), findings_to_json(result.findings)}};
    if (const auto& cost = kept.by_model) {
        json.insert(QStringLiteral("by_model"),
                    QJsonObject{{QStringLiteral("model"), to_qt(cost->model)},
                                {QStringLiteral("name"), to_qt(cost->name)},
                                {QStringLiteral("unit"), to_qt(cost->unit)},
                                {QStringLiteral("cost"), cost->cost}});
    }
    if (const auto* route = result.route()) {
        json.insert(QStringLiteral("route"), route_to_json(*route, result.place_waypoints));
    } else {
        json.insert(QStringLiteral("no_route"), none_to_json(*result.no_route()));
    }
    return json;
}

KeptPlan plan_from_json(JsonMembers& members) {
    KeptPlan kept;
    kept.made_for = read_made_for(members);
    auto result = std::make_shared<plan::PlanResult>();
    result->provenance.data = read_list(members, "data", [](JsonMembers& element) {
        route::DataSource source;
        source.variable = element.text("variable").toStdString();
        source.file = element.text("file").toStdString();
        source.sha256 = element.text("sha256").toStdString();
        return source;
    });
    result->findings = read_list(members, "findings", finding_from_json);
    if (members.has("no_route")) {
        result->outcome = none_from_json(members.object("no_route"));
    } else {
        auto object = members.object("route");
        route::Route route;
        read_route(object, kept.made_for, route);
        result->place_waypoints =
            read_places(object, route.waypoints.size(), kept.made_for.points.size());
        result->outcome = std::move(route);
    }
    kept.result = std::move(result);
    if (members.has("by_model")) {
        auto object = members.object("by_model");
        kept.by_model =
            ModelCost{object.text("model").toStdString(), object.text("name").toStdString(),
                      object.text("unit").toStdString(), object.number("cost", amounts)};
    }
    return kept;
}

} // namespace fairlead::gui
