// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/panel.hpp"

#include "gui/chart/gui_application.hpp"
#include "gui/chart/map_labels.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/ramp.hpp"
#include "gui/chart/raster_painter.hpp"
#include "gui/chart/route_painter.hpp"

#include <QFontMetricsF>
#include <QImage>
#include <QLinearGradient>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::chart {

namespace {

constexpr double text_px = 12.0;
constexpr double small_px = 11.0;
constexpr double line_gap = 1.32;      ///< line height over font size
constexpr double least_note_px = 20.0; ///< height of a note's sign
constexpr int most_note_lines = 8;     ///< of one note: so that none fills the column alone

/// Writes downwards in one column and knows where it stands.
class Column {
  public:
    Column(QPainter& painter, const QRectF& area, const ChartStyle& style)
        : painter_(painter), area_(area), style_(style), y_(area.top()) {}

    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] double room() const { return area_.bottom() - y_; }
    void skip(double px) { y_ += px; }

    void heading(const QString& text) {
        painter_.setFont(chart_font(11, Weight::bold));
        painter_.setPen(style_.quiet_ink);
        painter_.drawText(QPointF(area_.left(), y_ + 11.0), text.toUpper());
        y_ += 20.0;
    }

    /// Wrapped text; at most `most_lines`, the last one elided.
    void paragraph(const QString& text, double size_px, const QColor& ink,
                   Weight weight = Weight::regular, int most_lines = 100, double indent = 0.0) {
        const QFont font = chart_font(size_px, weight);
        const QFontMetricsF metrics(font);
        painter_.setFont(font);
        painter_.setPen(ink);
        const double width = area_.width() - indent;
        for (const QString& line : wrapped(text, metrics, width, most_lines)) {
            painter_.drawText(QPointF(area_.left() + indent, y_ + metrics.ascent()), line);
            y_ += size_px * line_gap;
        }
    }

    void facts(const std::vector<Fact>& facts) {
        const QFont label_font = chart_font(text_px);
        const QFont value_font = chart_font(text_px, Weight::bold);
        const QFontMetricsF metrics(label_font);
        double label_width = 0.0;
        for (const Fact& fact : facts) {
            label_width = std::max(label_width,
                                   metrics.horizontalAdvance(QString::fromStdString(fact.label)));
        }
        label_width = std::min(label_width, 0.45 * area_.width());
        const double value_width = area_.width() - label_width - 12.0;
        for (const Fact& fact : facts) {
            if (room() < text_px * line_gap) {
                return;
            }
            painter_.setFont(label_font);
            painter_.setPen(style_.quiet_ink);
            painter_.drawText(QPointF(area_.left(), y_ + metrics.ascent()),
                              metrics.elidedText(QString::fromStdString(fact.label), Qt::ElideRight,
                                                 label_width));
            painter_.setFont(value_font);
            painter_.setPen(style_.ink);
            painter_.drawText(
                QPointF(area_.left() + label_width + 12.0, y_ + metrics.ascent()),
                QFontMetricsF(value_font)
                    .elidedText(QString::fromStdString(fact.value), Qt::ElideRight, value_width));
            y_ += text_px * 1.42;
        }
    }

    void legend(const Scene& scene) {
        for (auto layer = scene.rasters.rbegin(); layer != scene.rasters.rend(); ++layer) {
            value_key(*layer);
        }
        const auto coloured =
            std::find_if(scene.routes.begin(), scene.routes.end(),
                         [](const RouteLayer& layer) { return layer.coloured_by_rio; });
        if (coloured != scene.routes.end() && scene.route_palette) {
            route_key(*scene.route_palette);
        } else if (!scene.routes.empty()) {
            line_sample({style_.plain_route, LinePattern::plain, 3.6},
                        QStringLiteral("route (POLARIS not applied)"));
        }
        swatches(scene);
    }

    /// Beside the heading last written: what the rings on the map mean.
    void ring_key(const NoteMark& note) {
        const QString words = QStringLiteral("a remark applies from here");
        const QFont font = chart_font(small_px);
        const double left = area_.right() - QFontMetricsF(font).horizontalAdvance(words);
        const double baseline = y_ - 9.0;
        painter_.setFont(font);
        painter_.setPen(style_.quiet_ink);
        painter_.drawText(QPointF(left, baseline), words);
        paint_note_ring(painter_, {left - 13.0, baseline - 4.0}, 5.0, note.severity, style_);
    }

