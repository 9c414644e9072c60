// SPDX-License-Identifier: Apache-2.0
#include "core/route/evaluation.hpp"

#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/route/finding_log.hpp"
#include "core/route/opening.hpp"
#include "core/route/passage.hpp"
#include "core/route/rhumb_legs.hpp"
#include "core/route/route_findings.hpp"
#include "core/route/voyage_record.hpp"
#include "core/route/zone_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fairlead::route {
namespace {

constexpr double least_step_m = 2.0;
constexpr double shortest_divided_m = 2.0 * least_step_m;
constexpr double longest_step_m = 5'000.0;
constexpr double shortest_full_step_m = 500.0;
/// Jumps and kinks are about this far apart: the error allowed per step is the share of the time
/// that this distance takes.
constexpr double error_reference_m = 5'000.0;
constexpr double explain_every_m = 2'000.0;
/// Where findings begin and end is found within this.
constexpr double findings_within_m = 250.0;
/// A ship does not creep after an ice edge that draws back in steps of metres: she waits until this
/// much of the way ahead is open.
constexpr double look_ahead_m = 10'000.0;
constexpr std::size_t looks_ahead = 8; ///< places at which she looks within that
constexpr double shortest_wait_s = 1.0;
constexpr int waits_without_way = 8;

/// Fine enough that no cell of any layer is stepped over.
double full_step_m(const env::Environment& environment) {
    double step_m = longest_step_m;
    for (const auto& variable : env::all_variables()) {
        for (const auto& layer : environment.layers(variable.variable)) {
            if (layer.field) {
                step_m = std::min(step_m, 0.5 * layer.field->grid().spacing().in_metres());
            }
        }
    }
    return std::max(step_m, shortest_full_step_m);
}

Length coarsest_depth(const env::Environment& environment) {
    Length spacing;
    for (const auto& layer : environment.layers(env::Variable::sea_floor_depth)) {
        if (layer.field) {
            spacing = std::max(spacing, layer.field->grid().spacing());
        }
    }
    return spacing;
}

void add_missing(std::vector<rules::Finding>& findings, std::vector<rules::Finding> others) {
    for (auto& other : others) {
        if (std::none_of(findings.begin(), findings.end(), [&](const rules::Finding& finding) {
                return finding.key() == other.key();
            })) {
            findings.push_back(std::move(other));
        }
    }
}

class Sailing {
  public:
    Sailing(const env::Environment& environment, const cost::TransitModel& model,
            const geo::LandIndex* land, const EvaluationRequest& request, const Progress& progress)
        : sampler_(environment, model, request.objective), land_(land), request_(request),
          progress_(progress), breaks_(time_breaks(environment)),
          full_step_m_(full_step_m(environment)), depth_spacing_(coarsest_depth(environment)) {
        state_.sums.time_s = static_cast<double>(request.departure.time_since_epoch().count());
        step_m_ = full_step_m_;
    }

    Evaluation run();

  private:
    enum class Outcome { go_on, stop };

    Outcome sail_leg(std::size_t index);
    Outcome sail_section(const ZoneSection& section);
    Outcome meet_closed(const ZoneSection& section, double ahead_m, double reached_s);
    bool wait_for_opening(const ZoneSection& section, double ahead_m, double reached_s);
    void hold_at_waypoint(const ZoneSection& section, std::size_t index);
    void wait_until(const ZoneSection& section, double until_s, std::string reason, bool intended);
    void accept(const ZoneSection& section, const Passage& here, const TrackStep& step,
                double step_m);
    Passage look(const ZoneSection& section, double at_m, double time_s);
    TrackPlace place_at(const ZoneSection& section, double at_m) const;
    void note(const ZoneSection& section, const Passage& passage, bool always);
    unsigned signature_of(const ZoneSection& section, const Passage& passage, double time_s) {
        return findings_signature(passage, sampler_.in_force(section.zones, time_s));
    }
    void meet_land();
    void start_leg(std::size_t index);
    void find_coastal_stretches();
    void finish_leg();
    void stop_here(rules::Block block);
    Evaluation finish();

    PassageSampler sampler_;
    const geo::LandIndex* land_;
    const EvaluationRequest& request_;
    const Progress& progress_;
    std::vector<double> breaks_;
    double full_step_m_;
    Length depth_spacing_; ///< of the coarsest depth layer; zero without one

