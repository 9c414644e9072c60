// SPDX-License-Identifier: Apache-2.0
#include "core/io/scenario_environment.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/hash.hpp"
#include "core/geo/region.hpp"
#include "core/io/coastline.hpp"
#include "core/io/layer_source.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace fairlead::io {
namespace {

LayerOptions options_of(const ScenarioLayer& layer) {
    LayerOptions options;
    options.product = layer.product;
    options.unit = layer.unit;
    options.unit_said_by = layer.unit_said_by;
    options.array = layer.array;
    options.climatology = layer.climatology;
    if (layer.fill_coast_cells) {
        options.coast_reach_cells = *layer.fill_coast_cells;
    }
    if (layer.pole_hole) {
        options.pole_hole = layer.pole_hole->value ? PoleHoleRule::value : PoleHoleRule::nearest;
        options.pole_hole_value = layer.pole_hole->value.value_or(0.0);
    }
    return options;
}

std::string source_text(const ScenarioLayer& layer) {
    return layer.value ? fmt::format("{}", *layer.value)
                       : fmt::format("{}", fmt::join(layer.sources, ","));
}

/// @param folders where relative sources may start, first come first served; the error of a source
///                that is in none of them names the first.
LoadedLayer open_in(const ScenarioLayer& layer, std::span<const std::filesystem::path> folders) {
    auto options = options_of(layer);
    std::optional<Error> missing;
    for (const auto& folder : folders) {
        options.base_folder = folder;
        try {
            return open_layer(layer.variable, source_text(layer), options);
        } catch (const Error& problem) {
            const auto sentence = fmt::format("{}: {}", layer.where, problem.what());
            if (problem.code() != ErrorCode::not_found) {
                throw Error(problem.code(), sentence);
            }
            if (!missing) {
                missing.emplace(problem.code(), sentence);
            }
        }
    }
    throw Error(*missing);
}

std::vector<std::filesystem::path> folders_of(const Scenario& scenario) {
    std::vector<std::filesystem::path> folders{scenario.file.parent_path()};
    try {
        folders.push_back(built_data_folder());
    } catch (const Error&) {
        // Nothing was made at set-up: a scenario that needs it will say which file is missing.
        return folders;
    }
    return folders;
}

/// Sentences of a reader, each with the variable it is about.
void append_about(env::Variable variable, const std::vector<std::string>& said,
                  std::vector<std::string>& list) {
    const auto prefix = fmt::format("{}: ", env::info(variable).name);
    for (const auto& sentence : said) {
        list.push_back(sentence.rfind(prefix, 0) == 0 ? sentence : prefix + sentence);
    }
}

/// One zone for each polygon: polygons of one file may overlap, and inside any of them is inside.
void add_zones(LoadedEnvironment& loaded, const ScenarioZone& zone,
               const std::filesystem::path& folder) {
    const auto file = (folder / zone.source).string();
    if (!std::filesystem::exists(file)) {
        throw Error(ErrorCode::not_found,
                    fmt::format("{}: zone '{}': {}: no such file", zone.where, zone.name, file));
    }
    try {
        for (auto& polygon : read_zone_polygons(file)) {
            std::vector<std::vector<geo::Position>> rings = std::move(polygon.holes);
            rings.insert(rings.begin(), std::move(polygon.outer));
            // Charts are in Mercator's projection: edges of areas are rhumb lines there.
            loaded.environment->add(
                env::Zone{zone.name, geo::Region(std::move(rings), geo::EdgeKind::rhumb_line),
                          zone.speed_limit, zone.from, zone.until, zone.source});
        }
    } catch (const Error& problem) {
        const std::string_view reason = problem.what();
        throw Error(problem.code(), reason.find(file) == std::string_view::npos
                                        ? fmt::format("{}: {}: {}", zone.where, file, reason)
                                        : fmt::format("{}: {}", zone.where, reason));
    }
    loaded.files.emplace_back(file);
    loaded.sources.push_back(
        {"zone", zone.source, sha256_of_file(file), "polygons", zone.from, zone.until});
}

} // namespace

LoadedEnvironment load_environment(const Scenario* scenario, std::span<const ScenarioLayer> extra,
                                   std::span<const ScenarioZone> zones, const Progress& progress) {
    LoadedEnvironment loaded;
    loaded.environment = std::make_shared<env::Environment>();
    const std::size_t count = (scenario != nullptr ? scenario->layers.size() : 0) + extra.size();
    std::size_t done = 0;
    const auto add = [&](const ScenarioLayer& layer,
                         std::span<const std::filesystem::path> folders) {
        progress.throw_if_stopped();
        progress.report(static_cast<double>(done++) / static_cast<double>(count), "opening data");
        auto opened = open_in(layer, folders);
        append_about(layer.variable, opened.notes, loaded.notes);
        append_about(layer.variable, opened.warnings, loaded.warnings);
        loaded.sources.insert(loaded.sources.end(), opened.sources.begin(), opened.sources.end());
        loaded.files.insert(loaded.files.end(), opened.files.begin(), opened.files.end());
        loaded.environment->add(std::move(opened.layer));
    };
    if (scenario != nullptr) {
        const auto folders = folders_of(*scenario);
        for (const auto& layer : scenario->layers) {
            add(layer, folders);
        }
        for (const auto& zone : scenario->zones) {
            add_zones(loaded, zone, scenario->file.parent_path());
        }
        if (scenario->beyond_data) {
            loaded.environment->set_beyond_data(*scenario->beyond_data);
        }
    }
    const std::array here{std::filesystem::path{}};
    for (const auto& layer : extra) {
        add(layer, here);
    }
    for (const auto& zone : zones) {
        add_zones(loaded, zone, {});
    }
    return loaded;
}

} // namespace fairlead::io