    /// As many whole notes as there is room for, then how many are left out.
    /// @return how many are written.
    std::size_t notes(const std::vector<NoteMark>& notes) {
        if (notes.empty()) {
            paragraph(QStringLiteral("None."), text_px, style_.ink);
            return 0;
        }
        constexpr double indent = 26.0;
        constexpr double gap = 4.0;
        constexpr double line_px = small_px * line_gap;
        const QFontMetricsF metrics(chart_font(small_px));
        for (std::size_t i = 0; i < notes.size(); ++i) {
            const QString text = QString::fromStdString(notes[i].text);
            const bool is_last = i + 1 == notes.size();
            const double free = room() - (is_last ? 0.0 : line_px + gap);
            const auto lines = static_cast<double>(
                wrapped(text, metrics, area_.width() - indent, most_note_lines).size());
            const double needed = std::max(lines * line_px, least_note_px);
            // The first, the gravest, is written even where it must be cut short.
            if (needed > free && i > 0) {
                paragraph(QStringLiteral("and %1 more: see the report").arg(notes.size() - i),
                          small_px, style_.quiet_ink, Weight::regular, 1, indent);
                return i;
            }
            paint_note_mark(painter_, {area_.left() + 9.0, y_ + 8.5}, static_cast<int>(i) + 1,
                            notes[i].severity, style_);
            const double top = y_;
            const int most_lines = std::max(1, static_cast<int>(free / line_px));
            paragraph(text, small_px, style_.ink, Weight::regular,
                      std::min(most_lines, most_note_lines), indent);
            y_ = std::max(y_, top + least_note_px) + gap;
        }
        return notes.size();
    }

