// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/ice_speed_model.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/vessel/propulsion.hpp"
#include "core/vessel/require.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fairlead::vessel {
namespace {

/// C^n without std::pow for the usual exponents, which are asked for a million times.
double covered_share(double concentration, double exponent) noexcept {
    if (exponent == 1.5) {
        return concentration * std::sqrt(concentration);
    }
    if (exponent == 1.0) {
        return concentration;
    }
    return std::pow(concentration, exponent);
}

} // namespace

IceSpeedModel::IceSpeedModel(std::shared_ptr<const LevelIceResistance> resistance,
                             const Propulsion& propulsion, double concentration_exponent)
    : resistance_(std::move(resistance)), propulsion_(propulsion),
      concentration_exponent_(concentration_exponent),
      bollard_pull_n_(vessel::bollard_pull_n(propulsion.quality_factor, propulsion.power,
                                             propulsion.propeller_diameter)),
      open_water_mps_(propulsion.open_water_speed.in_metres_per_second()) {
    FAIRLEAD_EXPECTS(resistance_ != nullptr);
    require_positive("delivered power [kW]", propulsion.power.in_kilowatts());
    require_positive("propulsion quality factor", propulsion.quality_factor);
    require_positive("propeller diameter [m]", propulsion.propeller_diameter.in_metres());
    require_positive("open-water speed [kn]", propulsion.open_water_speed.in_knots());
    require_positive("concentration exponent", concentration_exponent);
}

LinearResistance IceSpeedModel::resistance(const IceState& ice) const noexcept {
    if (!(ice.concentration > 0.0)) {
        return {};
    }
    const double share = covered_share(ice.concentration, concentration_exponent_);
    const auto level = resistance_->at(ice.thickness_m);
    return {share * level.at_rest_n, share * level.per_mps_ns_per_m};
}

double IceSpeedModel::attainable_speed_kn(const IceState& ice) const noexcept {
    const auto [at_rest_n, per_mps] = resistance(ice);
    return propulsion_.open_water_speed.in_knots() *
           equilibrium_speed_share(at_rest_n / bollard_pull_n_,
                                   per_mps * open_water_mps_ / bollard_pull_n_);
}

double IceSpeedModel::power_kw(const IceState& ice, double speed_kn) const noexcept {
    const double x = speed_kn / propulsion_.open_water_speed.in_knots();
    return propulsion_.power.in_kilowatts() *
           power_share(x, resistance(ice).at(x * open_water_mps_) / bollard_pull_n_);
}

std::string IceSpeedModel::describe() const {
    return fmt::format(
        "net thrust (Riska et al. 1997) against {}; bollard pull {:.0f} kN (K_e {}, {} kW, "
        "propeller {} m); below 10/10 ice resistance times concentration to the power {}",
        resistance_->describe(), bollard_pull_n_ / 1000.0, propulsion_.quality_factor,
        propulsion_.power.in_kilowatts(), propulsion_.propeller_diameter.in_metres(),
        concentration_exponent_);
}

} // namespace fairlead::vessel
