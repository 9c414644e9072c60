// SPDX-License-Identifier: Apache-2.0
#include "core/io/rtz.hpp"
#include "tests/core/io/rtz_samples.hpp"
#include "tests/support/scratch_folder.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/io/route_file.hpp"
#include "core/io/rtz_fields.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <random>
#include <string>

using namespace fairlead;
using io::RouteDocument;
using io::RtzVersion;

namespace {

bool same(const RouteDocument& a, const RouteDocument& b) {
    if (a.rtz != b.rtz || a.points.size() != b.points.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.points.size(); ++i) {
        const auto& p = a.points[i];
        const auto& q = b.points[i];
        if (io::rtz_fingerprint(p) != io::rtz_fingerprint(q) || p.rtz.id != q.rtz.id ||
            p.rtz.revision != q.rtz.revision) {
            return false;
        }
    }
    return true;
}

/// Anything the version can say.
RouteDocument random_document(std::mt19937& random, RtzVersion version) {
    const auto uniform = [&](double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random);
    };
    const auto maybe = [&] { return random() % 2 == 0; };
    const bool last = version == RtzVersion::v1_2;
    const std::string extension =
        "<extensions>\n <extension manufacturer=\"m\" name=\"n\" v=\"a&amp;b\"><!-- c --><x "
        "xmlns=\"\">t</x></extension></extensions>";
    RouteDocument document;
    document.name = "r";
    document.rtz.emplace();
    auto& rtz = *document.rtz;
    rtz.version = version;
    rtz.info.attributes = {{"vesselName", "A \"b\" <c> & \xc3\xb8"}, {"vesselMaxWind", "12.5"}};
    rtz.info.extensions = maybe() ? extension : "";
    rtz.route.attributes = {{"xmlns:own", "urn:own"}};
    if (maybe()) {
        rtz.default_waypoint.emplace();
        rtz.default_waypoint->point.attributes = {{"radius", "0.5"}};
    }
    io::RtzTimetable table;
    for (std::uint64_t i = 0; i < 2 + random() % 6; ++i) {
        io::RoutePoint point;
        point.position = geo::Position::degrees(uniform(-90, 90), uniform(-180, 180));
        point.name = maybe() ? "n " + std::to_string(i) : "";
        point.line = i > 0 && maybe() ? geo::EdgeKind::rhumb_line : geo::EdgeKind::geodesic;
        point.rtz.id = 100 - 3 * i;
        point.rtz.revision = random() % 9;
        if (i > 0) {
            point.rtz.port_xtd_nmi = uniform(0, 9.9);
            point.rtz.starboard_xtd_nmi = uniform(0, 1e-5);
            point.rtz.leg.attributes = {{"speedMax", "14.20"}, {"oddity", "kept"}};
            point.rtz.leg.extensions = last && maybe() ? extension : "";
        }
        if (maybe()) {
            point.rtz.turn_radius_nmi = uniform(0, 5);
        }
        point.rtz.point.extensions = maybe() ? extension : "";
        table.elements.push_back({*point.rtz.id,
                                  {{{"eta", "2030-08-10T06:00:00Z"},
                                    {"stay", last ? "PT2H30M" : "02:30:00"},
                                    {"absFuelSave", "-3"}},
                                   maybe() ? extension : ""}});
        document.points.push_back(point);
    }
    rtz.schedules.push_back({7, {{{"name", "s"}}, ""}, std::nullopt, table});
    return document;
}

} // namespace

TEST_CASE("rtz: what is written is read back the same, in every version", "[io][rtz]") {
    constexpr unsigned seed = 20;
    std::mt19937 random(seed);
    INFO("seed " << seed);
    for (const auto version : {RtzVersion::v1_0, RtzVersion::v1_1, RtzVersion::v1_2}) {
        for (int trial = 0; trial < 60; ++trial) {
            const auto document = random_document(random, version);
            const auto text = io::rtz_text(document, version, "r", "r.rtz").text;
            INFO(text);
            const auto back = test::read_rtz(text);
            CHECK(same(document, back));
            CHECK(io::rtz_text(back, version, "r", "r.rtz").text == text);
        }
    }
}

TEST_CASE("rtz: 180 degrees is written as -180 and read with a remark", "[io][rtz]") {
    RouteDocument document;
    document.points.resize(2);
    document.points[0].position = geo::Position::degrees(70.0, 170.0);
    document.points[1].position = geo::Position::degrees(71.0, 180.0);
    const auto text = io::rtz_text(document, RtzVersion::v1_0, "r", "r.rtz").text;
    CHECK(text.find("lon=\"-180\"") != std::string::npos);
    CHECK(test::read_rtz(text).points[1].position == document.points[1].position);
    auto at_180 = test::two_waypoints;
    at_180.replace(at_180.find("-180"), 4, "180");
    const auto back = test::read_rtz(test::rtz_file(at_180));
    CHECK(back.points[1].position == document.points[1].position);
    CHECK(test::has_part(back.remarks, "lon is 180"));
}

