// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/environment_raster.hpp"

#include "core/base/contract.hpp"
#include "core/env/sampler.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fairlead::chart {

namespace {

/// Cells are no finer than this, nor coarser than half the distance between the data's own nodes.
constexpr double finest_cell_px = 1.5;
constexpr double coarsest_cell_px = 6.0;
/// The field is asked for at instants this far apart, linear between.
constexpr double time_step_s = 12.0 * seconds_per_hour;
constexpr int most_instants = 60;
/// Of the two instants around a place's time, the nearer one must have a value. Shares are floats
/// that add up to 1: a little under half, so that rounding loses no place.
constexpr float least_known_share = 0.499F;
/// Times are worked out on a coarse lattice over the raster and interpolated.
constexpr int lattice_nodes = 40;
constexpr std::size_t most_track_points = 200;

double seconds(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}

/// The variable's layers alone, so that no time is spent on those of others.
env::Environment only(const env::Environment& environment, env::Variable variable) {
    env::Environment single;
    single.set_beyond_data(environment.beyond_data());
    for (const env::Layer& layer : environment.layers(variable)) {
        single.add(layer);
    }
    return single;
}

double cell_size_m(const env::Environment& environment, env::Variable variable,
                   const Viewport& view) {
    double finest_m = coarsest_cell_px * view.metres_per_pixel();
    for (const env::Layer& layer : environment.layers(variable)) {
        if (layer.field) {
            finest_m = std::min(finest_m, 0.5 * layer.field->grid().spacing().in_metres());
        }
    }
    return std::max(finest_m, finest_cell_px * view.metres_per_pixel());
}

geo::GridGeometry grid_over(const Viewport& view, double cell_m) {
    const double width = view.size().width;
    const double height = view.size().height;
    const std::array<geo::PlanePoint, 4> corners{view.to_plane({0, 0}), view.to_plane({width, 0}),
                                                 view.to_plane({0, height}),
                                                 view.to_plane({width, height})};
    const auto [left, right] = std::minmax_element(
        corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.x_m < b.x_m; });
    const auto [bottom, top] = std::minmax_element(
        corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.y_m < b.y_m; });
    // One cell more on each side, so that interpolation has neighbours at the rim of the view.
    return {left->x_m - cell_m, top->y_m + cell_m, cell_m,
            static_cast<std::int32_t>(std::ceil((right->x_m - left->x_m) / cell_m)) + 2,
            static_cast<std::int32_t>(std::ceil((top->y_m - bottom->y_m) / cell_m)) + 2};
}

/// The voyage's time at any point of the plane.
class VoyageClock {
  public:
    VoyageClock(std::span<const TimedPlace> voyage, const geo::GridGeometry& grid,
                const geo::Projection& plane)
        : grid_(grid) {
        const std::size_t step = voyage.size() / most_track_points + 1;
        for (std::size_t i = 0; i < voyage.size(); i += step) {
            if (const auto point = plane.forward(voyage[i].position)) {
                track_.push_back({*point, seconds(voyage[i].time)});
            }
        }
        const double step_x = grid.columns * grid.cell_m / (lattice_nodes - 1);
        const double step_y = grid.rows * grid.cell_m / (lattice_nodes - 1);
        for (int row = 0; row < lattice_nodes; ++row) {
            for (int column = 0; column < lattice_nodes; ++column) {
                times_.push_back(time_at({grid.left_m + column * step_x, grid.top_m - row * step_y},
                                         seconds(voyage.front().time)));
            }
        }
    }

    [[nodiscard]] double operator()(geo::GridCell cell) const {
        const double x = (cell.column + 0.5) / grid_.columns * (lattice_nodes - 1);
        const double y = (cell.row + 0.5) / grid_.rows * (lattice_nodes - 1);
        const int column = std::min(static_cast<int>(x), lattice_nodes - 2);
        const int row = std::min(static_cast<int>(y), lattice_nodes - 2);
        const auto node = [&](int c, int r) {
            return times_[static_cast<std::size_t>(r) * std::size_t{lattice_nodes} +
                          static_cast<std::size_t>(c)];
        };
        return std::lerp(std::lerp(node(column, row), node(column + 1, row), x - column),
                         std::lerp(node(column, row + 1), node(column + 1, row + 1), x - column),
                         y - row);
    }

