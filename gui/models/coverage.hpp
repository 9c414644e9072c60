// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// How far each data set reaches in time, for the timeline.

#include "core/env/environment.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace fairlead::gui {

struct CoverageBar {
    env::Variable variable = env::Variable::sea_ice_concentration;
    QString name;   ///< of the variable
    QString source; ///< file or folder, without its path
    /// None: valid always.
    std::optional<env::Environment::Coverage> span;
    std::size_t slices = 0;
};

/// One for each layer, dated ones first; components of one vector stand once. Numbers do not count
/// as data.
[[nodiscard]] std::vector<CoverageBar> coverage_bars(const env::Environment& environment);

/// "ends 3.2 d before the voyage does", "12 slices, 2030-06-01 00:00 UTC to ...".
[[nodiscard]] QString coverage_text(const CoverageBar& bar, std::optional<Instant> arrival);

} // namespace fairlead::gui
