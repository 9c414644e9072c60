// SPDX-License-Identifier: Apache-2.0
#include "gui/document/route_exchange.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/route_file.hpp"
#include "gui/document/limits.hpp"
#include "tests/gui/document/whole_voyage.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace fairlead;
using Catch::Matchers::Contains;
using gui::LegKind;
using gui::Voyage;

namespace {

constexpr const char* bridge_route = R"(<?xml version="1.0" encoding="UTF-8"?>
<route version="1.0" xmlns="http://www.cirm.org/RTZ/1/0">
  <routeInfo routeName="kara" routeAuthor="Second mate"/>
  <waypoints>
    <defaultWaypoint radius="0.5"><leg speedMax="14"/></defaultWaypoint>
    <waypoint id="1" revision="2" name="Alfa"><position lat="72" lon="30"/></waypoint>
    <waypoint id="4" revision="2" name="Bravo" radius="0.8"><position lat="73" lon="36"/>
      <leg geometryType="Loxodrome" speedMax="8.5" legNote1="Boat with mail" portsideXTD="0.1"/>
      <extensions><extension manufacturer="Acme" name="x" version="1"><own a="b"/></extension></extensions>
    </waypoint>
    <waypoint id="9" revision="2" name="Charlie"><position lat="74" lon="179.5"/>
      <leg geometryType="Orthodrome"/></waypoint>
  </waypoints>
</route>
)";

Voyage current() {
    auto voyage = test::whole_voyage();
    voyage.sea.scenario = "/data/kara.toml";
    return voyage;
}

std::string joined(const QStringList& remarks) {
    return remarks.join(QLatin1Char('\n')).toStdString();
}

} // namespace

TEST_CASE("route exchange: an RTZ route becomes a voyage as the bridge drew it",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    const auto opened = gui::open_voyage(folder.write("kara.rtz", bridge_route), current());
    const auto& voyage = opened.project.voyage;
    CHECK(opened.file.empty());
    CHECK(voyage.name == "kara");
    CHECK(voyage.vessel == current().vessel);
    CHECK(voyage.sea == current().sea);
    CHECK(voyage.departure == current().departure);
    CHECK(voyage.accepted.empty());
    REQUIRE(voyage.points.size() == 3);
    for (const auto& point : voyage.points) {
        CHECK(point.is_fixed);
    }
    CHECK(voyage.points[1].name == "Bravo");
    CHECK(voyage.points[1].arrive_by == LegKind::rhumb_line);
    CHECK(voyage.points[1].speed_limit == Speed::knots(8.5));
    CHECK(voyage.points[1].note == "Boat with mail");
    CHECK(voyage.points[2].arrive_by == LegKind::great_circle);
    CHECK(voyage.points[2].speed_limit == Speed::knots(14.0)); // the file's default
    CHECK_THAT(joined(opened.remarks), Contains("no time of departure") &&
                                           Contains("/ships/own.toml") &&
                                           Contains("/data/kara.toml"));
}

TEST_CASE("route exchange: what only RTZ knows survives moving and deleting waypoints",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    auto opened = gui::open_voyage(folder.write("kara.rtz", bridge_route), current());
    auto& voyage = opened.project.voyage;
    voyage.points.erase(voyage.points.begin());
    voyage.points[0].position = geo::Position::degrees(73.5, 36.0);
    voyage.points[1].speed_limit.reset();
    voyage.points[1].note = "Ice from here";
    gui::VoyagePoint added;
    added.id = gui::free_id(voyage);
    added.position = geo::Position::degrees(75.0, -179.5);
    added.speed_limit = Speed::knots(6.0);
    voyage.points.push_back(added);

    const auto document = gui::route_document(voyage, nullptr, opened.origin.get());
    const auto text = io::route_file_content("kara.rtz", document).bytes;
    CHECK_THAT(text, Contains("Second mate") && Contains("<own a=\"b\"") &&
                         Contains("radius=\"0.8\"") && Contains("legNote1=\"Ice from here\""));
    const auto again = gui::open_voyage(folder.write("again.rtz", text), current());
    REQUIRE(again.project.voyage.points.size() == 3);
    CHECK(again.project.voyage.points[0].name == "Bravo");
    CHECK(again.project.voyage.points[1].name == "Charlie");
    CHECK(again.project.voyage.points[2].speed_limit == Speed::knots(6.0));
    CHECK(again.project.voyage.departure == voyage.departure);
}

TEST_CASE("route exchange: what only RTZ knows survives in a project", "[route_exchange]") {
    const test::ScratchFolder folder;
    auto opened = gui::open_voyage(folder.write("kara.rtz", bridge_route), current());
    opened.project.voyage.points.erase(opened.project.voyage.points.begin());
    const auto file = folder.path() / "kara.fairlead";
    gui::write_project(file, opened.project);
    const auto again = gui::open_voyage(file, {});
    REQUIRE(again.origin != nullptr);
    const auto text_of = [](const gui::OpenedVoyage& voyage) {
        return io::route_file_content("kara.rtz", gui::route_document(voyage.project.voyage,
                                                                      nullptr, voyage.origin.get()))
            .bytes;
    };
    CHECK_THAT(text_of(again), Contains("Second mate") && Contains("<own a=\"b\""));
    CHECK(text_of(again) == text_of(opened));

    opened.project.route->ids.pop_back();
    gui::write_project(file, opened.project);
    CHECK_THROWS_WITH(gui::open_voyage(file, {}), Contains("kara.fairlead") && Contains("ids"));
}

