// SPDX-License-Identifier: GPL-3.0-or-later
// The picture that the view shows: when a new one is wanted, and how it is laid on the screen.
#include "gui/chart/gui_application.hpp"
#include "gui/chart/map_labels.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/overlay.hpp"
#include "gui/view/chart_view.hpp"
#include "gui/view/view_motion.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <utility>

namespace fairlead::gui {

namespace {

using chart::PixelPoint;
using chart::Viewport;

/// Rendered beyond the widget on each side, so that panning shows no edge.
constexpr int margin_px = 160;
/// A new picture is made before the margin is used up.
constexpr int kept_margin_px = 60;
constexpr double instrument_inset_px = 12.0;

} // namespace

bool ChartView::isSettled() const {
    return shown_ && glide_.state() == QAbstractAnimation::Stopped && !needs_words() &&
           !service_.isBusy();
}

bool ChartView::needs_picture() const {
    if (!shown_) {
        return true;
    }
    const RenderRequest& made = shown_->request;
    return made.content != content_ || made.time != time_ || made.scheme != scheme_ ||
           made.scale != devicePixelRatioF() ||
           made.view.metres_per_pixel() != target_.metres_per_pixel() ||
           made.view.rotation() != target_.rotation() ||
           !covers(made.view, widened(target_, kept_margin_px));
}

bool ChartView::needs_words() const {
    return needs_picture() || !chart::same_view(shown_->request.seen, target_);
}

void ChartView::want_picture(bool at_once) {
    if (!was_shown_) {
        return;
    }
    if (!needs_picture()) {
        rest_.start();
        return;
    }
    const auto running = service_.runningView();
    ask_for_picture(at_once || (running && !covers(*running, target_)));
}

void ChartView::ask_for_picture(bool cancel_running) {
    service_.request({content_, overlay_, time_, widened(target_, margin_px), target_,
                      devicePixelRatioF(), scheme_},
                     cancel_running);
}

void ChartView::take_picture(std::shared_ptr<const RenderedChart> chart) {
    // One that was begun before the plane or the scheme changed is of no use.
    if (chart->request.scheme != scheme_ ||
        chart->request.view.plane().definition() != content_->plane.definition()) {
        return;
    }
    shown_ = std::move(chart);
    if (needs_words()) { // the view has gone on meanwhile
        rest_.start();
    }
    update();
    Q_EMIT pictureShown();
}

bool ChartView::paint_picture(QPainter& painter) const {
    if (!shown_ || !covers(shown_->request.view, view_)) {
        painter.fillRect(rect(), style_.water);
    }
    if (!shown_) {
        return false;
    }
    const bool has_lines = shown_->request.content == content_;
    const QImage& picture = has_lines ? shown_->lines : shown_->base;
    const Viewport& made = shown_->request.view;
    const auto corner = [&](double x, double y) {
        const PixelPoint pixel = view_.to_pixel(made.to_plane({x, y}));
        return QPointF(pixel.x, pixel.y);
    };
    const QPointF origin = corner(0, 0);
    if (made.metres_per_pixel() == view_.metres_per_pixel() &&
        made.rotation() == view_.rotation()) {
        // On whole device pixels the picture is copied as it is.
        const double scale = devicePixelRatioF();
        painter.drawImage(
            QPointF(std::round(origin.x() * scale) / scale, std::round(origin.y() * scale) / scale),
            picture);
        return has_lines;
    }
    const double width = made.size().width;
    const double height = made.size().height;
    const QPointF right = (corner(width, 0) - origin) / width;
    const QPointF down = (corner(0, height) - origin) / height;
    painter.save();
    painter.setTransform(
        QTransform(right.x(), right.y(), down.x(), down.y(), origin.x(), origin.y()), true);
    painter.drawImage(QPointF(), picture);
    painter.restore();
    return has_lines;
}

void ChartView::paint_instruments(QPainter& painter) const {
    const QSizeF room = chart::scale_bar_room;
    const QPointF corner(instrument_inset_px, height() - instrument_inset_px - room.height());
    std::vector<QRectF> kept_free{QRectF(corner, room)};
    if (!content_->banner.isEmpty()) {
        const QFontMetricsF metrics(chart::chart_font(chart::banner_font_px, chart::Weight::bold));
        const QSizeF size(metrics.horizontalAdvance(content_->banner) + 24, metrics.height() + 12);
        const QRectF box(QPointF(0.5 * (width() - size.width()), instrument_inset_px), size);
        kept_free.push_back(box);
        chart::paint_banner(painter, box, content_->banner, style_);
    }
    if (shown_ && shown_->labels) {
        shown_->labels->paint_frame(painter, view_, kept_free);
    }
    chart::paint_scale_bar(painter, corner, view_, style_);
}

void ChartView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // While the content is newer than the picture, as in a drag, its lines are painted live.
    if (!paint_picture(painter)) {
        overlay_->paint_lines(painter, *content_, view_, style_, route_palette_.get());
    }
    overlay_->paint_marks(painter, *content_, marks_, view_, style_, highlight_);
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown_ && shown_->labels) {
        shown_->labels->paint(painter, view_);
    }
    active().paint(painter, style_);
    paint_instruments(painter);
}

} // namespace fairlead::gui
