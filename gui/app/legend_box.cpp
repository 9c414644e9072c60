// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/legend_box.hpp"

#include "gui/chart/ramp.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace fairlead::gui {

namespace {

constexpr int strip_width_px = 250;
constexpr double bar_px = 10.0;
/// Values stand out beyond the ends of the bar.
constexpr double side_px = 14.0;

} // namespace

RampStrip::RampStrip(const std::shared_ptr<const chart::Palette>& palette, chart::Scheme scheme,
                     QWidget* parent)
    : QWidget(parent), style_(chart::ChartStyle::of(scheme)), palette_(palette->in_style(style_)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RampStrip::sizeHint() const {
    return {strip_width_px, static_cast<int>(bar_px + chart::ramp_words_px)};
}

void RampStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    chart::paint_ramp(painter, QRectF(side_px, 1.0, width() - 2.0 * side_px, bar_px), palette_,
                      style_);
}

RouteSample::RouteSample(RouteKey key, bool is_wide, chart::Scheme scheme, QWidget* parent)
    : QWidget(parent), key_(std::move(key)), is_wide_(is_wide),
      style_(chart::ChartStyle::of(scheme)) {
    constexpr int width_px = 64;
    constexpr int height_px = 20;
    setFixedSize(width_px, height_px);
}

void RouteSample::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const QLineF line(2.0, middle, width() - 2.0, middle);
    constexpr double wide_px = 8.0;
    constexpr double thin_px = 3.0;
    painter.setPen(is_wide_ ? QPen(key_.ink, wide_px) : key_pen(key_, thin_px));
    painter.drawLine(line);
    paint_key_badge(painter, line.center(), key_, style_);
}

LegendBox::LegendBox(QWidget* parent)
    : QFrame(parent), fold_(new QToolButton(this)), body_(new QWidget(this)),
      column_(new QVBoxLayout(body_)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Legend"));
    fold_->setText(tr("Legend"));
    fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold_->setAutoRaise(true);
    fold_->setCheckable(true);
    fold_->setChecked(true);
    fold_->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(0);
    layout->addWidget(fold_, 0, Qt::AlignLeft);
    layout->addWidget(body_);
    // To the size it needs now, whatever it was: the box stands over the chart.
    layout->setSizeConstraint(QLayout::SetFixedSize);
    column_->setContentsMargins(4, 2, 4, 4);
    column_->setSpacing(1);
    connect(fold_, &QToolButton::toggled, this, &LegendBox::showFold);
    connect(fold_, &QToolButton::clicked, this, [this] { Q_EMIT folded(isFolded()); });
    showFold();
    hide();
}

void LegendBox::setFolded(bool is_folded) {
    fold_->setChecked(!is_folded);
}

bool LegendBox::isFolded() const {
    return !fold_->isChecked();
}

void LegendBox::showFold() {
    body_->setVisible(!isFolded());
    fold_->setArrowType(isFolded() ? Qt::RightArrow : Qt::DownArrow);
    fold_->setToolTip(isFolded() ? tr("Unfold the legend") : tr("Fold the legend away"));
    layout()->activate();
    Q_EMIT resized();
}

void LegendBox::setEntries(std::vector<LegendEntry> entries, chart::Scheme scheme) {
    if (entries == entries_ && scheme == scheme_) {
        return;
    }
    entries_ = std::move(entries);
    scheme_ = scheme;
    while (auto* item = column_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& entry : entries_) {
        auto* heading = new QLabel(body_);
        heading->setTextFormat(Qt::PlainText);
        heading->setText(entry.age.isEmpty()
                             ? entry.title
                             : QStringLiteral("%1 \u2013 %2").arg(entry.title, entry.age));
        if (entry.route) {
            auto* row = new QWidget(body_);
            auto* layout = new QHBoxLayout(row);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->addWidget(new RouteSample(*entry.route, entry.is_wide, scheme, row));
            layout->addWidget(heading, 1);
            column_->addWidget(row);
            continue;
        }
        column_->addWidget(heading);
        if (entry.palette) {
            column_->addWidget(new RampStrip(entry.palette, scheme, body_));
        }
        if (!entry.source.isEmpty()) {
            auto* source = new QLabel(entry.source, body_);
            source->setTextFormat(Qt::PlainText);
            source->setForegroundRole(QPalette::PlaceholderText);
            auto font = source->font();
            font.setPointSizeF(font.pointSizeF() * 0.85);
            source->setFont(font);
            // Long names of files wrap: the box leaves the chart room for others.
            source->setWordWrap(true);
            source->setFixedSize(strip_width_px, source->heightForWidth(strip_width_px));
            column_->addWidget(source);
        }
    }
    // In a box that is seen, what is added counts only once it is shown.
    for (int i = 0; i < column_->count(); ++i) {
        column_->itemAt(i)->widget()->show();
    }
    column_->activate();
    layout()->activate();
    setAccessibleDescription(text());
    setVisible(!entries_.empty());
    adjustSize();
}

QString LegendBox::text() const {
    QStringList lines;
    for (const auto& entry : entries_) {
        QStringList words{entry.route ? entry.route->letter : QString(), entry.title};
        words << entry.age << entry.source;
        words.removeAll(QString());
        lines << words.join(QStringLiteral(", "));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace fairlead::gui
