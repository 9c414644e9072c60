// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/io/inspect.hpp"
#include "core/io/layer_source.hpp"
#include "core/io/source_files.hpp"
#include "tests/core/io/geotiff_writer.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace fairlead;
using Catch::Contains;
using Catch::EndsWith;
using env::Quality;
using env::Variable;
using geo::Position;

namespace {

constexpr auto sic = Variable::sea_ice_concentration;
constexpr float nan_f = std::numeric_limits<float>::quiet_NaN();

io::LayerOptions in(const test::ScratchFolder& scratch) {
    io::LayerOptions options;
    options.base_folder = scratch.path();
    options.coast_reach_cells = 0;
    return options;
}

bool says(const std::vector<std::string>& sentences, const std::string& part) {
    return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
        return sentence.find(part) != std::string::npos;
    });
}

} // namespace

TEST_CASE("layer source: a number is a constant layer, within what the variable can be",
          "[io][layer]") {
    const auto loaded = io::open_layer(Variable::sea_ice_thickness, "1.2");
    CHECK(loaded.layer.constant == 1.2);
    CHECK(loaded.layer.field == nullptr);
    CHECK(loaded.product == "constant");
    REQUIRE(loaded.sources.size() == 1);
    CHECK(loaded.sources.front().file == "constant 1.2 m");
    CHECK(loaded.sources.front().sha256.empty());
    CHECK_THROWS_WITH(io::open_layer(sic, "87"),
                      Contains("sea_ice_concentration") && Contains("87"));
}

TEST_CASE("layer source: a plain CF netCDF is read by its standard names, units and packing",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    scratch.write("ice.nc", test::small_ice_file().bytes());
    const auto loaded = io::open_layer(sic, "ice.nc", in(scratch));
    const auto& field = *loaded.layer.field;
    CHECK(loaded.product == "cf-netcdf");
    REQUIRE(field.slices().size() == 2);
    CHECK(format_instant(field.slices()[0].time) == "2018-07-01T06:00:00Z");
    const auto& first = field.slice(0);
    CHECK(first.value[0] == Approx(0.10));
    CHECK(first.value[5] == Approx(1.00));
    const auto& second = field.slice(1);
    CHECK(second.quality[0] == Quality::missing);
    CHECK(second.quality[1] == Quality::out_of_range);
    CHECK(second.value[2] == Approx(0.0));
    // The file's first row is the southern one.
    CHECK(field.sample(Position::degrees(80.0, 20.0), parse_instant("2018-07-01T06:00Z")).value ==
          Approx(1.0));
    CHECK(loaded.sources.front().sha256.size() == 64);
    CHECK(loaded.sources.front().valid_until == parse_instant("2018-07-02T06:00Z"));
}

TEST_CASE("layer source: a unit that is unknown or not given is refused, never guessed",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    file.variables[3].attributes[1] = test::nc_text("units", "furlongs");
    scratch.write("odd.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "odd.nc", in(scratch)),
                      Contains("furlongs") && Contains("odd.nc"));
    // Percent without saying so: values that no fraction can have.
    file.variables[3].attributes.erase(file.variables[3].attributes.begin() + 1);
    scratch.write("bare.nc", file.bytes());
    auto options = in(scratch);
    options.unit_said_by = "the key 'unit'";
    CHECK_THROWS_WITH(io::open_layer(sic, "bare.nc", options),
                      Contains("no unit") && Contains("bare.nc") && Contains("from 10 to 100") &&
                          EndsWith("say their unit, which looks like %, by the key 'unit'"));
    options.unit = "%";
    const auto stated = io::open_layer(sic, "bare.nc", options);
    CHECK(stated.layer.field->slice(0).value[5] == Approx(1.0));
    CHECK(says(stated.notes, "no unit in the file: its values are in '%', as stated"));
    file.variables[3].attributes[0] = test::nc_text("standard_name", "sea_ice_thickness");
    scratch.write("thick.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(Variable::sea_ice_thickness, "thick.nc", in(scratch)),
                      Contains("no unit"));
}

