// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the picture of a plan says in words: title lines, facts, remarks, sources, dates.

#include "core/base/time.hpp"
#include "core/env/environment.hpp"
#include "core/env/zone.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"
#include "gui/chart/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::chart {

/// The place's name, or its position where it has none.
[[nodiscard]] std::string name_of(const plan::Place& place);

/// Findings are clauses, and call variables as data files do; people read sentences.
[[nodiscard]] std::string sentence_of(std::string clause);

/// Ports of call, ship, ice class and objective.
[[nodiscard]] std::string subtitle_of(const plan::PlanRequest& request);

[[nodiscard]] std::vector<Fact> facts_of(const route::Route& route, bool with_rio);
[[nodiscard]] std::vector<Fact> facts_of(const plan::PlanRequest& request,
                                         const plan::NoRoute& none);

/// One line for each variable and product: files are many.
/// @param attribution what the picture says of its coastline anyhow; not repeated.
[[nodiscard]] std::vector<std::string> source_lines(const route::Provenance& provenance,
                                                    std::string_view attribution);

/// When the zone is in force; "" for always.
[[nodiscard]] std::string zone_time_text(const env::Zone& zone);

/// When the ice shown is of, and what stands in once the data have ended.
/// @param from of the voyage. @param until equal to `from` where all is of one instant.
[[nodiscard]] std::string ice_date_text(const env::Environment& environment,
                                        const env::Environment::Coverage& coverage, Instant from,
                                        Instant until);

} // namespace fairlead::chart
