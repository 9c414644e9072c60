// SPDX-License-Identifier: Apache-2.0
#include "core/study/forecast.hpp"

#include "core/base/error.hpp"
#include "core/base/stopwatch.hpp"
#include "core/base/text.hpp"
#include "core/plan/prepared_voyage.hpp"
#include "core/study/group_planner.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/info.h>

#include <algorithm>
#include <optional>

namespace fairlead::study {
namespace {

constexpr std::size_t most_tried = 12;
constexpr double bytes_per_mib = 1024.0 * 1024.0;

std::vector<const RouteSpec*> routes_to_try(const Manifest& manifest, std::size_t group) {
    std::vector<const RouteSpec*> of_group;
    for (const auto& route : manifest.routes) {
        if (route.group == group) {
            of_group.push_back(&route);
        }
    }
    std::vector<const RouteSpec*> chosen;
    const auto count = std::min(most_tried, of_group.size());
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(of_group[(2 * i + 1) * of_group.size() / (2 * count)]);
    }
    return chosen;
}

std::string in_words(double seconds) {
    return seconds < 90.0     ? fmt::format("{:.0f} s", std::max(1.0, seconds))
           : seconds < 5400.0 ? fmt::format("{:.0f} min", seconds / 60.0)
                              : fmt::format("{:.1f} h", seconds / 3600.0);
}

} // namespace

Forecast forecast(const Manifest& manifest, unsigned threads, const Progress& progress) {
    Forecast result;
    result.threads =
        threads > 0 ? threads : static_cast<unsigned>(tbb::info::default_concurrency());
    Commons commons(manifest.file);
    std::optional<std::size_t> first;
    std::vector<std::size_t> bytes;
    for (std::size_t g = 0; g < manifest.groups.size(); ++g) {
        progress.throw_if_stopped();
        try {
            const auto wanted = group_request(manifest, manifest.groups[g], commons);
            bytes.push_back(plan::prepared_bytes(wanted.request));
            first = first.value_or(g);
        } catch (const Error& problem) {
            if (problem.code() == ErrorCode::cancelled) {
                throw;
            }
            add_once({problem.what()}, result.problems);
        }
    }
    if (!first) {
        return result;
    }
    // At the border between two groups both are in use.
    std::sort(bytes.rbegin(), bytes.rend());
    result.memory_bytes = bytes[0] + (bytes.size() > 1 ? bytes[1] : 0);

    const Stopwatch preparing;
    const GroupPlanner planner(manifest, *first, commons, progress.silent());
    const auto routes = routes_to_try(manifest, *first);
    // The first route makes the sea that all share.
    static_cast<void>(planner.plan(*routes.front(), progress.silent()));
    result.seconds_per_group = preparing.elapsed_ms() / 1000.0;
    const Stopwatch planning;
    for (const auto* route : routes) {
        progress.report(static_cast<double>(result.tried) / static_cast<double>(routes.size()),
                        "trying routes");
        static_cast<void>(planner.plan(*route, progress.silent()));
        ++result.tried;
    }
    result.seconds_per_route = planning.elapsed_ms() / 1000.0 / static_cast<double>(result.tried);
    result.seconds =
        result.seconds_per_group * static_cast<double>(manifest.groups.size()) +
        result.seconds_per_route * static_cast<double>(manifest.routes.size()) / result.threads;
    return result;
}

std::string forecast_text(const Manifest& manifest, const Forecast& forecast) {
    const auto& study = manifest.file;
    auto text = fmt::format(
        "{}\n\n  {} routes in {} groups\n  {} scenarios, {} voyages, {} ships, {} objectives, {} "
        "sets of rules\n  {} departures from {} to {}\n",
        study.name, manifest.routes.size(), manifest.groups.size(), study.scenarios.size(),
        study.voyages.size(), study.ships.size(), study.objectives.size(), study.rules.size(),
        study.departures.size(), format_instant(study.departures.front()),
        format_instant(study.departures.back()));
    if (forecast.tried > 0) {
        text +=
            fmt::format("  about {} on {} threads ({:.0f} ms a route, {:.1f} s a group; {} "
                        "routes tried)\n  about {:.0f} MiB for compiled seas\n",
                        in_words(forecast.seconds), forecast.threads,
                        1000.0 * forecast.seconds_per_route, forecast.seconds_per_group,
                        forecast.tried, static_cast<double>(forecast.memory_bytes) / bytes_per_mib);
    }
    if (!forecast.problems.empty()) {
        text += "\nCannot be planned:\n";
        for (const auto& problem : forecast.problems) {
            text += "  " + problem + '\n';
        }
    }
    return text;
}

} // namespace fairlead::study
