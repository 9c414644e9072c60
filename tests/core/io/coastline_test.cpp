// SPDX-License-Identifier: Apache-2.0
#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/gazetteer.hpp"
#include "core/geo/region.hpp"
#include "core/io/coastline.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <cmath>
#include <deque>
#include <set>

using namespace fairlead;
using namespace fairlead::geo;

namespace {

Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}

bool is_built() {
    try {
        return std::filesystem::exists(built_data_folder() / "coastline" / "gshhg_high.fgb");
    } catch (const Error&) {
        return false;
    }
}

/// Read once for all tests; null, with a message, where the coastline is not installed.
const LandIndex* gshhg(bool north) {
    if (!is_built()) {
        WARN("skipped: the GSHHG coastline was not built (packages gmt and gmt-gshhg-high)");
        return nullptr;
    }
    if (north) {
        static const LandIndex index = io::load_land_index("gshhg", Projection::polar_north());
        return &index;
    }
    static const LandIndex index = io::load_land_index("gshhg", Projection::polar_south());
    return &index;
}

struct Judgement {
    const char* what;
    double latitude_deg;
    double longitude_deg;
    bool is_land;
};

void check(const LandIndex& index, std::span<const Judgement> judgements) {
    for (const auto& [what, latitude, longitude, expected] : judgements) {
        CAPTURE(what);
        CHECK(index.is_land(at(latitude, longitude)) == expected);
        CHECK(index.is_land(*index.plane().forward(at(latitude, longitude))) == expected);
    }
}

