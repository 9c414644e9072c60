// SPDX-License-Identifier: Apache-2.0
#include "core/route/simplification.hpp"

#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace fairlead;
using geo::Position;
using route::simplify;
using route::simplify_within_cost;

namespace {

Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}

/// Places every `step_nmi` along the geodesics through the corners.
std::vector<Position> dense(const std::vector<Position>& corners, double step_nmi) {
    std::vector<Position> line{corners.front()};
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const geo::GeodesicLine leg(corners[i - 1], corners[i]);
        const int parts =
            std::max(1, static_cast<int>(leg.length().in_nautical_miles() / step_nmi));
        for (int part = 1; part < parts; ++part) {
            line.push_back(leg.at(leg.length() * (static_cast<double>(part) / parts)));
        }
        line.push_back(corners[i]);
    }
    return line;
}

/// Distance from a place to the nearest point of a leg: it has one minimum along the leg.
double off_leg_nmi(const Position& place, const geo::GeodesicLine& leg) {
    const auto distance = [&](double share) {
        return geo::geodesic_distance(place, leg.at(leg.length() * share)).in_nautical_miles();
    };
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < 30; ++i) {
        const double a = low + (high - low) / 3.0;
        const double b = high - (high - low) / 3.0;
        (distance(a) < distance(b) ? high : low) = distance(a) < distance(b) ? b : a;
    }
    return distance(0.5 * (low + high));
}

/// Greatest distance from a place of the line to the route.
double strays_nmi(const std::vector<Position>& line, const std::vector<Position>& waypoints) {
    double worst = 0.0;
    for (const auto& place : line) {
        double nearest = 1e9;
        for (std::size_t i = 1; i < waypoints.size(); ++i) {
            nearest = std::min(nearest, off_leg_nmi(place, {waypoints[i - 1], waypoints[i]}));
        }
        worst = std::max(worst, nearest);
    }
    return worst;
}

double length_nmi(std::span<const Position> waypoints) {
    double sum = 0.0;
    for (std::size_t i = 1; i < waypoints.size(); ++i) {
        sum += geo::geodesic_distance(waypoints[i - 1], waypoints[i]).in_nautical_miles();
    }
    return sum;
}

} // namespace

TEST_CASE("simplification: corners stay and straight stretches go", "[route][simplification]") {
    // Across 180 degrees and past the pole.
    for (const auto& corners :
         {std::vector{at(70.0, 170.0), at(72.0, -175.0), at(70.0, -160.0)},
          std::vector{at(85.0, 10.0), at(90.0, 0.0), at(86.0, 120.0)},
          std::vector{at(-70.0, 0.0), at(-68.0, 20.0), at(-72.0, 40.0), at(-70.0, 60.0)}}) {
        const auto line = dense(corners, 5.0);
        CHECK(simplify(line, Length::nautical_miles(0.5), {}) == corners);
    }
}

TEST_CASE("simplification: keeps within the tolerance with as few as it takes",
          "[route][simplification]") {
    // A bend: a small circle of 200 nmi about 80 N 30 E, a quarter of it.
    std::vector<Position> line;
    const auto centre = at(80.0, 30.0);
    for (int i = 0; i <= 90; ++i) {
        line.push_back(
            geo::geodesic_direct(centre, geo::Bearing::degrees(i), Length::nautical_miles(200.0)));
    }
    std::size_t before = line.size();
    for (const double tolerance_nmi : {0.1, 0.5, 2.0, 8.0}) {
        const auto waypoints = simplify(line, Length::nautical_miles(tolerance_nmi), {});
        CHECK(waypoints.front() == line.front());
        CHECK(waypoints.back() == line.back());
        CHECK(strays_nmi(line, waypoints) <= tolerance_nmi * 1.005);
        CHECK(waypoints.size() < before);
        before = waypoints.size();
        // A chord of angle a strays r (1 - cos(a / 2)); points are 1 degree apart.
        const double widest_deg = 2.0 * std::acos(1.0 - tolerance_nmi / 200.0) * 180.0 / 3.14159265;
        const auto fewest = static_cast<std::size_t>(std::ceil(90.0 / std::floor(widest_deg)));
        CHECK(waypoints.size() - 1 == fewest);
    }
}

