// SPDX-License-Identifier: Apache-2.0
#include "core/base/contract.hpp"
#include "core/plan/compile.hpp"
#include "core/plan/time_axis.hpp"
#include "core/plan/transit_memo.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

constexpr double finest_code = 4096.0; ///< code of the fastest there is; rounded down, so safe

/// Least (or greatest) usable value of all source nodes that bear on each cell, slice by slice.
/// A lattice of places is laid over the cells, at most a source spacing apart; the nodes around
/// the lattice places of a cell are all that interpolation inside the cell can use.
class ExtremeLayer {
  public:
    enum class Which { least, greatest };

    ExtremeLayer(const env::Field& field, const PlanningGrid& grid,
                 std::span<const std::uint32_t> cells, Which which)
        : field_(field), which_(which) {
        const double spacing_m = field.grid().spacing().in_metres();
        per_side_ =
            std::clamp(static_cast<int>(std::ceil(grid.geometry.cell_m / spacing_m)), 1, 16);
        std::vector<geo::PlanePoint> points;
        const auto lattice_size =
            static_cast<std::size_t>(per_side_ + 1) * static_cast<std::size_t>(per_side_ + 1);
        points.reserve(cells.size() * lattice_size);
        for (const auto cell : cells) {
            const auto centre = grid.geometry.centre(cell);
            for (int row = 0; row <= per_side_; ++row) {
                for (int column = 0; column <= per_side_; ++column) {
                    points.push_back({centre.x_m + (static_cast<double>(column) / per_side_ - 0.5) *
                                                       grid.geometry.cell_m,
                                      centre.y_m + (static_cast<double>(row) / per_side_ - 0.5) *
                                                       grid.geometry.cell_m});
                }
            }
        }
        std::vector<geo::Position> places(points.size());
        std::vector<unsigned char> valid(points.size());
        grid.plane.inverse(points, places, valid);
        std::vector<env::Stencil> stencils(points.size());
        std::vector<unsigned char> inside(points.size());
        field.grid().locate(places, stencils, inside);
        std::vector<std::uint32_t> nodes;
        first_node_.push_back(0);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            nodes.clear();
            for (std::size_t j = i * lattice_size; j < (i + 1) * lattice_size; ++j) {
                if (inside[j] != 0 && valid[j] != 0) {
                    nodes.insert(nodes.end(), stencils[j].node.begin(), stencils[j].node.end());
                }
            }
            std::sort(nodes.begin(), nodes.end());
            nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
            nodes_.insert(nodes_.end(), nodes.begin(), nodes.end());
            first_node_.push_back(static_cast<std::uint32_t>(nodes_.size()));
        }
    }

    /// Takes the extreme of this layer into `extreme`, at an instant between slices that of both.
    /// Cells without a usable node are left as they are.
    void take(double time_s, std::span<float> extreme) const {
        const auto [first, last] = slices_around(time_s);
        for (std::size_t k = first; k <= last; ++k) {
            const auto& slice = field_.slice(k);
            for (std::size_t i = 0; i < extreme.size(); ++i) {
                for (std::uint32_t j = first_node_[i]; j < first_node_[i + 1]; ++j) {
                    take_node(slice, nodes_[j], extreme[i]);
                }
            }
        }
    }

  private:
    void take_node(const env::FieldSlice& slice, std::uint32_t node, float& extreme) const {
        if (!env::usable(slice.quality[node])) {
            return;
        }
        const float value = slice.value[node];
        if (std::isnan(extreme)) {
            extreme = value;
        } else {
            extreme = which_ == Which::least ? std::min(extreme, value) : std::max(extreme, value);
        }
    }

    [[nodiscard]] std::pair<std::size_t, std::size_t> slices_around(double time_s) const {
        const auto& slices = field_.slices();
        std::size_t last = 0;
        while (last + 1 < slices.size() &&
               static_cast<double>(slices[last].time.time_since_epoch().count()) < time_s) {
            ++last;
        }
        const bool exact =
            static_cast<double>(slices[last].time.time_since_epoch().count()) == time_s;
        return {exact || last == 0 ? last : last - 1, last};
    }

    const env::Field& field_;
    Which which_;
    int per_side_ = 1;
    std::vector<std::uint32_t> first_node_; ///< by index of the cell, one more at the end
    std::vector<std::uint32_t> nodes_;
};

/// The extreme over all layers of a variable: whichever of them answers, it is no worse.
class ExtremeVariable {
  public:
    ExtremeVariable(const env::Environment& environment, env::Variable variable,
                    const PlanningGrid& grid, std::span<const std::uint32_t> cells,
                    ExtremeLayer::Which which) {
        for (const auto& layer : environment.layers(variable)) {
            present_ = true;
            if (layer.field) {
                layers_.emplace_back(*layer.field, grid, cells, which);
            }
            if (layer.climatology && environment.beyond_data() == env::BeyondData::climatology) {
                layers_.emplace_back(*layer.climatology, grid, cells, which);
            }
            if (layer.constant) {
                const auto value = static_cast<float>(*layer.constant);
                constant_ = std::isnan(constant_)                 ? value
                            : which == ExtremeLayer::Which::least ? std::min(constant_, value)
                                                                  : std::max(constant_, value);
            }
        }
    }
    [[nodiscard]] bool present() const noexcept { return present_; }