TEST_CASE("layer source: two arrays that may both be the variable are not chosen between",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    file.variables.push_back(file.variables[3]);
    file.variables.back().name = "ci2";
    file.variables.back().values.assign(12, 60.0);
    scratch.write("two.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "two.nc", in(scratch)),
                      Contains("ci, ci2") && Contains("two.nc:ci"));
    auto options = in(scratch);
    options.array = "ci2";
    const auto named = io::open_layer(sic, "two.nc", options);
    CHECK(named.layer.field->slice(0).value[0] == Approx(0.4));
    CHECK(says(named.notes, "array 'ci2' is used, as stated"));
    options.array = "ci3";
    CHECK_THROWS_WITH(io::open_layer(sic, "two.nc", options),
                      Contains("no array 'ci3'") && Contains("ci2"));
    options.array = "ci";
    CHECK_THROWS_WITH(io::open_layer(Variable::sea_ice_thickness, "two.nc", options),
                      Contains("'ci' says it is sea_ice_concentration"));
}

TEST_CASE("layer source: an array that does not say what it holds is the variable of its layer",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    auto& array = file.variables[3];
    array.attributes.erase(array.attributes.begin()); // its standard name
    scratch.write("mine.nc", file.bytes());
    const auto only = io::open_layer(sic, "mine.nc", in(scratch));
    CHECK(only.layer.field->slice(0).value[5] == Approx(1.0));
    CHECK(says(only.warnings, "does not say what array 'ci' holds: taken as sea_ice_concentra"));
    // With another beside it the one meant is named.
    file.variables.push_back(array);
    file.variables.back().name = "other";
    scratch.write("both.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "both.nc", in(scratch)),
                      Contains("both.nc") && Contains("ci, other") && Contains("FILE:ARRAY"));
    auto options = in(scratch);
    options.array = "ci";
    const auto named = io::open_layer(sic, "both.nc", options);
    CHECK(named.layer.field->slice(0).value[5] == Approx(1.0));
    CHECK(says(named.warnings, "taken as sea_ice_concentration, as stated"));
    options.array = "lat";
    CHECK_THROWS_WITH(io::open_layer(sic, "both.nc", options), Contains("'lat' is no grid"));
    // Elevations and depths look alike.
    auto relief = test::small_ice_file();
    relief.variables[3].type = test::NcType::float32;
    relief.variables[3].dimensions = {1, 2};
    relief.variables[3].attributes = {test::nc_text("units", "m")};
    relief.variables[3].values = {-3000.0, -200.0, -10.0, 5.0, 800.0, 1200.0};
    scratch.write("relief.nc", relief.bytes());
    CHECK_THROWS_WITH(io::open_layer(Variable::sea_floor_depth, "relief.nc", in(scratch)),
                      Contains("relief.nc") && Contains("3 values") &&
                          Contains("depths or elevations"));
    relief.variables[3].attributes.push_back(test::nc_text("positive", "up"));
    scratch.write("up.nc", relief.bytes());
    CHECK(io::open_layer(Variable::sea_floor_depth, "up.nc", in(scratch))
              .layer.field->slice(0)
              .value[1] == 200.0F);
}

TEST_CASE("layer source: a name may end in an array, unless a file is called so", "[io][layer]") {
    const test::ScratchFolder scratch;
    scratch.write("a.nc:ice", "");
    const auto array_of = [&](const std::string& text) {
        return io::split_array_name(text, scratch.path()).array;
    };
    CHECK(array_of("b.nc:ice") == "ice");
    CHECK(io::split_array_name("b.nc:ice", scratch.path()).source == "b.nc");
    CHECK(array_of("b*.nc,c.nc:_x1") == "_x1");
    CHECK(array_of("a.nc:ice").empty());
    CHECK(array_of("b.nc").empty());
    CHECK(array_of("wrf_2018-07-01_00:00:00").empty());
    CHECK(array_of("b.nc:").empty());
}

TEST_CASE("layer source: a plain GeoTIFF gives its unit, its nodata and the date in its name",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {0, 50, 100, -1, 25, 75};
    tiff.nodata = -1.0;
    tiff.band_metadata = {{"units", "%"}};
    tiff.write(scratch.path() / "conc_20180701.tif");
    const auto loaded = io::open_layer(sic, "conc_20180701.tif", in(scratch));
    CHECK(loaded.product == "geotiff");
    CHECK(loaded.layer.field->slice(0).value[1] == 0.5F);
    CHECK(loaded.layer.field->slice(0).quality[3] == Quality::missing);
    CHECK(format_instant(loaded.layer.field->slices().front().time) == "2018-07-01T12:00:00Z");
    CHECK(loaded.layer.field->grid().describe() == "3 x 2 cells of 25 km, EPSG:3413");
    // Without a date it is valid always, and that is said.
    tiff.write(scratch.path() / "conc.tif");
    const auto undated = io::open_layer(sic, "conc.tif", in(scratch));
    CHECK(undated.layer.field->is_static());
    CHECK_THAT(undated.warnings.front(), Contains("valid always"));
}

