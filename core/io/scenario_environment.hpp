// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The environment of a scenario: its layers and zones opened and stacked. Slices of data are read
/// later, when first wanted.

#include "core/base/progress.hpp"
#include "core/env/environment.hpp"
#include "core/io/scenario_file.hpp"
#include "core/route/provenance.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::io {

struct LoadedEnvironment {
    std::shared_ptr<env::Environment> environment;
    std::vector<route::DataSource> sources;
    std::vector<std::filesystem::path> files; ///< on disk, that layers and zones are read from
    std::vector<std::string> notes;           ///< what was converted, corrected, filled, assumed
    std::vector<std::string> warnings;        ///< gaps, doubts
};

/// @param scenario null for none. A relative source is looked for beside the scenario file, then
///                 in built_data_folder().
/// @param extra    layers on top of the scenario's, sources relative to the working folder.
/// @param zones    beside the scenario's, sources relative to the working folder.
/// @throws Error naming file, line and layer.
[[nodiscard]] LoadedEnvironment load_environment(const Scenario* scenario,
                                                 std::span<const ScenarioLayer> extra,
                                                 std::span<const ScenarioZone> zones = {},
                                                 const Progress& progress = {});

} // namespace fairlead::io
