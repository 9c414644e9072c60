// SPDX-License-Identifier: Apache-2.0
/// RTZ as others write it: other versions, other encodings, containers, sloppy and hostile files.
#include "core/base/text.hpp"
#include "core/io/route_file.hpp"
#include "tests/core/io/rtz_samples.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/stored_zip.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace fairlead;
using Catch::Contains;
using io::RtzVersion;
using test::has_part;
using test::read_rtz;
using test::rtz_file;
using test::rtz_refusal;
using test::two_waypoints;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

io::RtzText written(const io::RouteDocument& document, RtzVersion version) {
    return io::rtz_text(document, version, "r", "r.rtz");
}

std::string schedule(const std::string& elements) {
    return "<schedules><schedule id=\"1\"><manual>" + elements + "</manual></schedule></schedules>";
}

/// UTF-16 of text that is ASCII.
std::string utf16(const std::string& ascii, bool big_endian) {
    std::string bytes = big_endian ? "\xfe\xff" : "\xff\xfe";
    for (const char c : ascii) {
        bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
    }
    return bytes;
}

test::ZipMember member(const std::string& name, const std::string& bytes) {
    return {name, bytes, test::crc32_of(bytes)};
}

} // namespace

TEST_CASE("rtz: free extensions of 1.0 get a wrapping for 1.1 and 1.2 and lose it again",
          "[io][rtz]") {
    const std::string own = "<v:own xmlns:v=\"urn:v\" a=\"1\">t &amp; u<!-- c --></v:own><other/>";
    const auto text = replaced(rtz_file(two_waypoints), "</waypoint></waypoints>",
                               "<extensions>" + own + "</extensions></waypoint></waypoints>");
    const auto first = read_rtz(text);
    for (const auto version : {RtzVersion::v1_1, RtzVersion::v1_2}) {
        const auto later = written(first, version).text;
        CHECK_THAT(later, Contains("<extensions><extension manufacturer=\"Fairlead\" "
                                   "name=\"from RTZ 1.0\">" +
                                   own + "</extension></extensions>"));
        const auto again = read_rtz(written(read_rtz(later), RtzVersion::v1_0).text);
        CHECK(again.points[1].rtz.point == first.points[1].rtz.point);
        CHECK(again.points[1].rtz.revision == first.points[1].rtz.revision);
    }
}

TEST_CASE("rtz: extensions that have a maker and a name go through all versions as they are",
          "[io][rtz]") {
    const std::string own = "<extensions>\n  <extension manufacturer=\"m\" name=\"n\" x=\"&lt;\">"
                            "<y/>\n</extension> <extension manufacturer=\"o\" name=\"p\"/>"
                            "</extensions>";
    const auto first = read_rtz(replaced(rtz_file(two_waypoints), "</waypoint></waypoints>",
                                         own + "</waypoint></waypoints>"));
    auto document = first;
    for (const auto version : {RtzVersion::v1_1, RtzVersion::v1_2, RtzVersion::v1_0}) {
        const auto text = written(document, version).text;
        CHECK_THAT(text, Contains(own));
        document = read_rtz(text);
    }
    CHECK(document.points[1].rtz.point == first.points[1].rtz.point);
}

TEST_CASE("rtz: extensions of a leg move to its waypoint where the version has none for legs",
          "[io][rtz]") {
    const std::string extension = "<extension manufacturer=\"m\" name=\"n\"><y/></extension>";
    const auto last = read_rtz(
        replaced(rtz_file(two_waypoints, "", "1.2"), "geometryType=\"Orthodrome\"/>",
                 "geometryType=\"Orthodrome\"><extensions>" + extension + "</extensions></leg>"));
    CHECK_THAT(written(last, RtzVersion::v1_2).text,
               Contains("<leg geometryType=\"Orthodrome\">\n        <extensions>" + extension));
    const auto middle = written(last, RtzVersion::v1_1);
    CHECK_THAT(middle.text, Contains("<leg geometryType=\"Orthodrome\" />\n      <extensions>" +
                                     extension + "</extensions>"));
    CHECK(has_part(middle.remarks, "Extensions of legs now stand with their waypoints"));
}

