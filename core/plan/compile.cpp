// SPDX-License-Identifier: Apache-2.0
#include "core/plan/compile.hpp"

#include "core/base/contract.hpp"
#include "core/env/sampler.hpp"
#include "core/plan/model_rates.hpp"
#include "core/plan/time_axis.hpp"
#include "core/plan/transit_memo.hpp"
#include "core/plan/zone_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fairlead::plan {
namespace {

/// Slowest code: the ship at her least speed where the scale is greatest. Codes of ordinary speeds
/// are then in the thousands, and rounding stays below 0.02 %.
constexpr double slowest_code = 65000.0;
constexpr double greatest_rate_code = 65000.0;
constexpr double current_unit_mps = 2e-4;
constexpr double least_rio = -80.0; ///< ten tenths of the worst RIV, -8

/// One variable at one instant, over the cells of the request.
struct Snapshot {
    std::vector<float> value;
    std::vector<env::Quality> quality;

    explicit Snapshot(std::size_t count) : value(count), quality(count, env::Quality::no_layer) {}
    [[nodiscard]] env::Sample operator[](std::size_t i) const noexcept {
        return {static_cast<double>(value[i]), quality[i]};
    }
};

std::vector<geo::Position> places_of(const CompileRequest& request) {
    std::vector<geo::Position> places(request.cells.size());
    std::transform(request.cells.begin(), request.cells.end(), places.begin(),
                   [&](std::uint32_t cell) { return request.grid.centres[cell]; });
    return places;
}

/// Depth does not change: what it forbids or limits is worked out once.
struct DepthLimit {
    enum class Kind : unsigned char { none, limits, forbids };
    std::vector<Kind> kind;
    Snapshot depth;
};

DepthLimit depth_limits(const CompileRequest& request, const env::Sampler& sampler) {
    DepthLimit limits{std::vector(request.cells.size(), DepthLimit::Kind::none),
                      Snapshot(request.cells.size())};
    if (!request.environment.has(env::Variable::sea_floor_depth) ||
        !request.model.rules().options().under_keel_clearance) {
        return limits;
    }
    sampler.sample(env::Variable::sea_floor_depth, request.from_s, limits.depth.value,
                   limits.depth.quality);
    const double full_speed_kn = request.model.vessel().open_water_speed_kn();
    for (std::size_t i = 0; i < request.cells.size(); ++i) {
        env::Conditions open_water;
        open_water.concentration = {0.0, env::Quality::ok};
        open_water.depth = limits.depth[i];
        const auto transit = request.model.transit(open_water, {});
        if (transit.block == rules::Block::under_keel_clearance) {
            limits.kind[i] = DepthLimit::Kind::forbids;
        } else if (transit.speed_limit_kn < full_speed_kn) {
            limits.kind[i] = DepthLimit::Kind::limits;
        }
    }
    return limits;
}

/// Turns currents to true east and north into the axes of the plane.
class CurrentCompiler {
  public:
    CurrentCompiler(const CompileRequest& request, const env::Sampler& sampler)
        : request_(request), sampler_(sampler), east_(request.cells.size()),
          north_(request.cells.size()) {
        north_x_.reserve(request.cells.size());
        north_y_.reserve(request.cells.size());
        for (const auto cell : request.cells) {
            const double turn =
                request.grid.plane.north_direction(request.grid.centres[cell]).in_degrees() *
                std::numbers::pi / 180.0;
            north_x_.push_back(static_cast<float>(std::sin(turn)));
            north_y_.push_back(static_cast<float>(std::cos(turn)));
        }
    }

