// SPDX-License-Identifier: Apache-2.0
#include "core/search/time_query.hpp"

#include "core/base/contract.hpp"

#include <bit>
#include <cmath>
#include <vector>

namespace fairlead::search {

TimeQuery::TimeQuery(const graph::GridGraph& graph, const cost::TransitField& field,
                     const FieldBounds& bounds, std::span<const Source> sources,
                     std::span<const Target> targets, bool use_potential) {
    FAIRLEAD_EXPECTS(!sources.empty());
    double earliest_s = sources.front().time_s;
    for (const Source& source : sources) {
        FAIRLEAD_EXPECTS(source.vertex < graph.vertex_count() && std::isfinite(source.time_s));
        earliest_s = std::min(earliest_s, source.time_s);
    }
    clock = TickClock::starting(earliest_s, field.slice_time_s.back(), field.open_after_last);
    std::vector<Potential::Goal> goals;
    for (const Target& target : targets) {
        FAIRLEAD_EXPECTS(target.vertex < graph.vertex_count() && target.extra_s >= 0.0);
        if (use_potential) {
            goals.push_back({graph.geometry().cell(target.vertex),
                             std::floor(target.extra_s * clock.ticks_per_s)});
        }
    }
    const double per_cell =
        graph.geometry().cell_m * bounds.least_slowness_s_per_m * clock.ticks_per_s;
    potential = Potential(graph.neighbours(), per_cell, goals);
    const auto shortest = static_cast<std::uint32_t>(std::clamp(per_cell, 1.0, 1e9));
    shift = static_cast<unsigned>(std::bit_width(shortest)) - 1;
    shift -= !goals.empty() && shift > 0 ? 1U : 0U;
}

} // namespace fairlead::search
