// SPDX-License-Identifier: Apache-2.0
#include "core/study/calendar_figure.hpp"

#include "core/study/calendar.hpp"
#include "core/study/figure_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace fairlead::study {
namespace {

constexpr const char* calendar_id = "calendar";
constexpr double right_margin = 12.0;
constexpr double greatest_label_width = 380.0;
constexpr double head_height = 52.0;
constexpr double greatest_cell_width = 24.0;
constexpr std::size_t greatest_row_count = 120;
constexpr std::size_t most_classes = 8;

/// Causes by how often they are a cell's: the most frequent have hatches of their own.
std::vector<std::string> causes_of(const Calendar& calendar) {
    std::map<std::string, int> counts;
    for (const auto& row : calendar.rows) {
        for (const auto& [column, cell] : row.cells) {
            if (cell.cause) {
                ++counts[*cell.cause];
            }
        }
    }
    std::vector<std::string> causes;
    causes.reserve(counts.size());
    for (const auto& [cause, count] : counts) {
        causes.push_back(cause);
    }
    std::stable_sort(causes.begin(), causes.end(),
                     [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    return causes;
}

/// To what a reader still tells apart: 8.3, 12, 160 days.
double rounded(double days, bool up) {
    const double step = std::pow(10.0, std::floor(std::log10(std::max(days, 0.1))) - 1.0);
    // Whole steps of a value that is a step already stay what they are.
    const double steps = days / step;
    return step * (up ? std::ceil(steps - 1e-6) : std::floor(steps + 1e-6));
}

/// Borders of classes of duration (days), rising, with about as many cells in each: on an even
/// scale a few ships that wait for months in port would leave no colours for all others. None
/// without a route.
std::vector<double> class_borders(const Calendar& calendar) {
    std::vector<double> days;
    for (const auto& row : calendar.rows) {
        for (const auto& [column, cell] : row.cells) {
            if (cell.found > 0) {
                days.push_back(cell.median_duration_h / 24.0);
            }
        }
    }
    if (days.empty()) {
        return {};
    }
    std::sort(days.begin(), days.end());
    std::vector<double> borders{rounded(days.front(), false)};
    for (std::size_t i = 1; i < most_classes; ++i) {
        const double border = rounded(days[i * days.size() / most_classes], false);
        if (border > borders.back()) {
            borders.push_back(border);
        }
    }
    borders.push_back(rounded(days.back(), true));
    if (!(borders.back() > borders[borders.size() - 2])) {
        borders.pop_back(); // the last class is the value itself
    }
    return borders;
}

class Sheet {
  public:
    Sheet(const Calendar& calendar, Svg& svg)
        : calendar_(calendar), svg_(svg), causes_(causes_of(calendar)),
          borders_(class_borders(calendar)) {
        double widest = 0.0;
        for (const auto& row : calendar.rows) {
            widest = std::max(widest, text_width_px(label_of(row), 11.0));
        }
        left_ = std::min(widest, greatest_label_width) + 10.0;
        cell_width_ =
            std::min(greatest_cell_width, (figure_width - left_ - right_margin) / calendar.columns);
        row_height_ = calendar.rows.size() > 40 ? 12.0 : 18.0;
        right_ = left_ + cell_width_ * calendar.columns;
        bottom_ = head_height + row_height_ * static_cast<double>(calendar.rows.size());
    }

    /// @return height of the drawing
    double draw() {
        define_hatches(svg_, calendar_id);
        svg_.text(left_, 14.0, "Day of departure", "font-weight=\"bold\"");
        draw_cells();
        draw_rows();
        draw_months();
        return draw_legend();
    }

  private:
    static std::string label_of(const CalendarRow& row) {
        return row.labels.empty() ? "all routes" : fmt::format("{}", fmt::join(row.labels, ", "));
    }

    /// One path for each colour and hatch: small, and without seams between neighbours.
    void draw_cells() {
        std::map<std::string, std::string> paths;
        double top = head_height;
        for (const auto& row : calendar_.rows) {
            for (const auto& [column, cell] : row.cells) {
                const double x = left_ + column * cell_width_;
                const double share =
                    static_cast<double>(cell.found) / static_cast<double>(cell.tried);
                const double filled = share * (row_height_ - 1.0);
                const auto box = [&](double y, double height) {
                    return fmt::format("M{} {}h{}v{}h-{}z", short_number(x), short_number(y),
                                       short_number(cell_width_), short_number(height),
                                       short_number(cell_width_));
                };
                if (share > 0.0) {
                    paths[colour(class_of(cell.median_duration_h / 24.0))] +=
                        box(top + row_height_ - 1.0 - filled, filled);
                }
                if (share < 1.0) {
                    paths[hatch_of(cell)] += box(top, row_height_ - 1.0 - filled);
                }
            }
            top += row_height_;
        }
        for (const auto& [fill, path] : paths) {
            svg_.path(path, fmt::format("fill=\"{}\"", fill));
        }
    }

    [[nodiscard]] std::size_t class_count() const noexcept {
        return std::max<std::size_t>(borders_.size(), 2) - 1;
    }
    [[nodiscard]] std::size_t class_of(double days) const {
        const auto above = std::upper_bound(borders_.begin(), borders_.end(), days);
        const auto at =
            static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - borders_.begin(), 1)) - 1;
        return std::min(at, class_count() - 1);
    }
    [[nodiscard]] std::string colour(std::size_t of_class) const {
        return ramp_colour((static_cast<double>(of_class) + 0.5) /
                           static_cast<double>(class_count()));
    }

    std::string hatch_of(const CalendarCell& cell) const {
        const auto found = std::find(causes_.begin(), causes_.end(), cell.cause.value_or(""));
        return hatch_fill(calendar_id, static_cast<std::size_t>(found - causes_.begin()));
    }

    void draw_rows() {
        double top = head_height;
        for (std::size_t i = 0; i < calendar_.rows.size(); ++i) {
            const auto& labels = calendar_.rows[i].labels;
            svg_.text(left_ - 6.0, top + row_height_ * 0.5 + 3.5,
                      fitted(label_of(calendar_.rows[i]), greatest_label_width, 11.0),
                      fmt::format("text-anchor=\"end\" font-size=\"{}\"",
                                  row_height_ < 15.0 ? "10" : "11"));
            // A rule where the first axis changes.
            const bool is_new = i > 0 && labels.size() > 1 &&
                                labels.front() != calendar_.rows[i - 1].labels.front();
            if (is_new) {
                svg_.line(left_ - 4.0, top - 0.5, right_, top - 0.5,
                          "stroke=\"#222\" stroke-width=\"1\"");
            }
            top += row_height_;
        }
        svg_.rect(left_, head_height, right_ - left_, bottom_ - head_height,
                  "fill=\"none\" stroke=\"#222\" stroke-width=\"0.8\"");
    }

    /// Names of months, and of days where a month is wide.
    void draw_months() {
        using std::chrono::year_month_day;
        double last_label_end = 0.0;
        std::optional<year_month_day> before;
        for (int column = 0; column < calendar_.columns; ++column) {
            const year_month_day date(calendar_.day(column));
            const double x = left_ + column * cell_width_;
            if (!before || before->month() != date.month()) {
                const bool names_year =
                    !calendar_.by_year && (!before || before->year() != date.year());
                const auto label = names_year
                                       ? fmt::format("{} {}", month_name(unsigned(date.month())),
                                                     static_cast<int>(date.year()))
                                       : std::string(month_name(unsigned(date.month())));
                if (before) {
                    svg_.line(x, head_height - 22.0, x, bottom_,
                              "stroke=\"#222\" stroke-width=\"0.5\"");
                }
                if (x >= last_label_end) {
                    svg_.text(x + 2.0, head_height - 18.0, label);
                    last_label_end = x + text_width_px(label, 11.0) + 4.0;
                }
            }
            // The first column of each ten days, where those are wide enough.
            const auto ten_days = [](year_month_day day) { return (unsigned(day.day()) - 1) / 10; };
            const bool is_first =
                !before || before->month() != date.month() || ten_days(*before) != ten_days(date);
            const bool is_wide = cell_width_ * 10.0 / calendar_.days_per_column >= 15.0;
            if ((is_first && is_wide && unsigned(date.day()) <= 30) || cell_width_ >= 15.0) {
                svg_.text(x + cell_width_ * 0.5, head_height - 5.0,
                          fmt::format("{}", unsigned(date.day())),
                          "text-anchor=\"middle\" font-size=\"9\"");
            }
            before = date;
        }
    }

    double draw_legend() {
        double y = bottom_ + 24.0;
        constexpr double ramp_width = 320.0;
        constexpr double legend_left = 14.0;
        svg_.text(legend_left, y, "Duration (days, waiting in port included)",
                  "font-weight=\"bold\"");
        const double class_width = ramp_width / static_cast<double>(class_count());
        for (std::size_t i = 0; i < borders_.size(); ++i) {
            const double x = legend_left + static_cast<double>(i) * class_width;
            if (i < class_count()) {
                svg_.rect(x, y + 7.0, class_width, 12.0, fmt::format("fill=\"{}\"", colour(i)));
            }
            svg_.text(x, y + 31.0, fmt::format("{:g}", borders_[i]),
                      "text-anchor=\"middle\" font-size=\"10\"");
        }
        constexpr double cause_left = 400.0;
        svg_.text(cause_left, y,
                  causes_.empty() ? "Every ship gets through"
                                  : "No passage, by what stops the ship",
                  "font-weight=\"bold\"");
        double line = y + 7.0;
        for (std::size_t i = 0; i < std::min(causes_.size(), hatch_count); ++i) {
            const bool is_rest = i + 1 == hatch_count && causes_.size() > hatch_count;
            svg_.rect(cause_left, line, 26.0, 12.0,
                      fmt::format("fill=\"{}\" stroke=\"#999\" stroke-width=\"0.5\"",
                                  hatch_fill(calendar_id, i)));
            svg_.text(cause_left + 33.0, line + 10.0,
                      is_rest ? "other causes" : words_of_code(causes_[i]));
            line += 16.0;
        }
        svg_.rect(cause_left, line, 26.0, 12.0,
                  "fill=\"#fff\" stroke=\"#999\" stroke-width=\"0.5\"");
        svg_.text(cause_left + 33.0, line + 10.0, "no departure planned");
        return std::max(line + 22.0, y + 44.0);
    }

    const Calendar& calendar_;
    Svg& svg_;
    std::vector<std::string> causes_;
    std::vector<double> borders_; ///< of the classes of duration [days]
    double left_ = 0.0;
    double right_ = 0.0;
    double bottom_ = 0.0;
    double cell_width_ = 0.0;
    double row_height_ = 0.0;
};

std::string caption_of(const Calendar& calendar, std::size_t all_rows) {
    std::string caption =
        calendar.days_per_column == 1
            ? "One column a day of departure."
            : fmt::format("One column for each {} days of departure.", calendar.days_per_column);
    caption += " Where several departures share a cell, its coloured part is the share that gets "
               "through, its colour their median duration, in classes of about as many cells each.";
    if (!calendar.pooled.empty()) {
        std::vector<std::string> names;
        for (const auto axis : calendar.pooled) {
            names.emplace_back(name(axis));
        }
        caption +=
            fmt::format(" Taken together here for want of room: every {}.", fmt::join(names, ", "));
    }
    if (all_rows > calendar.rows.size()) {
        caption += fmt::format(" The first {} of {} rows; the table has all of them.",
                               calendar.rows.size(), all_rows);
    }
    return caption;
}

} // namespace

Figure calendar_figure(const Outcomes& outcomes) {
    Figure figure;
    figure.title = "When ships get through";
    auto calendar = calendar_of(outcomes, greatest_row_count);
    figure.tables.push_back({"calendar", calendar_csv(calendar)});
    if (calendar.rows.empty()) {
        figure.html = "<p>No departure is planned yet.</p>\n";
        return figure;
    }
    const auto all_rows = calendar.rows.size();
    calendar.rows.resize(std::min(all_rows, greatest_row_count));
    Svg svg(figure_width, 0.0, "Navigability calendar: duration by day of departure");
    const double height = Sheet(calendar, svg).draw();
    svg.resize(figure_width, height);
    figure.caption = caption_of(calendar, all_rows);
    figure.drawings.push_back({calendar_id, svg.str()});
    return figure;
}

} // namespace fairlead::study
