// SPDX-License-Identifier: Apache-2.0
#include "core/io/scenario_environment.hpp"

#include "core/io/scenario_file.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

TEST_CASE("scenario environment: zones with their windows, and what stands in beyond the data",
          "[io][scenario]") {
    const test::ScratchFolder scratch;
    scratch.write("zone.geojson",
                  R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
                  "geometry":{"type":"Polygon","coordinates":
                  [[[0,70],[40,70],[40,75],[0,75],[0,70]]]}}]})");
    const auto file = scratch.write("sea.toml", R"(name = "sea"
[[layer]]
variable = "sea_ice_concentration"
value = 0.0
[[zone]]
name = "range"
source = "zone.geojson"
rule = "prohibited"
from = 2018-06-10T00:00Z
until = 2018-06-12T00:00Z
[time]
beyond_data = "hold"
)");
    const auto scenario = io::read_scenario(file);
    const auto loaded = io::load_environment(&scenario, {});
    CHECK(loaded.environment->beyond_data() == env::BeyondData::hold);
    REQUIRE(loaded.sources.size() == 2);
    CHECK(loaded.sources[1].file == "zone.geojson");
    CHECK(loaded.sources[1].sha256.size() == 64);
    REQUIRE(loaded.environment->zones().size() == 1);
    const auto& zone = loaded.environment->zones().front();
    CHECK(zone.from == parse_instant("2018-06-10"));
    CHECK(zone.until == parse_instant("2018-06-12"));
    CHECK_FALSE(zone.speed_limit.has_value());
    // Edges as on a chart in Mercator's projection: the geodesic would bulge to 75.9 N.
    CHECK(zone.area.contains(geo::Position::degrees(74.9, 20.0)));
    CHECK_FALSE(zone.area.contains(geo::Position::degrees(75.5, 20.0)));
    CHECK_FALSE(zone.area.contains(geo::Position::degrees(69.9, 20.0)));
    CHECK(zone.area.contains(geo::Position::degrees(70.1, 20.0)));
}
