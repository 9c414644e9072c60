// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/polarroute_model.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::vessel {
namespace {

constexpr double gravity_mps2 = 9.81; // PolarRoute's

void require_positive(const char* what, double value) {
    if (!(value > 0.0) || !std::isfinite(value)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} {}: must be greater than 0", what, value));
    }
}

bool has_ice(const IceState& ice) noexcept {
    return ice.concentration > 0.0 && ice.thickness_m > 0.0;
}

} // namespace

PolarrouteResistance::PolarrouteResistance(HullShape shape, Length beam,
                                           double ice_density_kg_per_m3)
    : shape_(shape), beam_m_(beam.in_metres()), density_(ice_density_kg_per_m3) {
    require_positive("beam [m]", beam_m_);
    require_positive("ice density [kg/m3]", density_);
}

double PolarrouteResistance::factor(const IceState& ice) const noexcept {
    return 0.5 * shape_.k * density_ * beam_m_ * ice.thickness_m *
           std::pow(ice.concentration, shape_.n) *
           std::pow(gravity_mps2 * ice.concentration * ice.thickness_m, -0.5 * shape_.b);
}

double PolarrouteResistance::resistance_n(const IceState& ice, double speed_mps) const noexcept {
    if (!has_ice(ice) || !(speed_mps > 0.0)) {
        return 0.0;
    }
    return factor(ice) * std::pow(speed_mps, 2.0 + shape_.b);
}

double PolarrouteResistance::speed_mps(const IceState& ice, double force_n) const noexcept {
    return std::pow(force_n / factor(ice), 1.0 / (2.0 + shape_.b));
}

PolarrouteSpeedModel::PolarrouteSpeedModel(PolarrouteResistance resistance, Limits limits,
                                           Speed open_water_speed, FullPower full_power)
    : resistance_(resistance), limits_(limits),
      open_water_mps_(open_water_speed.in_metres_per_second()), full_power_(full_power) {
    require_positive("force limit [N]", limits.force_n);
    require_positive("open-water speed [kn]", open_water_speed.in_knots());
    require_positive("delivered power [kW]", full_power.power.in_kilowatts());
    require_positive("propulsive efficiency", full_power.propulsive_efficiency);
    if (!(full_power.speed >= open_water_speed)) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format(
                "speed at full power {} kn: must not be less than the open-water speed {} kn",
                full_power.speed.in_knots(), open_water_speed.in_knots()));
    }
}

double PolarrouteSpeedModel::attainable_speed_kn(const IceState& ice) const noexcept {
    if (ice.concentration > limits_.concentration) {
        return 0.0;
    }
    if (!has_ice(ice)) {
        return open_water_mps_ / mps_per_knot;
    }
    return std::min(open_water_mps_, resistance_.speed_mps(ice, limits_.force_n)) / mps_per_knot;
}

double PolarrouteSpeedModel::power_kw(const IceState& ice, double speed_kn) const noexcept {
    const double full_kw = full_power_.power.in_kilowatts();
    const double share = speed_kn / full_power_.speed.in_knots();
    const double speed_mps = speed_kn * mps_per_knot;
    const double against_ice_kw = resistance_.resistance_n(ice, speed_mps) * speed_mps /
                                  full_power_.propulsive_efficiency / 1000.0;
    return std::min(full_kw, full_kw * share * share * share + against_ice_kw);
}

std::string PolarrouteSpeedModel::describe() const {
    return fmt::format(
        "PolarRoute's model: force limit {} N, ice of {} kg/m3, no passage above {} % ice",
        limits_.force_n, resistance_.ice_density_kg_per_m3(), limits_.concentration * 100.0);
}

double PolarrouteFuelModel::fuel_t_per_h(double /*power_kw*/, double speed_kn,
                                         const IceState& ice) const noexcept {
    const double speed_kmh = speed_kn * mps_per_knot * 3.6;
    const double resistance_n = resistance_.resistance_n(ice, speed_kn * mps_per_knot);
    return 0.00137247 * speed_kmh * speed_kmh - 0.0029601 * speed_kmh +
           7.75218178e-11 * resistance_n * resistance_n + 6.48113363e-06 * resistance_n;
}

std::string PolarrouteFuelModel::describe() const {
    return "PolarRoute's fuel polynomial of speed and resistance";
}

} // namespace fairlead::vessel
