// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/picture.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/chart/graticule.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/renderer.hpp"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace fairlead::chart {

namespace {

/// White rim around the map, where the graticule's labels stand.
constexpr int rim_px = 24;
constexpr double label_px = 11.0;
constexpr double label_gap_px = 14.0;

QRectF map_rectangle(const PictureLayout& layout) {
    const PixelSize map = layout.map_size();
    return {double(rim_px), double(rim_px), double(map.width), double(map.height)};
}

void paint_frame_labels(QPainter& painter, const QRectF& map, const Viewport& view,
                        const ChartStyle& style) {
    std::vector<Graticule::FrameLabel> labels = make_graticule(view).frame_labels;
    // Parallels first: they are the ones to keep where room is short.
    std::stable_sort(labels.begin(), labels.end(),
                     [](const auto& a, const auto& b) { return a.is_parallel && !b.is_parallel; });
    const QFont font = chart_font(label_px);
    const QFontMetricsF metrics(font);
    std::array<std::vector<std::pair<double, double>>, 4> taken;
    for (const Graticule::FrameLabel& label : labels) {
        const double width = metrics.horizontalAdvance(label.text);
        const bool upright = label.edge == FrameEdge::top || label.edge == FrameEdge::bottom;
        const double edge_length = upright ? map.width() : map.height();
        const double from = label.along_px - 0.5 * width;
        const double to = label.along_px + 0.5 * width;
        auto& spans = taken[static_cast<std::size_t>(label.edge)];
        const bool covered = std::any_of(spans.begin(), spans.end(), [&](const auto& span) {
            return from < span.second + label_gap_px && to > span.first - label_gap_px;
        });
        if (covered || from < 0.0 || to > edge_length) {
            continue;
        }
        spans.emplace_back(from, to);
        painter.save();
        switch (label.edge) {
        case FrameEdge::top:
            painter.translate(map.left() + label.along_px, map.top() - 0.5 * rim_px);
            break;
        case FrameEdge::bottom:
            painter.translate(map.left() + label.along_px, map.bottom() + 0.5 * rim_px);
            break;
        case FrameEdge::left:
            painter.translate(map.left() - 0.5 * rim_px, map.top() + label.along_px);
            painter.rotate(-90.0);
            break;
        case FrameEdge::right:
            painter.translate(map.right() + 0.5 * rim_px, map.top() + label.along_px);
            painter.rotate(90.0);
            break;
        }
        painter.setFont(font);
        painter.setPen(style.ink);
        painter.drawText(QPointF(-0.5 * width, 0.36 * label_px), label.text);
        painter.restore();
    }
}

void check_size(const PictureSize& picture) {
    const auto side_is_right = [&](int side, int least) {
        return side >= least && side * picture.scale <= 20000.0;
    };
    if (!std::isfinite(picture.scale) || picture.scale < 0.5 ||
        !side_is_right(picture.size.width, 640) || !side_is_right(picture.size.height, 480)) {
        throw Error(ErrorCode::invalid_argument,
                    "The picture size " + std::to_string(picture.size.width) + " x " +
                        std::to_string(picture.size.height) +
                        " is not possible: it must be at least 640 x 480 pixels and at most 20000 "
                        "device pixels on a side.");
    }
}

} // namespace

PixelSize PictureLayout::map_size() const noexcept {
    const bool bottom = panel_side == PanelSide::bottom;
    return {picture.size.width - 2 * rim_px - (bottom ? 0 : int(right_panel_width_px)),
            picture.size.height - 2 * rim_px - (bottom ? int(bottom_panel_height_px) : 0)};
}

ChosenView choose_view(const geo::Projection& plane, std::span<const geo::PlanePoint> points,
                       const PictureSize& size, const FitOptions& fit) {
    check_size(size);
    const auto better_side = [&](double worth_turning) -> ChosenView {
        FitOptions options = fit;
        options.worth_turning = worth_turning;
        const PictureLayout below{size, PanelSide::bottom};
        const PictureLayout beside{size, PanelSide::right};
        Viewport view_below = fitted_view(plane, points, below.map_size(), options);
        Viewport view_beside = fitted_view(plane, points, beside.map_size(), options);
        if (view_beside.metres_per_pixel() < view_below.metres_per_pixel()) {
            return {beside, std::move(view_beside)};
        }
        return {below, std::move(view_below)};
    };
    ChosenView north_up = better_side(std::numeric_limits<double>::infinity());
    ChosenView turned = better_side(1.0);
    const double gain = north_up.view.metres_per_pixel() / turned.view.metres_per_pixel();
    return gain > fit.worth_turning ? std::move(turned) : std::move(north_up);
}

QImage draw_picture(const Scene& scene, const PictureLayout& layout, const Viewport& view,
                    const ChartStyle& style) {
    FAIRLEAD_EXPECTS(view.size() == layout.map_size());
    ensure_gui_application();
    const double scale = layout.picture.scale;
    const double width = layout.picture.size.width;
    const double height = layout.picture.size.height;
    QImage image(static_cast<int>(std::lround(width * scale)),
                 static_cast<int>(std::lround(height * scale)), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(style.margin);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bottom = layout.panel_side == PanelSide::bottom;
    const QRectF panel =
        bottom ? QRectF(0, height - bottom_panel_height_px, width, bottom_panel_height_px)
               : QRectF(width - right_panel_width_px, 0, right_panel_width_px, height);
    const std::size_t notes_listed =
        paint_panel(painter, scene, view, panel, layout.panel_side, style);
    painter.setPen(QPen(style.rule, 1.0));
    painter.drawLine(panel.topLeft(), bottom ? panel.topRight() : panel.bottomLeft());

    const QRectF map = map_rectangle(layout);
    painter.drawImage(map.topLeft(), render_map(scene, view, scale, style, notes_listed));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.frame, 1.4));
    painter.drawRect(map);
    paint_frame_labels(painter, map, view, style);
    return image;
}

std::string png_bytes(const QImage& image, const std::filesystem::path& file) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) {
        throw Error(ErrorCode::io, file.string() + ": the picture could not be encoded as PNG.");
    }
    return bytes.toStdString();
}

void write_png(const QImage& image, const std::filesystem::path& file) {
    write_file_atomically(file, png_bytes(image, file));
}

} // namespace fairlead::chart
