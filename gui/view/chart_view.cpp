// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/chart_view.hpp"

#include "gui/chart/gui_application.hpp"
#include "gui/chart/map_labels.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/overlay.hpp"
#include "gui/chart/route_painter.hpp"
#include "gui/view/view_motion.hpp"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
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
constexpr int glide_ms = 160;
/// After this long without moving, words are laid out anew.
constexpr int rest_ms = 120;
constexpr double pan_step_px = 80.0;
constexpr double fine_pan_step_px = 8.0;
constexpr double zoom_step = 1.5;
/// Of one step of a wheel, which is 120 eighths of a degree.
constexpr double wheel_zoom = 1.25;
constexpr double wheel_step = 120.0;
constexpr double instrument_inset_px = 12.0;

Viewport first_view(const geo::Projection& plane, chart::PixelSize size) {
    return chart::fitted_view(plane, {}, size);
}

} // namespace

/// For those who hear the window read.
void ChartView::name_anew() {
    setAccessibleName(tr("Chart"));
    setAccessibleDescription(
        tr("Arrow keys pan, plus and minus zoom, Home shows the selected route"));
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name_anew();
    }
}

ChartView::ChartView(QWidget* parent)
    : QWidget(parent), content_(std::make_shared<ChartContent>()),
      overlay_(std::make_shared<LiveOverlay>(*content_)), style_(chart::ChartStyle::of(scheme_)),
      view_(first_view(content_->plane, {640, 480})), target_(view_), glide_from_(view_),
      middle_pan_(*this) {
    chart::ensure_gui_application(); // for the fonts of the chart
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(200, 150);
    name_anew();
    tools_ = {std::make_unique<PanTool>(*this),       std::make_unique<AddWaypointTool>(*this),
              std::make_unique<EditRouteTool>(*this), std::make_unique<MeasureTool>(*this),
              std::make_unique<IdentifyTool>(*this),  std::make_unique<ZoneTool>(*this)};
    setCursor(active().pointer());
    glide_.setDuration(glide_ms);
    glide_.setEasingCurve(QEasingCurve::OutCubic);
    glide_.setStartValue(0.0);
    glide_.setEndValue(1.0);
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        set_view(between(glide_from_, target_, share.toDouble()));
    });
    rest_.setSingleShot(true);
    rest_.setInterval(rest_ms);
    connect(&rest_, &QTimer::timeout, this, [this] {
        if (needs_words()) {
            ask_for_picture(false);
        }
    });
    connect(&service_, &RenderService::rendered, this, &ChartView::take_picture);
    connect(&service_, &RenderService::failed, this, &ChartView::renderFailed);
}

ChartView::~ChartView() = default;

void ChartView::setContent(ChartContent content) {
    const bool other_plane = content.plane.definition() != content_->plane.definition();
    const bool other_base = other_plane || !(content.base == content_->base);
    if (content.route_palette != content_->route_palette || !route_palette_) {
        route_palette_ =
            content.route_palette
                ? std::make_shared<chart::Palette>(content.route_palette->in_style(style_))
                : nullptr;
    }
    content_ = std::make_shared<const ChartContent>(std::move(content));
    overlay_ = std::make_shared<const LiveOverlay>(*content_);
    if (other_base) {
        time_ = content_->base.time;
    }
    if (other_plane) {
        shown_.reset();
        glide_.stop();
        target_ = first_view(content_->plane, pixel_size());
        set_view(target_);
    }
    active().content_changed();
    want_picture(other_base);
    update();
}

void ChartView::setMarks(const ChartMarks& marks) {
    marks_ = marks;
    update();
}

void ChartView::setTime(Instant time) {
    if (time != time_) {
        time_ = time;
        want_picture(false);
    }
}

void ChartView::setScheme(chart::Scheme scheme) {
    if (scheme == scheme_) {
        return;
    }
    scheme_ = scheme;
    style_ = chart::ChartStyle::of(scheme);
    if (content_->route_palette) {
        route_palette_ =
            std::make_shared<chart::Palette>(content_->route_palette->in_style(style_));
    }
    // At night a bright picture must not stay on the screen until the dark one comes.
    shown_.reset();
    want_picture(true);
    update();
}

