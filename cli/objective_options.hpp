// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a route is to be good by, from the command line.

#include "cli/option_table.hpp"
#include "core/cost/objective.hpp"

#include <string>

namespace fairlead::cli {

struct ObjectiveOptions {
    std::string objective = "time";
    std::string prices;

    void define(OptionTable& table);
    /// @throws UsageError for an unknown word, for money without prices and prices without money;
    ///         Error (unsupported) for an expression.
    [[nodiscard]] cost::Objective parse() const;
};

} // namespace fairlead::cli
