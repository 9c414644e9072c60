// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/grid.hpp"
#include "core/geo/polar_stereographic.hpp"
#include "core/geo/projection.hpp"
#include "tests/support/shared_data.hpp"

#include <catch2/catch.hpp>
#include <cpl_vsi.h>
#include <proj.h>

#include <cmath>
#include <cstdint>
#include <random>

using namespace fairlead;
using namespace fairlead::geo;

namespace {

Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}

std::vector<std::int32_t> read_int32(const std::filesystem::path& zip, const std::string& name) {
    const std::string path = "/vsizip/" + zip.string() + "/" + name;
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    REQUIRE(file != nullptr);
    std::vector<std::int32_t> values(400 * 1000);
    values.resize(VSIFReadL(values.data(), sizeof(std::int32_t), values.size(), file));
    VSIFCloseL(file);
    return values;
}

/// The far end of a short step over ground, as a displacement in the plane.
double plane_step_m(const Projection& projection, const Position& from, double bearing_deg,
                    double step_m) {
    const auto a = projection.forward(from);
    const auto b = projection.forward(
        geodesic_direct(from, Bearing::degrees(bearing_deg), Length::metres(step_m)));
    REQUIRE(a);
    REQUIRE(b);
    return std::hypot(b->x_m - a->x_m, b->y_m - a->y_m);
}

} // namespace

TEST_CASE("projection: poles and axes of the planning planes", "[geo][projection]") {
    const auto north = Projection::polar_north();
    const auto pole = north.forward(at(90.0, 123.0));
    REQUIRE(pole);
    CHECK(std::hypot(pole->x_m, pole->y_m) < 1e-6);
    const auto down = north.forward(at(70.0, -45.0)); // 45 W points down
    REQUIRE(down);
    CHECK(down->x_m == Approx(0.0).margin(1e-6));
    CHECK(down->y_m < -2e6);
    CHECK_FALSE(north.forward(at(-90.0, 0.0)));

    const auto south = Projection::polar_south();
    const auto up = south.forward(at(-70.0, 0.0)); // Greenwich points up
    REQUIRE(up);
    CHECK(up->x_m == Approx(0.0).margin(1e-6));
    CHECK(up->y_m > 2e6);
    CHECK_FALSE(south.forward(at(90.0, 0.0)));
    const auto back = south.inverse({0.0, 0.0});
    REQUIRE(back);
    CHECK(back->latitude_deg() == -90.0);
    CHECK_FALSE(south.inverse({std::nan(""), 0.0}));
}

TEST_CASE("projection: our closed form is PROJ's, everywhere and back", "[geo][projection]") {
    PJ_CONTEXT* context = proj_context_create();
    std::mt19937 random(20260701);
    std::uniform_real_distribution<double> longitudes(-180.0, 180.0);
    for (const auto& [definition, sign] : {std::pair{"EPSG:3413", 1.0},
                                           {"EPSG:3031", -1.0},
                                           {"EPSG:3411", 1.0},
                                           {"EPSG:3412", -1.0},
                                           {"EPSG:3995", 1.0}}) {
        CAPTURE(definition);
        const auto projection = Projection::from_definition(definition);
        PJ* raw = proj_create_crs_to_crs(context, "EPSG:4326", definition, nullptr);
        PJ* pj = proj_normalize_for_visualization(context, raw);
        std::uniform_real_distribution<double> latitudes(-30.0, 90.0);
        for (int i = 0; i < 2000; ++i) {
            const double from_pole =
                i % 4 == 0 ? std::pow(10.0, -i / 200.0) : 90.0 - latitudes(random);
            const auto place = at(sign * (90.0 - from_pole), longitudes(random));
            const auto expected = proj_trans(
                pj, PJ_FWD, proj_coord(place.longitude_deg(), place.latitude_deg(), 0.0, 0.0));
            const auto point = projection.forward(place);
            REQUIRE(point);
            REQUIRE(std::hypot(point->x_m - expected.xy.x, point->y_m - expected.xy.y) < 1e-6);
            const auto back = projection.inverse(*point);
            REQUIRE(back);
            REQUIRE(geodesic_distance(*back, place) < Length::metres(1e-6));
        }
        proj_destroy(pj);
        proj_destroy(raw);
    }
    proj_context_destroy(context);
}

