// SPDX-License-Identifier: Apache-2.0
#include "core/plan/diagnosis.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"
#include "core/search/field_bounds.hpp"
#include "core/search/time_dependent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace fairlead::plan {
namespace {

constexpr std::uint16_t open_weight = 64;
constexpr std::uint16_t closed_weight = 300 * open_weight;
/// "Time" across an open cell: the longest way stays within what the kernel's clock can tell.
constexpr double open_cell_s = 4.0;
/// A cell that opens within this time of the ship's coming is taken for open.
constexpr double patience_s = 3.0 * 86400.0;
constexpr std::array trial_delays_d{5, 10, 20, 30, 45};

Instant instant_of(double time_s) {
    return Instant{std::chrono::seconds{std::llround(time_s)}};
}

/// What forbids a cell at an instant, and all that was known there.
struct CellJudgement {
    graph::Vertex cell = 0;
    double time_s = 0.0;
    env::Conditions conditions;
    std::vector<const env::Zone*> zones;
    cost::Transit transit;
};

CellJudgement judge_cell(const StageRequest& wanted, graph::Vertex cell, double time_s) {
    CellJudgement judgement;
    judgement.cell = cell;
    judgement.time_s = time_s;
    const auto& place = wanted.voyage.grid.centres[cell];
    const auto& environment = *wanted.request.environment;
    judgement.conditions = environment.conditions(place, time_s);
    for (const auto& zone : environment.zones()) {
        if (zone.in_force(time_s) && zone.area.contains(place)) {
            judgement.zones.push_back(&zone);
        }
    }
    judgement.transit = wanted.model.transit(judgement.conditions, judgement.zones);
    return judgement;
}

/// Worse first: what stands between the ship and the limit by more.
bool worse(const CellJudgement& a, const CellJudgement& b) {
    if (a.transit.block == rules::Block::under_keel_clearance) {
        return a.conditions.depth.value < b.conditions.depth.value;
    }
    return a.transit.rio < b.transit.rio;
}

/// The cells of the way with the fewest forbidden miles from all that was reached to the
/// destination, those its arcs cross and touch in corners among them, each once; empty if land
/// itself is in the way.
std::vector<graph::Vertex> least_blocked_way(const StageRequest& wanted, const Stage& stage,
                                             const std::vector<unsigned char>& ever_open) {
    cost::TransitField weight;
    weight.grid = wanted.voyage.grid.geometry;
    weight.slice_time_s = {0.0};
    weight.open_after_last = true;
    weight.slowness_unit_s_per_m = open_cell_s / (weight.grid.cell_m * open_weight);
    weight.slowness.assign(weight.grid.cell_count(), cost::TransitField::closed);
    // Arcs also cross cells that none begins in.
    for (const auto cell : wanted.voyage.wet_cells) {
        weight.slowness[cell] = ever_open[cell] != 0 ? open_weight : closed_weight;
    }
    std::vector<search::Source> sources;
    for (const auto cell : wanted.voyage.sea_cells) {
        if (std::isfinite(stage.reached_after_s[cell])) {
            sources.push_back({cell, 0.0, 0.0});
        }
    }
    if (sources.empty()) {
        for (const auto& link : wanted.voyage.approaches[wanted.from].links) {
            sources.push_back({link.vertex, 0.0, 0.0});
        }
    }
    std::vector<search::Target> targets;
    for (const auto& link : wanted.voyage.approaches[wanted.from + 1].links) {
        targets.push_back({link.vertex, 0.0, 0.0});
    }
    search::TimeDependentSearch search;
    const auto found =
        search.run(wanted.voyage.graph, weight, search::bounds_of(weight), sources, targets);
    if (!found.path) {
        return {};
    }
    std::vector<graph::Vertex> cells = found.path->vertices;
    for (std::size_t i = 0; i < found.path->directions.size(); ++i) {
        const auto from = weight.grid.cell(found.path->vertices[i]);
        const auto& way = graph::directions[found.path->directions[i]];
        const auto add = [&](graph::CellOffset offset) {
            const geo::GridCell cell{from.column + offset.columns, from.row + offset.rows};
            if (weight.grid.contains(cell)) {
                cells.push_back(weight.grid.index(cell));
            }
        };
        for (std::size_t j = 0; j < way.crossed_count; ++j) {
            add(way.crossed[j].offset);
        }
        for (std::size_t j = 0; j < way.corner_count; ++j) {
            add(way.corners[j]);
        }
    }
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
}

/// Cells open at some slice up to a time.
std::vector<unsigned char> cells_open_by(const cost::TransitField& field, double until_s) {
    std::vector<unsigned char> open(field.grid.cell_count(), 0);
    for (std::size_t k = 0; k < field.slice_count() && (k == 0 || field.slice_time_s[k] <= until_s);
         ++k) {
        const auto slice = field.slice(k);
        for (std::size_t i = 0; i < open.size(); ++i) {
            open[i] = open[i] != 0 || slice[i] != cost::TransitField::closed ? 1 : 0;
        }
    }
    return open;
}

rules::Finding finding_of(const StageRequest& wanted, const CellJudgement& worst, Length extent) {
    const auto& place = wanted.voyage.grid.centres[worst.cell];
    const auto time = instant_of(worst.time_s);
    auto explained = wanted.model.rules().explain(worst.conditions, worst.zones,
                                                  *wanted.request.vessel, place, time);
    const auto violation =
        std::find_if(explained.begin(), explained.end(), [](const auto& finding) {
            return finding.severity == rules::Severity::violation;
        });
    rules::Finding finding;
    if (violation != explained.end()) {
        finding = *violation;
    } else {
        finding.code = fmt::format("blocked.{}", rules::name(worst.transit.block));
        finding.severity = rules::Severity::violation;
        finding.rule = std::string(rules::name(worst.transit.block));
        finding.message =
            worst.transit.block == rules::Block::none
                ? "the way is open only at times when the ship is not there"
                : fmt::format("passage is forbidden: {}", rules::name(worst.transit.block));
    }
    finding.position = place;
    finding.time = time;
    finding.extent = extent;
    return finding;
}

/// Tries a change of the request: does a way open?
class Trial {
  public:
    Trial(const StageRequest& wanted, const Progress& progress)
        : wanted_(wanted), progress_(progress) {}

