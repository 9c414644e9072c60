// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A route as curves along its way: what profile plots draw, thin enough to draw at once.

#include "core/route/route.hpp"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace fairlead::gui {

enum class Lane { ice, thickness, rio, speed, fuel, depth };
inline constexpr std::array<Lane, 6> all_lanes{Lane::ice,   Lane::thickness, Lane::rio,
                                               Lane::speed, Lane::fuel,      Lane::depth};
[[nodiscard]] QString lane_text(Lane lane); ///< with its unit

/// What the curves run against: nautical miles or hours from the departure.
enum class Along { distance, time };

struct Curve {
    std::vector<double> x; ///< does not fall
    std::vector<double> y; ///< NaN: not known, a gap
};

/// @return empty for a route without a track. Fuel is cumulated, exact at waypoints and even
/// between them.
[[nodiscard]] Curve curve_of(const route::Route& route, Lane lane, Along along);

/// How deep lanes of depth reach: a few draughts, for what lies deeper is no matter to a keel, and
/// would leave no room for what does. @param draught none: not known
[[nodiscard]] double shown_depth_m(const std::optional<Length>& draught);
/// The same curve, what lies above `most` brought there; gaps stay.
[[nodiscard]] Curve clipped(Curve curve, double most);

/// At most `most` points of which each bucket keeps its least and greatest value and its gaps:
/// peaks stay. @pre most >= 4
[[nodiscard]] Curve thinned(const Curve& curve, std::size_t most);

/// Linear between points; nothing outside and in gaps.
[[nodiscard]] std::optional<double> value_at(const Curve& curve, double x);

/// The x of an instant on the route, and back. Clamped to the route.
[[nodiscard]] double along_at(const route::Route& route, Along along, Instant time);
[[nodiscard]] Instant instant_at(const route::Route& route, Along along, double x);

} // namespace fairlead::gui
