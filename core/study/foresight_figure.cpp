// SPDX-License-Identifier: Apache-2.0
#include "core/study/foresight_figure.hpp"

#include "core/base/table.hpp"
#include "core/study/date_axis.hpp"
#include "core/study/panels.hpp"
#include "core/study/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace fairlead::study {
namespace {

constexpr double regret_top = 40.0;
constexpr double regret_height = 170.0;

struct Sailed {
    Instant departure;
    const io::RouteRecord* planned = nullptr;
    std::optional<double> regret; ///< in the unit of the objective
};

struct Series {
    std::string label;
    std::string unit;
    std::vector<Sailed> departures; ///< of routes that were found, rising
    std::size_t tried = 0;
    std::size_t lawful = 0; ///< sailed without a violation
};

struct SeriesPanel {
    std::string title;
    std::vector<Series> series;
};

bool is_lawful(const io::RouteRecord& record) {
    return record.sailed && record.sailed->violations.empty();
}

/// What the routes with perfect knowledge cost: by everything but the scenario, and departure.
class Perfect {
  public:
    Perfect(const Outcomes& outcomes, const std::string& truth) {
        for (const auto& outcome : outcomes.all()) {
            if (outcome.record->scenario == truth && is_lawful(*outcome.record)) {
                costs_[key_of(outcome)] = outcome.record->sailed->cost;
            }
        }
    }
    [[nodiscard]] std::optional<double> cost(const Outcome& outcome) const {
        const auto found = costs_.find(key_of(outcome));
        return found == costs_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    using Key = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, Instant>;
    static Key key_of(const Outcome& outcome) {
        return {outcome.on(Axis::voyage), outcome.on(Axis::ship), outcome.on(Axis::objective),
                outcome.on(Axis::rules), outcome.record->departure};
    }
    std::map<Key, double> costs_;
};

Series series_of(const PanelSeries& panel_series, const Perfect& perfect) {
    Series series{panel_series.label, "", {}, panel_series.outcomes.size(), 0};
    for (const auto* outcome : panel_series.outcomes) {
        const auto& record = *outcome->record;
        series.unit = record.unit;
        if (!record.sailed) {
            continue;
        }
        Sailed sailed{record.departure, &record, {}};
        if (is_lawful(record)) {
            ++series.lawful;
            if (const auto best = perfect.cost(*outcome)) {
                sailed.regret = record.sailed->cost - *best;
            }
        }
        series.departures.push_back(sailed);
    }
    std::stable_sort(series.departures.begin(), series.departures.end(),
                     [](const auto& a, const auto& b) { return a.departure < b.departure; });
    return series;
}

/// Without the routes of perfect knowledge, whose regret is nothing.
std::vector<SeriesPanel> sailed_panels(const std::vector<Panel>& panels, const Perfect& perfect,
                                       const std::string& truth) {
    std::vector<SeriesPanel> sailed;
    for (const auto& panel : panels) {
        SeriesPanel wanted{panel.title, {}};
        for (const auto& series : panel.series) {
            if (!series.outcomes.empty() && series.outcomes.front()->record->scenario != truth) {
                wanted.series.push_back(series_of(series, perfect));
            }
        }
        if (!wanted.series.empty()) {
            sailed.push_back(std::move(wanted));
        }
    }
    return sailed;
}

/// Hours and tonnes have no axis in common.
std::vector<SeriesPanel> by_unit(const SeriesPanel& panel) {
    std::vector<SeriesPanel> parts;
    for (const auto& series : panel.series) {
        auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& known) {
            return known.series.front().unit == series.unit;
        });
        if (part == parts.end()) {
            part = parts.insert(part, SeriesPanel{panel.title, {}});
        }
        part->series.push_back(series);
    }
    return parts;
}

std::optional<Quantiles> regrets_of(const Series& series) {
    std::vector<double> regrets;
    for (const auto& sailed : series.departures) {
        if (sailed.regret) {
            regrets.push_back(*sailed.regret);
        }
    }
    return quantiles_of(std::move(regrets));
}

std::string sailed_csv(const std::vector<SeriesPanel>& panels) {
    std::string csv = "voyage,series,departure,foreseen_cost,sailed_cost,regret,unit,violations\n";
    for (const auto& panel : panels) {
        for (const auto& series : panel.series) {
            for (const auto& sailed : series.departures) {
                const auto& record = *sailed.planned;
                csv += fmt::format(
                    "{},{},{},{:.5f},{:.5f},{},{},{}\n", csv_field(panel.title),
                    csv_field(series.label), format_instant(sailed.departure), record.numbers->cost,
                    record.sailed->cost,
                    sailed.regret ? fmt::format("{:.5f}", *sailed.regret) : std::string(),
                    csv_field(series.unit),
                    csv_field(fmt::format("{}", fmt::join(record.sailed->violations, "; "))));
            }
        }
    }
    return csv;
}

