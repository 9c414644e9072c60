// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One stage of a voyage, from one place to the next: compile, search, and the line that comes of
/// it.

#include "core/cost/transit_model.hpp"
#include "core/plan/compile.hpp"
#include "core/plan/plan_result.hpp"
#include "core/plan/prepared_voyage.hpp"
#include "core/plan/voyage_grid.hpp"
#include "core/search/graph_path.hpp"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::plan {

/// A cell found impassable by the check of a finished line, and when: it is closed at the slices
/// within this span and at those on either side of it.
struct ClosedCell {
    std::uint32_t cell = 0;
    double from_s = -std::numeric_limits<double>::infinity();
    double until_s = std::numeric_limits<double>::infinity();
};

/// A compiled field, no cell of it closed, and what it was compiled for.
struct StageField {
    std::shared_ptr<const CompiledField> compiled;
    double departure_s = 0.0;
    double horizon_s = 0.0;
};

struct Stage {
    std::size_t from = 0; ///< index of the place; the stage goes to the next one
    double departure_s = 0.0;
    StageField kept;                               ///< for another search of this stage
    std::shared_ptr<const CompiledField> compiled; ///< what was searched, with cells closed
    std::optional<search::GraphPath> path;         ///< none: the next place cannot be reached
    /// Where the ship lies by intention, though the way ahead is open: to come later to a place
    /// that closes around an earlier ship.
    struct Hold {
        std::optional<std::size_t> vertex; ///< index in the path; none: at the place of departure
        double until_s = 0.0;
    };
    std::vector<Hold> holds; ///< in the order of the path
    /// Every wait of the path, those for the way ahead to open among them, at the cell where the
    /// search found that it can be sat out.
    std::vector<Hold> waits;
    /// Where the cost rules and another path is cheaper: the earliest one, with its holds and
    /// waits. A finished line may do worse than its path, and then this one may serve better.
    struct Earliest {
        search::GraphPath path;
        std::vector<Hold> holds;
        std::vector<Hold> waits;
    };
    std::optional<Earliest> earliest;
    bool exact = true;
    std::string inexact_because; ///< one clause, if not exact
    /// Without a path: seconds from departure to arrival at every cell that can be reached;
    /// infinite where the ship never comes.
    std::vector<float> reached_after_s;
};

struct StageRequest {
    const PlanRequest& request;
    const VoyageGrid& voyage;
    const cost::TransitModel& model;
    std::size_t from = 0;
    double departure_s = 0.0;
    std::span<const ClosedCell> closed_cells;
    /// Only whether there is a way within the first horizon.
    bool is_trial = false;
    /// Compiled before, for all departures; null: compiled for this one.
    const PreparedVoyage* prepared = nullptr;
};

/// Before she sets out the ship lies where no cell closes around her: at the place of departure,
/// which is her own affair, and later in a harbour, but not at a place on the open sea.
[[nodiscard]] bool lies_in_port(const StageRequest& stage);

/// Searches as far ahead as the data reach; first over a horizon that is usually enough.
/// @param kept of an earlier search of this stage with fewer cells closed: spares compiling anew.
[[nodiscard]] Stage search_stage(const StageRequest& stage, Timing& timing,
                                 const Progress& progress, std::optional<StageField> kept = {});

/// The plane line of a stage: harbour approach, path, harbour approach.
struct StageLine {
    std::vector<geo::PlanePoint> points;
    /// Points before `first_open` and after `last_open` lie on approaches, nearer to land than the
    /// clearance; between them the line keeps it.
    std::size_t first_open = 0;
    std::size_t last_open = 0;
    std::size_t first_vertex = 0; ///< the point that is the path's first vertex
};
[[nodiscard]] StageLine line_of(const StageRequest& stage, const search::GraphPath& path);

} // namespace fairlead::plan
