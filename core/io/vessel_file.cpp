// SPDX-License-Identifier: Apache-2.0
#include "core/io/vessel_file.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "core/io/toml_table.hpp"
#include "core/vessel/ice_speed_model.hpp"
#include "core/vessel/polarroute_model.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace fairlead::io {
namespace {

using Keys = std::vector<std::string>;

Keys joined(Keys keys, const Keys& more) {
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

struct Limits {
    double least;
    double greatest;
};

double number_within(const TomlTable& table, std::string_view key, double value, Limits limits) {
    if (!(value >= limits.least && value <= limits.greatest)) {
        table.fail(
            key, fmt::format("is {}, not within {} and {}", value, limits.least, limits.greatest));
    }
    return value;
}

double number(const TomlTable& table, std::string_view key, Limits limits) {
    const auto value = table.number(key);
    if (!value) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: key '{}' is missing", table.where(), key));
    }
    return number_within(table, key, *value, limits);
}

double number_or(const TomlTable& table, std::string_view key, double otherwise, Limits limits) {
    return number_within(table, key, table.number(key).value_or(otherwise), limits);
}

std::string text(const TomlTable& table, std::string_view key) {
    auto value = table.text(key);
    if (!value) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: key '{}' is missing", table.where(), key));
    }
    if (trim(*value).empty()) {
        table.fail(key, "is empty");
    }
    return *std::move(value);
}

/// One of a few words.
template <class Choice>
Choice choice(const TomlTable& table, std::string_view key, const std::string& given,
              const std::map<std::string, Choice>& choices) {
    const auto found = choices.find(given);
    if (found != choices.end()) {
        return found->second;
    }
    std::string known;
    for (const auto& [word, value] : choices) {
        known += (known.empty() ? "" : ", ") + word;
    }
    table.fail(key, fmt::format("'{}' is not one of: {}", given, known));
}

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
    ship.name = text(document, "name");
    const auto ice_class = text(document, "ice_class");
    const auto known_class = vessel::ice_class_named(ice_class);
    if (!known_class) {
        document.fail(
            "ice_class",
            fmt::format("'{}' is not one of: PC1 to PC7, IA Super, IA, IB, IC, none", ice_class));
    }
    ship.ice_class = *known_class;
    ship.length = Length::metres(number(table, "length_m", {5.0, 500.0}));
    ship.beam = Length::metres(number(table, "beam_m", {2.0, 100.0}));
    ship.draught = Length::metres(number(table, "draught_m", {0.3, 30.0}));
    ship.block_coefficient = number(table, "block_coefficient", {0.2, 1.0});
    return ship;
}

/// Speed models ------------------------------------------------------------------------------

enum class SpeedKind { lindqvist, riska, table, polarroute };

const Keys common_speed_keys{"model", "open_water_speed_kn", "least_speed_kn", "power_kw"};
const Keys propulsion_keys{"propulsion_quality_factor", "propeller_diameter_m",
                           "concentration_exponent", "stem_angle_deg"};

Keys known_speed_keys(SpeedKind kind) {
    switch (kind) {
    case SpeedKind::lindqvist:
        return joined(joined(common_speed_keys, propulsion_keys),
                      {"waterline_entrance_angle_deg", "hull_friction", "ice_bending_strength_kpa",
                       "ice_density_kg_per_m3"});
    case SpeedKind::riska:
        return joined(joined(common_speed_keys, propulsion_keys),
                      {"parallel_midbody_m", "bow_length_m"});
    case SpeedKind::table:
        return joined(common_speed_keys, {"thickness_m", "concentration", "speed_kn"});
    case SpeedKind::polarroute:
        break;
    }
    return joined(common_speed_keys,
                  {"hull", "force_limit_n", "greatest_concentration", "ice_density_kg_per_m3"});
}

std::shared_ptr<const vessel::LevelIceResistance> read_lindqvist(const TomlTable& table,
                                                                 const vessel::Particulars& ship) {
    vessel::LindqvistResistance::Hull hull;
    hull.length = ship.length;
    hull.beam = ship.beam;
    hull.draught = ship.draught;
    hull.stem = Angle::degrees(number(table, "stem_angle_deg", {1.0, 89.0}));
    hull.waterline_entrance =
        Angle::degrees(number(table, "waterline_entrance_angle_deg", {1.0, 89.0}));
    hull.friction = number_or(table, "hull_friction", hull.friction, {0.0, 0.5});
    vessel::LindqvistResistance::Ice ice;
    ice.bending_strength_pa = 1000.0 * number_or(table, "ice_bending_strength_kpa",
                                                 ice.bending_strength_pa / 1000.0, {10.0, 2000.0});
    ice.density_kg_per_m3 =
        number_or(table, "ice_density_kg_per_m3", ice.density_kg_per_m3, {700.0, 960.0});
    return std::make_shared<vessel::LindqvistResistance>(hull, ice);
}

