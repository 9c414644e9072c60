// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/report.hpp"
#include "cli/sea_options.hpp"
#include "cli/text_layout.hpp"
#include "core/base/error.hpp"
#include "core/cost/transit_model.hpp"
#include "core/io/sample_json.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/voyage_notes.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fairlead::cli {
namespace {

constexpr const char* sample_examples = R"(
Examples:
  fairlead sample 77.9 104.1 --scenario sample --time 2030-08-10 --vessel expedition_pc5
  fairlead sample Murmansk --layer sea_floor_depth=etopo5.tif)";

/// Land farther away than this is not looked for.
constexpr double land_reach_nmi = 200.0;

double seconds_of(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}

/// Without folders; a label that is no path stays as it is.
std::string file_name(const std::string& label) {
    return label.substr(label.rfind('/') + 1);
}

class SampleCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "sample"; }
    std::string_view summary() const noexcept override {
        return "Prints every field, rule and speed at a place and time.";
    }

    bool wants_json() const noexcept override { return json_; }

    void define(OptionTable& table) override {
        table.group_help();
        table
            .argument(
                "PLACE", place_,
                "Latitude and longitude (degrees north and east: 77.9 104.1, or 65.2S 64.1W), or "
                "the name of a port.")
            .required()
            .words(1, 2);
        table
            .value("--time", time_, "TIME",
                   "When, UTC: 2030-08-10 or 2030-08-10T06:00Z. Needed where data depend on time.")
            .group("Time and ship");
        table
            .value("--vessel", vessel_, "NAME|FILE",
                   "Adds what the ship can do there and what the rules say.")
            .group("Time and ship");
        sea_.define(table);
        table.flag("--json", json_, "Prints one JSON object instead of text.").group("Answer");
        table.footer(sample_examples);
    }

    ExitCode execute(const Progress& progress) override {
        const auto place = find_place(ports(), fmt::format("{}", fmt::join(place_, ", ")), "PLACE");
        const auto sea = open_sea(sea_, progress.sub_range(0.0, 0.5));
        const auto time = time_of(sea);
        const auto land = open_land(sea_, plan::planning_plane(sea.grid(), {{place}}));
        io::SampleDocument sample;
        sample.name = place.name;
        sample.note = place.note;
        sample.position = place.position;
        if (!time_.empty()) {
            sample.time = time;
        }
        sample.land = land_at(land.get(), place);
        sample.values = values_at(sea, place, time);
        sample.coastal_ice_doubt =
            plan::is_doubtful_coastal_ice(*sea.data.environment, land.get(), place.position, time);
        if (!vessel_.empty()) {
            sample.ship = ship_at(sea, place, time);
        }
        sample.findings = sea.findings();
        sample.provenance = sea.provenance();
        print(json_ ? io::sample_json(sample) : text_of(sample));
        return ExitCode::ok;
    }

  private:
    [[nodiscard]] Instant time_of(const plan::Sea& sea) const {
        if (!time_.empty()) {
            return parse_instant(time_, "--time");
        }
        if (const auto coverage = sea.data.environment->coverage()) {
            throw UsageError(
                fmt::format("these data depend on time: give --time (they reach from {} to {})",
                            format_instant(coverage->from), format_instant(coverage->until)));
        }
        return Instant{};
    }

    [[nodiscard]] static std::optional<io::SampleDocument::Land> land_at(const geo::LandIndex* land,
                                                                         const plan::Place& place) {
        if (land == nullptr) {
            return std::nullopt;
        }
        return io::SampleDocument::Land{
            land->is_land(place.position),
            land->distance_to_land(place.position, Length::nautical_miles(land_reach_nmi)),
            land->source()};
    }

    /// The layer that gives the value: the topmost with one.
    [[nodiscard]] static std::string label_of(const env::Environment& environment,
                                              env::Variable variable, const plan::Place& place,
                                              Instant time) {
        const auto& layers = environment.layers(variable);
        for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
            env::Environment alone;
            alone.set_beyond_data(environment.beyond_data());
            alone.add(*layer);
            if (alone.sample(variable, place.position, seconds_of(time)).is_usable()) {
                return layer->label;
            }
        }
        return layers.back().label;
    }

    [[nodiscard]] static std::vector<io::SampleDocument::Value>
    values_at(const plan::Sea& sea, const plan::Place& place, Instant time) {
        std::vector<io::SampleDocument::Value> values;
        const auto& environment = *sea.data.environment;
        for (const auto& info : env::all_variables()) {
            if (!environment.has(info.variable)) {
                continue;
            }
            const auto sample = environment.sample(info.variable, place.position, seconds_of(time));
            values.push_back({std::string(info.name),
                              sample.is_usable() ? std::optional(sample.value) : std::nullopt,
                              std::string(env::unit_name(info.variable)),
                              std::string(env::name(sample.quality)),
                              file_name(label_of(environment, info.variable, place, time))});
        }
        return values;
    }

    [[nodiscard]] io::SampleDocument::Ship ship_at(const plan::Sea& sea, const plan::Place& place,
                                                   Instant time) const {
        const auto rules = make_rules(sea_.rules);
        const auto vessel = io::find_vessel(vessel_);
        plan::expect_ice_data(sea, *rules, *vessel);
        const auto& environment = *sea.data.environment;
        const auto conditions = environment.conditions(place.position, seconds_of(time));
        std::vector<const env::Zone*> zones;
        for (const auto& zone : environment.zones()) {
            if (zone.in_force(seconds_of(time)) && zone.area.contains(place.position)) {
                zones.push_back(&zone);
            }
        }
        const auto transit = cost::TransitModel(*vessel, *rules).transit(conditions, zones);
        io::SampleDocument::Ship ship;
        ship.name = vessel->particulars().name;
        ship.ice_class = vessel::name(vessel->particulars().ice_class);
        ship.allowed = transit.allowed;
        if (transit.allowed) {
            ship.speed_kn = transit.speed_kn;
            ship.fuel_t_per_h = transit.fuel_t_per_h;
        } else {
            ship.block = rules::name(transit.block);
        }
        // Without data RIO and limits are those of the worst ice there may be: nothing to print
        // as if it were known.
        if (transit.block != rules::Block::no_data) {
            if (std::isfinite(transit.speed_limit_kn)) {
                ship.speed_limit_kn = transit.speed_limit_kn;
            }
            if (rules->options().polaris) {
                ship.rio = transit.rio;
            }
            ship.risk_per_h = transit.risk_per_h;
        }
        ship.findings = rules->explain(conditions, zones, *vessel, place.position, time);
        return ship;
    }

    [[nodiscard]] static std::string land_text(const io::SampleDocument& sample) {
        if (!sample.land) {
            return "  Land       not looked at (--coastline none)\n";
        }
        const auto& distance = sample.land->distance;
        const auto words = sample.land->is_land ? std::string("this is land")
                           : distance
                               ? fmt::format("{:.2f} nmi away", distance->in_nautical_miles())
                               : fmt::format("more than {:.0f} nmi away", land_reach_nmi);
        return fmt::format("  Land       {} ({})\n", words, sample.land->coastline);
    }

    [[nodiscard]] static std::string ship_text(const io::SampleDocument::Ship& ship, Instant told) {
        std::string text = fmt::format("\n{} (ice class {})\n", ship.name, ship.ice_class);
        text += ship.allowed ? fmt::format("  Speed      {:.1f} kn, {:.2f} t of fuel an hour\n",
                                           ship.speed_kn, ship.fuel_t_per_h)
                             : fmt::format("  Speed      none: {}\n", ship.block);
        if (ship.speed_limit_kn) {
            text += fmt::format("  Limit      {:.1f} kn by rule\n", *ship.speed_limit_kn);
        }
        if (ship.rio) {
            text += fmt::format("  RIO        {:.1f}\n", *ship.rio);
        }
        if (ship.risk_per_h) {
            text += fmt::format("  Ice risk   {:.2f} risk hours an hour\n", *ship.risk_per_h);
        }
        return text + findings_text(ship.findings, told);
    }

    [[nodiscard]] static std::string text_of(const io::SampleDocument& sample) {
        const auto position = geo::format_position(sample.position);
        std::string text = fmt::format(
            "{}{}{}\n", position, sample.name == position ? "" : " (" + sample.name + ")",
            sample.time ? " at " + format_instant(*sample.time) : std::string());
        if (!sample.note.empty()) {
            text += wrapped(sample.note, "  Place      ");
        }
        using Align = TextTable::Align;
        TextTable table({{"Variable", "", Align::left},
                         {"Value", "", Align::right},
                         {"Unit", "", Align::left},
                         {"Quality", "", Align::left},
                         {"From", "", Align::left}});
        for (const auto& value : sample.values) {
            table.add_row({value.variable, value.value ? fmt::format("{:.4g}", *value.value) : "-",
                           value.unit, value.quality, value.from});
        }
        text += land_text(sample) + "\n" + table.text();
        if (sample.coastal_ice_doubt) {
            text += "\n" + wrapped("the cell of the ice is mixed with land or filled from its "
                                   "neighbours: satellites take coasts for ice, there may be none; "
                                   "compare with an ice chart",
                                   "  Caution    ");
        }
        if (sample.ship) {
            text += ship_text(*sample.ship, sample.time.value_or(Instant{}));
        }
        return text + findings_text(sample.findings, sample.time.value_or(Instant{}));
    }

    std::vector<std::string> place_;
    std::string time_;
    std::string vessel_;
    SeaOptions sea_;
    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_sample_command() {
    return std::make_unique<SampleCommand>();
}

} // namespace fairlead::cli
