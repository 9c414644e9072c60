// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a route is to be good by, from the command line.

#include "cli/option_table.hpp"
#include "core/cost/objective.hpp"

#include <string>

namespace fairlead::cli {

struct ObjectiveOptions {
    std::string objective; ///< "": not given, which is time
    std::string prices;
    std::string cost_model;

    void define(OptionTable& table);
    /// @throws UsageError for an unknown word, for money without prices and prices without money,
    ///         and for a cost model beside either; Error for a cost model that is wrong.
    [[nodiscard]] cost::Objective parse() const;
};

} // namespace fairlead::cli