TEST_CASE("rtz: what another version cannot say is left out and named", "[io][rtz]") {
    const auto document = read_rtz(
        replaced(rtz_file(two_waypoints,
                          schedule("<scheduleElement waypointId=\"2\" eta=\"2030-08-11T00:00:00Z\" "
                                   "stay=\"P1DT2H\" windSpeed=\"20\"/>"),
                          "1.2"),
                 "routeName=\"r\"", "routeName=\"r\" routeChangesHistory=\"moved north\""));
    CHECK(document.remarks.empty());
    const auto first = written(document, RtzVersion::v1_0);
    CHECK(has_part(first.remarks, "routeChangesHistory 'moved north' is left out, as RTZ 1.0"));
    CHECK(has_part(first.remarks, "stay 'P1DT2H' is left out"));
    CHECK_THAT(first.text, Contains("windSpeed=\"10.2889\"")); // m/s
}

TEST_CASE("rtz: a route across 180 degrees comes back as it was", "[io][rtz]") {
    io::RouteDocument document;
    for (const double longitude : {179.5, 179.99999999, 180.0, -179.99999999, -179.5}) {
        document.points.emplace_back();
        document.points.back().position = geo::Position::degrees(66.0, longitude);
    }
    for (const auto version : {RtzVersion::v1_0, RtzVersion::v1_1, RtzVersion::v1_2}) {
        const auto text = written(document, version).text;
        CHECK_THAT(text, !Contains("lon=\"180"));
        const auto back = read_rtz(text);
        REQUIRE(back.points.size() == document.points.size());
        CHECK(back.remarks.empty());
        for (std::size_t i = 0; i < back.points.size(); ++i) {
            const double apart = std::remainder(back.points[i].position.longitude_deg() -
                                                    document.points[i].position.longitude_deg(),
                                                360.0);
            CHECK(std::abs(apart) <= 0.5e-7);
        }
        CHECK(written(back, version).text == text);
    }
}

TEST_CASE("rtz: a leg at the first waypoint means nothing, is said so and is kept", "[io][rtz]") {
    const auto text = replaced(rtz_file(two_waypoints), "lon=\"10\"/>",
                               "lon=\"10\"/><leg geometryType=\"Loxodrome\" portsideXTD=\"0.5\"/>");
    const auto document = read_rtz(text);
    REQUIRE(document.remarks.size() == 1);
    CHECK(has_part(document.remarks, "The first waypoint has a leg"));
    CHECK(document.points[0].line == geo::EdgeKind::geodesic);
    CHECK_THAT(written(document, RtzVersion::v1_0).text,
               Contains("<leg portsideXTD=\"0.5\" geometryType=\"Loxodrome\" />"));
}

TEST_CASE("rtz: what is there twice or not at all is refused, as it decides about the route",
          "[io][rtz][bad_input]") {
    const auto with = [](const std::string& from, const std::string& to) {
        return rtz_refusal(replaced(rtz_file(two_waypoints), from, to));
    };
    CHECK(with("<position lat=\"70\" lon=\"10\"/>", "") == "r.rtz: waypoint 1 has no position");
    CHECK(with("<position lat=\"70\" lon=\"10\"/>",
               "<position lat=\"70\" lon=\"10\"/><position lat=\"71\" lon=\"10\"/>") ==
          "r.rtz: waypoint 1 has 2 elements position, not one");
    CHECK_THAT(with("</waypoints>", "</waypoints><waypoints/>"),
               Contains("route has 2 elements waypoints"));
    CHECK_THAT(with("<leg ", "<leg/><leg "), Contains("waypoint 2 has 2 elements leg"));
    CHECK(with("lat=\"70\" ", "") == "r.rtz: waypoint 1: lat is '', not degrees within -90 and 90");
    CHECK_THAT(with("id=\"2\" ", ""), Contains("waypoint 2 has no id"));
    CHECK_THAT(with("lon=\"10\"", "lon=\"180.5\""), Contains("waypoint 1: lon is '180.5'"));
    CHECK_THAT(with("lon=\"10\"", "lon=\"nan\""), Contains("waypoint 1: lon is 'nan'"));
    CHECK_THAT(with("lon=\"10\"", "lon=\"10,5\""), Contains("waypoint 1: lon is '10,5'"));
}

TEST_CASE("rtz: elements that the schema does not know are named", "[io][rtz]") {
    const auto document = read_rtz(
        replaced(rtz_file(two_waypoints), "lon=\"10\"/>", "lon=\"10\"/><turn rate=\"3\"/>"));
    CHECK(has_part(document.remarks, "waypoint 1: the element turn is not of RTZ 1.0"));
}

