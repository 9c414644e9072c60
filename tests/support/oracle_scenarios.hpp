// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Voyages whose best time is known in closed form. The planar ones live in EPSG:3413: the speed
/// (and current) of the plane is given by a formula and divided by the map's scale factor, so that
/// a track of the plane takes exactly its planar time, however the earth is curved.

#include "core/env/environment.hpp"
#include "core/geo/grid.hpp"
#include "core/geo/projection.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/vessel.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::test {

struct OracleScenario {
    std::string name;
    std::shared_ptr<const env::Environment> environment;
    std::shared_ptr<const vessel::Vessel> vessel;
    std::shared_ptr<const rules::RuleSet> rules;
    geo::Position from;
    geo::Position to;
    Instant departure;
    double expected_h = 0.0;          ///< duration of the best voyage, waiting included
    double tolerance = 1e-3;          ///< relative, of the product's answer
    std::vector<geo::Position> crude; ///< a track that can be sailed but is far from the best
    geo::GridGeometry grid;           ///< of the plane, large enough for the best track
};

/// A ship of constant speed in any ice, that burns 1 t/h under way and 0.1 t/h at rest.
[[nodiscard]] std::shared_ptr<const vessel::Vessel> constant_speed_vessel(double speed_kn);
/// Zones count, nothing else does.
[[nodiscard]] std::shared_ptr<const rules::RuleSet> zones_only();

/// Two media, 12 kn and 5 kn, with a straight edge half way between two places 100 nmi apart
/// across it and 100 nmi along it. Fermat: minimise hypot(x, 50)/12 + hypot(100 - x, 50)/5, which
/// is least where sin(a)/12 = sin(b)/5 (Snell); by bisection 18.630101 h.
[[nodiscard]] OracleScenario refraction_at_ice_edge();

/// Speed linear in one coordinate, v = 6 + 0.05 y [kn, nmi]. Rays are arcs of circles, and
/// T = arcosh(1 + g^2 d^2 / (2 v1 v2)) / g with the gradient g. Source: e.g. J. A. Sethian,
/// "Level set methods and fast marching methods", and any text on ray tracing in a medium of
/// constant velocity gradient.
[[nodiscard]] OracleScenario linear_speed_field();

/// A ship of 8 kn in a current of 3 kn across and 1.5 kn against: the track is straight and
/// |d - u T| = w T, so T = (-d.u + sqrt((d.u)^2 + (w^2 - u^2) d^2)) / (w^2 - u^2).
[[nodiscard]] OracleScenario uniform_current();

/// Speed 1.2 sqrt(y) [kn, nmi] between two points of the cycloid x = a (p - sin p),
/// y = a (1 - cos p): the brachistochrone, T = sqrt(2 a) / 1.2 (p2 - p1).
[[nodiscard]] OracleScenario cycloid();

/// Constant 12 kn from Svalbard to the Bering Strait side of the Arctic Ocean, past the pole: the
/// best track is the geodesic. Tolerance 0.05 %.
[[nodiscard]] OracleScenario great_circle();

/// 100 nmi, a prohibited belt of 10 nmi until 20 h after departure, 100 nmi, at 10 kn: reach the
/// belt after 10 h, wait 10 h, go on for 11 h: 31 h. The belt is too long to sail around in that
/// time.
[[nodiscard]] OracleScenario opening_barrier();

/// A hill of heavy ice between two places, turned about the pole by any longitude: the duration
/// (expected_h is 0: not known in closed form) must not depend on it.
[[nodiscard]] OracleScenario turned_hill(double longitude_deg);

/// All but the turned hill.
[[nodiscard]] std::vector<OracleScenario> closed_form_oracles();

} // namespace fairlead::test