TEST_CASE("route exchange: a speed limit that was taken away does not come back by the default",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    auto opened = gui::open_voyage(folder.write("kara.rtz", bridge_route), current());
    opened.project.voyage.points[2].speed_limit.reset();
    const auto document = gui::route_document(opened.project.voyage, nullptr, opened.origin.get());
    const auto text = io::route_file_content("kara.rtz", document).bytes;
    const auto again = gui::open_voyage(folder.write("again.rtz", text), current());
    CHECK(again.project.voyage.points[1].speed_limit == Speed::knots(8.5));
    CHECK_FALSE(again.project.voyage.points[2].speed_limit.has_value());
}

TEST_CASE("route exchange: every format is written, and its waypoints come back",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    Voyage voyage = test::whole_voyage();
    voyage.points[0].position = geo::Position::degrees(72.5, 179.5);
    voyage.points[1].position = geo::Position::degrees(73.0, -179.5);
    voyage.points[2].position = geo::Position::degrees(75.0, -170.0);
    const auto document = gui::route_document(voyage, nullptr, nullptr);
    for (const auto& format : gui::route_formats()) {
        INFO(format.name.toStdString());
        const auto file = folder.path() / ("route" + format.suffix.toStdString());
        io::write_route_file(file, document, format.rtz_version);
        CHECK_FALSE(format.about.isEmpty());
        if (!gui::is_openable(file)) {
            continue; // KML, GeoPackage
        }
        const auto opened = gui::open_voyage(file, current());
        REQUIRE(opened.project.voyage.points.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            const auto& there = opened.project.voyage.points[i].position;
            CHECK(there.latitude_deg() ==
                  Approx(voyage.points[i].position.latitude_deg()).margin(1e-7));
            CHECK(there.longitude_deg() ==
                  Approx(voyage.points[i].position.longitude_deg()).margin(1e-7));
        }
    }
}

TEST_CASE("route exchange: of several routes one is opened, and the others are named",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    const auto file = folder.write("two.gpx", R"(<gpx version="1.1" creator="x"
 xmlns="http://www.topografix.com/GPX/1/1">
<rte><name>North</name><rtept lat="80" lon="10"/><rtept lat="81" lon="11"/></rte>
<rte><name>South</name><rtept lat="70" lon="10"/><rtept lat="71" lon="11"/></rte></gpx>)");
    const auto opened = gui::open_voyage(file, current(), 1);
    CHECK(opened.routes == QStringList{QStringLiteral("North"), QStringLiteral("South")});
    CHECK(opened.project.voyage.name == "South");
    CHECK_THAT(joined(opened.remarks), Contains("several routes") && Contains("South"));
    CHECK_THROWS_WITH(gui::open_voyage(file, current(), 2),
                      Contains("two.gpx") && Contains("no route 3"));
}

TEST_CASE("route exchange: a project comes back whole, a scenario leaves the places",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    gui::Project project;
    project.voyage = test::whole_voyage();
    const auto file = folder.path() / "A.FAIRLEAD";
    gui::write_project(file, project);
    const auto opened = gui::open_voyage(file, {});
    CHECK(opened.project.voyage == project.voyage);
    CHECK(opened.file == file);

    const auto scenario = folder.write("ice.toml", "name = \"Kara\"\n[[layer]]\nvariable = "
                                                   "\"sea_ice_concentration\"\nvalue = 0.5\n");
    const auto at_sea = gui::open_voyage(scenario, current());
    CHECK(at_sea.project.voyage.points == current().points);
    CHECK(at_sea.project.voyage.sea.scenario == scenario.string());
    CHECK(at_sea.project.voyage.sea.layers.empty());
    CHECK(gui::open_voyage(scenario, {}).project.voyage.name == "Kara");
}

TEST_CASE("route exchange: files that cannot be opened are refused by name", "[route_exchange]") {
    const test::ScratchFolder folder;
    CHECK_FALSE(gui::is_openable("a.pdf"));
    CHECK(gui::is_openable("a.RTZ"));
    for (const auto* name : {"none.fairlead", "none.toml", "none.rtz", "a.pdf"}) {
        CHECK_THROWS_WITH(gui::open_voyage(folder.path() / name, {}), Contains(name));
    }
}

TEST_CASE("route exchange: what could not be saved and opened again is not taken",
          "[route_exchange]") {
    const test::ScratchFolder folder;
    std::string rows = "latitude,longitude\n";
    for (std::size_t i = 0; i <= gui::most_points; ++i) {
        rows += "70," + std::to_string(static_cast<double>(i) / 1000.0) + "\n";
    }
    CHECK_THROWS_WITH(gui::open_voyage(folder.write("many.csv", rows), current()),
                      Contains("many.csv: has 20001 waypoints; a voyage has 20000 at most"));
    CHECK_THROWS_WITH(
        gui::open_voyage(folder.write("early.csv", "latitude,longitude,time\n"
                                                   "70,20,1492-08-03T00:00:00Z\n71,20,\n"),
                         current()),
        Contains("early.csv: the departure is 1492-08-03T00:00:00Z, not a time from 1900"));
}