    /// One paragraph of at most three lines each, then how many are left out.
    void list(const std::vector<std::string>& texts) {
        constexpr int most_lines = 3;
        constexpr double line_px = small_px * line_gap;
        const QFontMetricsF metrics(chart_font(small_px));
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const QString text = QString::fromStdString(texts[i]);
            const auto lines =
                static_cast<double>(wrapped(text, metrics, area_.width(), most_lines).size());
            const bool is_last = i + 1 == texts.size();
            if (room() < (lines + (is_last ? 0.0 : 1.0)) * line_px) {
                paragraph(QStringLiteral("and %1 more: see the report").arg(texts.size() - i),
                          small_px, style_.quiet_ink, Weight::regular, 1);
                return;
            }
            paragraph(text, small_px, style_.ink, Weight::regular, most_lines);
            y_ += 2.0;
        }
    }

  private:
    static QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width,
                               int most_lines) {
        QStringList lines;
        QString line;
        const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QString longer = line.isEmpty() ? words[i] : line + QLatin1Char(' ') + words[i];
            if (line.isEmpty() || metrics.horizontalAdvance(longer) <= width) {
                line = longer;
                continue;
            }
            if (lines.size() + 1 == most_lines) {
                const QString rest = line + QLatin1Char(' ') + words.mid(i).join(QLatin1Char(' '));
                lines << metrics.elidedText(rest, Qt::ElideRight, width);
                return lines;
            }
            lines << metrics.elidedText(line, Qt::ElideRight, width);
            line = words[i];
        }
        if (!line.isEmpty()) {
            lines << metrics.elidedText(line, Qt::ElideRight, width);
        }
        return lines;
    }

    void caption(const QString& text) { paragraph(text, small_px, style_.ink, Weight::regular, 2); }

    void value_key(const RasterLayer& layer) {
        const Palette& palette = *layer.palette;
        QString title = QString::fromStdString(layer.title.empty() ? palette.title() : layer.title);
        if (!palette.unit().empty()) {
            title += QStringLiteral(", ") + QString::fromStdString(palette.unit());
        }
        if (!layer.data_date.empty()) {
            title += QStringLiteral(" \u2013 ") + QString::fromStdString(layer.data_date);
        }
        caption(title);
        const QRectF bar(area_.left(), y_ + 1.0, std::min(area_.width() - 14.0, 300.0), 11.0);
        paint_ramp(painter_, bar, palette, style_);
        y_ = bar.bottom() + 18.0;
    }

    void line_sample(const LineLook& look, const QString& text) {
        const double middle = y_ + 8.0;
        const QPolygonF line(
            {QPointF(area_.left() + 5.0, middle), QPointF(area_.left() + 57.0, middle)});
        paint_route(painter_, {{line, look}}, style_);
        const QFont font = chart_font(small_px);
        painter_.setFont(font);
        painter_.setPen(style_.ink);
        painter_.drawText(QPointF(area_.left() + 72.0, middle + 4.0), text);
        y_ += 17.0;
    }

    void route_key(const Palette& palette) {
        caption(QStringLiteral("Route, by ") + QString::fromStdString(palette.title()));
        y_ += 2.0;
        const auto entries = palette.entries();
        for (std::size_t i = entries.size(); i-- > 0;) {
            line_sample({entries[i].colour, entries[i].pattern, entries[i].width_px},
                        QString::fromStdString(entries[i].label));
        }
        y_ += 3.0;
    }

    /// Land, no data and marks, side by side, in as many rows as they need.
    void swatches(const Scene& scene) {
        const QFont font = chart_font(small_px);
        const QFontMetricsF metrics(font);
        double x = area_.left();
        const auto entry = [&](double sign_width, const QString& words, const auto& paint_sign) {
            constexpr double gap = 6.0;
            const double width =
                (sign_width > 0.0 ? sign_width + gap : 0.0) + metrics.horizontalAdvance(words);
            if (x > area_.left() && x + width > area_.right()) {
                x = area_.left();
                y_ += 17.0;
            }
            const double middle = y_ + 9.0;
            paint_sign(QRectF(x, middle - 5.5, sign_width, 11.0));
            painter_.setFont(font);
            painter_.setPen(style_.ink);
            painter_.drawText(
                QPointF(x + width - metrics.horizontalAdvance(words), middle + 4.0),
                metrics.elidedText(words, Qt::ElideRight, area_.width() - sign_width));
            x += width + 16.0;
        };
        const auto filled = [&](const QBrush& brush) {
            return [&, brush](const QRectF& sign) {
                painter_.setPen(QPen(style_.frame, 0.8));
                painter_.setBrush(brush);
                painter_.drawRect(sign);
            };
        };
        constexpr double box_width = 20.0;
        if (scene.land) {
            entry(box_width, QStringLiteral("land"), filled(style_.land));
        } else {
            entry(0.0, QStringLiteral("no coastline drawn"), [](const QRectF&) {});
        }
        const auto hatched =
            std::find_if(scene.rasters.rbegin(), scene.rasters.rend(),
                         [](const RasterLayer& layer) { return layer.hatch_gaps; });
        if (hatched != scene.rasters.rend()) {
            entry(box_width, QString::fromStdString(hatched->gap_label), filled(QBrush(hatch())));
        }
        const auto some_zone = [&](bool prohibited) {
            return std::any_of(scene.zones.begin(), scene.zones.end(), [&](const ZoneMark& zone) {
                return prohibited != zone.speed_limit.has_value();
            });
        };
        if (some_zone(true)) {
            entry(box_width, QStringLiteral("prohibited"),
                  filled(QBrush(style_.zone, Qt::FDiagPattern)));
        }
        if (some_zone(false)) {
            entry(box_width, QStringLiteral("speed limit"), [&](const QRectF& sign) {
                painter_.setPen(QPen(style_.zone, 1.8, Qt::DashLine));
                painter_.setBrush(Qt::NoBrush);
                painter_.drawRect(sign);
            });
        }
        if (std::any_of(scene.routes.begin(), scene.routes.end(),
                        [](const RouteLayer& layer) { return layer.show_waypoints; })) {
            entry(8.0, QStringLiteral("waypoint, arrival UTC"), [&](const QRectF& sign) {
                paint_waypoint_mark(painter_, sign.center(), style_);
            });
        }
        y_ += 20.0;
    }

    QImage hatch() const {
        const double scale = painter_.device()->devicePixelRatioF();
        const int side = static_cast<int>(std::lround(34.0 * scale));
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                image.setPixel(x, y, no_data_pixel(x, y, scale, style_));
            }
        }
        return image;
    }

    QPainter& painter_;
    QRectF area_;
    const ChartStyle& style_;
    double y_;
};

