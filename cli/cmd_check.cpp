// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_names.hpp"
#include "cli/option_table.hpp"
#include "cli/outputs.hpp"
#include "cli/picture.hpp"
#include "cli/report.hpp"
#include "cli/route_choice.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/base/text_layout.hpp"
#include "core/io/finding_text.hpp"
#include "core/io/result_json.hpp"
#include "core/io/route_document.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/judgement.hpp"
#include "core/plan/planning_grid.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace fairlead::cli {
namespace {

constexpr const char* check_examples = R"(
The ship sails the legs (geodesics, or rhumb lines where an RTZ file says so) as fast as she can
under the rules in the ice, current and depth of the moment. What breaks a rule is reported and the
voyage goes on as if the rule were not there, so that one answer shows all of it. Land is checked on
every leg, full coastline.

Examples:
  fairlead check nsr.gpx --vessel sda --scenario sample --depart 2030-08-10
  fairlead check old.csv --vessel cargo_ia --depart 2018-07-15 --rules none \
      --layer sea_ice_concentration=0)";

std::string planned_arrival_text(Instant planned, Instant found) {
    const double late_s = between(planned, found).in_seconds();
    if (std::abs(late_s) < 60.0) {
        return "the same arrival";
    }
    return fmt::format("arrival {}, {} {} than found here", format_instant(planned),
                       format_duration(Duration::seconds(std::abs(late_s))),
                       late_s > 0.0 ? "earlier" : "later");
}

class CheckCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "check"; }
    std::string_view summary() const noexcept override {
        return "Judges a route from a file: times, fuel, land, rules, findings.";
    }
    bool wants_json() const noexcept override { return answer_.json; }

    void define(OptionTable& table) override {
        table.group_help();
        table.argument("ROUTE", file_, "Route file: .rtz, .rtzp, .geojson, .gpx or .csv.")
            .required();
        table.value("--route", which_, "NUMBER|NAME", "Which route, where the file holds several.")
            .group("Voyage");
        table
            .value("--vessel", vessel_, "NAME|FILE",
                   "The ship: a name of `fairlead vessel`, or a vessel file (TOML).")
            .required()
            .group("Voyage");
        table
            .value("--depart", depart_, "TIME",
                   "When, UTC: 2030-08-10 or 2030-08-10T06:00Z. Default: the file's first time.")
            .group("Voyage");
        table
            .value("--clearance", clearance_nmi_, "NM",
                   "Nearer to land than this is a caution, nautical miles. Default 1; 0: not "
                   "looked at.")
            .between(0.0, 100.0)
            .group("Voyage");
        table.flag("--no-wait", no_wait_, "The ship never waits for a way to open.")
            .group("Voyage");
        sea_.define(table);
        answer_.define(table, "Writes the route with its times, legs and findings");
        table.footer(check_examples);
    }

    ExitCode execute(const Progress& progress) override {
        expect_writable(answer_.outputs);
        expect_not_read(answer_.outputs, {file_, sea_.coastline, vessel_});
        const auto document = read_one_route(file_, which_);
        const auto sea = open_sea(sea_, progress.sub_range(0.0, 0.1));
        expect_not_read(answer_.outputs, sea.files());
        const auto rules = make_rules(sea_.rules);
        const auto vessel = io::find_vessel(vessel_);
        expect_ice_layers(sea, *rules, *vessel);
        const auto land = open_land(sea_, plan::planning_plane(sea.grid(), places_of(document)));

        plan::JudgementRequest request{sea, *vessel, *rules, land.get(), {}, {},
                                       {},  {},      {},     {},         {}, {}};
        for (const auto& point : document.points) {
            request.waypoints.push_back({point.position, point.name, point.line});
            if (!no_wait_) {
                request.leave_not_before.push_back(point.leave_not_before);
            }
        }
        request.departure = departure_of(document);
        request.stated_times = stated_times(document, request.departure);
        request.may_wait = !no_wait_;
        request.clearance_off_land = Length::nautical_miles(clearance_nmi_);
        auto judged = plan::judge(request, progress.sub_range(0.2, 1.0));
        note_remarks(document, judged.findings);
        const auto outputs =
            outputs_of(drawn_request(sea, vessel, rules, judged), document, judged);
        progress.throw_if_stopped();
        write_outputs(outputs);
        print(answer_.json ? json_of(judged) : text_of(document, judged));
        return any_at_or_above(judged.findings, parse_fail_on(answer_.fail_on)) ? ExitCode::findings
                                                                                : ExitCode::ok;
    }

  private:
    [[nodiscard]] static std::vector<plan::Place> places_of(const io::RouteDocument& document) {
        std::vector<plan::Place> places;
        for (const auto& point : document.points) {
            places.push_back({point.name, point.position});
        }
        return places;
    }

    [[nodiscard]] Instant departure_of(const io::RouteDocument& document) const {
        if (!depart_.empty()) {
            return parse_instant(depart_, "--depart");
        }
        if (document.points.front().time) {
            return *document.points.front().time;
        }
        throw UsageError(fmt::format("{} has no time at its first point: give --depart", file_));
    }

    /// Is the file about the voyage that is checked, or about one of another departure?
    [[nodiscard]] static bool is_about(const io::RouteDocument& document, Instant departure) {
        const auto& left = document.points.front().time;
        return !left || *left == departure;
    }

    /// None for a voyage that the file is not about.
    [[nodiscard]] static std::vector<std::optional<Instant>>
    stated_times(const io::RouteDocument& document, Instant departure) {
        std::vector<std::optional<Instant>> times;
        if (is_about(document, departure)) {
            for (const auto& point : document.points) {
                times.push_back(point.time);
            }
        }
        return times;
    }

    /// A chart shows a voyage from the first waypoint to the last.
    [[nodiscard]] static plan::PlanRequest
    drawn_request(const plan::Sea& sea, std::shared_ptr<const vessel::Vessel> vessel,
                  std::shared_ptr<const rules::RuleSet> rules, const plan::Judgement& judged) {
        plan::PlanRequest request;
        request.environment = sea.data.environment;
        request.vessel = std::move(vessel);
        request.rules = std::move(rules);
        request.departure = judged.route.departure;
        request.grid = sea.grid();
        const auto& waypoints = judged.route.waypoints;
        request.places = {{waypoints.front().name, waypoints.front().position},
                          {waypoints.back().name, waypoints.back().position}};
        return request;
    }

    /// What the reader of the file had to say.
    static void note_remarks(const io::RouteDocument& document,
                             std::vector<rules::Finding>& findings) {
        for (const auto& remark : document.remarks) {
            rules::Finding finding;
            finding.code = "route.file";
            finding.severity = rules::Severity::caution;
            finding.message = remark;
            finding.subject = remark;
            findings.push_back(std::move(finding));
        }
    }

    [[nodiscard]] Outputs outputs_of(const plan::PlanRequest& request,
                                     const io::RouteDocument& read,
                                     const plan::Judgement& judged) const {
        Outputs outputs;
        for (const auto& output : answer_.outputs) {
            if (is_picture(output)) {
                outputs.files.push_back(
                    {output,
                     picture_bytes(request,
                                   {judged.route, judged.findings, judged.provenance, {}, {}},
                                   sea_.coastline, output)});
                continue;
            }
            auto document = io::document_of(judged.route, judged.findings, judged.provenance);
            io::keep_rtz(read, document);
            outputs.add_route(output, document, answer_.rtz_version);
        }
        return outputs;
    }

    [[nodiscard]] static std::string json_of(const plan::Judgement& judged) {
        io::ResultDocument result;
        result.status = "ok";
        result.routes.push_back(judged.route);
        result.findings = judged.findings;
        result.provenance = judged.provenance;
        return io::result_json(result);
    }

    [[nodiscard]] std::string text_of(const io::RouteDocument& document,
                                      const plan::Judgement& judged) const {
        std::string text = wrapped(fmt::format(
            "{}: {}", document.name,
            judged.feasible ? "no violation" : "NOT SAFE AS IT STANDS, see violations"));
        text += wrapped(ship_name(judged.provenance)) + "\n" + totals_text(judged.route);
        if (const auto planned = document.points.back().time) {
            text += wrapped(is_about(document, judged.route.departure)
                                ? planned_arrival_text(*planned, judged.route.arrival)
                                : fmt::format("departure {}, arrival {}: not the voyage that is "
                                              "checked here",
                                              format_instant(*document.points.front().time),
                                              format_instant(*planned)),
                            "  File says  ");
        }
        text += "\n" + leg_table(judged.route) + leg_table_key(judged.route);
        text += io::findings_text(judged.findings, judged.route.departure) +
                provenance_text(judged.provenance);
        for (std::size_t i = 0; i < answer_.outputs.size(); ++i) {
            text += (i == 0 ? "\nFiles\n  " : "  ") + answer_.outputs[i] + "\n";
        }
        return text;
    }

    std::string file_;
    std::string which_;
    std::string vessel_;
    std::string depart_;
    double clearance_nmi_ = 1.0;
    bool no_wait_ = false;
    SeaOptions sea_;
    AnswerOptions answer_;
};

} // namespace

std::unique_ptr<Command> make_check_command() {
    return std::make_unique<CheckCommand>();
}

} // namespace fairlead::cli
