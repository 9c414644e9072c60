// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/timeline_bar.hpp"

#include "gui/models/words.hpp"
#include "gui/widgets/tone.hpp"

#include <QDateTime>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::gui {

namespace {

constexpr double row_px = 15.0;
constexpr double bar_px = 9.0;
constexpr double axis_px = 16.0;
constexpr int most_rows = 6;
constexpr double margin_share = 0.12;
constexpr std::chrono::hours day{24};
constexpr std::chrono::hours without_voyage{7 * 24};
constexpr std::chrono::hours narrowest{6};

using Span = env::Environment::Coverage;

} // namespace

TimelineBar::TimelineBar(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Arrow keys move the time cursor; with Shift by a day."));
    setMouseTracking(false);
    connect(&session_, &VoyageSession::surroundingsChanged, this, &TimelineBar::refresh);
    connect(&session_, &VoyageSession::judgementChanged, this, &TimelineBar::refresh);
    connect(&session_.document(), &VoyageDocument::changed, this, &TimelineBar::refresh);
    connect(&session_.cursor(), &VoyageCursor::moved, this, qOverload<>(&QWidget::update));
    refresh();
}

Span TimelineBar::voyageSpan() const {
    const auto departure = session_.voyage().departure;
    if (const auto judgement = session_.judgement()) {
        return {judgement->route.departure, judgement->route.arrival};
    }
    return {departure, departure + without_voyage};
}

std::optional<Instant> TimelineBar::outlivesDataFrom() const {
    const auto& sea = session_.surroundings().sea;
    if (!sea || !session_.judgement()) {
        return std::nullopt;
    }
    const auto covered = sea->sea.data.environment->coverage();
    const auto voyage = voyageSpan();
    if (!covered || voyage.until <= covered->until) {
        return std::nullopt;
    }
    return std::max(covered->until, voyage.from);
}

void TimelineBar::refresh() {
    const auto& sea = session_.surroundings().sea;
    bars_ = sea ? coverage_bars(*sea->sea.data.environment) : std::vector<CoverageBar>();
    if (bars_.size() > static_cast<std::size_t>(most_rows)) {
        bars_.resize(static_cast<std::size_t>(most_rows));
    }
    fitVoyage();
    updateGeometry();
    QWidget::update();
}

/// The planner's zoom stays as long as the voyage does.
void TimelineBar::fitVoyage() {
    const auto voyage = voyageSpan();
    if (voyage.from == fitted_.from && voyage.until == fitted_.until && until_ > from_) {
        return;
    }
    fitted_ = voyage;
    const auto margin = std::max<std::chrono::seconds>(
        day, std::chrono::seconds(
                 std::lround(margin_share * between(voyage.from, voyage.until).in_seconds())));
    setSpan(voyage.from - margin, voyage.until + margin);
}

void TimelineBar::setSpan(Instant from, Instant until) {
    from_ = from;
    until_ = std::max(until, from + narrowest);
    QWidget::update();
}

int TimelineBar::rowCount() const {
    return static_cast<int>(bars_.size()) + 1;
}

QSize TimelineBar::sizeHint() const {
    constexpr int width = 600;
    return {width, minimumSizeHint().height()};
}

QSize TimelineBar::minimumSizeHint() const {
    constexpr int width = 240;
    return {width, static_cast<int>(std::ceil(axis_px + row_px * rowCount())) + 2};
}

double TimelineBar::labelWidth() const {
    double widest = fontMetrics().horizontalAdvance(tr("Voyage"));
    for (const auto& bar : bars_) {
        widest = std::max<double>(widest, fontMetrics().horizontalAdvance(bar.name));
    }
    constexpr double gap = 14.0;
    return widest + gap;
}

double TimelineBar::pixelAt(Instant time) const {
    const double share = between(from_, time) / between(from_, until_);
    return std::lerp(labelWidth(), static_cast<double>(width()) - 8.0, share);
}

Instant TimelineBar::timeAt(double pixel) const {
    const double share =
        (pixel - labelWidth()) / (static_cast<double>(width()) - 8.0 - labelWidth());
    return from_ + between(from_, until_) * std::clamp(share, 0.0, 1.0);
}

QRectF TimelineBar::rowRect(int row) const {
    return {labelWidth(), 1.0 + row_px * row, width() - labelWidth() - 8.0, row_px};
}

QRectF TimelineBar::barRect(int row, Instant from, Instant until) const {
    const auto whole = rowRect(row);
    const double left = std::clamp(pixelAt(from), whole.left(), whole.right());
    const double right = std::clamp(pixelAt(until), whole.left(), whole.right());
    return {left, whole.top() + (row_px - bar_px) / 2.0, right - left, bar_px};
}

void TimelineBar::paintLabel(QPainter& painter, int row, const QString& text) const {
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(4.0, rowRect(row).top(), labelWidth() - 10.0, row_px),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

void TimelineBar::paintAxis(QPainter& painter) const {
    static constexpr std::array<int, 9> steps_h{1, 3, 6, 12, 24, 48, 120, 240, 720};
    constexpr double label_gap = 14.0;
    const double label_px =
        fontMetrics().horizontalAdvance(QStringLiteral("2030-00-00")) + label_gap;
    const double px_per_h =
        (width() - labelWidth() - 8.0) / std::max(1.0, between(from_, until_).in_hours());
    const auto enough = std::find_if(steps_h.begin(), steps_h.end() - 1,
                                     [&](int step) { return step * px_per_h >= label_px; });
    const std::chrono::hours step{*enough};
    const auto grid = between_text_and_base(palette(), 0.15);
    const double bottom = 1.0 + row_px * rowCount();
    const auto first =
        Instant(((from_.time_since_epoch() + step - std::chrono::seconds(1)) / step) * step);
    for (auto time = first; time <= until_; time += step) {
        const double x = pixelAt(time);
        painter.setPen(grid);
        painter.drawLine(QPointF(x, 0.0), QPointF(x, bottom));
        const auto text = instant_text(time);
        const bool is_midnight = text.endsWith(QStringLiteral("00:00"));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF(x - label_px / 2.0, bottom, label_px, axis_px), Qt::AlignCenter,
                         is_midnight ? text.left(10) : text.right(5));
    }
}

