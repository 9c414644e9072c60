// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/io/sample_json.hpp"
#include "core/io/sample_text.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/sample_place.hpp"

#include <fmt/format.h>

namespace fairlead::cli {
namespace {

constexpr const char* sample_examples = R"(
Examples:
  fairlead sample 77.9 104.1 --scenario sample --time 2030-08-10 --vessel expedition_pc5
  fairlead sample Murmansk --layer sea_floor_depth=etopo5.tif)";

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
        const auto vessel = vessel_.empty() ? nullptr : io::find_vessel(vessel_);
        const auto rules = make_rules(sea_.rules);
        auto sample = plan::sample_place({sea, place, time, land.get(), vessel.get(), rules.get()});
        if (time_.empty()) {
            sample.time.reset();
        }
        print(json_ ? io::sample_json(sample) : io::sample_text(sample));
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
