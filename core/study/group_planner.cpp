// SPDX-License-Identifier: Apache-2.0
#include "core/study/group_planner.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/coastline.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/judgement.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/voyage_notes.hpp"
#include "core/rules/rule_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace fairlead::study {
namespace {

plan::PlanRequest::Line line_of(io::StudyLine line) {
    switch (line) {
    case io::StudyLine::grid:
        return plan::PlanRequest::Line::searched;
    case io::StudyLine::refined:
        return plan::PlanRequest::Line::refined;
    case io::StudyLine::waypoints:
        break;
    }
    return plan::PlanRequest::Line::waypoints;
}

plan::Place place_of(const geo::Gazetteer& ports, const std::string& text,
                     const io::StudyVoyage& voyage) {
    try {
        const auto place = ports.resolve(text);
        return {place.name, place.position, place.note};
    } catch (const Error& problem) {
        throw Error(problem.code(),
                    fmt::format("{}: voyage '{}': {}", voyage.where, voyage.name, problem.what()));
    }
}

/// "severity code" of each finding once, worst first.
std::vector<std::string> words_of(std::vector<rules::Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return a.severity > b.severity || (a.severity == b.severity && a.code < b.code);
    });
    std::vector<std::string> words;
    for (const auto& finding : findings) {
        auto word = fmt::format("{} {}", rules::name(finding.severity), finding.code);
        if (words.empty() || words.back() != word) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

io::RouteNumbers numbers_of(const route::Route& route) {
    const auto& totals = route.totals;
    io::RouteNumbers numbers;
    numbers.arrival = route.arrival;
    numbers.duration_h = totals.duration.in_hours();
    numbers.waiting_h = totals.waiting.in_hours();
    numbers.distance_nmi = totals.distance.in_nautical_miles();
    numbers.fuel_t = totals.fuel_t;
    numbers.co2_t = totals.co2_t;
    numbers.risk = totals.risk;
    numbers.money = totals.money;
    numbers.cost = totals.cost;
    numbers.min_rio = totals.min_rio;
    double weighted = 0.0;
    for (const auto& leg : route.legs) {
        weighted += leg.mean_concentration * leg.distance.in_nautical_miles();
        numbers.max_concentration = std::max(numbers.max_concentration, leg.max_concentration);
    }
    numbers.mean_concentration = numbers.distance_nmi > 0.0 ? weighted / numbers.distance_nmi : 0.0;
    numbers.graph_cost = route.graph_cost;
    numbers.exact = route.exact_search;
    numbers.lower_bound = route.lower_bound;
    return numbers;
}

/// The word after the dot of a blocking finding's code says what kind of block it is.
io::RouteFailure failure_of(const plan::NoRoute& no) {
    io::RouteFailure failure;
    failure.reason = no.reason;
    failure.cause = no.blocking.empty() ? "land" : no.blocking.front().code;
    failure.position = no.farthest;
    failure.time = no.farthest_time;
    if (no.farthest) {
        failure.remaining_nmi = no.farthest_remaining.in_nautical_miles();
    }
    return failure;
}

} // namespace

std::string beside_study(const io::StudyFile& study, const std::string& name) {
    const std::filesystem::path path(name);
    const auto beside = study.file.parent_path() / path;
    return path.is_relative() && std::filesystem::exists(beside) ? beside.string() : name;
}

Commons::Commons(const io::StudyFile& study)
    : study_(study), ports_(geo::Gazetteer::read(data_folder() / "ports" / "ports.csv")) {}

std::shared_ptr<const plan::Sea> Commons::sea(const std::string& scenario,
                                              const Progress& progress) {
    const std::scoped_lock lock(opening_);
    auto& known = seas_[scenario];
    auto sea = known.lock();
    if (!sea) {
        const auto file = io::scenario_path(beside_study(study_, scenario));
        sea = std::make_shared<const plan::Sea>(
            plan::open_sea(io::read_scenario(file), {}, {}, progress));
        known = sea;
    }
    return sea;
}

std::shared_ptr<const geo::LandIndex> Commons::land(const geo::Projection& plane) {
    if (study_.coastline == "none") {
        return nullptr;
    }
    const std::scoped_lock lock(opening_);
    auto& known = lands_[plane.definition()];
    auto land = known.lock();
    if (!land) {
        land = std::make_shared<const geo::LandIndex>(
            io::load_land_index(beside_study(study_, study_.coastline), plane));
        known = land;
    }
    return land;
}

GroupRequest group_request(const Manifest& manifest, const Group& group, Commons& commons,
                           const Progress& progress) {
    const auto& study = manifest.file;
    GroupRequest wanted;
    wanted.sea = commons.sea(study.scenarios[group.scenario], progress);
    auto& request = wanted.request;
    request.environment = wanted.sea->data.environment;
    request.vessel = io::find_vessel(beside_study(study, study.ships[group.ship]));
    request.rules =
        std::make_shared<const rules::RuleSet>(rules::rules_named(study.rules[group.rules]));
    plan::expect_ice_data(*wanted.sea, *request.rules, *request.vessel);
    request.objective = study.objectives[group.objective].objective;
    request.provenance = wanted.sea->provenance();
    const auto& voyage = study.voyages[group.voyage];
    request.places.push_back(place_of(commons.ports(), voyage.from, voyage));
    for (const auto& via : voyage.via) {
        request.places.push_back(place_of(commons.ports(), via, voyage));
    }
    request.places.push_back(place_of(commons.ports(), voyage.to, voyage));
    request.grid = wanted.sea->grid();
    request.grid.neighbours = study.neighbours;
    if (study.cell_km) {
        request.grid.cell_km = *study.cell_km;
    }
    if (!request.grid.bounds) {
        request.grid.margin_km = study.margin_km;
    }
    request.may_wait = study.may_wait;
    request.with_lower_bound = study.with_lower_bound;
    request.clearance_off_land = Length::nautical_miles(study.clearance_nmi);
    request.tries_remedies = false;
    request.line = line_of(study.line);
    request.land = commons.land(plan::planning_plane(request.grid, request.places));
    return wanted;
}

