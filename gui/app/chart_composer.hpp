// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the chart shows of a session: its line, candidates, places, zones and problems.

#include "core/geo/gazetteer.hpp"
#include "gui/session/chart_layers.hpp"
#include "gui/session/voyage_session.hpp"
#include "gui/view/chart_content.hpp"

#include <vector>

namespace fairlead::gui {

/// The hemisphere of the voyage; the north where it does not say.
[[nodiscard]] geo::Projection chart_plane(const Voyage& voyage);

/// Findings that belong on the chart, in the order of the problems panel: those with a place, of
/// some weight, not accepted.
[[nodiscard]] std::vector<rules::Finding> charted_findings(const VoyageSession& session);

/// Everything but the base, which is made elsewhere.
[[nodiscard]] ChartContent compose_chart(const VoyageSession& session, const ChartLayers& layers,
                                         const geo::Gazetteer& gazetteer);

/// The ship at the cursor. Nothing without a judged line.
[[nodiscard]] std::optional<ShipMark> ship_mark(const VoyageSession& session, Instant time);

} // namespace fairlead::gui
