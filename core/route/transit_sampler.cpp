// SPDX-License-Identifier: Apache-2.0
#include "core/route/transit_sampler.hpp"

#include <limits>

namespace fairlead::route {

TransitSampler::TransitSampler(const cost::TransitField& field)
    : field_(&field), per_cell_(1.0 / field.grid.cell_m),
      slowness_unit_(static_cast<float>(field.slowness_unit_s_per_m)),
      cost_rate_unit_(static_cast<float>(field.cost_rate_unit_per_s)),
      current_unit_(static_cast<float>(field.current_unit_mps)),
      to_the_right_(field.grid.columns > 1 ? 1 : 0),
      below_(field.grid.rows > 1 ? static_cast<std::size_t>(field.grid.columns) : 0),
      last_stencil_column_(std::max(field.grid.columns - 2, 0)),
      last_stencil_row_(std::max(field.grid.rows - 2, 0)), has_cost_(!field.cost_rate.empty()),
      has_current_(!field.current_x.empty()) {
    FAIRLEAD_EXPECTS(field.slice_count() > 0);
    const std::size_t size = field.slice_count() * field.grid.cell_count();
    FAIRLEAD_EXPECTS(field.slowness.size() == size);
    FAIRLEAD_EXPECTS(!has_cost_ || field.cost_rate.size() == size);
    FAIRLEAD_EXPECTS(!has_current_ ||
                     (field.current_x.size() == size && field.current_y.size() == size));
    for (std::size_t k = 0; k + 1 < field.slice_count(); ++k) {
        const double length_s = field.slice_time_s[k + 1] - field.slice_time_s[k];
        per_interval_s_.push_back(length_s > 0.0 ? 1.0 / length_s : 0.0);
    }
}

TransitSampler::Moment TransitSampler::moment(double time_s, std::uint32_t hint) const noexcept {
    const auto& times = field_->slice_time_s;
    const auto last = static_cast<std::uint32_t>(times.size() - 1);
    if (!(time_s >= times.front())) {
        return {};
    }
    if (time_s >= times.back()) {
        // At the very end of a field that ends nothing is left of its last interval.
        return {last, last, 0.0F, field_->open_after_last};
    }
    std::uint32_t first = std::min(hint, last);
    if (times[first] > time_s || times[first + 1] <= time_s) {
        const auto after = std::upper_bound(times.begin(), times.end(), time_s);
        first = static_cast<std::uint32_t>(after - times.begin()) - 1;
    }
    return {first, first + 1, static_cast<float>((time_s - times[first]) * per_interval_s_[first]),
            true};
}

bool TransitSampler::cell_open(geo::GridCell cell, const Moment& moment) const noexcept {
    if (!moment.inside || !field_->grid.contains(cell)) {
        return false;
    }
    const std::size_t index = field_->grid.index(cell);
    const std::size_t cells = field_->grid.cell_count();
    return field_->slowness[moment.first * cells + index] != cost::TransitField::closed &&
           field_->slowness[moment.second * cells + index] != cost::TransitField::closed;
}

bool TransitSampler::cell_open(geo::PlanePoint point, const Moment& moment) const noexcept {
    const auto cell = field_->grid.cell_at(point);
    return cell && cell_open(*cell, moment);
}

bool TransitSampler::cells_open(geo::PlanePoint from, geo::PlanePoint to,
                                const Moment& moment) const noexcept {
    const auto first = field_->grid.cell_at(from);
    const auto last = field_->grid.cell_at(to);
    if (!first || !last || !cell_open(*first, moment) || !cell_open(*last, moment)) {
        return false;
    }
    // J. Amanatides, A. Woo, "A fast voxel traversal algorithm for ray tracing", Eurographics 1987.
    const geo::GridGeometry& grid = field_->grid;
    const double dx = (to.x_m - from.x_m) * per_cell_;
    const double dy = -(to.y_m - from.y_m) * per_cell_;
    const std::int32_t step_x = dx > 0.0 ? 1 : -1;
    const std::int32_t step_y = dy > 0.0 ? 1 : -1;
    constexpr double never = std::numeric_limits<double>::infinity();
    const double u = (from.x_m - grid.left_m) * per_cell_;
    const double v = (grid.top_m - from.y_m) * per_cell_;
    geo::GridCell cell = *first;
    double next_x = dx == 0.0 ? never : (cell.column + (step_x > 0 ? 1 : 0) - u) / dx;
    double next_y = dy == 0.0 ? never : (cell.row + (step_y > 0 ? 1 : 0) - v) / dy;
    const std::int32_t crossings =
        std::abs(last->column - first->column) + std::abs(last->row - first->row);
    for (std::int32_t i = 0; i < crossings; ++i) {
        if (next_x < next_y) {
            cell.column += step_x;
            next_x += step_x / dx;
        } else {
            cell.row += step_y;
            next_y += step_y / dy;
        }
        if (!cell_open(cell, moment)) {
            return false;
        }
    }
    return true;
}

} // namespace fairlead::route
