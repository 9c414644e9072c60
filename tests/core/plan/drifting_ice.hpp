// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A voyage whose best way differs by objective.

#include "core/plan/planner.hpp"

namespace fairlead::test {

/// Floes of up to ten tenths that drift and close: what a path over cells just gets through, the
/// line may meet shut.
[[nodiscard]] plan::PlanRequest voyage_through_drifting_ice(int seed);

} // namespace fairlead::test
