// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The sea a voyage is planned in, opened from a scenario and layers on top of it, and what is to
/// be said about it with every answer.

#include "core/base/progress.hpp"
#include "core/io/scenario_environment.hpp"
#include "core/io/scenario_file.hpp"
#include "core/plan/plan_request.hpp"
#include "core/route/provenance.hpp"
#include "core/rules/finding.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/vessel.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::plan {

struct Sea {
    std::optional<io::Scenario> scenario;
    io::LoadedEnvironment data;

    [[nodiscard]] std::string name() const; ///< for provenance and headlines
    /// What the readers assumed, corrected and doubt.
    [[nodiscard]] std::vector<rules::Finding> findings() const;
    [[nodiscard]] route::Provenance provenance() const;
    /// Everything on disk that the scenario, its layers and zones are read from.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    /// CRS, cell size and bounds of the scenario, where it gives them.
    [[nodiscard]] GridOptions grid() const;
};

/// @param extra layers on top of the scenario's. @param zones beside the scenario's.
/// @throws Error naming file, line and layer. @see io::load_environment
[[nodiscard]] Sea open_sea(std::optional<io::Scenario> scenario,
                           std::span<const io::ScenarioLayer> extra = {},
                           std::span<const io::ScenarioZone> zones = {},
                           const Progress& progress = {});

/// @throws Error (invalid_argument) where nothing says how much ice there is; or where there may be
///         some, rules or ship need its thickness, and nothing says how thick it is.
void expect_ice_data(const Sea& sea, const rules::RuleSet& rules, const vessel::Vessel& vessel);

} // namespace fairlead::plan
