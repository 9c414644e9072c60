// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The transit model remembered: millions of cells ask for a few hundred thousand different
/// conditions. Ice is rounded to 0.2 % of concentration and 1 cm of thickness, attainable speed to
/// 0.01 kn, always to the same side: the search must not find open what the check forbids by a
/// hair, and a bound must not be too high by one.

#include "core/cost/transit_model.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::plan {

class TransitMemo {
  public:
    struct Entry {
        float speed_kn = 0.0F;   ///< through the water; 0: closed
        float cost_per_h = 0.0F; ///< 0 where the objective is a model, which asks for the rest
        float power_kw = 0.0F;
        float fuel_t_per_h = 0.0F;
        float rio = 0.0F;
    };

    enum class Rounding {
        pessimistic, ///< more ice, less speed: for planning
        optimistic,  ///< less ice, more speed: for bounds
    };

    /// Keeps a reference to the model, which must outlive it.
    TransitMemo(const cost::TransitModel& model, const cost::Objective& objective,
                Rounding rounding);

    /// In deep water, outside zones. Samples that are not usable stay so.
    [[nodiscard]] const Entry& at(env::Sample concentration, env::Sample thickness,
                                  env::Sample attainable_speed);

    /// Not remembered: with all that restricts the ship at a place.
    [[nodiscard]] Entry ask(const env::Conditions& conditions,
                            std::span<const env::Zone* const> zones) const;

  private:
    struct Slot {
        std::uint64_t key = 0; ///< 0: empty
        Entry entry;
    };
    const cost::TransitModel& model_;
    cost::Objective objective_;
    Rounding rounding_;
    std::vector<Slot> slots_;
    Slot overflow_;
};

} // namespace fairlead::plan