TEST_CASE("layer source: values that do not fit the unit taken are refused", "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {0, 50, 100, 1, 25, 75};
    tiff.write(scratch.path() / "conc.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "conc.tif", in(scratch)),
                      Contains("conc.tif") && Contains("4 of its 6 values") &&
                          Contains("from 25 to 100"));
    auto options = in(scratch);
    options.unit = "percent";
    CHECK(io::open_layer(sic, "conc.tif", options).layer.field->slice(0).value[3] == Approx(0.01));
    // No value at all that fits: the unit is the matter, not that nothing is there.
    tiff.values = {30, 50, 100, 40, 25, 75};
    tiff.write(scratch.path() / "all.tif");
    auto saying = in(scratch);
    saying.unit_said_by = "the key 'unit'";
    CHECK_THROWS_WITH(io::open_layer(sic, "all.tif", saying),
                      Contains("all.tif") && Contains("no unit for sea_ice_concentration") &&
                          Contains("6 of its 6 values") && Contains("from 25 to 100") &&
                          Contains("say their unit, which looks like %, by the key 'unit'"));
    tiff.band_metadata = {{"units", "1"}};
    tiff.write(scratch.path() / "wrong.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "wrong.tif", in(scratch)),
                      Contains("wrong.tif") && Contains("6 values are not within 0 to 1") &&
                          Contains("from 25 to 100") && Contains("unit is not '1'"));
}

TEST_CASE("layer source: a unit that is assumed is said", "[io][layer][inspect]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    file.variables[3].type = test::NcType::float32;
    file.variables[3].attributes = {test::nc_text("standard_name", "sea_ice_area_fraction")};
    file.variables[3].values.assign(12, 0.25);
    scratch.write("bare.nc", file.bytes());
    CHECK(says(io::open_layer(sic, "bare.nc", in(scratch)).warnings,
               "no unit in the file: its values are taken as fractions"));
    CHECK_THAT(io::to_text(io::inspect_file("bare.nc", scratch.path())),
               Contains("unit not given") &&
                   Contains("suspected   no unit in the file: its values are taken as fractions"));
    // Where it cannot be, inspect shows what is there instead.
    file.variables[3].values.assign(12, 25.0);
    file.variables[3].values[0] = 80.0;
    scratch.write("percent.nc", file.bytes());
    CHECK_THAT(io::to_text(io::inspect_file("percent.nc", scratch.path())),
               Contains("values out of range, from 25 to 80: another unit, or codes?"));
}

TEST_CASE("layer source: how long a gap is bridged is a matter of the variable", "[io][layer]") {
    struct Bridged {
        Variable variable;
        const char* standard_name;
        const char* unit;
        double longest_h;
    };
    constexpr double weather_h = 24.0;
    constexpr double sea_h = 240.0;
    const Bridged all[] = {
        {Variable::eastward_wind, "eastward_wind", "m s-1", weather_h},
        {Variable::northward_wind, "northward_wind", "m s-1", weather_h},
        {Variable::significant_wave_height, "sea_surface_wave_significant_height", "m", weather_h},
        {Variable::mean_wave_period, "sea_surface_wave_mean_period", "s", weather_h},
        {Variable::mean_wave_direction, "sea_surface_wave_from_direction", "degree", weather_h},
        {Variable::air_temperature, "air_temperature", "degC", weather_h},
        {Variable::sea_ice_concentration, "sea_ice_area_fraction", "%", sea_h},
        {Variable::sea_ice_thickness, "sea_ice_thickness", "m", sea_h},
        {Variable::eastward_current, "eastward_sea_water_velocity", "m s-1", sea_h},
    };
    for (const auto& wanted : all) {
        CAPTURE(wanted.standard_name);
        for (const double over_h : {0.0, 1.0}) {
            const test::ScratchFolder scratch;
            const double gap_h = wanted.longest_h + over_h;
            auto file = test::small_ice_file();
            file.dimensions[0].second = 5;
            file.variables[0].values = {0.0, 6.0, 12.0, 12.0 + gap_h, 18.0 + gap_h};
            auto& array = file.variables[3];
            array.type = test::NcType::float32;
            array.attributes = {test::nc_text("standard_name", wanted.standard_name),
                                test::nc_text("units", wanted.unit)};
            array.values.assign(30, 2.0);
            scratch.write("series.nc", file.bytes());
            const auto loaded = io::open_layer(wanted.variable, "series.nc", in(scratch));
            const auto middle = parse_instant("2018-07-01T12:00Z") + Duration::hours(gap_h / 2.0);
            const auto sample = loaded.layer.field->sample(Position::degrees(75.0, 10.0), middle);
            CHECK(sample.quality == (over_h > 0.0 ? Quality::outside_time : Quality::gap));
            CHECK(says(loaded.warnings, over_h > 0.0 ? "too long to interpolate" : "a known gap"));
        }
    }
}

