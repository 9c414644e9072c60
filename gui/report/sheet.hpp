// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The pages of a report: A4, with a running head and foot, text that flows from page to
/// page, and tables that repeat their heading. Lengths are in points (1/72 inch).

#include "gui/chart/gui_application.hpp"
#include "gui/chart/palette.hpp"

#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

namespace fairlead::gui {

/// What stands on every page.
struct RunningLines {
    QString head_left;
    QString head_right;
    QString foot;       ///< may take two lines
    QString page_label; ///< with %1 for the number and %2 for their count
};

struct TextStyle {
    double size_pt = 9.0;
    chart::Weight weight = chart::Weight::regular;
    bool quiet = false; ///< in the grey of what is less important
};

/// A column of a table.
struct Column {
    QString heading; ///< may have two lines
    double width_pt = 0.0;
    Qt::Alignment align = Qt::AlignLeft;
};

struct TableRow {
    std::vector<QString> cells;
    QString below; ///< under the row, over its whole width; "" for nothing
    bool is_emphasised = false;
};

class Sheet {
  public:
    /// @param page_count 0 while it is not known. @param device outlives this.
    Sheet(QIODevice& device, RunningLines lines, int page_count, const QString& title);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    [[nodiscard]] int page() const noexcept { return page_; }
    [[nodiscard]] double width() const noexcept { return text_area_.width(); }
    [[nodiscard]] double room() const noexcept { return text_area_.bottom() - y_; }
    void new_page(QPageLayout::Orientation orientation = QPageLayout::Portrait);
    /// A new page unless so much room is left.
    void need(double height_pt);
    void space(double height_pt) { y_ += height_pt; }

    void title(const QString& text);
    /// @param keep_with room that must be left under it.
    void heading(const QString& text, double keep_with_pt = 60.0);
    void paragraph(const QString& text, const TextStyle& style = {}, double indent_pt = 0.0);
    /// Label and text beside it, the text flowing in its own column.
    void entry(const QString& label, const QString& text, double label_width_pt);
    void table(const std::vector<Column>& columns, const std::vector<TableRow>& rows,
               double size_pt = 7.0);
    void rule();

    /// A box over the whole width for a drawing, in the units of the page.
    void drawing(double height_pt,
                 const std::function<void(QPainter& painter, const QRectF& box)>& draw);

    [[nodiscard]] const chart::ChartStyle& style() const noexcept { return style_; }
    /// In units of the page, for painters given by drawing().
    [[nodiscard]] static QFont font(const TextStyle& style);
    [[nodiscard]] static double units(double pt) noexcept { return pt * units_per_pt; }

  private:
    static constexpr double units_per_pt = 10.0;

    void begin_page(QPageLayout::Orientation orientation);
    void paint_running_lines();
    void paint_row(const std::vector<Column>& columns, const std::vector<QString>& cells,
                   double height_pt, const TextStyle& text);
    void paint_table_head(const std::vector<Column>& columns, double size_pt);
    [[nodiscard]] double text_height(const QString& text, const TextStyle& style,
                                     double width_pt) const;
    void draw_text(const QString& text, const TextStyle& style, const QRectF& area_pt,
                   int flags) const;

    chart::ChartStyle style_ = chart::ChartStyle::day();
    QPdfWriter writer_;
    mutable QPainter painter_;
    RunningLines lines_;
    int page_count_;
    int page_ = 0;
    QRectF text_area_; ///< points
    double y_ = 0.0;   ///< points
};

} // namespace fairlead::gui
