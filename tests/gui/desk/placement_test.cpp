// SPDX-License-Identifier: Apache-2.0
#include "gui/session/placement.hpp"

#include "core/base/data_folder.hpp"
#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace fairlead;

namespace {

/// A square island of about 60 nautical miles a side, its edges divided.
geo::LandIndex island() {
    geo::LandPolygon polygon;
    const auto add = [&](double latitude, double longitude) {
        polygon.outer.push_back(geo::Position::degrees(latitude, longitude));
    };
    for (int i = 0; i < 40; ++i) {
        add(75.0, 10.0 + 0.1 * i);
    }
    for (int i = 0; i < 10; ++i) {
        add(75.0 + 0.1 * i, 14.0);
    }
    for (int i = 0; i < 40; ++i) {
        add(76.0, 14.0 - 0.1 * i);
    }
    for (int i = 0; i < 10; ++i) {
        add(76.0 - 0.1 * i, 10.0);
    }
    return {std::vector{polygon}, geo::Projection::polar_north(), "an island"};
}

} // namespace

TEST_CASE("placement: water stays where it is, land is left by the shortest way", "[placement]") {
    const auto land = island();
    const auto sea = geo::Position::degrees(77.0, 12.0);
    CHECK(gui::nearest_water(land, sea) == sea);
    const auto ashore = geo::Position::degrees(75.9, 12.0); // 6 miles from the northern shore
    const auto water = gui::nearest_water(land, ashore);
    REQUIRE(water);
    CHECK_FALSE(land.is_land(*water));
    const auto distance = geo::geodesic_distance(ashore, *water);
    CHECK(distance.in_nautical_miles() >= 6.0);
    CHECK(distance.in_nautical_miles() < 6.0 * 1.3);
    CHECK(water->latitude_deg() > 76.0);
}

TEST_CASE("placement: a click near a port means the port, another does not", "[placement]") {
    const auto gazetteer = geo::Gazetteer::read(data_folder() / "ports" / "ports.csv");
    const auto& murmansk = gazetteer.find("Murmansk");
    const auto beside =
        geo::geodesic_direct(murmansk.position, geo::Bearing::degrees(90.0), Length::metres(800.0));
    const auto* found = gui::port_near(gazetteer, beside, Length::nautical_miles(1.0));
    REQUIRE(found != nullptr);
    CHECK(found->name == "Murmansk");
    CHECK(gui::port_near(gazetteer, beside, Length::metres(100.0)) == nullptr);
}
