// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Attainable speed where net thrust equals ice resistance.
///
/// Ice that does not cover the sea: the resistance of level ice of the same thickness times
/// C^n. C^1.5 is the concentration term of the floe-ice resistance of L. Huang, J. Tuhkuri,
/// B. Igrec, M. Li, D. Stagonas, A. Toffoli, P. Cardiff, G. Thomas, "Ship resistance when operating
/// in floating ice floes: a combined CFD&DEM approach", Marine Structures 74 (2020) 102817;
/// 2 and 3 are those of slender and blunt hulls in PolarRoute. Floes that need not be broken
/// resist less than level ice of their thickness, so the product with level ice errs on the slow
/// side; it gives open water at C = 0 and level ice at C = 1.

#include "core/vessel/level_ice_resistance.hpp"
#include "core/vessel/vessel.hpp"

#include <memory>

namespace fairlead::vessel {

/// Resistance formula against propulsion. Both are quadratic or simpler in speed, so speed and
/// power are closed forms: exact to rounding, no iteration (propulsion.hpp).
class IceSpeedModel final : public SpeedModel {
  public:
    struct Propulsion {
        Power power;                  ///< delivered, at full speed
        double quality_factor = 0.98; ///< K_e, propulsion.hpp
        Length propeller_diameter;
        Speed open_water_speed;
    };
    static constexpr double default_concentration_exponent = 1.5;

    /// @param resistance not null.
    /// @throws Error (invalid_argument) naming the value that no ship has.
    IceSpeedModel(std::shared_ptr<const LevelIceResistance> resistance,
                  const Propulsion& propulsion,
                  double concentration_exponent = default_concentration_exponent);

    [[nodiscard]] double attainable_speed_kn(const IceState& ice) const noexcept override;
    [[nodiscard]] double power_kw(const IceState& ice, double speed_kn) const noexcept override;
    [[nodiscard]] bool needs_thickness() const noexcept override { return true; }
    [[nodiscard]] std::string describe() const override;

    /// Resistance of that ice, all of it [N].
    [[nodiscard]] LinearResistance resistance(const IceState& ice) const noexcept;
    [[nodiscard]] double bollard_pull_n() const noexcept { return bollard_pull_n_; }

  private:
    std::shared_ptr<const LevelIceResistance> resistance_;
    Propulsion propulsion_;
    double concentration_exponent_;
    double bollard_pull_n_;
    double open_water_mps_;
};

} // namespace fairlead::vessel
