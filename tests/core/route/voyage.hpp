// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Voyages along the meridian 45 W to be judged by route::evaluate: the sea, the ship, what lies in
/// the way, and what must hold for every answer.

#include "core/geo/geodesic.hpp"
#include "core/geo/land_index.hpp"
#include "core/route/evaluation.hpp"
#include "tests/support/formula_layer.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace fairlead::test {

/// A sea made of layers, the ship of the oracles and what a voyage through it comes to.
struct Voyage {
    env::Environment environment;
    std::shared_ptr<const vessel::Vessel> ship = constant_speed_vessel(10.0);
    std::shared_ptr<const rules::RuleSet> rules = zones_only();
    std::vector<route::Waypoint> waypoints;
    route::EvaluationRequest request;

    explicit Voyage(const std::vector<geo::Position>& places) {
        for (const geo::Position& place : places) {
            waypoints.push_back({place, ""});
        }
        request.departure = parse_instant("2018-07-15T00:00Z");
    }
    explicit Voyage(const OracleScenario& scenario, const std::vector<geo::Position>& places)
        : environment(*scenario.environment), ship(scenario.vessel), rules(scenario.rules) {
        for (const geo::Position& place : places) {
            waypoints.push_back({place, ""});
        }
        request.departure = scenario.departure;
    }

    void add_constant(env::Variable variable, double value) {
        environment.add(constant_layer(variable, value));
    }

    /// Values of the plane of EPSG:3413, one slice per time; no time: valid always.
    void add_field(env::Variable variable, const env::RasterGeometry& raster,
                   const std::vector<Instant>& times, const NodeFormula& value) {
        environment.add(formula_layer(variable, raster, times, value));
    }

    route::Evaluation sail(const geo::LandIndex* land = nullptr) {
        request.waypoints = waypoints;
        const cost::TransitModel model(*ship, *rules);
        return route::evaluate(environment, model, land, request);
    }
};

inline Voyage open_water(const std::vector<geo::Position>& places) {
    Voyage voyage(places);
    voyage.add_constant(env::Variable::sea_ice_concentration, 0.0);
    return voyage;
}

inline geo::Position at(double latitude_deg, double longitude_deg) {
    return geo::Position::degrees(latitude_deg, longitude_deg);
}

/// A place on the meridian 45 W, so far north of 72 N.
inline geo::Position north_of_72(double distance_nmi) {
    return geo::geodesic_direct(at(72.0, -45.0), geo::Bearing::degrees(0.0),
                                Length::nautical_miles(distance_nmi));
}

/// Between two distances of that meridian, 10 degrees to either side.
inline env::Zone belt(double from_nmi, double to_nmi) {
    std::vector<geo::Position> ring;
    for (double off = -10.0; off <= 10.0; off += 1.0) {
        ring.push_back(at(north_of_72(from_nmi).latitude_deg(), -45.0 + off));
    }
    for (double off = 10.0; off >= -10.0; off -= 1.0) {
        ring.push_back(at(north_of_72(to_nmi).latitude_deg(), -45.0 + off));
    }
    return {"belt", geo::Region({ring}), std::nullopt, std::nullopt, std::nullopt, "tests"};
}

/// An island on that meridian, 5 nmi from south to north and 3 degrees wide.
inline geo::LandIndex island_at(double from_nmi) {
    const double low = north_of_72(from_nmi).latitude_deg();
    const double high = north_of_72(from_nmi + 5.0).latitude_deg();
    const std::vector<geo::LandPolygon> land{
        {{at(low, -46.5), at(low, -45.0), at(low, -43.5), at(high, -43.5), at(high, -46.5)}, {}}};
    return {land, geo::Projection::polar_north(), "test island"};
}

inline const rules::Finding* find(const route::Evaluation& evaluation, const std::string& code) {
    const auto found = std::find_if(evaluation.findings.begin(), evaluation.findings.end(),
                                    [&](const auto& finding) { return finding.code == code; });
    return found == evaluation.findings.end() ? nullptr : &*found;
}

/// Legs add up to the totals; the track goes forward in time and in steps of at most 10 km.
inline void check_whole(const route::Evaluation& evaluation) {
    const route::Route& route = evaluation.route;
    REQUIRE(route.waypoints.size() == route.legs.size() + 1);
    double fuel_t = 0.0;
    Length distance;
    for (const route::Leg& leg : route.legs) {
        fuel_t += leg.fuel_t;
        distance += leg.distance;
    }
    CHECK(fuel_t == Approx(route.totals.fuel_t).margin(1e-9));
    CHECK(distance.in_metres() == Approx(route.totals.distance.in_metres()).margin(1e-6));
    CHECK(std::abs(between(route.departure, route.arrival).in_seconds() -
                   route.totals.duration.in_seconds()) <= 1.0);
    for (std::size_t i = 1; i < route.track.size(); ++i) {
        CHECK(route.track[i].time >= route.track[i - 1].time);
        CHECK(route.track[i].distance_nmi - route.track[i - 1].distance_nmi <= 10.0 / 1.852);
    }
}

} // namespace fairlead::test
