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

/// Of what decides whether a ship may pass: what is not known at a place and time because slices of
/// its data are missing, and from when to when they are; "" if none are.
[[nodiscard]] std::string gap_in_words(const env::Environment& environment,
                                       const geo::Position& place, double time_s);

/// What would tell the ice where it is not known: files that are missing in a series at the place
/// and time are named.
[[nodiscard]] Remedy remedy_for_unknown(const env::Conditions& conditions);
[[nodiscard]] Remedy remedy_for_unknown(const env::Environment& environment,
                                        const geo::Position& place, double time_s);

} // namespace fairlead::plan
