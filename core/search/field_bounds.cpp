// SPDX-License-Identifier: Apache-2.0
#include "core/search/field_bounds.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace fairlead::search {
namespace {

void require(bool condition, const char* what) {
    if (!condition) {
        throw Error(ErrorCode::invalid_argument, std::string("transit field: ") + what);
    }
}

void require_sizes(const cost::TransitField& field) {
    const std::size_t values = field.grid.cell_count() * field.slice_count();
    require(field.grid.cell_count() > 0, "the grid has no cells");
    require(field.slice_count() > 0, "there is no slice");
    require(field.slowness.size() == values, "slowness does not hold one code per cell and slice");
    require(field.cost_rate.empty() || field.cost_rate.size() == values,
            "cost_rate does not hold one code per cell and slice");
    require(field.current_x.size() == field.current_y.size() &&
                (field.current_x.empty() || field.current_x.size() == values),
            "current_x and current_y do not hold one code per cell and slice each");
    require(std::is_sorted(field.slice_time_s.begin(), field.slice_time_s.end()),
            "slice times fall");
    require(std::isfinite(field.slice_time_s.front()) && std::isfinite(field.slice_time_s.back()),
            "a slice time is not finite");
    require(field.slowness_unit_s_per_m > 0.0, "slowness_unit_s_per_m is not positive");
    require(field.cost_rate.empty() || field.cost_rate_unit_per_s > 0.0,
            "cost_rate_unit_per_s is not positive");
    require(field.waiting_cost_per_s >= 0.0, "waiting_cost_per_s is negative");
}

double greatest_current_mps(const cost::TransitField& field) {
    std::int64_t greatest = 0;
    for (std::size_t i = 0; i < field.current_x.size(); ++i) {
        const std::int64_t x = field.current_x[i];
        const std::int64_t y = field.current_y[i];
        greatest = std::max(greatest, x * x + y * y);
    }
    return std::sqrt(static_cast<double>(greatest)) * std::abs(field.current_unit_mps);
}

} // namespace

FieldBounds bounds_of(const cost::TransitField& field) {
    require_sizes(field);
    constexpr std::uint16_t closed = cost::TransitField::closed;
    std::uint16_t least = closed;
    std::uint16_t greatest = 0;
    for (const std::uint16_t code : field.slowness) {
        least = std::min(least, code);
        greatest = std::max<std::uint16_t>(greatest, code == closed ? std::uint16_t{0} : code);
    }
    FieldBounds bounds;
    bounds.any_open = least != closed;
    if (!bounds.any_open) {
        return bounds;
    }
    require(least > 0, "an open cell has slowness code 0");
    bounds.least_code = least;
    bounds.greatest_code = greatest;
    bounds.greatest_current_mps = greatest_current_mps(field);
    if (!field.cost_rate.empty()) {
        bounds.least_cost_code = *std::min_element(field.cost_rate.begin(), field.cost_rate.end());
    }
    const double fastest_mps =
        1.0 / (least * field.slowness_unit_s_per_m) + bounds.greatest_current_mps;
    bounds.least_slowness_s_per_m = 1.0 / fastest_mps;
    return bounds;
}

} // namespace fairlead::search
