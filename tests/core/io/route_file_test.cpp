// SPDX-License-Identifier: Apache-2.0
#include "core/io/route_file.hpp"
#include "core/io/rtz.hpp"
#include "tests/support/scratch_folder.hpp"

#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/io/csv_route.hpp"
#include "core/io/geojson.hpp"
#include "core/io/gpx.hpp"
#include "core/io/kml.hpp"
#include "core/io/result_json.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <limits>
#include <random>
#include <string>

using namespace fairlead;
using io::RouteDocument;

namespace {

/// Murmansk to Provideniya across 180 degrees, timed, with everything a route can have.
RouteDocument planned_route() {
    route::Route route;
    route.id = "1";
    route.waypoints = {{geo::Position::degrees(69.0, 33.05), "Murmansk"},
                       {geo::Position::degrees(77.9012345678, 104.1), ""},
                       {geo::Position::degrees(70.5, 175.0), "A \"quoted\", named <point> & more"},
                       {geo::Position::degrees(64.4, -173.2), "Provideniya"}};
    route.departure = parse_instant("2018-07-15");
    route.leave_not_before = {std::nullopt, parse_instant("2018-07-29T06:00Z"), std::nullopt,
                              std::nullopt};
    auto time = route.departure;
    for (std::size_t i = 1; i < route.waypoints.size(); ++i) {
        const auto line =
            geo::geodesic_inverse(route.waypoints[i - 1].position, route.waypoints[i].position);
        route::Leg leg;
        leg.distance = line.distance;
        leg.initial_bearing = line.initial_bearing;
        leg.departure = time;
        leg.mean_speed = Speed::knots(10.0);
        leg.arrival = time + leg.distance / leg.mean_speed;
        leg.mean_concentration = 0.25;
        leg.max_concentration = 0.875;
        leg.min_rio = 12.5;
        leg.fuel_t = 100.0;
        if (i == 1) {
            leg.min_depth_m = 42.0;
        }
        time = leg.arrival;
        route.totals.distance += leg.distance;
        route.legs.push_back(leg);
    }
    route.arrival = time;
    route.totals.duration = between(route.departure, route.arrival);
    route.totals.cost = route.totals.duration.in_hours();
    route.lower_bound = route.totals.cost * 0.99;
    rules::Finding finding;
    finding.code = "depth.unknown";
    finding.severity = rules::Severity::caution;
    finding.message = "Depth is not known on 12 nmi.";
    finding.position = geo::Position::degrees(75.0, 60.0);
    route::Provenance provenance;
    provenance.version = "0.1.0";
    provenance.scenario = "test";
    provenance.vessel = "Example";
    provenance.data.push_back(
        {"sea_ice_concentration", "a.bin", "00ff", "nsidc", route.departure, {}});
    return io::document_of(route, {finding}, provenance);
}

void check_same_waypoints(const RouteDocument& read, const RouteDocument& written) {
    CHECK(read.name == written.name);
    REQUIRE(read.points.size() == written.points.size());
    for (std::size_t i = 0; i < read.points.size(); ++i) {
        INFO("waypoint " << i);
        const auto& a = read.points[i];
        const auto& b = written.points[i];
        CHECK(a.position.latitude_deg() == Approx(b.position.latitude_deg()).margin(1e-7));
        CHECK(a.position.longitude_deg() == Approx(b.position.longitude_deg()).margin(1e-7));
        CHECK(a.name == b.name);
        CHECK(a.time == b.time);
    }
}

/// The message of the Error that reading must throw.
std::string refusal(const std::function<void()>& read) {
    try {
        read();
    } catch (const Error& problem) {
        return problem.what();
    }
    return "no error";
}

class TemporaryFolder {
  public:
    TemporaryFolder()
        : path_(std::filesystem::temp_directory_path() /
                ("fairlead_route_test_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

} // namespace

TEST_CASE("route file: each format that is read gives back what was written", "[io][route]") {
    const TemporaryFolder folder;
    const auto route = planned_route();
    for (const std::string suffix : {".geojson", ".json", ".gpx", ".csv"}) {
        INFO(suffix);
        const auto file = folder.file("route" + suffix);
        io::write_route_file(file, route);
        const auto read = io::read_route_file(file);
        REQUIRE(read.size() == 1);
        check_same_waypoints(read.front(), route);
        if (suffix != ".gpx") { // GPX has no place for it
            CHECK(read.front().points[1].leave_not_before == parse_instant("2018-07-29T06:00Z"));
            CHECK_FALSE(read.front().points[2].leave_not_before);
        }
        CHECK(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}) == 1);
        std::filesystem::remove(file);
    }
}

TEST_CASE("route file: a route that was only read can be written in every format", "[io][route]") {
    const TemporaryFolder folder;
    auto route = planned_route();
    route.route.reset();
    route.findings.clear();
    route.provenance.reset();
    for (auto& point : route.points) {
        point.time.reset();
        point.speed.reset();
    }
    for (const std::string suffix : {".geojson", ".gpx", ".csv"}) {
        INFO(suffix);
        const auto file = folder.file("bare" + suffix);
        io::write_route_file(file, route);
        const auto read = io::read_route_file(file);
        REQUIRE(read.size() == 1);
        CHECK(read.front().points.size() == 4);
        CHECK_FALSE(read.front().points[1].time.has_value());
    }
    CHECK_FALSE(io::kml_text(route).empty());
}

TEST_CASE("route file: unknown and later formats are refused by name", "[io][route]") {
    const auto route = planned_route();
    CHECK(refusal([] { io::expect_writable_route_format("a.docx"); }).find(".docx") !=
          std::string::npos);
    CHECK(refusal([] { io::expect_writable_route_format("a.rtzp"); }).find("read, not written") !=
          std::string::npos);
    CHECK(refusal([] {
              static_cast<void>(io::read_route_file("a.kml"));
          }).find("written, not read") != std::string::npos);
    CHECK(refusal([] {
              static_cast<void>(io::read_route_file("/nowhere/a.gpx"));
          }).find("no such file") != std::string::npos);
    CHECK(refusal([&] { io::write_route_file("/nowhere/a.gpx", route); }).find("/nowhere/a.gpx") !=
          std::string::npos);
}

TEST_CASE("geojson: a route across 180 degrees is drawn in two parts", "[io][geojson]") {
    const auto text = io::geojson_text(planned_route());
    CHECK(text.find("\"MultiLineString\"") != std::string::npos);
    CHECK(text.find("\"lower_bound\"") != std::string::npos);
    CHECK(text.find("\"sha256\": \"00ff\"") != std::string::npos);
    CHECK(text.find("depth.unknown") != std::string::npos);
    CHECK(text == io::geojson_text(planned_route()));
}

TEST_CASE("geojson: lines of other programs are read", "[io][geojson]") {
    const auto bare =
        io::parse_geojson(R"({"type":"LineString","coordinates":[[10,60],[190,70,5]]})", "f");
    REQUIRE(bare.size() == 1);
    CHECK(bare[0].points[1].position == geo::Position::degrees(70.0, -170.0));

    const auto joined = io::parse_geojson(
        R"({"type":"MultiLineString","coordinates":[[[170,60],[180,61]],[[-180,61],[-170,62]]]})",
        "f");
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].points.size() == 3);

    const auto collection = io::parse_geojson(
        R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"one"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
            {"type":"Feature","properties":null,"geometry":null},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[
                {"type":"LineString","coordinates":[[5,6],[7,8]]}]}}]})",
        "f");
    REQUIRE(collection.size() == 2);
    CHECK(collection[0].name == "one");
}

