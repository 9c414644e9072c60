// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Plots in the colours and the font of the window, numbers in the user's locale.

#include "gui/panels/plot.hpp"

namespace fairlead::gui {

/// Background, axes and grids of all axis rects; to be called again when the palette changes.
/// @param palette of the panel: that of the plot itself follows later.
void dress_plot(QCustomPlot& plot, const QPalette& palette);
/// Marks that are told apart without colour. @pre number >= 0
[[nodiscard]] QCPScatterStyle::ScatterShape series_shape(int number) noexcept;

} // namespace fairlead::gui
