// SPDX-License-Identifier: Apache-2.0
// Files that look like one thing and are another: read as they look, they would move the ice, or
// make it open water, without a word.
#include "core/base/error.hpp"
#include "core/io/inspect.hpp"
#include "core/io/layer_source.hpp"
#include "core/io/source_files.hpp"
#include "tests/core/io/geotiff_writer.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/stored_zip.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace fairlead;
using Catch::Contains;
using env::Quality;
using env::Variable;
using geo::Position;

namespace {

constexpr auto sic = Variable::sea_ice_concentration;
constexpr auto depth = Variable::sea_floor_depth;

io::LayerOptions in(const test::ScratchFolder& scratch) {
    io::LayerOptions options;
    options.base_folder = scratch.path();
    options.coast_reach_cells = 0;
    return options;
}

/// Where the arrays of `small_ice_file` stand in it.
enum : std::size_t { time_axis, latitudes, longitudes, ice };

test::NcAttribute& attribute(test::NcVariable& variable, const std::string& name) {
    return *std::find_if(variable.attributes.begin(), variable.attributes.end(),
                         [&](const test::NcAttribute& held) { return held.name == name; });
}

} // namespace

TEST_CASE("doubtful files: a damaged member of an archive is not read", "[io][zip][bad_input]") {
    const test::ScratchFolder scratch;
    // Its CRC-32 is the check value of the polynomial: of "123456789" (Williams 1993).
    scratch.write("check.zip", test::stored_zip({{"a.txt", "123456789", 0xCBF43926U}}));
    CHECK(io::expand_sources("check.zip", scratch.path()).front().entry->crc32 == 0xCBF43926U);
    CHECK_THROWS_WITH(io::inspect_file("check.zip", scratch.path()),
                      Contains("check.zip/a.txt") && Contains("none of a format"));
    const auto whole = test::stored_zip({{"a.txt", "123456789", 0xCBF43926U}});
    scratch.write("cut.zip", whole.substr(0, whole.size() / 2));
    CHECK_THROWS_WITH(io::expand_sources("cut.zip", scratch.path()),
                      Contains("cut.zip: the zip archive is cut short"));
    scratch.write("none.zip", "no archive at all, but long enough for its end to be looked for");
    CHECK_THROWS_WITH(io::expand_sources("none.zip", scratch.path()),
                      Contains("none.zip: not a zip archive"));
    scratch.write("bad.zip", test::stored_zip({{"a.txt", "123456780", 0xCBF43926U}}));
    CHECK_THROWS_WITH(io::inspect_file("bad.zip", scratch.path()),
                      Contains("bad.zip/a.txt") && Contains("is damaged"));
    // A member that says it is of 2 GiB.
    auto large = test::stored_zip({{"a.txt", "123456789", 0xCBF43926U}});
    for (const std::size_t most_significant : {23U, 27U}) { // of the packed and the plain length
        large[large.find("PK\x01\x02") + most_significant] = '\x7F';
    }
    scratch.write("large.zip", large);
    CHECK_THROWS_WITH(io::inspect_file("large.zip", scratch.path()),
                      Contains("large.zip/a.txt") && Contains("unpacks to 2032 MiB"));
    const test::ZipMember member{"a.txt", "123456789", 0xCBF43926U};
    scratch.write("two.zip", test::stored_zip({member, member}));
    CHECK_THROWS_WITH(io::inspect_file("two.zip", scratch.path()),
                      Contains("two.zip") && Contains("two members 'a.txt'"));
    scratch.write("cut.zip", test::stored_zip({{"a.txt", "123456789", 0xCBF43926U}}).substr(0, 60));
    CHECK_THROWS_WITH(io::inspect_file("cut.zip", scratch.path()),
                      Contains("cut.zip") && Contains("zip archive"));
}

TEST_CASE("doubtful files: an archive's files are those its directory names", "[io][zip]") {
    const test::ScratchFolder scratch;
    const auto member = [](const std::string& name) {
        return test::ZipMember{name, "123456789", 0xCBF43926U};
    };
    scratch.write("all.zip", test::stored_zip({member("b/z.bin"),
                                               {"b/", "", 0U},
                                               member("a.bin"),
                                               member("b/.hidden"),
                                               member("__MACOSX/a.bin")}));
    const auto files = io::expand_sources("all.zip", scratch.path());
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "all.zip/a.bin");
    CHECK(files[1].name == "all.zip/b/z.bin");
    for (const auto& file : files) {
        CHECK(io::byte_count(file) == 9);
        CHECK(io::read_bytes(file, 20) == "123456789");
    }
    // Such names another reader takes for others.
    for (const auto* name : {"./a.bin", "b\\a.bin", "gr\xF6nland.bin"}) {
        CAPTURE(name);
        scratch.write("odd.zip", test::stored_zip({member(name)}));
        CHECK_THROWS_WITH(io::expand_sources("odd.zip", scratch.path()),
                          Contains("odd.zip") && Contains("unpack it first"));
    }
}

