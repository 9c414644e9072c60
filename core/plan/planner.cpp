// SPDX-License-Identifier: Apache-2.0
#include "core/plan/planner.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/stopwatch.hpp"
#include "core/base/version.hpp"
#include "core/cost/model_rate.hpp"
#include "core/geo/geodesic.hpp"
#include "core/plan/bound.hpp"
#include "core/plan/diagnosis.hpp"
#include "core/plan/grid_edge.hpp"
#include "core/plan/leg_search.hpp"
#include "core/plan/line_finish.hpp"
#include "core/plan/place_in_zone.hpp"
#include "core/plan/voyage_grid.hpp"
#include "core/plan/voyage_notes.hpp"
#include "core/route/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace fairlead::plan {
namespace {

/// On either side of the time at which a cell was met closed: half the step of daily data.
constexpr double shortest_closure_s = 43200.0;
/// The evaluation may find a place forbidden that its cells' centres are not; such cells are closed
/// and the search runs again, so often at most.
constexpr int most_repairs = 40;
/// Finishing shortens a path; a line that costs more than this above the path found is compared
/// with the path itself.
constexpr double most_finishing_loss = 0.01;

double seconds_of(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}

std::string_view name(geo::EdgeKind kind) {
    return kind == geo::EdgeKind::rhumb_line ? "rhumb line" : "great circle";
}

void check(const PlanRequest& request) {
    FAIRLEAD_EXPECTS(request.environment && request.vessel && request.rules);
    const auto refuse = [](const std::string& sentence) {
        throw Error(ErrorCode::invalid_argument, sentence);
    };
    if (request.places.size() < 2) {
        refuse("a voyage needs at least two places");
    }
    for (std::size_t i = 0; i + 1 < request.places.size(); ++i) {
        const auto& from = request.places[i];
        const auto& to = request.places[i + 1];
        if (geo::geodesic_distance(from.position, to.position).in_metres() < 1.0) {
            refuse(fmt::format("{} and {} are the same place ({})", from.name, to.name,
                               geo::format_position(from.position)));
        }
        const double least_kn = request.vessel->least_speed_kn();
        if (to.speed_limit && to.speed_limit->in_knots() < least_kn) {
            refuse(fmt::format("a limit of {:g} kn on the way to {} is less than the {:g} kn that "
                               "the ship needs",
                               to.speed_limit->in_knots(), to.name, least_kn));
        }
    }
    if (request.objective.model) {
        cost::expect_inputs(*request.objective.model, *request.environment);
    }
    if (request.grid.neighbours != 8 && request.grid.neighbours != 16 &&
        request.grid.neighbours != 32) {
        refuse(fmt::format("neighbours {} is not 8, 16 or 32", request.grid.neighbours));
    }
    const auto coverage = request.environment->coverage();
    if (coverage && coverage->from > coverage->until) {
        refuse(fmt::format("the layers have no time in common: the last to begin does so on {}, "
                           "the first to end on {}",
                           format_instant(coverage->from), format_instant(coverage->until)));
    }
    const bool may_run_over = request.environment->beyond_data() != env::BeyondData::refuse;
    if (coverage && (request.departure < coverage->from ||
                     (request.departure > coverage->until && !may_run_over))) {
        throw Error(ErrorCode::out_of_range,
                    fmt::format("departure {} is outside the data, which reach from {} to {}",
                                format_instant(request.departure), format_instant(coverage->from),
                                format_instant(coverage->until)));
    }
}

/// Everything one call of plan() works on.
class Planner {
  public:
    /// @param prepared of the same request but for the departure; null: the sea is compiled here.
    /// @param voyage   null: it is made here, if nothing is prepared.
    Planner(const PlanRequest& request, const PreparedVoyage* prepared,
            std::shared_ptr<const VoyageGrid> voyage, const Progress& progress)
        : request_(request), prepared_(prepared), progress_(progress),
          model_(*request.vessel, *request.rules), voyage_(std::move(voyage)) {
        for (std::size_t i = 1; i < request.places.size(); ++i) {
            stage_models_.emplace_back(*request.vessel, *request.rules,
                                       request.places[i].speed_limit);
        }
    }

