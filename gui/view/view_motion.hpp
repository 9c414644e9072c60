// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// How a view moves: pure functions from view to view. Scales and centres stay within limits.

#include "gui/chart/viewport.hpp"

#include <QPointF>

namespace fairlead::gui {

inline constexpr double closest_metres_per_pixel = 2.0;
inline constexpr double farthest_metres_per_pixel = 16000.0;

/// What lay at a pixel lies at pixel + by.
[[nodiscard]] chart::Viewport panned(const chart::Viewport& view, QPointF by);
/// Larger by `factor` (above 0); what lies at `anchor` stays there.
[[nodiscard]] chart::Viewport zoomed(const chart::Viewport& view, double factor, QPointF anchor);
/// Turned clockwise on the screen about its middle to `rotation`.
[[nodiscard]] chart::Viewport turned_to(const chart::Viewport& view, Angle rotation);
/// North at the middle of the view up; as it is where the middle is a pole.
[[nodiscard]] chart::Viewport north_up(const chart::Viewport& view);
/// The same middle and scale in another size.
[[nodiscard]] chart::Viewport resized(const chart::Viewport& view, chart::PixelSize size);
/// The same pixels with `margin` more on each side.
[[nodiscard]] chart::Viewport widened(const chart::Viewport& view, int margin_px);
/// On the way from one view to another of the same size. @param share [0, 1]
[[nodiscard]] chart::Viewport between(const chart::Viewport& from, const chart::Viewport& to,
                                      double share);
/// Whether all that `inner` shows lies in `outer`, which is neither much coarser nor much finer.
[[nodiscard]] bool covers(const chart::Viewport& outer, const chart::Viewport& inner);

} // namespace fairlead::gui
