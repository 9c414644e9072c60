// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The report of a voyage, for the master: chart, profile, leg table, findings, and what all of it
/// rests on. PDF/A-1b, so that it can be kept.

#include "core/base/progress.hpp"
#include "core/plan/judgement.hpp"
#include "core/plan/plan_request.hpp"
#include "gui/document/voyage.hpp"
#include "gui/session/requests.hpp"

#include <QByteArray>

#include <filesystem>
#include <memory>
#include <vector>

namespace fairlead::gui {

struct ReportInput {
    Voyage voyage;
    Surroundings surroundings;                        ///< complete
    std::shared_ptr<const plan::Judgement> judgement; ///< of the voyage's line
    std::vector<plan::Place> ports;                   ///< named on the chart where there is room
    Instant made;                                     ///< printed on every page
};

/// Takes about a second: to be called in the background.
/// @throws Error (cancelled), and from the chart's palettes. @pre the judgement has a track
[[nodiscard]] QByteArray report_bytes(const ReportInput& input, const Progress& progress = {});

/// As above; the file is whole or not there. @throws Error (io) naming the file.
void write_report(const std::filesystem::path& file, const ReportInput& input,
                  const Progress& progress = {});

} // namespace fairlead::gui
