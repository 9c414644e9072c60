// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What every search for the earliest arrival sets up before it begins: the clock its labels count
/// by, the bound it is guided by, the width of its buckets, and the finish it has seen so far.

#include "core/search/field_bounds.hpp"
#include "core/search/graph_path.hpp"
#include "core/search/potential.hpp"
#include "core/search/timed_arcs.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

namespace fairlead::search {

/// Saturating, so that what lies beyond the clock sorts last.
[[nodiscard]] constexpr std::uint32_t add_ticks(std::uint32_t a, std::uint32_t b) noexcept {
    const std::uint32_t sum = a + b;
    return sum < a ? TickClock::never : sum;
}

[[nodiscard]] constexpr std::uint32_t whole_ticks(double ticks) noexcept {
    return ticks < TickClock::never ? static_cast<std::uint32_t>(ticks) : TickClock::never;
}

struct TimeQuery {
    TickClock clock;
    Potential potential; ///< in ticks
    /// Ticks of a bucket, as a power of two: none wider than the shortest arc (see BucketQueue),
    /// half of it where a potential takes most of the arc's length away.
    unsigned shift = 0;

    TimeQuery() = default;
    /// @pre at least one source; sources and targets in the graph, times finite, extras >= 0
    TimeQuery(const graph::GridGraph& graph, const cost::TransitField& field,
              const FieldBounds& bounds, std::span<const Source> sources,
              std::span<const Target> targets, bool use_potential);

    [[nodiscard]] std::uint32_t potential_ticks(geo::GridCell cell) const noexcept {
        return static_cast<std::uint32_t>(potential(cell));
    }
};

/// The earliest finish at any target, as a search comes by them.
class FinishWatch {
  public:
    FinishWatch(std::span<const Target> targets, const TickClock& clock)
        : targets_(targets), ticks_per_s_(clock.ticks_per_s) {
        for (const Target& target : targets) {
            bits_ |= std::uint64_t{1} << (target.vertex % 64);
        }
    }

    /// To be called for each vertex expanded.
    void pass(graph::Vertex vertex, std::uint32_t label) noexcept {
        if ((bits_ >> (vertex % 64) & 1) == 0) {
            return;
        }
        for (const Target& target : targets_) {
            if (target.vertex == vertex) {
                best_ =
                    std::min(best_, add_ticks(label, whole_ticks(target.extra_s * ticks_per_s_)));
            }
        }
    }

    /// In ticks, extra included; `never` if no target was passed.
    [[nodiscard]] std::uint32_t best() const noexcept { return best_; }

  private:
    std::span<const Target> targets_;
    double ticks_per_s_;
    /// A bit per residue of the targets' vertices: most vertices are seen to be none at once.
    std::uint64_t bits_ = 0;
    std::uint32_t best_ = TickClock::never;
};

} // namespace fairlead::search