TEST_CASE("simplification: cross-track distances hold on the ellipsoid",
          "[route][simplification]") {
    // Points 0.5 nmi off a leg of 500 nmi: within 0.6 they may go, within 0.4 they must not.
    const auto from = at(75.0, 20.0);
    for (const double course : {0.0, 45.0, 90.0}) {
        const auto to = geo::geodesic_direct(from, geo::Bearing::degrees(course),
                                             Length::nautical_miles(500.0));
        const geo::GeodesicLine leg(from, to);
        std::vector<Position> line{from};
        for (int i = 1; i < 20; ++i) {
            const auto along = leg.length() * (i / 20.0);
            const auto across = geo::Bearing::degrees(leg.bearing_at(along).in_degrees() + 90.0);
            line.push_back(
                geo::geodesic_direct(leg.at(along), across, Length::nautical_miles(0.5)));
        }
        line.push_back(to);
        CHECK(simplify(line, Length::nautical_miles(0.57), {}).size() == 2);
        CHECK(strays_nmi(line, {from, to}) == Approx(0.5).margin(1e-3));
        CHECK(simplify(line, Length::nautical_miles(0.45), {}).size() > 2);
    }
}

TEST_CASE("simplification: legs that are not allowed are not made", "[route][simplification]") {
    const auto line = dense({at(75.0, 0.0), at(75.5, 10.0), at(75.0, 20.0)}, 5.0);
    // Nothing longer than 60 nmi.
    const auto allowed = [](const Position& a, const Position& b) {
        return geo::geodesic_distance(a, b).in_nautical_miles() < 60.0;
    };
    const auto waypoints = simplify(line, Length::nautical_miles(20.0), allowed);
    for (std::size_t i = 1; i < waypoints.size(); ++i) {
        CHECK(allowed(waypoints[i - 1], waypoints[i]));
    }
    CHECK(waypoints.size() >= static_cast<std::size_t>(length_nmi(line) / 60.0) + 1);
    // Where nothing is allowed, the line itself remains.
    CHECK(simplify(line, Length::nautical_miles(20.0), [](auto&&...) { return false; }) == line);
}

TEST_CASE("simplification: the cost decides how coarse it may be", "[route][simplification]") {
    const auto line = dense({at(75.0, 0.0), at(75.5, 10.0), at(75.0, 20.0), at(76.0, 30.0)}, 5.0);
    const auto length = [](std::span<const Position> waypoints) {
        return std::optional(length_nmi(waypoints));
    };
    const auto shorter =
        simplify_within_cost(line, length_nmi(line), Length::nautical_miles(5.0), 1e-3, {}, length);
    CHECK(shorter.tolerance == Length::nautical_miles(5.0));
    CHECK(shorter.cost <= length_nmi(line) * 1.001);

    // A cost that grows with each point left out needs a finer tolerance.
    const auto curved = [&] {
        std::vector<Position> bend;
        for (int i = 0; i <= 60; ++i) {
            bend.push_back(geo::geodesic_direct(at(80.0, 0.0), geo::Bearing::degrees(2.0 * i),
                                                Length::nautical_miles(150.0)));
        }
        return bend;
    }();
    const auto chord_cost = [](std::span<const Position> waypoints) {
        return std::optional(1.0 + 0.02 / static_cast<double>(waypoints.size()));
    };
    const auto finer =
        simplify_within_cost(curved, 1.0, Length::nautical_miles(5.0), 1e-3, {}, chord_cost);
    CHECK(finer.tolerance < Length::nautical_miles(5.0));
    CHECK(finer.tolerance > Length{});
    CHECK(finer.waypoints.size() >= 20);

    const auto never = simplify_within_cost(curved, 1.0, Length::nautical_miles(5.0), 1e-3, {},
                                            [](auto&&) { return std::optional<double>(); });
    CHECK(never.waypoints == curved);
    CHECK(never.tolerance == Length{});
    CHECK(never.cost == 1.0);
}

TEST_CASE("simplification: short lines come back as they are", "[route][simplification]") {
    CHECK(simplify({}, Length::nautical_miles(1.0), {}).empty());
    const std::vector<Position> one{at(90.0, 0.0)};
    CHECK(simplify(one, Length::nautical_miles(1.0), {}) == one);
    const std::vector<Position> two{at(90.0, 0.0), at(80.0, 0.0)};
    CHECK(simplify(two, Length::nautical_miles(1.0), {}) == two);
    const std::vector<Position> there_and_back{at(80.0, 0.0), at(81.0, 0.0), at(80.0, 0.0)};
    CHECK(simplify(there_and_back, Length::nautical_miles(1.0), {}) == there_and_back);
}
