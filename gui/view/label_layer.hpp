// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Words on the chart, laid out and painted once for a rendered view: while the view moves they
/// stay with their places.

#include "gui/view/chart_content.hpp"

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QString>

#include <vector>

namespace fairlead::gui {

class LabelLayer {
  public:
    LabelLayer() = default;
    /// Lays out names of places, ports, zones, waypoints and the numbers of problems.
    /// @param view of the picture, for the graticule. @param seen where words have room
    /// @pre ensure_gui_application() has been called, or a QGuiApplication lives.
    LabelLayer(const ChartContent& content, const chart::Viewport& view,
               const chart::Viewport& seen, double scale, const chart::ChartStyle& style);

    /// Leaders and labels where their places are in `view`.
    void paint(QPainter& painter, const chart::Viewport& view) const;
    /// Names of parallels and meridians where they leave `view`, but not in `kept_free`.
    void paint_frame(QPainter& painter, const chart::Viewport& view,
                     const std::vector<QRectF>& kept_free) const;

    [[nodiscard]] std::size_t label_count() const noexcept { return labels_.size(); }

  private:
    struct Label {
        QImage image;
        geo::PlanePoint anchor;
        QPointF offset; ///< from the anchor to the image's upper left corner
    };
    struct GraticuleLine {
        std::vector<geo::PlanePoint> points;
        QImage name;
        bool is_parallel = false;
    };
    void add_graticule(const chart::Viewport& view, double scale, const chart::ChartStyle& style);

    std::vector<Label> labels_;
    std::vector<GraticuleLine> graticule_;
};

/// The voyage of a content as a scene, for what screen and picture share.
[[nodiscard]] chart::Scene label_scene(const ChartContent& content);

} // namespace fairlead::gui
