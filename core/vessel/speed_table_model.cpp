// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/speed_table_model.hpp"

#include "core/base/error.hpp"
#include "core/vessel/propulsion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::vessel {
namespace {

[[noreturn]] void refuse_table(const std::string& sentence) {
    throw Error(ErrorCode::invalid_argument, "speed table: " + sentence);
}

void require_axis(const char* what, const std::vector<double>& axis) {
    if (axis.empty() || axis.front() != 0.0) {
        refuse_table(fmt::format("{} must begin with 0", what));
    }
    for (std::size_t i = 1; i < axis.size(); ++i) {
        if (!(axis[i] > axis[i - 1]) || !std::isfinite(axis[i])) {
            refuse_table(
                fmt::format("{} must rise, but {} follows {}", what, axis[i], axis[i - 1]));
        }
    }
}

/// Entry at or before the value and how far towards the next, within the axis.
struct Place {
    std::size_t index = 0;
    double fraction = 0.0;
};

Place locate(const std::vector<double>& axis, double value) noexcept {
    const auto next = std::upper_bound(axis.begin(), axis.end(), value);
    const auto index =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - axis.begin() - 1, 0));
    if (next == axis.end()) {
        return {index, 0.0};
    }
    return {index, std::max(0.0, (value - axis[index]) / (axis[index + 1] - axis[index]))};
}

} // namespace

SpeedTableModel::SpeedTableModel(Table table, Speed open_water_speed, Power full_power)
    : table_(std::move(table)), open_water_speed_kn_(open_water_speed.in_knots()),
      full_power_kw_(full_power.in_kilowatts()) {
    check();
}

void SpeedTableModel::check() const {
    require_axis("thickness_m", table_.thickness_m);
    if (!table_.concentration.empty()) {
        require_axis("concentration", table_.concentration);
        if (table_.concentration.back() != 1.0) {
            refuse_table("concentration must end with 1");
        }
    }
    const auto width = columns();
    if (table_.speed_kn.size() != table_.thickness_m.size() * width) {
        refuse_table(fmt::format("{} speeds where {} thicknesses and {} concentrations need {}",
                                 table_.speed_kn.size(), table_.thickness_m.size(), width,
                                 table_.thickness_m.size() * width));
    }
    for (std::size_t i = 0; i < table_.speed_kn.size(); ++i) {
        const double speed = table_.speed_kn[i];
        if (!(speed >= 0.0) || !std::isfinite(speed)) {
            refuse_table(fmt::format("speed {} kn is not a speed", speed));
        }
        if ((i % width > 0 && speed > table_.speed_kn[i - 1]) ||
            (i >= width && speed > table_.speed_kn[i - width])) {
            refuse_table(fmt::format("speed {} kn is greater than that in less ice", speed));
        }
    }
    // Without ice (no concentration, or with concentration alone no thickness axis) the table must
    // give the open-water speed, or the ship would jump at the ice edge.
    const bool by_both = !table_.concentration.empty() && table_.thickness_m.size() > 1;
    for (std::size_t row = 0; row < (by_both ? table_.thickness_m.size() : 1); ++row) {
        const double speed = table_.speed_kn[row * width];
        if (std::abs(speed - open_water_speed_kn_) > 1e-9) {
            refuse_table(fmt::format("speed without ice is {} kn, but open_water_speed_kn is {}",
                                     speed, open_water_speed_kn_));
        }
    }
}

double SpeedTableModel::attainable_speed_kn(const IceState& ice) const noexcept {
    if (!(ice.concentration > 0.0)) {
        return open_water_speed_kn_;
    }
    const auto width = columns();
    const double concentration = std::min(ice.concentration, 1.0);
    if (width == 1) {
        const double equivalent_m = concentration * ice.thickness_m;
        if (equivalent_m > table_.thickness_m.back()) {
            return 0.0;
        }
        const auto [row, fraction] = locate(table_.thickness_m, equivalent_m);
        const double thin = table_.speed_kn[row];
        return fraction > 0.0 ? std::lerp(thin, table_.speed_kn[row + 1], fraction) : thin;
    }
    const auto place = locate(table_.concentration, concentration);
    const std::size_t column = place.index;
    const double along = place.fraction;
    const auto in_row = [&](std::size_t row) {
        const double* speeds = table_.speed_kn.data() + row * width + column;
        return along > 0.0 ? std::lerp(speeds[0], speeds[1], along) : speeds[0];
    };
    if (table_.thickness_m.size() == 1) {
        return in_row(0);
    }
    if (ice.thickness_m > table_.thickness_m.back()) {
        return 0.0;
    }
    const auto [row, down] = locate(table_.thickness_m, ice.thickness_m);
    return down > 0.0 ? std::lerp(in_row(row), in_row(row + 1), down) : in_row(row);
}

double SpeedTableModel::power_kw(const IceState& ice, double speed_kn) const noexcept {
    const double ice_share = net_thrust_share(attainable_speed_kn(ice) / open_water_speed_kn_);
    return full_power_kw_ * power_share(speed_kn / open_water_speed_kn_, std::max(0.0, ice_share));
}

std::string SpeedTableModel::describe() const {
    const auto rows = table_.thickness_m.size();
    if (table_.concentration.empty()) {
        return fmt::format(
            "h-v table of {} thicknesses up to {} m, level ice; below 10/10 by the "
            "equivalent-volume thickness, concentration times thickness (Milakovic et al. 2018)",
            rows, table_.thickness_m.back());
    }
    if (rows == 1) {
        return fmt::format("speed by {} concentrations, whatever the thickness",
                           table_.concentration.size());
    }
    return fmt::format("speed by {} thicknesses up to {} m and {} concentrations", rows,
                       table_.thickness_m.back(), table_.concentration.size());
}

} // namespace fairlead::vessel