TEST_CASE("geojson: the CRS of before 2016 may be named if it is the one", "[io][geojson]") {
    const auto routes = io::parse_geojson(
        R"({"type":"LineString","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"coordinates":[[10,70],[20,71]]})",
        "f.geojson");
    CHECK(routes.front().points[0].position == geo::Position::degrees(70.0, 10.0));
}

TEST_CASE("geojson: what is wrong is named with file and place", "[io][geojson]") {
    const auto problem = [](const char* text) {
        return refusal([&] { static_cast<void>(io::parse_geojson(text, "f.geojson")); });
    };
    CHECK(problem("").rfind("f.geojson: is not JSON", 0) == 0);
    CHECK(problem("{\"type\":").rfind("f.geojson: is not JSON", 0) == 0);
    CHECK(problem("[1,2]") == "f.geojson: is not GeoJSON: an object without \"type\"");
    CHECK(problem(R"({"type":"Banana"})").find("Banana") != std::string::npos);
    CHECK(problem(R"({"type":"FeatureCollection"})").find("\"features\"") != std::string::npos);
    CHECK(problem(R"({"type":"FeatureCollection","features":[]})").find("no LineString") !=
          std::string::npos);
    CHECK(problem(R"({"type":"LineString","coordinates":[[1,2]]})").find("fewer than two") !=
          std::string::npos);
    CHECK(problem(R"({"type":"LineString","coordinates":[[1,2],[3,"x"]]})").find("point 1") !=
          std::string::npos);
    CHECK(problem(R"({"type":"LineString","coordinates":[[1,2],[3,95]]})").find("[3, 95]") !=
          std::string::npos);
    CHECK(
        problem(R"({"type":"LineString","coordinates":[[500000,7000000],[0,0]]})").find("500000") !=
        std::string::npos);
    CHECK(problem(R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]})")
              .find("do not join") != std::string::npos);
    CHECK(problem(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{}}]})")
              .find("feature 0 has no \"geometry\"") != std::string::npos);
    CHECK(
        problem(
            R"({"type":"Feature","geometry":null,"properties":{"fairlead_route":2,"waypoints":[]}})")
            .find("another version") != std::string::npos);
    CHECK(
        problem(
            R"({"type":"Feature","geometry":null,"properties":{"fairlead_route":1,"waypoints":[{"position":[1,2],"time":"soon"}]}})")
            .find("waypoint 0 \"time\" 'soon'") != std::string::npos);
    CHECK(
        problem(
            R"({"type":"LineString","crs":{"type":"name","properties":{"name":"EPSG:3413"}},"coordinates":[[10,70],[20,71]]})")
            .find("another CRS") != std::string::npos);
    CHECK(
        problem(
            R"({"type":"Feature","geometry":null,"properties":{"fairlead_route":1,"waypoints":[{"position":[1,2]},{"position":[1,3],"speed_kn":-4}]}})")
            .find("waypoint 1 has \"speed_kn\" -4") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 40; ++i) {
        deep += R"({"type":"GeometryCollection","geometries":[)";
    }
    for (int i = 0; i < 40; ++i) {
        deep += "]}";
    }
    CHECK(problem(deep.c_str()).find("nested too deeply") != std::string::npos);
}

