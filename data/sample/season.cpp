// SPDX-License-Identifier: Apache-2.0
#include "data/sample/season.hpp"

#include "core/base/table.hpp"
#include "data/sample/noise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace fairlead::sample {
namespace {

constexpr double km = 1000.0;
constexpr double ageing_days = 30.0; ///< in which the texture changes where it is
constexpr double least_thickness_m = 0.05;

struct Place {
    geo::PlanePoint at;
    double clears_day;
    double freezes_day;
    double thickness_m;
};

std::vector<Place> read_places(const std::filesystem::path& file) {
    const Table table = Table::read(file);
    const auto plane = geo::Projection::polar_north();
    std::vector<Place> places;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const auto position =
            geo::Position::degrees(table.number(row, "latitude"), table.number(row, "longitude"));
        places.push_back({plane.forward(position).value(), table.number(row, "clears_day"),
                          table.number(row, "freezes_day"), table.number(row, "thickness_m")});
    }
    return places;
}

double squared_distance(geo::PlanePoint a, geo::PlanePoint b) noexcept {
    const double dx = a.x_m - b.x_m;
    const double dy = a.y_m - b.y_m;
    return dx * dx + dy * dy;
}

/// Mean drift of the ice [m/day]: the anticyclonic Beaufort Gyre and the Transpolar Drift Stream
/// from the Laptev Sea to Fram Strait, as two smooth bumps of a few km a day.
geo::PlanePoint mean_drift(geo::PlanePoint p) noexcept {
    constexpr geo::PlanePoint gyre{-1250.0 * km, 450.0 * km}; // about 77 N 155 W
    constexpr double gyre_radius_m = 700.0 * km;
    const double r2 = squared_distance(p, gyre) / (gyre_radius_m * gyre_radius_m);
    const double spin = 6.0 * km * std::exp(0.5 - 0.5 * r2) / gyre_radius_m;
    // Clockwise seen from above: (x, y) -> (y, -x).
    geo::PlanePoint drift{spin * (p.y_m - gyre.y_m), -spin * (p.x_m - gyre.x_m)};

    constexpr geo::PlanePoint laptev{0.0, 1200.0 * km};      // about 79 N 135 E
    constexpr geo::PlanePoint fram{850.0 * km, -850.0 * km}; // about 79 N 0 E
    const double along_x = fram.x_m - laptev.x_m;
    const double along_y = fram.y_m - laptev.y_m;
    const double length = std::hypot(along_x, along_y);
    const double across =
        ((p.x_m - laptev.x_m) * along_y - (p.y_m - laptev.y_m) * along_x) / length / (350.0 * km);
    const double along =
        ((p.x_m - laptev.x_m) * along_x + (p.y_m - laptev.y_m) * along_y) / (length * length);
    const double reach = std::clamp(2.5 - std::abs(along - 0.5) * 2.5, 0.0, 1.0);
    const double stream = 7.0 * km * std::exp(-0.5 * across * across) * reach;
    drift.x_m += stream * along_x / length;
    drift.y_m += stream * along_y / length;
    return drift;
}

double logistic(double x) noexcept {
    return 1.0 / (1.0 + std::exp(-x));
}

/// Share of the spring thickness left on a day of the melting season. Ice that clears thins to a
/// fifth on the day it clears; ice that survives loses at most 0.9 m by 8 September (day 100).
double share_left(double clears_day, double thickness_m, double day) noexcept {
    const double survival = std::clamp((clears_day - 95.0) / 50.0, 0.0, 1.0);
    const double lost_if_it_survives = std::min(0.45, 0.9 / thickness_m);
    const double lost = std::lerp(0.8, lost_if_it_survives, survival);
    const double end = std::clamp(clears_day, 15.0, 100.0);
    const double elapsed = std::clamp((day - 5.0) / (end - 5.0), 0.0, 1.0);
    return 1.0 - lost * std::pow(elapsed, 1.3);
}

/// New ice since freeze-up [m]: 1.33 F^0.58 cm, F the sum of degree-days of frost (Lebedev 1938),
/// with frost that deepens from 2 to 14 degrees over the first forty days.
double new_ice_m(double days_of_frost) noexcept {
    if (days_of_frost <= 0.0) {
        return 0.0;
    }
    const double deepening = std::min(days_of_frost, 40.0);
    const double degree_days = 2.0 * days_of_frost + 0.5 * 0.3 * deepening * deepening +
                               12.0 * std::max(0.0, days_of_frost - 40.0);
    return 0.0133 * std::pow(degree_days, 0.58);
}

} // namespace

