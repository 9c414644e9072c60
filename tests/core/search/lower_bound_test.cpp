// SPDX-License-Identifier: Apache-2.0
// Bounds against seas whose best passage is known in closed form.
#include "core/search/lower_bound.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

using namespace fairlead;

namespace {

constexpr double side_m = 1000.0;
constexpr std::int32_t across = 160;

/// 160 x 160 km; slowness by the square's centre and the interval.
class Sea final : public search::SlownessFloor {
  public:
    using Slowness = std::function<double(geo::PlanePoint, std::uint32_t)>;
    Sea(double least, Slowness slowness, std::vector<double> ends)
        : least_(least), slowness_(std::move(slowness)), ends_(std::move(ends)) {}

    [[nodiscard]] const geo::GridGeometry& squares() const noexcept override { return squares_; }
    [[nodiscard]] std::span<const double> interval_ends() const noexcept override { return ends_; }
    [[nodiscard]] double slowness(std::uint32_t square, std::uint32_t interval) override {
        return slowness_(squares_.centre(square), interval);
    }
    [[nodiscard]] double least_slowness() const noexcept override { return least_; }

  private:
    geo::GridGeometry squares_{0.0, 0.0, side_m, across, across};
    double least_;
    Slowness slowness_;
    std::vector<double> ends_;
};

double distance_m(geo::PlanePoint a, geo::PlanePoint b) {
    return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m);
}

} // namespace

TEST_CASE("lower bound: in open water it is the straight way, in every direction", "[search]") {
    constexpr double slowness = 0.2;
    Sea sea(slowness, [](geo::PlanePoint, std::uint32_t) { return slowness; }, {0.0, 1e6});
    const geo::PlanePoint start{80'300.0, -80'200.0};
    for (int i = 0; i < 24; ++i) {
        const double angle = i * std::numbers::pi / 12.0;
        const geo::PlanePoint goal{start.x_m + 70e3 * std::cos(angle),
                                   start.y_m + 70e3 * std::sin(angle)};
        CAPTURE(i);
        const double best_s = slowness * 70e3;
        const auto bound = search::arrival_lower_bound({&sea, start, goal, 0.0, 1.02 * best_s});
        REQUIRE(bound.has_value());
        CHECK(*bound <= best_s * (1.0 + 1e-9));
        // Around the start the front fans out: that costs 0.8 of a square's side of 70.
        CHECK(*bound >= 0.985 * best_s);
    }
}

TEST_CASE("lower bound: two media are crossed by Snell's way at best", "[search]") {
    constexpr double fast = 0.16;
    constexpr double slow = 0.4;
    constexpr double edge_y_m = -80e3;
    Sea sea(fast, [](geo::PlanePoint at, std::uint32_t) { return at.y_m > edge_y_m ? fast : slow; },
            {0.0, 1e7});
    const geo::PlanePoint start{20'200.0, -30'100.0};
    const geo::PlanePoint goal{130'400.0, -120'300.0};
    double best_s = HUGE_VAL;
    for (double x_m = 0.0; x_m <= 160e3; x_m += 10.0) {
        const geo::PlanePoint crossing{x_m, edge_y_m};
        best_s = std::min(best_s,
                          fast * distance_m(start, crossing) + slow * distance_m(crossing, goal));
    }
    const auto bound = search::arrival_lower_bound({&sea, start, goal, 0.0, 1.02 * best_s});
    REQUIRE(bound.has_value());
    CHECK(*bound <= best_s * (1.0 + 1e-9));
    CHECK(*bound >= 0.993 * best_s);
}

