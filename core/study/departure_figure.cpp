// SPDX-License-Identifier: Apache-2.0
#include "core/study/departure_figure.hpp"

#include "core/base/table.hpp"
#include "core/study/date_axis.hpp"
#include "core/study/figure_style.hpp"
#include "core/study/measure.hpp"
#include "core/study/panels.hpp"
#include "core/study/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::study {
namespace {

constexpr double curve_height = 150.0;
constexpr double curve_distance = 200.0;
constexpr double first_curve_top = 40.0;
constexpr std::size_t drawn_measure_count = 2; // time and fuel
constexpr std::size_t most_marked_departures = 150;

/// By departure; the cheapest in the objective's unit, the earliest of equals.
struct Window {
    std::vector<const Outcome*> departures;
    const Outcome* best = nullptr; ///< null where none gets through
    std::size_t found = 0;
};

Window window_of(const PanelSeries& series) {
    Window window{series.outcomes};
    std::stable_sort(
        window.departures.begin(), window.departures.end(),
        [](const auto* a, const auto* b) { return a->record->departure < b->record->departure; });
    for (const auto* outcome : window.departures) {
        const auto* numbers = outcome->numbers();
        if (numbers == nullptr) {
            continue;
        }
        ++window.found;
        if (window.best == nullptr || numbers->cost < window.best->numbers()->cost) {
            window.best = outcome;
        }
    }
    return window;
}

bool is_of_several_years(const Outcomes& outcomes) {
    const auto [first, last] = std::minmax_element(
        outcomes.all().begin(), outcomes.all().end(),
        [](const auto& a, const auto& b) { return a.record->departure < b.record->departure; });
    return first != outcomes.all().end() &&
           last->record->departure - first->record->departure >= std::chrono::days(366);
}

class CurvePlot {
  public:
    CurvePlot(const std::vector<Window>& windows, bool over_each_other, Svg& svg)
        : windows_(windows), over_each_other_(over_each_other), svg_(svg) {
        double first = HUGE_VAL;
        double last = -HUGE_VAL;
        for (const auto& window : windows) {
            for (const auto* outcome : window.departures) {
                const double at = place_of(*outcome);
                first = std::min(first, at);
                last = std::max(last, at);
            }
        }
        if (!(last > first)) { // one departure stands in the middle
            first -= 43200.0;
            last += 43200.0;
        }
        time_ = {first, last, axis_left + 8.0, axis_right - 8.0};
    }

    void draw(const Measure& measure, std::size_t number) {
        const double top = first_curve_top + static_cast<double>(number) * curve_distance;
        value_ = scale_of(measure, top);
        draw_value_axis(svg_, value_, axis_left, axis_right, measure.title);
        draw_date_axis(svg_, time_, top + curve_height, over_each_other_);
        for (std::size_t i = 0; i < windows_.size(); ++i) {
            draw_line(measure, i);
        }
        draw_best_names();
    }

  private:
    /// Seconds; of the year 2000, a leap year, where years lie over each other.
    double place_of(const Outcome& outcome) const {
        const auto departure = outcome.record->departure;
        if (!over_each_other_) {
            return unix_seconds(departure);
        }
        const auto day = std::chrono::floor<std::chrono::days>(departure);
        const std::chrono::year_month_day date(day);
        const std::chrono::sys_days shown = std::chrono::year(2000) / date.month() / date.day();
        return unix_seconds(shown + (departure - day));
    }

    Scale scale_of(const Measure& measure, double top) const {
        double low = HUGE_VAL;
        double high = -HUGE_VAL;
        for (const auto& window : windows_) {
            for (const auto* outcome : window.departures) {
                if (const auto* numbers = outcome->numbers()) {
                    low = std::min(low, measure.of(*numbers) * measure.drawn_per_unit);
                    high = std::max(high, measure.of(*numbers) * measure.drawn_per_unit);
                }
            }
        }
        return low <= high ? rounded_scale(low, high, top + curve_height, top)
                           : Scale{0.0, 1.0, top + curve_height, top};
    }