    [[nodiscard]] bool opens(const vessel::Vessel& vessel, const rules::RuleSet& rules,
                             double departure_s, const env::Environment& environment) const {
        progress_.throw_if_stopped();
        const cost::TransitModel model(vessel, rules);
        PlanRequest changed = wanted_.request;
        changed.environment =
            std::shared_ptr<const env::Environment>(std::shared_ptr<void>(), &environment);
        changed.objective = {cost::ObjectiveKind::time, {}};
        Timing ignored;
        const StageRequest trial{changed, wanted_.voyage, model, wanted_.from, departure_s, {}};
        return search_stage(trial, ignored, Progress()).path.has_value();
    }

  private:
    const StageRequest& wanted_;
    const Progress& progress_;
};

/// The weakest ice class stronger than the ship's that opens a way, all else equal.
void try_ice_classes(const StageRequest& wanted, const Trial& trial,
                     std::vector<std::string>& remedies) {
    const auto& vessel = *wanted.request.vessel;
    const auto own = static_cast<int>(vessel.particulars().ice_class);
    int opens = -1;
    int low = 0; // strongest
    int high = own - 1;
    while (low <= high) {
        const int middle = (low + high + 1) / 2;
        const auto ice_class = static_cast<vessel::IceClass>(middle);
        if (trial.opens(vessel.with_ice_class(ice_class), *wanted.request.rules, wanted.departure_s,
                        *wanted.request.environment)) {
            opens = middle;
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    if (opens >= 0) {
        remedies.push_back(
            fmt::format("a ship of ice class {} with the same speed in ice would get through",
                        vessel::name(static_cast<vessel::IceClass>(opens))));
    }
}

void try_later(const StageRequest& wanted, const Trial& trial, std::vector<std::string>& remedies) {
    const auto coverage = wanted.request.environment->coverage();
    for (const int delay_d : trial_delays_d) {
        const double departure_s = wanted.departure_s + delay_d * 86400.0;
        if (!coverage || instant_of(departure_s) > coverage->until) {
            return;
        }
        if (trial.opens(*wanted.request.vessel, *wanted.request.rules, departure_s,
                        *wanted.request.environment)) {
            remedies.push_back(fmt::format("leaving {} days later, on {}, finds a way", delay_d,
                                           format_instant(instant_of(departure_s))));
            return;
        }
    }
}

void try_rules(const StageRequest& wanted, const Trial& trial, bool without_depth,
               std::vector<std::string>& remedies) {
    auto options = wanted.request.rules->options();
    std::string what;
    if (without_depth) {
        options.under_keel_clearance.reset();
        what = "with less draught a way may open: without the under-keel rule there is one (check "
               "charted depths)";
    } else {
        options.zones = false;
        what = "without the zones in force there is a way: wait for them to end, or ask for leave";
    }
    if (trial.opens(*wanted.request.vessel, rules::RuleSet(options), wanted.departure_s,
                    *wanted.request.environment)) {
        remedies.push_back(std::move(what));
    }
}

void try_holding(const StageRequest& wanted, const Trial& trial,
                 std::vector<std::string>& remedies) {
    auto held = *wanted.request.environment;
    held.set_beyond_data(env::BeyondData::hold);
    if (trial.opens(*wanted.request.vessel, *wanted.request.rules, wanted.departure_s, held)) {
        remedies.emplace_back(
            "with the last data held beyond their end (beyond_data = \"hold\") there is a way");
    }
}

void note_farthest(const StageRequest& wanted, const Stage& stage, NoRoute& no) {
    const auto& goal = wanted.voyage.approaches[wanted.from + 1].position;
    no.farthest = wanted.voyage.approaches[wanted.from].position;
    no.farthest_time = instant_of(wanted.departure_s);
    no.farthest_remaining = geo::geodesic_distance(*no.farthest, goal);
    for (const auto cell : wanted.voyage.sea_cells) {
        if (!std::isfinite(stage.reached_after_s[cell])) {
            continue;
        }
        const auto remaining = geo::geodesic_distance(wanted.voyage.grid.centres[cell], goal);
        if (remaining < no.farthest_remaining) {
            no.farthest_remaining = remaining;
            no.farthest = wanted.voyage.grid.centres[cell];
            no.farthest_time =
                instant_of(wanted.departure_s + static_cast<double>(stage.reached_after_s[cell]));
        }
    }
}

} // namespace

NoRoute explain_no_route(const StageRequest& wanted, const Stage& stage,
                         std::vector<rules::Finding>& findings, const Progress& progress) {
    NoRoute no;
    const auto& from = wanted.request.places[wanted.from].name;
    const auto& to = wanted.request.places[wanted.from + 1].name;
    note_farthest(wanted, stage, no);

    const auto& field = stage.compiled.field;
    // What opens weeks later does not help the ship that is there now.
    const double there_s = static_cast<double>(no.farthest_time->time_since_epoch().count());
    const auto ever_open = cells_open_by(field, there_s + patience_s);
    const auto way = least_blocked_way(wanted, stage, ever_open);
    if (way.empty()) {
        no.reason = fmt::format("no water joins {} and {} on the grid of {:g} km", from, to,
                                wanted.voyage.grid.geometry.cell_m / 1e3);
        no.remedies.emplace_back(
            "smaller cells (--cell) find narrower straits; wider bounds find longer ways round");
        return no;
    }

    // The ship is judged where she would be stopped, at the time she would be there at the
    // earliest.
    std::map<rules::Block, std::vector<CellJudgement>> blocks;
    for (const auto cell : way) {
        if (ever_open[cell] == 0) {
            auto judgement = judge_cell(wanted, cell, there_s);
            blocks[judgement.transit.block].push_back(std::move(judgement));
        }
    }
    const bool only_time = blocks.empty();
    std::vector<std::pair<std::size_t, rules::Finding>> found;
    for (auto& [block, cells] : blocks) {
        const auto worst = std::min_element(cells.begin(), cells.end(), worse);
        const auto extent = Length::metres(static_cast<double>(cells.size()) * field.grid.cell_m);
        found.emplace_back(cells.size(), finding_of(wanted, *worst, extent));
    }
    // What no rule forbids at that time only adds to what one does.
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        const bool timing_a = a.second.rule == rules::name(rules::Block::none);
        const bool timing_b = b.second.rule == rules::name(rules::Block::none);
        return timing_a != timing_b ? timing_b : a.first > b.first;
    });
    for (auto& [count, finding] : found) {
        no.blocking.push_back(std::move(finding));
    }

