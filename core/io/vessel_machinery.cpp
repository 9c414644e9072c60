// SPDX-License-Identifier: Apache-2.0
#include "core/io/vessel_machinery.hpp"

#include "core/base/error.hpp"
#include "core/io/toml_values.hpp"
#include "core/vessel/ice_speed_model.hpp"
#include "core/vessel/polarroute_model.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace fairlead::io {
namespace {

enum class SpeedKind { lindqvist, riska, table, polarroute };

const TomlKeys common_speed_keys{"model", "open_water_speed_kn", "least_speed_kn", "power_kw"};
const TomlKeys propulsion_keys{"propulsion_quality_factor", "propeller_diameter_m",
                               "concentration_exponent", "stem_angle_deg"};

TomlKeys known_speed_keys(SpeedKind kind) {
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
    hull.stem = Angle::degrees(required_number(table, "stem_angle_deg", {1.0, 89.0}));
    hull.waterline_entrance =
        Angle::degrees(required_number(table, "waterline_entrance_angle_deg", {1.0, 89.0}));
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
    hull.parallel_midbody =
        Length::metres(required_number(table, "parallel_midbody_m", {0.0, 500.0}));
    hull.bow = Length::metres(required_number(table, "bow_length_m", {1.0, 500.0}));
    hull.stem = Angle::degrees(required_number(table, "stem_angle_deg", {1.0, 89.0}));
    return std::make_shared<vessel::RiskaResistance>(hull);
}

std::shared_ptr<const vessel::SpeedModel>
read_ice_model(const TomlTable& table, const vessel::Particulars& ship, Speed open_water_speed,
               std::shared_ptr<const vessel::LevelIceResistance> resistance) {
    vessel::IceSpeedModel::Propulsion propulsion;
    propulsion.power = ship.power;
    propulsion.quality_factor = required_number(table, "propulsion_quality_factor", {0.3, 2.0});
    propulsion.propeller_diameter =
        Length::metres(required_number(table, "propeller_diameter_m", {0.3, 12.0}));
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
        table, "hull", required_text(table, "hull"),
        {{"slender", vessel::PolarrouteResistance::slender},
         {"blunt", vessel::PolarrouteResistance::blunt}});
    return {shape, ship.beam, required_number(table, "ice_density_kg_per_m3", {700.0, 960.0})};
}

std::shared_ptr<const vessel::SpeedModel> read_polarroute(const TomlTable& table,
                                                          const vessel::Particulars& ship,
                                                          Speed open_water_speed,
                                                          double specific_consumption_g_per_kwh) {
    const vessel::PolarrouteSpeedModel::Limits limits{
        required_number(table, "force_limit_n", {1.0, 1e9}),
        required_number(table, "greatest_concentration", {0.0, 1.0}), open_water_speed};
    return std::make_shared<vessel::PolarrouteSpeedModel>(
        polarroute_resistance(table, ship), limits,
        vessel::PolarrouteSpeedModel::Machinery{ship.power, specific_consumption_g_per_kwh});
}

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
    const TomlKeys common{"model", "specific_consumption_g_per_kwh", "co2_t_per_t"};
    const TomlTable any(toml, file, joined(common, {"load_dependence", "hotel_t_per_h"}));
    Fuel fuel;
    fuel.kind = choice<FuelKind>(any, "model", required_text(any, "model"),
                                 {{"specific_consumption", FuelKind::specific_consumption},
                                  {"polarroute", FuelKind::polarroute}});
    fuel.specific_consumption_g_per_kwh =
        required_number(any, "specific_consumption_g_per_kwh", {50.0, 1000.0});
    fuel.co2_t_per_t = required_number(any, "co2_t_per_t", {0.0, 5.0});
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
    fuel.hotel_t_per_h = required_number(any, "hotel_t_per_h", {0.0, 20.0});
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

/// The kind decides which keys there may be: a key of another model is unknown.
SpeedKind speed_kind(const toml::table& toml, const std::string& file) {
    TomlKeys every_key;
    for (const auto kind :
         {SpeedKind::lindqvist, SpeedKind::riska, SpeedKind::table, SpeedKind::polarroute}) {
        every_key = joined(every_key, known_speed_keys(kind));
    }
    const TomlTable any(toml, file, every_key);
    return choice<SpeedKind>(any, "model", required_text(any, "model"),
                             {{"lindqvist", SpeedKind::lindqvist},
                              {"riska", SpeedKind::riska},
                              {"table", SpeedKind::table},
                              {"polarroute", SpeedKind::polarroute}});
}

std::shared_ptr<const vessel::SpeedModel> speed_model(SpeedKind kind, const toml::table& toml,
                                                      const TomlTable& table,
                                                      const vessel::Particulars& ship,
                                                      Speed open_water_speed, const Fuel& fuel) {
    switch (kind) {
    case SpeedKind::lindqvist:
        return read_ice_model(table, ship, open_water_speed, read_lindqvist(table, ship));
    case SpeedKind::riska:
        return read_ice_model(table, ship, open_water_speed, read_riska(table, ship));
    case SpeedKind::table:
        return read_speed_table(toml, table, ship, open_water_speed);
    case SpeedKind::polarroute:
        break;
    }
    return read_polarroute(table, ship, open_water_speed, fuel.specific_consumption_g_per_kwh);
}

} // namespace

Machinery read_machinery(const toml::table& speed, const toml::table& fuel,
                         vessel::Particulars ship, const std::string& file) {
    const auto kind = speed_kind(speed, file);
    const TomlTable table(speed, file, known_speed_keys(kind));
    Machinery machinery;
    machinery.power = Power::kilowatts(required_number(table, "power_kw", {1.0, 300e3}));
    ship.power = machinery.power;
    const double greatest_kn = vessel::Vessel::greatest_speed.in_knots();
    machinery.open_water_speed =
        Speed::knots(required_number(table, "open_water_speed_kn", {0.1, greatest_kn}));
    machinery.least_speed =
        Speed::knots(number_or(table, "least_speed_kn", 2.0, {0.01, greatest_kn}));
    const auto burns = read_fuel(fuel, file, kind);
    machinery.speed = speed_model(kind, speed, table, ship, machinery.open_water_speed, burns);
    machinery.fuel = fuel_model(burns, table, ship);
    machinery.hotel_t_per_h = burns.hotel_t_per_h;
    machinery.co2_t_per_t = burns.co2_t_per_t;
    return machinery;
}

} // namespace fairlead::io
