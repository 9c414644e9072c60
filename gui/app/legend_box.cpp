// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/legend_box.hpp"

#include "gui/chart/ramp.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStringList>
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

LegendBox::LegendBox(QWidget* parent) : QFrame(parent), column_(new QVBoxLayout(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Legend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    column_->setContentsMargins(8, 6, 8, 6);
    column_->setSpacing(1);
    hide();
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
        auto* heading = new QLabel(this);
        heading->setTextFormat(Qt::PlainText);
        heading->setText(entry.age.isEmpty()
                             ? entry.title
                             : QStringLiteral("%1 \u2013 %2").arg(entry.title, entry.age));
        if (entry.route) {
            auto* row = new QWidget(this);
            auto* layout = new QHBoxLayout(row);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->addWidget(new RouteSample(*entry.route, entry.is_wide, scheme, row));
            layout->addWidget(heading, 1);
            column_->addWidget(row);
            continue;
        }
        column_->addWidget(heading);
        if (entry.palette) {
            column_->addWidget(new RampStrip(entry.palette, scheme, this));
        }
        if (!entry.source.isEmpty()) {
            auto* source = new QLabel(entry.source, this);
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
