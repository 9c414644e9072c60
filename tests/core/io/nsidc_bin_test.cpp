// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/io/layer_source.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

#include <catch2/catch.hpp>

#include <cpl_vsi.h>

#include <numeric>
#include <utility>
#include <vector>

using namespace fairlead;
using env::Quality;
using env::Variable;

namespace {

/// A file as NSIDC makes them, with every cell the same but one.
std::string nsidc_bin(int columns, int rows, const std::string& name, int year, int day,
                      char fill) {
    std::string bytes(300, '\0');
    const auto put = [&](std::size_t at, const std::string& text) {
        bytes.replace(at, text.size(), text);
    };
    put(0, "00255");
    put(6, "  " + std::to_string(columns));
    put(12, "  " + std::to_string(rows));
    put(24, columns == 304 ? "39.43" : "-51.3");
    put(102, " " + std::to_string(year));
    put(108, "  " + std::to_string(day));
    put(126, "  " + name);
    return bytes +
           std::string(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), fill);
}

void write_zip(const std::string& archive,
               const std::vector<std::pair<std::string, std::string>>& members) {
    const std::string folder = "/vsizip/" + archive;
    VSILFILE* zip = VSIFOpenL(folder.c_str(), "wb");
    REQUIRE(zip != nullptr);
    for (const auto& [name, bytes] : members) {
        VSILFILE* member = VSIFOpenL((folder + "/" + name).c_str(), "wb");
        REQUIRE(member != nullptr);
        CHECK(VSIFWriteL(bytes.data(), 1, bytes.size(), member) == bytes.size());
        CHECK(VSIFCloseL(member) == 0);
    }
    CHECK(VSIFCloseL(zip) == 0);
}

} // namespace

TEST_CASE("nsidc-bin: an archive of final and of recent days names both products",
          "[io][nsidc-bin]") {
    const test::ScratchFolder scratch;
    const auto archive = scratch.path() / "days.zip";
    write_zip(archive.string(),
              {{"nt_20150801_f17_v01_s.bin",
                nsidc_bin(316, 332, "nt_20150801_f17_v01_s", 2015, 213, '\x7d')},
               {"nt_20150802_f17_nrt_s.bin",
                nsidc_bin(316, 332, "nt_20150802_f17_nrt_s", 2015, 214, '\x7d')},
               {"nt_20150803_f17_nrt_s.bin",
                nsidc_bin(316, 332, "nt_20150803_f17_nrt_s", 2015, 215, '\x7d')}});
    const auto loaded = io::open_layer(Variable::sea_ice_concentration, archive.string(), {});
    CHECK(loaded.layer.field->slices().size() == 3);
    CHECK(loaded.files.size() == 1);
    REQUIRE(loaded.sources.size() == 2);
    CHECK(loaded.sources[0].product == "nsidc-0051-bin");
    CHECK(loaded.sources[0].valid_until == parse_instant("2015-08-02T00:00Z"));
    CHECK(loaded.sources[1].product == "nsidc-0081-bin");
    CHECK(loaded.sources[1].valid_from == parse_instant("2015-08-02T00:00Z"));
    CHECK(loaded.sources[1].valid_until == parse_instant("2015-08-04T00:00Z"));
    CHECK(loaded.sources[0].sha256 == loaded.sources[1].sha256);
}

