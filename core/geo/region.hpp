// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A polygonal area of the earth, safe at the poles and at 180 degrees. Edges are rhumb lines or
/// geodesics as the constructor says; a ring around a pole holds the pole.

#include "core/geo/position.hpp"

#include <memory>
#include <span>
#include <vector>

namespace fairlead::geo {

enum class EdgeKind { geodesic, rhumb_line };

class Region {
  public:
    /// @param rings one or more closed rings; odd-even rule; smaller side of each ring is inside.
    /// @throws Error (invalid_argument) for a ring of fewer than 3 different places.
    explicit Region(std::vector<std::vector<Position>> rings, EdgeKind edges = EdgeKind::geodesic);

    /// Inside or on the edge.
    [[nodiscard]] bool contains(const Position& place) const;
    [[nodiscard]] const std::vector<std::vector<Position>>& rings() const noexcept { return rings_; }

  private:
    std::vector<std::vector<Position>> rings_;
    struct Geometry;
    std::shared_ptr<const Geometry> geometry_;
};

} // namespace fairlead::geo
