// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/palette.hpp"

#include "core/base/contract.hpp"
#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/chart/lab_colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fairlead::chart {

namespace {

Table read_palette_table(std::string_view name) {
    return Table::read(data_folder() / "palettes" / (std::string(name) + ".csv"));
}

int channel(const Table& table, std::size_t row, std::string_view column) {
    const double value = table.number(row, column);
    if (value < 0.0 || value > 255.0 || value != std::floor(value)) {
        throw Error(ErrorCode::malformed, table.where(row) + ": " + std::string(column) + " is " +
                                              table.text(row, column) +
                                              ", expected a whole number from 0 to 255.");
    }
    return static_cast<int>(value);
}

QColor colour_in(const Table& table, std::size_t row) {
    return {channel(table, row, "red"), channel(table, row, "green"), channel(table, row, "blue"),
            channel(table, row, "alpha")};
}

LinePattern pattern_in(const Table& table, std::size_t row) {
    static constexpr std::array<std::pair<std::string_view, LinePattern>, 4> patterns{{
        {"plain", LinePattern::plain},
        {"dashes", LinePattern::dashes},
        {"ticks", LinePattern::ticks},
        {"bars", LinePattern::bars},
    }};
    const std::string& text = table.text(row, "pattern");
    for (const auto& [name, pattern] : patterns) {
        if (text == name) {
            return pattern;
        }
    }
    throw Error(ErrorCode::malformed, table.where(row) + ": pattern is '" + text +
                                          "', expected plain, dashes, ticks or bars.");
}

QColor blend(const QColor& from, const QColor& to, double part) {
    const auto mix = [part](int a, int b) {
        return static_cast<int>(std::lround(std::lerp(a, b, part)));
    };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()),
            mix(from.alpha(), to.alpha())};
}

} // namespace

Palette Palette::from_table(const Table& table) {
    Palette palette;
    const std::string kind = table.note("kind");
    if (kind != "ramp" && kind != "classes") {
        throw Error(ErrorCode::malformed, (table.row_count() > 0 ? table.where(0) : "palette") +
                                              ": kind is '" + kind +
                                              "', expected ramp or classes.");
    }
    palette.kind_ = kind == "ramp" ? Kind::ramp : Kind::classes;
    palette.title_ = table.note("title");
    palette.unit_ = table.note("unit");
    palette.unit_per_value_ = parse_number(table.note("unit_per_value")).value_or(1.0);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        Entry entry;
        entry.value = table.number(row, "value");
        entry.colour = colour_in(table, row);
        if (table.has_column("label")) {
            entry.label = table.text(row, "label");
        }
        if (table.has_column("pattern")) {
            entry.pattern = pattern_in(table, row);
            entry.width_px = table.number(row, "width_px");
        }
        if (!palette.entries_.empty() && entry.value <= palette.entries_.back().value) {
            throw Error(ErrorCode::malformed, table.where(row) + ": value " +
                                                  table.text(row, "value") +
                                                  " is not above the one before it.");
        }
        palette.entries_.push_back(std::move(entry));
    }
    if (palette.entries_.empty()) {
        throw Error(ErrorCode::malformed, "The palette '" + palette.title_ + "' has no rows.");
    }
    return palette;
}

Palette Palette::named(std::string_view name) {
    return from_table(read_palette_table(name));
}

Palette Palette::scaled(double factor) const {
    FAIRLEAD_EXPECTS(factor > 0.0);
    Palette other = *this;
    for (Entry& entry : other.entries_) {
        entry.value *= factor;
    }
    return other;
}

Palette Palette::in_style(const ChartStyle& style) const {
    if (style.values_darkest == 0.0 && style.values_lightest == 100.0 &&
        style.values_chroma == 1.0) {
        return *this;
    }
    Palette other = *this;
    for (Entry& entry : other.entries_) {
        LabColour lab = to_lab(entry.colour);
        lab.lightness =
            std::lerp(style.values_darkest, style.values_lightest, lab.lightness / 100.0);
        lab.a *= style.values_chroma;
        lab.b *= style.values_chroma;
        const int alpha = entry.colour.alpha();
        entry.colour = from_lab(lab);
        entry.colour.setAlpha(alpha);
    }
    return other;
}