std::shared_ptr<const vessel::LevelIceResistance> read_riska(const TomlTable& table,
                                                             const vessel::Particulars& ship) {
    vessel::RiskaResistance::Hull hull;
    hull.length = ship.length;
    hull.beam = ship.beam;
    hull.draught = ship.draught;
    hull.parallel_midbody = Length::metres(number(table, "parallel_midbody_m", {0.0, 500.0}));
    hull.bow = Length::metres(number(table, "bow_length_m", {1.0, 500.0}));
    hull.stem = Angle::degrees(number(table, "stem_angle_deg", {1.0, 89.0}));
    return std::make_shared<vessel::RiskaResistance>(hull);
}

std::shared_ptr<const vessel::SpeedModel>
read_ice_model(const TomlTable& table, const vessel::Particulars& ship, Speed open_water_speed,
               std::shared_ptr<const vessel::LevelIceResistance> resistance) {
    vessel::IceSpeedModel::Propulsion propulsion;
    propulsion.power = ship.power;
    propulsion.quality_factor = number(table, "propulsion_quality_factor", {0.3, 2.0});
    propulsion.propeller_diameter =
        Length::metres(number(table, "propeller_diameter_m", {0.3, 12.0}));
    propulsion.open_water_speed = open_water_speed;
    const double exponent =
        number_or(table, "concentration_exponent",
                  vessel::IceSpeedModel::default_concentration_exponent, {1.0, 4.0});
    return std::make_shared<vessel::IceSpeedModel>(std::move(resistance), propulsion, exponent);
}

/// speed_kn is one list, or a list of rows, one for each thickness.
std::vector<double> read_speeds(const toml::table& toml, const TomlTable& table) {
    const auto* list = toml.get_as<toml::array>("speed_kn");
    if (list == nullptr || list->empty()) {
        table.fail("speed_kn", "is not a list of speeds");
    }
    if (!list->front().is_array()) {
        return table.numbers("speed_kn");
    }
    std::vector<double> speeds;
    const auto width = list->front().as_array()->size();
    for (const auto& item : *list) {
        const auto* row = item.as_array();
        if (row == nullptr || row->size() != width) {
            table.fail("speed_kn", fmt::format("is not a list of rows of {} speeds each", width));
        }
        for (const auto& node : *row) {
            const auto value = node.value<double>();
            if (!node.is_number() || !value) {
                table.fail("speed_kn", "has an entry that is not a number");
            }
            speeds.push_back(*value);
        }
    }
    return speeds;
}

std::shared_ptr<const vessel::SpeedModel> read_speed_table(const toml::table& toml,
                                                           const TomlTable& table,
                                                           const vessel::Particulars& ship,
                                                           Speed open_water_speed) {
    vessel::SpeedTableModel::Table speeds;
    speeds.thickness_m = table.numbers("thickness_m");
    speeds.concentration = table.numbers("concentration");
    if (speeds.thickness_m.empty() && speeds.concentration.empty()) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: a speed table needs the key 'thickness_m', 'concentration' or both",
                        table.where()));
    }
    if (speeds.thickness_m.empty()) {
        speeds.thickness_m = {0.0};
    }
    speeds.speed_kn = read_speeds(toml, table);
    return std::make_shared<vessel::SpeedTableModel>(std::move(speeds), open_water_speed,
                                                     ship.power);
}

vessel::PolarrouteResistance polarroute_resistance(const TomlTable& table,
                                                   const vessel::Particulars& ship) {
    const auto shape = choice<vessel::PolarrouteResistance::HullShape>(
        table, "hull", text(table, "hull"),
        {{"slender", vessel::PolarrouteResistance::slender},
         {"blunt", vessel::PolarrouteResistance::blunt}});
    return {shape, ship.beam, number(table, "ice_density_kg_per_m3", {700.0, 960.0})};
}

std::shared_ptr<const vessel::SpeedModel> read_polarroute(const TomlTable& table,
                                                          const vessel::Particulars& ship,
                                                          Speed open_water_speed,
                                                          double specific_consumption_g_per_kwh) {
    const vessel::PolarrouteSpeedModel::Limits limits{
        number(table, "force_limit_n", {1.0, 1e9}),
        number(table, "greatest_concentration", {0.0, 1.0}), open_water_speed};
    return std::make_shared<vessel::PolarrouteSpeedModel>(
        polarroute_resistance(table, ship), limits,
        vessel::PolarrouteSpeedModel::Machinery{ship.power, specific_consumption_g_per_kwh});
}

/// Fuel ---------------------------------------------------------------------------------------

enum class FuelKind { specific_consumption, polarroute };

struct Fuel {
    FuelKind kind = FuelKind::specific_consumption;
    double specific_consumption_g_per_kwh = 0.0;
    vessel::SpecificConsumption::LoadDependence load_dependence =
        vessel::SpecificConsumption::LoadDependence::none;
    double hotel_t_per_h = 0.0;
    double co2_t_per_t = 0.0;
};

