// SPDX-License-Identifier: Apache-2.0
#include "core/plan/optimistic_sea.hpp"

#include "core/base/contract.hpp"
#include "core/env/sampler.hpp"
#include "core/plan/time_axis.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

namespace fairlead::plan {
namespace {

/// The longer the intervals, the more ice of other times counts; but each is worked out for each
/// square that is crossed then.
constexpr double longest_interval_s = 3.0 * 3600.0;
constexpr double longest_share_of_voyage = 1.0 / 80.0;
/// Scale factors are good to 1e-5 (planning_grid.cpp), stencils' weights and the memo's steps
/// better than that.
constexpr double accuracy = 3e-5;

/// The squares over a planning grid; the last ones may reach beyond its edge.
geo::GridGeometry lattice_of(const geo::GridGeometry& grid, double square_m) {
    const auto count = [&](std::int32_t cells) {
        return static_cast<std::int32_t>(std::ceil(cells * grid.cell_m / square_m - 1e-9));
    };
    return {grid.left_m, grid.top_m, square_m, count(grid.columns), count(grid.rows)};
}

/// Greatest scale factor of each square; 0 where all of it is off the earth or land. The logarithm
/// of a conformal map's scale factor has no maximum inside an area of the earth, so those of the
/// centres of cells around bound it.
std::vector<float> greatest_scale(const PlanningGrid& grid, const geo::GridGeometry& squares) {
    const auto& cells = grid.geometry;
    const double ratio = squares.cell_m / cells.cell_m;
    std::vector<float> greatest(squares.cell_count(), 0.0F);
    for (std::uint32_t square = 0; square < greatest.size(); ++square) {
        const auto at = squares.cell(square);
        const auto first = [&](std::int32_t index) {
            return std::max(0, static_cast<std::int32_t>(index * ratio + 1e-6) - 1);
        };
        const auto last = [&](std::int32_t index, std::int32_t count) {
            return std::min(count - 1,
                            static_cast<std::int32_t>(std::ceil((index + 1) * ratio - 1e-6)));
        };
        for (auto row = first(at.row); row <= last(at.row, cells.rows); ++row) {
            for (auto column = first(at.column); column <= last(at.column, cells.columns);
                 ++column) {
                const auto cell = cells.index({column, row});
                if (grid.on_earth[cell] != 0) {
                    greatest[square] = std::max(greatest[square], grid.scale[cell]);
                }
            }
        }
    }
    return greatest;
}

/// Whether no point of a square is water. In a plane that is not the coastline's its image is
/// boxed, with a margin for sides that bend.
bool is_all_land(const geo::LandIndex& land, const geo::Projection& plane, bool same_plane,
                 const geo::GridGeometry& squares, std::uint32_t square) {
    const auto centre = squares.centre(square);
    const double half_m = 0.5 * squares.cell_m;
    if (same_plane) {
        return land.is_all_land({centre.x_m - half_m, centre.y_m - half_m},
                                {centre.x_m + half_m, centre.y_m + half_m});
    }
    geo::PlanePoint low{HUGE_VAL, HUGE_VAL};
    geo::PlanePoint high{-HUGE_VAL, -HUGE_VAL};
    for (const int across : {-1, 0, 1}) {
        for (const int down : {-1, 0, 1}) {
            const auto place =
                plane.inverse({centre.x_m + across * half_m, centre.y_m + down * half_m});
            const auto image = place ? land.plane().forward(*place) : std::nullopt;
            if (!image) {
                return false;
            }
            low = {std::min(low.x_m, image->x_m), std::min(low.y_m, image->y_m)};
            high = {std::max(high.x_m, image->x_m), std::max(high.y_m, image->y_m)};
        }
    }
    const double margin_m = 0.1 * std::max(high.x_m - low.x_m, high.y_m - low.y_m);
    return land.is_all_land({low.x_m - margin_m, low.y_m - margin_m},
                            {high.x_m + margin_m, high.y_m + margin_m});
}

void close_land(const geo::LandIndex& land, const geo::Projection& plane,
                const geo::GridGeometry& squares, std::vector<float>& scale) {
    const bool same_plane = land.plane().definition() == plane.definition();
    for (std::uint32_t square = 0; square < scale.size(); ++square) {
        if (is_all_land(land, plane, same_plane, squares, square)) {
            scale[square] = 0.0F;
        }
    }
}

/// Ends of intervals in which nothing jumps and none of which is long.
std::vector<double> quiet_intervals(const env::Environment& environment, const TimeSpan& time) {
    const auto instant = [](double time_s) {
        return Instant{std::chrono::seconds{std::llround(time_s)}};
    };
    std::set<double> ends{time.from_s, time.to_s};
    for (const auto variable : deciding_variables) {
        for (const auto natural :
             env::natural_times(environment, variable, instant(time.from_s), instant(time.to_s))) {
            ends.insert(std::clamp(seconds_since_1970(natural), time.from_s, time.to_s));
        }
    }
    const double longest_s =
        std::max(longest_interval_s, longest_share_of_voyage * (time.to_s - time.from_s));
    std::vector<double> fine;
    for (auto end = ends.begin(); end != ends.end(); ++end) {
        fine.push_back(*end);
        const auto next = std::next(end);
        if (next == ends.end()) {
            break;
        }
        const double parts = std::ceil((*next - *end) / longest_s);
        for (double part = 1.0; part < parts; part += 1.0) {
            fine.push_back(*end + part * (*next - *end) / parts);
        }
    }
    return fine;
}

/// What the ship is asked about: the best value, and none at all where a place may have none.
class Cases {
  public:
    explicit Cases(const LayerExtreme& extreme) noexcept {
        if (extreme.value) {
            samples_[count_++] = {static_cast<double>(*extreme.value), env::Quality::ok};
        }
        if (!extreme.everywhere) {
            samples_[count_++] = env::Sample::none(env::Quality::missing);
        }
    }
    [[nodiscard]] const env::Sample* begin() const noexcept { return samples_.data(); }
    [[nodiscard]] const env::Sample* end() const noexcept { return samples_.data() + count_; }

