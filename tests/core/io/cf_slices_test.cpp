// SPDX-License-Identifier: Apache-2.0
// Which time, and which height above the sea, the slices of a CF netCDF file stand for.
#include "core/base/error.hpp"
#include "core/io/layer_source.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using Catch::Contains;
using env::Variable;

namespace {

io::LayerOptions in(const test::ScratchFolder& scratch) {
    io::LayerOptions options;
    options.base_folder = scratch.path();
    options.coast_reach_cells = 0;
    return options;
}

/// Wind of 2 x 3 nodes at some heights; its speed is the height.
test::NcFile wind_at(const std::vector<double>& heights, const std::string& unit) {
    test::NcFile file;
    file.dimensions = {
        {"height", static_cast<std::uint32_t>(heights.size())}, {"lat", 2}, {"lon", 3}};
    file.attributes = {test::nc_text("Conventions", "CF-1.8")};
    std::vector<double> speeds;
    for (const double height : heights) {
        speeds.insert(speeds.end(), 6, height);
    }
    file.variables = {
        {"height",
         test::NcType::float64,
         {0},
         {test::nc_text("units", unit), test::nc_text("positive", "up")},
         heights},
        {"lat",
         test::NcType::float32,
         {1},
         {test::nc_text("units", "degrees_north")},
         {70.0, 80.0}},
        {"lon",
         test::NcType::float32,
         {2},
         {test::nc_text("units", "degrees_east")},
         {0.0, 10.0, 20.0}},
        {"u",
         test::NcType::float32,
         {0, 1, 2},
         {test::nc_text("standard_name", "eastward_wind"), test::nc_text("units", "m s-1")},
         speeds}};
    return file;
}

} // namespace

TEST_CASE("cf slices: a mean stands for the middle of its bounds", "[io][cf]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    file.dimensions.emplace_back("nv", 2);
    file.variables[0].attributes.push_back(test::nc_text("bounds", "time_bnds"));
    file.variables.push_back(
        {"time_bnds", test::NcType::float64, {0, 3}, {}, {0.0, 12.0, 24.0, 48.0}});
    scratch.write("means.nc", file.bytes());
    const auto loaded = io::open_layer(Variable::sea_ice_concentration, "means.nc", in(scratch));
    const auto& slices = loaded.layer.field->slices();
    REQUIRE(slices.size() == 2);
    CHECK(slices[0].time == parse_instant("2018-07-01T06:00"));
    CHECK(slices[0].valid_from == parse_instant("2018-07-01"));
    CHECK(slices[0].valid_until == parse_instant("2018-07-01T12:00"));
    CHECK(slices[1].time == parse_instant("2018-07-02T12:00"));
    CHECK(slices[1].valid_until == parse_instant("2018-07-03"));

    // Bounds that hold no time say nothing: the stamps count.
    file.variables.back().values = {12.0, 0.0, 24.0, 24.0};
    scratch.write("stamps.nc", file.bytes());
    const auto stamps = io::open_layer(Variable::sea_ice_concentration, "stamps.nc", in(scratch));
    CHECK(stamps.layer.field->slices()[1].time == parse_instant("2018-07-02T06:00"));
    CHECK(stamps.layer.field->slices()[1].valid_until == parse_instant("2018-07-02T06:00"));
}

TEST_CASE("cf slices: times that do not rise are refused", "[io][cf][bad_input]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    for (const auto& times : {std::vector{30.0, 6.0}, std::vector{6.0, 6.0}}) {
        file.variables[0].values = times;
        scratch.write("back.nc", file.bytes());
        CHECK_THROWS_WITH(io::open_layer(Variable::sea_ice_concentration, "back.nc", in(scratch)),
                          Contains("back.nc") && Contains("times do not rise") &&
                              Contains("2018-07-01T06:00"));
    }
}

TEST_CASE("cf slices: wind is that of 10 m, or none", "[io][cf][bad_input]") {
    const test::ScratchFolder scratch;
    scratch.write("wind.nc", wind_at({2.0, 10.0, 80.0}, "m").bytes());
    const auto loaded = io::open_layer(Variable::eastward_wind, "wind.nc", in(scratch));
    CHECK(loaded.layer.field->slice(0).value == std::vector<float>(6, 10.0F));
    scratch.write("high.nc", wind_at({2.0, 80.0}, "m").bytes());
    CHECK_THROWS_WITH(io::open_layer(Variable::eastward_wind, "high.nc", in(scratch)),
                      Contains("no level of 10 m") && Contains("nearest is 2 m"));
    scratch.write("pressure.nc", wind_at({1000.0, 850.0}, "hPa").bytes());
    CHECK_THROWS_WITH(io::open_layer(Variable::eastward_wind, "pressure.nc", in(scratch)),
                      Contains("levels are in 'hPa'"));
}

TEST_CASE("cf slices: without a time in the file its name is asked, and last nothing", "[io][cf]") {
    const test::ScratchFolder scratch;
    const auto bytes = wind_at({10.0}, "m").bytes();
    scratch.write("wind_20180702.nc", bytes);
    const auto dated = io::open_layer(Variable::eastward_wind, "wind_20180702.nc", in(scratch));
    REQUIRE(dated.layer.is_dated());
    CHECK(dated.layer.field->slices()[0].time == parse_instant("2018-07-02T12:00"));
    CHECK(dated.layer.field->valid_until() == parse_instant("2018-07-03"));
    scratch.write("wind.nc", bytes);
    const auto undated = io::open_layer(Variable::eastward_wind, "wind.nc", in(scratch));
    CHECK_FALSE(undated.layer.is_dated());
    REQUIRE(undated.warnings.size() == 1);
    CHECK_THAT(undated.warnings.front(), Contains("valid always"));
}
