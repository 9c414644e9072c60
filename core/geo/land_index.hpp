// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land: is a place on it, does a line cross or pass too close to it. Exact to the polygons given;
/// fast enough to judge every arc of a planning grid and every published line.
///
/// Lines are geodesics between the given places. All work happens in one conformal plane per
/// index (polar stereographic of the hemisphere); lines are cut until their image is straight
/// within a metre.

#include "core/geo/position.hpp"
#include "core/geo/projection.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::geo {

/// A closed ring; first and last vertex need not be equal.
using Ring = std::vector<Position>;

/// One piece of land with its holes (holes are water; lakes are not given as holes).
struct LandPolygon {
    Ring outer;
    std::vector<Ring> holes;
};

class LandIndex {
  public:
    /// @param plane a polar projection; polygons beyond 85 degrees of arc from its pole are left
    ///        out (and the index answers for places nearer than that only).
    LandIndex(std::span<const LandPolygon> land, Projection plane, std::string source);
    ~LandIndex();
    LandIndex(LandIndex&&) noexcept;
    LandIndex& operator=(LandIndex&&) noexcept;

    /// On land or on its edge.
    [[nodiscard]] bool is_land(const Position& place) const;
    /// First place on land along the geodesic, if any part of it is on or touches land.
    [[nodiscard]] std::optional<Position> first_crossing(const Position& from,
                                                         const Position& to) const;
    /// True if every point of the geodesic is farther than `clearance` from land.
    [[nodiscard]] bool is_clear(const Position& from, const Position& to, Length clearance) const;
    /// Distance to the nearest land, exact up to `reach`, else nothing; zero on land.
    [[nodiscard]] std::optional<Length> distance_to_land(const Position& place, Length reach) const;

    /// As above for a straight segment of the index's plane, clearance in true metres: for grids
    /// whose plane is the index's. The fast way.
    [[nodiscard]] bool is_land(PlanePoint point) const noexcept;
    [[nodiscard]] bool is_clear(PlanePoint from, PlanePoint to, double clearance_m) const noexcept;

    [[nodiscard]] const Projection& plane() const noexcept;
    [[nodiscard]] const std::string& source() const noexcept; ///< "GSHHG 2.3.7, high resolution"

  private:
    struct Index;
    std::unique_ptr<const Index> index_;
};

} // namespace fairlead::geo
