// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/env/projected_grid.hpp"
#include "core/env/rectilinear_grid.hpp"
#include "core/io/cf_time.hpp"
#include "core/io/file_date.hpp"
#include "core/io/inspect.hpp"
#include "core/io/layer_source.hpp"
#include "core/io/raster_decode.hpp"
#include "core/io/raster_units.hpp"
#include "core/io/vector_rotation.hpp"
#include "tests/core/io/geotiff_writer.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace fairlead;
using Catch::Contains;
using env::Quality;
using env::Variable;

TEST_CASE("units: spellings of files become the variable's own unit", "[io][units]") {
    const struct {
        Variable variable;
        const char* unit;
        double in_file;
        double expected;
    } table[] = {
        {Variable::sea_ice_concentration, "%", 40.0, 0.4},
        {Variable::sea_ice_concentration, "1", 0.4, 0.4},
        {Variable::sea_ice_concentration, "tenths", 4.0, 0.4},
        {Variable::sea_ice_concentration, "[Proportion]", 0.4, 0.4},
        {Variable::sea_ice_thickness, "cm", 120.0, 1.2},
        {Variable::sea_floor_depth, "km", 1.0, 1000.0},
        {Variable::eastward_wind, "[m/s]", 5.0, 5.0},
        {Variable::eastward_wind, "knots", 36.0, 18.52},
        {Variable::eastward_current, "meter second-1", 2.0, 2},
        {Variable::eastward_current, "km/h", 36.0, 10.0},
        {Variable::air_temperature, "[C]", -10.0, 263.15},
        {Variable::air_temperature, "K", 263.15, 263.15},
        {Variable::attainable_speed, "kn", 12.0, 12.0},
        {Variable::attainable_speed, "m/s", 5.144444444, 10.0},
        {Variable::mean_wave_period, "s", 7.0, 7.0},
        {Variable::mean_wave_direction, "degree", 90.0, 90.0},
    };
    for (const auto& row : table) {
        CAPTURE(row.unit);
        const auto conversion = io::unit_conversion(row.variable, row.unit);
        REQUIRE(conversion.has_value());
        CHECK(conversion->scale * row.in_file + conversion->offset == Approx(row.expected));
    }
    CHECK_FALSE(io::unit_conversion(Variable::sea_ice_thickness, "%").has_value());
    CHECK_FALSE(io::unit_conversion(Variable::eastward_wind, "m").has_value());
    CHECK_FALSE(io::unit_conversion(Variable::sea_floor_depth, "fathom").has_value());
}

TEST_CASE("decode: codes, fills, limits, packing and rounding in that order", "[io][decode]") {
    io::DecodeRule rule;
    rule.variable = Variable::sea_ice_concentration;
    rule.codes = {{254.0, Quality::land}};
    rule.missing = {255.0};
    rule.valid_maximum = 250.0;
    rule.scale = 0.004;
    const std::vector<double> packed{0.0,   125.0,        250.0, 251.0, 254.0,
                                     255.0, std::nan(""), 1e37,  -0.5,  -100.0};
    const auto slice = io::decode(packed, rule);
    const std::vector<Quality> expected{Quality::ok,           Quality::ok,      Quality::ok,
                                        Quality::out_of_range, Quality::land,    Quality::missing,
                                        Quality::missing,      Quality::missing, Quality::ok,
                                        Quality::out_of_range};
    CHECK(slice.quality == expected);
    CHECK(slice.value[1] == 0.5F);
    CHECK(slice.value[8] == 0.0F); // half a packing step below 0 is rounding
    for (std::size_t i = 0; i < packed.size(); ++i) {
        CHECK(std::isnan(slice.value[i]) == !env::usable(slice.quality[i]));
    }
}