TEST_CASE("rtz: sloppy values are read with a remark and not passed on", "[io][rtz]") {
    auto text =
        rtz_file(two_waypoints, schedule("<sheduleElement waypointId=\"2\" eta=\"2030-08-11\" "
                                         "speed=\"10,5\" rpm=\"90\"/>"));
    text = replaced(text, "Orthodrome", "loxodrome");
    text = replaced(text, "routeName=\"r\"", "routeName=\"r\" vesselMaxRoll=\"10.0\"");
    const auto document = read_rtz(text);
    CHECK(document.points[1].line == geo::EdgeKind::rhumb_line);
    CHECK(document.points[1].time == parse_instant("2030-08-11"));
    CHECK(!document.points[1].speed);
    CHECK(has_part(document.remarks, "geometryType is 'loxodrome'"));
    CHECK(has_part(document.remarks, "eta is '2030-08-11', not a date and time such as "
                                     "2030-08-10T06:00:00Z; taken as 2030-08-11T00:00:00Z"));
    CHECK(has_part(document.remarks, "vesselMaxRoll is '10.0', not a whole number"));
    const auto again = written(document, RtzVersion::v1_0);
    CHECK(has_part(again.remarks, "vesselMaxRoll '10.0' is left out, as it is not a whole number"));
    CHECK(has_part(again.remarks, "speed '10,5' is left out"));
    CHECK_THAT(again.text, Contains("eta=\"2030-08-11T00:00:00Z\" rpm=\"90\""));
    CHECK(read_rtz(again.text).remarks.empty());
}

TEST_CASE("rtz: a schedule out of order is refused", "[io][rtz][bad_input]") {
    const auto refused = [](const std::string& elements) {
        return rtz_refusal(rtz_file(two_waypoints, schedule(elements)));
    };
    CHECK_THAT(refused("<sheduleElement waypointId=\"2\"/><sheduleElement waypointId=\"1\"/>"),
               Contains("schedule 1 manual element 2: waypointId 1 is not in the order"));
    CHECK_THAT(refused("<sheduleElement waypointId=\"2\"/><sheduleElement waypointId=\"2\"/>"),
               Contains("element 2: waypointId 2 is not in the order"));
    CHECK_THAT(refused("<sheduleElement waypointId=\"2\" eta=\"tomorrow\"/>"),
               Contains("r.rtz: schedule 1 manual element 1 eta") && Contains("tomorrow"));

    const test::ScratchFolder scratch;
    const auto file = scratch.write(
        "r.rtz",
        rtz_file(two_waypoints, schedule("<sheduleElement waypointId=\"1\" "
                                         "etd=\"2030-08-11T00:00:00Z\"/><sheduleElement "
                                         "waypointId=\"2\" eta=\"2030-08-10T00:00:00Z\"/>")));
    CHECK_THROWS_WITH(io::read_route_file(file), Contains("waypoint 2 has the time 2030-08-10") &&
                                                     Contains("which is not after 2030-08-11"));
}

TEST_CASE("rtz: a stay goes into a file and comes back as a wait by intention", "[io][rtz]") {
    io::RouteDocument document;
    document.points.resize(3);
    for (std::size_t i = 0; i < 3; ++i) {
        document.points[i].position = geo::Position::degrees(70.0 + static_cast<double>(i), 10.0);
        document.points[i].time =
            parse_instant("2030-08-10") + Duration::hours(12.0) * static_cast<double>(i);
    }
    document.points[1].leave_not_before = parse_instant("2030-08-10T14:30Z");
    for (const auto version : {RtzVersion::v1_0, RtzVersion::v1_1, RtzVersion::v1_2}) {
        const auto text = written(document, version);
        CHECK(text.remarks.empty());
        CHECK_THAT(text.text,
                   Contains("eta=\"2030-08-10T12:00:00Z\" etd=\"2030-08-10T14:30:00Z\" "
                            "stay=\"" +
                            std::string(version == RtzVersion::v1_2 ? "PT150M" : "02:30:00")));
        const auto back = read_rtz(text.text);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(back.points[i].time == document.points[i].time);
            CHECK(back.points[i].leave_not_before == document.points[i].leave_not_before);
        }
    }
    document.points[1].time.reset();
    CHECK(has_part(written(document, RtzVersion::v1_0).remarks,
                   "waypoint 2: without a time of arrival"));
}

