// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/own_model.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/cost/cost_model.hpp"
#include "core/io/cost_model_file.hpp"

#include <utility>

namespace fairlead::gui {

Surroundings with_model(Surroundings surroundings, const Voyage& voyage,
                        const std::string& trusted_library) {
    const auto& choice = voyage.cost_model;
    if (choice.empty()) {
        throw Error(ErrorCode::invalid_argument, "the voyage has no cost model of its own");
    }
    if (is_model_library(choice) && choice != trusted_library) {
        throw Error(ErrorCode::invalid_argument,
                    choice + ": the voyage's cost model is a library, which is not loaded before "
                             "you say so where the cost model is chosen");
    }
    surroundings.model = io::find_cost_model(choice, "cost model");
    return surroundings;
}

std::optional<ModelCost> cost_by_model(const Voyage& voyage, const Surroundings& surroundings,
                                       const plan::PlanResult& result, const Progress& progress) {
    FAIRLEAD_EXPECTS(surroundings.model != nullptr);
    const auto* route = result.route();
    if (route == nullptr) {
        return std::nullopt;
    }
    const auto& card = surroundings.model->card();
    ModelCost cost{voyage.cost_model, card.name, card.unit, route->totals.cost};
    if (route->objective.kind != cost::ObjectiveKind::model) {
        auto line = voyage;
        line.points = points_of(result, fixed_points(voyage), free_id(voyage));
        cost.cost = judge_line(line, surroundings, progress,
                               {cost::ObjectiveKind::model, {}, surroundings.model})
                        .route.totals.cost;
    }
    return cost;
}

} // namespace fairlead::gui
