// SPDX-License-Identifier: Apache-2.0
#include "core/env/fill.hpp"
#include "core/env/projected_grid.hpp"
#include "tests/core/env/small_fields.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace fairlead;
using env::Quality;
using test::nan_f;

namespace {

env::ProjectedGrid plane(std::uint32_t columns, std::uint32_t rows) {
    return {geo::Projection::polar_north(), {0.0, 0.0, 1000.0, 1000.0, columns, rows}, "EPSG:3413"};
}

} // namespace

TEST_CASE("fill: land takes the nearest usable value within reach and says so", "[env][fill]") {
    const auto grid = plane(6, 1);
    auto slice = test::slice_of({0.3F, nan_f, nan_f, nan_f, nan_f, nan_f}, Quality::land);
    env::fill(slice, grid, {{Quality::land, Quality::coast}, Length::metres(3000.0), std::nullopt});
    CHECK(slice.value[3] == 0.3F);
    CHECK(slice.quality[3] == Quality::filled);
    CHECK(slice.quality[0] == Quality::ok);
    CHECK(slice.quality[4] == Quality::land);
    CHECK(std::isnan(slice.value[4]));
}

TEST_CASE("fill: other flags stay as they are", "[env][fill]") {
    const auto grid = plane(2, 1);
    auto slice = test::slice_of({0.3F, nan_f}, Quality::pole_hole);
    env::fill(slice, grid, {{Quality::land}, Length::metres(3000.0), std::nullopt});
    CHECK(slice.quality[1] == Quality::pole_hole);
    env::fill(slice, grid, {{Quality::pole_hole}, Length::metres(0.0), 0.9F});
    CHECK(slice.value[1] == 0.9F);
    CHECK(slice.quality[1] == Quality::filled);
}

TEST_CASE("fill: every node gets what looking at all others would give", "[env][fill]") {
    constexpr std::uint32_t columns = 40;
    constexpr std::uint32_t rows = 30;
    const auto grid = plane(columns, rows);
    std::mt19937 random(7);
    std::bernoulli_distribution is_sea(0.03);
    std::vector<float> values;
    for (std::uint32_t i = 0; i < columns * rows; ++i) {
        values.push_back(is_sea(random) ? static_cast<float>(i) : nan_f);
    }
    const auto before = test::slice_of(values, Quality::land);
    auto after = before;
    env::fill(after, grid, {{Quality::land}, Length::metres(4000.0), std::nullopt});
    for (std::uint32_t i = 0; i < columns * rows; ++i) {
        double nearest = 1e9;
        double taken = 1e9;
        for (std::uint32_t k = 0; k < columns * rows; ++k) {
            const double distance = std::hypot(double(i % columns) - double(k % columns),
                                               double(i / columns) - double(k / columns));
            if (env::usable(before.quality[k])) {
                nearest = std::min(nearest, distance);
                taken = after.value[i] == before.value[k] ? distance : taken;
            }
        }
        CAPTURE(i, nearest);
        if (nearest <= 4.0) {
            CHECK(taken == nearest);
        } else {
            CHECK(after.quality[i] == Quality::land);
        }
    }
}

TEST_CASE("fill: a grid around the world is filled across its seam", "[env][fill]") {
    const env::RectilinearGrid grid({70.0, 71.0}, {0.0, 90.0, 180.0, 270.0}, "test");
    auto slice =
        test::slice_of({nan_f, nan_f, nan_f, 0.7F, nan_f, nan_f, nan_f, 0.7F}, Quality::coast);
    env::fill(slice, grid, {{Quality::coast}, Length::kilometres(4000.0), std::nullopt});
    CHECK(slice.quality[0] == Quality::filled);
    CHECK(slice.quality[1] == Quality::coast);
}

TEST_CASE("fill: the filled field is the field with each slice filled", "[env][fill]") {
    const auto field =
        test::small_field(env::Variable::sea_ice_concentration, 2, 2, {"2018-07-01", "2018-07-02"},
                          {test::slice_of({0.2F, nan_f, 0.2F, 0.2F}, Quality::coast),
                           test::slice_of({0.6F, 0.6F, 0.6F, nan_f}, Quality::land)});
    const auto filled =
        env::filled(field, {{Quality::coast}, Length::kilometres(1500.0), std::nullopt});
    CHECK(filled->slice(0).quality[1] == Quality::filled);
    CHECK(filled->slice(1).quality[3] == Quality::land);
    CHECK(filled->slices().size() == 2);
    const auto depth = env::filled(
        test::static_field(env::Variable::sea_floor_depth, 2, 2, test::slice_of({5, 5, 5, 5})),
        {{Quality::coast}, Length::metres(1.0), std::nullopt});
    CHECK(depth->is_static());
}
