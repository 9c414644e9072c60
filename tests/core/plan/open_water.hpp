// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A plain voyage for tests of the planner, and what may be put in its way.

#include "core/plan/planner.hpp"

#include <memory>
#include <string>
#include <vector>

namespace fairlead::test {

/// Open water everywhere, 12 kn, from 75 N 10 E to 75 N 40 E, on 1 January 2018.
[[nodiscard]] plan::PlanRequest open_water_voyage();

/// Of that speed in open water and any ice, whose power grows with the cube of speed.
[[nodiscard]] std::shared_ptr<const vessel::Vessel> cubic_vessel(double speed_kn);

/// A prohibited zone between two parallels and two meridians [degrees].
[[nodiscard]] env::Zone box(std::string name, double south, double north, double west, double east);

/// The request's environment and that zone.
[[nodiscard]] std::shared_ptr<env::Environment> with_zone(const plan::PlanRequest& request,
                                                          env::Zone zone);

/// Land between two parallels and two meridians [degrees].
[[nodiscard]] std::shared_ptr<const geo::LandIndex> island(double south, double north, double west,
                                                           double east);

/// Whether a finding of that code is among them.
[[nodiscard]] bool has(const std::vector<rules::Finding>& findings, const std::string& code);

} // namespace fairlead::test