    const bool data_end = !field.open_after_last && !stage.compiled.cut_by_horizon;
    if (only_time) {
        rules::Finding finding;
        finding.severity = rules::Severity::violation;
        finding.position = no.farthest;
        finding.time = instant_of(field.slice_time_s.back());
        if (data_end) {
            finding.code = "data.end";
            finding.rule = "data coverage";
            finding.message = fmt::format("the data end on {}, before the ship can be there",
                                          format_instant(instant_of(field.slice_time_s.back())));
            finding.remedy = "add later data, or say what stands in for them (beyond_data)";
        } else {
            finding.code = "time.window";
            finding.rule = "opening times";
            finding.message =
                "every cell of the way is open at some time, but never when the ship can be there";
        }
        no.blocking.push_back(std::move(finding));
    }
    no.reason = fmt::format("no way from {} to {}: {}", from, to, no.blocking.front().message);

    const Trial trial(wanted, progress);
    if (blocks.contains(rules::Block::polaris)) {
        try_ice_classes(wanted, trial, no.remedies);
    }
    if (blocks.contains(rules::Block::under_keel_clearance)) {
        try_rules(wanted, trial, true, no.remedies);
    }
    if (blocks.contains(rules::Block::zone)) {
        try_rules(wanted, trial, false, no.remedies);
    }
    if (data_end) {
        try_holding(wanted, trial, no.remedies);
    }
    // A ship that may wait in port has tried every later departure already.
    const bool tried_later = stage.exact && wanted.request.may_wait && lies_in_port(wanted);
    if (!tried_later) {
        try_later(wanted, trial, no.remedies);
    }
    if (!stage.exact) {
        rules::Finding finding;
        finding.code = "search.not_exact";
        finding.severity = rules::Severity::caution;
        finding.rule = "search";
        finding.message =
            wanted.request.may_wait
                ? "that there is no way is not proven: " + stage.inexact_because
                : "that there is no way is not proven for a ship that never waits: one that leaves "
                  "port later may find one, see the departures tried";
        findings.push_back(std::move(finding));
    }
    if (no.remedies.empty()) {
        rules::Finding finding;
        finding.code = "remedy.none";
        finding.severity = rules::Severity::info;
        finding.rule = "remedies";
        finding.message = "none of the changes tried alone (ice class, rules, later departure, "
                          "held data) opens a way";
        findings.push_back(std::move(finding));
    }
    return no;
}

} // namespace fairlead::plan
