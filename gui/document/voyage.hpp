// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A voyage as its planner means it: places and how to go between them, ship, rules, sea, options.
/// A plain value; everything that can be undone and everything a project file keeps is in it.
/// What the engine makes of it (candidates, findings, times) is not.

#include "core/base/time.hpp"
#include "core/base/units.hpp"
#include "core/cost/objective.hpp"
#include "core/env/environment.hpp"
#include "core/env/variable.hpp"
#include "core/geo/position.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::gui {

/// How the ship comes to a waypoint from the one before it.
enum class LegKind {
    optimised,    ///< the engine finds the way
    great_circle, ///< the geodesic of WGS 84
    rhumb_line
};

/// Tells a waypoint apart from others of its voyage for as long as it is there.
using PointId = std::uint32_t;

/// A waypoint. What concerns a leg stands at the waypoint where the leg arrives, as in RTZ.
struct VoyagePoint {
    PointId id = 0;
    std::string name;
    geo::Position position;
    /// Set by the planner, who alone moves it. False: made by the engine; the next plan makes it
    /// anew.
    bool is_fixed = true;
    LegKind arrive_by = LegKind::optimised; ///< of no meaning for the first waypoint
    std::optional<Speed> speed_limit;       ///< on the leg that arrives here
    std::string note;
    /// The engine has found the leg that arrives here. An optimised leg it has not is a wish: drawn
    /// as one, and not judged.
    bool is_leg_found = false;
    /// Set by the engine: the ship lies here until then, so as not to come to a later place at a
    /// bad time.
    std::optional<Instant> leave_not_before;

    friend bool operator==(const VoyagePoint&, const VoyagePoint&) = default;
};

/// A layer on top of the scenario: sources (files, globs, folders, archives) or a number.
struct LayerChoice {
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::vector<std::string> sources;
    std::optional<double> value; ///< in the variable's unit
    std::string unit;            ///< for files that do not say theirs

    friend bool operator==(const LayerChoice&, const LayerChoice&) = default;
};

struct SeaChoice {
    std::string scenario = "sample"; ///< a scenario file, "sample", or "" for layers alone
    std::vector<LayerChoice> layers;
    std::optional<env::BeyondData> beyond_data; ///< none: as the scenario says, or refuse

    friend bool operator==(const SeaChoice&, const SeaChoice&) = default;
};

/// An area of the planner's own with a rule, beside those of the scenario.
struct VoyageZone {
    std::string name;
    std::vector<geo::Position> corners; ///< 3 at least; the last joins the first by a geodesic
    std::optional<Speed> speed_limit;   ///< none: no passage
    std::optional<Instant> from;        ///< none: since ever; in force from this instant on
    std::optional<Instant> until;       ///< none: for ever; no longer in force at this instant

    friend bool operator==(const VoyageZone&, const VoyageZone&) = default;
};

struct RuleChoice {
    bool polaris = true;
    bool under_keel_clearance = true;
    bool zones = true;

    friend bool operator==(const RuleChoice&, const RuleChoice&) = default;
};

struct PriceChoice {
    double per_hour = 0.0;
    double per_tonne_fuel = 0.0;
    double per_risk = 0.0;
    double per_tonne_co2 = 0.0;

    friend bool operator==(const PriceChoice&, const PriceChoice&) = default;
};

/// What is seldom changed.
struct SearchChoice {
    std::optional<double> cell_km; ///< none: the scenario's, or the engine's default
    int neighbours = 16;
    bool may_wait = true;
    Length clearance_off_land = Length::nautical_miles(1.0);
    std::optional<Length> waypoint_tolerance;
    /// How far the grid reaches beyond the places; none: the scenario's bounds, or by the engine.
    std::optional<double> margin_km = std::nullopt;

    friend bool operator==(const SearchChoice&, const SearchChoice&) = default;
};

struct Voyage {
    std::string name;
    std::vector<VoyagePoint> points; ///< none, the departure alone, or departure to destination
    Instant departure{};
    std::string vessel = "expedition_pc5"; ///< a name of data/vessels, or a file
    SeaChoice sea;
    std::vector<VoyageZone> zones;
    RuleChoice rules;
    std::vector<cost::ObjectiveKind> objectives{
        cost::ObjectiveKind::time, cost::ObjectiveKind::fuel, cost::ObjectiveKind::risk};
    PriceChoice prices;
    /// What the objective `model` stands for: a formula, or a file (is_model_file). "": none.
    std::string cost_model;
    SearchChoice search;
    /// What the engine last found the line by; legs that are found anew follow it, too. None: the
    /// line was not found by the engine.
    std::optional<cost::ObjectiveKind> line_by;
    /// Findings that the planner has looked at and accepts, by rules::Finding::key(), and why.
    std::map<std::string, std::string> accepted;
    std::string notes;

    friend bool operator==(const Voyage&, const Voyage&) = default;
};

/// Whether a cost model is named by its file, and is no formula.
[[nodiscard]] bool is_model_file(std::string_view formula_or_file) noexcept;
/// A file that runs as a part of the program.
[[nodiscard]] bool is_model_library(std::string_view formula_or_file) noexcept;

/// An id that no waypoint of the voyage has.
[[nodiscard]] PointId free_id(const Voyage& voyage) noexcept;
/// Its place in the list; nothing if there is no such waypoint.
[[nodiscard]] std::optional<std::size_t> index_of(const Voyage& voyage, PointId id) noexcept;
/// Those that the planner has set, in order: departure, places to pass, destination.
[[nodiscard]] std::vector<VoyagePoint> fixed_points(const Voyage& voyage);

/// At least two waypoints, and no leg between them is still to be found.
[[nodiscard]] bool is_line_complete(const Voyage& voyage) noexcept;

/// The voyage without what a plan does not depend on: names, notes, accepted findings and the
/// waypoints made by the engine. Equal inputs, equal plans.
[[nodiscard]] Voyage planning_inputs(const Voyage& voyage);
/// The same of one objective's plan: other objectives, and prices where none is counted, do not
/// matter to it.
[[nodiscard]] Voyage planning_inputs(const Voyage& voyage, cost::ObjectiveKind objective);
/// The voyage without what the judgement of its line, as it stands, does not depend on.
[[nodiscard]] Voyage judging_inputs(const Voyage& voyage);

} // namespace fairlead::gui