    VoyageState state_;
    VoyageRecord record_;
    const geo::GeodesicLine* line_ = nullptr;
    double speed_limit_kn_ = std::numeric_limits<double>::infinity();
    bool forcing_ = false; ///< going on where it is closed
    bool left_berth_ = false;
    double step_m_;
    /// Zones at the last place passed: what it is judged by as a holding place.
    std::vector<const env::Zone*> hold_zones_;
    double last_wait_m_ = -std::numeric_limits<double>::infinity();
    int idle_waits_ = 0;
    std::optional<double> trapped_s_; ///< of the last opening looked for in vain

    // This leg.
    std::optional<double> land_at_m_; ///< the leg meets land here
    bool close_to_land_ = false;      ///< some part of the leg is nearer than the clearance
    /// Stretches of the leg that are nearer to land than depth_spacing_, ends in metres.
    std::vector<std::pair<double, double>> coastal_;

    double last_note_m_ = -std::numeric_limits<double>::infinity();
    unsigned last_signature_ = 0;
    FindingLog log_;
    Evaluation result_;
};

TrackPlace Sailing::place_at(const ZoneSection& section, double at_m) const {
    const Length at = Length::metres(at_m);
    TrackPlace place{line_->at(at), line_->bearing_at(at), section.zones};
    for (const auto& [from_m, to_m] : coastal_) {
        if (at_m >= from_m && at_m <= to_m) {
            place.land_near = land_;
            place.near_within = depth_spacing_;
        }
    }
    return place;
}

Passage Sailing::look(const ZoneSection& section, double at_m, double time_s) {
    const TrackPlace place = place_at(section, at_m);
    return forcing_ ? sampler_.forced_at(place, time_s, speed_limit_kn_)
                    : sampler_.at(place, time_s, speed_limit_kn_);
}

void Sailing::note(const ZoneSection& section, const Passage& passage, bool always) {
    const double at_m = state_.at_m();
    const TrackPlace place = place_at(section, state_.along_m);
    const Instant now = instant_of(state_.sums.time_s);
    const auto zones = sampler_.in_force(section.zones, state_.sums.time_s);
    const unsigned signature = findings_signature(passage, zones);
    if (always || close_to_land_ || signature != last_signature_ ||
        at_m - last_note_m_ >= explain_every_m) {
        auto findings = findings_at(passage, sampler_, zones, place.position, now);
        if (passage.forced) {
            add_missing(findings, blocking_findings(passage, sampler_, zones, place.position, now));
        }
        if (passage.beset) {
            findings.push_back(forced_speed(sampler_.model().vessel()));
        }
        if (close_to_land_) {
            if (const auto off =
                    land_->distance_to_land(place.position, request_.clearance_off_land)) {
                findings.push_back(
                    close_to_land(place.position, now, *off, request_.clearance_off_land));
            }
        }
        log_.sample(at_m, place.position, now, std::move(findings));
        last_note_m_ = at_m;
        last_signature_ = signature;
    }
    record_.pass(passage, place.position, state_, always);
}

void Sailing::accept(const ZoneSection& section, const Passage& here, const TrackStep& step,
                     double step_m) {
    record_.between_places(here, step.end, step_m);
    state_.sums = step.sums;
    state_.along_m += step_m;
    left_berth_ = true;
    hold_zones_ = section.zones;
    if (!step.end.forced) {
        forcing_ = false;
    }
    note(section, step.end, false);
}

void Sailing::wait_until(const ZoneSection& section, double until_s, std::string reason,
                         bool intended) {
    const double waited_s = until_s - state_.sums.time_s;
    const TrackPlace place = place_at(section, state_.along_m);
    if (waited_s >= shortest_wait_s) {
        record_.keep_latest();
        record_.add({place.position, instant_of(state_.sums.time_s), instant_of(until_s),
                     std::move(reason), intended});
    }
    const double hours = waited_s / seconds_per_hour;
    const vessel::Vessel& ship = sampler_.model().vessel();
    const cost::Objective money{cost::ObjectiveKind::money, request_.objective.prices};
    state_.sums.time_s = until_s;
    state_.sums.fuel_t += hours * ship.hotel_fuel_t_per_h();
    state_.sums.co2_t += hours * ship.hotel_fuel_t_per_h() * ship.co2_per_fuel();
    state_.sums.money += hours * sampler_.model().waiting_rate_per_h(money);
    state_.sums.cost += hours * sampler_.model().waiting_rate_per_h(request_.objective);
    state_.waited_s += waited_s;
}

void Sailing::hold_at_waypoint(const ZoneSection& section, std::size_t index) {
    if (request_.leave_not_before.empty() || !request_.leave_not_before[index]) {
        return;
    }
    const auto until_s =
        static_cast<double>(request_.leave_not_before[index]->time_since_epoch().count());
    const double now_s = state_.sums.time_s;
    if (until_s <= now_s) {
        return;
    }
    if (left_berth_) {
        TrackPlace hold = place_at(section, state_.along_m);
        hold.zones = hold_zones_;
        if (const auto closes_s =
                closing_before(sampler_, hold, now_s, until_s, speed_limit_kn_, breaks_)) {
            log_.add(no_opening(hold.position, instant_of(now_s), instant_of(*closes_s)));
            return;
        }
    }
    wait_until(section, until_s,
               "a ship that went on at once would find a later place closed, or be caught there",
               true);
}

bool Sailing::wait_for_opening(const ZoneSection& section, double ahead_m, double reached_s) {
    const double at_m = state_.at_m();
    if (at_m > last_wait_m_) {
        idle_waits_ = 0;
    }
    last_wait_m_ = at_m;

    std::optional<TrackPlace> hold;
    if (left_berth_) {
        hold = place_at(section, state_.along_m);
        hold->zones = hold_zones_;
    }
    const double far_m = std::min(ahead_m + look_ahead_m, section.end_m);
    std::vector<TrackPlace> ahead;
    for (std::size_t i = 0; i <= looks_ahead; ++i) {
        ahead.push_back(
            place_at(section, std::lerp(ahead_m, far_m, static_cast<double>(i) / looks_ahead)));
    }
    // Part of that way may never open while the ship can stay here: then less must do.
    Opening opening;
    for (std::size_t places = ahead.size(); places > 0 && !opening.time_s; places /= 2) {
        opening = find_opening(sampler_, hold, std::span(ahead).first(places), reached_s,
                               speed_limit_kn_, breaks_);
    }
    if (!opening.time_s) {
        trapped_s_ = opening.trapped_s;
        return false;
    }
    idle_waits_ = *opening.time_s - reached_s < shortest_wait_s ? idle_waits_ + 1 : 0;
    if (idle_waits_ > waits_without_way) {
        return false;
    }
    const Passage closed = sampler_.at(ahead.front(), reached_s, speed_limit_kn_);
    const auto zones = sampler_.in_force(ahead.front().zones, reached_s);
    wait_until(
        section, *opening.time_s,
        blocking_findings(closed, sampler_, zones, ahead.front().position, instant_of(reached_s))
            .front()
            .message,
        false);
    return true;
}

void Sailing::stop_here(rules::Block block) {
    result_.stop =
        Stop{line_->at(Length::metres(state_.along_m)), instant_of(state_.sums.time_s), block};
}

/// @param reached_s when the ship would be at the closed place.
Sailing::Outcome Sailing::meet_closed(const ZoneSection& section, double ahead_m,
                                      double reached_s) {
    if (request_.may_wait) {
        trapped_s_.reset();
        if (wait_for_opening(section, ahead_m, reached_s)) {
            return Outcome::go_on;
        }
        const TrackPlace here = place_at(section, state_.along_m);
        log_.add(no_opening(here.position, instant_of(state_.sums.time_s),
                            trapped_s_ ? std::optional(instant_of(*trapped_s_)) : std::nullopt));
    }
    if (request_.mode == EvaluationMode::report) {
        forcing_ = true;
        return Outcome::go_on;
    }
    const TrackPlace place = place_at(section, ahead_m);
    const Passage closed = sampler_.at(place, reached_s, speed_limit_kn_);
    const auto zones = sampler_.in_force(place.zones, reached_s);
    for (auto& finding :
         blocking_findings(closed, sampler_, zones, place.position, instant_of(reached_s))) {
        log_.add(std::move(finding));
    }
    stop_here(closed.transit.block);
    return Outcome::stop;
}

Sailing::Outcome Sailing::sail_section(const ZoneSection& section) {
    Passage here = look(section, state_.along_m, state_.sums.time_s);
    if (here.open) {
        note(section, here, !record_.has_track());
    }
    while (state_.along_m < section.end_m) {
        progress_.throw_if_stopped();
        if (!here.open) {
            if (meet_closed(section, state_.along_m, state_.sums.time_s) == Outcome::stop) {
                return Outcome::stop;
            }
            here = look(section, state_.along_m, state_.sums.time_s);
            note(section, here, true);
            continue;
        }
        const double left_m = section.end_m - state_.along_m;
        double step_m = std::min(step_m_, close_to_land_ ? shortest_full_step_m : full_step_m_);
        // A rest too short for a step of its own is shared out, never added: a step that is refused
        // must come out shorter the next time.
        if (left_m <= step_m || left_m < shortest_divided_m) {
            step_m = left_m;
        } else if (left_m < step_m + least_step_m) {
            step_m = 0.5 * left_m;
        }
        const auto look_ahead = [&](double ahead_m, double time_s) {
            return look(section, state_.along_m + ahead_m, time_s);
        };
        const TrackStep step = take_step(look_ahead, here, state_.sums, step_m,
                                         request_.relative_error, error_reference_m);
        if (!step.open) {
            if (step_m >= shortest_divided_m) {
                step_m_ = std::max(least_step_m, 0.25 * step_m);
                continue;
            }
            const double reached_s = state_.sums.time_s + step_m * per_metre(here).time_s;
            if (meet_closed(section, state_.along_m + step_m, reached_s) == Outcome::stop) {
                return Outcome::stop;
            }
            here = look(section, state_.along_m, state_.sums.time_s);
            note(section, here, true);
            continue;
        }
        const double fit = 0.9 / std::cbrt(std::max(step.error, 1e-6));
        if (step.error > 1.0 && step_m >= shortest_divided_m) {
            step_m_ = std::max(least_step_m, step_m * std::clamp(fit, 0.1, 0.7));
            continue;
        }
        if (step_m > findings_within_m && signature_of(section, step.end, step.sums.time_s) !=
                                              signature_of(section, here, state_.sums.time_s)) {
            step_m_ = std::max(findings_within_m, 0.5 * step_m);
            continue;
        }
        accept(section, here, step, step_m);
        here = step.end;
        step_m_ = std::max(least_step_m, step_m * std::clamp(fit, 1.0, 5.0));
    }
    return Outcome::go_on;
}

void Sailing::meet_land() {
    log_.add(land_crossing(line_->at(Length::metres(state_.along_m)),
                           instant_of(state_.sums.time_s), land_->source()));
    land_at_m_.reset();
    if (request_.mode == EvaluationMode::strict) {
        stop_here(rules::Block::land);
    }
}

void Sailing::start_leg(std::size_t index) {
    const geo::Position& from = request_.waypoints[index].position;
    const geo::Position& to = request_.waypoints[index + 1].position;
    state_.along_m = 0.0;
    record_.begin_leg(from, to, state_);
    speed_limit_kn_ = std::numeric_limits<double>::infinity();
    if (!request_.leg_speed_limits.empty() && request_.leg_speed_limits[index]) {
        speed_limit_kn_ = request_.leg_speed_limits[index]->in_knots();
    }
    land_at_m_.reset();
    close_to_land_ = false;
    coastal_.clear();
    if (land_ != nullptr) {
        if (const auto crossing = land_->first_crossing(from, to)) {
            land_at_m_ = std::min(geo::geodesic_distance(from, *crossing).in_metres(),
                                  line_->length().in_metres());
        }
        close_to_land_ = request_.clearance_off_land > Length{} &&
                         !land_->is_clear(from, to, request_.clearance_off_land);
        if (depth_spacing_ > Length{} && !land_->is_clear(from, to, depth_spacing_)) {
            find_coastal_stretches();
        }
    }
}

/// In strides as long as the distance to land allows: it changes no faster than the place.
void Sailing::find_coastal_stretches() {
    constexpr double shortest_stride_m = 250.0;
    const double within_m = depth_spacing_.in_metres();
    const double length_m = line_->length().in_metres();
    for (double at_m = 0.0; at_m <= length_m;) {
        const auto off =
            land_->distance_to_land(line_->at(Length::metres(at_m)), 2.0 * depth_spacing_);
        const double off_m = off ? off->in_metres() : 2.0 * within_m;
        const double stride_m = std::max(std::abs(off_m - within_m), shortest_stride_m);
        if (off_m < within_m) {
            if (!coastal_.empty() && coastal_.back().second >= at_m) {
                coastal_.back().second = at_m + stride_m;
            } else {
                coastal_.emplace_back(at_m, at_m + stride_m);
            }
        }
        at_m += stride_m;
    }
}

Sailing::Outcome Sailing::sail_leg(std::size_t index) {
    const geo::GeodesicLine line(request_.waypoints[index].position,
                                 request_.waypoints[index + 1].position);
    // Reset before the line ends, at the end of this function.
    // cppcheck-suppress danglingLifetime
    line_ = &line;
    start_leg(index);
    auto sections = cut_by_zones(line, sampler_.environment().zones());
    if (!sections.empty()) {
        hold_at_waypoint(sections.front(), index);
    }
    for (ZoneSection& section : sections) {
        if (land_at_m_ && *land_at_m_ <= section.end_m) {
            ZoneSection before = section;
            before.end_m = *land_at_m_;
            if (sail_section(before) == Outcome::stop) {
                finish_leg();
                return Outcome::stop;
            }
            meet_land();
            if (result_.stop) {
                finish_leg();
                return Outcome::stop;
            }
        }
        if (sail_section(section) == Outcome::stop) {
            finish_leg();
            return Outcome::stop;
        }
    }
    finish_leg();
    return Outcome::go_on;
}

void Sailing::finish_leg() {
    record_.end_leg(state_);
    state_.done_m += state_.along_m;
    state_.along_m = 0.0;
    line_ = nullptr;
}

Evaluation Sailing::finish() {
    result_.route =
        record_.finish(request_.waypoints, request_.departure,
                       result_.stop ? std::optional(result_.stop->position) : std::nullopt, state_);
    result_.route.objective = request_.objective;
    if (!result_.stop) {
        result_.route.leave_not_before.assign(request_.leave_not_before.begin(),
                                              request_.leave_not_before.end());
    }
    result_.findings = log_.finish(state_.done_m);
    result_.feasible =
        !result_.stop &&
        std::none_of(result_.findings.begin(), result_.findings.end(),
                     [](const auto& f) { return f.severity == rules::Severity::violation; });
    result_.sample_count = sampler_.sample_count();
    return std::move(result_);
}

Evaluation Sailing::run() {
    const std::size_t legs = request_.waypoints.size() - 1;
    for (std::size_t index = 0; index < legs; ++index) {
        progress_.report(static_cast<double>(index) / static_cast<double>(legs),
                         "evaluating the route");
        if (sail_leg(index) == Outcome::stop) {
            break;
        }
    }
    progress_.report(1.0, "evaluating the route");
    return finish();
}

} // namespace

