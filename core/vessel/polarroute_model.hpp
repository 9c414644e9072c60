// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The performance model that PolarRoute 1.1 uses for RRS Sir David Attenborough ("SDA"), for
/// comparison with it. Source: british-antarctic-survey/PolarRoute, vessel_performance; in ice:
///
///     R = 1/2 k Fr^b rho B h V^2 C^n,   Fr = V / sqrt(g C h)
///
/// A ship goes at full speed while R stays under the force limit, else at the speed where R equals
/// it; above the greatest concentration it does not go at all. Wind is not part of this model here.

#include "core/vessel/vessel.hpp"

namespace fairlead::vessel {

/// Resistance of the model and its inverse, shared by speed and fuel.
class PolarrouteResistance {
  public:
    struct HullShape {
        double k = 4.4;
        double b = -0.8267;
        double n = 2.0;
    };
    static constexpr HullShape slender{4.4, -0.8267, 2.0};
    static constexpr HullShape blunt{16.1, -1.7937, 3.0};

    /// @throws Error (invalid_argument) for a beam or density that is not positive.
    PolarrouteResistance(HullShape shape, Length beam, double ice_density_kg_per_m3);

    [[nodiscard]] double resistance_n(const IceState& ice, double speed_mps) const noexcept;
    /// The speed at which resistance is `force_n` [m/s]. @pre concentration and thickness > 0
    [[nodiscard]] double speed_mps(const IceState& ice, double force_n) const noexcept;
    [[nodiscard]] double ice_density_kg_per_m3() const noexcept { return density_; }

  private:
    /// R = factor * V^(2+b).
    [[nodiscard]] double factor(const IceState& ice) const noexcept;

    HullShape shape_;
    double beam_m_;
    double density_;
};

/// Speed, and the power that its fuel stands for: PolarRoute has no power of its own.
class PolarrouteSpeedModel final : public SpeedModel {
  public:
    struct Limits {
        double force_n = 0.0;
        double concentration = 0.8; ///< the greatest the ship enters
        Speed speed;                ///< in open water
    };
    struct Machinery {
        Power power;                  ///< delivered, the most there is
        double grams_per_kwh = 200.0; ///< of fuel, delivered power
    };
    /// @throws Error (invalid_argument) naming the value.
    PolarrouteSpeedModel(PolarrouteResistance resistance, Limits limits, Machinery machinery);

    [[nodiscard]] double attainable_speed_kn(const IceState& ice) const noexcept override;
    /// The fuel polynomial of PolarrouteFuelModel over specific consumption, without its slight
    /// fall with speed below 0.6 kn; at most the installed power.
    [[nodiscard]] double power_kw(const IceState& ice, double speed_kn) const noexcept override;
    [[nodiscard]] bool needs_thickness() const noexcept override { return true; }
    [[nodiscard]] std::string describe() const override;

  private:
    PolarrouteResistance resistance_;
    Limits limits_;
    Machinery machinery_;
};

/// Fuel by the polynomial in speed and resistance that PolarRoute fits to SDA data. Its value at
/// rest is the hotel load and not part of this model: give it to the Vessel.
class PolarrouteFuelModel final : public FuelModel {
  public:
    /// t/h at rest, without resistance.
    static constexpr double at_rest_t_per_h = 0.25290433;

    explicit PolarrouteFuelModel(PolarrouteResistance resistance) : resistance_(resistance) {}
    [[nodiscard]] double fuel_t_per_h(double power_kw, double speed_kn,
                                      const IceState& ice) const noexcept override;
    [[nodiscard]] std::string describe() const override;

  private:
    PolarrouteResistance resistance_;
};

} // namespace fairlead::vessel