TEST_CASE("gpx: routes come before tracks and segments are joined", "[io][gpx]") {
    const auto track = io::parse_gpx(
        R"(<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>t</name>
           <trkseg><trkpt lat="60" lon="10"><time>2020-01-01T00:00:00Z</time></trkpt></trkseg>
           <trkseg><trkpt lat="61" lon="11"/></trkseg></trk></gpx>)",
        "f");
    REQUIRE(track.size() == 1);
    CHECK(track[0].points.size() == 2);
    CHECK(track[0].points[0].time == parse_instant("2020-01-01"));
    const auto both = io::parse_gpx(
        R"(<gpx><trk><trkseg><trkpt lat="1" lon="1"/><trkpt lat="2" lon="2"/></trkseg></trk>
           <rte><rtept lat="60" lon="10"/><rtept lat="61" lon="10"/></rte>
           <rte><rtept lat="70" lon="10"/><rtept lat="71" lon="10"/></rte></gpx>)",
        "f");
    REQUIRE(both.size() == 2);
    CHECK(both[0].points[0].position == geo::Position::degrees(60.0, 10.0));
}

TEST_CASE("gpx: a plotter that sails rhumb lines is warned of long geodesics", "[io][gpx]") {
    const auto remarks_on = [](const geo::Position& from, const geo::Position& to,
                               geo::EdgeKind line) {
        io::RouteDocument document;
        document.points = {{from, "A", {}, {}, {}, {}, {}}, {to, "B", {}, {}, {}, line, {}}};
        return io::route_file_content("f.gpx", document, io::RtzVersion::v1_2).remarks;
    };
    const auto west = geo::Position::degrees(70.0, 0.0);
    const auto east = geo::Position::degrees(70.0, 40.0);
    const auto said = remarks_on(west, east, geo::EdgeKind::geodesic);
    REQUIRE(said.size() == 1);
    // On a sphere the great circle's vertex is at atan(tan 70 / cos 20) = 71.12 N: 67.0 nm off.
    CHECK(said.front().find("up to 67.") != std::string::npos);
    CHECK(said.front().find("(leg to waypoint 2)") != std::string::npos);
    CHECK(remarks_on(west, geo::Position::degrees(70.5, 0.0), geo::EdgeKind::geodesic).empty());
    const auto rhumb = remarks_on(west, east, geo::EdgeKind::rhumb_line);
    REQUIRE(rhumb.size() == 1);
    CHECK(rhumb.front().find("1 of 1 legs are rhumb lines") != std::string::npos);
}

