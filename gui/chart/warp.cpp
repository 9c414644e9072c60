// SPDX-License-Identifier: Apache-2.0
// Fields of an environment, brought onto the chart's plane: warp() of raster_source.hpp.
#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/env/sampler.hpp"
#include "gui/chart/raster_source.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace fairlead::chart {

namespace {

constexpr double least_latitude_deg = 30.0; ///< of the plane's hemisphere
constexpr double most_cells = 3e6;
/// Of constants over the whole plane.
constexpr double coarse_cell_m = 100e3;
constexpr std::uint32_t band_cells = 200'000;
constexpr std::chrono::days climatology_step{7};

/// Everything of the plane within reach.
struct Extent {
    double left_m = 0.0, bottom_m = 0.0, right_m = 0.0, top_m = 0.0;
    bool any = false;

    void add(geo::PlanePoint point, double room_m) {
        left_m = any ? std::min(left_m, point.x_m - room_m) : point.x_m - room_m;
        right_m = any ? std::max(right_m, point.x_m + room_m) : point.x_m + room_m;
        bottom_m = any ? std::min(bottom_m, point.y_m - room_m) : point.y_m - room_m;
        top_m = any ? std::max(top_m, point.y_m + room_m) : point.y_m + room_m;
        any = true;
    }
};

double hemisphere_of(const geo::Projection& plane) {
    const auto north = plane.forward(geo::Position::degrees(90.0, 0.0));
    return north && std::hypot(north->x_m, north->y_m) < 1e6 ? 1.0 : -1.0;
}

/// Where the nodes of a grid lie on the plane, as far as it is shown.
void add_grid(Extent& extent, const env::HorizontalGrid& grid, const geo::Projection& plane,
              double hemisphere) {
    constexpr std::uint32_t along_side = 120;
    const std::uint32_t row_step = std::max(1U, grid.rows() / along_side);
    const std::uint32_t column_step = std::max(1U, grid.columns() / along_side);
    const double room_m = grid.spacing().in_metres() * std::max(row_step, column_step);
    for (std::uint32_t row = 0; row < grid.rows(); row += row_step) {
        for (std::uint32_t column = 0; column < grid.columns(); column += column_step) {
            const auto place = grid.node(row * grid.columns() + column);
            if (place && hemisphere * place->latitude_deg() >= least_latitude_deg) {
                if (const auto point = plane.forward(*place)) {
                    extent.add(*point, room_m);
                }
            }
        }
    }
}

Extent reach_of(const geo::Projection& plane, double hemisphere) {
    Extent reach;
    for (int longitude = -180; longitude < 180; longitude += 5) {
        if (const auto point =
                plane.forward(geo::Position::degrees(hemisphere * least_latitude_deg, longitude))) {
            reach.add(*point, 0.0);
        }
    }
    return reach;
}

geo::GridGeometry grid_for(const env::Environment& environment, env::Variable variable,
                           const WarpRequest& request, std::size_t slice_count) {
    const double hemisphere = hemisphere_of(request.plane);
    const Extent reach = reach_of(request.plane, hemisphere);
    Extent extent;
    double cell_m = coarse_cell_m;
    for (const env::Layer& layer : environment.layers(variable)) {
        if (layer.constant) {
            extent = reach;
        } else if (layer.field) {
            add_grid(extent, layer.field->grid(), request.plane, hemisphere);
            cell_m = std::min(cell_m, layer.field->grid().spacing().in_metres());
        }
    }
    if (!extent.any) {
        extent = reach;
    }
    const double left = std::max(extent.left_m, reach.left_m);
    const double right = std::min(extent.right_m, reach.right_m);
    const double bottom = std::max(extent.bottom_m, reach.bottom_m);
    const double top = std::min(extent.top_m, reach.top_m);
    const double area = std::max(0.0, right - left) * std::max(0.0, top - bottom);
    const double affordable =
        std::min(most_cells, static_cast<double>(request.most_bytes) /
                                 static_cast<double>(std::max<std::size_t>(1, slice_count)));
    cell_m = std::max({cell_m, std::sqrt(area / affordable), 100.0});
    const auto count = [cell_m](double span) {
        return std::max(1, static_cast<std::int32_t>(std::ceil(span / cell_m)));
    };
    return {left, top, cell_m, count(right - left), count(top - bottom)};
}

/// An instant to be sampled, and how long what is found there holds.
struct Step {
    Instant sampled;
    Instant from;
    Instant until;
};

bool is_outside_at(const env::Environment& environment, env::Variable variable, Instant time) {
    const auto& layers = environment.layers(variable);
    return std::any_of(layers.begin(), layers.end(), [&](const env::Layer& layer) {
        return layer.is_dated() && layer.field->locate(unix_seconds(time)).outside;
    });
}

/// The instants between which values change linearly; what lies outside some of the data, where
/// they may jump, is a step that lasts.
std::vector<Step> steps_of(const env::Environment& environment, env::Variable variable,
                           const WarpRequest& request) {
    std::vector<Instant> times =
        env::natural_times(environment, variable, request.from, request.until);
    times.push_back(request.from);
    times.push_back(request.until);
    if (environment.beyond_data() == env::BeyondData::climatology) {
        for (Instant time = request.from; time < request.until; time += climatology_step) {
            times.push_back(time);
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<Step> steps;
    for (std::size_t i = 0; i < times.size(); ++i) {
        steps.push_back({times[i], times[i], times[i]});
        if (i + 1 == times.size() || times[i + 1] - times[i] < std::chrono::seconds{4}) {
            continue;
        }
        const Instant middle = times[i] + (times[i + 1] - times[i]) / 2;
        if (is_outside_at(environment, variable, middle)) {
            steps.push_back({middle, times[i] + std::chrono::seconds{1},
                             times[i + 1] - std::chrono::seconds{1}});
        }
    }
    return steps;
}

/// The slices without which a variable cannot be told at an instant, each with the reason; by time.
class UnreadSlices {
  public:
    UnreadSlices(const env::Environment& environment, env::Variable variable)
        : environment_(environment), variable_(variable) {}

    /// After reading at the instant has failed with `problem`.
    void note(Instant time, const Error& problem) {
        bool is_found = false;
        for (const env::Layer& layer : environment_.layers(variable_)) {
            if (!layer.field) {
                continue;
            }
            const auto where = layer.field->locate(unix_seconds(time));
            for (const std::size_t slice : {where.before, where.after}) {
                is_found = (!where.outside && note_slice(*layer.field, slice)) || is_found;
            }
        }
        if (!is_found) { // of what stands in beyond the data
            unread_[time] = problem.what();
        }
    }
    [[nodiscard]] bool has(Instant time) const { return unread_.find(time) != unread_.end(); }
    [[nodiscard]] std::vector<Unread> list() const {
        std::vector<Unread> list;
        for (const auto& [time, problem] : unread_) {
            list.push_back({time, problem});
        }
        return list;
    }

  private:
    bool note_slice(const env::Field& field, std::size_t index) {
        const Instant time = field.slices()[index].time;
        if (has(time)) {
            return true;
        }
        try {
            static_cast<void>(field.slice(index));
            return false;
        } catch (const Error& problem) {
            unread_[time] = problem.what();
            return true;
        }
    }

    const env::Environment& environment_;
    env::Variable variable_;
    std::map<Instant, std::string> unread_;
};

std::vector<Instant> data_times_of(const env::Environment& environment, env::Variable variable,
                                   const UnreadSlices& unread) {
    std::vector<Instant> times;
    for (const env::Layer& layer : environment.layers(variable)) {
        if (layer.is_dated()) {
            for (const env::SliceInfo& slice : layer.field->slices()) {
                if (!unread.has(slice.time)) {
                    times.push_back(slice.time);
                }
            }
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// Takes a variable at several instants, band by band of the grid, so that little is held at once.
/// @param take (step, first cell, values); values are NaN where there are none.
/// @return what could not be read for it.
template <class Take>
UnreadSlices for_each_band(const env::Environment& environment, env::Variable variable,
                           const geo::Projection& plane, const geo::GridGeometry& grid,
                           const std::vector<Step>& steps, const Progress& progress,
                           const Take& take) {
    env::Environment single;
    single.set_beyond_data(environment.beyond_data());
    for (const env::Layer& layer : environment.layers(variable)) {
        single.add(layer);
    }
    UnreadSlices unread(environment, variable);
    std::vector<bool> is_unread(steps.size(), false);
    const auto total = static_cast<std::uint32_t>(grid.cell_count());
    for (std::uint32_t first = 0; first < total; first += band_cells) {
        const std::uint32_t count = std::min(band_cells, total - first);
        std::vector<geo::PlanePoint> points(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            points[i] = grid.centre(first + i);
        }
        std::vector<geo::Position> places(count);
        std::vector<unsigned char> valid(count);
        plane.inverse(points, places, valid);
        const env::Sampler sampler(single, places);
        std::vector<float> values(count);
        std::vector<env::Quality> qualities(count);
        for (std::size_t step = 0; step < steps.size(); ++step) {
            progress.throw_if_stopped();
            try {
                if (!is_unread[step]) {
                    sampler.sample(variable, unix_seconds(steps[step].sampled), values, qualities);
                }
            } catch (const Error& problem) {
                unread.note(steps[step].sampled, problem);
                is_unread[step] = true;
            }
            for (std::uint32_t i = 0; i < count; ++i) {
                if (is_unread[step] || !env::usable(qualities[i]) ||
                    qualities[i] == env::Quality::stood_in || valid[i] == 0) {
                    values[i] = std::numeric_limits<float>::quiet_NaN();
                }
            }
            take(step, first, std::span<const float>(values));
        }
        progress.report(static_cast<double>(first + count) / total,
                        std::string(env::info(variable).name));
    }
    return unread;
}

} // namespace

std::shared_ptr<const RasterSource> warp(const env::Environment& environment,
                                         env::Variable variable, const WarpRequest& request,
                                         const Progress& progress) {
    FAIRLEAD_EXPECTS(request.from <= request.until);
    FAIRLEAD_EXPECTS(env::interpolation_of(variable) == env::Interpolation::linear);
    if (!environment.has(variable)) {
        return nullptr;
    }
    const auto& layers = environment.layers(variable);
    const bool dated = std::any_of(layers.begin(), layers.end(),
                                   [](const env::Layer& layer) { return layer.is_dated(); });
    if (!dated) {
        auto raster = std::make_shared<Raster>();
        raster->grid = grid_for(environment, variable, request, sizeof(float));
        raster->values.resize(raster->grid.cell_count());
        const auto unread = for_each_band(
            environment, variable, request.plane, raster->grid,
            {{request.from, request.from, request.from}}, progress,
            [&](std::size_t, std::uint32_t first, std::span<const float> values) {
                std::copy(values.begin(), values.end(), raster->values.begin() + first);
            });
        auto list = unread.list();
        for (Unread& one : list) {
            one.time.reset();
        }
        return std::make_shared<StillRaster>(std::move(raster), std::move(list));
    }
    const std::vector<Step> steps = steps_of(environment, variable, request);
    const geo::GridGeometry grid = grid_for(environment, variable, request, steps.size());
    const ByteScale scale = byte_scale(variable);
    std::vector<std::shared_ptr<std::vector<std::uint8_t>>> codes;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        codes.push_back(std::make_shared<std::vector<std::uint8_t>>(grid.cell_count()));
    }
    const auto unread =
        for_each_band(environment, variable, request.plane, grid, steps, progress,
                      [&](std::size_t step, std::uint32_t first, std::span<const float> values) {
                          std::transform(values.begin(), values.end(), codes[step]->begin() + first,
                                         [&](float value) { return scale.code(value); });
                      });
    std::vector<TimedRaster::Slice> slices;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        slices.push_back({steps[i].from, codes[i]});
        if (steps[i].until > steps[i].from) {
            slices.push_back({steps[i].until, codes[i]});
        }
    }
    return std::make_shared<TimedRaster>(grid, scale, std::move(slices),
                                         data_times_of(environment, variable, unread),
                                         unread.list());
}

} // namespace fairlead::chart