    PlanResult run() {
        const Stopwatch preparing;
        if (!voyage_) {
            voyage_ = std::make_shared<const VoyageGrid>(
                make_voyage_grid(request_, progress_.sub_range(0.0, 0.2)));
        }
        result_.timing.compile_ms += preparing.elapsed_ms();
        complete_provenance();
        for (std::size_t i = 0; i < request_.places.size(); ++i) {
            if (is_searched_at(i) && voyage_->approaches[i].links.empty()) {
                return no_way_out_of(i);
            }
        }
        fields_.resize(request_.places.size() - 1);
        for (int attempt = 0; attempt <= most_repairs; ++attempt) {
            const auto outcome = attempt_voyage();
            if (outcome == Attempt::done) {
                fields_.clear(); // the bound needs the memory
                finish();
                return std::move(result_);
            }
            if (outcome == Attempt::no_route) {
                return std::move(result_);
            }
        }
        return not_repaired();
    }

  private:
    enum class Attempt { done, no_route, repaired };

    /// Whether a stage to or from the place is searched, and not drawn by the request.
    [[nodiscard]] bool is_searched_at(std::size_t place) const {
        const auto& places = request_.places;
        return (place > 0 && !places[place].arrive_by) ||
               (place + 1 < places.size() && !places[place + 1].arrive_by);
    }

    [[nodiscard]] StageRequest stage_request(std::size_t from, double departure_s) const {
        return {request_,    *voyage_,      stage_models_[from], from,
                departure_s, closed_cells_, /*is_trial=*/false,  prepared_};
    }

    /// Searches every stage, finishes the lines, judges the whole. On a violation closes the cells
    /// at fault.
    Attempt attempt_voyage() {
        std::vector<FinishedLine> lines;
        double departure_s = seconds_of(request_.departure);
        graph_cost_ = 0.0;
        exact_ = true;
        inexact_because_.clear();
        for (std::size_t i = 0; i + 1 < request_.places.size(); ++i) {
            const auto wanted = stage_request(i, departure_s);
            if (const auto& kind = request_.places[i + 1].arrive_by) {
                auto drawn = drawn_line(wanted, *kind);
                departure_s = drawn.line.arrival_s;
                graph_cost_ += drawn.cost;
                lines.push_back(std::move(drawn.line));
                continue;
            }
            auto stage = search_stage(wanted, result_.timing, progress_.sub_range(0.2, 0.7),
                                      std::exchange(fields_[i], std::nullopt));
            if (!stage.path) {
                if (widened(wanted, stage)) {
                    narrow_->stage = std::move(stage);
                    return Attempt::repaired;
                }
                explain(std::move(stage));
                return Attempt::no_route;
            }
            const bool by_time = request_.objective.kind == cost::ObjectiveKind::time;
            graph_cost_ += by_time ? (stage.path->finish_s - departure_s) / seconds_per_hour
                                   : stage.path->cost;
            exact_ = exact_ && stage.exact;
            if (inexact_because_.empty()) {
                inexact_because_ = stage.inexact_because;
            }
            lines.push_back(finished(wanted, stage));
            departure_s = lines.back().arrival_s;
            fields_[i] = std::move(stage.kept);
        }
        return judge(lines);
    }

    /// Of the cheapest path; where that loses too much in finishing, and the earliest one's line is
    /// cheaper, that one.
    FinishedLine finished(const StageRequest& wanted, Stage& stage) {
        const auto finish = [&] {
            return finish_line(wanted, stage, result_.timing, progress_.sub_range(0.7, 0.85));
        };
        auto line = finish();
        if (!stage.earliest || line.cost <= stage.path->cost * (1.0 + most_finishing_loss)) {
            return line;
        }
        stage.path = std::move(stage.earliest->path);
        stage.holds = std::move(stage.earliest->holds);
        stage.waits = std::move(stage.earliest->waits);
        auto earliest = finish();
        if (earliest.cost >= line.cost) {
            return line;
        }
        exact_ = false;
        if (inexact_because_.empty()) {
            inexact_because_ = "in finer detail its line was dearer than the earliest path's";
        }
        return earliest;
    }