    void draw_line(const Measure& measure, std::size_t series) {
        const auto& window = windows_[series];
        const auto colour = series_colour(series);
        std::string path;
        std::string marks;
        bool goes_on = false;
        double last_x = 0.0;
        for (const auto* outcome : window.departures) {
            const auto* numbers = outcome->numbers();
            if (numbers == nullptr) {
                goes_on = false; // a day without passage parts the line
                continue;
            }
            const double x = time_(place_of(*outcome));
            goes_on = goes_on && x > last_x; // another year begins at the left
            last_x = x;
            const double y = value_(measure.of(*numbers) * measure.drawn_per_unit);
            path += fmt::format("{}{} {}", goes_on ? 'L' : 'M', short_number(x), short_number(y));
            marks += fmt::format("M{} {}h0", short_number(x), short_number(y));
            goes_on = true;
            if (outcome == window.best) {
                svg_.circle(x, y, 6.0,
                            fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"2\"", colour));
                name_best(x, y, series_letter(series));
            }
        }
        svg_.path(path, fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\" "
                                    "stroke-dasharray=\"{}\" stroke-linejoin=\"round\"",
                                    colour, series_dash(series)));
        if (window.departures.size() <= most_marked_departures) {
            svg_.path(marks, fmt::format("stroke=\"{}\" stroke-width=\"4\" "
                                         "stroke-linecap=\"round\"",
                                         colour));
        }
    }

    /// Series with the same best departure share a place: their letters stand in a row.
    void name_best(double x, double y, const std::string& letter) {
        for (auto& best : bests_) {
            if (std::hypot(best.x - x, best.y - y) < 12.0) {
                best.letters += letter;
                return;
            }
        }
        bests_.push_back({x, y, letter});
    }
    void draw_best_names() {
        for (const auto& best : bests_) {
            const bool is_at_end = best.x > axis_right - 60.0;
            svg_.text(is_at_end ? best.x - 8.0 : best.x + 8.0, best.y - 6.0, best.letters,
                      is_at_end ? "font-weight=\"bold\" text-anchor=\"end\""
                                : "font-weight=\"bold\"");
        }
        bests_.clear();
    }

    struct BestPlace {
        double x, y;
        std::string letters;
    };
    std::vector<BestPlace> bests_;
    const std::vector<Window>& windows_;
    bool over_each_other_;
    Svg& svg_;
    Scale time_;
    Scale value_;
};

std::string departures_csv(const std::vector<Panel>& panels) {
    std::string csv = "voyage,series,departure,status,duration_h,fuel_t,risk_h,cost,unit,"
                      "more_duration_h,more_fuel_t,more_cost\n";
    for (const auto& panel : panels) {
        for (const auto& series : panel.series) {
            const auto window = window_of(series);
            for (const auto* outcome : window.departures) {
                const auto& record = *outcome->record;
                csv += fmt::format("{},{},{},{}", csv_field(panel.title), csv_field(series.label),
                                   format_instant(record.departure), record.status);
                if (const auto* n = outcome->numbers()) {
                    const auto& best = *window.best->numbers();
                    csv += fmt::format(",{:.4f},{:.4f},{:.5f},{:.5f},{},{:.4f},{:.4f},{:.5f}\n",
                                       n->duration_h, n->fuel_t, n->risk, n->cost,
                                       csv_field(record.unit), n->duration_h - best.duration_h,
                                       n->fuel_t - best.fuel_t, n->cost - best.cost);
                } else {
                    csv += ",,,,,,,,\n";
                }
            }
        }
    }
    return csv;
}

/// One row of the list of best departures.
struct Best {
    std::string voyage;
    std::string series;
    Window window;
    std::optional<Quantiles> more_cost; ///< of all that get through, the best included
};