void write_voyage(Column& column, const Scene& scene, const ChartStyle& style) {
    column.paragraph(QString::fromStdString(scene.title), 19.0, style.ink, Weight::bold, 2);
    if (!scene.subtitle.empty()) {
        column.paragraph(QString::fromStdString(scene.subtitle), text_px, style.quiet_ink,
                         Weight::regular, 3);
    }
    column.skip(5.0);
    if (!scene.headline_problem.empty()) {
        column.paragraph(QString::fromStdString(scene.headline_problem), text_px, style.warning,
                         Weight::bold, 7);
        column.skip(4.0);
    }
    column.facts(scene.facts);
}

std::size_t write_remarks(Column& column, const Scene& scene, const Viewport& view) {
    column.heading(QStringLiteral("Remarks"));
    Column heading = column;
    const std::size_t listed = column.notes(scene.notes);
    // Gravest first: the first ring's colour is that of the gravest.
    const auto end = scene.notes.begin() + static_cast<std::ptrdiff_t>(listed);
    const auto ringed = std::find_if(scene.notes.begin(), end, [&](const NoteMark& note) {
        return has_ring(note, scene, view);
    });
    if (ringed != end) {
        heading.ring_key(*ringed);
    }
    return listed;
}

/// Sources from the top; what must never be missing from the bottom.
void write_data(QPainter& painter, const Scene& scene, const QRectF& area,
                const ChartStyle& style) {
    constexpr double foot_height = 78.0;
    const QString warning = QStringLiteral("NOT FOR NAVIGATION without official charts");
    Column foot(painter, area.adjusted(0.0, area.height() - foot_height, 0.0, 0.0), style);
    foot.paragraph(QString::fromStdString(scene.attribution), small_px, style.quiet_ink,
                   Weight::regular, scene.banner.empty() ? 3 : 2);
    foot.skip(4.0);
    if (!scene.banner.empty()) {
        foot.paragraph(QString::fromStdString(scene.banner), text_px, style.warning, Weight::bold,
                       1);
    }
    foot.paragraph(warning, text_px, style.warning, Weight::bold, 2);

    Column column(painter, area.adjusted(0.0, 0.0, 0.0, -foot_height - 4.0), style);
    column.heading(QStringLiteral("Data"));
    column.list(scene.sources);
}

} // namespace

std::size_t paint_panel(QPainter& painter, const Scene& scene, const Viewport& view,
                        const QRectF& area, PanelSide side, const ChartStyle& style) {
    std::size_t notes_listed = 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, style.panel);
    constexpr double inset = 20.0;
    if (side == PanelSide::bottom) {
        const QRectF inner = area.adjusted(inset, 12.0, -inset, -8.0);
        constexpr std::array<double, 4> shares{0.195, 0.25, 0.325, 0.23};
        constexpr double gutter = 28.0;
        const double usable = inner.width() - gutter * (shares.size() - 1);
        double left = inner.left();
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const double width = usable * shares[i];
            Column column(painter, QRectF(left, inner.top(), width, inner.height()), style);
            switch (i) {
            case 0:
                write_voyage(column, scene, style);
                break;
            case 1:
                column.legend(scene);
                break;
            case 2:
                notes_listed = write_remarks(column, scene, view);
                break;
            default:
                write_data(painter, scene, QRectF(left, inner.top(), width, inner.height()), style);
                break;
            }
            left += width;
            if (i + 1 < shares.size()) {
                painter.setPen(QPen(style.rule, 1.0));
                painter.drawLine(QPointF(left + 0.5 * gutter, inner.top()),
                                 QPointF(left + 0.5 * gutter, inner.bottom()));
            }
            left += gutter;
        }
    } else {
        constexpr double data_height = 220.0;
        const QRectF inner = area.adjusted(inset, 18.0, -inset, -14.0);
        Column column(painter, inner.adjusted(0, 0, 0, -data_height - 16.0), style);
        const auto rule = [&](double y) {
            painter.setPen(QPen(style.rule, 1.0));
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        };
        write_voyage(column, scene, style);
        column.skip(8.0);
        rule(column.y());
        column.skip(12.0);
        column.legend(scene);
        column.skip(8.0);
        rule(column.y());
        column.skip(12.0);
        notes_listed = write_remarks(column, scene, view);
        rule(inner.bottom() - data_height - 10.0);
        write_data(painter, scene, inner.adjusted(0, inner.height() - data_height, 0, 0), style);
    }
    painter.restore();
    return notes_listed;
}

} // namespace fairlead::chart
