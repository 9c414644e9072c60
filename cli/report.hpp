// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Plans and judgements as text for people: at most 100 columns, every number with its unit.

#include "core/plan/plan_result.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"
#include "core/rules/finding.hpp"

#include <string>
#include <vector>

namespace fairlead::cli {

/// Without the file it was read from.
[[nodiscard]] std::string ship_name(const route::Provenance& provenance);
/// "Murmansk to Bering Strait".
[[nodiscard]] std::string voyage_name(const route::Route& route);
/// Departure, arrival, distance, time, fuel, CO2, risk.
[[nodiscard]] std::string totals_text(const route::Route& route);
/// Cost with the bound on it in plain words.
[[nodiscard]] std::string bound_text(const route::Route& route);
/// One row a waypoint: position, course and distance of the leg that leads there, time, speed,
/// ice, risk, depth.
[[nodiscard]] std::string leg_table(const route::Route& route);
/// What the signs in the leg table mean.
[[nodiscard]] std::string leg_table_key(const route::Route& route);
[[nodiscard]] std::string provenance_text(const route::Provenance& provenance);

/// The whole answer where there is a route, and where there is none.
[[nodiscard]] std::string plan_text(const route::Route& route, const plan::PlanResult& result);
[[nodiscard]] std::string no_route_text(const std::string& voyage, Instant departure,
                                        const plan::NoRoute& answer,
                                        const plan::PlanResult& result);

} // namespace fairlead::cli