  private:
    struct TimedPoint {
        geo::PlanePoint point;
        double time_s;
    };

    [[nodiscard]] double time_at(geo::PlanePoint place, double otherwise) const {
        double sum = 0.0;
        double weights = 0.0;
        for (const TimedPoint& timed : track_) {
            const double dx = (timed.point.x_m - place.x_m) / grid_.cell_m;
            const double dy = (timed.point.y_m - place.y_m) / grid_.cell_m;
            const double distance2 = dx * dx + dy * dy + 1.0;
            const double weight = 1.0 / (distance2 * distance2);
            sum += weight * timed.time_s;
            weights += weight;
        }
        return weights > 0.0 ? sum / weights : otherwise;
    }

    geo::GridGeometry grid_;
    std::vector<TimedPoint> track_;
    std::vector<double> times_;
};

/// Cells whose centre is in the view or within two pixels of it.
std::vector<std::uint32_t> cells_in_view(const geo::GridGeometry& grid, const Viewport& view) {
    const double room = 2.0 + grid.cell_m / view.metres_per_pixel();
    std::vector<std::uint32_t> cells;
    for (std::uint32_t index = 0; index < grid.cell_count(); ++index) {
        const PixelPoint pixel = view.to_pixel(grid.centre(index));
        if (pixel.x >= -room && pixel.y >= -room && pixel.x <= view.size().width + room &&
            pixel.y <= view.size().height + room) {
            cells.push_back(index);
        }
    }
    return cells;
}

} // namespace

EnvironmentRaster sample_environment(const env::Environment& environment, env::Variable variable,
                                     const Viewport& view, std::span<const TimedPlace> voyage) {
    FAIRLEAD_EXPECTS(!voyage.empty());
    EnvironmentRaster sampled;
    Raster& raster = sampled.raster;
    raster.grid = grid_over(view, cell_size_m(environment, variable, view));
    raster.values.assign(raster.grid.cell_count(), std::numeric_limits<float>::quiet_NaN());

    std::vector<std::uint32_t> cells = cells_in_view(raster.grid, view);
    std::vector<geo::PlanePoint> points(cells.size());
    std::transform(cells.begin(), cells.end(), points.begin(),
                   [&](std::uint32_t index) { return raster.grid.centre(index); });
    std::vector<geo::Position> places(cells.size());
    std::vector<unsigned char> valid(cells.size());
    view.plane().inverse(points, places, valid);

    const env::Environment single = only(environment, variable);
    const env::Sampler sampler(single, places);
    const VoyageClock clock(voyage, raster.grid, view.plane());

    const double first_s = seconds(voyage.front().time);
    const double span_s = std::max(0.0, seconds(voyage.back().time) - first_s);
    const int steps =
        std::min(most_instants - 1, static_cast<int>(std::ceil(span_s / time_step_s)));
    // Each place takes its share of the two instants around its time; instants are sampled once.
    // A constant that stands in for what the data lack is no more than an assumption: it is not
    // drawn as if it had been seen.
    std::vector<float> value(cells.size());
    std::vector<env::Quality> quality(cells.size());
    std::vector<float> sum(cells.size(), 0.0F);
    std::vector<float> weights(cells.size(), 0.0F);
    std::vector<float> place_in_steps(cells.size(), 0.0F);
    for (std::size_t i = 0; i < cells.size() && steps > 0; ++i) {
        const double elapsed = std::clamp(clock(raster.grid.cell(cells[i])) - first_s, 0.0, span_s);
        place_in_steps[i] = static_cast<float>(elapsed / span_s * steps);
    }
    for (int step = 0; step <= steps; ++step) {
        const double time_s = steps == 0 ? first_s : first_s + span_s * step / steps;
        sampler.sample(variable, time_s, value, quality);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const float weight = 1.0F - std::abs(place_in_steps[i] - static_cast<float>(step));
            if (weight <= 0.0F || !env::usable(quality[i]) || valid[i] == 0) {
                continue;
            }
            if (quality[i] == env::Quality::stood_in) {
                sampled.has_stood_in = true;
                continue;
            }
            sum[i] += weight * value[i];
            weights[i] += weight;
        }
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (weights[i] >= least_known_share) {
            raster.values[cells[i]] = sum[i] / weights[i];
        }
    }
    return sampled;
}

} // namespace fairlead::chart