    /// NaN where nothing is known.
    void at(double time_s, std::span<float> extreme) const {
        std::fill(extreme.begin(), extreme.end(), constant_);
        for (const auto& layer : layers_) {
            layer.take(time_s, extreme);
        }
    }

  private:
    bool present_ = false;
    float constant_ = std::nanf("");
    std::vector<ExtremeLayer> layers_;
};

env::Sample sample_of(float value) {
    return std::isnan(value) ? env::Sample::none(env::Quality::missing)
                             : env::Sample{static_cast<double>(value), env::Quality::ok};
}

} // namespace

cost::TransitField compile_optimistic_field(const CompileRequest& request,
                                            const Progress& progress) {
    const auto kind = request.objective.kind;
    FAIRLEAD_EXPECTS(kind == cost::ObjectiveKind::time || kind == cost::ObjectiveKind::distance ||
                     kind == cost::ObjectiveKind::risk);
    const bool by_time = kind == cost::ObjectiveKind::time;
    const auto& environment = request.environment;
    const auto axis = make_time_axis(environment, request.from_s, request.horizon_s);
    using Which = ExtremeLayer::Which;
    const ExtremeVariable concentration(environment, env::Variable::sea_ice_concentration,
                                        request.grid, request.cells, Which::least);
    const ExtremeVariable thickness(environment, env::Variable::sea_ice_thickness, request.grid,
                                    request.cells, Which::least);
    const ExtremeVariable attainable(environment, env::Variable::attainable_speed, request.grid,
                                     request.cells, Which::greatest);
    // A current of unknown direction may help by all of its speed: the greatest of either part.
    const ExtremeVariable east(environment, env::Variable::eastward_current, request.grid,
                               request.cells, Which::greatest);
    const ExtremeVariable east_back(environment, env::Variable::eastward_current, request.grid,
                                    request.cells, Which::least);
    const ExtremeVariable north(environment, env::Variable::northward_current, request.grid,
                                request.cells, Which::greatest);
    const ExtremeVariable north_back(environment, env::Variable::northward_current, request.grid,
                                     request.cells, Which::least);
    const bool currents = east.present() && north.present();

    cost::TransitField field;
    field.grid = request.grid.geometry;
    field.open_after_last = by_time ? axis.open_after_last : true;
    const std::size_t cell_count = field.grid.cell_count();

    // Cost per plane metre, or time; in doubles first, as the unit depends on the least of them.
    std::vector<double> cost_per_m;
    TransitMemo memo(request.model, request.objective, TransitMemo::Rounding::optimistic);
    const std::size_t n = request.cells.size();
    std::vector<float> c(n), h(n), v(n), e(n), e_back(n), s(n), s_back(n);
    if (!by_time) {
        cost_per_m.assign(cell_count, HUGE_VAL);
    }
    double least = HUGE_VAL;
    for (std::size_t k = 0; k < axis.slices.size(); ++k) {
        progress.throw_if_stopped();
        progress.report(static_cast<double>(k) / static_cast<double>(axis.slices.size()),
                        "bounding the sea");
        const double time_s = axis.slices[k].asked_s;
        if (by_time) {
            field.slice_time_s.push_back(axis.slices[k].time_s);
            cost_per_m.resize((k + 1) * cell_count, HUGE_VAL);
        }
        concentration.at(time_s, c);
        thickness.at(time_s, h);
        attainable.at(time_s, v);
        if (currents) {
            east.at(time_s, e);
            east_back.at(time_s, e_back);
            north.at(time_s, s);
            north_back.at(time_s, s_back);
        }
        for (std::size_t i = 0; i < n; ++i) {
            const auto& entry = memo.at(sample_of(c[i]), sample_of(h[i]), sample_of(v[i]));
            if (entry.speed_kn <= 0.0F) {
                continue;
            }
            double speed_mps = static_cast<double>(entry.speed_kn) * mps_per_knot;
            if (currents && !std::isnan(e[i]) && !std::isnan(s[i])) {
                speed_mps += std::hypot(
                    static_cast<double>(std::max(std::fabs(e[i]), std::fabs(e_back[i]))),
                    static_cast<double>(std::max(std::fabs(s[i]), std::fabs(s_back[i]))));
            }
            const auto cell = request.cells[i];
            const double plane_mps = speed_mps * static_cast<double>(request.grid.scale[cell]);
            // The objectives' units are hours (risk hours, nautical miles per hour).
            const double per_m =
                by_time ? 1.0 / plane_mps
                        : static_cast<double>(entry.cost_per_h) / seconds_per_hour / plane_mps;
            auto& best = cost_per_m[(by_time ? k * cell_count : 0) + cell];
            best = std::min(best, per_m);
            if (per_m > 0.0) {
                least = std::min(least, per_m);
            }
        }
    }
    if (!by_time) {
        field.slice_time_s = {request.from_s};
    }
    field.slowness_unit_s_per_m = least < HUGE_VAL ? least / finest_code : 1.0;
    field.slowness.assign(cost_per_m.size(), cost::TransitField::closed);
    for (std::size_t i = 0; i < cost_per_m.size(); ++i) {
        if (cost_per_m[i] < HUGE_VAL) {
            field.slowness[i] = static_cast<std::uint16_t>(
                std::min(static_cast<double>(cost::TransitField::closed) - 1.0,
                         std::floor(cost_per_m[i] / field.slowness_unit_s_per_m)));
        }
    }
    return field;
}

} // namespace fairlead::plan
