// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "core/base/text_layout.hpp"
#include "core/io/vessel_file.hpp"
#include "core/vessel/speed_table.hpp"

#include <fmt/format.h>

#include <array>

namespace fairlead::cli {
namespace {

constexpr std::array concentrations{0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 1.0};
constexpr std::array thicknesses_m{0.1, 0.3, 0.5, 0.7, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0};

using Align = TextTable::Align;

std::string listing() {
    TextTable table({{"Name", "", Align::left},
                     {"Ship", "", Align::left},
                     {"Ice class", "", Align::left},
                     {"Speed", "kn", Align::right}});
    for (const auto& [id, ship] : io::list_vessels()) {
        const auto& particulars = ship->particulars();
        table.add_row({id, particulars.name, std::string(vessel::name(particulars.ice_class)),
                       fmt::format("{:.1f}", ship->open_water_speed_kn())});
    }
    return table.text() + "\nfairlead vessel NAME describes one with its speed in ice.\n";
}

std::string particulars_text(const vessel::Vessel& ship) {
    const auto& particulars = ship.particulars();
    const auto open_water = ship.open_water_performance(ship.open_water_speed_kn());
    std::string text =
        fmt::format("{} (ice class {})\n\n", particulars.name, vessel::name(particulars.ice_class));
    TextTable table({{"", "", Align::left}, {"", "", Align::left}});
    table.add_row({"Length, beam, draught",
                   fmt::format("{:.1f} m, {:.1f} m, {:.1f} m", particulars.length.in_metres(),
                               particulars.beam.in_metres(), particulars.draught.in_metres())});
    table.add_row({"Block coefficient", fmt::format("{:.2f}", particulars.block_coefficient)});
    table.add_row({"Power", fmt::format("{:.0f} kW", particulars.power.in_kilowatts())});
    table.add_row({"Open water",
                   fmt::format("{:.1f} kn at {:.0f} kW and {:.2f} t of fuel an hour",
                               open_water.speed_kn, open_water.power_kw, open_water.fuel_t_per_h)});
    table.add_row(
        {"Least speed", fmt::format("{:.1f} kn; slower counts as beset", ship.least_speed_kn())});
    table.add_row({"At rest", fmt::format("{:.3f} t of fuel an hour", ship.hotel_fuel_t_per_h())});
    table.add_row({"CO2", fmt::format("{:.3f} t per t of fuel", ship.co2_per_fuel())});
    const auto printed = table.text();
    text += printed.substr(printed.find('\n') + 1); // its title line is empty
    text += wrapped(ship.speed_model().describe(), "  Speed model  ");
    text += wrapped(ship.fuel_model().describe(), "  Fuel model   ");
    text += wrapped(ship.source(), "  File         ");
    if (!ship.notes().empty()) {
        text += "\nNotes, and where the values are from\n";
    }
    for (const auto& note : ship.notes()) {
        text += wrapped(note, "  - ");
    }
    return text;
}

/// One number of each performance, rows by thickness.
std::string ice_table(const std::string& title, const vessel::SpeedTable& table,
                      std::string (*cell)(const vessel::Performance&)) {
    std::vector<TextTable::Column> columns{{"Ice m", "", Align::right}};
    for (const double concentration : table.concentration) {
        columns.push_back({fmt::format("{:.0f}/10", concentration * 10.0), "", Align::right});
    }
    TextTable text(std::move(columns));
    for (std::size_t i = 0; i < table.thickness_m.size(); ++i) {
        std::vector<std::string> row{fmt::format("{:.1f}", table.thickness_m[i])};
        for (std::size_t j = 0; j < table.concentration.size(); ++j) {
            row.push_back(cell(table.at(i, j)));
        }
        text.add_row(std::move(row));
    }
    return "\n" + title + "\n" + text.text();
}

class VesselCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "vessel"; }
    std::string_view summary() const noexcept override {
        return "Lists vessels; describes one with tables of speed and fuel in ice.";
    }

    void define(OptionTable& table) override {
        table.argument("NAME", vessel_,
                       "A vessel of the list, or a vessel file (TOML). Without it: the list.");
        table.footer(R"(
Speeds are through the water at full power, before any rule; "-" is where the ship is beset.

Examples:
  fairlead vessel
  fairlead vessel sda
  fairlead vessel my_ships/tanker.toml)");
    }

    ExitCode execute(const Progress& /*progress*/) override {
        if (vessel_.empty()) {
            print(listing());
            return ExitCode::ok;
        }
        const auto ship = io::find_vessel(vessel_);
        const auto table = vessel::speed_table(*ship, concentrations, thicknesses_m);
        print(particulars_text(*ship) +
              ice_table("Speed (kn) by concentration and thickness of ice", table,
                        [](const vessel::Performance& performance) {
                            return performance.speed_kn > 0.0
                                       ? fmt::format("{:.1f}", performance.speed_kn)
                                       : std::string("-");
                        }) +
              ice_table("Fuel (t/h) at that speed", table,
                        [](const vessel::Performance& performance) {
                            return performance.speed_kn > 0.0
                                       ? fmt::format("{:.2f}", performance.fuel_t_per_h)
                                       : std::string("-");
                        }));
        return ExitCode::ok;
    }

  private:
    std::string vessel_;
};

} // namespace

std::unique_ptr<Command> make_vessel_command() {
    return std::make_unique<VesselCommand>();
}

} // namespace fairlead::cli
