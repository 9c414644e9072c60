// SPDX-License-Identifier: Apache-2.0
#include "core/study/comparison.hpp"

#include "core/base/table.hpp"
#include "core/study/measure.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <utility>

namespace fairlead::study {
namespace {

constexpr std::size_t most_values_for_all_pairs = 4;
constexpr double equal_within = 0.001;
constexpr std::array compared_axes{Axis::ship, Axis::objective, Axis::rules, Axis::scenario};

/// What both of a pair agree in: positions on the other axes, and the departure.
using Key = std::pair<Coordinates, long long>;
using Matched = std::map<Key, std::pair<const Outcome*, const Outcome*>>;

long long second_of_year(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    return (unsigned(date.month()) * 100LL + unsigned(date.day())) * 86400LL +
           (instant - day).count();
}

Matched matched(const Outcomes& outcomes, Axis axis, std::size_t first, std::size_t second,
                bool by_day_of_year) {
    Matched pairs;
    for (const auto& outcome : outcomes.all()) {
        const auto value = outcome.on(axis);
        if (value != first && value != second) {
            continue;
        }
        auto others = outcome.at;
        others[static_cast<std::size_t>(axis)] = 0;
        const auto departure = outcome.record->departure;
        auto& pair = pairs[{others, by_day_of_year ? second_of_year(departure)
                                                   : departure.time_since_epoch().count()}];
        (value == first ? pair.first : pair.second) = &outcome;
    }
    std::erase_if(pairs, [](const auto& entry) {
        return entry.second.first == nullptr || entry.second.second == nullptr;
    });
    return pairs;
}

Difference difference_of(const Matched& pairs, const Measure& measure, bool in_percent) {
    Difference difference{measure.name, measure.unit, {}, {}, 0, 0, 0};
    std::vector<double> absolute;
    std::vector<double> percent;
    for (const auto& [key, pair] : pairs) {
        const auto* first = pair.first->numbers();
        const auto* second = pair.second->numbers();
        if (first == nullptr || second == nullptr) {
            continue;
        }
        const double before = measure.of(*first);
        const double change = measure.of(*second) - before;
        absolute.push_back(change);
        if (in_percent && before > 0.0) {
            percent.push_back(100.0 * change / before);
        }
        const bool is_equal = std::fabs(change) <= equal_within * std::fabs(before);
        ++(is_equal ? difference.equal : change < 0.0 ? difference.less : difference.more);
    }
    difference.absolute = quantiles_of(std::move(absolute));
    difference.percent = quantiles_of(std::move(percent));
    return difference;
}

void count_passages(const Matched& pairs, Comparison& comparison) {
    for (const auto& [key, pair] : pairs) {
        const bool first = pair.first->numbers() != nullptr;
        const bool second = pair.second->numbers() != nullptr;
        ++(first && second ? comparison.both
           : first         ? comparison.first_only
           : second        ? comparison.second_only
                           : comparison.neither);
    }
}

std::optional<Comparison> compare(const Outcomes& outcomes, Axis axis, std::size_t first,
                                  std::size_t second) {
    Comparison comparison;
    comparison.axis = axis;
    comparison.first = outcomes.label(axis, first);
    comparison.second = outcomes.label(axis, second);
    auto pairs = matched(outcomes, axis, first, second, false);
    if (pairs.empty() && axis == Axis::scenario) {
        comparison.by_day_of_year = true;
        pairs = matched(outcomes, axis, first, second, true);
    }
    if (pairs.empty()) {
        return std::nullopt;
    }
    count_passages(pairs, comparison);
    for (const auto& measure : measures) {
        // Without ice there is no risk: no share of it can be told.
        const bool in_percent = std::string_view(measure.name) != "risk";
        comparison.differences.push_back(difference_of(pairs, measure, in_percent));
    }
    if (axis != Axis::objective && outcomes.count(Axis::objective) == 1) {
        const Measure cost{"Cost", "cost", "objective_unit",
                           [](const io::RouteNumbers& numbers) { return numbers.cost; }, 1.0};
        comparison.differences.push_back(difference_of(pairs, cost, true));
    }
    return comparison;
}

} // namespace

std::vector<Comparison> comparisons_of(const Outcomes& outcomes) {
    std::vector<Comparison> comparisons;
    for (const auto axis : compared_axes) {
        const auto count = outcomes.count(axis);
        for (std::size_t first = 0; first + 1 < count; ++first) {
            if (first > 0 && count > most_values_for_all_pairs) {
                break;
            }
            for (std::size_t second = first + 1; second < count; ++second) {
                if (auto comparison = compare(outcomes, axis, first, second)) {
                    comparisons.push_back(std::move(*comparison));
                }
            }
        }
    }
    return comparisons;
}

std::string comparisons_csv(const std::vector<Comparison>& comparisons) {
    auto csv = "axis,first,second,matched_by,both_pass,first_only,second_only,neither,measure,unit,"
               "less,equal,more," +
               quantiles_head("difference") + ',' + quantiles_head("percent") + '\n';
    for (const auto& comparison : comparisons) {
        for (const auto& difference : comparison.differences) {
            csv += fmt::format(
                "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", name(comparison.axis),
                csv_field(comparison.first), csv_field(comparison.second),
                comparison.by_day_of_year ? "day_of_year" : "departure", comparison.both,
                comparison.first_only, comparison.second_only, comparison.neither,
                difference.measure, difference.unit, difference.less, difference.equal,
                difference.more, quantiles_fields(difference.absolute),
                quantiles_fields(difference.percent));
        }
    }
    return csv;
}

} // namespace fairlead::study
