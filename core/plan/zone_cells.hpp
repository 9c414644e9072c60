// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which cells of a planning grid a zone touches: a cell is touched if its centre, a corner or the
/// middle of a side lies in the zone, or a corner of the zone lies in the cell. So a zone is never
/// smaller on the grid than it is (but for slivers thinner than half a cell between those points,
/// which the evaluation of the route finds).

#include "core/env/zone.hpp"
#include "core/plan/planning_grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fairlead::plan {

/// In metres of the plane.
struct PlaneBox {
    double left_m = 0.0;
    double right_m = 0.0;
    double bottom_m = 0.0;
    double top_m = 0.0;
};

/// A box that holds a zone's image, the bulge of its edges and a cell's width included.
[[nodiscard]] PlaneBox plane_box(const env::Zone& zone, const PlanningGrid& grid);

class ZoneCells {
  public:
    /// @param cells as everywhere in a compilation: known later by their index in this list.
    ZoneCells(const std::vector<env::Zone>& zones, const PlanningGrid& grid,
              std::span<const std::uint32_t> cells);

    /// The zones in force at an instant.
    class InForce {
      public:
        [[nodiscard]] bool touches(std::size_t i) const noexcept {
            return !first_.empty() && first_[i + 1] > first_[i];
        }
        [[nodiscard]] std::span<const env::Zone* const> at(std::size_t i) const noexcept {
            if (first_.empty()) {
                return {};
            }
            return std::span(zones_).subspan(first_[i], first_[i + 1] - first_[i]);
        }

      private:
        friend class ZoneCells;
        std::vector<std::uint32_t> first_; ///< empty: no zone in force
        std::vector<const env::Zone*> zones_;
    };
    [[nodiscard]] InForce in_force(double time_s) const;

  private:
    struct Touched {
        const env::Zone* zone;
        std::vector<std::uint32_t> cells; ///< rising
    };
    std::size_t cell_count_;
    std::vector<Touched> touched_;
};

} // namespace fairlead::plan