TEST_CASE("decode: both limits of what is valid count, and a unit may have an offset",
          "[io][decode]") {
    io::DecodeRule rule;
    rule.variable = Variable::air_temperature;
    rule.unit_offset = 273.15; // degrees Celsius
    rule.valid_minimum = -40.0;
    rule.valid_maximum = 30.0;
    const auto slice = io::decode(std::vector<double>{-40.0, -40.5, 0.0, 30.0, 30.5}, rule);
    CHECK(slice.quality == std::vector<Quality>{Quality::ok, Quality::out_of_range, Quality::ok,
                                                Quality::ok, Quality::out_of_range});
    CHECK(slice.value[0] == 233.15F);
    CHECK(slice.value[2] == 273.15F);
}

TEST_CASE("decode: what is not below sea level has no depth, directions go once round",
          "[io][decode]") {
    io::DecodeRule depth;
    depth.variable = Variable::sea_floor_depth;
    depth.unit_scale = -1.0;
    const auto relief = io::decode(std::vector<double>{-4000.0, 0.0, 12.0, -20000.0}, depth);
    CHECK(relief.quality ==
          std::vector<Quality>{Quality::ok, Quality::land, Quality::land, Quality::out_of_range});
    CHECK(relief.value[0] == 4000.0F);
    io::DecodeRule direction;
    direction.variable = Variable::mean_wave_direction;
    CHECK(io::decode(std::vector<double>{-90.0, 450.0}, direction).value ==
          std::vector<float>{270.0F, 90.0F});
}

TEST_CASE("cf time: units and epochs as files write them", "[io][time]") {
    const struct {
        const char* unit;
        double number;
        const char* expected;
    } table[] = {
        {"seconds since 1970-01-01 00:00:00 +00:00", 1452729600.0, "2016-01-14T00:00:00Z"},
        {"days since 2024-01-03 00:00:00", 5.0, "2024-01-08T00:00:00Z"},
        {"hours since 2023-07-20T10:00:00", 3.0, "2023-07-20T13:00:00Z"},
        {"hours since 1950-1-1", 24.0, "1950-01-02T00:00:00Z"},
        {"days since 1970-01-01 00:00:0.0", 0.5, "1970-01-01T12:00:00Z"},
        {"minutes since 2000-01-01 03:00 +0300", 60.0, "2000-01-01T01:00:00Z"},
        {"seconds since 1981-01-01 00:00:00 UTC", 0.0, "1981-01-01T00:00:00Z"},
        {"Days Since 2018-07-15", 1.0, "2018-07-16T00:00:00Z"},
    };
    for (const auto& row : table) {
        CAPTURE(row.unit);
        CHECK(format_instant(io::CfTimeUnit(row.unit, "", "t.nc").instant(row.number)) ==
              row.expected);
    }
    CHECK_THROWS_WITH(io::CfTimeUnit("months since 2000-01-01", "", "t.nc"),
                      Contains("t.nc") && Contains("months"));
    // Before the reform the standard calendar is Julian, and half the writers do not know it.
    CHECK_THROWS_WITH(io::CfTimeUnit("hours since 1-1-1 00:00:0.0", "", "t.nc"),
                      Contains("1-1-1") && Contains("1582"));
    CHECK(format_instant(io::CfTimeUnit("days since 0001-01-01", "proleptic_gregorian", "t.nc")
                             .instant(736888.0)) == "2018-07-14T00:00:00Z");
    CHECK_THROWS_WITH(io::CfTimeUnit("days since 2000-02-30", "", "t.nc"), Contains("2000-02-30"));
    CHECK_THROWS_WITH(io::CfTimeUnit("days since 2000-01-01", "360_day", "t.nc"),
                      Contains("360_day"));
    CHECK_THROWS_AS(io::CfTimeUnit("days since 2000-01-01", "", "t.nc").instant(std::nan("")),
                    Error);
    CHECK_THROWS_AS(io::CfTimeUnit("days since 2000-01-01", "", "t.nc").instant(1e9), Error);
}

