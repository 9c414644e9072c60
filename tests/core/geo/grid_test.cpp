// SPDX-License-Identifier: Apache-2.0
#include "core/geo/grid.hpp"

#include <catch2/catch.hpp>

using namespace fairlead::geo;

namespace {
constexpr GridGeometry nsidc_north{-3850e3, 5850e3, 25e3, 304, 448};
} // namespace

TEST_CASE("grid: index, cell, centre and cell_at undo each other", "[geo][grid]") {
    CHECK(nsidc_north.cell_count() == 304u * 448u);
    for (std::uint32_t i = 0; i < nsidc_north.cell_count(); i += 101) {
        const auto cell = nsidc_north.cell(i);
        REQUIRE(nsidc_north.index(cell) == i);
        REQUIRE(nsidc_north.cell_at(nsidc_north.centre(i)) == cell);
    }
    CHECK(nsidc_north.centre(GridCell{0, 0}) == PlanePoint{-3837.5e3, 5837.5e3});
    CHECK(nsidc_north.centre(GridCell{303, 447}) == PlanePoint{3737.5e3, -5337.5e3});
}

TEST_CASE("grid: left and upper edges belong to the cell, outer edges to none", "[geo][grid]") {
    CHECK(nsidc_north.cell_at({-3850e3, 5850e3}) == GridCell{0, 0});
    CHECK(nsidc_north.cell_at({-3825e3, 5825e3}) == GridCell{1, 1});
    CHECK_FALSE(nsidc_north.cell_at({3750e3, 0.0}));
    CHECK_FALSE(nsidc_north.cell_at({0.0, -5350e3}));
    CHECK_FALSE(nsidc_north.cell_at({-3850e3 - 1e-3, 0.0}));
    CHECK_FALSE(nsidc_north.cell_at({0.0, 5850e3 + 1e-3}));
    CHECK_FALSE(nsidc_north.cell_at({std::nan(""), 0.0}));
    CHECK_FALSE(nsidc_north.contains({-1, 0}));
    CHECK_FALSE(nsidc_north.contains({0, 448}));
}

TEST_CASE("grid: one cell, and none", "[geo][grid]") {
    const GridGeometry one{0.0, 10.0, 10.0, 1, 1};
    CHECK(one.cell_count() == 1);
    CHECK(one.cell_at({5.0, 5.0}) == GridCell{0, 0});
    CHECK_FALSE(one.cell_at({10.0, 5.0}));
    const GridGeometry none{0.0, 0.0, 10.0, 0, 0};
    CHECK(none.cell_count() == 0);
    CHECK_FALSE(none.cell_at({0.0, 0.0}));
}
