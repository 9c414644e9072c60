// SPDX-License-Identifier: Apache-2.0
#include "core/study/comparison_figure.hpp"

#include "core/study/comparison.hpp"
#include "core/study/figure_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::study {
namespace {

constexpr double row_height = 30.0;
constexpr double plot_top = 44.0;
constexpr std::size_t most_pairs = 24;

/// One of the three columns of bars.
struct Column {
    std::size_t difference; ///< its position in a comparison
    const char* title;
    bool in_percent;
};
constexpr std::array compared{Column{0, "Duration, change (%)", true},
                              Column{1, "Fuel, change (%)", true},
                              Column{2, "Ice risk, change (risk hours)", false}};

const std::optional<Quantiles>& quantiles_in(const Comparison& comparison, const Column& column) {
    const auto& difference = comparison.differences[column.difference];
    return column.in_percent ? difference.percent : difference.absolute;
}

std::string label_of(const Comparison& comparison) {
    return fmt::format("{} against {}", comparison.second, comparison.first);
}

void draw_bar(Svg& svg, const Quantiles& q, const Scale& scale, double middle) {
    const auto x = [&](double value) { return short_number(scale(value)); };
    constexpr double half = 6.0;
    svg.path(fmt::format("M{0} {4}H{1}M{2} {4}H{3}", x(q.q05), x(q.q25), x(q.q75), x(q.q95),
                         short_number(middle)),
             "stroke=\"#0072b2\" stroke-width=\"1.5\"");
    svg.path(fmt::format("M{0} {2}H{1}V{3}H{0}z", x(q.q25), x(q.q75), short_number(middle - half),
                         short_number(middle + half)),
             "fill=\"#0072b2\" fill-opacity=\"0.3\" stroke=\"#0072b2\"");
    svg.path(fmt::format("M{} {}V{}", x(q.median), short_number(middle - half - 2.0),
                         short_number(middle + half + 2.0)),
             "stroke=\"#000\" stroke-width=\"2.2\"");
}

void draw_column(Svg& svg, const std::vector<Comparison>& comparisons, const Column& column,
                 double left, double right) {
    double low = 0.0;
    double high = 0.0;
    for (const auto& comparison : comparisons) {
        if (const auto& q = quantiles_in(comparison, column)) {
            low = std::min(low, q->q05);
            high = std::max(high, q->q95);
        }
    }
    const auto scale = rounded_scale(low, high, left, right);
    const double bottom = plot_top + row_height * static_cast<double>(comparisons.size());
    svg.text(left, 14.0, column.title, "font-weight=\"bold\"");
    for (const double tick : round_ticks(scale.low, scale.high, 4)) {
        const bool is_zero = std::fabs(tick) < 1e-9;
        svg.line(scale(tick), plot_top - 6.0, scale(tick), bottom,
                 is_zero ? "stroke=\"#222\"" : fmt::format("stroke=\"{}\"", grid_ink));
        svg.text(scale(tick), plot_top - 11.0, fmt::format("{:g}", tick),
                 "text-anchor=\"middle\" font-size=\"10\"");
    }
    double middle = plot_top + row_height * 0.5;
    for (const auto& comparison : comparisons) {
        if (const auto& q = quantiles_in(comparison, column)) {
            draw_bar(svg, *q, scale, middle);
        } else {
            svg.text((left + right) * 0.5, middle + 4.0, "none in common",
                     "text-anchor=\"middle\" font-size=\"10\" fill=\"#555\"");
        }
        middle += row_height;
    }
}

std::string draw(const std::vector<Comparison>& comparisons) {
    double label_width = 0.0;
    for (const auto& comparison : comparisons) {
        label_width = std::max(label_width, text_width_px(label_of(comparison), 11.0));
    }
    label_width = std::clamp(label_width, 80.0, 280.0);
    const double height = plot_top + row_height * static_cast<double>(comparisons.size()) + 10.0;
    Svg svg(figure_width, height, "Differences pair by pair");
    double middle = plot_top + row_height * 0.5;
    for (const auto& comparison : comparisons) {
        svg.text(10.0, middle - 1.0, fitted(label_of(comparison), label_width, 11.0));
        svg.text(10.0, middle + 11.0,
                 fmt::format("{}, n = {}", name(comparison.axis), comparison.both),
                 "font-size=\"9\" fill=\"#555\"");
        middle += row_height;
    }
    const double first = 10.0 + label_width + 24.0;
    const double width = (figure_width - first - 16.0) / compared.size();
    double left = first;
    for (const auto& column : compared) {
        draw_column(svg, comparisons, column, left, left + width - 44.0);
        left += width;
    }
    return svg.str();
}

std::string share(std::size_t part, std::size_t all) {
    return all == 0 ? "–"
                    : fmt::format("{:.0f} %",
                                  100.0 * static_cast<double>(part) / static_cast<double>(all));
}

std::string counts_of(const std::vector<Comparison>& comparisons) {
    std::string html =
        "<table><thead><tr><th>Second against first</th><th class=\"n\">Both pass</th>"
        "<th class=\"n\">First alone</th><th class=\"n\">Second alone</th><th "
        "class=\"n\">Neither</th><th class=\"n\">Faster / equal / slower</th><th "
        "class=\"n\">Burns less / equal / more</th></tr></thead>\n<tbody>\n";
    for (const auto& comparison : comparisons) {
        const auto three = [&](const Difference& difference) {
            return fmt::format("{} / {} / {}", share(difference.less, comparison.both),
                               share(difference.equal, comparison.both),
                               share(difference.more, comparison.both));
        };
        html += fmt::format(
            "<tr><td class=\"w\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
            "class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
            "class=\"n\">{}</td></tr>\n",
            escaped(label_of(comparison)), comparison.both, comparison.first_only,
            comparison.second_only, comparison.neither, three(comparison.differences[0]),
            three(comparison.differences[1]));
    }
    return html + "</tbody></table>\n";
}

} // namespace

Figure comparison_figure(const Outcomes& outcomes) {
    Figure figure;
    figure.title = "Compared pair by pair";
    auto comparisons = comparisons_of(outcomes);
    figure.tables.push_back({"comparisons", comparisons_csv(comparisons)});
    if (comparisons.empty()) {
        figure.html = "<p>Nothing to compare: no two ships, objectives, rules or scenarios have a "
                      "departure in common.</p>\n";
        return figure;
    }
    figure.caption = "Change of the second against the first, departure by departure, where both "
                     "get through: middle half (box), median (stroke), 5 % to 95 % (line). Equal "
                     "is what differs by less than 0.1 %.";
    if (std::any_of(comparisons.begin(), comparisons.end(),
                    [](const auto& comparison) { return comparison.by_day_of_year; })) {
        figure.caption += " Scenarios without a common departure are compared by day of the year.";
    }
    if (comparisons.size() > most_pairs) {
        figure.caption += fmt::format(" The first {} of {} pairs; the table has all of them.",
                                      most_pairs, comparisons.size());
        comparisons.resize(most_pairs);
    }
    figure.drawings.push_back({"comparisons", draw(comparisons)});
    figure.html = counts_of(comparisons);
    return figure;
}

} // namespace fairlead::study
