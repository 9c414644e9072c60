// SPDX-License-Identifier: Apache-2.0
#include "core/study/panels.hpp"

#include "core/study/figure_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead::study {
namespace {

constexpr std::size_t greatest_panel_count = 12;

std::vector<Panel> parted(const Outcomes& outcomes, std::span<const Axis> panel_axes,
                          std::span<const Axis> series_axes) {
    std::vector<Panel> panels;
    for (const auto& [key, members] : outcomes.grouped(panel_axes)) {
        Panel panel{outcomes.label(panel_axes, key), {}};
        for (auto& [series, own] : grouped(members, series_axes)) {
            // Without an axis that varies the ship still says whose numbers these are.
            auto label = series_axes.empty()
                             ? outcomes.label(Axis::ship, own.front()->on(Axis::ship))
                             : outcomes.label(series_axes, series);
            panel.series.push_back({std::move(label), own});
        }
        panels.push_back(std::move(panel));
    }
    return panels;
}

std::size_t most_series(const std::vector<Panel>& panels) {
    std::size_t most = 0;
    for (const auto& panel : panels) {
        most = std::max(most, panel.series.size());
    }
    return most;
}

} // namespace

std::vector<Panel> panels_of(const Outcomes& outcomes, std::span<const Axis> axes) {
    return parted(outcomes, std::array{Axis::voyage}, outcomes.varying(axes));
}

DrawnPanels drawn_panels(const Outcomes& outcomes, std::span<const Axis> axes) {
    std::vector<Axis> panel_axes{Axis::voyage};
    auto series_axes = outcomes.varying(axes);
    DrawnPanels drawn{parted(outcomes, panel_axes, series_axes), ""};
    while (most_series(drawn.panels) > greatest_series_count && series_axes.size() > 1) {
        panel_axes.push_back(series_axes.back());
        series_axes.pop_back();
        drawn.panels = parted(outcomes, panel_axes, series_axes);
    }
    if (const auto most = most_series(drawn.panels); most > greatest_series_count) {
        drawn.left_out +=
            fmt::format(" Drawn are the first {} of {} series.", greatest_series_count, most);
        for (auto& panel : drawn.panels) {
            panel.series.resize(std::min(panel.series.size(), greatest_series_count));
        }
    }
    if (const auto all = drawn.panels.size(); all > greatest_panel_count) {
        drawn.left_out +=
            fmt::format(" Drawn are the first {} of {} panels.", greatest_panel_count, all);
        drawn.panels.resize(greatest_panel_count);
    }
    if (!drawn.left_out.empty()) {
        drawn.left_out += " The table has all of them.";
    }
    return drawn;
}

} // namespace fairlead::study