TEST_CASE("doubtful files: a member of more than 4 GiB is known by its long size", "[io][zip]") {
    const test::ScratchFolder scratch;
    auto zip = test::stored_zip({{"a.txt", "123456789", 0xCBF43926U}});
    const auto entry = zip.find("PK\x01\x02");
    const std::string field("\x01\0\x08\0\0\0\0\x40\x01\0\0\0", 12); // 5 GiB
    zip.replace(entry + 24, 4, 4, '\xFF');
    zip[entry + 30] = static_cast<char>(field.size());
    zip.insert(entry + 46 + 5, field);
    const auto end = zip.find("PK\x05\x06");
    zip[end + 12] = static_cast<char>(zip[end + 12] + static_cast<char>(field.size()));
    scratch.write("long.zip", zip);
    CHECK(io::byte_count(io::expand_sources("long.zip", scratch.path()).front()) == std::uint64_t{5}
                                                                                        << 30U);
}

TEST_CASE("doubtful files: of an archive what is used is checked, before it is used",
          "[io][zip][bad_input]") {
    const auto day = [](const char* day_of_year) {
        std::string bytes(300 + 304 * 448, '\x40');
        std::fill(bytes.begin(), bytes.begin() + 300, ' ');
        for (const auto& [at, text] : {std::pair{0, "00255"},
                                       {6, "  304"},
                                       {12, "  448"},
                                       {24, " 39.43"},
                                       {102, " 2018"},
                                       {108, day_of_year}}) {
            bytes.replace(static_cast<std::size_t>(at), std::string_view(text).size(), text);
        }
        return bytes;
    };
    const test::ScratchFolder scratch;
    std::vector<test::ZipMember> members;
    for (const auto* const day_of_year : {"  196", "  197"}) {
        const auto bytes = day(day_of_year);
        members.push_back(
            {std::string("d") + day_of_year[4] + ".bin", bytes, test::crc32_of(bytes)});
    }
    members[1].bytes[5000] = '\x41';
    scratch.write("season.zip", test::stored_zip(members));
    const auto loaded = io::open_layer(sic, "season.zip", in(scratch));
    const auto& field = *loaded.layer.field;
    REQUIRE(field.slices().size() == 2);
    CHECK(field.slice(0).value[0] == Approx(64.0 / 250.0));
    for (int again = 0; again < 2; ++again) {
        CHECK_THROWS_WITH(field.slice(1), Contains("season.zip/d7.bin: is damaged"));
    }
    CHECK_THAT(io::to_text(io::inspect_file("season.zip", scratch.path())),
               Contains("problem") && Contains("d7.bin: is damaged"));
}

TEST_CASE("doubtful files: devices and pipes are no data", "[io][bad_input]") {
    CHECK_THROWS_WITH(io::expand_sources("/dev/null", {}),
                      Contains("/dev/null: is a device or a pipe"));
}