GroupPlanner::GroupPlanner(const Manifest& manifest, std::size_t group, Commons& commons,
                           const Progress& progress)
    : manifest_(manifest), group_(manifest.groups[group]) {
    try {
        auto wanted = group_request(manifest, group_, commons, progress.sub_range(0.0, 0.5));
        sea_ = std::move(wanted.sea);
        if (const auto& truth = manifest.file.sail_in; !truth.empty()) {
            truth_ = commons.sea(truth, progress.silent());
            plan::expect_ice_data(*truth_, *wanted.request.rules, *wanted.request.vessel);
        }
        auto about_data = sea_->findings();
        plan::note_unverified(*wanted.request.vessel, about_data);
        plan::note_hidden_layers(*wanted.request.environment, about_data);
        findings_ = words_of(std::move(about_data));
        voyage_ = std::make_unique<const plan::PreparedVoyage>(std::move(wanted.request),
                                                               progress.sub_range(0.5, 1.0));
    } catch (const Error& problem) {
        if (problem.code() == ErrorCode::cancelled) {
            throw;
        }
        inputs_wrong_ = problem.what();
    }
}

io::RouteRecord GroupPlanner::blank(const RouteSpec& route) const {
    const auto& study = manifest_.file;
    const auto& voyage = study.voyages[group_.voyage];
    io::RouteRecord record;
    record.number = route.number;
    record.id = route.id;
    record.scenario = study.scenarios[group_.scenario];
    record.voyage = voyage.name;
    record.from = voyage_ ? voyage_->request().places.front().name : voyage.from;
    record.to = voyage_ ? voyage_->request().places.back().name : voyage.to;
    record.ship = study.ships[group_.ship];
    const auto& objective = study.objectives[group_.objective];
    record.objective = objective.text;
    record.unit = cost::unit(objective.objective);
    record.rules = study.rules[group_.rules];
    record.departure = route.departure;
    return record;
}

io::SailedNumbers GroupPlanner::sail(const route::Route& planned) const {
    const auto& request = voyage_->request();
    plan::JudgementRequest wanted{.sea = *truth_,
                                  .vessel = *request.vessel,
                                  .rules = *request.rules,
                                  .land = request.land.get(),
                                  .waypoints = planned.waypoints,
                                  .leave_not_before = planned.leave_not_before,
                                  .leg_speed_limits = {},
                                  .stated_times = {},
                                  .departure = planned.departure,
                                  .objective = request.objective,
                                  .may_wait = request.may_wait,
                                  .clearance_off_land = request.clearance_off_land};
    const auto judged = plan::judge(wanted);
    const auto& totals = judged.route.totals;
    io::SailedNumbers sailed{totals.duration.in_hours(),
                             totals.waiting.in_hours(),
                             totals.fuel_t,
                             totals.co2_t,
                             totals.risk,
                             totals.money,
                             totals.cost,
                             totals.min_rio,
                             {}};
    for (const auto& finding : judged.findings) {
        if (finding.severity == rules::Severity::violation &&
            std::find(sailed.violations.begin(), sailed.violations.end(), finding.code) ==
                sailed.violations.end()) {
            sailed.violations.push_back(finding.code);
        }
    }
    return sailed;
}

io::RouteRecord GroupPlanner::plan(const RouteSpec& route, const Progress& progress) const {
    auto record = blank(route);
    const auto fail = [&](std::string cause, std::string reason) {
        record.status = "error";
        record.failure = io::RouteFailure{std::move(cause), std::move(reason), {}, {}, {}};
    };
    if (!voyage_) {
        fail("bad_input", inputs_wrong_);
        return record;
    }
    record.findings = findings_;
    try {
        const auto result = plan::plan(*voyage_, route.departure, progress);
        add_once(words_of(result.findings), record.findings);
        if (const auto* found = result.route()) {
            record.status = "ok";
            record.numbers = numbers_of(*found);
            for (const auto& waypoint : found->waypoints) {
                record.line.push_back(waypoint.position);
            }
            if (truth_) {
                record.sailed = sail(*found);
            }
        } else {
            record.status = "no_route";
            record.failure = failure_of(*result.no_route());
        }
    } catch (const Error& problem) {
        if (problem.code() == ErrorCode::cancelled) {
            throw;
        }
        fail("bad_input", problem.what());
    } catch (const std::logic_error& fault) { // ours; the other routes need not suffer for it
        fail("program_error", fault.what());
    }
    return record;
}

} // namespace fairlead::study
