// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Colours as data: ramps and classes for values (data/palettes/*.csv, each with its source), and
/// the colours of the chart's own parts. Meaning is never by colour alone: classes also have a line
/// pattern and width.

#include "core/base/table.hpp"

#include <QColor>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::chart {

/// What is drawn on top of the core of a route line.
enum class LinePattern { plain, dashes, ticks, bars };

struct ChartStyle;

class Palette {
  public:
    enum class Kind {
        ramp,   ///< colours between entries are interpolated
        classes ///< an entry's colour holds from its value up to the next entry's
    };
    struct Entry {
        double value = 0.0;
        QColor colour;
        std::string label; ///< classes only
        LinePattern pattern = LinePattern::plain;
        double width_px = 0.0; ///< 0: not a line palette
    };

    /// Columns value, red, green, blue, alpha [, label] [, pattern, width_px]; notes kind, title,
    /// unit, unit_per_value (factor from values to the unit printed).
    /// @throws Error (malformed) naming file, line and value.
    [[nodiscard]] static Palette from_table(const Table& table);
    /// data/palettes/<name>.csv. @throws Error (not_found, malformed)
    [[nodiscard]] static Palette named(std::string_view name);

    /// With every value times `factor`: for palettes in multiples of a ship's own limit.
    /// @pre factor is above 0
    [[nodiscard]] Palette scaled(double factor) const;
    /// As it looks in a style: lightness and chroma brought into the style's range, so that steps
    /// stay steps; itself by day.
    [[nodiscard]] Palette in_style(const ChartStyle& style) const;

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] const std::string& title() const noexcept { return title_; }
    [[nodiscard]] const std::string& unit() const noexcept { return unit_; }
    [[nodiscard]] double unit_per_value() const noexcept { return unit_per_value_; }
    [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }

    /// Colour of a finite value; values beyond the ends take the end's colour.
    [[nodiscard]] QColor colour(double value) const;
    /// Index of the entry whose class holds the value.
    [[nodiscard]] std::size_t class_of(double value) const noexcept;
    /// Premultiplied colours of `count` even steps over [first value, last value], for samplers.
    /// @pre count >= 2
    [[nodiscard]] std::vector<QRgb> lookup_table(std::size_t count) const;

  private:
    Kind kind_ = Kind::ramp;
    std::string title_;
    std::string unit_;
    double unit_per_value_ = 1.0;
    std::vector<Entry> entries_; ///< by increasing value; at least one
};

/// When the bridge is how dark.
enum class Scheme { day, dusk, night };

/// Colours of what is not a value. Names as in data/palettes/style_*.csv.
struct ChartStyle {
    QColor water, land, coast, land_seam, no_data, no_data_hatch, graticule, frame, margin, ink,
        quiet_ink, halo, rule, casing_outer, casing_inner, plain_route, mark, warning, banner,
        panel, zone, contour, arrow, arrow_halo, selection, measure;
    /// CIE lightness that black and white of a palette get, and the share of chroma it keeps.
    double values_darkest = 0.0;
    double values_lightest = 100.0;
    double values_chroma = 1.0;

    /// @throws Error (malformed) if a name is missing or not known.
    [[nodiscard]] static ChartStyle from_table(const Table& table);
    /// data/palettes/style_<scheme>.csv.
    [[nodiscard]] static ChartStyle of(Scheme scheme);
    [[nodiscard]] static ChartStyle day() { return of(Scheme::day); }
};

} // namespace fairlead::chart
