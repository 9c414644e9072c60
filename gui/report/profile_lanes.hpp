// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the ship meets along the route, one lane above the other over the distance sailed: ice,
/// Risk Index Outcome with the limits of POLARIS, speed, depth.

#include "core/route/route.hpp"
#include "gui/chart/palette.hpp"

#include <QPainter>
#include <QRectF>

#include <optional>

namespace fairlead::gui {

struct ProfileOptions {
    bool with_rio = true;          ///< POLARIS was applied
    bool is_polar_class = true;    ///< PC 1 to PC 7: may work at elevated risk
    std::optional<Length> draught; ///< a line in the lane of depths
};

/// @param unit of a point in the painter's units.
/// @pre the route has a track
void paint_profile(QPainter& painter, const QRectF& box, double unit, const route::Route& route,
                   const ProfileOptions& options, const chart::ChartStyle& style);

} // namespace fairlead::gui
