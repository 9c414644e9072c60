// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Fuel as power times specific consumption.

#include "core/vessel/vessel.hpp"

namespace fairlead::vessel {

class SpecificConsumption final : public FuelModel {
  public:
    enum class LoadDependence {
        none,
        /// Times 0.455 l^2 - 0.710 l + 1.280 at the share l of full power, as in the IMO greenhouse
        /// gas studies (unverified transcription): least at l = 0.78, 28 % more near idling.
        imo
    };

    /// @throws Error (invalid_argument) for a consumption outside 50..1000 g/kWh.
    SpecificConsumption(double grams_per_kwh, Power full_power, LoadDependence load_dependence);

    [[nodiscard]] double fuel_t_per_h(double power_kw, double speed_kn,
                                      const IceState& ice) const noexcept override;
    [[nodiscard]] std::string describe() const override;

  private:
    double grams_per_kwh_;
    double full_power_kw_;
    LoadDependence load_dependence_;
};

} // namespace fairlead::vessel
