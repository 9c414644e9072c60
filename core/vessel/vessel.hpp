// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A ship: particulars, ice class, how fast it goes in which ice and what that burns.

#include "core/base/units.hpp"
#include "core/vessel/ice_class.hpp"

#include <memory>
#include <string>
#include <vector>

namespace fairlead::vessel {

struct Particulars {
    std::string name;
    IceClass ice_class = IceClass::none;
    Length length; ///< waterline
    Length beam;
    Length draught;
    double block_coefficient = 0.7;
    Power power; ///< delivered, at full speed
};

/// What the ship makes of given ice.
struct Performance {
    double speed_kn = 0.0; ///< through the water; 0: beset
    double power_kw = 0.0;
    double fuel_t_per_h = 0.0; ///< hotel load included
};

/// Ice as the ship meets it.
struct IceState {
    double concentration = 0.0; ///< 0..1
    double thickness_m = 0.0;   ///< of the ice that is there
};

/// Immutable; safe from any thread.
class SpeedModel {
  public:
    virtual ~SpeedModel() = default;
    /// Attainable speed through the water at full power [kn]; 0 if the ship is stopped.
    /// Never above open_water_speed; falls (weakly) with concentration and with thickness.
    [[nodiscard]] virtual double attainable_speed_kn(const IceState& ice) const noexcept = 0;
    /// Power needed to make a speed in that ice [kW], for 0 <= speed <= attainable.
    [[nodiscard]] virtual double power_kw(const IceState& ice, double speed_kn) const noexcept = 0;
    /// False where concentration alone decides: ice of unknown thickness is no obstacle then.
    [[nodiscard]] virtual bool needs_thickness() const noexcept = 0;
    [[nodiscard]] virtual std::string describe() const = 0; ///< model, parameters, source
};

/// Fuel of propulsion, without the hotel load. Immutable; safe from any thread.
class FuelModel {
  public:
    virtual ~FuelModel() = default;
    [[nodiscard]] virtual double fuel_t_per_h(double power_kw, double speed_kn,
                                              const IceState& ice) const noexcept = 0;
    [[nodiscard]] virtual std::string describe() const = 0;
};

/// Immutable; safe from any thread; copies share the models.
class Vessel {
  public:
    /// Faster ships than this are taken for a mistake in the file.
    static constexpr Speed greatest_speed = Speed::knots(40.0);

    /// @param hotel_fuel_t_per_h burnt under way and at rest alike, on top of the fuel model's.
    /// @throws Error (invalid_argument) naming the value, for a speed that is not above 0 or is
    ///         above greatest_speed, or a particular no ship has.
    /// @pre speed and fuel are not null.
    Vessel(Particulars particulars, Speed open_water_speed, Speed least_speed,
           std::shared_ptr<const SpeedModel> speed, std::shared_ptr<const FuelModel> fuel,
           double hotel_fuel_t_per_h, double co2_per_fuel, std::vector<std::string> notes,
           std::string source);

    [[nodiscard]] const Particulars& particulars() const noexcept { return particulars_; }
    [[nodiscard]] double open_water_speed_kn() const noexcept {
        return open_water_speed_.in_knots();
    }
    /// The same ship with another ice class on her certificate, all else equal: for "what if".
    [[nodiscard]] Vessel with_ice_class(IceClass ice_class) const;
    /// Below this the ship counts as beset.
    [[nodiscard]] double least_speed_kn() const noexcept { return least_speed_.in_knots(); }
    /// At full power, or at `speed_limit_kn` where that is lower. Where that is below
    /// least_speed_kn the ship does not go: speed and power 0, hotel fuel alone.
    [[nodiscard]] Performance performance(const IceState& ice,
                                          double speed_limit_kn) const noexcept;
    /// At a speed that something else than the ship's own model gives, in open water.
    [[nodiscard]] Performance open_water_performance(double speed_kn) const noexcept;
    [[nodiscard]] double hotel_fuel_t_per_h() const noexcept { return hotel_fuel_t_per_h_; }
    [[nodiscard]] double co2_per_fuel() const noexcept { return co2_per_fuel_; } ///< t per t
    [[nodiscard]] const SpeedModel& speed_model() const noexcept { return *speed_; }
    [[nodiscard]] const FuelModel& fuel_model() const noexcept { return *fuel_; }
    /// Sources and marks of the values ("example", "unverified transcription"), for people.
    [[nodiscard]] const std::vector<std::string>& notes() const noexcept { return notes_; }
    [[nodiscard]] const std::string& source() const noexcept { return source_; } ///< file

  private:
    Particulars particulars_;
    Speed open_water_speed_;
    Speed least_speed_;
    std::shared_ptr<const SpeedModel> speed_;
    std::shared_ptr<const FuelModel> fuel_;
    double hotel_fuel_t_per_h_;
    double co2_per_fuel_;
    std::vector<std::string> notes_;
    std::string source_;
};

} // namespace fairlead::vessel
