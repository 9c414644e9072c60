// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Rhumb lines for an evaluation that knows geodesics only: legs divided so that geodesics follow
/// them, and the result put together again by leg. Internal to route.

#include "core/route/evaluation.hpp"

#include <cstddef>
#include <vector>

namespace fairlead::route {

[[nodiscard]] bool has_rhumb_leg(std::span<const Waypoint> waypoints);

/// A request whose legs are all geodesics.
struct DividedRequest {
    explicit DividedRequest(const EvaluationRequest& whole);
    DividedRequest(const DividedRequest&) = delete;
    DividedRequest& operator=(const DividedRequest&) = delete;

    EvaluationRequest request; ///< refers to what is below
    std::vector<Waypoint> waypoints;
    std::vector<std::optional<Instant>> leave_not_before;
    std::vector<std::optional<Speed>> leg_speed_limits;
    std::vector<std::size_t> leg_of; ///< by piece: the leg it is of
};

/// The route by the legs that were asked for. Means are over distance, as of one leg.
[[nodiscard]] Route put_together(const Route& divided, const EvaluationRequest& request,
                                 const std::vector<std::size_t>& leg_of);

} // namespace fairlead::route