void ChartView::setTool(ToolKind kind) {
    if (kind == tool_kind_) {
        return;
    }
    active().cancel();
    set_highlight({});
    show_hint(QString());
    tool_kind_ = kind;
    setCursor(active().pointer());
    update();
    Q_EMIT toolChanged(kind);
}

chart::PixelSize ChartView::pixel_size() const {
    return {std::max(1, width()), std::max(1, height())};
}

void ChartView::showView(const Viewport& view) {
    move_to(resized(view, pixel_size()), animated_);
}

void ChartView::showPlace(const geo::Position& place, std::optional<double> metres_per_pixel) {
    const auto point = content_->plane.forward(place);
    if (point) {
        showView({content_->plane, *point, metres_per_pixel.value_or(target_.metres_per_pixel()),
                  target_.rotation(), pixel_size()});
    }
}

std::vector<geo::PlanePoint> ChartView::selected_line() const {
    std::vector<geo::PlanePoint> points;
    for (std::size_t i = 0; i < content_->routes.size(); ++i) {
        if (content_->routes[i].standing == ChartRoute::Standing::selected) {
            for (const chart::RatedPoint& point : overlay_->line(i)) {
                points.push_back(point.point);
            }
        }
    }
    return points;
}

void ChartView::fit(const std::vector<geo::PlanePoint>& points, std::optional<Angle> rotation) {
    chart::FitOptions options;
    options.rotation = rotation;
    options.worth_turning = 1.0;
    showView(chart::fitted_view(content_->plane, points, pixel_size(), options));
}

void ChartView::showSelectedRoute() {
    const auto line = selected_line();
    if (line.empty()) {
        showAll();
    } else {
        fit(line, target_.rotation());
    }
}

void ChartView::showAll() {
    std::vector<geo::PlanePoint> points;
    for (std::size_t i = 0; i < content_->routes.size(); ++i) {
        for (const chart::RatedPoint& point : overlay_->line(i)) {
            points.push_back(point.point);
        }
    }
    for (const chart::PlaceMark& place : content_->places) {
        const auto point = place.kind == chart::PlaceKind::port
                               ? std::nullopt
                               : content_->plane.forward(place.position);
        if (point) {
            points.push_back(*point);
        }
    }
    fit(points, target_.rotation());
}

void ChartView::zoomBy(double factor) {
    move_to(zoomed(target_, factor, {0.5 * width(), 0.5 * height()}), animated_);
}

void ChartView::turnToRoute() {
    if (const auto line = selected_line(); !line.empty()) {
        fit(line, std::nullopt);
    }
}

void ChartView::turnNorthUp() {
    move_to(north_up(target_), animated_);
}

void ChartView::move_to(const Viewport& view, bool glide) {
    target_ = view;
    if (glide && isVisible() && !chart::same_view(view, view_)) {
        glide_from_ = resized(view_, view.size());
        glide_.stop();
        glide_.start();
    } else {
        glide_.stop();
        set_view(view);
    }
    want_picture(false);
}

void ChartView::set_view(const Viewport& view) {
    view_ = view;
    update();
    Q_EMIT viewChanged();
}

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

void ChartView::resizeEvent(QResizeEvent*) {
    const chart::PixelSize size = pixel_size();
    glide_.stop();
    if (!was_shown_) {
        was_shown_ = true;
        target_ = resized(target_, size);
        if (!content_->routes.empty()) {
            const bool animated = std::exchange(animated_, false);
            turnToRoute();
            animated_ = animated;
        }
    }
    target_ = resized(target_, size);
    set_view(target_);
    want_picture(false);
}

void ChartView::pan_by(QPointF pixels) {
    // Whole device pixels, so that the kept picture stays sharp.
    const double scale = devicePixelRatioF();
    move_to(panned(target_, QPointF(std::round(pixels.x() * scale) / scale,
                                    std::round(pixels.y() * scale) / scale)),
            false);
}

void ChartView::set_pointer(Qt::CursorShape shape) {
    if (cursor().shape() != shape) {
        setCursor(shape);
    }
}

void ChartView::set_highlight(const Highlight& highlight) {
    if (highlight.waypoint != highlight_.waypoint) {
        highlight_ = highlight;
        update();
    }
}

void ChartView::identify(const geo::Position& place) {
    Q_EMIT identifyRequested(place);
}

