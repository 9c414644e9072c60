// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/ramp.hpp"

#include "gui/chart/gui_application.hpp"

#include <QFontMetricsF>
#include <QLinearGradient>

#include <algorithm>

namespace fairlead::chart {

namespace {

constexpr double value_px = 10.0;
constexpr std::size_t short_ramp = 8;
constexpr int long_ramp_ticks = 5;

} // namespace

void paint_ramp(QPainter& painter, const QRectF& bar, const Palette& palette,
                const ChartStyle& style) {
    const auto entries = palette.entries();
    const int ticks = entries.size() <= short_ramp ? 0 : long_ramp_ticks;
    const QFont font = chart_font(value_px);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const auto label_at = [&](double x, const QString& text) {
        painter.setPen(style.ink);
        painter.drawText(QPointF(x - 0.5 * metrics.horizontalAdvance(text), bar.bottom() + 12.0),
                         text);
    };
    if (palette.kind() == Palette::Kind::classes) {
        const double width = bar.width() / static_cast<double>(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const QRectF box(bar.left() + width * static_cast<double>(i), bar.top(), width,
                             bar.height());
            painter.fillRect(box, entries[i].colour);
            label_at(box.center().x(), QString::fromStdString(entries[i].label));
        }
    } else {
        painter.fillRect(bar, style.water);
        QLinearGradient gradient(bar.topLeft(), bar.topRight());
        const double first = entries.front().value;
        const double span = entries.back().value - first;
        const auto count = static_cast<double>(entries.size() - 1);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const double place = ticks == 0 ? static_cast<double>(i) / std::max(1.0, count)
                                 : span > 0 ? (entries[i].value - first) / span
                                            : 0.0;
            gradient.setColorAt(place, entries[i].colour);
            if (ticks == 0) {
                label_at(bar.left() + place * bar.width(),
                         QString::number(entries[i].value * palette.unit_per_value()));
            }
        }
        painter.fillRect(bar, gradient);
        for (int tick = 0; tick <= ticks && ticks > 0; ++tick) {
            const double part = tick / double(ticks);
            label_at(bar.left() + part * bar.width(),
                     QString::number((first + part * span) * palette.unit_per_value()));
        }
    }
    painter.setPen(QPen(style.frame, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
}

} // namespace fairlead::chart
