// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/label_layer.hpp"

#include "gui/chart/graticule.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/map_labels.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/overlay.hpp"
#include "gui/chart/route_painter.hpp"
#include "gui/view/live_overlay.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace fairlead::gui {

namespace {

using chart::PixelPoint;
using chart::Viewport;

constexpr double image_room_px = 4.0; ///< around a label, for halos
constexpr double frame_text_px = 11.0;
constexpr double frame_gap_px = 26.0;
constexpr double frame_inset_px = 5.0;

/// A transparent image of a box, and a painter's way into it.
template <class Paint>
QImage painted(const QRectF& box, double scale, const Paint& paint) {
    QImage image((box.size() * scale).toSize().expandedTo({1, 1}),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-box.topLeft());
    paint(painter);
    return image;
}

/// A box around all, on whole pixels, so that text stays sharp.
QRectF roomy(const QRectF& box) {
    return QRectF(
        box.adjusted(-image_room_px, -image_room_px, image_room_px, image_room_px).toAlignedRect());
}

QRectF with_point(const QRectF& box, QPointF point) {
    return box.united(QRectF(point - QPointF(1, 1), QSizeF(2, 2)));
}

/// Where a line of the plane leaves the view, walking along its edges.
struct Crossing {
    chart::FrameEdge edge;
    double along_px;
};

void add_crossings(std::vector<Crossing>& crossings, const std::vector<geo::PlanePoint>& points,
                   const Viewport& view) {
    const double width = view.size().width;
    const double height = view.size().height;
    std::optional<PixelPoint> before;
    for (const geo::PlanePoint& point : points) {
        const PixelPoint pixel = view.to_pixel(point);
        if (before) {
            const PixelPoint a = *before;
            const auto meet = [&](double from, double to, double at, double other_from,
                                  double other_to, double length, chart::FrameEdge edge) {
                if ((from < at) == (to < at)) {
                    return;
                }
                const double along = std::lerp(other_from, other_to, (at - from) / (to - from));
                if (along >= 0.0 && along <= length) {
                    crossings.push_back({edge, along});
                }
            };
            meet(a.y, pixel.y, 0.0, a.x, pixel.x, width, chart::FrameEdge::top);
            meet(a.y, pixel.y, height, a.x, pixel.x, width, chart::FrameEdge::bottom);
            meet(a.x, pixel.x, 0.0, a.y, pixel.y, height, chart::FrameEdge::left);
            meet(a.x, pixel.x, width, a.y, pixel.y, height, chart::FrameEdge::right);
        }
        before = pixel;
    }
}

} // namespace

chart::Scene label_scene(const ChartContent& content) {
    chart::Scene scene;
    scene.plane = content.plane;
    scene.places = content.places;
    scene.zones = content.zones;
    scene.notes = content.problems;
    for (const ChartRoute& route : content.routes) {
        chart::RouteLayer layer = *route.layer;
        layer.show_waypoints = route.standing == ChartRoute::Standing::selected;
        scene.routes.push_back(std::move(layer));
    }
    return scene;
}

LabelLayer::LabelLayer(const ChartContent& content, const Viewport& view, const Viewport& seen,
                       double scale, const chart::ChartStyle& style) {
    const chart::Scene scene = label_scene(content);
    std::vector<chart::RouteRun> runs;
    for (const chart::RouteLayer& layer : scene.routes) {
        const auto line = chart::rated_line(layer.route, seen.plane());
        for (chart::RouteRun& run :
             chart::route_runs(line, nullptr, chart::plain_look(style), seen)) {
            runs.push_back(std::move(run));
        }
    }
    const chart::MapLabels made = chart::lay_out_labels(scene, seen, runs, scene.notes.size());
    const auto add = [&](const QRectF& box, QPointF mark, const auto& paint) {
        const QRectF area = roomy(box);
        labels_.push_back({painted(area, scale, paint), seen.to_plane({mark.x(), mark.y()}),
                           area.topLeft() - mark});
    };
    for (const chart::MapLabel& label : made.labels) {
        add(with_point(label.box, label.mark), label.mark, [&](QPainter& painter) {
            if (label.kind != chart::MapLabel::Kind::zone) {
                chart::paint_leader(painter, label.box, label.mark, handle_radius_px + 1.5, style);
            }
            chart::paint_label(painter, label, style);
        });
    }
    for (const chart::NoteGroup& group : made.notes) {
        QRectF box = with_point(group.box, group.place);
        const double ring = group.ring_px;
        box = box.united(QRectF(group.place - QPointF(ring, ring), QSizeF(2 * ring, 2 * ring)));
        add(box, group.place, [&](QPainter& painter) {
            chart::paint_leader(painter, group.box, group.place, group.ring_px, style);
            if (group.ring_px > 0.0) {
                chart::paint_note_ring(painter, group.place, group.ring_px, group.worst, style);
            }
            for (const chart::NoteGroup::Sign& sign : group.signs) {
                chart::paint_note_mark(painter, sign.centre, static_cast<int>(sign.note) + 1,
                                       scene.notes[sign.note].severity, style);
            }
        });
    }
    if (content.base.graticule) {
        add_graticule(view, scale, style);
    }
}

