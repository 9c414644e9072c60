// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a ship meets at one place of a track at one time, taken straight from the environment:
/// the right-hand side of the equations that an evaluation integrates.

#include "core/cost/transit_model.hpp"
#include "core/env/environment.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/land_index.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fairlead::route {

/// Rates per hour under way; all zero where the place is not open.
struct HourlyRates {
    double fuel_t = 0.0;
    double co2_t = 0.0;
    double risk = 0.0;
    double money = 0.0;
    double cost = 0.0; ///< in the unit of the objective
};

struct Passage {
    bool open = false;   ///< every rule allows it and the ship makes way over the ground
    bool forced = false; ///< open only because it was asked as if no rule forbade it
    bool beset = false;  ///< forced, and the ship's model makes less than its least speed
    double speed_over_ground_kn = 0.0;
    HourlyRates rates;
    env::Conditions conditions;
    cost::Transit transit; ///< what the model says, without limits of the leg
    /// What the cost model needs and the sea does not have here: then not open.
    std::optional<env::Variable> missing_for_cost;
};

/// A place of the track and the direction in which it is passed.
struct TrackPlace {
    geo::Position position;
    geo::Bearing course;
    std::span<const env::Zone* const> zones; ///< that contain it, in force or not
    /// Land nearer than `near_within`, the widest spacing of any depth grid; null in open water.
    /// Depths of grids with wider spacing than the distance to land say nothing: one value stands
    /// for shore, shoal and fairway.
    const geo::LandIndex* land_near = nullptr;
    Length near_within = Length{};
};

/// Not for several threads at once: reuses memory.
class PassageSampler {
  public:
    /// Slower than this over the ground is no way made: the current is stronger than the ship.
    static constexpr double least_speed_over_ground_kn = 0.1;

    PassageSampler(const env::Environment& environment, const cost::TransitModel& model,
                   const cost::Objective& objective);

    /// @param speed_limit_kn of the leg; infinity for none.
    [[nodiscard]] Passage at(const TrackPlace& place, double time_s, double speed_limit_kn);
    /// As if no rule forbade the place: the speed of the ship's own model in the ice there, unknown
    /// ice counting as none; at least the ship's least speed. Always open.
    [[nodiscard]] Passage forced_at(const TrackPlace& place, double time_s, double speed_limit_kn);

    /// Those of `zones` that are in force.
    [[nodiscard]] std::span<const env::Zone* const>
    in_force(std::span<const env::Zone* const> zones, double time_s);

    [[nodiscard]] const env::Environment& environment() const noexcept { return *environment_; }
    [[nodiscard]] const cost::TransitModel& model() const noexcept { return *model_; }
    [[nodiscard]] const cost::Objective& objective() const noexcept { return objective_; }
    [[nodiscard]] std::size_t sample_count() const noexcept { return samples_; }

  private:
    [[nodiscard]] Passage look(const TrackPlace& place, double time_s);
    void limit_speed(const env::Conditions& conditions, cost::Transit& transit,
                     double speed_limit_kn) const;
    /// @return false, with passage.missing_for_cost, where the cost model cannot be asked.
    [[nodiscard]] bool set_rates(Passage& passage, const cost::Transit& transit,
                                 const TrackPlace& place, double time_s);
    /// What the model is told; false where something of it is missing.
    [[nodiscard]] bool gather_inputs(Passage& passage, const cost::Transit& transit,
                                     const TrackPlace& place, double time_s);

    const env::Environment* environment_;
    const cost::TransitModel* model_;
    cost::Objective objective_;
    cost::Objective money_; ///< at its prices, whatever the objective
    std::vector<double> model_inputs_;
    std::vector<const env::Zone*> in_force_;
    std::size_t samples_ = 0;
};

/// Speed made good along a course by a ship that heads up against the current so as to stay on it:
/// along-current + sqrt(speed^2 - across-current^2). Zero if the current sets it off in any case.
[[nodiscard]] double speed_over_ground_kn(double speed_kn, const env::Conditions& conditions,
                                          geo::Bearing course) noexcept;

} // namespace fairlead::route
