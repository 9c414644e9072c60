// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a route file can hold, whatever its format: the waypoints, and, where the route has been
/// planned or judged by Fairlead, everything known about it.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"
#include "core/geo/region.hpp"
#include "core/io/rtz_parts.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"
#include "core/rules/finding.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

struct RoutePoint {
    geo::Position position;
    std::string name;            ///< "" where it has none
    std::optional<Instant> time; ///< arrival; at the first point departure
    /// The ship lies here until then by intention, though the way ahead may be open.
    std::optional<Instant> leave_not_before;
    std::optional<Speed> speed; ///< over ground on the leg that leads here; none at the first point
    /// The line of the leg that leads here; without meaning at the first point.
    geo::EdgeKind line = geo::EdgeKind::geodesic;
    RtzPoint rtz{};
};

/// Speeds that a file may give for a leg: at rest to 100 kn.
[[nodiscard]] inline bool is_possible_speed(double knots) {
    return knots >= 0.0 && knots <= 100.0;
}

struct RouteDocument {
    std::string name;               ///< for people: "Murmansk to Bering Strait"
    std::vector<RoutePoint> points; ///< at least 2
    /// Totals, legs and waits; legs.size() + 1 == points.size(). None for a route that was only
    /// read.
    std::optional<route::Route> route;
    std::vector<rules::Finding> findings;
    std::optional<route::Provenance> provenance;
    /// What else an RTZ file said. Its schedules are written back as they are; without any, the
    /// times of the points make one.
    std::optional<RtzDetails> rtz;
    /// What a reader passed over or took in one of two ways: sentences for people.
    std::vector<std::string> remarks;
};

/// Carries over what the RTZ file said that a route was read from, but its schedules: the judged
/// route has times of its own. Nothing is done for a route of other waypoints.
void keep_rtz(const RouteDocument& read, RouteDocument& judged);

/// The line as the ship sails it: the points, and between those that a rhumb line joins so many
/// places on it that geodesics between them follow it within metres.
[[nodiscard]] std::vector<geo::Position> sailed_line(std::span<const RoutePoint> points);
/// "geodesic" or "rhumb_line", as files name it.
[[nodiscard]] const char* leg_line_name(geo::EdgeKind line) noexcept;
/// None for another name; "" is a geodesic.
[[nodiscard]] std::optional<geo::EdgeKind> leg_line_named(std::string_view name) noexcept;
/// How many legs are rhumb lines.
[[nodiscard]] std::size_t rhumb_leg_count(const RouteDocument& document);

/// The document of a route that Fairlead made or judged; its name is that of its two ends.
[[nodiscard]] RouteDocument document_of(const route::Route& route,
                                        std::vector<rules::Finding> findings,
                                        route::Provenance provenance);

} // namespace fairlead::io
