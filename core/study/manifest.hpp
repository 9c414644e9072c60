// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The list of routes that a study file stands for: its axes crossed, in an order that depends on
/// the file alone.

#include "core/io/study_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace fairlead::study {

/// What its routes share but for the departure: positions in the axes of the file.
struct Group {
    std::size_t scenario = 0;
    std::size_t voyage = 0;
    std::size_t ship = 0;
    std::size_t objective = 0;
    std::size_t rules = 0;
};

struct RouteSpec {
    std::size_t number = 0; ///< from 1
    /// 16 hexadecimal digits of what is asked; a route that two studies ask has the same in both.
    std::string id;
    std::size_t group = 0;
    Instant departure;
};

struct Manifest {
    io::StudyFile file;
    std::vector<Group> groups;     ///< those with a route
    std::vector<RouteSpec> routes; ///< group after group, rising departures in each
};

/// Scenario after scenario, in each voyage after voyage, then ships, objectives, rules, departures.
/// @throws Error (invalid_argument) if nothing is left by skips, or a sample asks for more routes
///         than there are.
[[nodiscard]] Manifest make_manifest(io::StudyFile file);

/// Rows number, id, scenario, voyage, ship, objective, rules, departure under a head; RFC 4180.
[[nodiscard]] std::string manifest_csv(const Manifest& manifest);

/// The routes that shard `index` of `count` plans: whole groups dealt out as evenly as they go, and
/// where there are fewer groups than shards, parts of groups.
/// @pre 1 <= index <= count
[[nodiscard]] std::vector<std::size_t> shard_of(const Manifest& manifest, std::size_t index,
                                                std::size_t count);

} // namespace fairlead::study
