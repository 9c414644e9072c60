// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/specific_consumption.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>

namespace fairlead::vessel {

SpecificConsumption::SpecificConsumption(double grams_per_kwh, Power full_power,
                                         LoadDependence load_dependence)
    : grams_per_kwh_(grams_per_kwh), full_power_kw_(full_power.in_kilowatts()),
      load_dependence_(load_dependence) {
    if (!(grams_per_kwh >= 50.0 && grams_per_kwh <= 1000.0)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("specific consumption {} g/kWh: must lie between 50 and 1000",
                                grams_per_kwh));
    }
    FAIRLEAD_EXPECTS(full_power_kw_ > 0.0);
}

double SpecificConsumption::fuel_t_per_h(double power_kw, double /*speed_kn*/,
                                         const IceState& /*ice*/) const noexcept {
    constexpr double grams_per_tonne = 1e6;
    double consumption = grams_per_kwh_;
    if (load_dependence_ == LoadDependence::imo) {
        const double load = power_kw / full_power_kw_;
        consumption *= 0.455 * load * load - 0.710 * load + 1.280;
    }
    return power_kw * consumption / grams_per_tonne;
}

std::string SpecificConsumption::describe() const {
    return fmt::format(
        "{} g/kWh{}", grams_per_kwh_,
        load_dependence_ == LoadDependence::imo
            ? ", load dependence of the IMO greenhouse gas studies (unverified transcription)"
            : " at any load");
}

} // namespace fairlead::vessel
