// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The least that a mile can cost a ship in at least so much ice, for objectives such as fuel where
/// less ice is not always cheaper: rules slow a ship in heavier ice, and a slow ship may burn less.
///
/// Ice is divided into steps of concentration and thickness. In one step the attainable speed lies
/// between those of its two ends and a rule may limit it further; the cost per hour is at least
/// that in the step's least ice at the same speed, as neither more ice nor more speed makes an hour
/// cheaper. The least quotient of the two, over the step and all heavier ones, is the floor.

#include "core/cost/transit_model.hpp"

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace fairlead::plan {

class CostFloor {
  public:
    /// What a place can be like at best, and how slow rules could make the ship there.
    struct Place {
        env::Sample concentration; ///< the least; not usable: none is known
        env::Sample thickness;     ///< the least; not usable: may be any
        double lowest_limit_kn =
            std::numeric_limits<double>::infinity(); ///< of zones and depth, in force or not
        double current_mps = 0.0;                    ///< the strongest, helping
    };

    /// Keeps a reference to the model, which must outlive it.
    /// @param greatest_thickness_m of ice that any place has.
    CostFloor(const cost::TransitModel& model, const cost::Objective& objective,
              double greatest_thickness_m);

    /// False for a ship that burns less in more ice or at more speed, as tried at many steps: then
    /// there is no floor.
    [[nodiscard]] bool holds() const noexcept { return holds_; }

    /// Least cost per true metre; infinite where she cannot go. Where no attainable speed is given.
    [[nodiscard]] double per_true_metre(const Place& place);
    /// The same where her attainable speed is given and lies between two values. The place's ice
    /// counts for rules and risk. @pre the greatest is usable
    [[nodiscard]] double per_true_metre(const Place& place, double least_attainable_kn,
                                        env::Sample greatest_attainable);

  private:
    /// Speeds from some value up to another: an hour costs at least what it does at the slowest of
    /// them.
    struct Piece {
        std::uint32_t step;
        float rate_per_h;
        float fastest_kn;

        [[nodiscard]] double per_metre(double current_mps) const noexcept;
    };

    using Ice = vessel::IceState;

    void add_step(std::size_t concentration, std::size_t thickness);
    /// Of all ice from the least to the most, in both of its numbers.
    /// @return false, and nothing is added, if her speed falls much in between; unless `whatever`
    bool add_ice(std::uint32_t step, const Ice& least, const Ice& most, bool whatever);
    /// The same by halves and quarters.
    void divide_ice(std::uint32_t step, const Ice& least, const Ice& most, int depth);
    /// Appends pieces for all speeds between two values.
    void add_pieces(std::vector<Piece>& pieces, std::uint32_t step,
                    const env::Conditions& conditions, double slowest_kn, double fastest_kn) const;
    [[nodiscard]] double least_between(const env::Conditions& conditions, double slowest_kn,
                                       double fastest_kn, double current_mps) const;
    /// POLARIS's limit beyond normal operation; infinite where she may not go beyond it.
    [[nodiscard]] double limit_in_risk_kn() const noexcept;
    [[nodiscard]] bool never_cheaper() const;
    [[nodiscard]] const std::vector<float>& table(int current_steps);

    const cost::TransitModel& model_;
    cost::Objective objective_;
    bool holds_ = false;
    std::vector<Piece> pieces_;
    std::map<int, std::vector<float>> tables_; ///< by current in steps: the floor by step
    std::map<std::tuple<std::uint32_t, int, int>, double> limited_; ///< by step, limit and current
};

} // namespace fairlead::plan
