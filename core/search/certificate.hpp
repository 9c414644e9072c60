// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Proof that a search result is optimal on its graph. Shares nothing with the kernels but the
/// definition of an arc's duration (ArcTimes): no queue, no fast path, no heuristic.
///
/// For arcs that are first in, first out, labels are earliest arrivals if (1) no label is later
/// than its source, (2) no arc can improve a label, (3) every label is attained by an arc
/// (Bellman's conditions). With a potential h it is enough that (2) holds where label + h is less
/// than the finish, if h falls along no arc by more than the arc's least duration and is at a
/// target no more than what is left from there.

#include "core/search/cost_search.hpp"
#include "core/search/interval_search.hpp"
#include "core/search/time_dependent.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace fairlead::search {

struct Certificate {
    bool proven = false;
    std::string failure; ///< one sentence; empty if proven
    std::size_t vertices_checked = 0;
    std::size_t arcs_checked = 0;
};

/// Checks the last run of `search`. Labels are held to one tick per arc.
/// @param result what that run gave for the same graph, field, sources, targets and options.
/// @note Looks at every arc, and for the potential at every slice of it: for tests and for
///       results that must be beyond doubt, not for every plan.
[[nodiscard]] Certificate certify(const TimeDependentSearch& search, const TimeSearchResult& result,
                                  const graph::GridGraph& graph, const cost::TransitField& field,
                                  std::span<const Source> sources, std::span<const Target> targets,
                                  const TimeSearchOptions& options = {});

/// Checks the last run of a search over (cell, safe interval): the same conditions, held by the
/// labels of all safe intervals, which are found anew. An arc is tried in every interval in which
/// the ship could set out on it.
/// @param targets not empty, or the search was run without any.
[[nodiscard]] Certificate certify(const IntervalSearch& search, const TimeSearchResult& result,
                                  const graph::GridGraph& graph, const cost::TransitField& field,
                                  std::span<const Source> sources, std::span<const Target> targets,
                                  const IntervalSearchOptions& options = {});

/// Checks the last run of a search by cost: every arc from a label leads to a label, or is ruled
/// out by one; the path replays to its cost; the potential is below the least cost of every arc.
[[nodiscard]] Certificate certify(const CostSearch& search, const CostSearchResult& result,
                                  const graph::GridGraph& graph, const cost::TransitField& field,
                                  std::span<const Source> sources, std::span<const Target> targets,
                                  const CostSearchOptions& options = {});

} // namespace fairlead::search
