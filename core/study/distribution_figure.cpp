// SPDX-License-Identifier: Apache-2.0
#include "core/study/distribution_figure.hpp"

#include "core/base/table.hpp"
#include "core/study/figure_style.hpp"
#include "core/study/measure.hpp"
#include "core/study/panels.hpp"
#include "core/study/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace fairlead::study {
namespace {

constexpr double boxes_height = 130.0;
constexpr double boxes_distance = 186.0;
constexpr double first_boxes_top = 40.0;

using Month = unsigned; // 1 to 12

Month month_of(const Outcome& outcome) {
    const auto day = std::chrono::floor<std::chrono::days>(outcome.record->departure);
    return unsigned(std::chrono::year_month_day(day).month());
}

/// Of the routes found in one month; how many were tried.
struct Box {
    std::size_t tried = 0;
    std::optional<Quantiles> quantiles;
};

std::map<Month, Box> boxes_of(const PanelSeries& series, const Measure& measure) {
    std::map<Month, std::vector<double>> values;
    std::map<Month, Box> boxes;
    for (const auto* outcome : series.outcomes) {
        const auto month = month_of(*outcome);
        ++boxes[month].tried;
        if (const auto* numbers = outcome->numbers()) {
            values[month].push_back(measure.of(*numbers) * measure.drawn_per_unit);
        }
    }
    for (auto& [month, box] : boxes) {
        box.quantiles = quantiles_of(std::move(values[month]));
    }
    return boxes;
}

class BoxPlot {
  public:
    BoxPlot(const Panel& panel, std::size_t number, Svg& svg) : panel_(panel), svg_(svg) {
        std::set<Month> months;
        for (const auto& series : panel.series) {
            for (const auto* outcome : series.outcomes) {
                months.insert(month_of(*outcome));
            }
        }
        months_.assign(months.begin(), months.end());
        top_ = first_boxes_top + static_cast<double>(number) * boxes_distance;
    }

    void draw(const Measure& measure) {
        std::vector<std::map<Month, Box>> boxes;
        double high = 0.0;
        double low = HUGE_VAL;
        for (const auto& series : panel_.series) {
            boxes.push_back(boxes_of(series, measure));
            for (const auto& [month, box] : boxes.back()) {
                high = box.quantiles ? std::max(high, box.quantiles->q95) : high;
                low = box.quantiles ? std::min(low, box.quantiles->q05) : low;
            }
        }
        // From zero, unless the differences would not be seen then.
        low = low < high * 0.6 || low > high ? 0.0 : low;
        scale_ = rounded_scale(low, high, top_ + boxes_height, top_);
        draw_value_axis(svg_, scale_, axis_left, axis_right, measure.title);
        const double month_width = (axis_right - axis_left) / static_cast<double>(months_.size());
        const double slot = std::min(month_width / static_cast<double>(boxes.size() + 1), 46.0);
        const double both = slot * static_cast<double>(boxes.size());
        for (std::size_t m = 0; m < months_.size(); ++m) {
            const double left = axis_left + static_cast<double>(m) * month_width;
            const double middle = left + month_width * 0.5;
            if (m > 0) {
                svg_.line(left, top_, left, top_ + boxes_height, "stroke=\"#bbb\"");
            }
            svg_.text(middle, top_ + boxes_height + 34.0, month_name(months_[m]),
                      "text-anchor=\"middle\"");
            for (std::size_t s = 0; s < boxes.size(); ++s) {
                if (const auto found = boxes[s].find(months_[m]); found != boxes[s].end()) {
                    draw_box(found->second, s,
                             middle - both * 0.5 + (static_cast<double>(s) + 0.5) * slot,
                             std::min(slot * 0.7, 22.0));
                }
            }
        }
        svg_.line(axis_left, top_ + boxes_height, axis_right, top_ + boxes_height,
                  fmt::format("stroke=\"{}\"", ink));
    }