void ChartView::select(const WaypointRef& waypoint) {
    marks_.selected_waypoint = waypoint;
    update();
    Q_EMIT waypointSelected(waypoint);
}

void ChartView::select_zone(std::size_t zone) {
    Q_EMIT zoneSelected(zone);
}

void ChartView::show_hint(const QString& hint) {
    Q_EMIT hintChanged(hint);
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    const PointerEvent pointer{event->position(), event->button(), event->modifiers()};
    if (event->button() == Qt::MiddleButton) {
        middle_pan_.press(pointer);
    } else if (event->button() == Qt::LeftButton) {
        active().press(pointer);
    }
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const PointerEvent pointer{event->position(), event->button(), event->modifiers()};
    if (event->buttons().testFlag(Qt::MiddleButton)) {
        middle_pan_.move(pointer);
    } else {
        active().move(pointer);
    }
    const QPointF pixel = event->position();
    if (const auto place = view_.position_at({pixel.x(), pixel.y()})) {
        Q_EMIT pointerMoved(*place);
    } else {
        Q_EMIT pointerLeft();
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    const PointerEvent pointer{event->position(), event->button(), event->modifiers()};
    if (event->button() == Qt::MiddleButton) {
        middle_pan_.cancel();
        setCursor(active().pointer());
    } else if (event->button() == Qt::LeftButton) {
        active().release(pointer);
    }
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        active().double_click({event->position(), event->button(), event->modifiers()});
    }
}

void ChartView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / wheel_step;
    if (steps != 0.0) {
        move_to(zoomed(target_, std::pow(wheel_zoom, steps), event->position()), animated_);
    }
    event->accept();
}

bool ChartView::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = dynamic_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            constexpr double least = 0.2;
            move_to(zoomed(target_, std::max(least, 1.0 + gesture->value()), gesture->position()),
                    false);
            return true;
        }
    }
    return QWidget::event(event);
}

bool ChartView::handle_key(int key, Qt::KeyboardModifiers modifiers) {
    const Qt::KeyboardModifiers plain = modifiers & ~Qt::KeypadModifier;
    const bool alone = plain == Qt::NoModifier;
    const bool with_shift = plain == Qt::ShiftModifier;
    if (alone || plain == Qt::AltModifier) {
        const double step = alone ? pan_step_px : fine_pan_step_px;
        const auto pan = [&](double x, double y) {
            move_to(panned(target_, QPointF(x, y)), animated_ && alone);
            return true;
        };
        switch (key) {
        case Qt::Key_Left:
            return pan(step, 0.0);
        case Qt::Key_Right:
            return pan(-step, 0.0);
        case Qt::Key_Up:
            return pan(0.0, step);
        case Qt::Key_Down:
            return pan(0.0, -step);
        default:
            break;
        }
    }
    if (alone || with_shift) { // on many keyboards + needs Shift
        switch (key) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_PageUp:
            zoomBy(zoom_step);
            return true;
        case Qt::Key_Minus:
        case Qt::Key_PageDown:
            zoomBy(1.0 / zoom_step);
            return true;
        case Qt::Key_R:
            with_shift ? turnNorthUp() : turnToRoute();
            return true;
        default:
            break;
        }
    }
    if (alone && key == Qt::Key_Home) {
        showSelectedRoute();
        return true;
    }
    if (plain == Qt::ControlModifier && key == Qt::Key_0) {
        showAll();
        return true;
    }
    if (alone && key == Qt::Key_Escape) {
        const bool middle = middle_pan_.cancel();
        return active().cancel() || middle;
    }
    return false;
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (!active().key(event->key(), event->modifiers()) &&
        !handle_key(event->key(), event->modifiers())) {
        QWidget::keyPressEvent(event);
    }
}

void ChartView::leaveEvent(QEvent*) {
    Q_EMIT pointerLeft();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    const bool by_key = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF pixel = by_key ? QPointF(0.5 * width(), 0.5 * height()) : QPointF(event->pos());
    if (const auto place = view_.position_at({pixel.x(), pixel.y()})) {
        Q_EMIT contextMenuRequested(*place,
                                    by_key ? marks_.selected_waypoint : handle_at(*this, pixel),
                                    by_key ? mapToGlobal(pixel.toPoint()) : event->globalPos());
    }
}

} // namespace fairlead::gui
