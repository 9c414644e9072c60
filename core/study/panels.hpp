// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How outcomes are laid out in figures of several panels: a drawing for each voyage, in it a
/// series for each ship, objective and so on.

#include "core/study/outcomes.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fairlead::study {

struct PanelSeries {
    std::string label;
    std::vector<const Outcome*> outcomes;
};

struct Panel {
    std::string title; ///< the voyage, and what else the panels differ in
    std::vector<PanelSeries> series;
};

/// All voyages with all series, in the order of the study. @param axes that series differ in.
[[nodiscard]] std::vector<Panel> panels_of(const Outcomes& outcomes, std::span<const Axis> axes);

/// What is drawn: as many series in a panel as can be told apart. Where there are more, the last
/// of the axes part panels instead of series.
struct DrawnPanels {
    std::vector<Panel> panels;
    std::string left_out; ///< a sentence of what is not drawn; "" if all is
};
[[nodiscard]] DrawnPanels drawn_panels(const Outcomes& outcomes, std::span<const Axis> axes);

} // namespace fairlead::study
