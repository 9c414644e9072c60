// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/chart_view.hpp"

#include "gui/chart/gui_application.hpp"
#include "gui/view/view_motion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::gui {

namespace {

using chart::Viewport;

constexpr int glide_ms = 160;
/// After this long without moving, words are laid out anew.
constexpr int rest_ms = 120;

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

bool ChartView::deleteUnderPointer() {
    return active().key(Qt::Key_Delete, Qt::NoModifier);
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

} // namespace fairlead::gui
