// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The best a ship could meet: for each square of a lattice and each interval of time the least
/// ice, the greatest attainable speed and the strongest current that the environment can answer
/// there (layer_extremes.hpp), with any current helping and nothing closed by zones or depth;
/// POLARIS closes and slows what is too much ice even so. Slowness stands for time, or for cost per
/// plane metre where the objective is another (one interval: the least over all times). Where less
/// ice may be dearer (fuel, CO2, money) the least over all ice above the least counts, and over all
/// speeds that zones and depth may bring her down to (cost_floor.hpp).

#include "core/cost/transit_model.hpp"
#include "core/plan/cost_floor.hpp"
#include "core/plan/lowest_limit.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/transit_memo.hpp"
#include "core/plan/variable_extremes.hpp"
#include "core/search/lower_bound.hpp"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::plan {

class OptimisticSea final : public search::SlownessFloor {
  public:
    /// @param square_m side of a square of the lattice, which covers the grid.
    /// @param time from departure to the arrival of a known route; later voyages do not matter.
    /// @param by_cost nothing for time; else the greatest cost of interest.
    OptimisticSea(const PlanRequest& request, const cost::TransitModel& model,
                  const PlanningGrid& grid, double square_m, const TimeSpan& time,
                  std::optional<double> by_cost);

    [[nodiscard]] const geo::GridGeometry& squares() const noexcept override { return squares_; }
    [[nodiscard]] std::span<const double> interval_ends() const noexcept override {
        return interval_ends_;
    }
    [[nodiscard]] double slowness(std::uint32_t square, std::uint32_t interval) override;
    [[nodiscard]] double least_slowness() const noexcept override { return least_slowness_; }
    /// False for a ship whose costs allow no bound (CostFloor::holds): then nothing else may be
    /// asked.
    [[nodiscard]] bool holds() const noexcept { return !floor_ || floor_->holds(); }
    /// Least cost per true metre anywhere at any time: times the geodesic it is a bound of its own.
    [[nodiscard]] double least_per_true_metre() const noexcept { return least_per_true_metre_; }

  private:
    struct Best {
        LayerExtreme concentration;
        LayerExtreme thickness;
        LayerExtreme attainable;
        double current_mps = 0.0;
        double least_attainable_kn = 0.0; ///< for the floor of cost
        double lowest_limit_kn = 0.0;     ///< the same
    };
    /// Least cost per true metre; infinite if closed.
    [[nodiscard]] double per_true_metre(const Best& best);
    [[nodiscard]] double of_memo(env::Sample concentration, env::Sample thickness,
                                 env::Sample attainable, double current_mps);
    [[nodiscard]] double of_floor(env::Sample concentration, env::Sample thickness,
                                  env::Sample attainable, const Best& best);
    template <class Ask>
    [[nodiscard]] Best ask(Ask&& of);

    geo::GridGeometry squares_;
    bool by_time_;
    std::vector<double> interval_ends_;
    std::vector<float> scale_; ///< by square, greatest in it; 0: all land
    TransitMemo memo_;
    std::optional<CostFloor> floor_; ///< for objectives that less ice may make dearer
    LowestLimit limit_;
    VariableExtremes concentration_;
    VariableExtremes thickness_;
    VariableExtremes attainable_;
    VariableExtremes east_;
    VariableExtremes north_;
    double least_per_true_metre_ = 0.0;
    double least_slowness_ = 0.0;
};

} // namespace fairlead::plan
