// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/polarroute_model.hpp"

#include "core/base/error.hpp"
#include "core/vessel/require.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::vessel {
namespace {

constexpr double polarroute_gravity_mps2 = 9.81;

constexpr double kmh_per_knot = 1.852;

// PolarRoute's fuel polynomial [t/h] of speed [km/h] and resistance [N].
constexpr double fuel_per_kmh2 = 0.00137247;
constexpr double fuel_per_kmh = -0.0029601;

double fuel_of_resistance(double resistance_n) noexcept {
    return 7.75218178e-11 * resistance_n * resistance_n + 6.48113363e-06 * resistance_n;
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
           std::pow(polarroute_gravity_mps2 * ice.concentration * ice.thickness_m, -0.5 * shape_.b);
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
                                           Machinery machinery)
    : resistance_(resistance), limits_(limits), machinery_(machinery) {
    require_positive("force limit [N]", limits.force_n);
    require_positive("open-water speed [kn]", limits.speed.in_knots());
    require_positive("delivered power [kW]", machinery.power.in_kilowatts());
    require_positive("specific consumption [g/kWh]", machinery.grams_per_kwh);
}

double PolarrouteSpeedModel::attainable_speed_kn(const IceState& ice) const noexcept {
    if (ice.concentration > limits_.concentration) {
        return 0.0;
    }
    if (!has_ice(ice)) {
        return limits_.speed.in_knots();
    }
    return std::min(limits_.speed.in_knots(),
                    resistance_.speed_mps(ice, limits_.force_n) / mps_per_knot);
}

double PolarrouteSpeedModel::power_kw(const IceState& ice, double speed_kn) const noexcept {
    constexpr double grams_per_tonne = 1e6;
    // Beyond its least point the parabola in speed is c2 (V - V0)^2 and a constant.
    constexpr double least_kmh = -fuel_per_kmh / (2.0 * fuel_per_kmh2);
    const double beyond_kmh = std::max(0.0, speed_kn * kmh_per_knot - least_kmh);
    const double fuel_t_per_h =
        fuel_per_kmh2 * beyond_kmh * beyond_kmh +
        fuel_of_resistance(resistance_.resistance_n(ice, speed_kn * mps_per_knot));
    return std::min(machinery_.power.in_kilowatts(),
                    fuel_t_per_h * grams_per_tonne / machinery_.grams_per_kwh);
}

std::string PolarrouteSpeedModel::describe() const {
    return fmt::format(
        "PolarRoute's model: force limit {} N, ice of {} kg/m3, no passage above {} % ice",
        limits_.force_n, resistance_.ice_density_kg_per_m3(), limits_.concentration * 100.0);
}

double PolarrouteFuelModel::fuel_t_per_h(double /*power_kw*/, double speed_kn,
                                         const IceState& ice) const noexcept {
    const double speed_kmh = speed_kn * kmh_per_knot;
    return fuel_per_kmh2 * speed_kmh * speed_kmh + fuel_per_kmh * speed_kmh +
           fuel_of_resistance(resistance_.resistance_n(ice, speed_kn * mps_per_knot));
}

std::string PolarrouteFuelModel::describe() const {
    return "PolarRoute's fuel polynomial of speed and resistance";
}

} // namespace fairlead::vessel
