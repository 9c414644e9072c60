// SPDX-License-Identifier: Apache-2.0
#include "core/io/vessel_file.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "core/io/toml_values.hpp"
#include "core/io/vessel_machinery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fairlead::io {
namespace {

const toml::table& section(const TomlTable& document, std::string_view key) {
    const auto* table = document.table(key);
    if (table == nullptr) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: section [{}] is missing", document.where(), key));
    }
    return *table;
}

vessel::Particulars read_particulars(const TomlTable& document, const TomlTable& table) {
    vessel::Particulars ship;
    ship.name = required_text(document, "name");
    const auto ice_class = required_text(document, "ice_class");
    const auto known_class = vessel::ice_class_named(ice_class);
    if (!known_class) {
        document.fail(
            "ice_class",
            fmt::format("'{}' is not one of: PC1 to PC7, IA Super, IA, IB, IC, none", ice_class));
    }
    ship.ice_class = *known_class;
    ship.length = Length::metres(required_number(table, "length_m", {5.0, 500.0}));
    ship.beam = Length::metres(required_number(table, "beam_m", {2.0, 100.0}));
    ship.draught = Length::metres(required_number(table, "draught_m", {0.3, 30.0}));
    ship.block_coefficient = required_number(table, "block_coefficient", {0.2, 1.0});
    return ship;
}

/// "length_m: builder's data sheet", for each key with a value, in the order of the file's keys;
/// those that nobody sourced are named too.
std::vector<std::string> read_notes(const TomlTable& document,
                                    const std::vector<const toml::table*>& valued,
                                    const std::string& file) {
    TomlKeys keys{"ice_class"};
    for (const auto* table : valued) {
        for (const auto& [key, value] : *table) {
            keys.emplace_back(key.str());
        }
    }
    auto notes = document.texts("notes");
    const auto* toml = document.table("sources");
    const toml::table none;
    const TomlTable sources(toml != nullptr ? *toml : none, file, keys);
    std::string unsourced;
    for (const auto& key : keys) {
        if (const auto source = sources.text(key)) {
            notes.push_back(fmt::format("{}: {}", key, *source));
        } else if (key != "model") {
            unsourced += (unsourced.empty() ? "" : ", ") + key;
        }
    }
    if (!unsourced.empty()) {
        notes.push_back("no source given for: " + unsourced);
    }
    return notes;
}

vessel::Vessel build(const toml::table& toml, const std::string& file) {
    const TomlTable document(
        toml, file, {"name", "ice_class", "notes", "particulars", "speed", "fuel", "sources"});
    const auto& particulars_toml = section(document, "particulars");
    const auto& speed_toml = section(document, "speed");
    const auto& fuel_toml = section(document, "fuel");

    const TomlTable particulars(particulars_toml, file,
                                {"length_m", "beam_m", "draught_m", "block_coefficient"});
    auto ship = read_particulars(document, particulars);
    auto machinery = read_machinery(speed_toml, fuel_toml, ship, file);
    ship.power = machinery.power;
    auto notes = read_notes(document, {&particulars_toml, &speed_toml, &fuel_toml}, file);
    return {std::move(ship),
            machinery.open_water_speed,
            machinery.least_speed,
            std::move(machinery.speed),
            std::move(machinery.fuel),
            machinery.hotel_t_per_h,
            machinery.co2_t_per_t,
            std::move(notes),
            file};
}

std::filesystem::path vessel_folder() {
    return data_folder() / "vessels";
}

/// Names without suffix, in order.
std::vector<std::string> vessel_ids() {
    const auto folder = vessel_folder();
    std::error_code problem;
    std::vector<std::string> ids;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        if (entry->path().extension() == ".toml") {
            ids.push_back(entry->path().stem().string());
        }
    }
    if (problem) {
        throw Error(ErrorCode::not_found,
                    fmt::format("{}: cannot be listed ({})", folder.string(), problem.message()));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

vessel::Vessel parse_vessel(std::string_view text, const std::string& file) {
    const auto toml = parse_toml(text, file);
    try {
        return build(toml, file);
    } catch (const Error& problem) {
        const std::string sentence = problem.what();
        if (sentence.starts_with(file)) {
            throw;
        }
        // The models name the value that is wrong, but do not know which file it is from.
        throw Error(problem.code(), fmt::format("{}: {}", file, sentence));
    }
}

vessel::Vessel read_vessel_file(const std::filesystem::path& file) {
    return parse_vessel(read_text_file(file), file.string());
}

std::shared_ptr<const vessel::Vessel> find_vessel(const std::string& name_or_path) {
    if (name_or_path.find('/') != std::string::npos || name_or_path.ends_with(".toml")) {
        return std::make_shared<vessel::Vessel>(read_vessel_file(name_or_path));
    }
    const auto ids = vessel_ids();
    const auto wanted = to_lower(trim(name_or_path));
    const auto found = std::find_if(ids.begin(), ids.end(),
                                    [&](const std::string& id) { return to_lower(id) == wanted; });
    if (found == ids.end()) {
        const auto meant = closest(wanted, ids);
        throw Error(
            ErrorCode::not_found,
            fmt::format("vessel '{}' is not known{}", name_or_path,
                        meant ? fmt::format("; did you mean '{}'?", *meant)
                              : "; 'fairlead vessel' lists those that are, or give a .toml file"));
    }
    // Where the program lies is no part of an answer: equal inputs give equal bytes.
    const auto file = *found + ".toml";
    return std::make_shared<vessel::Vessel>(
        parse_vessel(read_text_file(vessel_folder() / file),
                     fmt::format("vessels/{} of Fairlead {}", file, version())));
}

std::vector<VesselListing> list_vessels() {
    std::vector<VesselListing> listing;
    for (const auto& id : vessel_ids()) {
        listing.push_back({id, find_vessel(id)});
    }
    std::stable_sort(
        listing.begin(), listing.end(), [](const VesselListing& a, const VesselListing& b) {
            return a.vessel->particulars().ice_class < b.vessel->particulars().ice_class;
        });
    return listing;
}

} // namespace fairlead::io