void LabelLayer::add_graticule(const Viewport& view, double scale, const chart::ChartStyle& style) {
    const QFont font = chart::chart_font(frame_text_px);
    const QFontMetricsF metrics(font);
    for (const chart::Graticule::Line& line : chart::make_graticule(view).lines) {
        GraticuleLine kept;
        kept.is_parallel = line.is_parallel;
        // Every fourth point is enough to know where an edge is crossed.
        constexpr qsizetype every = 4;
        for (qsizetype i = 0; i < line.pixels.size(); i += every) {
            kept.points.push_back(view.to_plane({line.pixels[i].x(), line.pixels[i].y()}));
        }
        if (!line.pixels.isEmpty()) {
            kept.points.push_back(view.to_plane({line.pixels.back().x(), line.pixels.back().y()}));
        }
        const QRectF box =
            roomy(QRectF(0.0, 0.0, metrics.horizontalAdvance(line.label), metrics.height()));
        kept.name = painted(box, scale, [&](QPainter& painter) {
            chart::paint_haloed_text(painter, {0.0, metrics.ascent()}, line.label, font, style);
        });
        graticule_.push_back(std::move(kept));
    }
    // Parallels first: they are the ones to keep where room is short.
    std::stable_partition(graticule_.begin(), graticule_.end(),
                          [](const GraticuleLine& line) { return line.is_parallel; });
}

void LabelLayer::paint(QPainter& painter, const Viewport& view) const {
    const QRectF screen(0.0, 0.0, view.size().width, view.size().height);
    for (const Label& label : labels_) {
        const PixelPoint pixel = view.to_pixel(label.anchor);
        // Whole pixels keep text as sharp as it was painted.
        const QPointF corner(std::round(pixel.x + label.offset.x()),
                             std::round(pixel.y + label.offset.y()));
        if (screen.intersects(QRectF(corner, label.image.deviceIndependentSize()))) {
            painter.drawImage(corner, label.image);
        }
    }
}

void LabelLayer::paint_frame(QPainter& painter, const Viewport& view,
                             const std::vector<QRectF>& kept_free) const {
    const double width = view.size().width;
    const double height = view.size().height;
    std::vector<QRectF> taken = kept_free;
    for (const GraticuleLine& line : graticule_) {
        std::vector<Crossing> crossings;
        add_crossings(crossings, line.points, view);
        const QSizeF size = line.name.deviceIndependentSize();
        for (const Crossing& crossing : crossings) {
            QPointF corner;
            switch (crossing.edge) {
            case chart::FrameEdge::top:
                corner = {crossing.along_px - 0.5 * size.width(), frame_inset_px - image_room_px};
                break;
            case chart::FrameEdge::bottom:
                corner = {crossing.along_px - 0.5 * size.width(),
                          height - size.height() - frame_inset_px + image_room_px};
                break;
            case chart::FrameEdge::left:
                corner = {frame_inset_px - image_room_px, crossing.along_px - 0.5 * size.height()};
                break;
            case chart::FrameEdge::right:
                corner = {width - size.width() - frame_inset_px + image_room_px,
                          crossing.along_px - 0.5 * size.height()};
                break;
            }
            const QRectF box(QPointF(std::round(corner.x()), std::round(corner.y())), size);
            const QRectF wanted =
                box.adjusted(-frame_gap_px, -0.5 * frame_gap_px, frame_gap_px, 0.5 * frame_gap_px);
            const bool covered = std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                return other.intersects(wanted);
            });
            if (!covered && box.left() >= -image_room_px && box.top() >= -image_room_px &&
                box.right() <= width + image_room_px && box.bottom() <= height + image_room_px) {
                painter.drawImage(box.topLeft(), line.name);
                taken.push_back(box);
            }
        }
    }
}

} // namespace fairlead::gui