TEST_CASE("gpx: what is wrong is named with file and element", "[io][gpx]") {
    const auto problem = [](const char* text) {
        return refusal([&] { static_cast<void>(io::parse_gpx(text, "f.gpx")); });
    };
    CHECK(problem("<gpx>\n<rte>\n</gpx>").rfind("f.gpx:3: is not XML", 0) == 0);
    CHECK(problem("<kml/>") == "f.gpx: has no element gpx");
    CHECK(problem("<gpx/>") == "f.gpx: has neither rte nor trk");
    CHECK(problem("<gpx><rte><rtept lat='1' lon='2'/></rte></gpx>").find("fewer than two") !=
          std::string::npos);
    CHECK(problem("<gpx><rte><rtept lat='1' lon='2'/><rtept lat='91' lon='2'/></rte></gpx>")
              .find("rte 1 rtept 2: attribute lat is '91'") != std::string::npos);
    CHECK(problem("<gpx><rte><rtept lat='1'/><rtept lat='1' lon='2'/></rte></gpx>")
              .find("attribute lon is ''") != std::string::npos);
    CHECK(problem("<gpx><rte><rtept lat='1' lon='nan'/></rte></gpx>").find("'nan'") !=
          std::string::npos);
    CHECK(problem("<gpx><rte><rtept lat='1' lon='1'><time>later</time></rtept></rte></gpx>")
              .find("rtept 1: time 'later'") != std::string::npos);
}

TEST_CASE("csv route: the header is the first line, as readers of CSV expect", "[io][csv]") {
    const auto text = io::csv_text(planned_route());
    CHECK(text.starts_with("number,name,latitude_deg,longitude_deg,"));
    const auto table = Table::parse(text, "route.csv");
    CHECK(table.row_count() == planned_route().points.size());
}

TEST_CASE("csv route: other names of the columns are understood", "[io][csv]") {
    const auto route =
        io::parse_csv_route("Name,LAT,Lon,speed\nA,60.5,-10,3\n\"B, b\",61,-179,4\n", "f");
    REQUIRE(route.points.size() == 2);
    CHECK(route.points[0].position == geo::Position::degrees(60.5, -10.0));
    CHECK(route.points[1].position == geo::Position::degrees(61.0, -179.0));
    CHECK(route.points[1].name == "B, b");
    CHECK(route.name.empty()); // the file's own name stands in
}

