// SPDX-License-Identifier: Apache-2.0
#include "tests/core/plan/open_water.hpp"

#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"
#include "tests/support/oracle_scenarios.hpp"
#include "tests/support/plain_ship.hpp"

#include <algorithm>
#include <utility>

namespace fairlead::test {

namespace {

constexpr std::int64_t start_of_2018_s = 1514764800;

} // namespace

plan::PlanRequest open_water_voyage() {
    plan::PlanRequest request;
    auto environment = std::make_shared<env::Environment>();
    environment->add({env::Variable::sea_ice_concentration, nullptr, 0.0, nullptr, "0"});
    request.environment = environment;
    request.vessel = constant_speed_vessel(12.0);
    request.rules = zones_only();
    request.places = {{"A", geo::Position::degrees(75.0, 10.0)},
                      {"B", geo::Position::degrees(75.0, 40.0)}};
    request.departure = Instant{std::chrono::seconds{start_of_2018_s}};
    request.grid.cell_km = 25.0;
    return request;
}

std::shared_ptr<const vessel::Vessel> cubic_vessel(double speed_kn) {
    const auto particulars = plain_ship("Cubic");
    const vessel::SpeedTableModel::Table speeds{{0.0}, {0.0, 1.0}, {speed_kn, speed_kn}};
    return std::make_shared<vessel::Vessel>(
        particulars, Speed::knots(speed_kn), Speed::knots(2.0),
        std::make_shared<vessel::SpeedTableModel>(speeds, Speed::knots(speed_kn),
                                                  particulars.power),
        std::make_shared<vessel::SpecificConsumption>(
            200.0, particulars.power, vessel::SpecificConsumption::LoadDependence::none),
        0.05, 3.0, std::vector<std::string>{}, "tests");
}

env::Zone box(std::string name, double south, double north, double west, double east) {
    env::Zone zone{
        std::move(name),
        geo::Region({{geo::Position::degrees(south, west), geo::Position::degrees(south, east),
                      geo::Position::degrees(north, east), geo::Position::degrees(north, west)}},
                    geo::EdgeKind::rhumb_line),
        {},
        {},
        {},
        "test"};
    return zone;
}

std::shared_ptr<env::Environment> with_zone(const plan::PlanRequest& request, env::Zone zone) {
    auto environment = std::make_shared<env::Environment>(*request.environment);
    environment->add(std::move(zone));
    return environment;
}

std::shared_ptr<const geo::LandIndex> island(double south, double north, double west, double east) {
    geo::LandPolygon polygon;
    for (double lon = west; lon < east; lon += 0.25) {
        polygon.outer.push_back(geo::Position::degrees(south, lon));
    }
    for (double lon = east; lon > west; lon -= 0.25) {
        polygon.outer.push_back(geo::Position::degrees(north, lon));
    }
    polygon.outer.push_back(geo::Position::degrees(north, west));
    return std::make_shared<geo::LandIndex>(std::vector{polygon}, geo::Projection::polar_north(),
                                            "island");
}

bool has(const std::vector<rules::Finding>& findings, const std::string& code) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const auto& f) { return f.code == code; });
}

} // namespace fairlead::test