    /// Says what is in the way. Where a wider grid did not help either, on the first one: what
    /// would open a way is found sooner there, and nearer.
    void explain(Stage stage) {
        const Stopwatch explaining;
        if (narrow_) {
            stage = std::move(narrow_->stage);
            voyage_ = std::move(narrow_->voyage);
            prepared_ = narrow_->prepared;
            closed_cells_ = std::move(narrow_->closed_cells);
            narrow_.reset();
            complete_provenance();
            const auto widened =
                std::find_if(result_.findings.begin(), result_.findings.end(),
                             [](const auto& finding) { return finding.code == "grid.widened"; });
            widened->message += ", without finding one; what is in the way is told of the first";
        }
        const auto wanted = stage_request(stage.from, stage.departure_s);
        result_.outcome =
            explain_no_route(wanted, stage, result_.findings, progress_.sub_range(0.7, 1.0));
        if (!name_place_in_zone(wanted, stage, std::get<NoRoute>(result_.outcome), progress_)) {
            suggest_wider_grid(wanted, stage);
        }
        note_places(request_, *voyage_, result_.findings);
        note_zones(request_, *voyage_, std::nullopt, result_.findings);
        result_.timing.evaluate_ms += explaining.elapsed_ms();
    }

    /// Where there may be a way round outside the grid, everything begins anew on a wider one; the
    /// first one is kept.
    bool widened(const StageRequest& wanted, const Stage& stage) {
        if (widened_ || !reaches_edge(wanted, stage)) {
            return false;
        }
        const auto options = wider_grid(request_, *voyage_);
        if (!options) {
            return false;
        }
        auto request = request_;
        request.grid = *options;
        auto wider = make_voyage_grid(request, progress_.sub_range(0.0, 0.2));
        if (!joined_outside(wanted, stage, wider)) {
            return false;
        }
        widened_ = true;
        result_.findings.push_back(note(
            "grid.widened", rules::Severity::info, "planning grid",
            fmt::format("there is no way from {} to {} within {:.0f} km of the voyage's "
                        "places: searched again within {:.0f} km",
                        request_.places[wanted.from].name, request_.places[wanted.from + 1].name,
                        default_margin_km(voyage_->grid.plane, request_.places),
                        *options->margin_km)));
        narrow_ = Narrow{std::move(voyage_),
                         std::exchange(prepared_, nullptr),
                         {},
                         std::exchange(closed_cells_, {})};
        voyage_ = std::make_shared<const VoyageGrid>(std::move(wider));
        complete_provenance();
        fields_.assign(fields_.size(), std::nullopt);
        return true;
    }

    void suggest_wider_grid(const StageRequest& wanted, const Stage& stage) {
        if ((request_.grid.bounds || request_.grid.margin_km) && reaches_edge(wanted, stage)) {
            std::get<NoRoute>(result_.outcome)
                .remedies.push_back({RemedyKind::wider_grid,
                                     "what she can reach ends at the edge of the grid: a way "
                                     "round may lie outside"});
        }
    }