TEST_CASE("projection: only PROJ's polar stereographic in metres has the closed form",
          "[geo][projection]") {
    const std::string head = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step ";
    const std::string plain =
        "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +x_0=0 +y_0=0 +ellps=WGS84";
    CHECK(PolarStereographic::from_proj_pipeline(head + plain));
    for (const std::string& other :
         {plain, head + plain + " +step +proj=unitconvert +xy_in=m +xy_out=km",
          head + plain + " +units=km",
          head + "+proj=stere +lat_0=80 +lat_ts=70 +lon_0=-45 +x_0=0 +y_0=0 +ellps=WGS84",
          head + "+proj=laea +lat_0=90 +lon_0=0 +x_0=0 +y_0=0 +ellps=WGS84",
          head + "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +x_0=0 +y_0=0 +ellps=clrk66"}) {
        CAPTURE(other);
        CHECK_FALSE(PolarStereographic::from_proj_pipeline(other));
    }
}

TEST_CASE("projection: scale and north agree with short steps over ground", "[geo][projection]") {
    for (const char* definition :
         {"EPSG:3413", "EPSG:3031", "EPSG:32633", "+proj=lcc +lat_1=63 +lat_2=68 +lon_0=15"}) {
        CAPTURE(definition);
        const auto projection = Projection::from_definition(definition);
        const double sign = std::string(definition) == "EPSG:3031" ? -1.0 : 1.0;
        for (const double latitude : {55.0, 66.6, 70.0, 80.0}) {
            for (const double longitude : {-30.0, 15.0, 15.5}) {
                const auto place = at(sign * latitude, longitude);
                const double scale = projection.scale_factor(place);
                const double north = projection.north_direction(place).in_degrees();
                for (const double bearing : {0.0, 60.0, 180.0, 285.0}) {
                    CHECK(plane_step_m(projection, place, bearing, 10.0) / 10.0 ==
                          Approx(scale).epsilon(2e-6));
                    const auto a = projection.forward(place);
                    const auto b = projection.forward(
                        geodesic_direct(place, Bearing::degrees(bearing), Length::metres(10.0)));
                    const double plane_bearing =
                        std::atan2(b->x_m - a->x_m, b->y_m - a->y_m) * 180.0 / std::acos(-1.0);
                    CHECK(normalised_longitude_deg(plane_bearing - bearing - north) ==
                          Approx(0.0).margin(1e-3));
                }
            }
        }
    }
    const auto north = Projection::polar_north();
    CHECK(north.scale_factor(at(70.0, 12.0)) == Approx(1.0).margin(1e-12));
    CHECK(north.scale_factor(at(90.0, 12.0)) ==
          Approx(plane_step_m(north, at(90.0, 0.0), 180.0, 10.0) / 10.0).epsilon(1e-9));
    CHECK(north.north_direction(at(90.0, -45.0)).in_degrees() == Approx(0.0).margin(1e-9));
    CHECK(Projection::polar_south().scale_factor(at(-71.0, 12.0)) == Approx(1.0).margin(1e-12));
}

TEST_CASE("projection: conformal or not", "[geo][projection]") {
    for (const char* definition :
         {"EPSG:3413", "EPSG:3031", "EPSG:3995", "EPSG:3411", "EPSG:3395"}) {
        CAPTURE(definition);
        CHECK(Projection::from_definition(definition).is_conformal());
    }
    for (const char* definition : {"EPSG:6931", "EPSG:4326", "EPSG:3408", "+proj=aeqd +lat_0=90"}) {
        CAPTURE(definition);
        CHECK_FALSE(Projection::from_definition(definition).is_conformal());
    }
}

TEST_CASE("projection: units other than metres become metres; geographic ones stay degrees",
          "[geo][projection]") {
    const std::string stere = "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84";
    const auto metres = Projection::from_definition(stere).forward(at(75.0, 10.0));
    const auto kilometres =
        Projection::from_definition(stere + " +units=km").forward(at(75.0, 10.0));
    REQUIRE(metres);
    REQUIRE(kilometres);
    CHECK(kilometres->x_m == Approx(metres->x_m).epsilon(1e-12));
    const auto back = Projection::from_definition(stere + " +units=km").inverse(*kilometres);
    REQUIRE(back);
    CHECK(back->latitude_deg() == Approx(75.0).margin(1e-9));
    const auto plain = Projection::from_definition("EPSG:4326");
    CHECK(plain.is_geographic());
    CHECK(plain.forward(at(75.0, 10.0)) == PlanePoint{10.0, 75.0});
    CHECK_FALSE(Projection::polar_north().is_geographic());
}

