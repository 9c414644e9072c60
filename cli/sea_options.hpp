// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The options that plan, check and sample share: which sea, which rules, which coastline.

#include "cli/option_table.hpp"
#include "core/base/progress.hpp"
#include "core/env/variable.hpp"
#include "core/geo/gazetteer.hpp"
#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/sea.hpp"
#include "core/rules/rule_set.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::cli {

struct SeaOptions {
    std::string scenario;
    std::vector<std::string> layers;
    std::vector<std::string> zones;
    std::string beyond_data; ///< "": as the scenario says, or refuse
    std::optional<int> fill_coast_cells;
    std::string fill_pole_hole;
    std::string rules = "polaris,ukc,zones";
    std::string coastline = "gshhg";

    void define(OptionTable& table);
};

/// VARIABLE, or VARIABLE[UNIT] for files that do not say theirs.
struct VariableWords {
    env::Variable variable;
    std::string unit; ///< "" if not said
};
/// @throws UsageError for a bracket that is not closed or holds nothing; Error for a variable that
///         is unknown or cannot have the unit.
[[nodiscard]] VariableWords parse_variable(const std::string& text, const std::string& option);

/// @throws UsageError if neither a scenario nor a layer is given; Error for what is in them.
[[nodiscard]] plan::Sea open_sea(const SeaOptions& options, const Progress& progress);

/// @throws UsageError for a word that names no rule.
[[nodiscard]] std::shared_ptr<const rules::RuleSet> make_rules(const std::string& list);

/// Null for "none".
[[nodiscard]] std::shared_ptr<const geo::LandIndex> open_land(const SeaOptions& options,
                                                              const geo::Projection& plane);

/// The places of data_folder()/ports.
[[nodiscard]] geo::Gazetteer ports();

/// A port by name, or a position as text.
/// @throws Error naming the option and what may be meant.
[[nodiscard]] plan::Place find_place(const geo::Gazetteer& gazetteer, const std::string& text,
                                     const std::string& option);

} // namespace fairlead::cli