TEST_CASE("layer source: a folder or a list of days is one series with its gaps", "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.band_metadata = {{"units", "1"}};
    for (const auto* const day : {"20180701", "20180702", "20180704", "20180801"}) {
        std::filesystem::create_directories(scratch.path() / "days");
        tiff.values.assign(6, day[7] == '1' ? 0.1F : 0.5F);
        tiff.write(scratch.path() / "days" / (std::string("c_") + day + ".tif"));
    }
    scratch.write("days/readme.txt", "no raster");
    const auto loaded = io::open_layer(sic, "days", in(scratch));
    const auto& field = *loaded.layer.field;
    REQUIRE(field.slices().size() == 4);
    CHECK(loaded.sources.size() == 4);
    CHECK_THAT(loaded.notes.front(), Contains("readme.txt: skipped"));
    REQUIRE(std::count_if(loaded.warnings.begin(), loaded.warnings.end(),
                          [](const std::string& warning) {
                              return warning.starts_with("no data between");
                          }) == 2);
    const auto place = field.grid().node(0).value();
    CHECK(field.sample(place, parse_instant("2018-07-03T12:00Z")).quality == Quality::gap);
    CHECK(field.sample(place, parse_instant("2018-07-15T12:00Z")).quality == Quality::outside_time);
    CHECK(field.sample(place, parse_instant("2018-08-01T03:00Z")).value == Approx(0.1));
    CHECK(io::open_layer(sic, "days/c_20180701.tif, days/c_20180702.tif", in(scratch))
              .layer.field->slices()
              .size() == 2);
    CHECK(io::open_layer(sic, "days/c_201807*.tif", in(scratch)).layer.field->slices().size() == 3);
}

