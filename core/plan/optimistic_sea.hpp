// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The best a ship could meet: for each square of a lattice and each interval of time the least
/// ice, the greatest attainable speed and the strongest current that the environment can answer
/// there (layer_extremes.hpp), with any current helping and no zones and no depth limits; POLARIS
/// closes and slows what is too much ice even so. Slowness stands for time, or for cost per plane
/// metre where the objective is distance or risk (one interval: the least over all times).

#include "core/cost/transit_model.hpp"
#include "core/env/environment.hpp"
#include "core/plan/layer_extremes.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/transit_memo.hpp"
#include "core/search/lower_bound.hpp"

#include <array>
#include <memory>
#include <optional>
#include <span>
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

class OptimisticSea final : public search::SlownessFloor {
  public:
    /// @param square_m side of a square of the lattice, which covers the grid.
    /// @param time from departure to the arrival of a known route; later voyages do not matter.
    /// @param by_cost nothing for time; else the greatest cost of interest.
    /// @pre objective is time, distance or risk: for these less ice is never worse.
    OptimisticSea(const PlanRequest& request, const cost::TransitModel& model,
                  const PlanningGrid& grid, double square_m, const TimeSpan& time,
                  std::optional<double> by_cost);

    [[nodiscard]] const geo::GridGeometry& squares() const noexcept override { return squares_; }
    [[nodiscard]] std::span<const double> interval_ends() const noexcept override {
        return interval_ends_;
    }
    [[nodiscard]] double slowness(std::uint32_t square, std::uint32_t interval) override;
    [[nodiscard]] double least_slowness() const noexcept override { return least_slowness_; }
    /// Least cost per true metre anywhere at any time: times the geodesic it is a bound of its own.
    [[nodiscard]] double least_per_true_metre() const noexcept { return least_per_true_metre_; }

  private:
    struct Best {
        LayerExtreme concentration;
        LayerExtreme thickness;
        LayerExtreme attainable;
        double current_mps = 0.0;
    };
    /// Least cost per true metre; infinite if closed.
    [[nodiscard]] double per_true_metre(const Best& best);
    template <class Ask>
    [[nodiscard]] Best ask(Ask&& of);

    geo::GridGeometry squares_;
    bool by_time_;
    std::vector<double> interval_ends_;
    std::vector<float> scale_; ///< by square, greatest in it; 0: all land
    TransitMemo memo_;
    VariableExtremes concentration_;
    VariableExtremes thickness_;
    VariableExtremes attainable_;
    VariableExtremes east_;
    VariableExtremes north_;
    double least_per_true_metre_ = 0.0;
    double least_slowness_ = 0.0;
};

} // namespace fairlead::plan