TEST_CASE("file date: dates in names, and digits that are none", "[io][time]") {
    const struct {
        const char* name;
        const char* expected; ///< "" for none
        bool has_time;
    } table[] = {
        {"nt_20180601_f18_nrt_n.bin", "2018-06-01T00:00:00Z", false},
        {"N_20250101_concentration_v3.0.tif", "2025-01-01T00:00:00Z", false},
        {"asi-AMSR2-n6250-20250601-v5.4.hdf", "2025-06-01T00:00:00Z", false},
        {"ice_2018-06-01.tif", "2018-06-01T00:00:00Z", false},
        {"wind_20180601T06.tif", "2018-06-01T06:00:00Z", true},
        {"wind_20180601_0630.tif", "2018-06-01T06:30:00Z", true},
        {"2018060112.grb", "2018-06-01T12:00:00Z", true},
        {"version_20181301.tif", "", false},
        {"orbit_1201806011234567.tif", "", false},
        {"etopo5.tif", "", false},
    };
    for (const auto& row : table) {
        CAPTURE(row.name);
        const auto found = io::date_in_name(row.name);
        CHECK((found ? format_instant(found->time) : "") == row.expected);
        CHECK((found && found->has_time_of_day) == row.has_time);
    }
}

TEST_CASE("vector rotation: along a polar grid x is east only on its central meridian",
          "[io][vector]") {
    // EPSG:3413 has 45 W downwards: there +x is east; on 135 E, straight up, it is west.
    const env::ProjectedGrid grid(geo::Projection::polar_north(),
                                  {-1012500.0, 1012500.0, 25000.0, 25000.0, 81, 81}, "EPSG:3413");
    const auto directions = io::column_directions(grid);
    const auto nodes = std::size_t{81} * 81;
    const env::FieldSlice x{std::vector<float>(nodes, 3.0F),
                            std::vector<Quality>(nodes, Quality::ok)};
    const env::FieldSlice y{std::vector<float>(nodes, 4.0F),
                            std::vector<Quality>(nodes, Quality::ok)};
    const auto east = io::rotated(x, y, directions, io::VectorPart::east);
    const auto north = io::rotated(x, y, directions, io::VectorPart::north);
    const std::size_t below = 70 * 81 + 40;
    const std::size_t above = 10 * 81 + 40;
    CHECK(east.value[below] == Approx(3.0).margin(0.1));
    CHECK(north.value[below] == Approx(4.0).margin(0.1));
    CHECK(east.value[above] == Approx(-3.0).margin(0.1));
    CHECK(north.value[above] == Approx(-4.0).margin(0.1));
    // The last column has no next one to point at, and points the same way all the same.
    for (const std::size_t last : {std::size_t{80}, nodes - 1}) {
        CHECK(east.value[last] == Approx(east.value[last - 1]).margin(0.2));
        CHECK(north.value[last] == Approx(north.value[last - 1]).margin(0.2));
    }
    for (const auto node : {below, above, std::size_t{0}, std::size_t{80}, nodes - 1}) {
        CHECK(std::hypot(east.value[node], north.value[node]) == Approx(5.0).epsilon(1e-4));
    }
}

TEST_CASE("inspect: says what a file holds, its range, and what was put right", "[io][inspect]") {
    const test::ScratchFolder scratch;
    scratch.write("ice.nc", test::small_ice_file().bytes());
    const auto report = io::inspect_file("ice.nc", scratch.path());
    REQUIRE(report.variables.size() == 1);
    const auto& ice = report.variables.front();
    CHECK(ice.variable == Variable::sea_ice_concentration);
    CHECK(ice.times.size() == 2);
    CHECK(ice.valid_share == Approx(10.0 / 12.0));
    CHECK(ice.flag_share.at("missing") == Approx(1.0 / 12.0));
    CHECK(ice.minimum == Approx(0.0));
    CHECK(ice.maximum == Approx(1.0));
    const auto text = io::to_text(report);
    CHECK_THAT(text, Contains("sea_ice_concentration [fraction]") && Contains("ci, unit %") &&
                         Contains("range       0 to 1\n") && Contains("2018-07-01T06:00:00Z") &&
                         Contains("converted from % to fraction\n"));
}

