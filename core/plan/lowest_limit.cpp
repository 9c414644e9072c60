// SPDX-License-Identifier: Apache-2.0
#include "core/plan/lowest_limit.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::plan {

LowestLimit::LowestLimit(const PlanRequest& request, const PlanningGrid& grid,
                         const geo::GridGeometry& squares, const TimeSpan& time)
    : request_(request), squares_(squares) {
    const auto& options = request.rules->options();
    if (options.zones) {
        for (const auto& zone : request.environment->zones()) {
            if (zone.speed_limit) {
                zones_.push_back({plane_box(zone, grid), zone.speed_limit->in_knots()});
            }
        }
    }
    if (options.under_keel_clearance && request.environment->has(env::Variable::sea_floor_depth)) {
        depth_.emplace(*request.environment, env::Variable::sea_floor_depth, grid, squares, time);
    }
}

double LowestLimit::of_depth(const LayerExtreme& depth) const {
    const auto& ship = request_.vessel->particulars();
    const auto& rule = *request_.rules->options().under_keel_clearance;
    if (!depth.value || rule.is_deep(ship, static_cast<double>(*depth.value))) {
        return HUGE_VAL;
    }
    return rule.greatest_speed_kn(ship, static_cast<double>(*depth.value)).value_or(0.0);
}

double LowestLimit::in_square(std::uint32_t square) {
    double limit_kn = depth_ ? of_depth(depth_->ever(square, Extreme::least)) : HUGE_VAL;
    const auto centre = squares_.centre(square);
    const double half_m = 0.5 * squares_.cell_m;
    for (const auto& [box, zone_limit_kn] : zones_) {
        if (centre.x_m + half_m >= box.left_m && centre.x_m - half_m <= box.right_m &&
            centre.y_m + half_m >= box.bottom_m && centre.y_m - half_m <= box.top_m) {
            limit_kn = std::min(limit_kn, zone_limit_kn);
        }
    }
    return limit_kn;
}

double LowestLimit::anywhere() {
    double limit_kn = depth_ ? of_depth(depth_->anywhere(Extreme::least)) : HUGE_VAL;
    for (const auto& zone : zones_) {
        limit_kn = std::min(limit_kn, zone.limit_kn);
    }
    return limit_kn;
}

} // namespace fairlead::plan
