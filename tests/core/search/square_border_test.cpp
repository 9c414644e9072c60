// SPDX-License-Identifier: Apache-2.0
// The two facts that proofs of lower bounds rest on, against many places of the border.
#include "core/search/square_border.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace fairlead::search;

namespace {

struct Place {
    double x;
    double y;
    double value;
};

std::vector<Place> border(const CornerValues& corner, int steps) {
    constexpr std::array<std::array<double, 2>, 4> at{
        {{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}}};
    std::vector<Place> places;
    for (std::size_t i = 0; i < 4; ++i) {
        for (int k = 0; k < steps; ++k) {
            const double share = static_cast<double>(k) / steps;
            const auto& from = at[i];
            const auto& to = at[beside(i)];
            places.push_back({from[0] + share * (to[0] - from[0]),
                              from[1] + share * (to[1] - from[1]),
                              corner[i] + share * (corner[beside(i)] - corner[i])});
        }
    }
    return places;
}

double steepest_of(const std::vector<Place>& places) {
    double steepest = 0.0;
    for (const auto& a : places) {
        for (const auto& b : places) {
            const double apart = std::hypot(a.x - b.x, a.y - b.y);
            if (apart > 0.0) {
                steepest = std::max(steepest, std::fabs(a.value - b.value) / apart);
            }
        }
    }
    return steepest;
}

} // namespace

TEST_CASE("square border: its greatest rise is that of all pairs of places", "[search]") {
    std::mt19937 random(20);
    std::uniform_real_distribution<double> value(-1.0, 1.0);
    for (int trial = 0; trial < 200; ++trial) {
        const CornerValues corner{value(random), value(random), value(random), value(random)};
        CAPTURE(trial);
        const double found = steepest_of(border(corner, 60));
        const double rise = greatest_rise(corner);
        CHECK(found <= rise * (1.0 + 1e-12));
        CHECK(found >= 0.97 * rise); // places lie a sixtieth of a side apart
    }
    CHECK(greatest_rise({0.0, 1.0, 2.0, 1.0}) == Approx(std::sqrt(2.0))); // a plane front, aslant
    CHECK(greatest_rise({0.0, 1.0, 1.0, 0.0}) == Approx(1.0));
    CHECK(greatest_rise({0.0, 1.0, 0.0, 1.0}) == Approx(1.0)); // fronts that meet
    CHECK(greatest_rise({3.0, 3.0, 3.0, 3.0}) == 0.0);
    CHECK(std::isinf(greatest_rise({0.0, 1.0, HUGE_VAL, 1.0})));
}

TEST_CASE("square border: the value inside is what no place of the border allows to be less",
          "[search]") {
    std::mt19937 random(21);
    std::uniform_real_distribution<double> value(-1.0, 1.0);
    std::uniform_real_distribution<double> inside(0.0, 1.0);
    for (int trial = 0; trial < 200; ++trial) {
        const CornerValues corner{value(random), value(random), value(random), value(random)};
        const std::array<double, 2> place{inside(random), inside(random)};
        CAPTURE(trial);
        for (const double share : {1.0, 1.3}) {
            const double rise = share * greatest_rise(corner);
            double least = -HUGE_VAL;
            for (const auto& at : border(corner, 500)) {
                least =
                    std::max(least, at.value - rise * std::hypot(at.x - place[0], at.y - place[1]));
            }
            const double found = value_inside(corner, place, rise);
            CHECK(found >= least - 1e-12);
            CHECK(found <= least + 0.01); // a five-hundredth of a side apart
        }
    }
    CHECK(value_inside({2.0, 2.0, 2.0, 2.0}, {0.3, 0.6}, 0.0) == 2.0);
    CHECK(value_inside({0.0, 1.0, 2.0, 1.0}, {0.5, 0.5}, std::sqrt(2.0)) == Approx(1.0));
    CHECK(value_inside({0.0, 1.0, 1.0, 0.0}, {0.25, 0.0}, 1.0) == Approx(0.25)); // on a side
}