Fuel read_fuel(const toml::table& toml, const std::string& file, SpeedKind speed) {
    const Keys common{"model", "specific_consumption_g_per_kwh", "co2_t_per_t"};
    const TomlTable any(toml, file, joined(common, {"load_dependence", "hotel_t_per_h"}));
    Fuel fuel;
    fuel.kind = choice<FuelKind>(any, "model", text(any, "model"),
                                 {{"specific_consumption", FuelKind::specific_consumption},
                                  {"polarroute", FuelKind::polarroute}});
    fuel.specific_consumption_g_per_kwh =
        number(any, "specific_consumption_g_per_kwh", {50.0, 1000.0});
    fuel.co2_t_per_t = number(any, "co2_t_per_t", {0.0, 5.0});
    if (fuel.kind == FuelKind::polarroute) {
        const TomlTable strict(toml, file,
                               common); // its hotel load and load dependence are its own
        if (speed != SpeedKind::polarroute) {
            strict.fail(
                "model",
                "'polarroute' needs the speed model 'polarroute', whose resistance it uses");
        }
        fuel.hotel_t_per_h = vessel::PolarrouteFuelModel::at_rest_t_per_h;
        return fuel;
    }
    using Load = vessel::SpecificConsumption::LoadDependence;
    fuel.hotel_t_per_h = number(any, "hotel_t_per_h", {0.0, 20.0});
    fuel.load_dependence =
        choice<Load>(any, "load_dependence", any.text("load_dependence").value_or("none"),
                     {{"none", Load::none}, {"imo", Load::imo}});
    return fuel;
}

std::shared_ptr<const vessel::FuelModel> fuel_model(const Fuel& fuel, const TomlTable& speed,
                                                    const vessel::Particulars& ship) {
    if (fuel.kind == FuelKind::polarroute) {
        return std::make_shared<vessel::PolarrouteFuelModel>(polarroute_resistance(speed, ship));
    }
    return std::make_shared<vessel::SpecificConsumption>(fuel.specific_consumption_g_per_kwh,
                                                         ship.power, fuel.load_dependence);
}

/// Sources ------------------------------------------------------------------------------------

/// "length_m: builder's data sheet", for each key with a value, in the order of the file's keys;
/// those that nobody sourced are named too.
std::vector<std::string> read_notes(const TomlTable& document,
                                    const std::vector<const toml::table*>& valued,
                                    const std::string& file) {
    Keys keys{"ice_class"};
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

    Keys every_key;
    for (const auto kind :
         {SpeedKind::lindqvist, SpeedKind::riska, SpeedKind::table, SpeedKind::polarroute}) {
        every_key = joined(every_key, known_speed_keys(kind));
    }
    const TomlTable any(speed_toml, file, every_key);
    const auto kind = choice<SpeedKind>(any, "model", text(any, "model"),
                                        {{"lindqvist", SpeedKind::lindqvist},
                                         {"riska", SpeedKind::riska},
                                         {"table", SpeedKind::table},
                                         {"polarroute", SpeedKind::polarroute}});
    const TomlTable speed(speed_toml, file, known_speed_keys(kind));

    ship.power = Power::kilowatts(number(speed, "power_kw", {1.0, 300e3}));
    const double greatest_kn = vessel::Vessel::greatest_speed.in_knots();
    const auto open_water_speed =
        Speed::knots(number(speed, "open_water_speed_kn", {0.1, greatest_kn}));
    const auto least_speed =
        Speed::knots(number_or(speed, "least_speed_kn", 2.0, {0.01, greatest_kn}));
    const auto fuel = read_fuel(fuel_toml, file, kind);
    std::shared_ptr<const vessel::SpeedModel> model;
    switch (kind) {
    case SpeedKind::lindqvist:
        model = read_ice_model(speed, ship, open_water_speed, read_lindqvist(speed, ship));
        break;
    case SpeedKind::riska:
        model = read_ice_model(speed, ship, open_water_speed, read_riska(speed, ship));
        break;
    case SpeedKind::table:
        model = read_speed_table(speed_toml, speed, ship, open_water_speed);
        break;
    case SpeedKind::polarroute:
        model = read_polarroute(speed, ship, open_water_speed, fuel.specific_consumption_g_per_kwh);
        break;
    }
    auto notes = read_notes(document, {&particulars_toml, &speed_toml, &fuel_toml}, file);
    auto burns = fuel_model(fuel, speed, ship);
    return {std::move(ship),  open_water_speed, least_speed,
            std::move(model), std::move(burns), fuel.hotel_t_per_h,
            fuel.co2_t_per_t, std::move(notes), file};
}

std::filesystem::path vessel_folder() {
    return data_folder() / "vessels";
}

/// Names without suffix, in order.
Keys vessel_ids() {
    const auto folder = vessel_folder();
    std::error_code problem;
    Keys ids;
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
