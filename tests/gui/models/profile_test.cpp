// SPDX-License-Identifier: Apache-2.0
#include "gui/models/profile.hpp"

#include "gui/models/coverage.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace fairlead;
using gui::Along;
using gui::Curve;
using gui::Lane;

TEST_CASE("profile: thinning keeps peaks, gaps and order", "[profile]") {
    Curve curve;
    for (int i = 0; i < 30000; ++i) {
        curve.x.push_back(i);
        curve.y.push_back(std::sin(i * 0.01));
    }
    curve.y[12345] = 50.0;
    curve.y[20000] = -50.0;
    curve.y[25000] = std::numeric_limits<double>::quiet_NaN();
    const auto thin = gui::thinned(curve, 1000);
    CHECK(thin.x.size() <= 1000);
    CHECK(thin.x.size() == thin.y.size());
    CHECK(std::is_sorted(thin.x.begin(), thin.x.end()));
    CHECK(std::count(thin.y.begin(), thin.y.end(), 50.0) == 1);
    CHECK(std::count(thin.y.begin(), thin.y.end(), -50.0) == 1);
    CHECK(std::any_of(thin.y.begin(), thin.y.end(), [](double y) { return std::isnan(y); }));
    CHECK(gui::thinned(thin, 1000).x == thin.x);
}

TEST_CASE("profile: values are read off between points, never in gaps", "[profile]") {
    const Curve curve{{0.0, 10.0, 10.0, 20.0, 30.0},
                      {0.0, 5.0, 8.0, std::numeric_limits<double>::quiet_NaN(), 1.0}};
    CHECK(*gui::value_at(curve, 4.0) == Approx(2.0));
    CHECK(*gui::value_at(curve, 0.0) == 0.0);
    CHECK(*gui::value_at(curve, 30.0) == 1.0);
    CHECK_FALSE(gui::value_at(curve, 15.0));
    CHECK_FALSE(gui::value_at(curve, 25.0));
    CHECK_FALSE(gui::value_at(curve, -1.0));
    CHECK_FALSE(gui::value_at(curve, 31.0));
    CHECK_FALSE(gui::value_at({}, 0.0));
}

TEST_CASE("profile: curves of a route against distance and time", "[profile]") {
    const auto candidate =
        gui::test::candidate(gui::test::planned_voyage(), cost::ObjectiveKind::time, 1.0);
    const auto& route = *candidate.result->route();
    const auto fuel = gui::curve_of(route, Lane::fuel, Along::distance);
    REQUIRE(fuel.x.size() == route.legs.size() + 1);
    CHECK(fuel.y.back() == Approx(route.totals.fuel_t));
    CHECK(fuel.x.back() == Approx(route.totals.distance.in_nautical_miles()));
    const auto rio = gui::curve_of(route, Lane::rio, Along::time);
    CHECK(rio.x.back() == Approx(route.totals.duration.in_hours()).margin(0.01));
    const auto depth = gui::curve_of(route, Lane::depth, Along::distance);
    CHECK(std::count_if(depth.y.begin(), depth.y.end(), [](double y) { return std::isnan(y); }) >
          0);
    const auto half = route.departure + route.totals.duration * 0.5;
    for (const auto along : {Along::distance, Along::time}) {
        const double x = gui::along_at(route, along, half);
        CHECK(std::abs(between(half, gui::instant_at(route, along, x)).in_seconds()) <= 1.0);
        CHECK(gui::instant_at(route, along, -1e6) == route.departure);
        CHECK(gui::instant_at(route, along, 1e6) == route.arrival);
    }
    CHECK(gui::curve_of(route::Route{}, Lane::ice, Along::time).x.empty());
}

TEST_CASE("profile: lanes of depth reach a few draughts, deeper water is at their edge",
          "[profile]") {
    CHECK(gui::shown_depth_m(Length::metres(9.0)) == 60.0);
    CHECK(gui::shown_depth_m(Length::metres(10.5)) == 80.0);
    CHECK(gui::shown_depth_m(Length::metres(90.0)) == 200.0);
    CHECK(gui::shown_depth_m(std::nullopt) == 100.0);
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const auto curve = gui::clipped({{0.0, 1.0, 2.0, 3.0}, {12.0, 2100.0, gap, 60.0}}, 60.0);
    CHECK(curve.y[0] == 12.0);
    CHECK(curve.y[1] == 60.0);
    CHECK(std::isnan(curve.y[2]));
    CHECK(curve.y[3] == 60.0);
}

TEST_CASE("coverage: where data end before the voyage is said", "[coverage]") {
    gui::CoverageBar bar;
    bar.name = QStringLiteral("Ice concentration");
    bar.source = QStringLiteral("ice.nc");
    bar.slices = 3;
    bar.span = {parse_instant("2000-08-10"), parse_instant("2000-08-12")};
    const auto text = gui::coverage_text(bar, parse_instant("2000-08-13T12:00"));
    CHECK(text.contains(QStringLiteral("Ends 36.0 h before the voyage does")));
    CHECK(text.contains(QStringLiteral("2000-08-10 00:00 UTC to 2000-08-12 00:00 UTC")));
    bar.span.reset();
    CHECK(gui::coverage_text(bar, {}).contains(QStringLiteral("Valid always")));
    CHECK(gui::coverage_bars(env::Environment()).empty());
}
