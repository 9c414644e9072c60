// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Records of a study that was never planned: in winter nothing gets through, in spring the strong
/// ship, in summer both; waits and detours grow with the ice. What a test expects of them it can
/// work out by hand.

#include "core/io/route_record.hpp"
#include "core/io/study_file.hpp"
#include "core/study/manifest.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace fairlead::test {

inline study::Manifest season_manifest(const std::string& text) {
    return study::make_manifest(io::parse_study(text, "season.toml"));
}

inline study::Manifest season_manifest() {
    return season_manifest(R"(
name = "Season <2018> & ships"
notes = ["Ice of 2018."]
scenarios = ["data/arctic-2018.toml"]
ships = ["pc7.toml", "pc3.toml"]
objectives = ["time", "fuel"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[[voyage]]
from = "Murmansk"
to = "Pevek"
[departures]
from = 2018-03-01
until = 2018-11-30
step_h = 120
[grid]
cell_km = 25
)");
}

/// Ice on a day, 0 to 1: all of it on 1 April, none on 1 September.
inline double season_ice(Instant departure) {
    const auto day = std::chrono::floor<std::chrono::days>(departure);
    const std::chrono::sys_days summer{std::chrono::year(2018) / 9 / 1};
    return std::fmin(1.0, std::fabs(static_cast<double>((day - summer).count())) / 150.0);
}

inline io::RouteRecord season_record(const study::Manifest& manifest,
                                     const study::RouteSpec& route) {
    const auto& group = manifest.groups[route.group];
    const auto& file = manifest.file;
    io::RouteRecord record;
    record.number = route.number;
    record.id = route.id;
    record.scenario = file.scenarios[group.scenario];
    record.voyage = file.voyages[group.voyage].name;
    record.from = file.voyages[group.voyage].from;
    record.to = file.voyages[group.voyage].to;
    record.ship = file.ships[group.ship];
    record.objective = file.objectives[group.objective].text;
    record.unit = cost::unit(file.objectives[group.objective].objective);
    record.rules = file.rules[group.rules];
    record.departure = route.departure;
    const double ice = season_ice(route.departure);
    const bool is_strong = group.ship == 1;
    const bool is_far = group.voyage == 1;
    const double limit = (is_strong ? 0.85 : 0.5) - (is_far ? 0.15 : 0.0);
    if (ice > limit) {
        record.status = "no_route";
        record.failure = io::RouteFailure{
            ice > 0.95 ? "ice_too_thick" : "polaris",
            "POLARIS: the risk index outcome is below -10 on every way <in> the Kara Sea",
            geo::Position::degrees(70.5 + 4.0 * (1.0 - ice), is_far ? 100.0 : 58.0),
            route.departure + Duration::hours(40.0), 300.0};
        return record;
    }
    const bool by_fuel = group.objective == 1;
    const double north_deg = 3.0 * (limit - ice);
    io::RouteNumbers numbers;
    numbers.duration_h = (is_far ? 190.0 : 80.0) * (1.0 + ice) * (by_fuel ? 1.2 : 1.0);
    numbers.arrival = route.departure + Duration::hours(numbers.duration_h);
    numbers.distance_nmi = is_far ? 2300.0 : 900.0;
    numbers.fuel_t = numbers.duration_h * (is_strong ? 3.0 : 2.0) * (by_fuel ? 0.7 : 1.0);
    numbers.risk = 20.0 * ice * (is_strong ? 0.3 : 1.0);
    numbers.cost = by_fuel ? numbers.fuel_t : numbers.duration_h;
    record.status = "ok";
    record.numbers = numbers;
    const auto place = [&](double latitude, double longitude) {
        record.line.push_back(geo::Position::degrees(latitude, longitude));
    };
    place(69.4, 33.5);
    place(72.0 + north_deg, 45.0);
    place(is_strong ? 77.2 : 70.6, is_strong ? 66.0 : 58.0);
    place(73.5, 72.5);
    if (is_far) {
        place(77.9, 104.0);
        place(74.0 + north_deg, 140.0);
        place(69.9, 170.3);
    } else {
        place(71.4, 72.3);
    }
    return record;
}

inline std::vector<io::RouteRecord> season_records(const study::Manifest& manifest) {
    std::vector<io::RouteRecord> records;
    for (const auto& route : manifest.routes) {
        records.push_back(season_record(manifest, route));
    }
    return records;
}

} // namespace fairlead::test