TEST_CASE("rtz: files of 400 kB and more are remarked on, read and written", "[io][rtz]") {
    CHECK(!has_part(read_rtz(rtz_file(two_waypoints)).remarks, "400 kB"));
    const auto large =
        read_rtz(replaced(rtz_file(two_waypoints), "routeName=\"r\"",
                          "routeName=\"r\" vesselVoyage=\"" + std::string(400'000, 'v') + "\""));
    CHECK(has_part(large.remarks, "RTZ files shall have less than 400 kB"));
    CHECK(has_part(written(large, RtzVersion::v1_2).remarks, "shall have less than 400 kB"));
    CHECK(written(read_rtz(rtz_file(two_waypoints)), RtzVersion::v1_2).remarks.empty());
}

TEST_CASE("rtz: files of many waypoints and remarks stay quick and short", "[io][rtz]") {
    std::string waypoints;
    std::string elements;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        const auto id = std::to_string(i);
        waypoints += "<waypoint id=\"" + id + "\" odd=\"1\"><position lat=\"70\" lon=\"10\"/>" +
                     (i == 0 ? "" : "<leg geometryType=\"Loxodrome\"/>") + "</waypoint>";
        elements += "<sheduleElement waypointId=\"" + id + "\" speed=\"10\"/>";
    }
    elements.replace(elements.rfind(" speed"), 0, " eta=\"2030-08-10T00:00:00Z\"");
    const auto document = read_rtz(rtz_file(waypoints, schedule(elements)));
    CHECK(document.points.size() == count);
    CHECK(document.points.back().time == parse_instant("2030-08-10"));
    CHECK(document.remarks.size() < 30);
    CHECK(has_part(document.remarks, "There are 19980 more remarks"));
    CHECK(read_rtz(written(document, RtzVersion::v1_0).text).points.size() == count);
}

TEST_CASE("rtz: the encoding that a file has or declares is followed", "[io][rtz][encoding]") {
    const auto named = [](const std::string& declaration, const std::string& name) {
        auto text = replaced(rtz_file(two_waypoints), "<?xml version=\"1.0\"?>", declaration);
        return replaced(text, "id=\"1\"", "id=\"1\" name=\"" + name + "\"");
    };
    const auto name_of = [](const std::string& text) { return read_rtz(text).points[0].name; };
    const std::string tromso = "Troms\xc3\xb8";
    CHECK(name_of(named("", tromso)) == tromso);
    CHECK(name_of(named("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>", tromso)) == tromso);
    CHECK(name_of(named("<?xml version='1.0' encoding='ISO-8859-1'?>", "Troms\xf8")) == tromso);
    CHECK(name_of(named("<?xml version='1.0' encoding='windows-1251'?>", "\xcc\xf3\xf0")) ==
          "\xd0\x9c\xd1\x83\xd1\x80");
    for (const bool big_endian : {false, true}) {
        CHECK(name_of(utf16(named("<?xml version='1.0' encoding='utf-16'?>", "Oslo"),
                            big_endian)) == "Oslo");
    }
    // Made in memory as UTF-16, saved as UTF-8: the declaration is wrong and shows it.
    CHECK(name_of(named("<?xml version='1.0' encoding='utf-16'?>", tromso)) == tromso);
}

TEST_CASE("rtz: bytes that are not of the encoding are refused with their line",
          "[io][rtz][encoding][bad_input]") {
    const auto text = replaced(rtz_file(two_waypoints), "id=\"1\"", "id=\"1\" name=\"Troms\xf8\"");
    CHECK(rtz_refusal(text) ==
          "r.rtz:1: holds bytes that are not UTF-8, in which it is said to be");
    const auto with = [&](const std::string& encoding) {
        return rtz_refusal(
            replaced(text, "version=\"1.0\"?", "version=\"1.0\" encoding=\"" + encoding + "\"?"));
    };
    CHECK_THAT(with("utf-8"), Contains("not UTF-8"));
    CHECK(with("klingon") == "r.rtz: is said to be in the encoding 'KLINGON', which is not known "
                             "here; save it as UTF-8");
    CHECK_THAT(with("ascii//IGNORE"), Contains("is not known here"));
    CHECK_THAT(rtz_refusal(utf16(text, false).substr(0, 101)), Contains("not UTF-16LE"));
    CHECK_THAT(rtz_refusal(text.substr(0, 60) + std::string(1, '\0') + "<route/>"),
               Contains("is no text: byte 60 is 0"));
}

TEST_CASE("rtz: hostile files are refused in every encoding", "[io][rtz][bad_input]") {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'k'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"&" + static_cast<char>(c - 1) + ";&" +
                static_cast<char>(c - 1) + ";\">";
    }
    bomb += "]>" + replaced(rtz_file(two_waypoints), "<?xml version=\"1.0\"?>", "");
    CHECK_THAT(rtz_refusal(bomb), Contains("document type definition"));
    CHECK_THAT(rtz_refusal(utf16(bomb, false)), Contains("document type definition"));
    std::string deep;
    for (int i = 0; i < 200'000; ++i) {
        deep += "<a>";
    }
    CHECK_THAT(rtz_refusal(deep), Contains("nested deeper than 100"));
    CHECK_THAT(rtz_refusal(utf16(deep, true)), Contains("nested deeper than 100"));
    // No entity is followed, so that one that is not there cannot read a file.
    const auto entity =
        read_rtz(replaced(rtz_file(two_waypoints), "id=\"1\"", "id=\"1\" name=\"&passwd;\""));
    CHECK(entity.points[0].name == "&passwd;");
}

TEST_CASE("rtz: a file that ends too early is refused wherever it ends", "[io][rtz][bad_input]") {
    const auto text = rtz_file(two_waypoints, schedule("<sheduleElement waypointId=\"2\"/>"));
    for (std::size_t length = 0; length < text.size(); ++length) {
        INFO(length);
        CHECK(rtz_refusal(text.substr(0, length)) != "no error");
    }
    CHECK(rtz_refusal(text) == "no error");
}

TEST_CASE("rtz: a container gives the route in it and leaves what is attached", "[io][rtz][zip]") {
    const test::ScratchFolder scratch;
    const auto text = rtz_file(two_waypoints);
    const auto file = scratch.write(
        "r.rtzp", test::stored_zip({member("r.rtz", text), member("notes.txt", "berth 4"),
                                    member("charts/approach.rtz.png", "no picture")}));
    const auto routes = io::read_route_file(file);
    REQUIRE(routes.size() == 1);
    CHECK(routes[0].points.size() == 2);
    CHECK(routes[0].rtz.has_value());
    CHECK(routes[0].remarks.empty());

    auto second = replaced(text, "routeName=\"r\"", "routeName=\"s\"");
    scratch.write("two.rtzp",
                  test::stored_zip({member("r.rtz", text), member("sub/s.rtz", second)}));
    CHECK(io::read_route_file(scratch.path() / "two.rtzp").size() == 2);
}

TEST_CASE("rtz: a container that cannot be used is refused by name", "[io][rtz][zip][bad_input]") {
    const test::ScratchFolder scratch;
    const auto text = rtz_file(two_waypoints);
    const auto refused = [&](const std::string& bytes) -> std::string {
        const auto file = scratch.write("bad.rtzp", bytes);
        try {
            static_cast<void>(io::read_route_file(file));
        } catch (const Error& problem) {
            return problem.what();
        }
        return "no error";
    };
    CHECK_THAT(refused(test::stored_zip({member("notes.txt", "berth 4")})),
               Contains("bad.rtzp: holds no .rtz file"));
    CHECK_THAT(refused(text), Contains("bad.rtzp"));
    CHECK_THAT(refused(""), Contains("bad.rtzp"));
    CHECK_THAT(refused(test::stored_zip({{"r.rtz", text, 1U}})), Contains("is damaged"));
    const auto whole = test::stored_zip({member("r.rtz", text)});
    CHECK_THAT(refused(whole.substr(0, whole.size() / 2)), Contains("bad.rtzp"));
    CHECK_THAT(refused(test::stored_zip({member("r.rtz", utf16("<!DOCTYPE r>" + text, false))})),
               Contains("bad.rtzp") && Contains("document type definition"));
    CHECK_THAT(refused(test::stored_zip({member("r.rtz", "<route/>")})),
               Contains("r.rtz") && Contains("route version is ''"));
}
