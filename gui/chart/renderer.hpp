// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Draws a scene as seen in a view. Screen, print and picture share this code. Equal input gives
/// equal pixels. Safe from any thread once ensure_gui_application() has been called.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QImage>

namespace fairlead::chart {

/// Water, depth tint, ice, land and graticule: what changes only with view, time and data.
[[nodiscard]] QImage render_base(const Scene& scene, const Viewport& view, double scale,
                                 const ChartStyle& style);

/// Base and overlay (overlay.hpp). @param scale device pixels per pixel of the view, above 0.
[[nodiscard]] QImage render_map(const Scene& scene, const Viewport& view, double scale,
                                const ChartStyle& style);

} // namespace fairlead::chart
