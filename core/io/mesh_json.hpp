// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The JSON object that the command line prints for routes through a mesh: `status` ("ok", or
/// "no_route" if one of the voyages has none), `routes` (each with `from`, `to`, `status`, and
/// `reason` or totals, `waypoints` and `legs`), `findings` and `timing_ms`.

#include "core/route/mesh_route.hpp"
#include "core/rules/finding.hpp"

#include <string>
#include <utility>
#include <vector>

namespace fairlead::io {

struct MeshVoyageRecord {
    std::string from;
    std::string to;
    std::optional<route::MeshRoute> route;
    std::string reason; ///< where there is no route
};

struct MeshAnswerRecord {
    std::string objective; ///< "time", "fuel", "battery"
    std::vector<MeshVoyageRecord> voyages;
    std::vector<rules::Finding> findings;
    std::vector<std::pair<std::string, double>> timing_ms;
};

/// One object, closed by a line end.
[[nodiscard]] std::string mesh_answer_json(const MeshAnswerRecord& answer);

} // namespace fairlead::io