  private:
    std::array<env::Sample, 2> samples_{};
    std::size_t count_ = 0;
};

/// Whether a mile in less ice is never dearer by this objective, whatever the ship.
bool least_ice_is_best(cost::ObjectiveKind kind) {
    return kind == cost::ObjectiveKind::time || kind == cost::ObjectiveKind::distance ||
           kind == cost::ObjectiveKind::risk;
}

} // namespace

OptimisticSea::OptimisticSea(const PlanRequest& request, const cost::TransitModel& model,
                             const PlanningGrid& grid, double square_m, const TimeSpan& time,
                             std::optional<double> by_cost)
    : squares_(lattice_of(grid.geometry, square_m)), by_time_(!by_cost),
      interval_ends_(by_cost ? std::vector{0.0, *by_cost}
                             : quiet_intervals(*request.environment, time)),
      scale_(greatest_scale(grid, squares_)),
      memo_(model, request.objective, TransitMemo::Rounding::optimistic),
      limit_(request, grid, squares_, time),
      concentration_(*request.environment, env::Variable::sea_ice_concentration, grid, squares_,
                     time),
      thickness_(*request.environment, env::Variable::sea_ice_thickness, grid, squares_, time),
      attainable_(*request.environment, env::Variable::attainable_speed, grid, squares_, time),
      east_(*request.environment, env::Variable::eastward_current, grid, squares_, time),
      north_(*request.environment, env::Variable::northward_current, grid, squares_, time) {
    if (!least_ice_is_best(request.objective.kind)) {
        floor_.emplace(
            model, request.objective,
            static_cast<double>(thickness_.anywhere(Extreme::greatest).value.value_or(0.0F)));
        if (!floor_->holds()) {
            return;
        }
    }
    Best best =
        ask([](VariableExtremes& variable, Extreme which) { return variable.anywhere(which); });
    best.lowest_limit_kn = floor_ ? limit_.anywhere() : HUGE_VAL;
    least_per_true_metre_ = per_true_metre(best);
    if (request.land) {
        close_land(*request.land, grid.plane, squares_, scale_);
    }
    least_slowness_ = least_per_true_metre_ /
                      static_cast<double>(*std::max_element(scale_.begin(), scale_.end()));
}

template <class Ask>
OptimisticSea::Best OptimisticSea::ask(Ask&& of) {
    Best best;
    best.concentration = of(concentration_, Extreme::least);
    best.thickness = of(thickness_, Extreme::least);
    best.attainable = of(attainable_, Extreme::greatest);
    if (floor_ && best.attainable.value) {
        best.least_attainable_kn =
            static_cast<double>(of(attainable_, Extreme::least).value.value_or(0.0F));
    }
    if (east_.present() && north_.present()) {
        const auto fastest = [&](VariableExtremes& part) {
            return std::max(std::fabs(of(part, Extreme::least).value.value_or(0.0F)),
                            std::fabs(of(part, Extreme::greatest).value.value_or(0.0F)));
        };
        best.current_mps = static_cast<double>(std::hypot(fastest(east_), fastest(north_)));
    }
    return best;
}

double OptimisticSea::of_memo(env::Sample concentration, env::Sample thickness,
                              env::Sample attainable, double current_mps) {
    const auto& entry = memo_.at(concentration, thickness, attainable);
    if (!(entry.speed_kn > 0.0F)) {
        return HUGE_VAL;
    }
    const double per_s = by_time_ ? 1.0 : static_cast<double>(entry.cost_per_h) / seconds_per_hour;
    return per_s / (static_cast<double>(entry.speed_kn) * mps_per_knot + current_mps);
}

double OptimisticSea::of_floor(env::Sample concentration, env::Sample thickness,
                               env::Sample attainable, const Best& best) {
    const CostFloor::Place place{concentration, thickness, best.lowest_limit_kn, best.current_mps};
    return attainable.is_usable()
               ? floor_->per_true_metre(place, best.least_attainable_kn, attainable)
               : floor_->per_true_metre(place);
}

double OptimisticSea::per_true_metre(const Best& best) {
    double least = HUGE_VAL;
    for (const auto& concentration : Cases(best.concentration)) {
        for (const auto& thickness : Cases(best.thickness)) {
            for (const auto& attainable : Cases(best.attainable)) {
                least =
                    std::min(least, floor_ ? of_floor(concentration, thickness, attainable, best)
                                           : of_memo(concentration, thickness, attainable,
                                                     best.current_mps));
            }
        }
    }
    return least * (1.0 - accuracy);
}

double OptimisticSea::slowness(std::uint32_t square, std::uint32_t interval) {
    const auto scale = static_cast<double>(scale_[square]);
    if (!(scale > 0.0)) {
        return HUGE_VAL;
    }
    const TimeSpan time{interval_ends_[interval], interval_ends_[interval + 1]};
    Best best = ask([&](VariableExtremes& variable, Extreme which) {
        return by_time_ ? variable.during(square, time, which) : variable.ever(square, which);
    });
    best.lowest_limit_kn = floor_ ? limit_.in_square(square) : HUGE_VAL;
    return per_true_metre(best) / scale;
}

} // namespace fairlead::plan
