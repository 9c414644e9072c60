// SPDX-License-Identifier: Apache-2.0
#include "core/plan/voyage_notes.hpp"

#include "core/plan/grid_edge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace fairlead::plan {
namespace {

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
                                            "coastline; nearer to land than "
                                            "{:.1f} nmi it is for pilotage with the harbour chart",
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
        finding.remedy = "a wider grid (--margin, or bounds of the scenario), or --via";
        findings.push_back(std::move(finding));
    }
}

} // namespace fairlead::plan
