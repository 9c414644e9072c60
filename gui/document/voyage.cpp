// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/voyage.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fairlead::gui {

namespace {

/// Names and ids of waypoints say who they are, not where the ship goes.
void forget_names(std::vector<VoyagePoint>& points) {
    for (auto& point : points) {
        point.id = 0;
        point.name.clear();
        point.note.clear();
    }
}

Voyage without_words(Voyage voyage) {
    voyage.name.clear();
    voyage.notes.clear();
    voyage.accepted.clear();
    voyage.line_by.reset();
    forget_names(voyage.points);
    return voyage;
}

} // namespace

bool is_model_file(std::string_view formula_or_file) noexcept {
    return formula_or_file.ends_with(".toml") || is_model_library(formula_or_file);
}

bool is_model_library(std::string_view formula_or_file) noexcept {
    return formula_or_file.ends_with(".so");
}

PointId free_id(const Voyage& voyage) noexcept {
    PointId greatest = 0;
    for (const auto& point : voyage.points) {
        greatest = std::max(greatest, point.id);
    }
    return greatest + 1;
}

std::optional<std::size_t> index_of(const Voyage& voyage, PointId id) noexcept {
    const auto found = std::find_if(voyage.points.begin(), voyage.points.end(),
                                    [id](const VoyagePoint& point) { return point.id == id; });
    if (found == voyage.points.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::distance(voyage.points.begin(), found));
}

std::vector<VoyagePoint> fixed_points(const Voyage& voyage) {
    std::vector<VoyagePoint> fixed;
    std::copy_if(voyage.points.begin(), voyage.points.end(), std::back_inserter(fixed),
                 [](const VoyagePoint& point) { return point.is_fixed; });
    return fixed;
}

bool is_line_complete(const Voyage& voyage) noexcept {
    return voyage.points.size() >= 2 &&
           std::all_of(voyage.points.begin() + 1, voyage.points.end(),
                       [](const VoyagePoint& point) {
                           return point.is_leg_found || point.arrive_by != LegKind::optimised;
                       });
}

Voyage planning_inputs(const Voyage& voyage) {
    Voyage inputs = voyage;
    inputs.points = fixed_points(voyage);
    for (auto& point : inputs.points) {
        point.is_leg_found = false;
        point.leave_not_before.reset();
    }
    return without_words(std::move(inputs));
}

Voyage planning_inputs(const Voyage& voyage, cost::ObjectiveKind objective) {
    auto inputs = planning_inputs(voyage);
    inputs.objectives = {objective};
    if (objective != cost::ObjectiveKind::money) {
        inputs.prices = {};
    }
    if (objective != cost::ObjectiveKind::model) {
        inputs.cost_model.clear();
    }
    return inputs;
}

Voyage judging_inputs(const Voyage& voyage) {
    auto inputs = without_words(voyage);
    inputs.objectives.clear();
    inputs.prices = {};
    inputs.cost_model.clear();
    inputs.search = {};
    inputs.search.may_wait = voyage.search.may_wait;
    inputs.search.clearance_off_land = voyage.search.clearance_off_land;
    return inputs;
}

} // namespace fairlead::gui