Season::Season(const std::filesystem::path& places, std::uint32_t seed)
    : seed_(seed), grid_{-3850.0 * km, 5850.0 * km, 12.5 * km, 608, 896},
      climate_(grid_.cell_count()) {
    const std::vector<Place> table = read_places(places);
    constexpr double smoothing_m2 = 60.0 * km * 60.0 * km;
    for (std::uint32_t index = 0; index < climate_.size(); ++index) {
        const geo::PlanePoint p = grid_.centre(index);
        double weights = 0.0;
        Climate sum;
        for (const Place& place : table) {
            const double closeness = smoothing_m2 / (squared_distance(p, place.at) + smoothing_m2);
            const double weight = closeness * closeness;
            weights += weight;
            sum.clears_day += weight * place.clears_day;
            sum.freezes_day += weight * place.freezes_day;
            sum.thickness_m += weight * place.thickness_m;
        }
        const double size = 420.0 * km;
        const double uneven = fractal_noise(p.x_m / size, p.y_m / size, 0.5, 4, seed_ + 1U);
        const geo::PlanePoint drift = mean_drift(p);
        climate_[index] = {sum.clears_day / weights + 28.0 * uneven,
                           sum.freezes_day / weights - 12.0 * uneven, sum.thickness_m / weights,
                           drift.x_m, drift.y_m};
    }
}

Season::Climate Season::climate_at(geo::PlanePoint point) const noexcept {
    const double column =
        std::clamp((point.x_m - grid_.left_m) / grid_.cell_m - 0.5, 0.0, grid_.columns - 1.001);
    const double row =
        std::clamp((grid_.top_m - point.y_m) / grid_.cell_m - 0.5, 0.0, grid_.rows - 1.001);
    const auto i = static_cast<std::int32_t>(column);
    const auto j = static_cast<std::int32_t>(row);
    const double u = column - i;
    const double v = row - j;
    const Climate& a = climate_[grid_.index({i, j})];
    const Climate& b = climate_[grid_.index({i + 1, j})];
    const Climate& c = climate_[grid_.index({i, j + 1})];
    const Climate& d = climate_[grid_.index({i + 1, j + 1})];
    const auto between = [&](double Climate::*field) {
        return std::lerp(std::lerp(a.*field, b.*field, u), std::lerp(c.*field, d.*field, u), v);
    };
    return {between(&Climate::clears_day), between(&Climate::freezes_day),
            between(&Climate::thickness_m), between(&Climate::drift_x_m_per_day),
            between(&Climate::drift_y_m_per_day)};
}

geo::PlanePoint Season::pushed_by_weather(geo::PlanePoint point, double day) const noexcept {
    struct Mode {
        double period_days, reach_m, direction, phase;
    };
    static constexpr std::array<Mode, 4> modes{{{3.7, 9.0 * km, 0.4, 0.1},
                                                {6.1, 14.0 * km, 2.3, 1.7},
                                                {11.3, 20.0 * km, 4.0, 3.1},
                                                {23.0, 26.0 * km, 5.5, 4.4}}};
    constexpr double wave_m = 2200.0 * km; // size of a weather system
    geo::PlanePoint pushed = point;
    const double chance = static_cast<double>(seed_ % 1009U) / 1009.0;
    for (const Mode& mode : modes) {
        const double direction = mode.direction + 2.0 * std::numbers::pi * chance;
        const double phase =
            2.0 * std::numbers::pi * (day / mode.period_days + (point.x_m + point.y_m) / wave_m) +
            mode.phase;
        const double reach = mode.reach_m * std::sin(phase);
        pushed.x_m -= reach * std::cos(direction);
        pushed.y_m -= reach * std::sin(direction);
    }
    return pushed;
}

Season::Carried Season::carried_by_drift(geo::PlanePoint point, const Climate& climate,
                                         double day) const noexcept {
    constexpr double life_days = 24.0;
    Carried carried;
    double squares = 0.0;
    for (std::size_t overlap = 0; overlap < carried.size(); ++overlap) {
        // Counted from a whole number of lives before the season, so that it is never negative.
        const double age_in_lives = day / life_days + 0.5 * static_cast<double>(overlap) + 8.0;
        const double generation = std::floor(age_in_lives);
        const double age = age_in_lives - generation;
        const double days = (age - 0.5) * life_days;
        carried[overlap] = {{point.x_m - climate.drift_x_m_per_day * days,
                             point.y_m - climate.drift_y_m_per_day * days},
                            1.0 - std::abs(2.0 * age - 1.0),
                            seed_ + 1000U * (2U * static_cast<std::uint32_t>(generation) +
                                             static_cast<std::uint32_t>(overlap))};
        squares += carried[overlap].weight * carried[overlap].weight;
    }
    for (Generation& generation : carried) {
        generation.weight /= std::sqrt(squares); // the sum keeps the spread of one of them
    }
    return carried;
}

