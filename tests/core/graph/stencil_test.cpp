// SPDX-License-Identifier: Apache-2.0
#include "core/graph/stencil.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>
#include <utility>

using namespace fairlead::graph;

TEST_CASE("stencil: 8, 16 and 32 neighbours are nested, distinct and primitive",
          "[graph][stencil]") {
    std::set<std::pair<int, int>> seen;
    for (std::size_t d = 0; d < directions.size(); ++d) {
        CAPTURE(d);
        const Direction& way = directions[d];
        const int columns = way.step.columns;
        const int rows = way.step.rows;
        CHECK(seen.insert({columns, rows}).second);
        CHECK(way.length_cells == Approx(std::hypot(columns, rows)).epsilon(1e-15));
        const int reach = std::max(std::abs(columns), std::abs(rows));
        CHECK(reach == (d < 8 ? 1 : d < 16 ? 2 : 3));
        const CellOffset back = directions[opposite(static_cast<std::uint8_t>(d))].step;
        CHECK(back.columns == -columns);
        CHECK(back.rows == -rows);
    }
    CHECK(all_directions(8) == 0xFFu);
    CHECK(all_directions(16) == 0xFFFFu);
    CHECK(all_directions(32) == 0xFFFFFFFFu);
}

TEST_CASE("stencil: shares of crossed cells agree with walking along the arc", "[graph][stencil]") {
    constexpr int steps = 12 * 1000;
    for (const Direction& way : directions) {
        CAPTURE(int{way.step.columns}, int{way.step.rows});
        int twelfths = 0;
        for (std::size_t i = 0; i < way.crossed_count; ++i) {
            int inside = 0;
            for (int s = 0; s < steps; ++s) {
                const double t = (s + 0.5) / steps;
                const bool is_here =
                    std::lround(std::floor(0.5 + t * way.step.columns)) ==
                        way.crossed[i].offset.columns &&
                    std::lround(std::floor(0.5 + t * way.step.rows)) == way.crossed[i].offset.rows;
                inside += is_here ? 1 : 0;
            }
            CHECK(inside == steps / 12 * way.crossed[i].twelfths);
            twelfths += way.crossed[i].twelfths;
        }
        CHECK(twelfths == 12);
    }
}

TEST_CASE("stencil: only diagonal and (3,1) arcs pass through a corner", "[graph][stencil]") {
    for (const Direction& way : directions) {
        const int columns = std::abs(way.step.columns);
        const int rows = std::abs(way.step.rows);
        const bool through_corner = columns * rows == 1 || columns * rows == 3;
        CHECK(way.corner_count == (through_corner ? 2u : 0u));
    }
    const Direction& long_arc = directions[16];
    REQUIRE((long_arc.step == CellOffset{3, 1}));
    CHECK((long_arc.corners[0] == CellOffset{2, 0}));
    CHECK((long_arc.corners[1] == CellOffset{1, 1}));
}
