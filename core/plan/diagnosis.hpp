// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Why a voyage cannot be made: what blocks, where, how badly, and what would open a way.

#include "core/plan/leg_search.hpp"
#include "core/plan/plan_result.hpp"

#include <string>
#include <vector>

namespace fairlead::plan {

/// The account of a stage without a path.
///
/// What blocks is found on the way that would need the fewest miles through forbidden cells, those
/// closed from the time the ship could be there to three days later (barrier.hpp): first what
/// stops her, then the worst of each kind on the way. Remedies are tried, not guessed: each is a
/// search of its own; only what would make unknown ice known cannot be tried.
/// @param findings gets what was learnt on the way and is not about the block.
[[nodiscard]] NoRoute explain_no_route(const StageRequest& wanted, const Stage& stage,
                                       std::vector<rules::Finding>& findings,
                                       const Progress& progress);

/// What would tell the ice of a place where it is not known.
[[nodiscard]] std::string remedy_for_unknown(const env::Conditions& conditions);

} // namespace fairlead::plan