TEST_CASE("csv route: longitudes beyond 180 are taken where all count from 0, and that is said",
          "[io][csv]") {
    const auto route = io::parse_csv_route("lat,lon\n60,170\n61,181\n62,350.5\n", "f.csv");
    REQUIRE(route.points.size() == 3);
    CHECK(route.points[1].position == geo::Position::degrees(61.0, -179.0));
    CHECK(route.points[2].position == geo::Position::degrees(62.0, -9.5));
    REQUIRE(route.remarks.size() == 1);
    CHECK(route.remarks[0].find("lon counts from 0 to 360") != std::string::npos);
    CHECK(io::parse_csv_route("lat,lon\n60,170\n61,-179\n", "f.csv").remarks.empty());
    const auto mixed = refusal(
        [] { static_cast<void>(io::parse_csv_route("lat,lon\n60,-10\n61,181\n", "f.csv")); });
    CHECK(mixed.find("f.csv:3") != std::string::npos);
    CHECK(mixed.find("lon is 181, but -10 in f.csv:2") != std::string::npos);
}

TEST_CASE("csv route: what is wrong is named with line and column", "[io][csv]") {
    const auto problem = [](const char* text) {
        return refusal([&] { static_cast<void>(io::parse_csv_route(text, "f.csv")); });
    };
    CHECK(problem("").find("f.csv") != std::string::npos);
    CHECK(problem("name,lon\nA,1\n") == "f.csv: has no column 'latitude'");
    CHECK(problem("lat,lon\n1,2\n") == "f.csv: has only one; a route needs two waypoints");
    CHECK(problem("lat,lon\n1,2\n91,3\n").find("f.csv:3: lat is 91") != std::string::npos);
    CHECK(problem("lat,lon\n1,2\nx,3\n").find("f.csv:3") != std::string::npos);
    CHECK(problem("lat,lon,latitude\n1,2,80\n1,3,81\n") ==
          "f.csv: columns 'lat' and 'latitude' are both latitude; keep one");
    CHECK(problem("lat,lon,leg_speed_kn\n1,2,\n1,3,-5\n").find("f.csv:3: leg_speed_kn is -5") !=
          std::string::npos);
    CHECK(problem("lat,lon,eta\n1,2,\n1,3,soon\n").find("f.csv:3: eta 'soon'") !=
          std::string::npos);
}

TEST_CASE("kml: has a line in parts and a point with time for each waypoint", "[io][kml]") {
    const auto text = io::kml_text(planned_route());
    const auto count = [&](const std::string& what) {
        std::size_t found = 0;
        for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
            ++found;
        }
        return found;
    };
    CHECK(count("<LineString>") == 2);
    CHECK(count("<Point>") == 4);
    CHECK(count("<when>2018-07-15T00:00:00Z</when>") == 1);
    CHECK(count("&lt;point&gt; &amp; more") >= 1);
}

TEST_CASE("result json: has the keys of the contract and null for what is not finite",
          "[io][json]") {
    const auto document = planned_route();
    io::ResultDocument result;
    result.status = "ok";
    result.routes.push_back(*document.route);
    result.routes.back().graph_cost = std::numeric_limits<double>::infinity();
    result.findings = document.findings;
    result.provenance = document.provenance;
    result.timing_ms = {{"read", 1.25}, {"search", 20.0}};
    const auto text = io::result_json(result);
    for (const char* key : {"\"status\": \"ok\"",
                            "\"distance_nmi\"",
                            "\"duration_h\"",
                            "\"fuel_t\"",
                            "\"co2_t\"",
                            "\"risk\"",
                            "\"money\"",
                            "\"min_rio\"",
                            "\"departure\": \"2018-07-15T00:00:00Z\"",
                            "\"arrival\"",
                            "\"cost\"",
                            "\"graph_cost\": null",
                            "\"lower_bound\"",
                            "\"gap\": 0.01",
                            "\"legs\"",
                            "\"geometry\"",
                            "\"code\": \"depth.unknown\"",
                            "\"severity\": \"caution\"",
                            "\"valid_to\": null",
                            "\"search\": 20.0"}) {
        INFO(key);
        CHECK(text.find(key) != std::string::npos);
    }
    CHECK(text == io::result_json(result));
    CHECK(text.back() == '\n');
}

