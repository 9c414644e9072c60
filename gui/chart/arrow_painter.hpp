// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Wind as barbs, current as arrows, on a lattice of the plane that stays where it is while the
/// view moves.
/// Source of the barbs: WMO-No. 485, Manual on the Global Data-processing and Forecasting System:
/// half a barb 5 kn, a barb 10 kn, a pennant 50 kn, towards the wind; on the side of lower
/// pressure.

#include "gui/chart/palette.hpp"
#include "gui/chart/raster_layer.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>
#include <QPainterPath>

#include <memory>
#include <stop_token>

namespace fairlead::chart {

enum class ArrowKind {
    barbs, ///< wind, m/s
    arrows ///< current, m/s: as long as it is strong
};

/// A vector field: towards true east and north, m/s.
struct ArrowLayer {
    std::shared_ptr<const Raster> east;
    std::shared_ptr<const Raster> north;
    ArrowKind kind = ArrowKind::barbs;
    double opacity = 1.0;
};

/// @return false if stopped.
bool paint_arrows(QPainter& painter, const ArrowLayer& layer, const Viewport& view,
                  const ChartStyle& style, const std::stop_token& stop = {});

/// A barb at the origin for wind that comes from above: its lines, and its pennants to be filled.
struct Barb {
    QPainterPath lines;
    QPainterPath pennants;
};
/// @param speed_kn rounded to 5 kn; under 2.5 kn: a ring.
/// @param southern feathers to the other side.
[[nodiscard]] Barb wind_barb(double speed_kn, bool southern);

} // namespace fairlead::chart
