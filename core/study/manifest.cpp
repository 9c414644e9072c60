// SPDX-License-Identifier: Apache-2.0
#include "core/study/manifest.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/hash.hpp"
#include "core/base/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace fairlead::study {
namespace {

constexpr std::size_t id_digits = 16;

bool fits(const std::vector<std::string>& named, std::string_view value) {
    return named.empty() || std::find(named.begin(), named.end(), value) != named.end();
}

bool skips(const io::StudySkip& skip, const io::StudyFile& file, const Group& group,
           Instant departure) {
    return fits(skip.scenarios, file.scenarios[group.scenario]) &&
           fits(skip.ships, file.ships[group.ship]) &&
           fits(skip.voyages, file.voyages[group.voyage].name) &&
           fits(skip.objectives, file.objectives[group.objective].text) &&
           fits(skip.rules, file.rules[group.rules]) && (!skip.from || departure >= *skip.from) &&
           (!skip.until || departure <= *skip.until);
}

/// Everything that the answer depends on but the contents of files, one thing a line.
std::string question_of(const io::StudyFile& file, const Group& group) {
    const auto& voyage = file.voyages[group.voyage];
    const auto& objective = file.objectives[group.objective];
    const auto& prices = objective.objective.prices;
    auto question =
        fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{} {} {} {} {}\n{}\n{}\n{} {} {} {} {} {} {}\n",
                    file.scenarios[group.scenario], voyage.from, fmt::join(voyage.via, "\n"),
                    voyage.to, file.ships[group.ship], file.rules[group.rules], objective.text,
                    prices.per_hour, prices.per_tonne_fuel, prices.per_risk, prices.per_tonne_co2,
                    file.coastline, file.cell_km ? fmt::format("{}", *file.cell_km) : "",
                    file.margin_km, file.neighbours, file.clearance_nmi, file.may_wait,
                    file.with_lower_bound, static_cast<int>(file.line), voyage.via.size());
    if (!file.sail_in.empty()) {
        question += "sailed in " + file.sail_in + '\n';
    }
    return question;
}

/// Each route's place in a draw: a mixing of the seed and its id.
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014, doi:10.1145/2660193.2660195 (the finaliser of SplitMix64).
std::uint64_t draw_of(const std::string& id, std::uint64_t seed) {
    std::uint64_t bits = 0;
    std::from_chars(id.data(), id.data() + id.size(), bits, 16);
    bits += (seed + 1) * 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

void draw_sample(const io::StudyFile::Sample& sample, std::vector<RouteSpec>& routes) {
    if (sample.count > routes.size()) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("[sample] count {} is more than the {} routes of the study",
                                sample.count, routes.size()));
    }
    const auto before = [&](const RouteSpec& a, const RouteSpec& b) {
        return std::pair(draw_of(a.id, sample.seed), a.number) <
               std::pair(draw_of(b.id, sample.seed), b.number);
    };
    std::sort(routes.begin(), routes.end(), before);
    routes.resize(sample.count);
    std::sort(routes.begin(), routes.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
}

} // namespace

Manifest make_manifest(io::StudyFile file) {
    Manifest manifest;
    manifest.file = std::move(file);
    const auto& study = manifest.file;
    std::vector<Group> groups;
    for (std::size_t scenario = 0; scenario < study.scenarios.size(); ++scenario) {
        for (std::size_t voyage = 0; voyage < study.voyages.size(); ++voyage) {
            for (std::size_t ship = 0; ship < study.ships.size(); ++ship) {
                for (std::size_t objective = 0; objective < study.objectives.size(); ++objective) {
                    for (std::size_t rules = 0; rules < study.rules.size(); ++rules) {
                        groups.push_back({scenario, voyage, ship, objective, rules});
                    }
                }
            }
        }
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto question = question_of(study, groups[g]);
        for (const auto departure : study.departures) {
            if (std::any_of(study.skips.begin(), study.skips.end(), [&](const auto& skip) {
                    return skips(skip, study, groups[g], departure);
                })) {
                continue;
            }
            manifest.routes.push_back(
                {manifest.routes.size() + 1,
                 sha256_of_text(question + format_instant(departure)).substr(0, id_digits), g,
                 departure});
        }
    }
    if (manifest.routes.empty()) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{}: the [[skip]]s leave no route", study.file.string()));
    }
    if (study.sample) {
        draw_sample(*study.sample, manifest.routes);
    }
    // Numbers without gaps, and only groups with a route.
    std::size_t last = groups.size();
    for (std::size_t i = 0; i < manifest.routes.size(); ++i) {
        auto& route = manifest.routes[i];
        route.number = i + 1;
        if (route.group != last) {
            last = route.group;
            manifest.groups.push_back(groups[last]);
        }
        route.group = manifest.groups.size() - 1;
    }
    return manifest;
}

std::string manifest_csv(const Manifest& manifest) {
    std::string csv = "number,id,scenario,voyage,ship,objective,rules,departure\n";
    const auto& file = manifest.file;
    for (const auto& route : manifest.routes) {
        const auto& group = manifest.groups[route.group];
        csv += fmt::format(
            "{},{},{},{},{},{},{},{}\n", route.number, route.id,
            csv_field(file.scenarios[group.scenario]), csv_field(file.voyages[group.voyage].name),
            csv_field(file.ships[group.ship]), csv_field(file.objectives[group.objective].text),
            csv_field(file.rules[group.rules]), format_instant(route.departure));
    }
    return csv;
}

std::vector<std::size_t> shard_of(const Manifest& manifest, std::size_t index, std::size_t count) {
    FAIRLEAD_EXPECTS(1 <= index && index <= count);
    // Contiguous, so that a shard prepares few groups; sizes differ by one at most.
    const auto total = manifest.routes.size();
    const std::size_t begin = total * (index - 1) / count;
    const std::size_t end = total * index / count;
    std::vector<std::size_t> routes;
    for (std::size_t i = begin; i < end; ++i) {
        routes.push_back(i);
    }
    return routes;
}

} // namespace fairlead::study