TEST_CASE("result json: a name with broken UTF-8 does not stop it", "[io][json]") {
    io::ResultDocument result;
    result.status = "bad_input";
    result.error = "file \xff\xfe is not there";
    CHECK(io::result_json(result).find("bad_input") != std::string::npos);
}

TEST_CASE("route file: a name longer than a screen is refused", "[io][bad_input]") {
    const test::ScratchFolder scratch;
    const auto file = scratch.write("r.csv", "latitude,longitude,name\n75,10,a\n75,12," +
                                                 std::string(1001, 'x') + "\n");
    CHECK_THROWS_WITH(io::read_route_file(file),
                      Catch::Contains("r.csv: the name 'xxxxxxxxxxxxxxxxxxxx...' has 1001 bytes"));
}

TEST_CASE("route file: times that do not increase are refused in every format", "[io][bad_input]") {
    const test::ScratchFolder scratch;
    auto route = planned_route();
    const auto expected = "waypoint 4 has the time " + format_instant(*route.points[1].time) +
                          ", which is not after " + format_instant(*route.points[2].time) +
                          " of waypoint 3";
    route.points[3].time = route.points[1].time;
    for (const std::string name : {"r.geojson", "r.json", "r.gpx", "r.csv"}) {
        INFO(name);
        const auto file = scratch.path() / name;
        io::write_route_file(file, route);
        CHECK_THROWS_WITH(io::read_route_file(file),
                          Catch::Contains(name + ": route '") && Catch::Contains(expected));
    }

    // Between them one without a time; the same time at two places; a place that is passed twice
    // within what a time shows.
    const auto read = [&](const std::string& rows) {
        return io::read_route_file(scratch.write("r.csv", "latitude,longitude,time\n" + rows));
    };
    CHECK_THROWS_WITH(read("75,10,2018-07-15T06:00Z\n75,11,\n75,12,2018-07-15T05:00Z\n"),
                      Catch::Contains("waypoint 3") && Catch::Contains("of waypoint 1"));
    CHECK_THROWS_WITH(read("75,10,2018-07-15\n75,11,2018-07-15\n"),
                      Catch::Contains("not after 2018-07-15T00:00:00Z"));
    CHECK(read("75,10,2018-07-15\n75.001,10,2018-07-15\n").size() == 1);
}

TEST_CASE("route readers: damaged files give an error or a route, never a crash", "[io][fuzz]") {
    struct Format {
        const char* name;
        std::string text;
        std::vector<RouteDocument> (*parse)(std::string_view, const std::string&);
    };
    const auto parse_csv = [](std::string_view text, const std::string& name) {
        return std::vector<RouteDocument>{io::parse_csv_route(text, name)};
    };
    const auto route = planned_route();
    const std::vector<Format> formats{
        {"geojson", io::geojson_text(route), io::parse_geojson},
        {"gpx", io::gpx_text(route), io::parse_gpx},
        {"csv", io::csv_text(route), parse_csv},
    };
    constexpr unsigned seed = 7;
    std::mt19937 random(seed);
    INFO("seed " << seed);
    for (const auto& format : formats) {
        INFO(format.name);
        std::size_t refused = 0;
        for (int trial = 0; trial < 400; ++trial) {
            auto damaged = format.text;
            if (trial % 2 == 0) {
                damaged.resize(random() % damaged.size());
            }
            for (int flips = static_cast<int>(random() % 4); flips > 0 && !damaged.empty();
                 --flips) {
                damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
            }
            try {
                for (const auto& read : format.parse(damaged, "damaged")) {
                    CHECK(read.points.size() >= 2);
                }
            } catch (const Error& problem) {
                ++refused;
                CHECK(std::string(problem.what()).find("damaged") != std::string::npos);
            }
        }
        CHECK(refused > 50);
    }
}

