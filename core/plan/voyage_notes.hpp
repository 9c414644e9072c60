// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Findings about a planned voyage that are no rule's: its places, its zones, its grid.

#include "core/env/environment.hpp"
#include "core/geo/land_index.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/voyage_grid.hpp"
#include "core/route/route.hpp"
#include "core/rules/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::plan {

[[nodiscard]] rules::Finding note(std::string code, rules::Severity severity, std::string rule,
                                  std::string message);

/// Places moved to water, and approaches without clearance.
void note_places(const PlanRequest& request, const VoyageGrid& voyage,
                 std::vector<rules::Finding>& findings);

/// Zones that cannot have mattered: all of the zone lies outside the grid, or its time outside the
/// voyage. Coordinates the wrong way round and last year's dates look like that.
/// @param arrival none: not known; zones that begin later are left alone.
void note_zones(const PlanRequest& request, const VoyageGrid& voyage,
                const std::optional<Instant>& arrival, std::vector<rules::Finding>& findings);

/// Says which layers lie under a number and are never asked.
void note_hidden_layers(const env::Environment& environment, std::vector<rules::Finding>& findings);

/// Values of the ship that nobody has compared with their source: her file marks them "unverified".
void note_unverified(const vessel::Vessel& vessel, std::vector<rules::Finding>& findings);

/// Is there ice by data that cannot tell it from land: in a cell as near to land as it is wide, or
/// filled from a neighbour? Microwave radiometers see land as ice: in summer such ice is often none
/// (land spillover; Maass and Kaleschke, "Improving passive microwave sea ice concentration
/// algorithms for coastal areas", Tellus A 62, 2010).
/// @param land null: only filled values are doubted.
[[nodiscard]] bool is_doubtful_coastal_ice(const env::Environment& environment,
                                           const geo::LandIndex* land, const geo::Position& place,
                                           Instant time);

/// The first such place of a route, and over how many miles there are more.
void note_coastal_ice(const env::Environment& environment, const geo::LandIndex* land,
                      const route::Route& route, std::vector<rules::Finding>& findings);

/// A route along the edge of the grid: better ones may lie outside.
void note_edge(const PlanningGrid& grid, const route::Route& route,
               std::vector<rules::Finding>& findings);

} // namespace fairlead::plan
