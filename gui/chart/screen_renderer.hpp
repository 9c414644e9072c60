// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The part of the chart that a screen keeps as a picture: sea, land, graticule, arrows. The land
/// is kept between calls, so that a step in time draws only the sea, and so is the whole.

#include "core/base/time.hpp"
#include "gui/chart/arrow_painter.hpp"
#include "gui/chart/chart_land.hpp"
#include "gui/chart/palette.hpp"
#include "gui/chart/raster_source.hpp"
#include "gui/chart/viewport.hpp"

#include <QImage>

#include <memory>
#include <stop_token>
#include <vector>

namespace fairlead::chart {

/// A field over the water.
struct SeaLayer {
    std::shared_ptr<const RasterSource> source;
    std::shared_ptr<const Palette> palette; ///< as by day
    double opacity = 1.0;
    bool hatch_gaps = false; ///< at most one layer should: the one whose absence matters
    std::vector<float> contours = {};
    friend bool operator==(const SeaLayer&, const SeaLayer&) = default;
};

/// A vector field over the water.
struct FlowLayer {
    std::shared_ptr<const RasterSource> east;
    std::shared_ptr<const RasterSource> north;
    ArrowKind kind = ArrowKind::barbs;
    double opacity = 1.0;
    friend bool operator==(const FlowLayer&, const FlowLayer&) = default;
};

/// What such a picture shows. Cheap to copy and to compare.
struct BaseContent {
    std::shared_ptr<const ChartLand> land;
    std::vector<SeaLayer> layers; ///< the last on top
    std::vector<FlowLayer> flows;
    Instant time;
    bool graticule = true;
    friend bool operator==(const BaseContent&, const BaseContent&) = default;
};

class ScreenRenderer {
  public:
    ScreenRenderer();
    ~ScreenRenderer();
    ScreenRenderer(const ScreenRenderer&) = delete;
    ScreenRenderer& operator=(const ScreenRenderer&) = delete;

    /// @param scale device pixels per pixel of the view.
    /// @return an opaque picture (RGB32) of the view; null if stopped, which takes a few
    ///         milliseconds. What was finished by then is kept for the next call.
    /// @note one call at a time, from any thread; works in two.
    [[nodiscard]] QImage render(const BaseContent& content, const Viewport& view, double scale,
                                Scheme scheme, const std::stop_token& stop = {});

  private:
    struct Kept;
    std::unique_ptr<Kept> kept_;
};

/// Whether two views show the same places at the same pixels.
[[nodiscard]] bool same_view(const Viewport& one, const Viewport& other);

} // namespace fairlead::chart
