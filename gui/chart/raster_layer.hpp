// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Values over the chart's plane, and how they are shown.

#include "core/geo/grid.hpp"
#include "gui/chart/palette.hpp"

#include <memory>
#include <string>
#include <vector>

namespace fairlead::chart {

/// Values on a regular grid of the chart's plane.
struct Raster {
    geo::GridGeometry grid;
    std::vector<float> values; ///< cell_count() of them; NaN: nothing usable there
};

struct RasterLayer {
    std::shared_ptr<const Raster> raster;
    std::shared_ptr<const Palette> palette;
    std::string title;      ///< legend heading; "" takes the palette's
    std::string data_date;  ///< e.g. "15 Jul 2018 12:00Z"; "" if it has none
    double opacity = 1.0;   ///< [0, 1]
    bool hatch_gaps = true; ///< unusable cells and all outside the grid are drawn as "no data"
    std::string gap_label = "no data"; ///< what the legend calls them
    /// Values at which a line is drawn, e.g. the depth that a ship needs.
    std::vector<float> contours = {};
};

} // namespace fairlead::chart