std::vector<Best> bests_of(const std::vector<Panel>& panels) {
    std::vector<Best> rows;
    for (const auto& panel : panels) {
        for (const auto& series : panel.series) {
            Best row{panel.title, series.label, window_of(series), {}};
            std::vector<double> more;
            for (const auto* outcome : row.window.departures) {
                if (const auto* numbers = outcome->numbers()) {
                    more.push_back(numbers->cost - row.window.best->numbers()->cost);
                }
            }
            row.more_cost = quantiles_of(std::move(more));
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string bests_csv(const std::vector<Best>& rows) {
    auto csv = "voyage,series,departures,found,best_departure,duration_h,fuel_t,risk_h,cost,unit," +
               quantiles_head("more_cost") + '\n';
    for (const auto& row : rows) {
        csv += fmt::format("{},{},{},{},", csv_field(row.voyage), csv_field(row.series),
                           row.window.departures.size(), row.window.found);
        if (row.window.best != nullptr) {
            const auto& record = *row.window.best->record;
            const auto& n = *record.numbers;
            csv +=
                fmt::format("{},{:.4f},{:.4f},{:.5f},{:.5f},{},", format_instant(record.departure),
                            n.duration_h, n.fuel_t, n.risk, n.cost, csv_field(record.unit));
        } else {
            csv += ",,,,,,";
        }
        csv += quantiles_fields(row.more_cost) + '\n';
    }
    return csv;
}

std::string bests_html(const std::vector<Best>& rows) {
    constexpr std::size_t most_rows = 60;
    std::string html =
        "<table><thead><tr><th>Voyage</th><th>Series</th><th class=\"n\">Gets through</th>"
        "<th>Best departure</th><th class=\"n\">Duration</th><th class=\"n\">Fuel</th>"
        "<th class=\"n\">Cost</th><th class=\"n\">Another day costs more: median (95 "
        "%)</th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows); ++i) {
        const auto& row = rows[i];
        html += fmt::format("<tr><td>{}</td><td>{}</td><td class=\"n\">{} of {}</td>",
                            escaped(row.voyage), escaped(row.series), row.window.found,
                            row.window.departures.size());
        if (row.window.best == nullptr) {
            html += "<td colspan=\"5\">on no day</td></tr>\n";
            continue;
        }
        const auto& record = *row.window.best->record;
        const auto& n = *record.numbers;
        html += fmt::format(
            "<td class=\"w\">{}</td><td class=\"n\">{:.1f} d</td><td class=\"n\">{:.0f} "
            "t</td><td class=\"n\">{:.1f} {}</td><td class=\"n\">{:.1f} ({:.1f}) "
            "{}</td></tr>\n",
            page_time(record.departure), n.duration_h / 24.0, n.fuel_t, n.cost,
            escaped(record.unit), row.more_cost->median, row.more_cost->q95, escaped(record.unit));
    }
    html += "</tbody></table>\n";
    if (rows.size() > most_rows) {
        html += fmt::format("<p>The first {} of {} rows; the table best_departures.csv has all of "
                            "them.</p>\n",
                            most_rows, rows.size());
    }
    return html;
}

} // namespace

Figure departure_figure(const Outcomes& outcomes) {
    Figure figure;
    figure.title = "The best day to leave";
    const std::array axes{Axis::ship, Axis::objective, Axis::rules, Axis::scenario};
    const auto panels = panels_of(outcomes, axes);
    const auto bests = bests_of(panels);
    figure.tables.push_back({"departures", departures_csv(panels)});
    figure.tables.push_back({"best_departures", bests_csv(bests)});
    figure.html = bests.empty() ? "" : bests_html(bests);
    const auto drawn = drawn_panels(outcomes, axes);
    const bool by_year = is_of_several_years(outcomes);
    figure.caption = "Each departure's voyage. Lines end where the ship does not get through; the "
                     "ring marks the departure that costs least by the objective of its series." +
                     drawn.left_out;
    if (by_year) {
        figure.caption += " Years lie over each other.";
    }
    for (std::size_t i = 0; i < drawn.panels.size(); ++i) {
        const auto& panel = drawn.panels[i];
        Svg svg(figure_width, 0.0, fmt::format("Voyage by day of departure: {}", panel.title));
        svg.text(10.0, 14.0, panel.title, "font-weight=\"bold\" font-size=\"13\"");
        std::vector<Window> windows;
        std::vector<std::string> names;
        for (const auto& series : panel.series) {
            windows.push_back(window_of(series));
            names.push_back(series.label);
        }
        CurvePlot plot(windows, by_year, svg);
        for (std::size_t m = 0; m < drawn_measure_count; ++m) {
            plot.draw(measures[m], m);
        }
        const double legend_top = first_curve_top + curve_distance * drawn_measure_count - 20.0;
        svg.resize(figure_width,
                   legend_top + 6.0 + draw_series_legend(svg, 10.0, legend_top, 920.0, names));
        figure.drawings.push_back({fmt::format("departures-{}", i + 1), svg.str()});
    }
    return figure;
}

} // namespace fairlead::study