TEST_CASE("doubtful files: axes that are not in degrees, or not latitude and longitude",
          "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    attribute(file.variables[latitudes], "units").text = "radians";
    file.variables[latitudes].values = {1.2, 1.4};
    scratch.write("radians.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "radians.nc", in(scratch)),
                      Contains("'lat' is in 'radians'"));

    file = test::small_ice_file();
    file.variables[latitudes].attributes = {test::nc_text("units", "degrees"),
                                            test::nc_text("standard_name", "grid_latitude")};
    scratch.write("rotated.nc", file.bytes());
    CHECK_THROWS_AS(io::open_layer(sic, "rotated.nc", in(scratch)), Error);

    file = test::small_ice_file();
    file.variables[longitudes].values = {20.0, 10.0, 0.0};
    scratch.write("falling.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "falling.nc", in(scratch)), Contains("fall"));

    file = test::small_ice_file();
    file.variables[longitudes].values = {350.0, 0.0, 10.0};
    scratch.write("seam.nc", file.bytes());
    CHECK(
        io::open_layer(sic, "seam.nc", in(scratch)).layer.field->grid().node(0)->longitude_deg() ==
        Approx(-10.0));
}

TEST_CASE("doubtful files: packed axes are unpacked", "[io][layer]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    auto& axis = file.variables[latitudes];
    axis.attributes.push_back(test::nc_numbers("scale_factor", test::NcType::float64, {2.0}));
    axis.attributes.push_back(test::nc_numbers("add_offset", test::NcType::float64, {10.0}));
    axis.values = {30.0, 35.0};
    scratch.write("packed.nc", file.bytes());
    const auto loaded = io::open_layer(sic, "packed.nc", in(scratch));
    CHECK(loaded.layer.field->grid().node(0)->latitude_deg() == Approx(70.0));
    CHECK(loaded.layer.field->grid().node(3)->latitude_deg() == Approx(80.0));
}

TEST_CASE("doubtful files: cells never written are missing where the file states no fill value",
          "[io][layer]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    auto& array = file.variables[ice];
    // Packed so that the library's own fill value would be 0, open water.
    array.attributes = {test::nc_text("standard_name", "sea_ice_area_fraction"),
                        test::nc_text("units", "1"),
                        test::nc_numbers("scale_factor", test::NcType::float64, {1.0 / 65534.0}),
                        test::nc_numbers("add_offset", test::NcType::float64, {0.5})};
    array.values[0] = -32767.0;
    scratch.write("unwritten.nc", file.bytes());
    const auto loaded = io::open_layer(sic, "unwritten.nc", in(scratch));
    CHECK(loaded.layer.field->slice(0).quality[0] == Quality::missing);
    CHECK(loaded.layer.field->slice(0).quality[1] == Quality::ok);
}

TEST_CASE("doubtful files: a dimension that is no level is not picked from",
          "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    file.dimensions[0].first = "category";
    file.variables[time_axis].name = "category";
    file.variables[time_axis].attributes = {test::nc_text("units", "1")};
    scratch.write("categories.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "categories.nc", in(scratch)),
                      Contains("'category' of 2 steps is neither a time nor a level"));

    file = test::small_ice_file();
    attribute(file.variables[time_axis], "units").text = "hours after 2018-07-01";
    scratch.write("after.nc", file.bytes());
    CHECK_THROWS_WITH(io::open_layer(sic, "after.nc", in(scratch)),
                      Contains("hours after 2018-07-01"));
}

TEST_CASE("doubtful files: fractions called percent are refused", "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {0.0F, 0.5F, 1.0F, 0.2F, 0.3F, 0.4F};
    tiff.band_metadata = {{"units", "%"}, {"standard_name", "sea_ice_area_fraction"}};
    tiff.write(scratch.path() / "ice.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "ice.tif", in(scratch)),
                      Contains("ice.tif") && Contains("'%'"));
    CHECK_THAT(io::to_text(io::inspect_file("ice.tif", scratch.path())),
               Contains("no concentration is more than one %"));
    tiff.values.assign(6, 0.0F); // open water is open water in any unit
    tiff.write(scratch.path() / "water.tif");
    CHECK(io::open_layer(sic, "water.tif", in(scratch)).layer.field->slice(0).value[0] == 0.0F);
}

TEST_CASE("doubtful files: a raster that lies nowhere, or holds nothing, is called so",
          "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values.assign(6, std::numeric_limits<float>::quiet_NaN());
    tiff.band_metadata = {{"units", "1"}, {"standard_name", "sea_ice_area_fraction"}};
    tiff.write(scratch.path() / "empty.tif");
    CHECK_THAT(io::to_text(io::inspect_file("empty.tif", scratch.path())),
               Contains("no usable value at all"));
    tiff.transform[0] = std::numeric_limits<double>::quiet_NaN();
    tiff.write(scratch.path() / "nowhere.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "nowhere.tif", in(scratch)),
                      Contains("nowhere.tif: where its cells lie is not in finite numbers"));
}

TEST_CASE("doubtful files: a unit not given must fit every slice", "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values.assign(6, 0.0F);
    tiff.write(scratch.path() / "ice_20180701.tif");
    tiff.values.assign(6, 40.0F);
    tiff.write(scratch.path() / "ice_20180702.tif");
    CHECK_THROWS_WITH(io::open_layer(sic, "ice_*.tif", in(scratch)),
                      Contains("no unit") && Contains("6 values"));
}

TEST_CASE("doubtful files: the unit told does not overrule the file's", "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {0.0F, 50.0F, 100.0F, 20.0F, 30.0F, 40.0F};
    tiff.band_metadata = {{"units", "%"}};
    tiff.write(scratch.path() / "ice.tif");
    auto options = in(scratch);
    options.unit = "percent"; // the same by another name
    CHECK(io::open_layer(sic, "ice.tif", options).layer.field->slice(0).value[1] == 0.5F);
    options.unit = "1";
    CHECK_THROWS_WITH(io::open_layer(sic, "ice.tif", options),
                      Contains("in '%'") && Contains("in '1'"));
}

TEST_CASE("doubtful files: elevation is not taken for depth", "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {-3000.0F, -200.0F, -10.0F, 5.0F, 800.0F, 1200.0F};
    tiff.write(scratch.path() / "relief.tif");
    CHECK_THROWS_WITH(io::open_layer(depth, "relief.tif", in(scratch)),
                      Contains("relief.tif") && Contains("depths or elevations"));
    // Said by the band, or by the file for its only one.
    for (const bool by_band : {true, false}) {
        (by_band ? tiff.band_metadata
                 : tiff.metadata) = {{"standard_name", "height_above_mean_sea_level"}};
        tiff.write(scratch.path() / "said.tif");
        const auto loaded = io::open_layer(depth, "said.tif", in(scratch));
        CHECK(loaded.layer.field->slice(0).value[1] == 200.0F);
        CHECK(loaded.layer.field->slice(0).quality[4] == Quality::land);
        tiff.band_metadata.clear();
        tiff.metadata.clear();
    }
    tiff.nodata = -3000.0; // a code, not a height
    tiff.values = {-3000.0F, 200.0F, 10.0F, 5.0F, 800.0F, 1200.0F};
    tiff.write(scratch.path() / "depths.tif");
    CHECK(io::open_layer(depth, "depths.tif", in(scratch)).layer.field->slice(0).value[4] ==
          800.0F);
}

TEST_CASE("doubtful files: a depth array that is positive up is an elevation", "[io][layer]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    auto& array = file.variables[ice];
    array.name = "topo";
    array.type = test::NcType::float32;
    array.dimensions = {1, 2};
    array.attributes = {test::nc_text("standard_name", "sea_floor_depth_below_geoid"),
                        test::nc_text("units", "m"), test::nc_text("positive", "up")};
    array.values = {-3000.0, -200.0, -10.0, 5.0, 800.0, 1200.0};
    scratch.write("topo.nc", file.bytes());
    const auto loaded = io::open_layer(depth, "topo.nc", in(scratch));
    CHECK(loaded.layer.field->slice(0).value[1] == 200.0F);
    CHECK(loaded.layer.field->slice(0).quality[4] == Quality::land);
}

TEST_CASE("doubtful files: cells hidden by a GeoTIFF's mask are missing", "[io][layer]") {
    const test::ScratchFolder scratch;
    test::TiffFile tiff;
    tiff.values = {0.0F, 0.5F, 1.0F, 0.2F, 0.3F, 0.4F};
    tiff.mask = {0, 255, 255, 255, 255, 255};
    tiff.write(scratch.path() / "masked.tif");
    const auto loaded = io::open_layer(sic, "masked.tif", in(scratch));
    CHECK(loaded.layer.field->slice(0).quality[0] == Quality::missing);
    CHECK(loaded.layer.field->slice(0).value[1] == 0.5F);
}

TEST_CASE("doubtful files: packing that makes no values, or one of all", "[io][layer][bad_input]") {
    const test::ScratchFolder scratch;
    const auto refused = [&](const test::NcAttribute& scale) {
        auto file = test::small_ice_file();
        attribute(file.variables[ice], "scale_factor") = scale;
        scratch.write("packed.nc", file.bytes());
        CHECK_THROWS_WITH(io::open_layer(sic, "packed.nc", in(scratch)),
                          Contains("packed.nc") && Contains("packed with scale"));
    };
    refused(test::nc_numbers("scale_factor", test::NcType::float64, {0.0}));
    refused(test::nc_numbers("scale_factor", test::NcType::float64, {std::nan("")}));
    refused(test::nc_text("scale_factor", "0.01"));
}
