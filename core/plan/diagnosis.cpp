// SPDX-License-Identifier: Apache-2.0
#include "core/plan/diagnosis.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"
#include "core/plan/barrier.hpp"
#include "core/plan/time_axis.hpp"
#include "core/plan/trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace fairlead::plan {
namespace {

/// A cell that opens within this time of the coming of a ship that may wait is taken for open.
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

Remedy remedy_for_gap(const std::string& gap) {
    return {RemedyKind::missing_data,
            gap + ": add the missing files, or another layer that covers these days"};
}

/// A ship that is not stopped where she is may be at sea when a gap in the data begins.
constexpr std::array gap_ahead_s{0.0, 21600.0, 43200.0, 64800.0, 86400.0};

/// The judgement of a cell in a gap of the data that begins soon; nothing if none does.
std::optional<CellJudgement> judge_gap_ahead(const StageRequest& wanted, graph::Vertex cell,
                                             double time_s) {
    const auto& place = wanted.voyage.grid.centres[cell];
    for (const double ahead_s : gap_ahead_s) {
        if (gap_in_words(*wanted.request.environment, place, time_s + ahead_s).empty()) {
            continue;
        }
        auto judgement = judge_cell(wanted, cell, time_s + ahead_s);
        if (judgement.transit.block == rules::Block::no_data) {
            return judgement;
        }
    }
    return std::nullopt;
}

/// Worse first: what stands between the ship and the limit by more.
bool worse(const CellJudgement& a, const CellJudgement& b) {
    if (a.transit.block == rules::Block::under_keel_clearance) {
        return a.conditions.depth.value < b.conditions.depth.value;
    }
    return a.transit.rio < b.transit.rio;
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
        const bool by_time = worst.transit.block == rules::Block::none;
        finding.rule = by_time ? "opening times" : std::string(rules::name(worst.transit.block));
        finding.message =
            by_time ? "the way is open only at times when the ship is not there"
                    : fmt::format("passage is forbidden: {}", rules::name(worst.transit.block));
    }
    if (worst.transit.block == rules::Block::no_data) {
        const auto gap = gap_in_words(*wanted.request.environment, place, worst.time_s);
        finding.message += gap.empty() ? "" : "; " + gap;
    }
    finding.position = place;
    finding.time = time;
    finding.extent = extent;
    return finding;
}

/// The weakest ice class stronger than the ship's that opens a way, all else equal.
void try_ice_classes(const StageRequest& wanted, const Trial& trial,
                     std::vector<Remedy>& remedies) {
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
            {RemedyKind::stronger_ship,
             fmt::format("a ship of ice class {} with the same speed in ice would get through",
                         vessel::name(static_cast<vessel::IceClass>(opens)))});
    }
}

void try_later(const StageRequest& wanted, const Trial& trial, NoRoute& no) {
    const auto& environment = *wanted.request.environment;
    const auto coverage = environment.coverage();
    const bool changes =
        coverage || std::any_of(environment.zones().begin(), environment.zones().end(),
                                [](const auto& zone) { return zone.from || zone.until; });
    for (const int delay_d : trial_delays_d) {
        const double departure_s = wanted.departure_s + delay_d * 86400.0;
        if (!changes || (coverage && instant_of(departure_s) > coverage->until)) {
            return;
        }
        if (trial.opens(*wanted.request.vessel, *wanted.request.rules, departure_s,
                        *wanted.request.environment)) {
            no.remedies.push_back({RemedyKind::leave_later,
                                   fmt::format("leaving {} days later, on {}, finds a way", delay_d,
                                               format_instant(instant_of(departure_s))),
                                   Duration::hours(24.0 * delay_d)});
            return;
        }
    }
}

void try_rules(const StageRequest& wanted, const Trial& trial, bool without_depth,
               std::vector<Remedy>& remedies) {
    auto options = wanted.request.rules->options();
    Remedy remedy;
    if (without_depth) {
        options.under_keel_clearance.reset();
        remedy.kind = RemedyKind::less_draught;
        remedy.sentence =
            "with less draught a way may open: without the under-keel rule there is one (check "
            "charted depths)";
    } else {
        options.zones = false;
        remedy.kind = RemedyKind::without_zones;
        remedy.sentence =
            "without the zones in force there is a way: wait for them to end, or ask for leave";
    }
    if (trial.opens(*wanted.request.vessel, rules::RuleSet(options), wanted.departure_s,
                    *wanted.request.environment)) {
        remedies.push_back(std::move(remedy));
    }
}

