// SPDX-License-Identifier: Apache-2.0
#include "core/study/panels.hpp"

#include "core/study/figure_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead::study {
namespace {

constexpr std::size_t greatest_panel_count = 12;

} // namespace

std::vector<Panel> panels_of(const Outcomes& outcomes, std::span<const Axis> axes) {
    const auto varying = outcomes.varying(axes);
    std::vector<Panel> panels;
    for (const auto& [voyage, members] : outcomes.grouped(std::array{Axis::voyage})) {
        Panel panel{outcomes.label(Axis::voyage, voyage.front()), {}};
        for (auto& [key, own] : grouped(members, varying)) {
            // Without an axis that varies the ship still says whose numbers these are.
            auto label = varying.empty() ? outcomes.label(Axis::ship, own.front()->on(Axis::ship))
                                         : outcomes.label(varying, key);
            panel.series.push_back({std::move(label), own});
        }
        panels.push_back(std::move(panel));
    }
    return panels;
}

DrawnPanels drawn_of(std::vector<Panel> panels) {
    DrawnPanels drawn;
    std::size_t most_series = 0;
    for (auto& panel : panels) {
        most_series = std::max(most_series, panel.series.size());
        panel.series.resize(std::min(panel.series.size(), greatest_series_count));
    }
    if (most_series > greatest_series_count) {
        drawn.left_out += fmt::format(" Drawn are the first {} of {} series.",
                                      greatest_series_count, most_series);
    }
    if (panels.size() > greatest_panel_count) {
        drawn.left_out += fmt::format(" Drawn are the first {} of {} voyages.",
                                      greatest_panel_count, panels.size());
        panels.resize(greatest_panel_count);
    }
    if (!drawn.left_out.empty()) {
        drawn.left_out += " The table has all of them.";
    }
    drawn.panels = std::move(panels);
    return drawn;
}

} // namespace fairlead::study
