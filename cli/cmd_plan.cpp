// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/mesh_plan.hpp"
#include "cli/objective_options.hpp"
#include "cli/option_names.hpp"
#include "cli/option_table.hpp"
#include "cli/outputs.hpp"
#include "cli/picture.hpp"
#include "cli/plan_json.hpp"
#include "cli/report.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/base/stopwatch.hpp"
#include "core/io/route_document.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/planner.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/voyage_notes.hpp"

#include <fmt/format.h>

#include <utility>

namespace fairlead::cli {
namespace {

constexpr const char* plan_examples = R"(
Places are port names or positions: 69.0,33.05 or "69°00.0'N 033°03.0'E". Times are UTC, ISO 8601.
Without --output the answer is printed only. Where there is no route the answer says what blocks and
where, no route file is written, and the exit code is 4.

Examples:
  fairlead plan --scenario sample --vessel expedition_pc5 --from Murmansk --to "Bering Strait" \
      --depart 2030-08-10 --output voyage.geojson --output voyage.gpx --output voyage.png
  fairlead plan --layer sea_ice_concentration=nsidc_2018.zip --layer sea_ice_thickness=1.0 \
      --vessel sda --from Longyearbyen --to 82.5,10 --depart 2018-07-15T06:00Z --objective fuel)";

class PlanCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "plan"; }
    std::string_view summary() const noexcept override { return "Plans a route between places."; }
    bool wants_json() const noexcept override { return answer_.json; }

    void define(OptionTable& table) override {
        table.group_help();
        table.value("--from", from_, "PLACE", "Where the voyage begins. Required.").group("Voyage");
        table.value("--to", to_, "PLACE", "Where it ends. Required.").group("Voyage");
        table.value("--via", via_, "PLACE", "A place on the way; repeat for more, in order.")
            .group("Voyage");
        table
            .value("--depart", depart_, "TIME",
                   "When, UTC: 2030-08-10 or 2030-08-10T06:00Z. Required.")
            .group("Voyage");
        table
            .value("--vessel", vessel_, "NAME|FILE",
                   "The ship: a name of `fairlead vessel`, or a vessel file (TOML). Required.")
            .group("Voyage");
        objective_.define(table);
        sea_.define(table);
        define_search(table);
        mesh_.define(table);
        answer_.define(table, "Writes a route file");
        table.footer(plan_examples);
    }

    ExitCode execute(const Progress& progress) override {
        expect_required();
        if (mesh_.is_given()) {
            const auto objective = objective_.objective.empty() ? "time" : objective_.objective;
            return plan_in_mesh({mesh_, vessel_, from_, to_, objective, answer_}, progress);
        }
        const Stopwatch reading;
        expect_writable(answer_.outputs);
        expect_not_read(answer_.outputs, {sea_.coastline, vessel_});
        const auto sea = open_sea(sea_, progress.sub_range(0.0, 0.1));
        expect_not_read(answer_.outputs, sea.files());
        const auto request = make_request(sea, progress);
        const double read_ms = reading.elapsed_ms();

        auto result = plan::plan(request, progress.sub_range(0.2, 1.0));
        name_options(result);
        result.timing.read_ms += read_ms;
        plan::note_unverified(*request.vessel, result.findings);
        plan::note_hidden_layers(*request.environment, result.findings);
        const auto about_data = sea.findings();
        result.findings.insert(result.findings.end(), about_data.begin(), about_data.end());
        const auto outputs = outputs_of(request, result);
        progress.throw_if_stopped();
        write_outputs(outputs);
        print(answer_.json ? io::result_json(json_document(result)) : text_of(request, result));
        if (result.no_route() != nullptr) {
            return ExitCode::no_route;
        }
        return any_at_or_above(result.findings, parse_fail_on(answer_.fail_on)) ? ExitCode::findings
                                                                                : ExitCode::ok;
    }

  private:
    /// Which options must be there depends on whether the voyage is in a mesh.
    void expect_required() const {
        const auto expect = [](const char* option, const std::string& value) {
            if (value.empty()) {
                throw UsageError(fmt::format("{} is required", option));
            }
        };
        if (!mesh_.is_given() && !(mesh_.waypoints.empty() && mesh_.route_config.empty())) {
            throw UsageError("--waypoints and --route-config are for --mesh");
        }
        if (mesh_.waypoints.empty()) {
            expect("--from", from_);
            expect("--to", to_);
        } else if (!from_.empty() || !to_.empty()) {
            throw UsageError("--from and --to, but --waypoints gives the places");
        }
        if (!mesh_.is_given()) {
            expect("--depart", depart_);
            expect("--vessel", vessel_);
            return;
        }
        if (!objective_.cost_model.empty()) {
            throw UsageError(
                "--mesh, whose cells carry their own costs, goes without --cost-model");
        }
        if (!depart_.empty() || !via_.empty() || !sea_.scenario.empty() || !sea_.layers.empty()) {
            throw UsageError("--mesh, which knows no hour and is the sea, goes without --depart, "
                             "--via, --scenario and --layer");
        }
    }

    void define_search(OptionTable& table) {
        constexpr const char* group = "Search";
        table
            .value("--cell", cell_km_, "KM",
                   "Side of a cell of the planning grid. Default: the scenario's, or 12.5 km.")
            .between(plan::least_cell_km, plan::greatest_cell_km)
            .group(group);
        table
            .value("--margin", margin_km_, "KM",
                   "How far the grid reaches beyond the places of the voyage. Default: 600 km or "
                   "0.4 times the diagonal of their box, whichever is more, and 2.5 times that "
                   "where only a way outside may be left. Not with bounds of the scenario.")
            .between(50.0, 20000.0)
            .group(group);
        table
            .value("--neighbours", neighbours_, "8|16|32",
                   "Directions out of a cell; more give a smoother first route. Default 16.")
            .one_of({8, 16, 32})
            .group(group);
        table
            .value("--clearance", clearance_nmi_, "NM",
                   "Least distance off land outside harbour approaches, nautical miles. Default 1.")
            .between(0.0, 100.0)
            .group(group);
        table
            .value("--tolerance", tolerance_nmi_, "NM",
                   "How far fewer waypoints may move the track, nautical miles. Default 0.5, and "
                   "up to 4 where there would be more than 60 waypoints.")
            .between(0.0, 100.0)
            .group(group);
        table.flag("--no-wait", no_wait_, "The ship never waits for a way to open.").group(group);
    }

    /// Years of four digits must do for the arrival too.
    [[nodiscard]] Instant parse_departure() const {
        const auto departure = parse_instant(depart_, "--depart");
        if (departure < parse_instant("1800-01-01") || departure >= parse_instant("2500-01-01")) {
            throw UsageError(
                fmt::format("--depart {}: the year is not one from 1800 to 2499", depart_));
        }
        return departure;
    }

    [[nodiscard]] plan::PlanRequest make_request(const plan::Sea& sea,
                                                 const Progress& progress) const {
        plan::PlanRequest request;
        request.departure = parse_departure();
        request.objective = objective_.parse();
        request.rules = make_rules(sea_.rules);
        request.vessel = io::find_vessel(vessel_);
        expect_ice_layers(sea, *request.rules, *request.vessel);
        request.environment = sea.data.environment;
        request.provenance = sea.provenance();
        const auto gazetteer = ports();
        request.places.push_back(find_place(gazetteer, from_, "--from"));
        for (const auto& via : via_) {
            request.places.push_back(find_place(gazetteer, via, "--via"));
        }
        request.places.push_back(find_place(gazetteer, to_, "--to"));
        request.grid = sea.grid();
        request.grid.neighbours = neighbours_;
        if (cell_km_) {
            request.grid.cell_km = *cell_km_;
        }
        if (margin_km_ && request.grid.bounds) {
            throw UsageError("--margin, but the scenario gives the bounds of the grid");
        }
        request.grid.margin_km = margin_km_;
        request.may_wait = !no_wait_;
        request.clearance_off_land = Length::nautical_miles(clearance_nmi_);
        if (tolerance_nmi_) {
            request.waypoint_tolerance = Length::nautical_miles(*tolerance_nmi_);
        }
        progress.report(0.1, "reading the coastline");
        request.land = open_land(sea_, plan::planning_plane(request.grid, request.places));
        progress.throw_if_stopped();
        return request;
    }

    [[nodiscard]] Outputs outputs_of(const plan::PlanRequest& request,
                                     const plan::PlanResult& result) const {
        Outputs outputs;
        for (const auto& file : answer_.outputs) {
            if (is_picture(file)) {
                outputs.files.push_back(
                    {file, picture_bytes(request, result, sea_.coastline, file)});
            } else if (const auto* route = result.route()) {
                outputs.add_route(file, io::document_of(*route, result.findings, result.provenance),
                                  answer_.rtz_version);
            }
        }
        return outputs;
    }

    [[nodiscard]] std::string text_of(const plan::PlanRequest& request,
                                      const plan::PlanResult& result) const {
        std::string text;
        if (const auto* route = result.route()) {
            text = plan_text(*route, result);
        } else {
            text = no_route_text(
                fmt::format("{} to {}", request.places.front().name, request.places.back().name),
                request.departure, *result.no_route(), result);
        }
        std::string files;
        for (const auto& file : answer_.outputs) {
            const bool written = result.route() != nullptr || is_picture(file);
            files +=
                fmt::format("  {}{}\n", file, written ? "" : ": not written, there is no route");
        }
        return files.empty() ? text : text + "\nFiles\n" + files;
    }

    std::string from_;
    std::string to_;
    std::vector<std::string> via_;
    std::string depart_;
    std::string vessel_;
    ObjectiveOptions objective_;
    SeaOptions sea_;
    MeshPlanOptions mesh_;
    std::optional<double> cell_km_;
    std::optional<double> margin_km_;
    int neighbours_ = 16;
    double clearance_nmi_ = 1.0;
    std::optional<double> tolerance_nmi_;
    bool no_wait_ = false;
    AnswerOptions answer_;
};

} // namespace

std::unique_ptr<Command> make_plan_command() {
    return std::make_unique<PlanCommand>();
}

} // namespace fairlead::cli
