// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What came of planning, as a project keeps it: the line with its figures, or why there is none,
/// and what it was planned for. The track between the waypoints is not kept: it is made anew where
/// the line is judged.

#include "core/plan/plan_result.hpp"
#include "gui/document/json_members.hpp"
#include "gui/document/voyage.hpp"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <string>

namespace fairlead::gui {

/// What a line costs by the voyage's own cost model.
struct ModelCost {
    std::string model; ///< Voyage::cost_model of then
    std::string name;  ///< as the model calls itself
    std::string unit;
    double cost = 0.0;

    friend bool operator==(const ModelCost&, const ModelCost&) = default;
};

struct KeptPlan {
    std::shared_ptr<const plan::PlanResult> result; ///< read from a file: without a track
    Voyage made_for; ///< planning_inputs() of the voyage and the one objective
    std::optional<ModelCost> by_model = std::nullopt;

    [[nodiscard]] cost::ObjectiveKind objective() const { return made_for.objectives.front(); }
};

/// Paths are written as they are.
[[nodiscard]] QJsonObject plan_to_json(const KeptPlan& kept);

/// What can be shown and taken for the voyage's line whatever a file says: as many legs as there
/// are between waypoints, places in their order, figures that are finite.
/// @throws Error (malformed, invalid_argument) naming file, member and value.
[[nodiscard]] KeptPlan plan_from_json(JsonMembers& members);

} // namespace fairlead::gui