  private:
    void draw_box(const Box& box, std::size_t series, double x, double width) {
        const double below = top_ + boxes_height;
        const auto small = "text-anchor=\"middle\" font-size=\"9\"";
        svg_.text(x, below + 11.0, series_letter(series), small);
        svg_.text(x, below + 21.0, fmt::format("{}", box.quantiles ? box.quantiles->count : 0),
                  "text-anchor=\"middle\" font-size=\"8\" fill=\"#555\"");
        if (!box.quantiles) {
            return;
        }
        const auto& q = *box.quantiles;
        const auto y = [&](double value) { return short_number(scale_(value)); };
        const auto colour = series_colour(series);
        const auto left = short_number(x - width * 0.5);
        const auto right = short_number(x + width * 0.5);
        const auto at = short_number(x);
        svg_.path(
            fmt::format("M{0} {1}V{2}M{0} {3}V{4}", at, y(q.q05), y(q.q25), y(q.q75), y(q.q95)),
            fmt::format("stroke=\"{}\" stroke-width=\"1.3\"", colour));
        svg_.path(fmt::format("M{0} {1}H{2}V{3}H{0}z", left, y(q.q25), right, y(q.q75)),
                  fmt::format("fill=\"{0}\" fill-opacity=\"0.3\" stroke=\"{0}\"", colour));
        svg_.path(fmt::format("M{} {}H{}", left, y(q.median), right),
                  "stroke=\"#000\" stroke-width=\"2\"");
    }

    const Panel& panel_;
    Svg& svg_;
    std::vector<Month> months_;
    double top_;
    Scale scale_;
};

std::string table_of(const std::vector<Panel>& panels) {
    auto csv = "voyage,series,month,departures,measure,unit," + quantiles_head("value") + '\n';
    for (const auto& panel : panels) {
        for (const auto& series : panel.series) {
            for (auto measure : measures) {
                measure.drawn_per_unit = 1.0; // a table keeps the unit
                for (const auto& [month, box] : boxes_of(series, measure)) {
                    csv += fmt::format("{},{},{},{},{},{},{}\n", csv_field(panel.title),
                                       csv_field(series.label), month, box.tried, measure.name,
                                       measure.unit, quantiles_fields(box.quantiles));
                }
            }
        }
    }
    return csv;
}

} // namespace

Figure distribution_figure(const Outcomes& outcomes) {
    Figure figure;
    figure.title = "Time, fuel and risk by month of departure";
    const std::array axes{Axis::ship, Axis::objective, Axis::rules};
    const auto panels = panels_of(outcomes, axes);
    figure.tables.push_back({"distributions", table_of(panels)});
    const auto drawn = drawn_panels(outcomes, axes);
    figure.caption = "Boxes hold the middle half of the routes found, the line is their median, "
                     "whiskers reach from the 5 % to the 95 % quantile. Below: series and number "
                     "of routes. Years and scenarios are taken together." +
                     drawn.left_out;
    for (std::size_t i = 0; i < drawn.panels.size(); ++i) {
        const auto& panel = drawn.panels[i];
        const auto title = fmt::format("Time, fuel and risk by month: {}", panel.title);
        Svg svg(figure_width, 0.0, title);
        svg.text(10.0, 14.0, panel.title, "font-weight=\"bold\" font-size=\"13\"");
        for (std::size_t m = 0; m < measures.size(); ++m) {
            BoxPlot(panel, m, svg).draw(measures[m]);
        }
        std::vector<std::string> names;
        for (const auto& series : panel.series) {
            names.push_back(series.label);
        }
        const double legend_top = first_boxes_top + boxes_distance * measures.size() - 4.0;
        svg.resize(figure_width,
                   legend_top + 6.0 + draw_series_legend(svg, 10.0, legend_top, 920.0, names));
        figure.drawings.push_back({fmt::format("distributions-{}", i + 1), svg.str()});
    }
    return figure;
}

} // namespace fairlead::study
