// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/sheet.hpp"

#include "core/base/version.hpp"
#include "gui/document/qt_text.hpp"

#include <QFontMetricsF>
#include <QMarginsF>
#include <QPageSize>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::gui {

namespace {

constexpr double points_per_mm = 72.0 / 25.4;
constexpr double short_side_pt = 210.0 * points_per_mm;
constexpr double long_side_pt = 297.0 * points_per_mm;
constexpr double side_margin_pt = 15.0 * points_per_mm;
constexpr double head_pt = 22.0 * points_per_mm; ///< above the text
constexpr double foot_pt = 21.0 * points_per_mm; ///< below it
constexpr double running_size_pt = 7.5;
constexpr double cell_gap_pt = 4.0;
constexpr double row_gap_pt = 3.2;
constexpr double line_spacing = 1.22;

QRectF in_units(const QRectF& pt) {
    return {Sheet::units(pt.x()), Sheet::units(pt.y()), Sheet::units(pt.width()),
            Sheet::units(pt.height())};
}

} // namespace

Sheet::Sheet(QIODevice& device, RunningLines lines, int page_count, const QString& title)
    : writer_(&device), lines_(std::move(lines)), page_count_(page_count) {
    writer_.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer_.setResolution(static_cast<int>(72.0 * units_per_pt));
    writer_.setPageSize(QPageSize(QPageSize::A4));
    writer_.setPageMargins(QMarginsF());
    writer_.setTitle(title);
    writer_.setCreator(QStringLiteral("Fairlead %1").arg(to_qt(version())));
    painter_.begin(&writer_);
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.setRenderHint(QPainter::LosslessImageRendering);
    begin_page(QPageLayout::Portrait);
}

Sheet::~Sheet() {
    painter_.end();
}

QFont Sheet::font(const TextStyle& style) {
    auto font = chart::chart_font(units(style.size_pt), style.weight);
    // Any spacing turns ligatures off: readers that search the file find "official" by its letters.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.01 * units_per_pt);
    return font;
}

void Sheet::begin_page(QPageLayout::Orientation orientation) {
    const bool upright = orientation == QPageLayout::Portrait;
    const double width_pt = upright ? short_side_pt : long_side_pt;
    const double height_pt = upright ? long_side_pt : short_side_pt;
    text_area_ = {side_margin_pt, head_pt, width_pt - 2.0 * side_margin_pt,
                  height_pt - head_pt - foot_pt};
    ++page_;
    y_ = text_area_.top();
    paint_running_lines();
}

void Sheet::new_page(QPageLayout::Orientation orientation) {
    writer_.setPageOrientation(orientation);
    writer_.newPage();
    begin_page(orientation);
}

void Sheet::need(double height_pt) {
    if (room() < height_pt && y_ > text_area_.top()) {
        new_page();
    }
}

void Sheet::draw_text(const QString& text, const TextStyle& style, const QRectF& area_pt,
                      int flags) const {
    painter_.setFont(font(style));
    painter_.setPen(style.quiet ? style_.quiet_ink : style_.ink);
    painter_.drawText(in_units(area_pt), flags, text);
}

double Sheet::text_height(const QString& text, const TextStyle& style, double width_pt) const {
    const QFontMetricsF metrics(font(style), painter_.device());
    return metrics
               .boundingRect(QRectF(0.0, 0.0, units(width_pt), units(1e5)), Qt::TextWordWrap, text)
               .height() /
           units_per_pt;
}

void Sheet::paint_running_lines() {
    const TextStyle small{running_size_pt, chart::Weight::regular, true};
    const QRectF head(text_area_.left(), head_pt - 26.0, text_area_.width(), 14.0);
    draw_text(lines_.head_left, {running_size_pt, chart::Weight::bold, false}, head,
              Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine);
    draw_text(lines_.head_right, small, head,
              Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine);
    const QRectF foot(text_area_.left(), text_area_.bottom() + 12.0, text_area_.width(), 24.0);
    painter_.setPen(QPen(style_.rule, units(0.6)));
    painter_.drawLine(QLineF(units(head.left()), units(head.bottom() + 3.0), units(head.right()),
                             units(head.bottom() + 3.0)));
    painter_.drawLine(QLineF(units(foot.left()), units(foot.top() - 3.0), units(foot.right()),
                             units(foot.top() - 3.0)));
    draw_text(lines_.foot, {running_size_pt, chart::Weight::bold, false},
              foot.adjusted(0.0, 0.0, -90.0, 0.0), Qt::AlignLeft | Qt::TextWordWrap);
    const auto number = page_count_ > 0 ? lines_.page_label.arg(page_).arg(page_count_) : QString();
    draw_text(number, small, foot, Qt::AlignRight | Qt::TextSingleLine);
}