std::string summary_html(const std::vector<SeriesPanel>& panels) {
    std::string html =
        "<table><thead><tr><th>Voyage</th><th>Planned by</th><th class=\"n\">Found"
        "</th><th class=\"n\">Lawful in what came</th><th class=\"n\">Regret: median "
        "(95 %)</th></tr></thead>\n<tbody>\n";
    for (const auto& panel : panels) {
        for (const auto& series : panel.series) {
            const auto regrets = regrets_of(series);
            html += fmt::format(
                "<tr><td>{}</td><td>{}</td><td class=\"n\">{} of {}</td><td class=\"n\">{} of "
                "{}</td><td class=\"n\">{}</td></tr>\n",
                escaped(panel.title), escaped(series.label), series.departures.size(), series.tried,
                series.lawful, series.departures.size(),
                regrets ? fmt::format("{:.1f} ({:.1f}) {}", regrets->median, regrets->q95,
                                      escaped(series.unit))
                        : std::string("not known"));
        }
    }
    return html + "</tbody></table>\n";
}

std::string draw(const SeriesPanel& panel) {
    double first = HUGE_VAL;
    double last = -HUGE_VAL;
    double low = 0.0;
    double high = 0.0;
    for (const auto& series : panel.series) {
        for (const auto& sailed : series.departures) {
            first = std::min(first, unix_seconds(sailed.departure));
            last = std::max(last, unix_seconds(sailed.departure));
            low = std::min(low, sailed.regret.value_or(0.0));
            high = std::max(high, sailed.regret.value_or(0.0));
        }
    }
    if (!(last > first)) { // one departure stands in the middle, and so does none
        first = std::isfinite(first) ? first - 43200.0 : 0.0;
        last = first + 86400.0;
    }
    const Scale time{first, last, axis_left + 8.0, axis_right - 8.0};
    const auto value = rounded_scale(low, high, regret_top + regret_height, regret_top);
    Svg svg(figure_width, 0.0, fmt::format("Regret by day of departure: {}", panel.title));
    svg.text(10.0, 14.0, panel.title, "font-weight=\"bold\" font-size=\"13\"");
    draw_value_axis(svg, value, axis_left, axis_right,
                    fmt::format("Regret ({})", panel.series.front().unit));
    draw_date_axis(svg, time, regret_top + regret_height, false);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        std::string path;
        std::string crosses;
        bool goes_on = false;
        for (const auto& sailed : panel.series[i].departures) {
            const double x = time(unix_seconds(sailed.departure));
            if (sailed.regret) {
                path += fmt::format("{}{} {}", goes_on ? 'L' : 'M', short_number(x),
                                    short_number(value(*sailed.regret)));
            } else {
                const double y = value(0.0);
                crosses += fmt::format("M{0} {1}l8 8M{0} {2}l8 -8", short_number(x - 4.0),
                                       short_number(y - 4.0), short_number(y + 4.0));
            }
            goes_on = sailed.regret.has_value();
        }
        const auto colour = series_colour(i);
        svg.path(path, fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\" "
                                   "stroke-dasharray=\"{}\" stroke-linejoin=\"round\"",
                                   colour, series_dash(i)));
        svg.path(crosses, fmt::format("stroke=\"{}\" stroke-width=\"1.6\"", colour));
        names.push_back(panel.series[i].label);
    }
    const double legend_top = regret_top + regret_height + 30.0;
    svg.resize(figure_width,
               legend_top + 6.0 + draw_series_legend(svg, 10.0, legend_top, 920.0, names));
    return svg.str();
}

} // namespace

std::optional<Figure> foresight_figure(const Manifest& manifest, const Outcomes& outcomes) {
    const auto& truth = manifest.file.sail_in;
    if (truth.empty()) {
        return std::nullopt;
    }
    Figure figure;
    figure.title = "What foresight is worth";
    const std::array axes{Axis::scenario, Axis::ship, Axis::objective, Axis::rules};
    const Perfect perfect(outcomes, truth);
    const auto all = sailed_panels(panels_of(outcomes, axes), perfect, truth);
    figure.tables.push_back({"foresight", sailed_csv(all)});
    if (all.empty()) {
        figure.html = "<p>Every route was planned in the sea it is sailed in.</p>\n";
        return figure;
    }
    figure.html = summary_html(all);
    const auto drawn = drawn_panels(outcomes, axes);
    figure.caption =
        fmt::format("Routes sailed in {}. Regret: what a route costs there, less what the route "
                    "planned with perfect knowledge of it costs. Crosses: the route breaks a rule "
                    "there, or nothing was found with perfect knowledge.",
                    truth) +
        drawn.left_out;
    const auto panels = sailed_panels(drawn.panels, perfect, truth);
    for (const auto& panel : panels) {
        for (const auto& of_unit : by_unit(panel)) {
            figure.drawings.push_back(
                {fmt::format("foresight-{}", figure.drawings.size() + 1), draw(of_unit)});
        }
    }
    return figure;
}

} // namespace fairlead::study
