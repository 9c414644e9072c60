// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Fast look-up of a transit field at any point of its plane and any time: bilinear between cell
/// centres, linear between slices. What refinement integrates.
///
/// A point is closed where the cell that holds it is closed (in either slice of the interval, as
/// in the field's own definition); elsewhere closed cells are left out of the interpolation and
/// the weights of the others are scaled up, so that a coast does not slow a ship that passes it.

#include "core/cost/transit_field.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace fairlead::route {

/// A unit vector of the plane.
struct PlaneDirection {
    double x = 0.0;
    double y = 0.0;
};

struct TransitRate {
    bool open = false;
    bool beside_closed = false; ///< a neighbouring cell centre used in the interpolation is closed
    float slowness_s_per_m = 0.0F; ///< over the ground, along the direction asked for
    float cost_per_s = 0.0F;       ///< 1 where the field has no cost rate: cost is time
};

/// Keeps a reference to the field. Safe from any thread.
class TransitSampler {
  public:
    explicit TransitSampler(const cost::TransitField& field);

    /// Which slices hold at a time, and how far between them it is.
    struct Moment {
        std::uint32_t first = 0;
        std::uint32_t second = 0;
        float fraction = 0.0F;
        bool inside =
            false; ///< false: before the first slice, or after the last of a field that ends
    };
    /// @param hint index of a slice near the time: any value is right, a near one is fast.
    [[nodiscard]] Moment moment(double time_s, std::uint32_t hint) const noexcept;

    [[nodiscard]] TransitRate at(geo::PlanePoint point, const Moment& moment,
                                 PlaneDirection direction) const noexcept;

    /// True if all cells that the straight segment crosses are open at the moment.
    [[nodiscard]] bool cells_open(geo::PlanePoint from, geo::PlanePoint to,
                                  const Moment& moment) const noexcept;
    [[nodiscard]] bool cell_open(geo::PlanePoint point, const Moment& moment) const noexcept;

    [[nodiscard]] const cost::TransitField& field() const noexcept { return *field_; }

  private:
    [[nodiscard]] bool cell_open(geo::GridCell cell, const Moment& moment) const noexcept;

    const cost::TransitField* field_;
    std::vector<double>
        per_interval_s_; ///< 1 / length of the interval after each slice; 0 for steps
    double per_cell_;
    bool has_cost_;
    bool has_current_;
};

inline TransitRate TransitSampler::at(geo::PlanePoint point, const Moment& moment,
                                      PlaneDirection direction) const noexcept {
    const geo::GridGeometry& grid = field_->grid;
    TransitRate rate;
    if (!moment.inside) {
        return rate;
    }
    // In cells from the centre of the first one; rows run down.
    const double u = (point.x_m - grid.left_m) * per_cell_ - 0.5;
    const double v = (grid.top_m - point.y_m) * per_cell_ - 0.5;
    if (!(u >= -0.5 && v >= -0.5 && u < grid.columns - 0.5 && v < grid.rows - 0.5)) {
        return rate;
    }
    // Both are at least -0.5, so truncation after a shift by one is the floor.
    const auto column = static_cast<std::int32_t>(u + 1.0) - 1;
    const auto row = static_cast<std::int32_t>(v + 1.0) - 1;
    const auto right = static_cast<float>(u - column);
    const auto down = static_cast<float>(v - row);
    const std::array<float, 4> weight{(1.0F - right) * (1.0F - down), right * (1.0F - down),
                                      (1.0F - right) * down, right * down};
    const int holding = (right >= 0.5F ? 1 : 0) + (down >= 0.5F ? 2 : 0);

    const auto width = static_cast<std::uint32_t>(grid.columns);
    const std::size_t cells = grid.cell_count();
    const std::uint16_t* first = field_->slowness.data() + moment.first * cells;
    const std::uint16_t* second = field_->slowness.data() + moment.second * cells;
    const float later = moment.fraction;
    const float sooner = 1.0F - later;
    float total_weight = 0.0F;
    float slowness = 0.0F;
    float cost = 0.0F;
    float current_x = 0.0F;
    float current_y = 0.0F;
    // Unsigned arithmetic wraps for a stencil that hangs over the left or upper border; such
    // corners are left out before their index is used.
    const std::uint32_t corner_index =
        static_cast<std::uint32_t>(row) * width + static_cast<std::uint32_t>(column);
    const bool inside = column >= 0 && row >= 0 && column + 1 < grid.columns && row + 1 < grid.rows;
    for (int corner = 0; corner < 4; ++corner) {
        if (!inside && !grid.contains({column + (corner & 1), row + (corner >> 1)})) {
            continue;
        }
        const std::uint32_t index = corner_index + static_cast<std::uint32_t>(corner & 1) +
                                    ((corner & 2) != 0 ? width : 0U);
        const std::uint16_t a = first[index];
        const std::uint16_t b = second[index];
        if (a == cost::TransitField::closed || b == cost::TransitField::closed) {
            rate.beside_closed = true;
            if (corner == holding) {
                return rate;
            }
            continue;
        }
        const float w = weight[static_cast<std::size_t>(corner)];
        const float w_first = w * sooner;
        const float w_second = w * later;
        total_weight += w;
        slowness += w_first * static_cast<float>(a) + w_second * static_cast<float>(b);
        if (has_cost_) {
            cost += w_first * static_cast<float>(field_->cost_rate[moment.first * cells + index]) +
                    w_second * static_cast<float>(field_->cost_rate[moment.second * cells + index]);
        }
        if (has_current_) {
            current_x +=
                w_first * static_cast<float>(field_->current_x[moment.first * cells + index]) +
                w_second * static_cast<float>(field_->current_x[moment.second * cells + index]);
            current_y +=
                w_first * static_cast<float>(field_->current_y[moment.first * cells + index]) +
                w_second * static_cast<float>(field_->current_y[moment.second * cells + index]);
        }
    }
    const float scale = 1.0F / total_weight; // the holding cell weighs at least 1/4
    rate.slowness_s_per_m = slowness * scale * static_cast<float>(field_->slowness_unit_s_per_m);
    rate.cost_per_s =
        has_cost_ ? cost * scale * static_cast<float>(field_->cost_rate_unit_per_s) : 1.0F;
    rate.open = true;
    if (has_current_) {
        const float unit = scale * static_cast<float>(field_->current_unit_mps);
        const auto heading_x = static_cast<float>(direction.x);
        const auto heading_y = static_cast<float>(direction.y);
        const float along = unit * (current_x * heading_x + current_y * heading_y);
        const float across = unit * (current_x * heading_y - current_y * heading_x);
        const float speed = 1.0F / rate.slowness_s_per_m;
        const float squared = speed * speed - across * across;
        const float over_ground = squared > 0.0F ? along + std::sqrt(squared) : 0.0F;
        if (over_ground <= 0.0F) {
            rate.open = false;
            return rate;
        }
        rate.slowness_s_per_m = 1.0F / over_ground;
    }
    return rate;
}

} // namespace fairlead::route
