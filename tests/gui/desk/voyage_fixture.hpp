// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A voyage with its plan, made by hand: what models and panels show, without an engine.

#include "gui/session/voyage_session.hpp"

#include <memory>

namespace fairlead::gui::test {

/// Murmansk to Pevek in August, two waypoints of the plan between. No ship of that name: nothing is
/// opened, so that tests have nothing to wait for.
[[nodiscard]] Voyage planned_voyage();

/// The line of planned_voyage() as a plan would have it, with a finding of each severity on it.
/// @param slowness stretches times and fuel; risk shrinks by it.
[[nodiscard]] Candidate candidate(const Voyage& voyage, cost::ObjectiveKind objective,
                                  double slowness);
/// Answers the voyage with a lawful no.
[[nodiscard]] Candidate refused_candidate(const Voyage& voyage, cost::ObjectiveKind objective);

/// A session of planned_voyage() with three candidates, the first of them selected, the third
/// without a route.
void open_planned(VoyageSession& session, const Voyage& voyage = planned_voyage());

} // namespace fairlead::gui::test
