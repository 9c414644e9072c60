// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Draws a scene as seen in a view. Screen, print and picture share this code. Equal input gives
/// equal pixels. Safe from any thread once ensure_gui_application() has been called.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QImage>

#include <cstddef>
#include <limits>
#include <span>
#include <stop_token>

namespace fairlead::chart {

/// Water and the rasters on it. @return a null image if stopped, which is looked at in every row.
[[nodiscard]] QImage render_sea(std::span<const RasterLayer> rasters, const Viewport& view,
                                double scale, const ChartStyle& style,
                                const std::stop_token& stop = {});

/// Land and graticule: to be laid over the sea. Leaves `image` unfinished and returns false if
/// stopped, which is looked at for every ring.
/// @param land null: none is drawn. @pre image is as large as the view
bool render_land(QImage& image, const ChartLand* land, bool with_graticule, const Viewport& view,
                 double scale, const ChartStyle& style, const std::stop_token& stop = {});

/// Water, rasters, land and graticule: what changes only with view, time and data.
[[nodiscard]] QImage render_base(const Scene& scene, const Viewport& view, double scale,
                                 const ChartStyle& style);

/// Base and overlay (overlay.hpp). @param scale device pixels per pixel of the view, above 0.
/// @param note_count only that many of the scene's notes are shown, the first ones: a number on the
///        map without its sentence in the panel would say nothing.
[[nodiscard]] QImage render_map(const Scene& scene, const Viewport& view, double scale,
                                const ChartStyle& style,
                                std::size_t note_count = std::numeric_limits<std::size_t>::max());

} // namespace fairlead::chart