Evaluation evaluate(const env::Environment& environment, const cost::TransitModel& model,
                    const geo::LandIndex* land, const EvaluationRequest& request,
                    const Progress& progress) {
    if (request.waypoints.size() < 2) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("a route needs at least 2 waypoints, this one has {}",
                                request.waypoints.size()));
    }
    if (!request.leg_speed_limits.empty() &&
        request.leg_speed_limits.size() != request.waypoints.size() - 1) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} speed limits are given for {} legs",
                                request.leg_speed_limits.size(), request.waypoints.size() - 1));
    }
    if (!request.leave_not_before.empty() &&
        request.leave_not_before.size() != request.waypoints.size()) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} holds are given for {} waypoints",
                                request.leave_not_before.size(), request.waypoints.size()));
    }
    for (const auto& limit : request.leg_speed_limits) {
        if (limit && !(limit->in_knots() >= PassageSampler::least_speed_over_ground_kn)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("a leg's speed limit is {} kn: must be at least {} kn",
                                    limit->in_knots(), PassageSampler::least_speed_over_ground_kn));
        }
    }
    if (has_rhumb_leg(request.waypoints)) {
        const DividedRequest divided(request);
        auto result = Sailing(environment, model, land, divided.request, progress).run();
        result.route = put_together(result.route, request, divided.leg_of);
        return result;
    }
    return Sailing(environment, model, land, request, progress).run();
}

} // namespace fairlead::route
