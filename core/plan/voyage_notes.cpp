// SPDX-License-Identifier: Apache-2.0
#include "core/plan/voyage_notes.hpp"

#include "core/geo/geodesic.hpp"
#include "core/plan/grid_edge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace fairlead::plan {
namespace {

/// Less is within the noise of the products, and no obstacle.
constexpr double least_doubted_concentration = 0.1;

bool lies_on_grid(const env::Zone& zone, const PlanningGrid& grid) {
    for (const auto& ring : zone.area.rings()) {
        for (const auto& corner : ring) {
            const auto point = grid.plane.forward(corner);
            if (point && grid.geometry.cell_at(*point)) {
                return true;
            }
        }
    }
    // All corners outside: the zone may still lie across the grid, or hold all of it.
    return std::any_of(grid.centres.begin(), grid.centres.end(),
                       [&](const geo::Position& place) { return zone.area.contains(place); });
}

/// "" for a zone that is in force at some time of the voyage.
std::string why_not_in_force(const env::Zone& zone, Instant departure,
                             const std::optional<Instant>& arrival) {
    if (zone.until && *zone.until < departure) {
        return fmt::format("it ends on {}, before the departure", format_instant(*zone.until));
    }
    if (zone.from && arrival && *zone.from > *arrival) {
        return fmt::format("it begins on {}, after the arrival", format_instant(*zone.from));
    }
    return "";
}

} // namespace

rules::Finding note(std::string code, rules::Severity severity, std::string rule,
                    std::string message) {
    rules::Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.rule = std::move(rule);
    finding.message = std::move(message);
    return finding;
}

void note_places(const PlanRequest& request, const VoyageGrid& voyage,
                 std::vector<rules::Finding>& findings) {
    for (std::size_t i = 0; i < request.places.size(); ++i) {
        const auto& approach = voyage.approaches[i];
        if (const auto& place = request.places[i]; !place.note.empty()) {
            auto finding = note("place.note", rules::Severity::caution, "place",
                                fmt::format("{}: {}", place.name, place.note));
            finding.position = place.position;
            finding.subject = place.name;
            findings.push_back(std::move(finding));
        }
        if (approach.moved) {
            auto finding = note(
                "place.moved", rules::Severity::caution, "place on water",
                fmt::format("{} is on land by the coastline; {:.1f} km away at {} is used instead",
                            request.places[i].name, approach.moved->in_kilometres(),
                            geo::format_position(approach.position)));
            finding.position = approach.position;
            finding.subject = request.places[i].name;
            findings.push_back(std::move(finding));
        }
        if (approach.local) {
            auto finding = note("place.approach", rules::Severity::caution, "harbour approach",
                                fmt::format("the way to and from {} is the shortest water by the "
                                            "coastline, not held to {:.1f} nm off land: it is for "
                                            "pilotage with the harbour chart",
                                            request.places[i].name,
                                            request.clearance_off_land.in_nautical_miles()));
            finding.position = approach.position;
            finding.subject = request.places[i].name;
            findings.push_back(std::move(finding));
        }
    }
}

void note_zones(const PlanRequest& request, const VoyageGrid& voyage,
                const std::optional<Instant>& arrival, std::vector<rules::Finding>& findings) {
    if (!request.rules->options().zones) {
        return;
    }
    // A zone of several polygons matters if one of them does.
    std::set<std::string> on_grid;
    std::set<std::string> said;
    for (const auto& zone : request.environment->zones()) {
        if (lies_on_grid(zone, voyage.grid)) {
            on_grid.insert(zone.name);
        }
    }
    for (const auto& zone : request.environment->zones()) {
        auto why = why_not_in_force(zone, request.departure, arrival);
        if (why.empty() && !on_grid.contains(zone.name)) {
            why = "all of it lies outside the area of the voyage; are latitude and longitude the "
                  "right way round?";
        }
        if (!why.empty() && said.insert(zone.name).second) {
            auto finding = note("zone.without_effect", rules::Severity::info, "zones",
                                fmt::format("zone '{}' has no effect: {}", zone.name, why));
            finding.subject = zone.name;
            findings.push_back(std::move(finding));
        }
    }
}

void note_unverified(const vessel::Vessel& vessel, std::vector<rules::Finding>& findings) {
    for (const auto& said : vessel.notes()) {
        if (said.find("unverified") != std::string::npos) {
            auto finding = note("vessel.unverified", rules::Severity::info, "vessel file",
                                "a value of the ship is not verified: " + said);
            finding.subject = said;
            findings.push_back(std::move(finding));
        }
    }
}

void note_hidden_layers(const env::Environment& environment,
                        std::vector<rules::Finding>& findings) {
    for (const auto& entry : env::all_variables()) {
        const auto& stack = environment.layers(entry.variable);
        const auto number = std::find_if(stack.rbegin(), stack.rend(), [](const auto& layer) {
            return layer.constant.has_value();
        });
        if (number == stack.rend() || number + 1 == stack.rend()) {
            continue;
        }
        const auto& hidden = *(number + 1);
        auto finding = note(
            "data.hidden", rules::Severity::caution, "layers",
            fmt::format("{}: the number {:g} lies on top of {}, which is therefore used nowhere",
                        entry.name, *number->constant, hidden.label));
        finding.remedy =
            "to fill in only where the data have no value, give the number before them";
        finding.subject = std::string(entry.name);
        findings.push_back(std::move(finding));
    }
}

bool is_doubtful_coastal_ice(const env::Environment& environment, const geo::LandIndex* land,
                             const geo::Position& place, Instant time) {
    constexpr auto variable = env::Variable::sea_ice_concentration;
    const auto time_s = static_cast<double>(time.time_since_epoch().count());
    const auto ice = environment.sample(variable, place, time_s);
    if (!ice.is_usable() || ice.value < least_doubted_concentration) {
        return false;
    }
    if (ice.quality == env::Quality::filled) {
        return true;
    }
    const auto cell = environment.spacing(variable, place, time_s);
    return land != nullptr && cell && land->distance_to_land(place, *cell);
}

void note_coastal_ice(const env::Environment& environment, const geo::LandIndex* land,
                      const route::Route& route, std::vector<rules::Finding>& findings) {
    const auto& track = route.track;
    std::optional<std::size_t> first;
    Length extent;
    for (std::size_t i = 0; i < track.size(); ++i) {
        if (is_doubtful_coastal_ice(environment, land, track[i].position, track[i].time)) {
            first = first.value_or(i);
            if (i + 1 < track.size()) {
                extent += geo::geodesic_distance(track[i].position, track[i + 1].position);
            }
        }
    }
    if (!first) {
        return;
    }
    auto finding = note("ice.near_land", rules::Severity::caution, "data",
                        "ice in cells mixed with land or filled from their neighbours may be none: "
                        "satellites take coasts for ice");
    finding.position = track[*first].position;
    finding.time = track[*first].time;
    finding.extent = extent;
    finding.remedy = "compare with an ice chart; a layer on top can say what is there";
    findings.push_back(std::move(finding));
}

void note_edge(const PlanningGrid& grid, const route::Route& route,
               std::vector<rules::Finding>& findings) {
    std::vector<geo::Position> line;
    for (const auto& point : route.track) {
        line.push_back(point.position);
    }
    if (const auto place = place_at_edge(grid, line)) {
        auto finding = note("grid.edge", rules::Severity::caution, "planning grid",
                            "the route runs along the edge of the planning grid: a better one may "
                            "lie outside");
        finding.position = place;
        finding.remedy = "a wider grid, or a place to pass on the way";
        findings.push_back(std::move(finding));
    }
}

} // namespace fairlead::plan
