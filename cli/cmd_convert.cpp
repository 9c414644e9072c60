// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/outputs.hpp"
#include "cli/route_choice.hpp"
#include "core/io/route_file.hpp"

#include <fmt/format.h>

namespace fairlead::cli {
namespace {

class ConvertCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "convert"; }
    std::string_view summary() const noexcept override {
        return "Turns a route file into another format.";
    }

    void define(OptionTable& table) override {
        table
            .argument("IN", in_,
                      "Route to read: .rtz, .rtzp, .geojson, .gpx (rte, else trk) or .csv.")
            .required();
        table
            .argument(
                "OUT", out_,
                "Route to write: .rtz, .geojson, .gpx, .csv, .kml or .gpkg. A file of that name is "
                "replaced.")
            .required();
        table.value("--route", which_, "NUMBER|NAME", "Which route, where IN holds several.");
        define_rtz_version(table, rtz_version_);
        table.footer(R"(
Positions are kept to 1e-7 degrees (1 cm), in RTZ as they are. Legs are geodesics on WGS 84 unless
the file says rhumb line (RTZ: Loxodrome); GPX cannot say it. An RTZ route takes its file's name.
What a format cannot hold is said. A CSV needs the columns latitude and longitude (decimal degrees)
and may have name and time (ISO 8601, UTC).

Examples:
  fairlead convert nsr.geojson nsr.gpx
  fairlead convert nsr.geojson nsr.rtz --rtz-version 1.2
  fairlead convert tracks.gpx second.csv --route 2)");
    }

    ExitCode execute(const Progress& progress) override {
        io::expect_writable_route_format(out_);
        expect_writable({out_});
        expect_not_read({out_}, {in_});
        const auto route = read_one_route(in_, which_);
        progress.throw_if_stopped();
        Outputs outputs;
        outputs.add_route(out_, route, rtz_version_);
        for (const auto& remark : route.remarks) {
            fmt::print(stderr, "{}: {}\n", in_, remark);
        }
        write_outputs(outputs);
        print(fmt::format("{}: {} waypoints, {}\n", out_, route.points.size(), route.name));
        return ExitCode::ok;
    }

  private:
    std::string in_;
    std::string out_;
    std::string which_;
    std::string rtz_version_ = "1.0";
};

} // namespace

std::unique_ptr<Command> make_convert_command() {
    return std::make_unique<ConvertCommand>();
}

} // namespace fairlead::cli