double Season::patches_at(const Carried& carried, double day) noexcept {
    constexpr double size = 220.0 * km;
    constexpr double to_about_one = 2.5;
    double patches = 0.0;
    for (const Generation& generation : carried) {
        patches +=
            generation.weight * fractal_noise(generation.at.x_m / size, generation.at.y_m / size,
                                              day / ageing_days, 5, generation.seed);
    }
    return patches * to_about_one;
}

Season::Cracks Season::cracks_at(const Carried& carried, double day) noexcept {
    const double ageing = day / ageing_days;
    Cracks cracks;
    for (const auto& [at, weight, seed] : carried) {
        const double bend =
            35.0 * km *
            fractal_noise(at.x_m / (300.0 * km), at.y_m / (300.0 * km), ageing, 2, seed + 11U);
        for (std::uint32_t direction = 0; direction < 3; ++direction) {
            const double turn = std::numbers::pi * (direction / 3.0 + 0.08);
            const double along_m = at.x_m * std::cos(turn) + at.y_m * std::sin(turn);
            const double across_m = at.y_m * std::cos(turn) - at.x_m * std::sin(turn) + bend;
            const std::uint32_t own = seed + 20U + direction;
            // Each direction has regions of its own.
            const double here = std::clamp(
                0.25 + 1.6 * gradient_noise(at.x_m / (650.0 * km), at.y_m / (650.0 * km), 0.5, own),
                0.0, 1.0);
            if (here == 0.0) {
                continue;
            }
            cracks.leads += weight * here *
                            ridge_noise(along_m / (480.0 * km), across_m / (105.0 * km),
                                        2.0 * ageing, 8.0, own + 100U);
            cracks.ridges += weight * here *
                             ridge_noise(along_m / (260.0 * km), across_m / (90.0 * km),
                                         0.5 * ageing, 4.0, own + 200U);
        }
    }
    return {std::min(cracks.leads, 1.0), std::min(cracks.ridges, 1.0)};
}

Ice Season::at(geo::PlanePoint point, double day) const noexcept {
    const geo::PlanePoint origin = pushed_by_weather(point, day);
    const Climate climate = climate_at(origin);
    constexpr double far_days = 35.0; // the texture never reaches so far
    if (day > climate.clears_day + far_days && day < climate.freezes_day - far_days) {
        return {};
    }
    const Carried carried = carried_by_drift(origin, climate, day);
    const double patches = patches_at(carried, day);

    // Old ice: 1 in spring, one half on the day the place clears; the marginal ice zone is the
    // width of this curve, torn by the texture. Inside the pack the summer loosens it.
    const double before_clearing = (climate.clears_day - day) / 6.0 + 1.6 * patches;
    const double from_peak = (day - 78.0) / 32.0;
    const double summer = std::exp(-0.5 * from_peak * from_peak);
    const double closed = 0.985 - summer * std::clamp(0.10 - 0.16 * patches, 0.0, 0.2);
    const double old_ice = closed * logistic(1.3 * before_clearing);
    const double since_freezing = (day - climate.freezes_day) / 3.5 + 1.2 * patches;
    const double new_ice = 0.97 * logistic(1.3 * since_freezing);
    const double together = 1.0 - (1.0 - old_ice) * (1.0 - new_ice);
    constexpr double least_seen = 0.08; // less than this the instruments do not see
    if (together < least_seen) {
        return {};
    }
    const Cracks cracks = cracks_at(carried, day);
    const double opened = together * (1.0 - (0.35 + 0.35 * summer) * cracks.leads);
    if (opened < least_seen) {
        return {};
    }

    const double rough = 1.0 + std::clamp(0.22 * patches, -0.4, 0.4) +
                         0.45 * cracks.ridges * std::clamp(climate.thickness_m - 1.2, 0.2, 1.2);
    const double left =
        climate.thickness_m * rough * share_left(climate.clears_day, climate.thickness_m, day);
    const double grown = new_ice_m(day - climate.freezes_day + 6.0);
    // Where old ice is left, it goes on growing slowly from beneath.
    const double old_share = old_ice / together;
    const double thickness =
        std::lerp(std::max(grown, least_thickness_m), left + 0.3 * grown, old_share);
    return {std::min(opened, 1.0), std::max(thickness, least_thickness_m)};
}

} // namespace fairlead::sample