TEST_CASE("rtz: 1.0 has its own spelling and units, and other versions get theirs", "[io][rtz]") {
    const auto first = test::read_rtz(test::rtz_file(
        test::two_waypoints,
        "<schedules><schedule id=\"1\"><calculated>"
        "<sheduleElement waypointId=\"1\" etd=\"2030-08-10T00:00:00z\"/>"
        "<sheduleElement waypointId=\"2\" eta=\"2030-08-11T00:00:00Z\" stay=\"01:30:00\" "
        "windSpeed=\"10\" absFuelSace=\"5\"/></calculated></schedule></schedules>"));
    CHECK(first.points[0].time == parse_instant("2030-08-10"));
    CHECK(first.points[1].time == parse_instant("2030-08-11"));
    const auto again = io::rtz_text(first, RtzVersion::v1_0, "r", "r.rtz").text;
    CHECK(again.find("<sheduleElement") != std::string::npos);
    CHECK(again.find("absFuelSace=\"5\"") != std::string::npos);
    CHECK(again.find("etd=\"2030-08-10T00:00:00Z\"") != std::string::npos);
    const auto last = io::rtz_text(first, RtzVersion::v1_2, "r", "r.rtz").text;
    CHECK(last.find("<scheduleElement") != std::string::npos);
    CHECK(last.find("absFuelSave=\"5\"") != std::string::npos);
    CHECK(last.find("stay=\"PT90M\"") != std::string::npos);
    CHECK(last.find("windSpeed=\"19.4384\"") != std::string::npos);
    CHECK(last.find("http://www.cirm.org/RTZ/1/2") != std::string::npos);
}

TEST_CASE("rtz: a waypoint that has changed gets a higher revision, others keep theirs",
          "[io][rtz]") {
    auto document = test::read_rtz(test::rtz_file(test::two_waypoints));
    document.points[1].position = geo::Position::degrees(72.0, 20.0);
    const auto back = test::read_rtz(io::rtz_text(document, RtzVersion::v1_0, "r", "r.rtz").text);
    CHECK(back.points[0].rtz.revision == 4U);
    CHECK(back.points[1].rtz.revision == 5U);
}

TEST_CASE("rtz: legs arrive, and say or inherit which line they are", "[io][rtz]") {
    const std::string unsaid =
        "<waypoint id=\"1\"><position lat=\"70\" lon=\"10\"/><leg geometryType=\"Loxodrome\"/>"
        "</waypoint><waypoint id=\"2\"><position lat=\"70\" lon=\"20\"/></waypoint>";
    const auto silent = test::read_rtz(test::rtz_file(unsaid));
    CHECK(silent.points[0].line == geo::EdgeKind::geodesic);
    CHECK(silent.points[1].line == geo::EdgeKind::rhumb_line);
    CHECK(test::has_part(silent.remarks, "first waypoint has a leg"));
    CHECK(test::has_part(silent.remarks, "rhumb lines were taken"));
    const auto usual = test::read_rtz(test::rtz_file(
        "<defaultWaypoint><leg geometryType=\"Orthodrome\"/></defaultWaypoint>" + unsaid));
    CHECK(usual.points[1].line == geo::EdgeKind::geodesic);
}