    void append_slice(double asked_s, cost::TransitField& field) {
        sampler_.sample(env::Variable::eastward_current, asked_s, east_.value, east_.quality);
        sampler_.sample(env::Variable::northward_current, asked_s, north_.value, north_.quality);
        const auto base = field.current_x.size();
        field.current_x.resize(base + field.grid.cell_count(), 0);
        field.current_y.resize(base + field.grid.cell_count(), 0);
        for (std::size_t i = 0; i < request_.cells.size(); ++i) {
            if (!east_[i].is_usable() || !north_[i].is_usable()) {
                continue; // still water, which the evaluation reports
            }
            const auto cell = request_.cells[i];
            const auto scale = static_cast<double>(request_.grid.scale[cell]);
            const double east = east_[i].value;
            const double north = north_[i].value;
            const auto north_x = static_cast<double>(north_x_[i]);
            const auto north_y = static_cast<double>(north_y_[i]);
            const double x = east * north_y + north * north_x;
            const double y = north * north_y - east * north_x;
            field.current_x[base + cell] = code(x * scale);
            field.current_y[base + cell] = code(y * scale);
        }
    }

  private:
    static std::int16_t code(double plane_mps) noexcept {
        return static_cast<std::int16_t>(
            std::clamp(std::round(plane_mps / current_unit_mps), -32767.0, 32767.0));
    }

    const CompileRequest& request_;
    const env::Sampler& sampler_;
    Snapshot east_;
    Snapshot north_;
    std::vector<float> north_x_; ///< true north in the plane
    std::vector<float> north_y_;
};

bool has_currents(const env::Environment& environment) {
    return environment.has(env::Variable::eastward_current) &&
           environment.has(env::Variable::northward_current);
}

double least_scale(const PlanningGrid& grid) {
    return static_cast<double>(*std::min_element(grid.scale.begin(), grid.scale.end()));
}

/// Greatest cost per hour that can come up: what the rate codes must reach.
double greatest_rate_per_h(const CompileRequest& request) {
    const auto& vessel = request.model.vessel();
    cost::Transit worst;
    worst.speed_kn = vessel.open_water_speed_kn();
    worst.risk_per_h = cost::risk_rate_per_h(least_rio);
    const auto full = vessel.performance({}, std::numeric_limits<double>::infinity());
    const double in_ice = vessel.fuel_model().fuel_t_per_h(
        vessel.particulars().power.in_kilowatts(), vessel.least_speed_kn(), {1.0, 1.0});
    worst.fuel_t_per_h = 4.0 * std::max(full.fuel_t_per_h, in_ice + vessel.hotel_fuel_t_per_h());
    worst.co2_t_per_h = worst.fuel_t_per_h * vessel.co2_per_fuel();
    return cost::TransitModel::rate_per_h(request.objective, worst,
                                          vessel::Vessel::greatest_speed.in_knots());
}

/// Layers that the objective reads beside those that decide speed and rules.
std::vector<env::Variable> layers_of(const cost::Objective& objective) {
    std::vector<env::Variable> layers;
    if (objective.model) {
        for (const auto& input : objective.model->card().inputs) {
            if (input.quantity == cost::Quantity::layer) {
                layers.push_back(input.layer);
            }
        }
    }
    return layers;
}

/// What a cost model is told of the ship in a cell.
cost::Transit transit_of(const TransitMemo::Entry& entry, const CompileRequest& request) {
    cost::Transit transit;
    transit.allowed = true;
    transit.speed_kn = static_cast<double>(entry.speed_kn);
    transit.power_kw = static_cast<double>(entry.power_kw);
    transit.fuel_t_per_h = static_cast<double>(entry.fuel_t_per_h);
    transit.co2_t_per_h = transit.fuel_t_per_h * request.model.vessel().co2_per_fuel();
    transit.rio = static_cast<double>(entry.rio);
    transit.risk_per_h = cost::risk_rate_per_h(transit.rio);
    return transit;
}

} // namespace

