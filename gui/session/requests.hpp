// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// From a voyage, as its planner means it, to what the engine is asked; and back from what it
/// answers to waypoints.

#include "core/plan/judgement.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"
#include "gui/document/voyage.hpp"
#include "gui/session/opened_sea.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::gui {

/// What a voyage's choices stand for. Copies are cheap; safe from any thread.
struct Surroundings {
    std::shared_ptr<const OpenedSea> sea;
    std::shared_ptr<const LandShelf> land;
    std::shared_ptr<const vessel::Vessel> vessel;
    std::shared_ptr<const rules::RuleSet> rules;
    std::string vessel_choice; ///< what vessel and rules were made of
    RuleChoice rule_choice;
    /// What the objective `model` is, where it is asked for (own_model.hpp); no part of what a
    /// voyage needs to be complete.
    std::shared_ptr<const cost::CostModel> model = nullptr;

    [[nodiscard]] bool complete() const noexcept { return sea && land && vessel && rules; }
    /// Complete, and what the voyage chooses now: while others are being opened they are not.
    [[nodiscard]] bool are_of(const Voyage& voyage) const;
};

/// Whether two positions are one for a ship: within a metre. What goes through the engine's plane
/// comes back changed by less.
[[nodiscard]] bool is_same_place(const geo::Position& a, const geo::Position& b) noexcept;

/// The whole voyage, through its fixed waypoints, by one objective.
/// @throws Error for ice data that ship and rules need and the sea does not have, for the objective
///         `model` without one, and as plan::planning_plane. @pre surroundings are complete, two
///         fixed waypoints at least
[[nodiscard]] plan::PlanRequest plan_request(const Voyage& voyage, const Surroundings& surroundings,
                                             cost::ObjectiveKind objective);

/// The legs between `places` alone, for a line that is being edited: found by what the line was
/// found by, without a bound.
/// @param departure when the ship is at the first of them.
/// @param reach     how far the grid goes beyond the places; none: as far as for a voyage.
[[nodiscard]] plan::PlanRequest legs_request(const Voyage& voyage, const Surroundings& surroundings,
                                             std::span<const VoyagePoint> places, Instant departure,
                                             std::optional<Length> reach);

/// The line as it stands. @pre two waypoints at least. @throws Error (cancelled)
[[nodiscard]] plan::Judgement judge_line(const Voyage& voyage, const Surroundings& surroundings,
                                         const Progress& progress,
                                         const cost::Objective& objective = {});

/// What legs that are found anew are good by: what the line was found by.
[[nodiscard]] cost::ObjectiveKind legs_objective(const Voyage& voyage);

/// The waypoints of a planned route: fixed ones keep who they are, those between are new.
/// @param fixed    what was asked for: the fixed waypoints of the plan, in order.
/// @param first_id ids from this one on are free.
/// @pre result has a route
[[nodiscard]] std::vector<VoyagePoint>
points_of(const plan::PlanResult& result, std::span<const VoyagePoint> fixed, PointId first_id);

} // namespace fairlead::gui
