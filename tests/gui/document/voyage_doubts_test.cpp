// SPDX-License-Identifier: Apache-2.0
#include "gui/document/voyage_doubts.hpp"

#include "gui/document/route_exchange.hpp"
#include "gui/document/zone_shape.hpp"
#include "tests/gui/document/whole_voyage.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/thread_clock.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

using namespace fairlead;
using Catch::Matchers::Contains;

namespace {

using Places = std::vector<std::pair<double, double>>;

std::vector<geo::Position> ring(const Places& places) {
    std::vector<geo::Position> corners;
    for (const auto& [latitude_deg, longitude_deg] : places) {
        corners.push_back(geo::Position::degrees(latitude_deg, longitude_deg));
    }
    return corners;
}

/// Nothing strange in it.
gui::Voyage plain_voyage() {
    auto voyage = test::whole_voyage();
    voyage.vessel = "expedition_pc5";
    voyage.sea.scenario = "sample";
    return voyage;
}

std::string doubts(const gui::Voyage& voyage) {
    return gui::doubts_about(voyage, QStringLiteral("a.fairlead"))
        .join(QLatin1Char('\n'))
        .toStdString();
}

} // namespace

TEST_CASE("zone shape: a ring that crosses itself is told from one that does not", "[zone_shape]") {
    const auto bow = gui::crossing_edges(ring({{70, 40}, {72, 44}, {72, 40}, {70, 44}}));
    REQUIRE(bow);
    CHECK(std::pair(bow->first, bow->second) == std::pair<std::size_t, std::size_t>(0, 2));
    CHECK(std::abs(bow->place.longitude_deg() - 42.0) < 1e-9);
    CHECK((bow->place.latitude_deg() > 70.9 && bow->place.latitude_deg() < 71.2));
    // While it is drawn, the edge that would close it does not count.
    const auto open = ring({{70, 40}, {72, 40}, {70, 44}, {72, 44}});
    CHECK(gui::crossing_edges(open));
    CHECK_FALSE(gui::crossing_edges(open, false));
    CHECK_FALSE(gui::crossing_edges(ring({{70, 40}, {72, 40}, {72, 44}, {70, 44}})));
    CHECK_FALSE(gui::crossing_edges(ring({{70, 40}, {72, 40}, {72, 44}})));
    // Over 180 degrees, and around the pole.
    CHECK(gui::crossing_edges(ring({{70, 178}, {72, -178}, {72, 178}, {70, -178}})));
    CHECK_FALSE(gui::crossing_edges(ring({{70, 178}, {72, 178}, {72, -178}, {70, -178}})));
    CHECK_FALSE(gui::crossing_edges(ring({{80, 0}, {80, 90}, {80, 180}, {80, -90}})));
    CHECK(gui::crossing_edges(ring({{80, 0}, {80, 180}, {80, 90}, {80, -90}})));
    // A dent is no crossing.
    CHECK_FALSE(gui::crossing_edges(ring({{70, 40}, {71, 42}, {70, 44}, {73, 42}})));
}

TEST_CASE("zone shape: a ring of twenty thousand corners is looked through at once",
          "[zone_shape]") {
    std::vector<geo::Position> corners;
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / count;
        const double reach = 4.0 + 0.3 * std::sin(97.0 * angle);
        corners.push_back(geo::Position::degrees(75.0 + reach * std::sin(angle),
                                                 40.0 + 4.0 * reach * std::cos(angle)));
    }
    const fairlead::test::ThreadClock clock;
    CHECK_FALSE(gui::crossing_edges(corners));
    std::swap(corners[7000], corners[7003]);
    CHECK(gui::crossing_edges(corners));
    CHECK(clock.seconds() < 2.0); // looking at every pair takes eight times as long
}

TEST_CASE("zone shape: corners on one line enclose nothing", "[zone_shape]") {
    CHECK(gui::lies_on_one_line(ring({{70, 40}, {71, 40}, {72, 40}})));
    CHECK(gui::lies_on_one_line(ring({{0, 40}, {0, 41}, {0, 45}, {0, 43}})));
    CHECK(gui::lies_on_one_line(ring({{89, 0}, {90, 0}, {89, 180}})));
    CHECK_FALSE(gui::lies_on_one_line(ring({{70, 40}, {70, 41}, {70, 42}}))); // a parallel bends
    CHECK_FALSE(gui::lies_on_one_line(ring({{70, 40}, {70.001, 40.001}, {70.001, 40}})));
}

TEST_CASE("voyage doubts: what is strange is said by file, member and value", "[voyage_doubts]") {
    CHECK(doubts(plain_voyage()).empty());

    auto crossed = plain_voyage();
    crossed.zones[1].corners = ring({{70, 40}, {72, 44}, {72, 40}, {70, 44}});
    CHECK_THAT(doubts(crossed), Contains("a.fairlead: zones[1]") && Contains("crosses itself") &&
                                    Contains("corner 1") && Contains("corner 3"));
    auto flat = plain_voyage();
    flat.zones[0].corners = ring({{70, 40}, {71, 40}, {72, 40}});
    CHECK_THAT(doubts(flat), Contains("zones[0] (\"Firing range") && Contains("on one line"));

    auto never = plain_voyage();
    std::swap(never.zones[0].from, never.zones[0].until);
    CHECK_THAT(doubts(never), Contains("zones[0]") && Contains("from 2030-08-12T12:30:00Z") &&
                                  Contains("until 2030-08-11T00:00:00Z"));

    auto unknown = plain_voyage();
    unknown.vessel = "titanic";
    CHECK_THAT(doubts(unknown), Contains("a.fairlead: vessel: ") && Contains("'titanic'"));
    auto folder = plain_voyage();
    folder.sea.scenario = "/tmp";
    CHECK_THAT(doubts(folder), Contains("a.fairlead: sea.scenario is \"/tmp\""));
}

TEST_CASE("voyage doubts: a name that fills a screen is cut, between letters", "[voyage_doubts]") {
    auto voyage = plain_voyage();
    std::string name = "x";
    while (name.size() < 3000) {
        name += "\u0416"; // two bytes
    }
    voyage.points[1].name = name;
    const test::ScratchFolder folder;
    const auto file = folder.path() / "long.fairlead";
    gui::write_project(file, {voyage, {}, {}, {}, {}});
    const auto opened = gui::open_voyage(file, {});
    CHECK(opened.project.voyage.points[1].name == name.substr(0, 999));
    REQUIRE(opened.remarks.size() == 1);
    CHECK_THAT(opened.remarks[0].toStdString(),
               Contains("long.fairlead: points[1].name has 3001 bytes; the first 999 are kept"));
}
