// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What all departures of a voyage have in common, made once: a study of thousands of departures
/// reads the sea once.

#include "core/base/progress.hpp"
#include "core/cost/transit_model.hpp"
#include "core/plan/compile.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"
#include "core/plan/voyage_grid.hpp"

#include <atomic>
#include <cstddef>
#include <limits>
#include <memory>
#include <mutex>
#include <vector>

namespace fairlead::plan {

/// Grid, safe arcs and harbour approaches, and for each stage the sea as the ship can sail it from
/// the beginning of the data to their end. Immutable to the outside and safe from any thread.
class PreparedVoyage {
  public:
    /// @param request its departure is not read.
    /// @throws Error as plan(), for what is wrong whatever the departure.
    explicit PreparedVoyage(PlanRequest request, const Progress& progress = {});

    [[nodiscard]] const PlanRequest& request() const noexcept { return request_; }
    [[nodiscard]] const std::shared_ptr<const VoyageGrid>& grid() const noexcept { return grid_; }
    /// From the place of that index to the next. The first to ask compiles it, others wait.
    [[nodiscard]] std::shared_ptr<const CompiledField> field(std::size_t stage,
                                                             const Progress& progress = {}) const;

    /// Departures from this time on find no way, if the ship may wait in port: one of them has
    /// been proven to find none. Infinite as long as none has.
    [[nodiscard]] double no_way_from_s() const noexcept { return no_way_from_s_; }
    void note_no_way_from(double departure_s) const noexcept;

  private:
    struct StageSea {
        std::mutex making;
        std::shared_ptr<const CompiledField> field;
    };

    PlanRequest request_;
    std::shared_ptr<const VoyageGrid> grid_;
    std::vector<cost::TransitModel> models_; ///< one per stage
    mutable std::vector<StageSea> seas_;     ///< one per stage
    mutable std::atomic<double> no_way_from_s_{std::numeric_limits<double>::infinity()};
};

/// As plan() of the same request with that departure, on the shared sea. Its slices are those of
/// the data and not also the departure, so the paths of the two may differ by what the search
/// interpolates; both are judged by the same check.
/// @throws Error as plan().
[[nodiscard]] PlanResult plan(const PreparedVoyage& voyage, Instant departure,
                              const Progress& progress = {});

/// What the compiled sea of a prepared voyage takes, bytes, all stages; for a forecast of memory.
[[nodiscard]] std::size_t prepared_bytes(const PlanRequest& request);

} // namespace fairlead::plan