    Attempt judge(const std::vector<FinishedLine>& lines) {
        const Stopwatch evaluating;
        auto best = evaluate_voyage(lines, Detail::simplified);
        const auto take_if_better = [&](Judged other) {
            if (other.evaluation.feasible &&
                (!best.evaluation.feasible ||
                 other.evaluation.route.totals.cost < best.evaluation.route.totals.cost)) {
                best = std::move(other);
            }
        };
        // Where the finished line meets other ice than the path did, it may be the worse of the
        // two.
        for (const auto detail : {Detail::refined, Detail::searched}) {
            if (best.evaluation.feasible &&
                best.evaluation.route.totals.cost <= graph_cost_ * (1.0 + most_finishing_loss)) {
                break;
            }
            const bool is_judged = std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
                return line.places(detail) == line.simplified;
            });
            if (!is_judged) {
                take_if_better(evaluate_voyage(lines, detail));
            }
        }
        if (!best.evaluation.feasible &&
            std::any_of(lines.begin(), lines.end(),
                        [](const auto& line) { return line.waits.size() > line.holds.size(); })) {
            take_if_better(evaluate_voyage(lines, Detail::waiting));
        }
        result_.timing.evaluate_ms += evaluating.elapsed_ms();
        last_ = std::move(best.evaluation);
        place_waypoints_ = std::move(best.place_waypoints);
        if (last_.feasible) {
            return Attempt::done;
        }
        if (stopped_on_drawn_leg()) {
            return Attempt::no_route;
        }
        close_cells_at_fault();
        return Attempt::repaired;
    }

    struct Judged {
        route::Evaluation evaluation;
        std::vector<std::size_t> place_waypoints;
    };
    Judged evaluate_voyage(const std::vector<FinishedLine>& lines, Detail detail) {
        std::vector<route::Waypoint> waypoints;
        std::vector<std::optional<Instant>> leave;
        std::vector<std::optional<Speed>> limits;
        std::vector<std::size_t> place_waypoints{0};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto& places = lines[i].places(detail);
            const auto leave_places = leave_not_before(places, lines[i].holds_of(detail));
            if (!leave.empty()) { // the last place is the next one's first
                leave.back() = leave_places.front();
            }
            for (std::size_t j = waypoints.empty() ? 0 : 1; j < places.size(); ++j) {
                waypoints.push_back({places[j], "", lines[i].edges});
                leave.push_back(leave_places[j]);
                if (waypoints.size() > 1) {
                    limits.push_back(request_.places[i + 1].speed_limit);
                }
            }
            waypoints.back().name = request_.places[i + 1].name;
            place_waypoints.push_back(waypoints.size() - 1);
        }
        waypoints.front().name = request_.places.front().name;
        route::EvaluationRequest wanted;
        wanted.waypoints = waypoints;
        wanted.leave_not_before = leave;
        wanted.leg_speed_limits = limits;
        wanted.departure = request_.departure;
        wanted.objective = request_.objective;
        wanted.mode = route::EvaluationMode::strict;
        wanted.may_wait = request_.may_wait;
        wanted.clearance_off_land = request_.clearance_off_land;
        return {route::evaluate(*request_.environment, model_, request_.land.get(), wanted,
                                progress_.sub_range(0.85, 0.95)),
                std::move(place_waypoints)};
    }

    /// Where the ship stops on a line that the request draws, there is nothing to search for.
    bool stopped_on_drawn_leg() {
        FAIRLEAD_EXPECTS(last_.stop.has_value() && last_.route.waypoints.size() >= 2);
        const auto passed = last_.route.waypoints.size() - 2; // the last one is the stop itself
        std::size_t stage = 0;
        while (stage + 2 < place_waypoints_.size() && place_waypoints_[stage + 1] <= passed) {
            ++stage;
        }
        const auto& kind = request_.places[stage + 1].arrive_by;
        if (!kind) {
            return false;
        }
        auto no = refused_by_check(fmt::format("the {} drawn from {} to {} cannot be sailed",
                                               name(*kind), request_.places[stage].name,
                                               request_.places[stage + 1].name));
        no.remedies.push_back({RemedyKind::free_leg,
                               "let the way between these places be found, or draw it elsewhere"});
        result_.outcome = std::move(no);
        note_places(request_, *voyage_, result_.findings);
        return true;
    }

    /// The cell just ahead of the stop; with each further stop there, the cells around it. Depth
    /// does not change; ice may let the ship pass at another time.
    void close_cells_at_fault() {
        FAIRLEAD_EXPECTS(last_.stop.has_value());
        const bool always = last_.stop->block == rules::Block::under_keel_clearance;
        const double stop_s = seconds_of(last_.stop->time);
        const auto& grid = voyage_->grid;
        const auto point = grid.plane.forward(last_.stop->position);
        const auto middle = point ? grid.geometry.cell_at(*point) : std::nullopt;
        FAIRLEAD_EXPECTS(middle.has_value());
        // Of the cells around the stop, the one whose centre is nearest and still open.
        std::optional<std::uint32_t> nearest;
        double nearest_m = HUGE_VAL;
        for (std::int32_t reach = 1; !nearest; ++reach) {
            for (std::int32_t row = middle->row - reach; row <= middle->row + reach; ++row) {
                for (std::int32_t column = middle->column - reach; column <= middle->column + reach;
                     ++column) {
                    const geo::GridCell cell{column, row};
                    if (!grid.geometry.contains(cell)) {
                        continue;
                    }
                    const auto index = grid.geometry.index(cell);
                    const auto centre = grid.geometry.centre(cell);
                    const double away_m =
                        std::hypot(centre.x_m - point->x_m, centre.y_m - point->y_m);
                    const bool closed = std::any_of(
                        closed_cells_.begin(), closed_cells_.end(), [&](const ClosedCell& other) {
                            return other.cell == index && other.from_s <= stop_s &&
                                   stop_s <= other.until_s;
                        });
                    if (!closed && away_m < nearest_m) {
                        nearest = index;
                        nearest_m = away_m;
                    }
                }
            }
        }
        if (always) {
            closed_cells_.push_back({*nearest});
            return;
        }
        // A cell that is met closed again and again is closed for longer and longer.
        const auto before =
            std::count_if(closed_cells_.begin(), closed_cells_.end(),
                          [&](const auto& other) { return other.cell == *nearest; });
        const double reach_s = std::ldexp(shortest_closure_s, static_cast<int>(before));
        closed_cells_.push_back({*nearest, stop_s - reach_s, stop_s + reach_s});
    }

    /// The bound knows nothing of the ship's own limits; under one she may burn less.
    [[nodiscard]] bool limits_lower_cost() const {
        using cost::ObjectiveKind;
        const auto kind = request_.objective.kind;
        return (kind == ObjectiveKind::fuel || kind == ObjectiveKind::co2 ||
                kind == ObjectiveKind::money) &&
               std::any_of(request_.places.begin(), request_.places.end(),
                           [](const Place& place) { return place.speed_limit.has_value(); });
    }

    /// Where the check of the finished line stopped, and why.
    [[nodiscard]] NoRoute refused_by_check(std::string reason) const {
        NoRoute no;
        no.reason = std::move(reason);
        for (const auto& finding : last_.findings) {
            if (finding.severity == rules::Severity::violation) {
                no.blocking.push_back(finding);
            }
        }
        if (!no.blocking.empty()) {
            no.reason += ": " + no.blocking.front().message;
        }
        if (last_.stop) {
            no.farthest = last_.stop->position;
            no.farthest_time = last_.stop->time;
            no.farthest_remaining =
                geo::geodesic_distance(last_.stop->position, voyage_->approaches.back().position);
        }
        return no;
    }

    PlanResult not_repaired() {
        auto no = refused_by_check(
            "the search finds ways through, but none that the check of the finished line allows");
        if (last_.stop && last_.stop->block == rules::Block::no_data) {
            explain_unknown(*last_.stop, no);
        } else if (!last_.stop || !name_place_in_zone(request_, *voyage_, *last_.stop, no)) {
            no.remedies.push_back(
                {RemedyKind::smaller_cells, "smaller cells follow narrow open ways more closely"});
        }
        result_.outcome = std::move(no);
        note_places(request_, *voyage_, result_.findings);
        return std::move(result_);
    }

    /// The ice is not known where the line ends or must pass: mostly in a fjord up to a berth.
    void explain_unknown(const route::Stop& stop, NoRoute& no) {
        const auto nearest = std::min_element(
            request_.places.begin(), request_.places.end(), [&](const auto& a, const auto& b) {
                return geo::geodesic_distance(a.position, stop.position) <
                       geo::geodesic_distance(b.position, stop.position);
            });
        const auto away = geo::geodesic_distance(nearest->position, stop.position);
        const auto where =
            away.in_nautical_miles() < 1.0
                ? "at " + nearest->name
                : fmt::format("{:.0f} nm from {}", away.in_nautical_miles(), nearest->name);
        // Just ahead of the stop, where and when what is asked for is not known.
        auto place = stop.position;
        auto time = stop.time;
        std::string cause = "the ice is not known here";
        if (!no.blocking.empty()) {
            const auto& block = no.blocking.front();
            place = block.position.value_or(place);
            time = block.time.value_or(time);
            cause = block.message;
        }
        const double there_s = seconds_of(time) + 1.0; // told to the second, which may be before
        const auto gap = gap_in_words(*request_.environment, place, there_s);
        no.reason = fmt::format("every way passes waters of unknown ice, {}: {}{}{}", where, cause,
                                gap.empty() ? "" : "; ", gap);
        no.remedies.push_back(remedy_for_unknown(*request_.environment, place, there_s));
    }

    PlanResult no_way_out_of(std::size_t place) {
        NoRoute no;
        const auto& named = request_.places[place];
        no.reason = fmt::format("{} cannot be reached from the open sea by water", named.name);
        auto finding =
            note("land.enclosed", rules::Severity::violation, "land",
                 fmt::format("no water joins {} at {} to the open sea of the grid within 250 km",
                             named.name, geo::format_position(named.position)));
        finding.position = named.position;
        finding.subject = named.name;
        no.blocking.push_back(std::move(finding));
        no.farthest = request_.places.front().position;
        no.farthest_time = request_.departure;
        no.farthest_remaining = geo::geodesic_distance(request_.places.front().position,
                                                       request_.places.back().position);
        no.remedies.push_back(
            {RemedyKind::other_place, "choose a place on the sea; lakes count as land"});
        result_.outcome = std::move(no);
        return std::move(result_);
    }

    void finish() {
        auto& route = last_.route;
        route.id = "1";
        route.objective = request_.objective;
        route.graph_cost = graph_cost_;
        route.exact_search = exact_;
        result_.findings.insert(result_.findings.begin(),
                                std::make_move_iterator(last_.findings.begin()),
                                std::make_move_iterator(last_.findings.end()));
        note_places(request_, *voyage_, result_.findings);
        note_zones(request_, *voyage_, route.arrival, result_.findings);
        note_coastal_ice(*request_.environment, request_.land.get(), route, result_.findings);
        note_edge(voyage_->grid, route, result_.findings);
        if (!exact_) {
            result_.findings.push_back(
                note("search.not_exact", rules::Severity::info, "search",
                     "the best path on the grid is not proven: " + inexact_because_));
        }
        if (!closed_cells_.empty()) {
            result_.findings.push_back(note("search.repaired", rules::Severity::info, "search",
                                            fmt::format("cells closed after the check of the "
                                                        "finished line found them forbidden: {}",
                                                        closed_cells_.size())));
        }
        if (request_.on_route) {
            request_.on_route(route);
        }
        if (request_.with_lower_bound && !limits_lower_cost()) {
            const Stopwatch bounding;
            route.lower_bound =
                lower_bound_of(request_, *voyage_, model_, route, progress_.sub_range(0.95, 1.0));
            result_.timing.evaluate_ms += bounding.elapsed_ms();
        }
        if (request_.with_lower_bound) {
            if (!route.lower_bound) {
                result_.findings.push_back(
                    note("bound.none", rules::Severity::info, "lower bound",
                         fmt::format("no lower bound was proven for the objective {}",
                                     cost::name(request_.objective))));
            } else if (*route.lower_bound > route.totals.cost * (1.0 + 1e-6)) {
                throw std::logic_error(
                    fmt::format("lower bound {} above the cost {} of a route that exists",
                                *route.lower_bound, route.totals.cost));
            }
        }
        result_.place_waypoints = std::move(place_waypoints_);
        result_.outcome = std::move(route);
    }

    void complete_provenance() {
        auto& provenance = result_.provenance;
        provenance = request_.provenance;
        provenance.version = version();
        provenance.rules = request_.rules->describe();
        provenance.vessel =
            fmt::format("{} ({})", request_.vessel->particulars().name, request_.vessel->source());
        provenance.model = request_.vessel->speed_model().describe();
        provenance.cost_model =
            request_.objective.model ? cost::describe(request_.objective.model->card()) : "";
        provenance.coastline = request_.land ? request_.land->source() : "none";
        provenance.grid =
            fmt::format("{}, {} neighbours", voyage_->grid.describe(), request_.grid.neighbours);
    }

    const PlanRequest& request_;
    const PreparedVoyage* prepared_;
    Progress progress_;
    cost::TransitModel model_;
    std::vector<cost::TransitModel> stage_models_; ///< with the limits of the request
    std::shared_ptr<const VoyageGrid> voyage_;
    std::vector<ClosedCell> closed_cells_;
    std::vector<std::optional<StageField>> fields_; ///< by stage, for repairs
    route::Evaluation last_;
    std::vector<std::size_t> place_waypoints_; ///< of the last evaluation
    double graph_cost_ = 0.0;
    bool exact_ = true;
    std::string inexact_because_;
    bool widened_ = false; ///< the grid is the second, wider one
    struct Narrow {
        std::shared_ptr<const VoyageGrid> voyage;
        const PreparedVoyage* prepared;
        Stage stage;
        std::vector<ClosedCell> closed_cells;
    };
    std::optional<Narrow> narrow_; ///< the first one, and what came of it
    PlanResult result_;
};

} // namespace

PlanResult plan(const PlanRequest& request, const Progress& progress) {
    check(request);
    return Planner(request, nullptr, nullptr, progress).run();
}

PlanResult plan_on(std::shared_ptr<const VoyageGrid> grid, const PlanRequest& request,
                   const Progress& progress) {
    FAIRLEAD_EXPECTS(grid != nullptr);
    check(request);
    return Planner(request, nullptr, std::move(grid), progress).run();
}

PlanResult plan(const PreparedVoyage& voyage, Instant departure, const Progress& progress) {
    auto request = voyage.request();
    request.departure = departure;
    check(request);
    return Planner(request, &voyage, voyage.grid(), progress).run();
}

} // namespace fairlead::plan