std::size_t Palette::class_of(double value) const noexcept {
    const auto above =
        std::upper_bound(entries_.begin(), entries_.end(), value,
                         [](double v, const Entry& entry) { return v < entry.value; });
    return above == entries_.begin() ? 0 : static_cast<std::size_t>(above - entries_.begin()) - 1;
}

QColor Palette::colour(double value) const {
    const std::size_t index = class_of(value);
    const Entry& entry = entries_[index];
    if (kind_ == Kind::classes || value <= entry.value || index + 1 == entries_.size()) {
        return entry.colour;
    }
    const Entry& next = entries_[index + 1];
    return blend(entry.colour, next.colour, (value - entry.value) / (next.value - entry.value));
}

std::vector<QRgb> Palette::lookup_table(std::size_t count) const {
    FAIRLEAD_EXPECTS(count >= 2);
    const double first = entries_.front().value;
    const double last = entries_.back().value;
    std::vector<QRgb> table(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(count - 1);
        table[i] = qPremultiply(colour(std::lerp(first, last, part)).rgba());
    }
    return table;
}

ChartStyle ChartStyle::from_table(const Table& table) {
    ChartStyle style;
    const std::array<std::pair<std::string_view, QColor*>, 26> slots_by_name{{
        {"water", &style.water},
        {"land", &style.land},
        {"coast", &style.coast},
        {"land_seam", &style.land_seam},
        {"no_data", &style.no_data},
        {"no_data_hatch", &style.no_data_hatch},
        {"graticule", &style.graticule},
        {"frame", &style.frame},
        {"margin", &style.margin},
        {"ink", &style.ink},
        {"quiet_ink", &style.quiet_ink},
        {"halo", &style.halo},
        {"rule", &style.rule},
        {"casing_outer", &style.casing_outer},
        {"casing_inner", &style.casing_inner},
        {"plain_route", &style.plain_route},
        {"mark", &style.mark},
        {"warning", &style.warning},
        {"banner", &style.banner},
        {"panel", &style.panel},
        {"zone", &style.zone},
        {"contour", &style.contour},
        {"arrow", &style.arrow},
        {"arrow_halo", &style.arrow_halo},
        {"selection", &style.selection},
        {"measure", &style.measure},
    }};
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const std::string& name = table.text(row, "name");
        const auto slot = std::find_if(slots_by_name.begin(), slots_by_name.end(),
                                       [&](const auto& pair) { return pair.first == name; });
        if (slot == slots_by_name.end()) {
            throw Error(ErrorCode::malformed,
                        table.where(row) + ": '" + name + "' is not a part of the chart.");
        }
        *slot->second = colour_in(table, row);
    }
    for (const auto& [name, colour] : slots_by_name) {
        if (!colour->isValid()) {
            throw Error(ErrorCode::malformed,
                        "The chart style lacks a colour for '" + std::string(name) + "'.");
        }
    }
    const auto note = [&](const char* key, double otherwise) {
        return parse_number(table.note(key)).value_or(otherwise);
    };
    style.values_darkest = note("values_darkest", style.values_darkest);
    style.values_lightest = note("values_lightest", style.values_lightest);
    style.values_chroma = note("values_chroma", style.values_chroma);
    return style;
}

ChartStyle ChartStyle::of(Scheme scheme) {
    switch (scheme) {
    case Scheme::day:
        return from_table(read_palette_table("style_day"));
    case Scheme::dusk:
        return from_table(read_palette_table("style_dusk"));
    case Scheme::night:
        break;
    }
    return from_table(read_palette_table("style_night"));
}

} // namespace fairlead::chart
