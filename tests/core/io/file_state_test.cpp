// SPDX-License-Identifier: Apache-2.0
// Files that change under a reader: what is read later is refused, what was read stays.
#include "core/base/error.hpp"
#include "core/io/layer_source.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>

using namespace fairlead;
using Catch::Contains;

namespace {

constexpr auto concentration = env::Variable::sea_ice_concentration;

std::string file_of_two_days(double ice) {
    auto file = test::small_ice_file();
    file.variables.back().values.assign(12, ice);
    return file.bytes();
}

} // namespace

TEST_CASE("file state: a file cut short while it is open is not read as open water",
          "[io][bad_input]") {
    const test::ScratchFolder scratch;
    const auto path = scratch.write("ice.nc", file_of_two_days(120.0));
    const auto field = io::open_layer(concentration, path.string(), {}).layer.field;
    REQUIRE(field->slice(0).value[0] == Approx(0.7F));
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 12);
    CHECK_THROWS_WITH(field->slice(1),
                      Contains("ice.nc") && Contains("has changed since it was opened"));
    CHECK(field->slice(0).value[0] == Approx(0.7F)); // was read before
}

TEST_CASE("file state: a file written anew or taken away is not read as the former one",
          "[io][bad_input]") {
    const test::ScratchFolder scratch;
    const auto path = scratch.write("ice.nc", file_of_two_days(120.0));
    const auto open = [&] { return io::open_layer(concentration, path.string(), {}).layer.field; };
    auto field = open();
    const auto written = std::filesystem::last_write_time(path);
    scratch.write("ice.nc", file_of_two_days(20.0)); // as long as before
    std::filesystem::last_write_time(path, written + std::chrono::seconds(1));
    CHECK_THROWS_WITH(field->slice(1), Contains("ice.nc") && Contains("written again"));
    field = open();
    CHECK(field->slice(1).value[0] == Approx(0.2F));
    field = open();
    std::filesystem::remove(path);
    CHECK_THROWS_WITH(field->slice(1), Contains("ice.nc") && Contains("cannot be read"));
}
