// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a route file can hold, whatever its format: the waypoints, and, where the route has been
/// planned or judged by Fairlead, everything known about it.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"
#include "core/rules/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

struct RoutePoint {
    geo::Position position;
    std::string name;            ///< "" where it has none
    std::optional<Instant> time; ///< arrival; at the first point departure
    /// The ship lies here until then by intention, though the way ahead may be open.
    std::optional<Instant> leave_not_before;
    std::optional<Speed> speed; ///< over ground on the leg that leads here; none at the first point
};

/// Speeds that a file may give for a leg: at rest to 100 kn.
[[nodiscard]] inline bool is_possible_speed(double knots) {
    return knots >= 0.0 && knots <= 100.0;
}

struct RouteDocument {
    std::string name;               ///< for people: "Murmansk to Bering Strait"
    std::vector<RoutePoint> points; ///< at least 2, joined by geodesics
    /// Totals, legs and waits; legs.size() + 1 == points.size(). None for a route that was only
    /// read.
    std::optional<route::Route> route;
    std::vector<rules::Finding> findings;
    std::optional<route::Provenance> provenance;
};

/// The document of a route that Fairlead made or judged; its name is that of its two ends.
[[nodiscard]] RouteDocument document_of(const route::Route& route,
                                        std::vector<rules::Finding> findings,
                                        route::Provenance provenance);

} // namespace fairlead::io