TEST_CASE("lower bound: a wall is gone around, and its end passed close by", "[search]") {
    constexpr double slowness = 0.2;
    // From the upper border down to y = -120 km, two squares thick.
    Sea sea(slowness,
            [](geo::PlanePoint at, std::uint32_t) {
                const bool wall = at.x_m > 79e3 && at.x_m < 81e3 && at.y_m > -120e3;
                return wall ? HUGE_VAL : slowness;
            },
            {0.0, 1e7});
    const geo::PlanePoint start{30e3, -40e3};
    const geo::PlanePoint goal{130e3, -40e3};
    const double best_s =
        slowness * (distance_m(start, {79e3, -120e3}) + 2e3 + distance_m({81e3, -120e3}, goal));
    const auto bound = search::arrival_lower_bound({&sea, start, goal, 0.0, 1.03 * best_s});
    REQUIRE(bound.has_value());
    CHECK(*bound <= best_s * (1.0 + 1e-9));
    CHECK(*bound >= 0.99 * best_s);
}

TEST_CASE("lower bound: what opens later is waited for", "[search]") {
    constexpr double slowness = 0.2;
    constexpr double opening_s = 40e3;
    // A belt from border to border, closed in the first interval.
    Sea sea(slowness,
            [](geo::PlanePoint at, std::uint32_t interval) {
                return interval == 0 && std::fabs(at.x_m - 80e3) < 5e3 ? HUGE_VAL : slowness;
            },
            {0.0, opening_s, 1e6});
    const geo::PlanePoint start{30e3, -80e3};
    const geo::PlanePoint goal{130e3, -80e3};
    const double best_s = opening_s + slowness * (130e3 - 75e3);
    const auto bound = search::arrival_lower_bound({&sea, start, goal, 0.0, 1.02 * best_s});
    REQUIRE(bound.has_value());
    CHECK(*bound <= best_s * (1.0 + 1e-9));
    // Waiting off the belt, the front is late all along it.
    CHECK(*bound >= 0.993 * best_s);
}

TEST_CASE("lower bound: places a few squares apart are no farther than they are", "[search]") {
    // Between open sides on which phi is linear, the start's own square decides.
    constexpr double slowness = 0.2;
    Sea sea(slowness, [](geo::PlanePoint, std::uint32_t) { return slowness; }, {0.0, 1e6});
    for (int i = 0; i < 400; ++i) {
        const double angle = 0.37 * i;
        const double length_m = 1.0 + 19.0 * i; // from within a square to eight of them
        const geo::PlanePoint start{80e3 + 97.0 * (i % 11), -80e3 - 83.0 * (i % 13)};
        const geo::PlanePoint goal{start.x_m + length_m * std::cos(angle),
                                   start.y_m + length_m * std::sin(angle)};
        CAPTURE(i, length_m);
        const auto bound =
            search::arrival_lower_bound({&sea, start, goal, 0.0, 2.0 * slowness * length_m});
        REQUIRE(bound.has_value());
        CHECK(*bound <= slowness * length_m * (1.0 + 1e-9));
    }
}

TEST_CASE("lower bound: in a sea that melts while a square is crossed it keeps to the later pace",
          "[search]") {
    // All over alike, in intervals of a third of a square's crossing and less.
    constexpr double interval_s = 60.0;
    std::vector<double> ends{0.0};
    std::vector<double> slowness;
    double last = 0.9;
    while (last > 0.1) {
        slowness.push_back(last);
        ends.push_back(ends.back() + interval_s);
        last *= 0.985;
    }
    ends.back() = 1e6;
    Sea sea(
        slowness.back(),
        [&](geo::PlanePoint, std::uint32_t interval) { return slowness[interval]; }, ends);
    const geo::PlanePoint start{20'300.0, -20'700.0};
    for (int i = 0; i < 12; ++i) {
        const double angle = 0.25 * std::numbers::pi * (i / 6.0 - 2.0);
        const geo::PlanePoint goal{start.x_m + 45e3 * std::cos(angle),
                                   start.y_m + 45e3 * std::sin(angle)};
        double left_m = distance_m(start, goal);
        std::size_t k = 0;
        while (left_m > (ends[k + 1] - ends[k]) / slowness[k]) {
            left_m -= (ends[k + 1] - ends[k]) / slowness[k];
            ++k;
        }
        const double best_s = ends[k] + left_m * slowness[k];
        const auto bound = search::arrival_lower_bound({&sea, start, goal, 0.0, 1.02 * best_s});
        CAPTURE(i, best_s);
        REQUIRE(bound.has_value());
        CHECK(*bound <= best_s * (1.0 + 1e-9));
        CHECK(*bound >= 0.9 * best_s);
    }
}

