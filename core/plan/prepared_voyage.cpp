// SPDX-License-Identifier: Apache-2.0
#include "core/plan/prepared_voyage.hpp"

#include "core/base/contract.hpp"
#include "core/plan/time_axis.hpp"

#include <utility>

namespace fairlead::plan {
namespace {

/// Where nothing in the sea is dated, every departure is after this (the command line takes no
/// year before 1800).
constexpr Instant before_all{std::chrono::seconds{-5'364'662'400}}; // 1800-01-01

struct Span {
    double from_s = 0.0;
    double horizon_s = 0.0;
};

/// From the first data to the last. What is held beyond the data has no end, and stands for itself.
Span span_of(const env::Environment& environment) {
    const auto seconds = [](Instant instant) {
        return static_cast<double>(instant.time_since_epoch().count());
    };
    const auto coverage = environment.coverage();
    if (!coverage) {
        return {seconds(before_all), seconds(before_all)};
    }
    return {seconds(coverage->from), seconds(coverage->until)};
}

} // namespace

PreparedVoyage::PreparedVoyage(PlanRequest request, const Progress& progress)
    : request_(std::move(request)),
      grid_(std::make_shared<const VoyageGrid>(make_voyage_grid(request_, progress))),
      seas_(request_.places.size() - 1) {
    FAIRLEAD_EXPECTS(request_.environment && request_.vessel && request_.rules);
    for (std::size_t i = 1; i < request_.places.size(); ++i) {
        models_.emplace_back(*request_.vessel, *request_.rules, request_.places[i].speed_limit);
    }
}

std::shared_ptr<const CompiledField> PreparedVoyage::field(std::size_t stage,
                                                           const Progress& progress) const {
    auto& sea = seas_[stage];
    const std::scoped_lock lock(sea.making);
    if (!sea.field) {
        const auto span = span_of(*request_.environment);
        sea.field = std::make_shared<const CompiledField>(
            compile_transit_field({*request_.environment, models_[stage], request_.objective,
                                   grid_->grid, grid_->wet_cells, span.from_s, span.horizon_s},
                                  progress));
    }
    return sea.field;
}

void PreparedVoyage::note_no_way_from(double departure_s) const noexcept {
    auto known = no_way_from_s_.load();
    while (departure_s < known && !no_way_from_s_.compare_exchange_weak(known, departure_s)) {
    }
}

std::size_t prepared_bytes(const PlanRequest& request) {
    const auto& environment = *request.environment;
    const auto span = span_of(environment);
    const auto slices = make_time_axis(environment, span.from_s, span.horizon_s).slices.size();
    const auto cells = make_planning_grid(request.grid, request.places).geometry.cell_count();
    const bool has_rate = request.objective.kind != cost::ObjectiveKind::time;
    const bool has_current = environment.has(env::Variable::eastward_current) &&
                             environment.has(env::Variable::northward_current);
    const std::size_t per_cell =
        sizeof(std::uint16_t) * (has_rate ? 2 : 1) + (has_current ? 2 * sizeof(std::int16_t) : 0);
    return slices * cells * per_cell * (request.places.size() - 1);
}

} // namespace fairlead::plan