TEST_CASE("nsidc-bin: the season of 2018 is one series of 122 daily means", "[io][nsidc-bin]") {
    const auto file = test::shared_data("ice_conc/nsidc_nt_daily_n_2018_JunSep_bin.zip");
    if (!file) {
        return;
    }
    io::LayerOptions options;
    options.coast_reach_cells = 0;
    const auto loaded = io::open_layer(Variable::sea_ice_concentration, file->string(), options);
    const auto& field = *loaded.layer.field;
    CHECK(loaded.product == "nsidc-0081-bin");
    CHECK(loaded.warnings.empty());
    REQUIRE(field.slices().size() == 122);
    CHECK(format_instant(field.slices().front().time) == "2018-06-01T12:00:00Z");
    CHECK(format_instant(field.valid_from()) == "2018-06-01T00:00:00Z");
    CHECK(format_instant(field.valid_until()) == "2018-10-01T00:00:00Z");
    REQUIRE(loaded.sources.size() == 1);
    CHECK(loaded.sources.front().sha256.size() == 64);
    // Counts and sums of the bytes of 15 July, taken with Python's zipfile and collections.Counter.
    const auto& slice = field.slice(44);
    const auto count = [&](Quality quality) {
        return std::count(slice.quality.begin(), slice.quality.end(), quality);
    };
    CHECK(count(Quality::ok) == 67875);
    CHECK(count(Quality::pole_hole) == 44);
    CHECK(count(Quality::coast) == 5052);
    CHECK(count(Quality::land) == 63212);
    CHECK(count(Quality::missing) == 9);
    double sum = 0.0;
    for (std::size_t i = 0; i < slice.value.size(); ++i) {
        sum += slice.quality[i] == Quality::ok ? static_cast<double>(slice.value[i]) : 0.0;
    }
    CHECK(sum == Approx(2278002.0 / 250.0).epsilon(1e-6));
}

TEST_CASE("nsidc-bin: bytes become fractions and flags, on the grid of that size",
          "[io][nsidc-bin]") {
    const test::ScratchFolder scratch;
    auto bytes = nsidc_bin(316, 332, "nt_20150801_f17_nrt_s", 2015, 213, '\0');
    const std::size_t first = 300;
    const unsigned char codes[] = {0, 125, 250, 251, 252, 253, 254, 255};
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[first + i] = static_cast<char>(codes[i]);
    }
    const auto file = scratch.write("nt_20150801_f17_nrt_s.bin", bytes);
    io::LayerOptions options;
    options.coast_reach_cells = 0;
    const auto loaded = io::open_layer(Variable::sea_ice_concentration, file.string(), options);
    const auto& slice = loaded.layer.field->slice(0);
    CHECK(slice.value[1] == 0.5F);
    CHECK(slice.value[2] == 1.0F);
    const Quality expected[] = {Quality::ok,      Quality::ok,    Quality::ok,   Quality::pole_hole,
                                Quality::missing, Quality::coast, Quality::land, Quality::missing};
    for (std::size_t i = 0; i < 8; ++i) {
        CAPTURE(i);
        CHECK(slice.quality[i] == expected[i]);
        CHECK(std::isnan(slice.value[i]) == !env::usable(expected[i]));
    }
    CHECK(loaded.layer.field->grid().describe() == "316 x 332 cells of 25 km, EPSG:3412");
}

TEST_CASE("nsidc-bin: a wrong length and a wrong date are refused with the file's name",
          "[io][nsidc-bin]") {
    const test::ScratchFolder scratch;
    const auto good = nsidc_bin(304, 448, "nt_20180601_f18_nrt_n", 2018, 152, '\0');
    const auto open = [&](const std::string& name, const std::string& bytes) {
        return io::open_layer(Variable::sea_ice_concentration, scratch.write(name, bytes).string());
    };
    CHECK_NOTHROW(open("nt_20180601_f18_nrt_n.bin", good));
    CHECK_THROWS_WITH(open("short.bin", good.substr(0, good.size() - 1)),
                      Catch::Contains("short.bin") && Catch::Contains("136491 bytes"));
    CHECK_THROWS_WITH(open("long.bin", good + "x"), Catch::Contains("136493 bytes"));
    CHECK_THROWS_WITH(open("nt_20180602_f18_nrt_n.bin", good),
                      Catch::Contains("2018-06-02") && Catch::Contains("2018-06-01"));
    CHECK_THROWS_WITH(
        open("odd.bin", nsidc_bin(305, 448, "nt_20180601_f18_nrt_n", 2018, 152, '\0')),
        Catch::Contains("305 x 448"));
}