TEST_CASE("lower bound: a goal nobody can reach has none", "[search]") {
    constexpr double slowness = 0.2;
    Sea sea(slowness,
            [](geo::PlanePoint at, std::uint32_t) {
                return std::fabs(at.x_m - 80e3) < 5e3 ? HUGE_VAL : slowness;
            },
            {0.0, 1e6});
    CHECK_FALSE(
        search::arrival_lower_bound({&sea, {30e3, -80e3}, {130e3, -80e3}, 0.0, 1e5}).has_value());
}

TEST_CASE("lower bound: random tracks through a random sea are never faster", "[search]") {
    // Slowness of each square at random, three intervals; tracks of straight pieces through it.
    const auto noise = [](std::uint32_t seed) {
        seed = (seed ^ 61U) ^ (seed >> 16U);
        seed *= 9U;
        seed ^= seed >> 4U;
        seed *= 0x27d4eb2dU;
        seed ^= seed >> 15U;
        return static_cast<double>(seed % 10'000U) / 1e4;
    };
    constexpr double block_m = 8e3;
    for (std::uint32_t field = 0; field < 6; ++field) {
        CAPTURE(field);
        const auto slowness = [&](geo::PlanePoint at, std::uint32_t interval) {
            const auto column = static_cast<std::uint32_t>(at.x_m / block_m);
            const auto row = static_cast<std::uint32_t>(-at.y_m / block_m);
            return 0.1 + 0.4 * noise(((field * 3 + interval) * 64 + row) * 64 + column);
        };
        const std::vector<double> ends{0.0, 10e3, 20e3, 1e6};
        Sea sea(0.1, slowness, ends);
        const geo::PlanePoint start{20'500.0, -20'500.0};
        const geo::PlanePoint goal{140'500.0, -135'500.0};
        const auto sail = [&](const std::vector<geo::PlanePoint>& track) {
            double time_s = 0.0;
            for (std::size_t i = 0; i + 1 < track.size(); ++i) {
                const double length_m = distance_m(track[i], track[i + 1]);
                constexpr double step_m = 50.0;
                for (double at_m = 0.0; at_m < length_m; at_m += step_m) {
                    const double share = (at_m + 0.5 * step_m) / length_m;
                    const geo::PlanePoint here{
                        track[i].x_m + share * (track[i + 1].x_m - track[i].x_m),
                        track[i].y_m + share * (track[i + 1].y_m - track[i].y_m)};
                    const std::uint32_t interval = time_s < ends[1] ? 0 : time_s < ends[2] ? 1 : 2;
                    time_s += slowness(here, interval) * std::min(step_m, length_m - at_m);
                }
            }
            return time_s;
        };
        // The best of many: each bend is moved at random and kept if that helps.
        std::vector<geo::PlanePoint> best{start};
        for (int i = 1; i < 8; ++i) {
            best.push_back({start.x_m + i * (goal.x_m - start.x_m) / 8.0,
                            start.y_m + i * (goal.y_m - start.y_m) / 8.0});
        }
        best.push_back(goal);
        double best_s = sail(best);
        for (std::uint32_t trial = 0; trial < 600; ++trial) {
            auto other = best;
            auto& bend = other[1 + trial % 7];
            const double reach_m = 20e3 * (1.0 - trial / 700.0);
            bend.x_m += reach_m * (noise(trial * 2 + field * 7919) - 0.5);
            bend.y_m += reach_m * (noise(trial * 2 + 1 + field * 104729) - 0.5);
            const double other_s = sail(other);
            if (other_s < best_s) {
                best_s = other_s;
                best = other;
            }
        }
        const auto bound = search::arrival_lower_bound({&sea, start, goal, 0.0, 1.002 * best_s});
        REQUIRE(bound.has_value());
        CHECK(*bound <= best_s * (1.0 + 1e-4)); // steps of the sum above
        CHECK(*bound >= 0.75 * best_s);
    }
}
