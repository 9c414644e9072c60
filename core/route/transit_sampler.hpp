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
    bool beside_closed = false;    ///< one of the four cells about the point is closed
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
    using Reals [[gnu::vector_size(16)]] = float;
    using Wholes [[gnu::vector_size(16)]] = std::int32_t;

    [[nodiscard]] bool cell_open(geo::GridCell cell, const Moment& moment) const noexcept;

    /// Values at a cell, the one to the right, the one below and the one below to the right.
    template <class Code>
    [[nodiscard]] Wholes corners(const std::vector<Code>& values, std::size_t at) const noexcept {
        const Code* const top = values.data() + at;
        const Code* const bottom = top + below_;
        return Wholes{top[0], top[to_the_right_], bottom[0], bottom[to_the_right_]};
    }
    [[nodiscard]] static float sum(Reals values) noexcept {
        const Reals halves = values + __builtin_shufflevector(values, values, 2, 3, 0, 1);
        return halves[0] + halves[1];
    }

    const cost::TransitField* field_;
    std::vector<double>
        per_interval_s_; ///< 1 / length of the interval after each slice; 0 for steps
    double per_cell_;
    float slowness_unit_;
    float cost_rate_unit_;
    float current_unit_;
    /// Steps to the neighbouring cells and the last cells that have such neighbours; in a grid of
    /// one column or row a cell stands in for its neighbour.
    std::size_t to_the_right_;
    std::size_t below_;
    std::int32_t last_stencil_column_;
    std::int32_t last_stencil_row_;
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
    // Within half a cell of the border the centres beside the point are those of the outermost
    // cells, and count as if it lay level with them.
    const auto column = std::min(static_cast<std::int32_t>(std::max(u, 0.0)), last_stencil_column_);
    const auto row = std::min(static_cast<std::int32_t>(std::max(v, 0.0)), last_stencil_row_);
    const auto right = std::clamp(static_cast<float>(u - column), 0.0F, 1.0F);
    const auto down = std::clamp(static_cast<float>(v - row), 0.0F, 1.0F);

    const std::size_t corner =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
        static_cast<std::size_t>(column);
    const std::size_t cells = grid.cell_count();
    const std::size_t first = moment.first * cells + corner;
    const std::size_t second = moment.second * cells + corner;
    const Wholes sooner = corners(field_->slowness, first);
    const Wholes later = corners(field_->slowness, second);
    const Wholes open =
        (sooner != cost::TransitField::closed) & (later != cost::TransitField::closed);
    Reals weight = Reals{1.0F - right, right, 1.0F - right, right} *
                   Reals{1.0F - down, 1.0F - down, down, down};
    float scale = 1.0F;
    if (const Wholes all = open & __builtin_shufflevector(open, open, 2, 3, 0, 1);
        (all[0] & all[1]) == 0) {
        rate.beside_closed = true;
        const int holding = (right >= 0.5F ? 1 : 0) + (down >= 0.5F ? 2 : 0);
        if (open[holding] == 0) {
            return rate;
        }
        weight = open ? weight : Reals{};
        scale = 1.0F / sum(weight); // the holding cell weighs at least 1/4
    }
    const auto blend = [&](Wholes before, Wholes after) {
        const Reals from = __builtin_convertvector(before, Reals);
        const Reals to = __builtin_convertvector(after, Reals);
        return scale * sum(weight * (from + moment.fraction * (to - from)));
    };
    rate.slowness_s_per_m = blend(sooner, later) * slowness_unit_;
    rate.cost_per_s =
        has_cost_ ? blend(corners(field_->cost_rate, first), corners(field_->cost_rate, second)) *
                        cost_rate_unit_
                  : 1.0F;
    rate.open = true;
    if (has_current_) {
        const float current_x = current_unit_ * blend(corners(field_->current_x, first),
                                                      corners(field_->current_x, second));
        const float current_y = current_unit_ * blend(corners(field_->current_y, first),
                                                      corners(field_->current_y, second));
        const auto heading_x = static_cast<float>(direction.x);
        const auto heading_y = static_cast<float>(direction.y);
        const float along = current_x * heading_x + current_y * heading_y;
        const float across = current_x * heading_y - current_y * heading_x;
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