TEST_CASE("rtz: the line of a rhumb leg stays within metres of the rhumb line", "[io][rtz]") {
    auto document = test::read_rtz(test::rtz_file(test::two_waypoints));
    document.points[0].position = geo::Position::degrees(80.0, 10.0);
    document.points[1].position = geo::Position::degrees(80.0, 60.0);
    document.points[1].line = geo::EdgeKind::rhumb_line;
    const auto line = io::sailed_line(document.points);
    REQUIRE(line.size() > 10);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::GeodesicLine piece(line[i - 1], line[i]);
        CHECK(piece.at(piece.length() * 0.5).latitude_deg() ==
              Approx(80.0).margin(12.0 / 111'000.0));
    }
}

TEST_CASE("rtz: what is wrong is named with file, element and attribute", "[io][rtz][bad_input]") {
    CHECK(test::rtz_refusal("<kml/>") == "r.rtz: has no element route");
    CHECK(test::rtz_refusal("<route version='3'/>").find("route version is '3'") !=
          std::string::npos);
    CHECK(test::rtz_refusal("<route version='1.0' xmlns='http://www.cirm.org/RTZ/1/2'/>")
              .find("but its namespace is") != std::string::npos);
    const auto with = [](const std::string& from, const std::string& to) {
        auto text = test::two_waypoints;
        text.replace(text.find(from), from.size(), to);
        return test::rtz_refusal(test::rtz_file(text));
    };
    CHECK(with("lat=\"71\"", "lat=\"91\"") ==
          "r.rtz: waypoint 2: lat is '91', not degrees within -90 and 90");
    CHECK(with("id=\"2\"", "id=\"1\"").find("id is 1, as of waypoint 1") != std::string::npos);
    CHECK(with("id=\"2\"", "id=\"-2\"").find("waypoint 2: id is '-2'") != std::string::npos);
    CHECK(with("Orthodrome", "Straight").find("geometryType is 'Straight'") != std::string::npos);
    CHECK(with("<leg ", "<leg portsideXTD=\"10\" ").find("portsideXTD is '10'") !=
          std::string::npos);
    CHECK(test::rtz_refusal(test::rtz_file(test::two_waypoints,
                                           "<schedules><schedule id=\"1\"><manual><sheduleElement "
                                           "waypointId=\"9\"/></manual></schedule></schedules>"))
              .find("waypointId 9 is of no waypoint") != std::string::npos);
}

TEST_CASE("rtz: a value that the schema does not allow is not written", "[io][rtz][bad_input]") {
    auto document = test::read_rtz(test::rtz_file(test::two_waypoints));
    document.points[1].rtz.turn_radius_nmi = 7.5;
    CHECK_NOTHROW(io::rtz_text(document, RtzVersion::v1_0, "r", "r.rtz"));
    CHECK_THROWS_WITH(io::rtz_text(document, RtzVersion::v1_2, "r", "r.rtz"),
                      "r.rtz: waypoint 2: radius is '7.5'; RTZ 1.2 wants nautical miles from 0 to "
                      "5");
    document.points[1].rtz.turn_radius_nmi.reset();
    document.points[1].rtz.id = 1;
    CHECK_THROWS_WITH(io::rtz_text(document, RtzVersion::v1_0, "r", "r.rtz"),
                      "r.rtz: two waypoints have the id 1");
}

TEST_CASE("rtz: hostile files are refused", "[io][rtz][bad_input]") {
    CHECK(test::rtz_refusal("<!DOCTYPE r [<!ENTITY a 'b'>]>" + test::rtz_file(test::two_waypoints))
              .find("document type definition") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) {
        deep += "<a>";
    }
    CHECK(test::rtz_refusal(deep).find("nested deeper than 100") != std::string::npos);
}

TEST_CASE("rtz: damaged files give an error or a route, never a crash", "[io][rtz][fuzz]") {
    constexpr unsigned seed = 8;
    std::mt19937 random(seed);
    INFO("seed " << seed);
    const auto text =
        io::rtz_text(random_document(random, RtzVersion::v1_2), RtzVersion::v1_2, "r", "r").text;
    std::size_t refused = 0;
    for (int trial = 0; trial < 400; ++trial) {
        auto damaged = text;
        if (trial % 2 == 0) {
            damaged.resize(random() % damaged.size());
        }
        damaged[random() % (damaged.size() + 1) % std::max<std::size_t>(damaged.size(), 1)] =
            static_cast<char>(random() % 256);
        try {
            const auto survivor = test::read_rtz(damaged);
            CHECK(survivor.points.size() >= 2);
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused > 50);
}

TEST_CASE("geopackage: has its four layers and a line in parts", "[io][gpkg]") {
    const test::ScratchFolder scratch;
    auto document = test::read_rtz(test::rtz_file(test::two_waypoints));
    rules::Finding finding;
    finding.code = "depth.unknown";
    document.findings.push_back(finding);
    const auto file = scratch.path() / "r.gpkg";
    io::write_route_file(file, document);
    const auto listing = scratch.path() / "listing";
    const auto command = "ogrinfo -ro -al " + file.string() + " > " + listing.string() + " 2>&1";
    if (std::system("command -v ogrinfo > /dev/null") != 0) {
        WARN("ogrinfo is not installed: the file was written but not opened");
        CHECK(read_text_file(file).starts_with("SQLite format 3"));
        return;
    }
    REQUIRE(std::system(command.c_str()) == 0);
    const auto text = read_text_file(listing);
    for (const char* part : {"Layer name: route", "Layer name: legs", "Layer name: waypoints",
                             "Layer name: findings", "depth.unknown", "MULTILINESTRING"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
}
