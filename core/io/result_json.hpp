// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The JSON object that the command line prints with --json. Keys and their order are a contract
/// with programs: docs/user-guide.md lists them. Bytes depend on nothing but the values.

#include "core/io/route_document.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairlead::io {

/// The answer where there is no route.
struct NoRouteAnswer {
    std::string reason;
    std::optional<geo::Position> farthest;
    std::optional<Instant> farthest_time;
    Length farthest_remaining;
    std::vector<std::string> account;
    std::vector<rules::Finding> blocking;
    std::vector<std::string> remedies;
};

struct ResultDocument {
    std::string status; ///< "ok", "no_route", "bad_input"
    std::string error;  ///< the sentence, for "bad_input" only
    std::vector<route::Route> routes;
    std::optional<NoRouteAnswer> no_route;
    std::vector<rules::Finding> findings;
    std::optional<route::Provenance> provenance;
    /// Name and milliseconds, in order: the one part that differs from run to run.
    std::vector<std::pair<std::string, double>> timing_ms;
};

/// One object, closed by a line end.
[[nodiscard]] std::string result_json(const ResultDocument& result);

} // namespace fairlead::io