TEST_CASE("inspect: a GeoTIFF that says nothing of itself is read as the variable named",
          "[io][inspect]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values.assign(6, 0.5F);
    tiff.write(scratch.path() / "mine.tif");
    const auto unnamed = io::inspect_file("mine.tif", scratch.path());
    CHECK(unnamed.variables.empty());
    REQUIRE(unnamed.problems.size() == 1);
    CHECK_THAT(unnamed.problems.front(), Contains("does not say which variable it holds"));
    io::RasterOptions wanted;
    wanted.variable = Variable::sea_ice_concentration;
    const auto named = io::inspect_file("mine.tif", scratch.path(), wanted);
    CHECK(named.problems.empty());
    REQUIRE(named.variables.size() == 1);
    CHECK(named.variables.front().maximum == Approx(0.5));
}

TEST_CASE("inspect: of a folder the bad files are problems and the rest is read", "[io][inspect]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values.assign(6, 0.5F);
    tiff.band_metadata = {{"units", "1"}, {"standard_name", "sea_ice_area_fraction"}};
    tiff.write(scratch.path() / "c_20180701.tif");
    tiff.write(scratch.path() / "c_20180702.tif");
    tiff.write(scratch.path() / "c_20180705.tif");
    scratch.write("cut.nc", test::small_ice_file().bytes().substr(0, 400));
    const auto report = io::inspect_file(scratch.path().string());
    REQUIRE(report.variables.size() == 1);
    CHECK(report.variables.front().files == 3);
    CHECK(report.variables.front().gaps.size() == 1);
    REQUIRE(report.problems.size() == 1);
    CHECK_THAT(report.problems.front(), Contains("cut.nc"));
    CHECK_THAT(io::to_text(report), Contains("4 files") && Contains("gap") && Contains("problem"));
    CHECK_THROWS_AS(io::inspect_file("cut.nc", scratch.path()), Error);
}

TEST_CASE("readers: whatever bytes are broken, the answer is data or one error", "[io][fuzz]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {0.0F, 0.5F, 1.0F, 0.2F, 0.3F, 0.4F};
    tiff.write(scratch.path() / "c_20180701.tif");
    std::ifstream in(scratch.path() / "c_20180701.tif", std::ios::binary);
    const std::string tiff_bytes{std::istreambuf_iterator<char>(in), {}};
    std::string bin(300 + 304 * 448, '\x40');
    const std::string header("00255\0  304\0  448\0 1.799\00039.43", 29);
    std::fill(bin.begin(), bin.begin() + 300, '\0');
    bin.replace(0, header.size(), header);
    bin.replace(102, 5, " 2018");
    bin.replace(108, 5, "  152");
    const struct {
        const char* name;
        std::string bytes;
        std::size_t header_bytes; ///< where most of the damage is done
    } originals[] = {{"fuzz.nc", test::small_ice_file().bytes(), 1200},
                     {"fuzz.tif", tiff_bytes, 1200},
                     {"fuzz.bin", bin, 320}};
    constexpr unsigned seed = 20260317;
    CAPTURE(seed);
    std::mt19937 random(seed);
    int refused = 0;
    int read = 0;
    for (const auto& original : originals) {
        for (int round = 0; round < 150; ++round) {
            auto bytes = original.bytes;
            const auto somewhere = [&](std::size_t below) {
                return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
            };
            if (round % 5 == 0) {
                bytes.resize(somewhere(bytes.size()));
            } else {
                for (int flips = 0; flips <= round % 4; ++flips) {
                    bytes[somewhere(std::min(bytes.size(), original.header_bytes))] =
                        static_cast<char>(somewhere(256));
                }
            }
            const auto file = scratch.write(original.name, bytes);
            try {
                const auto loaded = io::open_layer(Variable::sea_ice_concentration, file.string());
                for (std::size_t i = 0; i < loaded.layer.field->slices().size(); ++i) {
                    static_cast<void>(loaded.layer.field->slice(i));
                }
                ++read;
            } catch (const Error& error) {
                ++refused;
                CHECK_THAT(error.what(), Contains(original.name));
            }
        }
    }
    CHECK(refused > 50);
    CHECK(read > 20);
}