TEST_CASE("layer source: files that do not fit together are refused", "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values.assign(6, 0.5F);
    tiff.band_metadata = {{"units", "1"}};
    tiff.write(scratch.path() / "a_20180701.tif");
    tiff.write(scratch.path() / "b_20180701.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "a_20180701.tif,b_20180701.tif", in(scratch)),
                      Contains("a_20180701.tif") && Contains("b_20180701.tif") && Contains("both"));
    tiff.transform[0] = 0.0;
    tiff.write(scratch.path() / "c_20180702.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "a_20180701.tif,c_20180702.tif", in(scratch)),
                      Contains("another grid"));
    tiff.bands = 2;
    tiff.write(scratch.path() / "two.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "two.tif", in(scratch)), Contains("2 bands"));
    auto options = in(scratch);
    options.product = "nsidc-g02135-tif";
    CHECK_THROWS_WITH(io::open_layer(sic, "a_20180701.tif", options),
                      Contains("is geotiff, not nsidc-g02135-tif"));
}

TEST_CASE("layer source: coast and pole hole are filled by the rule, and it is said",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.columns = 6;
    tiff.rows = 2;
    tiff.values = {0.5F, nan_f, nan_f, nan_f, nan_f, nan_f,
                   0.5F, nan_f, nan_f, nan_f, nan_f, nan_f};
    tiff.band_metadata = {{"units", "1"}};
    tiff.write(scratch.path() / "c_20180701.tif");
    auto options = in(scratch);
    options.coast_reach_cells = 3;
    const auto loaded = io::open_layer(sic, "c_20180701.tif", options);
    const auto& slice = loaded.layer.field->slice(0);
    CHECK(slice.quality[3] == Quality::filled);
    CHECK(slice.quality[4] == Quality::missing);
    CHECK_THAT(loaded.notes.back(), Contains("within 3 cells (75 km)"));
    options.coast_reach_cells.reset();
    CHECK_THAT(io::open_layer(sic, "c_20180701.tif", options).notes.back(),
               Contains("within 3 cells (75 km)"));
    options.pole_hole = io::PoleHoleRule::value;
    options.pole_hole_value = 0.9;
    CHECK_THAT(io::open_layer(sic, "c_20180701.tif", options).notes.back(), Contains("0.9"));
}

TEST_CASE("layer source: unasked, a coast is filled no farther than 100 km", "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.columns = 6;
    tiff.rows = 2;
    tiff.transform[1] = 60e3;
    tiff.transform[5] = -60e3;
    tiff.values = {0.5F, nan_f, nan_f, nan_f, nan_f, nan_f,
                   0.5F, nan_f, nan_f, nan_f, nan_f, nan_f};
    tiff.band_metadata = {{"units", "1"}};
    tiff.write(scratch.path() / "c_20180701.tif");
    auto options = in(scratch);
    options.coast_reach_cells.reset();
    const auto loaded = io::open_layer(sic, "c_20180701.tif", options);
    CHECK_THAT(loaded.notes.back(), Contains("within 1 cells (60 km)"));
    CHECK(loaded.layer.field->slice(0).quality[1] == Quality::filled);
    CHECK(loaded.layer.field->slice(0).quality[2] == Quality::missing);
}

TEST_CASE("layer source: climatology is a layer of its own", "[io][layer]") {
    const test::ScratchFolder scratch;
    scratch.write("ice.nc", test::small_ice_file().bytes());
    auto options = in(scratch);
    options.climatology = "ice.nc";
    const auto loaded = io::open_layer(sic, "ice.nc", options);
    REQUIRE(loaded.layer.climatology != nullptr);
    CHECK(loaded.sources.size() == 2);
    options.climatology = "0.5";
    CHECK_THROWS_WITH(io::open_layer(sic, "ice.nc", options), Contains("climatology '0.5'"));
}

TEST_CASE("layer source: each kind of bad input is one sentence with the name", "[io][layer]") {
    const test::ScratchFolder scratch;
    const auto refusal = [&](const std::string& source) -> std::string {
        try {
            static_cast<void>(io::open_layer(sic, source, in(scratch)));
        } catch (const Error& error) {
            return error.what();
        }
        return "accepted";
    };
    CHECK_THAT(refusal("none.nc"), Contains("none.nc") && Contains("no such file"));
    CHECK_THAT(refusal("nt_*.bin"), Contains("no file matches"));
    CHECK_THAT(refusal("a.nc,,b.nc"), Contains("a.nc") || Contains("missing"));
    scratch.write("text.nc", "this is no netCDF\n");
    CHECK_THAT(refusal("text.nc"), Contains("text.nc") && Contains("looked for netCDF"));
    scratch.write("empty.nc", "");
    CHECK_THAT(refusal("empty.nc"), Contains("is empty"));
    scratch.write("empty.zip", std::string("PK\x05\x06", 4) + std::string(18, '\0'));
    CHECK_THAT(refusal("empty.zip"), Contains("empty.zip") && Contains("zip archive"));
    scratch.write("broken.zip", "PK");
    CHECK_THAT(refusal("broken.zip"), Contains("broken.zip"));
    std::filesystem::create_directories(scratch.path() / "void");
    CHECK_THAT(refusal("void"), Contains("no files"));
    scratch.write("notes/readme.txt", "nothing");
    CHECK_THAT(refusal("notes"), Contains("no file in it is a raster"));
    const auto whole = test::small_ice_file().bytes();
    scratch.write("cut.nc", whole.substr(0, whole.size() - 8));
    CHECK_THAT(refusal("cut.nc"), Contains("cut.nc") && Contains("truncated"));
    scratch.write("head.nc", whole.substr(0, 60));
    CHECK_THAT(refusal("head.nc"), Contains("head.nc") && Contains("truncated"));
    test::TiffFile tiff;
    tiff.values.assign(6, nan_f);
    tiff.write(scratch.path() / "nan.tif");
    CHECK_THAT(refusal("nan.tif"), Contains("nan.tif") && Contains("no usable value"));
    tiff.columns = 1;
    tiff.rows = 1;
    tiff.write(scratch.path() / "one.tif");
    CHECK_THAT(refusal("one.tif"), Contains("one.tif") && Contains("1 x 1"));
    if (geteuid() != 0) { // root may read everything
        const auto locked = scratch.write("locked.nc", whole);
        std::filesystem::permissions(locked, std::filesystem::perms::none);
        CHECK_THAT(refusal("locked.nc"), Contains("permission"));
    }
}
