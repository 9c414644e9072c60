// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A field of the environment as a raster of the chart's plane, at one instant or "as met": each
/// place at about the time the ship is nearest to it, so that the ice under the line is the ice
/// that the ship meets.

#include "core/base/time.hpp"
#include "core/env/environment.hpp"
#include "core/geo/position.hpp"
#include "gui/chart/raster_layer.hpp"
#include "gui/chart/viewport.hpp"

#include <span>

namespace fairlead::chart {

/// Where the ship is when.
struct TimedPlace {
    geo::Position position;
    Instant time;
};

struct EnvironmentRaster {
    Raster raster; ///< NaN where the data have nothing, or the view does not reach
    /// Somewhere, perhaps on land, the data hold the place without a value and a constant stands in
    /// for it (env::Quality::stood_in). Such places are NaN, for nobody saw that value there.
    bool has_stood_in = false;
};

/// @param voyage one place: that instant everywhere. Several, in order of time: each place at the
///        mean of the voyage's times weighted by the inverse fourth power of the distance (Shepard
///        1968, doi:10.1145/800186.810616), which is exact on the line and smooth away from it.
/// @throws Error from a reader, naming the file. @pre voyage is not empty
[[nodiscard]] EnvironmentRaster sample_environment(const env::Environment& environment,
                                                   env::Variable variable, const Viewport& view,
                                                   std::span<const TimedPlace> voyage);

} // namespace fairlead::chart
