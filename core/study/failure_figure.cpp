// SPDX-License-Identifier: Apache-2.0
#include "core/study/failure_figure.hpp"

#include "core/base/table.hpp"
#include "core/study/figure_style.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::study {
namespace {

constexpr const char* failures_id = "failures";
constexpr std::size_t most_bars = 20;

struct Cause {
    std::string status;
    std::string cause;
    std::size_t count = 0;
    const io::RouteRecord* example = nullptr; ///< the first
};

std::vector<Cause> causes_of(const Outcomes& outcomes) {
    std::map<std::pair<std::string, std::string>, Cause> by_cause;
    for (const auto& outcome : outcomes.all()) {
        if (const auto& failure = outcome.record->failure) {
            auto& cause = by_cause[{outcome.record->status, failure->cause}];
            if (cause.count++ == 0) {
                cause.status = outcome.record->status;
                cause.cause = failure->cause;
                cause.example = outcome.record;
            }
        }
    }
    std::vector<Cause> causes;
    causes.reserve(by_cause.size());
    for (auto& [key, cause] : by_cause) {
        causes.push_back(std::move(cause));
    }
    std::stable_sort(causes.begin(), causes.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    return causes;
}

std::string label_of(const Cause& cause) {
    return cause.status == "error" ? words_of_code(cause.cause) + " (not planned)"
                                   : words_of_code(cause.cause);
}

std::string draw(const std::vector<Cause>& causes, std::size_t all) {
    constexpr double bar_height = 16.0;
    constexpr double row_height = 24.0;
    constexpr double room_for_number = 130.0;
    double label_width = 0.0;
    for (const auto& cause : causes) {
        label_width = std::max(label_width, text_width_px(label_of(cause), 11.0));
    }
    const double left = std::min(label_width, 320.0) + 14.0;
    const double full = figure_width - left - room_for_number;
    const double height = 10.0 + row_height * static_cast<double>(causes.size());
    Svg svg(figure_width, height, "Departures without passage by cause");
    define_hatches(svg, failures_id);
    double top = 6.0;
    for (const auto& cause : causes) {
        const double width =
            full * static_cast<double>(cause.count) / static_cast<double>(causes.front().count);
        svg.text(left - 7.0, top + 12.0, fitted(label_of(cause), 320.0, 11.0),
                 "text-anchor=\"end\"");
        svg.rect(left, top, width, bar_height,
                 cause.status == "error"
                     ? fmt::format("fill=\"{}\" stroke=\"#444\"", hatch_fill(failures_id, 2))
                     : std::string("fill=\"#3b528b\""));
        svg.text(left + width + 6.0, top + 12.0,
                 fmt::format("{} ({:.1f} %)", cause.count,
                             100.0 * static_cast<double>(cause.count) / static_cast<double>(all)));
        top += row_height;
    }
    return svg.str();
}

std::string table_of(const std::vector<Cause>& causes, std::size_t all) {
    std::string csv = "status,cause,routes,share,example_number,example\n";
    for (const auto& cause : causes) {
        csv += fmt::format("{},{},{},{:.4f},{},{}\n", cause.status, csv_field(cause.cause),
                           cause.count, static_cast<double>(cause.count) / static_cast<double>(all),
                           cause.example->number, csv_field(cause.example->failure->reason));
    }
    return csv;
}

std::string examples_of(const std::vector<Cause>& causes) {
    std::string html = "<table><thead><tr><th>Cause</th><th class=\"n\">Routes</th><th>Example: "
                       "the first of them</th></tr></thead>\n<tbody>\n";
    for (const auto& cause : causes) {
        const auto& record = *cause.example;
        html += fmt::format(
            "<tr><td>{}</td><td class=\"n\">{}</td><td>{} <span class=\"of\">(route {}: {}, {}, "
            "{})</span></td></tr>\n",
            escaped(label_of(cause)), cause.count, escaped(record.failure->reason), record.number,
            escaped(record.voyage), escaped(record.ship), page_time(record.departure));
    }
    return html + "</tbody></table>\n";
}

} // namespace

Figure failure_figure(const Outcomes& outcomes) {
    Figure figure;
    figure.title = "What keeps ships from arriving";
    auto causes = causes_of(outcomes);
    figure.tables.push_back({"failures", table_of(causes, outcomes.all().size())});
    if (causes.empty()) {
        figure.html = "<p>Every route that was planned arrives.</p>\n";
        if (outcomes.all().empty()) {
            figure.html = "<p>No route is planned yet.</p>\n";
        }
        return figure;
    }
    figure.caption = "Share of all routes in brackets. Hatched: routes that could not be planned, "
                     "for what is wrong with their inputs.";
    if (causes.size() > most_bars) {
        figure.caption += fmt::format(" The {} most frequent of {} causes; the table has all.",
                                      most_bars, causes.size());
        causes.resize(most_bars);
    }
    figure.drawings.push_back({failures_id, draw(causes, outcomes.all().size())});
    figure.html = examples_of(causes);
    return figure;
}

} // namespace fairlead::study