TEST_CASE("projection: what PROJ does not know is refused with the definition",
          "[geo][projection]") {
    for (const char* definition : {"", "EPSG:999999", "nonsense", "EPSG:4978", "+proj=nonsense"}) {
        CAPTURE(definition);
        CHECK_THROWS_WITH(Projection::from_definition(definition),
                          Catch::Contains("'" + std::string(definition) + "'"));
    }
}

TEST_CASE("projection: in bulk as one by one, and empty", "[geo][projection]") {
    const auto laea = Projection::from_definition("EPSG:6931");
    const std::vector<Position> places = {at(80.0, 10.0), at(-90.0, 0.0), at(60.0, -170.0)};
    std::vector<PlanePoint> points(places.size());
    laea.forward(places, points);
    CHECK(points[0] == *laea.forward(places[0]));
    CHECK(std::isnan(points[1].x_m) == !laea.forward(places[1]).has_value());
    CHECK(points[2] == *laea.forward(places[2]));
    std::vector<Position> back(places.size());
    std::vector<unsigned char> valid(places.size());
    points[1] = {1e9, 1e9};
    laea.inverse(points, back, valid);
    CHECK(valid == std::vector<unsigned char>{1, 0, 1});
    CHECK(geodesic_distance(back[2], places[2]) < Length::metres(1e-3));
    laea.forward(std::span<const Position>(), std::span<PlanePoint>());
    CHECK_THROWS_AS(laea.forward(places, std::span<PlanePoint>()), std::logic_error);
}

// NSIDC's own latitude and longitude of each cell centre of its 25 km grids, to 1e-5 degrees, and
// true area to 1e-3 km2: the oracle for EPSG:3411 and 3412, whose sphere of latitude is not WGS 84.
TEST_CASE("projection: cell centres and areas of the NSIDC grids", "[geo][projection][reference]") {
    const auto zip = test::shared_data("grids/nsidc_ps25km_latlon_area_v3.zip");
    if (!zip) {
        return;
    }
    struct Case {
        const char* definition;
        std::string prefix;
        GridGeometry grid;
    };
    for (const auto& [definition, prefix, grid] :
         {Case{"EPSG:3411", "psn25", {-3850e3, 5850e3, 25e3, 304, 448}},
          Case{"EPSG:3412", "pss25", {-3950e3, 4350e3, 25e3, 316, 332}}}) {
        CAPTURE(definition);
        const auto latitudes = read_int32(*zip, prefix + "lats_v3.dat");
        const auto longitudes = read_int32(*zip, prefix + "lons_v3.dat");
        const auto areas = read_int32(*zip, prefix + "area_v3.dat");
        REQUIRE(latitudes.size() == grid.cell_count());
        REQUIRE(longitudes.size() == grid.cell_count());
        REQUIRE(areas.size() == grid.cell_count());
        const auto projection = Projection::from_definition(definition);
        std::vector<PlanePoint> centres(grid.cell_count());
        for (std::uint32_t i = 0; i < centres.size(); ++i) {
            centres[i] = grid.centre(i);
        }
        std::vector<Position> places(centres.size());
        std::vector<unsigned char> valid(centres.size());
        projection.inverse(centres, places, valid);
        double worst_m = 0.0;
        double worst_area = 0.0;
        for (std::size_t i = 0; i < centres.size(); ++i) {
            const auto published = at(latitudes[i] * 1e-5, longitudes[i] * 1e-5);
            worst_m = std::max(worst_m, geodesic_distance(places[i], published).in_metres());
            const double scale = projection.scale_factor(places[i]);
            worst_area =
                std::max(worst_area, std::fabs(625.0 / (scale * scale) / (areas[i] * 1e-3) - 1.0));
        }
        CHECK(worst_m < 1.0); // half a unit of 1e-5 degrees is 0.56 m, in both coordinates 0.8 m
        CHECK(worst_area < 1e-4);
    }
}

TEST_CASE("projection: another ellipsoid's latitude is taken as it is", "[geo][projection]") {
    // 70 N on the Hughes ellipsoid has the parallel of true scale: rho = a m with Hughes' a and e.
    const auto point = Projection::from_definition("EPSG:3411").forward(at(70.0, -45.0));
    REQUIRE(point);
    const double e2 = 1.0 - std::pow(6356889.449 / 6378273.0, 2);
    const double phi = 70.0 * std::acos(-1.0) / 180.0;
    const double rho = 6378273.0 * std::cos(phi) / std::sqrt(1.0 - e2 * std::pow(std::sin(phi), 2));
    CHECK(-point->y_m == Approx(rho).epsilon(1e-12));
}