CompiledField compile_transit_field(const CompileRequest& request, const Progress& progress) {
    const auto& environment = request.environment;
    const auto axis = make_time_axis(environment, request.from_s, request.horizon_s,
                                     layers_of(request.objective));
    const auto places = places_of(request);
    const env::Sampler sampler(environment, places);

    CompiledField compiled;
    compiled.cut_by_horizon = axis.cut_by_horizon;
    auto& field = compiled.field;
    field.grid = request.grid.geometry;
    field.open_after_last = axis.open_after_last;
    field.slowness_unit_s_per_m =
        1.0 / (request.model.vessel().least_speed_kn() * mps_per_knot * least_scale(request.grid)) /
        slowest_code;
    const bool needs_rate = request.objective.kind != cost::ObjectiveKind::time;
    std::optional<ModelRates> by_model;
    double rate_unit_per_h = 0.0;
    if (request.objective.model) {
        by_model.emplace(*request.objective.model, sampler, places);
    } else {
        rate_unit_per_h = greatest_rate_per_h(request) / greatest_rate_code;
    }
    if (needs_rate) {
        field.waiting_cost_per_s =
            request.model.waiting_rate_per_h(request.objective) / seconds_per_hour;
    }

    const auto depth = depth_limits(request, sampler);
    const ZoneCells zones(environment.zones(), request.grid, request.cells);
    std::optional<CurrentCompiler> currents;
    if (has_currents(environment)) {
        currents.emplace(request, sampler);
        field.current_unit_mps = current_unit_mps;
        compiled.currents_known = true;
    }

    TransitMemo memo(request.model, request.objective, TransitMemo::Rounding::pessimistic);
    Snapshot concentration(places.size());
    Snapshot thickness(places.size());
    Snapshot attainable(places.size());
    const std::size_t cell_count = field.grid.cell_count();
    field.slowness.assign(axis.slices.size() * cell_count, cost::TransitField::closed);
    if (needs_rate) {
        field.cost_rate.assign(axis.slices.size() * cell_count, 0);
    }
    for (std::size_t k = 0; k < axis.slices.size(); ++k) {
        progress.throw_if_stopped();
        progress.report(static_cast<double>(k) / static_cast<double>(axis.slices.size()),
                        "reading the sea");
        const double asked_s = axis.slices[k].asked_s;
        field.slice_time_s.push_back(axis.slices[k].time_s);
        sampler.sample(env::Variable::sea_ice_concentration, asked_s, concentration.value,
                       concentration.quality);
        sampler.sample(env::Variable::sea_ice_thickness, asked_s, thickness.value,
                       thickness.quality);
        sampler.sample(env::Variable::attainable_speed, asked_s, attainable.value,
                       attainable.quality);
        const auto in_force = zones.in_force(asked_s);
        if (by_model) {
            by_model->begin_slice(asked_s);
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (depth.kind[i] == DepthLimit::Kind::forbids) {
                continue;
            }
            TransitMemo::Entry entry;
            if (depth.kind[i] == DepthLimit::Kind::limits || in_force.touches(i)) {
                env::Conditions conditions;
                conditions.concentration = concentration[i];
                conditions.thickness = thickness[i];
                conditions.attainable_speed = attainable[i];
                conditions.depth = depth.depth[i];
                entry = memo.ask(conditions, in_force.at(i));
            } else {
                entry = memo.at(concentration[i], thickness[i], attainable[i]);
            }
            if (entry.speed_kn <= 0.0F) {
                continue;
            }
            const auto cell = request.cells[i];
            const double plane_mps = static_cast<double>(entry.speed_kn) * mps_per_knot *
                                     static_cast<double>(request.grid.scale[cell]);
            const double code = std::round(1.0 / (plane_mps * field.slowness_unit_s_per_m));
            if (code >= cost::TransitField::closed) {
                continue;
            }
            if (by_model && !by_model->add(i, k * cell_count + cell, transit_of(entry, request))) {
                continue;
            }
            field.slowness[k * cell_count + cell] = static_cast<std::uint16_t>(std::max(1.0, code));
            if (needs_rate && !by_model) {
                field.cost_rate[k * cell_count + cell] = static_cast<std::uint16_t>(
                    std::min(greatest_rate_code,
                             std::round(static_cast<double>(entry.cost_per_h) / rate_unit_per_h)));
            }
        }
        if (by_model) {
            by_model->finish_slice(field.cost_rate);
            rate_unit_per_h = by_model->unit_per_h();
        }
        if (currents) {
            currents->append_slice(asked_s, field);
        }
    }
    if (needs_rate) {
        field.cost_rate_unit_per_s = rate_unit_per_h / seconds_per_hour;
    }
    compiled.bounds = search::bounds_of(field);
    return compiled;
}

} // namespace fairlead::plan
