// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A mesh of rectangles of longitude and latitude as a graph in compressed rows: a vertex is a cell
/// the ship may enter, an arc the contact with a neighbour. The mesh, not geometry, says who
/// neighbours whom; geometry says where the two touch: along an edge, or at one corner.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fairlead::graph {

using MeshVertex = std::uint32_t;

/// A place in degrees. Longitude may lie beyond 180 where the frame of a cell does.
struct MeshPoint {
    double longitude_deg = 0.0;
    double latitude_deg = 0.0;
};

/// @invariant west < east <= west + 360, south < north; west in [-180, 180)
struct MeshBox {
    double west_deg = 0.0;
    double east_deg = 0.0; ///< beyond 180 for a cell across the antimeridian
    double south_deg = 0.0;
    double north_deg = 0.0;

    [[nodiscard]] MeshPoint centre() const noexcept {
        return {0.5 * (west_deg + east_deg), 0.5 * (south_deg + north_deg)};
    }
    /// The longitude moved by whole turns to where it lies in the box or, outside, nearest to it.
    [[nodiscard]] double longitude_here(double longitude_deg) const noexcept;
    /// Strictly inside. @param point in any turn
    [[nodiscard]] bool holds(const MeshPoint& point) const noexcept;
};

struct MeshArc {
    MeshVertex source = 0;
    MeshVertex target = 0;
    std::uint32_t portal = 0;
};

/// Where two neighbours touch: the line from `begin` to `end`, in longitudes of the first cell.
/// Equal ends: a corner.
struct MeshPortal {
    std::array<MeshVertex, 2> cells{}; ///< the smaller vertex first
    MeshPoint begin;
    MeshPoint end;
    double turn_deg = 0.0; ///< added to a longitude of the first cell it is one of the second

    [[nodiscard]] bool is_corner() const noexcept {
        return begin.longitude_deg == end.longitude_deg && begin.latitude_deg == end.latitude_deg;
    }
    [[nodiscard]] MeshVertex beyond(MeshVertex cell) const noexcept {
        return cells[0] == cell ? cells[1] : cells[0];
    }
    /// @param fraction 0 at begin, 1 at end.
    /// @return in the longitudes of `cell`, one of the two.
    [[nodiscard]] MeshPoint point(double fraction, MeshVertex cell) const noexcept;
};

class MeshGraph {
  public:
    /// @param boxes      one a vertex.
    /// @param neighbours of each vertex, in any order.
    /// @param names      of the cells, for errors.
    /// @throws Error (malformed) naming the cells: a neighbour that does not touch, is listed twice
    ///         or does not list the cell in turn.
    MeshGraph(std::vector<MeshBox> boxes, const std::vector<std::vector<MeshVertex>>& neighbours,
              std::span<const std::string> names);

    [[nodiscard]] std::size_t vertex_count() const noexcept { return boxes_.size(); }
    [[nodiscard]] const MeshBox& box(MeshVertex cell) const { return boxes_[cell]; }
    [[nodiscard]] std::span<const MeshArc> arcs_from(MeshVertex cell) const {
        return std::span(arcs_).subspan(first_[cell], first_[cell + 1] - first_[cell]);
    }
    [[nodiscard]] std::span<const MeshArc> arcs() const noexcept { return arcs_; }
    [[nodiscard]] std::span<const MeshPortal> portals() const noexcept { return portals_; }

  private:
    std::vector<MeshBox> boxes_;
    std::vector<std::size_t> first_; ///< vertex_count() + 1
    std::vector<MeshArc> arcs_;
    std::vector<MeshPortal> portals_;
};

} // namespace fairlead::graph
