// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// `fairlead plan --mesh`: routes through a mesh of PolarRoute, by its own cells.

#include "cli/exit_code.hpp"
#include "cli/option_table.hpp"
#include "cli/outputs.hpp"
#include "core/base/progress.hpp"

#include <string>
#include <vector>

namespace fairlead::cli {

struct MeshPlanOptions {
    std::string mesh;
    std::string waypoints;
    std::string route_config;

    void define(OptionTable& table);
    [[nodiscard]] bool is_given() const noexcept { return !mesh.empty(); }
};

/// What `plan` was asked besides, and its options that have a meaning in a mesh.
struct MeshPlanRequest {
    const MeshPlanOptions& options;
    std::string vessel; ///< "" for the vessel that the mesh was made for
    std::string from;   ///< "" with --waypoints
    std::string to;
    std::string objective; ///< "time" if nothing was said: the route's settings may say more
    const AnswerOptions& answer;
};

/// @throws UsageError, Error
[[nodiscard]] ExitCode plan_in_mesh(const MeshPlanRequest& request, const Progress& progress);

} // namespace fairlead::cli