/// Whether a boat can get from the place to where no land is within 3 nmi, by steps of 250 m.
bool reaches_open_sea(const LandIndex& index, const Position& place) {
    const PlanePoint start = *index.plane().forward(place);
    const double step_m = 250.0 * index.plane().scale_factor(place);
    using Node = std::pair<int, int>;
    const auto point = [&](Node node) {
        return PlanePoint{start.x_m + node.first * step_m, start.y_m + node.second * step_m};
    };
    std::set<Node> seen = {{0, 0}};
    std::deque<Node> next = {{0, 0}};
    for (int visited = 0; !next.empty() && visited < 60000; ++visited) {
        const Node here = next.front();
        next.pop_front();
        if (index.is_clear(point(here), point(here), 3 * 1852.0)) {
            return true;
        }
        for (const auto& [east, north] :
             {Node{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}) {
            const Node there{here.first + east, here.second + north};
            if (!seen.contains(there) && index.is_clear(point(here), point(there), 0.0)) {
                seen.insert(there);
                next.push_back(there);
            }
        }
    }
    return false;
}

/// A GeoJSON file of its own, removed at the end.
class PolygonFile {
  public:
    explicit PolygonFile(const std::string& text, const char* suffix = ".geojson")
        : path_(std::filesystem::temp_directory_path() /
                ("fairlead-land-" + std::to_string(::getpid()) + suffix)) {
        write_file_atomically(path_, text);
    }
    ~PolygonFile() { std::filesystem::remove(path_); }
    PolygonFile(const PolygonFile&) = delete;
    PolygonFile& operator=(const PolygonFile&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

std::string collection(const std::string& type, const std::string& coordinates,
                       const std::string& extra = "") {
    return R"({"type":"FeatureCollection",)" + extra +
           R"("features":[{"type":"Feature","properties":{},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}]}";
}

} // namespace

TEST_CASE("coastline: what is water and what is land in the Arctic of GSHHG", "[io][coastline]") {
    const auto* index = gshhg(true);
    if (index == nullptr) {
        return;
    }
    CHECK_THAT(index->source(),
               Catch::StartsWith("GSHHG 2.") && Catch::EndsWith(", high resolution"));
    const Judgement judgements[] = {
        {"Kola fjord off Murmansk", 68.98, 33.04, false},
        {"Ob bay", 70.0, 73.3, false},
        {"Isfjorden, Svalbard", 78.25, 15.3, false},
        {"Hornsund, Svalbard", 76.98, 15.7, false},
        {"Kennedy Channel", 80.9, -66.5, false},
        {"Robeson Channel", 82.0, -61.0, false},
        {"Bering Strait", 65.75, -168.45, false},
        {"Chukchi Sea at 180", 70.5, 180.0, false},
        {"North Pole", 90.0, 0.0, false},
        {"Bellot Strait", 72.0, -94.5, false},
        {"Wrangel Island, which 180 cuts", 71.2, -179.9, true},
        {"Wrangel Island, other side", 71.2, 179.9, true},
        {"Chukotka at 180", 67.5, 180.0, true},
        {"Spitsbergen", 78.6, 17.5, true},
        {"Greenland's ice", 75.0, -40.0, true},
        {"Lake Ladoga", 60.9, 31.5, true},
        {"Lake Baikal", 53.5, 108.2, true},
        {"Great Bear Lake", 66.0, -121.0, true},
        {"Siberia", 65.0, 100.0, true},
        {"Caspian Sea", 42.0, 50.5, true},
    };
    check(*index, judgements);
    CHECK(
        index->is_clear(at(71.0, 40.0), at(74.0, 45.0), Length::nautical_miles(1))); // Barents Sea
    CHECK_FALSE(index->is_clear(at(73.0, 40.0), at(73.0, 65.0),
                                Length::nautical_miles(1))); // Novaya Zemlya
    CHECK(index->is_clear(at(88.0, 100.0), at(88.0, -80.0), Length::nautical_miles(100)));
    const auto met = index->first_crossing(at(73.0, 40.0), at(73.0, 65.0));
    REQUIRE(met);
    CHECK(met->longitude_deg() == Approx(53.5).margin(1.5));
}

TEST_CASE("coastline: what is water and what is land in the Antarctic of GSHHG",
          "[io][coastline]") {
    const auto* index = gshhg(false);
    if (index == nullptr) {
        return;
    }
    const Judgement judgements[] = {
        {"South Pole", -90.0, 0.0, true},
        {"near the Pole at 180", -89.0, 180.0, true},
        {"Ross Ice Shelf at 180", -81.0, 180.0, true},
        {"Ross Ice Shelf", -80.0, -175.0, true},
        {"Filchner Ice Shelf", -79.0, -40.0, true},
        {"Ross Sea at 180", -76.0, 180.0, false},
        {"McMurdo Sound", -77.6, 166.0, false},
        {"Weddell Sea", -72.0, -45.0, false},
        {"Bransfield Strait", -62.9, -59.0, false},
        {"King George Island", -62.0, -58.4, true},
        {"Tasmania", -42.2, 146.5, true},
        {"Drake Passage", -58.5, -64.0, false},
    };
    check(*index, judgements);
    const auto shelf = index->first_crossing(at(-70.0, 180.0), at(-85.0, 180.0));
    REQUIRE(shelf);
    CHECK(shelf->latitude_deg() == Approx(-78.0).margin(0.7));
}

TEST_CASE("coastline: every named place is on water that leads to the open sea",
          "[io][coastline][ports]") {
    if (!is_built()) {
        WARN("skipped: the GSHHG coastline was not built (packages gmt and gmt-gshhg-high)");
        return;
    }
    const auto ports =
        Gazetteer::read(std::filesystem::path(FAIRLEAD_SOURCE_FOLDER) / "data/ports/ports.csv");
    for (const auto& place : ports.places()) {
        CAPTURE(place.name);
        const auto* index = gshhg(place.position.latitude_deg() > 0.0);
        CHECK_FALSE(index->is_land(*index->plane().forward(place.position)));
        CHECK(reaches_open_sea(*index, place.position));
    }
}

TEST_CASE("coastline: Natural Earth is the lighter fallback", "[io][coastline]") {
    if (!std::filesystem::exists("/usr/share/magics/10m/ne_10m_land.shp")) {
        WARN("skipped: Natural Earth is not installed (package libmagics++-data)");
        return;
    }
    const auto north =
        io::load_land_index("natural-earth", Projection::polar_north(), Angle::degrees(45.0));
    const Judgement arctic[] = {{"Wrangel Island at 180", 71.2, 180.0, true},
                                {"Chukotka at 180", 67.5, 180.0, true},
                                {"Bering Strait", 65.75, -168.45, false},
                                {"Lake Ladoga", 60.9, 31.5, true},
                                {"North Pole", 90.0, 0.0, false}};
    check(north, arctic);
    const auto south =
        io::load_land_index("natural-earth", Projection::polar_south(), Angle::degrees(40.0));
    const Judgement antarctic[] = {{"South Pole", -90.0, 0.0, true},
                                   {"at 180", -86.0, 180.0, true},
                                   {"Ross Sea at 180", -76.0, 180.0, false}};
    check(south, antarctic);
}

TEST_CASE("coastline: a user's polygons with a hole, across 180, in two parts", "[io][coastline]") {
    const PolygonFile file(collection("MultiPolygon",
                                      "[[[[178,70],[182,70],[182,72],[178,72],[178,70]],[[179,70.5]"
                                      ",[181,70.5],[181,71.5],[179,71.5],"
                                      "[179,70.5]]],[[[0,80],[10,80],[10,81],[0,81],[0,80]]]]"));
    const auto coastline = io::read_coastline(file.path());
    CHECK(coastline.name == file.path());
    REQUIRE(coastline.land.size() == 2);
    CHECK(coastline.land[0].holes.size() == 1);
    const auto index =
        io::load_land_index(file.path(), Projection::polar_north(), Angle::degrees(40.0));
    const Judgement judgements[] = {{"ring", 70.2, -179.0, true},
                                    {"ring, west", 70.2, 179.0, true},
                                    {"hole", 71.0, 180.0, false},
                                    {"second part", 80.5, 5.0, true},
                                    {"along its parallel", 80.0005, 5.0, true},
                                    {"south of it", 79.9995, 5.0, false},
                                    {"elsewhere", 75.0, 90.0, false}};
    check(index, judgements);
    CHECK(io::read_coastline(file.path(), {75.0, 90.0}).land.size() == 1);
    CHECK(io::read_coastline(file.path(), {-90.0, 0.0}).land.empty());
}

TEST_CASE("coastline: polygons in a projected CRS, and a ring that crosses itself",
          "[io][coastline]") {
    const PolygonFile projected(collection(
        "Polygon",
        "[[[-500000,-500000],[500000,-500000],[500000,500000],[-500000,500000],[-500000,-500000]]]",
        R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3413"}},)"));
    const auto index =
        io::load_land_index(projected.path(), Projection::polar_north(), Angle::degrees(40.0));
    CHECK(index.is_land(at(90.0, 0.0)));
    CHECK(index.is_land(PlanePoint{499000.0, -499000.0}));
    CHECK(index.is_land(PlanePoint{0.0, 499900.0}));
    CHECK_FALSE(index.is_land(PlanePoint{0.0, 500100.0}));
    const PolygonFile bow_tie(collection("Polygon", "[[[0,70],[10,72],[10,70],[0,72],[0,70]]]"));
    const auto crossed =
        io::load_land_index(bow_tie.path(), Projection::polar_north(), Angle::degrees(40.0));
    CHECK(crossed.is_land(at(71.0, 1.0)));
    CHECK(crossed.is_land(at(71.0, 9.0)));
    CHECK_FALSE(crossed.is_land(at(71.8, 5.0)));
}

TEST_CASE("coastline: a zone's edges are rhumb lines from corner to corner", "[io][coastline]") {
    const PolygonFile oblique(collection("Polygon", "[[[0,60],[90,80],[90,60],[0,60]]]"));
    const auto zones = io::read_zone_polygons(oblique.path());
    REQUIRE(zones.size() == 1);
    CHECK(zones[0].outer.size() == 3);
    const Region region({zones[0].outer}, EdgeKind::rhumb_line);
    // At 45 E the rhumb line is at 72.6 N, the straight line of longitude and latitude at 70 N.
    CHECK(region.contains(at(71.0, 45.0)));
    CHECK(region.contains(at(72.5, 45.0)));
    CHECK_FALSE(region.contains(at(72.7, 45.0)));
    const PolygonFile cap(
        collection("Polygon", "[[[-180,85],[180,85],[180,90],[-180,90],[-180,85]]]"));
    const Region around_pole({io::read_zone_polygons(cap.path()).at(0).outer},
                             EdgeKind::rhumb_line);
    CHECK(around_pole.contains(at(89.0, 45.0)));
    CHECK(around_pole.contains(at(85.1, -135.0)));
    CHECK_FALSE(around_pole.contains(at(84.9, 45.0)));
    CHECK_THROWS_WITH(io::read_zone_polygons("no.geojson"), Catch::Contains("zone no.geojson"));
}

TEST_CASE("coastline: what is no coastline is refused with file and reason", "[io][coastline]") {
    CHECK_THROWS_WITH(io::read_coastline("gshgg"),
                      Catch::Contains("'gshgg'") && Catch::Contains("gshhg and natural-earth"));
    const std::pair<std::string, std::string> faults[] = {
        {"this is no map", "GDAL cannot read it"},
        {collection("LineString", "[[0,70],[10,72]]"), "not a polygon"},
        {R"({"type":"FeatureCollection","features":[]})", "holds no polygon"},
        {R"({"type":"Polygon","coordinates":[[[0,70],[1,71],[0,70]]]})", "encloses anything"},
        {collection("Polygon", "[[[0,70],[10,95],[10,70],[0,70]]]"),
         "which are no longitudes and latitudes"},
        // Metres lie on no side of the latitudes that are read; they must not just be left out.
        {collection("Polygon",
                    "[[[500000,8000000],[600000,8000000],[600000,8200000],[500000,8000000]]]"),
         "which are no longitudes and latitudes"},
    };
    for (const auto& [text, reason] : faults) {
        const PolygonFile file(text);
        CAPTURE(text);
        CHECK_THROWS_WITH(io::read_coastline(file.path()),
                          Catch::Contains(file.path()) && Catch::Contains(reason));
    }
}
