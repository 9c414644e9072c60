// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Least or greatest value of a variable that its layers together can answer in a square of the
/// plane during an interval of time, each asked when and where the environment would ask it.

#include "core/env/environment.hpp"
#include "core/plan/layer_extremes.hpp"
#include "core/plan/planning_grid.hpp"

#include <optional>
#include <vector>

namespace fairlead::plan {

/// A variable's layers, asked as the environment asks them.
class VariableExtremes {
  public:
    VariableExtremes(const env::Environment& environment, env::Variable variable,
                     const PlanningGrid& grid, const geo::GridGeometry& squares,
                     const TimeSpan& time);

    [[nodiscard]] bool present() const noexcept { return !stack_.empty(); }
    /// @pre nothing jumps inside the interval (env::natural_times)
    [[nodiscard]] LayerExtreme during(std::uint32_t square, const TimeSpan& interval,
                                      Extreme which);
    [[nodiscard]] LayerExtreme ever(std::uint32_t square, Extreme which);
    [[nodiscard]] LayerExtreme anywhere(Extreme which);

  private:
    struct Entry {
        std::optional<LayerExtremes> data;
        std::optional<LayerExtremes> climatology;
        std::optional<float> constant;

        [[nodiscard]] bool is_dated() const noexcept { return data && !data->field().is_static(); }
    };
    static bool undated(LayerExtreme& answer, Entry& entry, std::uint32_t square, Extreme which);

    env::BeyondData beyond_;
    std::vector<Entry> stack_; ///< top first
};

} // namespace fairlead::plan
