// SPDX-License-Identifier: Apache-2.0
#include "core/base/data_folder.hpp"
#include "core/geo/gazetteer.hpp"
#include "core/io/coastline.hpp"
#include "core/plan/voyage_grid.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace fairlead;

TEST_CASE("places: each is tied to the open sea of a grid of 12.5 km", "[plan][ports]") {
    if (!std::filesystem::exists(built_data_folder() / "coastline" / "gshhg_high.fgb")) {
        WARN("skipped: the GSHHG coastline was not built (packages gmt and gmt-gshhg-high)");
        return;
    }
    const auto north = std::make_shared<const geo::LandIndex>(
        io::load_land_index("gshhg", geo::Projection::polar_north()));
    const auto south = std::make_shared<const geo::LandIndex>(
        io::load_land_index("gshhg", geo::Projection::polar_south()));
    const auto places = geo::Gazetteer::read(std::filesystem::path(FAIRLEAD_SOURCE_FOLDER) /
                                             "data/ports/ports.csv");
    for (const auto& place : places.places()) {
        CAPTURE(place.name);
        plan::PlanRequest request;
        request.environment = std::make_shared<const env::Environment>();
        request.land = place.position.latitude_deg() > 0.0 ? north : south;
        request.vessel = test::constant_speed_vessel(10.0);
        request.rules = test::zones_only();
        request.places = {{place.name, place.position}, {place.name, place.position}};
        const auto voyage = plan::make_voyage_grid(request);
        const auto& approach = voyage.approaches.front();
        CHECK_FALSE(approach.links.empty());
        if (approach.links.empty()) {
            continue;
        }
        const plan::SeaParts parts(voyage.graph);
        CHECK(parts.size_of(parts.part_of(approach.links.front().vertex)) >= 500);
    }
}
