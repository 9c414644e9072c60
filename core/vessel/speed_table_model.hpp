// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Attainable speed from a table, as yards and trials give it: by ice thickness (an h-v curve), by
/// concentration, or by both; linear between its entries.
///
/// A table by thickness alone is that of level ice. Ice that does not cover the sea enters it with
/// its equivalent-volume thickness, C times h: A.-S. Milakovic, P. Schuetz, H. Piehl, S. Ehlers, "A
/// method for estimation of equivalent-volume ice thickness based on WMO egg code in absence of
/// ridging parameters", Cold Regions Science and Technology 155 (2018).
///
/// Beyond its last thickness the table says nothing: the ship counts as beset there.

#include "core/vessel/vessel.hpp"

#include <vector>

namespace fairlead::vessel {

class SpeedTableModel final : public SpeedModel {
  public:
    struct Table {
        /// Strictly rising from 0; one entry of 0 where speed does not depend on thickness.
        std::vector<double> thickness_m;
        /// Strictly rising from 0 to 1; empty where speed depends on thickness alone.
        std::vector<double> concentration;
        /// One row for each thickness, one column for each concentration (one if there are none).
        std::vector<double> speed_kn;
    };

    /// @param full_power delivered, at open-water speed.
    /// @throws Error (invalid_argument) for axes as they must not be, a speed that is negative or
    ///         rises with ice, or another speed without ice than `open_water_speed`.
    SpeedTableModel(Table table, Speed open_water_speed, Power full_power);

    [[nodiscard]] double attainable_speed_kn(const IceState& ice) const noexcept override;
    /// The ice resistance follows from the attainable speed by the net thrust of propulsion.hpp
    /// and is taken as the same at lower speeds, which errs on the side of more power.
    [[nodiscard]] double power_kw(const IceState& ice, double speed_kn) const noexcept override;
    [[nodiscard]] bool needs_thickness() const noexcept override {
        return table_.thickness_m.size() > 1;
    }
    [[nodiscard]] std::string describe() const override;

  private:
    [[nodiscard]] std::size_t columns() const noexcept {
        return table_.concentration.empty() ? 1 : table_.concentration.size();
    }
    void check() const;

    Table table_;
    double open_water_speed_kn_;
    double full_power_kw_;
};

} // namespace fairlead::vessel
