// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/renderer.hpp"

#include "gui/chart/graticule.hpp"
#include "gui/chart/line_thinning.hpp"
#include "gui/chart/overlay.hpp"
#include "gui/chart/raster_painter.hpp"

#include "core/base/contract.hpp"

#include <QPainterPath>

#include <cmath>

namespace fairlead::chart {

namespace {

constexpr double coast_px = 0.9;
constexpr double seam_px = 1.2;
constexpr double graticule_px = 0.8;

bool paint_land(QPainter& painter, const ChartLand& land, const Viewport& view, double scale,
                const ChartStyle& style, const std::stop_token& stop) {
    // One call per ring: the scan converter sorts all edges of a path, so one path of all rings
    // costs several times as much.
    const std::vector<ChartLand::ScreenPolygon> polygons = land.on_screen(view, scale, stop);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.land);
    for (const ChartLand::ScreenPolygon& polygon : polygons) {
        if (stop.stop_requested()) {
            return false;
        }
        if (polygon.holes.empty()) {
            painter.drawPolygon(polygon.outer);
            continue;
        }
        QPainterPath path;
        path.addPolygon(polygon.outer);
        path.closeSubpath();
        for (const QPolygonF& hole : polygon.holes) {
            path.addPolygon(hole);
            path.closeSubpath();
        }
        painter.drawPath(path);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.land_seam, seam_px));
    for (const ChartLand::ScreenPolygon& polygon : polygons) {
        for (const QPolygonF& seam : polygon.seams) {
            painter.drawPolyline(seam);
        }
    }
    painter.setPen(QPen(style.coast, coast_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const ChartLand::ScreenPolygon& polygon : polygons) {
        if (stop.stop_requested()) {
            return false;
        }
        for (const QPolygonF& coast : polygon.coast) {
            painter.drawPolyline(coast);
        }
    }
    return true;
}

void paint_graticule(QPainter& painter, const Viewport& view, const ChartStyle& style) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.graticule, graticule_px));
    constexpr double room_px = 4.0;
    const QRectF area = QRectF(0, 0, view.size().width, view.size().height)
                            .adjusted(-room_px, -room_px, room_px, room_px);
    for (const Graticule::Line& line : make_graticule(view).lines) {
        for (const QPolygonF& piece : seen_pieces(line.pixels, area)) {
            painter.drawPolyline(thinned(piece));
        }
    }
}

} // namespace

QImage render_sea(std::span<const RasterLayer> rasters, const Viewport& view, double scale,
                  const ChartStyle& style, const std::stop_token& stop) {
    FAIRLEAD_EXPECTS(std::isfinite(scale) && scale > 0.0);
    QImage image = blank_image(view, scale, style.water);
    for (const RasterLayer& layer : rasters) {
        if (!paint_raster_over(image, layer, view, scale, style, stop)) {
            return {};
        }
    }
    return image;
}

bool render_land(QImage& image, const ChartLand* land, bool with_graticule, const Viewport& view,
                 double scale, const ChartStyle& style, const std::stop_token& stop) {
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (land != nullptr && !paint_land(painter, *land, view, scale, style, stop)) {
        return false;
    }
    if (stop.stop_requested()) {
        return false;
    }
    if (with_graticule) {
        paint_graticule(painter, view, style);
    }
    return !stop.stop_requested();
}

QImage render_base(const Scene& scene, const Viewport& view, double scale,
                   const ChartStyle& style) {
    QImage image = render_sea(scene.rasters, view, scale, style);
    render_land(image, scene.land.get(), true, view, scale, style);
    return image;
}

QImage render_map(const Scene& scene, const Viewport& view, double scale, const ChartStyle& style,
                  std::size_t note_count) {
    QImage image = render_base(scene, view, scale, style);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_overlay(painter, scene, view, style, note_count);
    return image;
}

} // namespace fairlead::chart
