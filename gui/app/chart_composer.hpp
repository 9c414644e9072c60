// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the chart shows of a session: its line, candidates, places, zones and problems.

#include "core/geo/gazetteer.hpp"
#include "gui/session/chart_layers.hpp"
#include "gui/session/voyage_session.hpp"
#include "gui/view/chart_content.hpp"

#include <QPalette>

#include <cstddef>
#include <vector>

namespace fairlead::gui {

/// The hemisphere of the voyage; the north where it does not say.
[[nodiscard]] geo::Projection chart_plane(const Voyage& voyage);

/// Findings that belong on the chart, in the order of the problems panel: those with a place, of
/// some weight, not accepted.
[[nodiscard]] std::vector<rules::Finding> charted_findings(const VoyageSession& session);

/// Everything but the base, which is made elsewhere.
/// @param palette of the window, whose tables and plots show candidates in the same colours.
[[nodiscard]] ChartContent compose_chart(const VoyageSession& session, const ChartLayers& layers,
                                         const geo::Gazetteer& gazetteer, const QPalette& palette);

/// How a candidate is told from the others. @pre it exists
[[nodiscard]] RouteKey candidate_key(std::size_t candidate, const QPalette& palette);

/// The ship at the cursor. Nothing without a judged line.
[[nodiscard]] std::optional<ShipMark> ship_mark(const VoyageSession& session, Instant time);

} // namespace fairlead::gui