TEST_CASE("route file: a plan as RTZ has a route info, its times and no more digits than it needs",
          "[io][route_file][rtz]") {
    const test::ScratchFolder scratch;
    auto route = planned_route();
    route::Wait wait;
    wait.position = geo::Position::degrees(72.0, 170.0);
    wait.from = route.route->legs[2].departure;
    wait.until = wait.from + Duration::hours(3.0);
    route.route->waits.push_back(wait);
    wait.intended = true; // that is what etd and stay say
    route.route->waits.push_back(wait);
    const auto file = scratch.path() / "ice plan.rtz";
    CHECK(io::write_route_file(file, route).empty());
    const auto text = read_text_file(file);
    INFO(text);
    using Catch::Contains;
    CHECK_THAT(text, Contains("<routeInfo routeName=\"ice plan\"") && !Contains("routeStatus"));
    CHECK_THAT(text, Contains("routeAuthor=\"Fairlead 0.1.0\"") &&
                         Contains("vesselName=\"Example\"") &&
                         Contains("optimizationMethod=\"time\""));
    CHECK_THAT(text, Contains("validityPeriodStart=\"2018-07-15T00:00:00Z\" validityPeriodStop=\"" +
                              format_instant(route.route->arrival) + "\""));
    CHECK_THAT(text, Contains("lat=\"77.9012346\" lon=\"104.1\""));
    CHECK_THAT(text, Contains("waypointId=\"1\" etd=\"2018-07-15T00:00:00Z\" />"));
    CHECK_THAT(text, Contains("etd=\"2018-07-29T06:00:00Z\"") && Contains("speed=\"10\"") &&
                         Contains("fuel=\"100\""));
    const auto note = "Note=\"waits at 72\xc2\xb0"
                      "00.00'N 170\xc2\xb0"
                      "00.00'E from " +
                      format_instant(wait.from) + " until " + format_instant(wait.until) + "\"";
    CHECK_THAT(text, Contains(note));
    CHECK(text.find(note) == text.rfind("Note="));

    const auto back = io::read_route_file(file).front();
    CHECK(back.remarks.empty());
    route.name = "ice plan";
    check_same_waypoints(back, route);
    CHECK(back.points[1].leave_not_before == route.points[1].leave_not_before);
}

TEST_CASE("route file: every format that is read takes a rhumb line or says that it does not",
          "[io][route_file][rtz]") {
    const test::ScratchFolder scratch;
    auto route = planned_route();
    route.points[1].line = geo::EdgeKind::rhumb_line;
    route.route.reset();
    for (const auto* name : {"r.rtz", "r.geojson", "r.csv", "r.gpx"}) {
        INFO(name);
        const auto file = scratch.path() / name;
        const auto remarks = io::write_route_file(file, route);
        const auto back = io::read_route_file(file).front();
        const bool kept = back.points[1].line == geo::EdgeKind::rhumb_line;
        CHECK(kept == (std::string_view(name) != "r.gpx"));
        CHECK(remarks.empty() == kept);
        CHECK(back.points[2].line == geo::EdgeKind::geodesic);
    }
}

TEST_CASE("rtz: synthetic data are said beside the name, in every version",
          "[io][route_file][rtz]") {
    auto route = planned_route();
    route.provenance->scenario = "Synthetic summer";
    for (const auto version : {io::RtzVersion::v1_0, io::RtzVersion::v1_1, io::RtzVersion::v1_2}) {
        const auto content = io::route_file_content("f.rtz", route, version, "Summer trial");
        CHECK_THAT(content.bytes,
                   Catch::Contains("routeName=\"Summer trial\"") &&
                       Catch::Contains("routeStatus=\"SYNTHETIC DATA: NOT FOR NAVIGATION\""));
        REQUIRE(content.remarks.size() == 1);
        CHECK_THAT(content.remarks[0], Catch::Contains("Summer trial.rtz"));
        // Read back and judged by real data, it is no longer said.
        auto again = io::parse_rtz(content.bytes, "f.rtz").front();
        again.provenance = planned_route().provenance;
        CHECK_THAT(io::route_file_content("f.rtz", again, version).bytes,
                   !Catch::Contains("SYNTHETIC"));
    }
}
