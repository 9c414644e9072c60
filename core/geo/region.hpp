// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A polygonal area of the earth, safe at the poles and at 180 degrees. Edges are rhumb lines or
/// geodesics as the constructor says; a ring around a pole holds the pole. For a ring of both
/// kinds, `densify_rhumb` (polyline.hpp) its rhumb edges and take the result as geodesics.

#include "core/geo/position.hpp"

#include <memory>
#include <span>
#include <vector>

namespace fairlead::geo {

enum class EdgeKind { geodesic, rhumb_line };

class Region {
  public:
    /// @param rings one or more closed rings; odd-even rule; smaller side of each ring is inside.
    ///        First and last place need not be equal.
    /// @throws Error (invalid_argument) for a ring of fewer than 3 different places, or one that
    ///         winds so far around the earth that no side of it is the smaller.
    explicit Region(std::vector<std::vector<Position>> rings, EdgeKind edges = EdgeKind::geodesic);

    /// Inside, or within a metre of the edge. Safe from any thread.
    [[nodiscard]] bool contains(const Position& place) const;
    [[nodiscard]] const std::vector<std::vector<Position>>& rings() const noexcept {
        return rings_;
    }
    [[nodiscard]] EdgeKind edges() const noexcept { return edges_; }

  private:
    struct Geometry;
    std::vector<std::vector<Position>> rings_;
    EdgeKind edges_;
    std::shared_ptr<const Geometry> geometry_;
};

} // namespace fairlead::geo