void TimelineBar::paintCoverage(QPainter& painter, int row, const CoverageBar& bar) const {
    paintLabel(painter, row, bar.name);
    constexpr double share = 0.28;
    constexpr double always_share = 0.14;
    const auto rect =
        bar.span ? barRect(row, bar.span->from, bar.span->until) : barRect(row, from_, until_);
    painter.fillRect(rect, between_text_and_base(palette(), bar.span ? share : always_share));
    painter.setPen(palette().color(QPalette::Text));
    auto font = painter.font();
    const auto before = font;
    font.setPointSizeF(font.pointSizeF() * 0.8);
    painter.setFont(font);
    const auto text = bar.span ? bar.source : tr("%1, valid always").arg(bar.source);
    const QFontMetricsF metrics(font);
    painter.drawText(rect.adjusted(4.0, -3.0, -4.0, 3.0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideMiddle, rect.width() - 8.0));
    painter.setFont(before);
}

void TimelineBar::paintVoyage(QPainter& painter, int row) const {
    paintLabel(painter, row, tr("Voyage"));
    const auto judgement = session_.judgement();
    if (!judgement) {
        return;
    }
    const auto voyage = voyageSpan();
    painter.fillRect(barRect(row, voyage.from, voyage.until), palette().color(QPalette::Highlight));
    for (const auto& wait : judgement->route.waits) {
        const auto rect = barRect(row, wait.from, wait.until);
        painter.fillRect(rect, palette().color(QPalette::Base));
        painter.fillRect(rect, QBrush(palette().color(QPalette::Highlight), Qt::Dense5Pattern));
    }
    if (const auto end = outlivesDataFrom()) {
        const auto rect = barRect(row, *end, voyage.until);
        painter.fillRect(rect, severity_tint(palette(), rules::Severity::warning));
        painter.fillRect(
            rect, QBrush(severity_ink(palette(), rules::Severity::warning), Qt::BDiagPattern));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(rect.right() + 6.0, rect.bottom()),
                         tr("%1 beyond the data").arg(duration_text(between(*end, voyage.until))));
    }
}

void TimelineBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rowRect(0).united(rowRect(rowCount() - 1)), palette().color(QPalette::Base));
    paintAxis(painter);
    for (int row = 0; row + 1 < rowCount(); ++row) {
        paintCoverage(painter, row, bars_[static_cast<std::size_t>(row)]);
    }
    paintVoyage(painter, rowCount() - 1);
    const double x = pixelAt(session_.cursor().time());
    if (x >= labelWidth() - 1.0 && x <= width() - 7.0) {
        painter.setRenderHint(QPainter::Antialiasing);
        const double bottom = 1.0 + row_px * rowCount();
        painter.setPen(QPen(palette().color(QPalette::Text), 1.75));
        painter.drawLine(QPointF(x, 0.0), QPointF(x, bottom));
        constexpr double handle = 5.5;
        QPainterPath triangle(QPointF(x, bottom - handle - 2.0));
        triangle.lineTo(x + handle, bottom + 1.0);
        triangle.lineTo(x - handle, bottom + 1.0);
        triangle.closeSubpath();
        painter.fillPath(triangle, palette().color(QPalette::Text));
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        session_.cursor().setTime(timeAt(event->position().x()));
    }
}

void TimelineBar::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) {
        session_.cursor().setTime(timeAt(event->position().x()));
    }
}

void TimelineBar::wheelEvent(QWheelEvent* event) {
    constexpr double eighths_per_notch = 120.0;
    const double factor = std::pow(0.8, event->angleDelta().y() / eighths_per_notch);
    const auto fixed = timeAt(event->position().x());
    const auto scaled = [&](Instant end) { return fixed + between(fixed, end) * factor; };
    constexpr double widest_h = 24.0 * 400.0;
    if (factor > 1.0 && between(from_, until_).in_hours() > widest_h) {
        return;
    }
    setSpan(scaled(from_), scaled(until_));
    event->accept();
}

void TimelineBar::keyPressEvent(QKeyEvent* event) {
    const int size = event->modifiers() & Qt::ShiftModifier ? 2 : 1;
    if (event->key() == Qt::Key_Left) {
        Q_EMIT stepWanted(-size);
    } else if (event->key() == Qt::Key_Right) {
        Q_EMIT stepWanted(size);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool TimelineBar::event(QEvent* event) {
    if (const auto* help = dynamic_cast<const QHelpEvent*>(event);
        help != nullptr && event->type() == QEvent::ToolTip) {
        const int row = static_cast<int>((help->pos().y() - 1) / row_px);
        if (row >= 0 && row < static_cast<int>(bars_.size())) {
            const auto judgement = session_.judgement();
            QToolTip::showText(
                help->globalPos(),
                coverage_text(bars_[static_cast<std::size_t>(row)],
                              judgement ? std::optional(judgement->route.arrival) : std::nullopt),
                this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace fairlead::gui