void Sheet::title(const QString& text) {
    paragraph(text, {19.0, chart::Weight::bold, false});
}

void Sheet::heading(const QString& text, double keep_with_pt) {
    const TextStyle style{11.5, chart::Weight::bold, false};
    need(text_height(text, style, width()) + keep_with_pt);
    if (y_ > text_area_.top()) {
        space(9.0);
    }
    paragraph(text, style);
    space(1.5);
}

void Sheet::paragraph(const QString& text, const TextStyle& style, double indent_pt) {
    const double text_width = width() - indent_pt;
    const double height = text_height(text, style, text_width);
    need(std::min(height, text_area_.height()));
    draw_text(text, style, {text_area_.left() + indent_pt, y_, text_width, height + 2.0},
              Qt::TextWordWrap);
    y_ += height + 0.25 * style.size_pt;
}

void Sheet::entry(const QString& label, const QString& text, double label_width_pt) {
    constexpr TextStyle style{8.5, chart::Weight::regular, false};
    constexpr TextStyle label_style{8.5, chart::Weight::regular, true};
    const double text_width = width() - label_width_pt;
    const double height = std::max(text_height(text, style, text_width),
                                   text_height(label, label_style, label_width_pt - cell_gap_pt));
    need(height);
    draw_text(label, label_style,
              {text_area_.left(), y_, label_width_pt - cell_gap_pt, height + 2.0},
              Qt::TextWordWrap);
    draw_text(text, style, {text_area_.left() + label_width_pt, y_, text_width, height + 2.0},
              Qt::TextWordWrap);
    y_ += height + 2.4;
}

void Sheet::rule() {
    painter_.setPen(QPen(style_.rule, units(0.6)));
    painter_.drawLine(
        QLineF(units(text_area_.left()), units(y_), units(text_area_.right()), units(y_)));
}

void Sheet::paint_row(const std::vector<Column>& columns, const std::vector<QString>& cells,
                      double height_pt, const TextStyle& text) {
    double x = text_area_.left();
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
        draw_text(cells[i], text,
                  {x, y_ + 0.5 * row_gap_pt, columns[i].width_pt - cell_gap_pt, height_pt},
                  static_cast<int>(columns[i].align) | Qt::TextWordWrap);
        x += columns[i].width_pt;
    }
    y_ += height_pt;
}

void Sheet::paint_table_head(const std::vector<Column>& columns, double size_pt) {
    std::vector<QString> headings;
    double height = 0.0;
    const TextStyle style{size_pt, chart::Weight::bold, false};
    for (const auto& column : columns) {
        headings.push_back(column.heading);
        height =
            std::max(height, text_height(column.heading, style, column.width_pt - cell_gap_pt));
    }
    paint_row(columns, headings, height + row_gap_pt, style);
    painter_.setPen(QPen(style_.ink, units(0.8)));
    painter_.drawLine(
        QLineF(units(text_area_.left()), units(y_), units(text_area_.right()), units(y_)));
}

void Sheet::table(const std::vector<Column>& columns, const std::vector<TableRow>& rows,
                  double size_pt) {
    constexpr double below_indent_pt = 14.0;
    need(6.0 * size_pt * line_spacing);
    paint_table_head(columns, size_pt);
    for (const auto& row : rows) {
        const TextStyle style{
            size_pt, row.is_emphasised ? chart::Weight::bold : chart::Weight::regular, false};
        double height = 0.0;
        for (std::size_t i = 0; i < columns.size() && i < row.cells.size(); ++i) {
            height = std::max(height,
                              text_height(row.cells[i], style, columns[i].width_pt - cell_gap_pt));
        }
        height += row_gap_pt;
        const TextStyle below_style{size_pt, chart::Weight::regular, true};
        const double below_width = width() - below_indent_pt;
        const double below =
            row.below.isEmpty() ? 0.0 : text_height(row.below, below_style, below_width) + 1.0;
        if (room() < height + below) {
            new_page();
            paint_table_head(columns, size_pt);
        }
        paint_row(columns, row.cells, height, style);
        if (below > 0.0) {
            draw_text(row.below, below_style,
                      {text_area_.left() + below_indent_pt, y_ - 0.5, below_width, below + 2.0},
                      Qt::TextWordWrap);
            y_ += below;
        }
        rule();
    }
}

void Sheet::drawing(double height_pt,
                    const std::function<void(QPainter& painter, const QRectF& box)>& draw) {
    need(height_pt);
    painter_.save();
    draw(painter_, in_units({text_area_.left(), y_, text_area_.width(), height_pt}));
    painter_.restore();
    y_ += height_pt;
}

} // namespace fairlead::gui
