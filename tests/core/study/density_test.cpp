// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/io/gdal_raster.hpp"
#include "core/study/density.hpp"
#include "core/study/figure_land.hpp"
#include "core/study/route_maps.hpp"
#include "tests/core/study/season_records.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <set>

using namespace fairlead;
using namespace fairlead::study;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

io::RouteRecord along(std::vector<geo::Position> line) {
    io::RouteRecord record;
    record.status = "ok";
    record.numbers = io::RouteNumbers{};
    record.line = std::move(line);
    return record;
}

io::RouteRecord stopped_at(const geo::Position& place) {
    io::RouteRecord record;
    record.status = "no_route";
    record.failure = io::RouteFailure{"polaris", "Too much ice.", place, {}, {}};
    return record;
}

geo::GridGeometry whole_cap(double cell_m) {
    return grid_around({-4e6, -4e6, 4e6, 4e6}, 0.0, cell_m);
}

std::size_t touched(const RouteDensity& density) {
    return static_cast<std::size_t>(std::count_if(density.routes.begin(), density.routes.end(),
                                                  [](auto count) { return count > 0; }));
}

} // namespace

TEST_CASE("density: a long leg is counted where its geodesic runs", "[study]") {
    // From the Bering Sea to the Atlantic the geodesic runs past the pole; the parallel does not.
    const auto from = geo::Position::degrees(70.0, -170.0);
    const auto to = geo::Position::degrees(70.0, 5.0);
    const auto geometry = whole_cap(20e3);
    const auto density = count_routes(std::vector{along({from, to})}, Hemisphere::north, geometry);
    const auto plane = plane_of(Hemisphere::north);
    const geo::GeodesicLine leg(from, to);
    std::set<std::uint32_t> expected;
    for (int i = 0; i <= 40000; ++i) {
        const auto point = plane.forward(leg.at(leg.length() * (i / 40000.0)));
        expected.insert(geometry.index(*geometry.cell_at(*point)));
    }
    std::size_t missed = 0;
    for (const auto cell : expected) {
        missed += density.routes[cell] == 0 ? 1U : 0U;
    }
    // Corners that are cut by less than a hundredth of a cell may be missed or taken.
    CHECK(missed <= expected.size() / 100);
    CHECK(touched(density) <= expected.size() + expected.size() / 100 + 1);
    const auto pole = geometry.cell_at(*plane.forward(leg.at(leg.length() * 0.5)));
    CHECK(density.routes[geometry.index(*pole)] == 1);
}

TEST_CASE("density: a route counts once in a cell, however often it comes by", "[study]") {
    const auto a = geo::Position::degrees(75.0, 40.0);
    const auto b = geo::Position::degrees(76.0, 45.0);
    const auto density = count_routes(std::vector{along({a, b, a, b}), along({a, b})},
                                      Hemisphere::north, whole_cap(25e3));
    CHECK(*std::max_element(density.routes.begin(), density.routes.end()) == 2);
    CHECK(density.tried == 2);
    CHECK(density.found == 2);
}

TEST_CASE("density: lines cross 180 degrees and the pole without a gap", "[study]") {
    const std::vector<std::vector<geo::Position>> lines{
        {geo::Position::degrees(72.0, 179.0), geo::Position::degrees(72.0, -179.0)},
        {geo::Position::degrees(88.0, 20.0), geo::Position::degrees(90.0, 0.0),
         geo::Position::degrees(88.0, -160.0)}};
    for (const auto& line : lines) {
        const auto geometry = whole_cap(10e3);
        const auto density = count_routes(std::vector{along(line)}, Hemisphere::north, geometry);
        // As many cells as the line is long, or a little more: it neither stops nor goes around.
        double length_m = 0.0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            length_m += geo::geodesic_distance(line[i - 1], line[i]).in_metres();
        }
        const auto cells = static_cast<double>(touched(density));
        CHECK(cells >= 0.9 * length_m / 10e3);
        CHECK(cells <= 1.5 * length_m / 10e3 + 2.0);
    }
}

TEST_CASE("density: hemispheres are apart, and what has no place is left out", "[study]") {
    const std::vector records{
        along({geo::Position::degrees(75.0, 40.0)}),
        along({geo::Position::degrees(-65.0, -60.0), geo::Position::degrees(-68.0, -68.0)}),
        stopped_at(geo::Position::degrees(-66.0, -62.0)), io::RouteRecord{}};
    const auto south = count_routes(records, Hemisphere::south, whole_cap(50e3));
    CHECK(south.tried == 2);
    CHECK(south.found == 1);
    CHECK(std::accumulate(south.stops.begin(), south.stops.end(), 0U) == 1);
    const auto north = count_routes(records, Hemisphere::north, whole_cap(50e3));
    CHECK(north.tried == 1);
    CHECK(touched(north) == 1); // one place is a cell, too
    CHECK(hemisphere_of(records[3]) == std::nullopt);
    CHECK(extent_of(Hemisphere::north, {}, {}) == std::nullopt);
}

