// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Values of a grid to pixels of a view: affine sampling, bilinear between usable cells, colours by
/// lookup table, lines of equal value. A pixel whose nearest cell has no usable value is hatched
/// grey, never interpolated.

#include "gui/chart/palette.hpp"
#include "gui/chart/raster_layer.hpp"
#include "gui/chart/viewport.hpp"

#include <QImage>

#include <stop_token>

namespace fairlead::chart {

/// A picture of a view's size in device pixels, filled with one colour (premultiplied ARGB).
[[nodiscard]] QImage blank_image(const Viewport& view, double scale, const QColor& fill);

/// Lays a layer over a picture that is `view` at `scale` device pixels per pixel.
/// @param stop looked at in every row.
/// @return false if it was stopped; the picture is then unfinished.
/// @pre the picture is ARGB32 premultiplied or RGB32 and as large as the view.
bool paint_raster_over(QImage& image, const RasterLayer& layer, const Viewport& view, double scale,
                       const ChartStyle& style, const std::stop_token& stop = {});

/// @param scale device pixels per pixel of the view; the picture has that device pixel ratio.
/// @return the layer alone, ARGB32 premultiplied; transparent where it has nothing to show.
[[nodiscard]] QImage paint_raster(const RasterLayer& layer, const Viewport& view, double scale,
                                  const ChartStyle& style);

/// The hatch for "no data" at device pixel (x, y), as used by paint_raster and the legend.
[[nodiscard]] QRgb no_data_pixel(int x, int y, double scale, const ChartStyle& style);

} // namespace fairlead::chart
