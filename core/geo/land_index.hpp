// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land: is a place on it, does a line cross or pass too close to it. Exact to the polygons given;
/// fast enough to judge every arc of a planning grid and every published line.
///
/// Lines are geodesics between the given places. All work happens in one conformal plane per
/// index (polar stereographic of the hemisphere); lines are cut until their image is straight
/// within 5 cm. Two engines that share nothing but the polygons answer: GEOS for places and
/// geodesics, bins of edges for points and segments of the plane. So a line found by the fast one
/// is judged by the other.
///
/// Distances are true: plane distance divided by the scale factor at the land it is measured to.
/// Everything may be called from any thread; geodesic calls wait for one another.

#include "core/geo/position.hpp"
#include "core/geo/projection.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::geo {

/// A closed ring; first and last vertex need not be equal. Its edges are straight in the plane of
/// the index: edges of more than some kilometres need places put in along them first.
using Ring = std::vector<Position>;

/// One piece of land with its holes (holes are water; lakes are not given as holes).
struct LandPolygon {
    Ring outer;
    std::vector<Ring> holes;
};

class LandIndex {
  public:
    /// @param plane a conformal projection around a pole.
    /// @param reach arc from that pole up to which the index answers, (0, 85] degrees; polygons
    ///        wholly beyond it are left out. The smaller, the faster the index is made.
    /// @throws Error (unsupported) for any other projection; (out_of_range) for a polygon with
    ///         places both within reach and at the opposite pole; (invalid_argument) for a reach
    ///         out of its range.
    LandIndex(std::span<const LandPolygon> land, Projection plane, std::string source,
              Angle reach = Angle::degrees(85.0));
    ~LandIndex();
    LandIndex(LandIndex&&) noexcept;
    LandIndex& operator=(LandIndex&&) noexcept;

    /// Whether the index can answer for the place.
    [[nodiscard]] bool covers(const Position& place) const;

    // The following throw Error (out_of_range), naming the place, where the index has no answer.

    /// On land or on its edge.
    [[nodiscard]] bool is_land(const Position& place) const;
    /// First place on land along the geodesic, if any part of it is on or touches land.
    [[nodiscard]] std::optional<Position> first_crossing(const Position& from,
                                                         const Position& to) const;
    /// True if every point of the geodesic is farther than `clearance` from land.
    [[nodiscard]] bool is_clear(const Position& from, const Position& to, Length clearance) const;
    /// Distance to the nearest land, exact up to `limit`, else nothing; zero on land.
    [[nodiscard]] std::optional<Length> distance_to_land(const Position& place, Length limit) const;

    /// As above for points and straight segments of the index's plane, clearance in true metres:
    /// for grids whose plane is the index's. The fast way. What lies out of reach counts as land:
    /// nobody sails where the chart ends.
    [[nodiscard]] bool is_land(PlanePoint point) const noexcept;
    [[nodiscard]] bool is_clear(PlanePoint from, PlanePoint to, double clearance_m) const noexcept;

    /// Whether all of a box is land, its sides along the plane's axes. False where that is not
    /// certain: beyond reach, on the edge between two polygons that touch.
    [[nodiscard]] bool is_all_land(PlanePoint low, PlanePoint high) const noexcept;

    [[nodiscard]] const Projection& plane() const noexcept;
    [[nodiscard]] const std::string& source() const noexcept; ///< "GSHHG 2.3.7, high resolution"

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

} // namespace fairlead::geo