TEST_CASE("figure land: rings are cut to the frame and as coarse as the drawing", "[study]") {
    const auto plane = plane_of(Hemisphere::north);
    geo::LandPolygon island;
    for (int i = 0; i < 720; ++i) {
        const double angle = i * std::numbers::pi / 360.0;
        island.outer.push_back(
            geo::Position::degrees(80.0 + 0.5 * std::cos(angle), 50.0 + 3.0 * std::sin(angle)));
    }
    geo::LandPolygon rock{{geo::Position::degrees(80.0, 20.0), geo::Position::degrees(80.01, 20.0),
                           geo::Position::degrees(80.0, 20.05)},
                          {}};
    const auto centre = *plane.forward(geo::Position::degrees(80.0, 50.0));
    const Extent wide{-3e6, -3e6, 3e6, 3e6};
    const auto rings = figure_rings(std::vector{island, rock}, plane, wide, 3000.0);
    REQUIRE(rings.size() == 1); // the rock is not seen
    CHECK(rings[0].size() < 60);
    CHECK(rings[0].size() > 8);
    const Extent half{-3e6, -3e6, centre.x_m, 3e6};
    const auto cut = figure_rings(std::vector{island}, plane, half, 3000.0);
    REQUIRE(cut.size() == 1);
    for (const auto& point : cut[0]) {
        CHECK(point.x_m <= centre.x_m + 1e-6);
    }
    CHECK(figure_rings(std::vector{island}, plane, {2e6, 2e6, 3e6, 3e6}, 3000.0).empty());
}

TEST_CASE("route maps: density and reach are GeoTIFFs, the same bytes each time", "[study]") {
    const auto manifest = test::season_manifest();
    const auto records = test::season_records(manifest);
    const auto files = map_files(manifest, records, "out");
    REQUIRE(files.size() == 2);
    CHECK(files[0].file == "out/density.tif");
    CHECK(files[1].file == "out/reach.tif");
    for (const auto& file : files) {
        CHECK(file.bytes.substr(0, 4) == std::string("II*\0", 4));
        CHECK(file.bytes.size() > 1000);
    }
    const test::ScratchFolder folder;
    const auto read = [&](const FileContent& file) {
        return io::expand_sources(folder.write(file.file.filename(), file.bytes).string(), ".")
            .at(0);
    };
    const io::GdalRaster density(read(files[0]), "GTiff");
    CHECK(density.crs() == "EPSG:3413");
    CHECK(density.metadata("STUDY") == manifest.file.name);
    REQUIRE(density.band_count() == 3); // all ships, and each
    const auto all = density.numbers(1);
    const auto weak = density.numbers(2);
    const auto strong = density.numbers(3);
    bool is_sum = true;
    for (std::size_t i = 0; i < all.size(); ++i) {
        is_sum = is_sum && all[i] == weak[i] + strong[i];
    }
    CHECK(is_sum);
    const auto found = std::count_if(records.begin(), records.end(),
                                     [](const auto& record) { return record.numbers.has_value(); });
    CHECK(*std::max_element(all.begin(), all.end()) == static_cast<double>(found)); // the port
    const io::GdalRaster reach(read(files[1]), "GTiff");
    REQUIRE(reach.band_count() == 3);
    const auto shares = reach.numbers(1);
    CHECK_THAT(*std::max_element(shares.begin(), shares.end()),
               WithinAbs(static_cast<double>(found) / static_cast<double>(records.size()), 1e-6));
    const auto stops = reach.numbers(3);
    CHECK(std::accumulate(stops.begin(), stops.end(), 0.0) ==
          static_cast<double>(records.size()) - static_cast<double>(found));
    CHECK(map_files(manifest, records, "out")[0].bytes == files[0].bytes);
    CHECK(map_files(manifest, records, "out")[1].bytes == files[1].bytes);
}

TEST_CASE("route maps: routes around both poles make a map of each", "[study]") {
    const auto manifest = test::season_manifest();
    const std::vector records{along({geo::Position::degrees(75.0, 40.0)}),
                              stopped_at(geo::Position::degrees(-66.0, -62.0))};
    const auto files = map_files(manifest, records, "out");
    REQUIRE(files.size() == 4);
    CHECK(files[0].file == "out/density-north.tif");
    CHECK(files[3].file == "out/reach-south.tif");
}

TEST_CASE("route maps: without any place there is nothing to map, and the study is named",
          "[study]") {
    CHECK_THROWS_WITH(map_files(test::season_manifest(), {}, "season"),
                      Contains("season") && Contains("nothing to map"));
}
