// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Length of the shortest way between two cells over an open grid with 8, 16 or 32 neighbours:
/// the norm whose unit ball is the convex hull of the unit steps. Exact for the graph, never
/// above the length of any of its paths, and without a square root: a tighter and cheaper bound
/// than the straight line.

#include "core/graph/stencil.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace fairlead::search {

class LatticeNorm {
  public:
    /// @param neighbours 8, 16 or 32.
    explicit LatticeNorm(int neighbours) {
        // Steps of the first octant by rising slope; between two next to each other a vector is
        // their sum with whole weights, as their determinant is 1.
        using Shape = std::array<int, 2>;
        static constexpr std::array<Shape, 5> all{{{1, 0}, {3, 1}, {2, 1}, {3, 2}, {1, 1}}};
        std::array<Shape, 5> shapes{};
        std::size_t count = 0;
        for (const Shape& shape : all) {
            if (shape[0] <= graph::stencil_reach(neighbours)) {
                shapes[count++] = shape;
            }
        }
        for (std::size_t i = 0; i + 1 < count; ++i) {
            const auto [ax, ay] = shapes[i];
            const auto [bx, by] = shapes[i + 1];
            const double a = graph::detail::step_length(ax * ax + ay * ay);
            const double b = graph::detail::step_length(bx * bx + by * by);
            // (x, y) = m (ax, ay) + n (bx, by): m = x by - y bx, n = y ax - x ay.
            forms_[i] = {a * by - b * ay, b * ax - a * bx};
        }
        for (std::size_t i = count - 1; i < forms_.size(); ++i) {
            forms_[i] = forms_[0];
        }
    }

    /// In cells.
    [[nodiscard]] double operator()(std::int32_t columns, std::int32_t rows) const noexcept {
        const std::int32_t wide = std::abs(columns);
        const std::int32_t high = std::abs(rows);
        const double major = std::max(wide, high);
        const double minor = std::min(wide, high);
        // The norm is convex, so it is the greatest of its linear pieces.
        return std::max(std::max(forms_[0].major * major + forms_[0].minor * minor,
                                 forms_[1].major * major + forms_[1].minor * minor),
                        std::max(forms_[2].major * major + forms_[2].minor * minor,
                                 forms_[3].major * major + forms_[3].minor * minor));
    }

  private:
    struct Form {
        double major = 0.0;
        double minor = 0.0;
    };
    std::array<Form, 4> forms_{};
};

} // namespace fairlead::search
