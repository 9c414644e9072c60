// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/plot_style.hpp"

#include "gui/widgets/tone.hpp"

#include <array>

namespace fairlead::gui {

void dress_plot(QCustomPlot& plot, const QPalette& palette) {
    constexpr double axis_share = 0.45;
    constexpr double grid_share = 0.13;
    const auto ink = palette.color(QPalette::Text);
    const QPen axis_pen(between_text_and_base(palette, axis_share), 1.0);
    plot.setBackground(palette.brush(QPalette::Base));
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // as in the tables
    plot.setLocale(locale);
    for (auto* rect : plot.axisRects()) {
        for (auto* axis : rect->axes()) {
            axis->setBasePen(axis_pen);
            axis->setTickPen(axis_pen);
            axis->setSubTickPen(axis_pen);
            axis->setTickLabelColor(ink);
            axis->setLabelColor(ink);
            axis->setTickLabelFont(plot.font());
            axis->setLabelFont(plot.font());
            axis->grid()->setPen(QPen(between_text_and_base(palette, grid_share), 1.0));
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
    }
}

QCPScatterStyle::ScatterShape series_shape(int number) noexcept {
    static constexpr std::array<QCPScatterStyle::ScatterShape, 6> shapes{
        QCPScatterStyle::ssCircle,           QCPScatterStyle::ssSquare,
        QCPScatterStyle::ssDiamond,          QCPScatterStyle::ssTriangle,
        QCPScatterStyle::ssTriangleInverted, QCPScatterStyle::ssCrossSquare};
    return shapes[static_cast<std::size_t>(number) % shapes.size()];
}

} // namespace fairlead::gui
