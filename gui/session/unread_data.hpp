// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Data of the open sea that could not be read when they were wanted: files may change, or go,
/// while the program runs.

#include "core/base/time.hpp"
#include "core/env/variable.hpp"
#include "core/rules/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::gui {

struct UnreadData {
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::optional<Instant> time; ///< of the slice; none: all of the variable
    std::string problem;         ///< one sentence, naming the file

    friend bool operator==(const UnreadData&, const UnreadData&) = default;
};

/// A finding each, for the list of problems.
[[nodiscard]] std::vector<rules::Finding> findings_of(const std::vector<UnreadData>& unread);

} // namespace fairlead::gui
