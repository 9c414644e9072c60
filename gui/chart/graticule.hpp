// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Parallels and meridians of a view, with the labels that stand where they leave its frame.

#include "gui/chart/viewport.hpp"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace fairlead::chart {

enum class FrameEdge { left, top, right, bottom };

struct Graticule {
    struct Line {
        QPolygonF pixels;
        QString label;
        bool is_parallel = false;
    };
    struct FrameLabel {
        FrameEdge edge = FrameEdge::top;
        double along_px = 0.0; ///< from the upper or left end of the edge
        QString text;
        bool is_parallel = false;
    };
    std::vector<Line> lines;
    std::vector<FrameLabel> frame_labels;
    double latitude_step_deg = 0.0;
    double longitude_step_deg = 0.0;
};

/// Steps are chosen so that neighbouring lines are a hand's breadth apart at the view's centre.
/// Meridians that are not a multiple of 30 degrees end at 80 degrees.
[[nodiscard]] Graticule make_graticule(const Viewport& view);

/// `75°N`, `75°30'N`, `0°`.
[[nodiscard]] QString latitude_label(double latitude_deg);
/// `105°E`, `180°`, `0°`.
[[nodiscard]] QString longitude_label(double longitude_deg);

} // namespace fairlead::chart