void try_holding(const StageRequest& wanted, const Trial& trial, NoRoute& no) {
    auto held = *wanted.request.environment;
    held.set_beyond_data(env::BeyondData::hold);
    if (trial.opens(*wanted.request.vessel, *wanted.request.rules, wanted.departure_s, held)) {
        no.remedies.push_back(
            {RemedyKind::hold_data, "with the last data held beyond their end there is a way"});
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

/// Where the ship stops on a way: a place she reaches, else the place of departure.
void note_stop(const StageRequest& wanted, const Stage& stage, const BlockedWay& way, NoRoute& no) {
    if (!std::isfinite(stage.reached_after_s[way.start])) {
        return;
    }
    no.farthest = wanted.voyage.grid.centres[way.start];
    no.farthest_time =
        instant_of(wanted.departure_s + static_cast<double>(stage.reached_after_s[way.start]));
    no.farthest_remaining =
        geo::geodesic_distance(*no.farthest, wanted.voyage.approaches[wanted.from + 1].position);
}

std::string closed_in_words(const ClosedSpan& span, const CompiledField& compiled,
                            Instant departure) {
    const auto when = [&](double time_s) {
        return format_instant_beside(instant_of(time_s), departure);
    };
    auto words = span.since_s ? "closed since " + when(*span.since_s)
                              : std::string("closed since before she left");
    if (span.until_s) {
        return words + ", open again from " + when(*span.until_s);
    }
    if (compiled.field.open_after_last) {
        return words + ", and to the end of what is known";
    }
    return fmt::format("{}, and still when the {} on {}", words,
                       compiled.cut_by_horizon ? "search ends" : "data end",
                       when(compiled.field.slice_time_s.back()));
}

/// What stands before the ship, seen from where she stops.
std::vector<std::string> account_of(const StageRequest& wanted, const CompiledField& compiled,
                                    const BlockedWay& way, const CellJudgement& block,
                                    const NoRoute& no) {
    std::vector<std::string> account;
    const auto& first = way.stretches.front();
    const auto to_block =
        geo::geodesic_inverse(*no.farthest, wanted.voyage.grid.centres[block.cell]);
    const double there_s = static_cast<double>(no.farthest_time->time_since_epoch().count());
    std::string words =
        fmt::format("{:.0f} nm from there, bearing {:03.0f}, the way is closed for {:.0f} nm",
                    to_block.distance.in_nautical_miles(), to_block.initial_bearing.in_degrees(),
                    first.length.in_nautical_miles());
    if (block.transit.block == rules::Block::under_keel_clearance) {
        words += ", at all times";
    } else if (const auto span = closed_span(compiled.field, block.cell, there_s)) {
        words +=
            "; where it begins it is " + closed_in_words(*span, compiled, wanted.request.departure);
    }
    account.push_back(std::move(words));
    if (way.stretches.size() > 1) {
        account.push_back(fmt::format(
            "beyond, {} more closed {}: {:.0f} nm closed in all on the way that has fewest",
            way.stretches.size() - 1, way.stretches.size() == 2 ? "stretch" : "stretches",
            way.closed_length().in_nautical_miles()));
    }
    return account;
}

} // namespace

std::string gap_in_words(const env::Environment& environment, const geo::Position& place,
                         double time_s) {
    for (const auto variable : deciding_variables) {
        if (const auto gap = environment.gap(variable, place, time_s)) {
            return fmt::format("no {} data between {} and {}", env::info(variable).name,
                               format_instant(gap->from), format_instant(gap->until));
        }
    }
    return "";
}

Remedy remedy_for_unknown(const env::Environment& environment, const geo::Position& place,
                          double time_s) {
    if (const auto gap = gap_in_words(environment, place, time_s); !gap.empty()) {
        return remedy_for_gap(gap);
    }
    return remedy_for_unknown(environment.conditions(place, time_s));
}

Remedy remedy_for_unknown(const env::Conditions& conditions) {
    const bool thickness = conditions.concentration.is_usable();
    const auto quality =
        thickness ? conditions.thickness.quality : conditions.concentration.quality;
    const auto what = thickness ? "the thickness of the ice" : "the ice";
    switch (quality) {
    case env::Quality::pole_hole:
        return {RemedyKind::fill_pole_hole,
                "the ice around the pole is not known: say what to assume there"};
    case env::Quality::outside_time:
        return {RemedyKind::later_data,
                fmt::format("{} is not known at that time: add later data, or say what stands in "
                            "for them",
                            what)};
    case env::Quality::outside_area:
    case env::Quality::no_layer:
        return {RemedyKind::data_elsewhere,
                fmt::format("{} is not known there, outside the data: another layer has to "
                            "cover the place; a number will do, given before the others, as later "
                            "layers lie on top",
                            what)};
    default:
        return {RemedyKind::farther_from_coast,
                fmt::format("{} is not known there ({}): take the ice of the open sea farther into "
                            "fjords and river mouths, or give another layer that covers the place",
                            what, env::name(quality))};
    }
}

NoRoute explain_no_route(const StageRequest& wanted, const Stage& stage,
                         std::vector<rules::Finding>& findings, const Progress& progress) {
    NoRoute no;
    const auto& from = wanted.request.places[wanted.from].name;
    const auto& to = wanted.request.places[wanted.from + 1].name;
    note_farthest(wanted, stage, no);

    const auto& field = stage.compiled->field;
    // What was open before she came, or opens weeks later, does not help the ship that is there.
    const auto seconds_of = [](Instant instant) {
        return static_cast<double>(instant.time_since_epoch().count());
    };
    const double stopped_s = seconds_of(*no.farthest_time);
    auto ever_open = cells_open_within(field, stopped_s,
                                       stopped_s + (wanted.request.may_wait ? patience_s : 0.0));
    for (const auto cell : wanted.voyage.sea_cells) {
        if (std::isfinite(stage.reached_after_s[cell])) {
            ever_open[cell] = 1;
        }
    }
    const auto way = least_blocked_way(wanted, stage, ever_open);
    if (!way) {
        no.reason = fmt::format("no water joins {} and {} on the grid of {:g} km", from, to,
                                wanted.voyage.grid.geometry.cell_m / 1e3);
        no.remedies.push_back({RemedyKind::smaller_cells, "smaller cells find narrower straits"});
        no.remedies.push_back({RemedyKind::wider_grid, "a wider grid finds longer ways round"});
        return no;
    }
    note_stop(wanted, stage, *way, no);
    const double there_s = seconds_of(*no.farthest_time);

    // The ship is judged where she would be stopped, at the time she would be there at the
    // earliest.
    std::map<rules::Block, std::vector<CellJudgement>> blocks;
    std::optional<CellJudgement> first;
    for (const auto& stretch : way->stretches) {
        for (const auto cell : stretch.cells) {
            auto judgement = judge_cell(wanted, cell, there_s);
            const bool tells = judgement.transit.block != rules::Block::none;
            if (&stretch == &way->stretches.front() &&
                (!first || (tells && first->transit.block == rules::Block::none))) {
                first = judgement;
            }
            blocks[judgement.transit.block].push_back(std::move(judgement));
        }
    }
    const bool only_time = blocks.empty();
    if (first && first->transit.block == rules::Block::none) {
        if (auto in_gap = judge_gap_ahead(wanted, first->cell, there_s)) {
            first = *in_gap;
            blocks.erase(rules::Block::none);
            blocks[rules::Block::no_data].push_back(std::move(*in_gap));
        }
    }
    if (first) {
        no.account = account_of(wanted, *stage.compiled, *way, *first, no);
        no.blocking.push_back(finding_of(wanted, *first, way->stretches.front().length));
    }
    std::vector<std::pair<std::size_t, rules::Finding>> found;
    for (auto& [block, cells] : blocks) {
        const auto worst = std::min_element(cells.begin(), cells.end(), worse);
        if (worst->cell == first->cell) {
            continue;
        }
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

    const bool data_end = !field.open_after_last && !stage.compiled->cut_by_horizon;
    if (only_time) {
        rules::Finding finding;
        finding.severity = rules::Severity::violation;
        finding.position = no.farthest;
        finding.time = instant_of(field.slice_time_s.back());
        std::string gap;
        for (const double ahead_s : gap_ahead_s) {
            if (gap.empty()) {
                gap = gap_in_words(*wanted.request.environment, *no.farthest, there_s + ahead_s);
            }
        }
        if (!gap.empty()) {
            finding.code = "data.missing";
            finding.rule = "data coverage";
            finding.time = no.farthest_time;
            finding.message = gap + ", while the ship is under way";
            no.remedies.push_back(remedy_for_gap(gap));
        } else if (data_end) {
            finding.code = "data.end";
            finding.rule = "data coverage";
            finding.message = fmt::format("the data end on {}, before the ship can be there",
                                          format_instant(instant_of(field.slice_time_s.back())));
            finding.remedy = "add later data, or say what stands in for them";
        } else {
            finding.code = "time.window";
            finding.rule = "opening times";
            finding.message =
                "every cell of the way is open at some time, but never when the ship can be there";
        }
        no.blocking.push_back(std::move(finding));
    }
    no.reason = fmt::format("no way from {} to {}: {}", from, to, no.blocking.front().message);

    if (const auto unknown = blocks.find(rules::Block::no_data); unknown != blocks.end()) {
        const auto& judged = unknown->second.front();
        no.remedies.push_back(remedy_for_unknown(
            *wanted.request.environment, wanted.voyage.grid.centres[judged.cell], judged.time_s));
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
    if (!wanted.request.tries_remedies) {
        return no;
    }
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
        try_holding(wanted, trial, no);
    }
    // A ship that may wait in port has tried every later departure already.
    const bool tried_later = stage.exact && wanted.request.may_wait && lies_in_port(wanted);
    if (!tried_later) {
        try_later(wanted, trial, no);
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
