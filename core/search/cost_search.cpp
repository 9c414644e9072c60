// SPDX-License-Identifier: Apache-2.0
#include "core/search/cost_search.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace fairlead::search {
namespace {

constexpr std::size_t expanded_between_checks = 4096;
/// The potential is taken down by this share, which covers the rounding of its 32-bit labels.
constexpr double potential_share = 1.0 - 2.5e-4;
/// Share by which a label must be cheaper once the budget is reached; doubled with each further
/// quarter of the budget.
constexpr double first_epsilon = 1e-3;
constexpr double greatest_epsilon = 1.0;
/// Buckets per known or least cost of the whole way.
constexpr double buckets = 4096.0;
/// Costs are summed in another order by who knows the known one.
constexpr double known_share = 1e-6;
/// Buckets that the end of the field lies behind its beginning.
constexpr std::uint32_t hurry_buckets = 1024;

} // namespace

/// One query.
class CostSearch::Run {
  public:
    Run(CostSearch& memory, const graph::GridGraph& graph, const cost::TransitField& field,
        std::span<const Source> sources, std::span<const Target> targets,
        const CostSearchOptions& options)
        : memory_(memory), graph_(graph), field_(field), sources_(sources), targets_(targets),
          options_(options), arcs_(graph, field, memory.clock_, options.may_wait),
          costs_(arcs_.times()), budget_(std::max<std::size_t>(options.label_budget, 1024)) {
        const auto& intervals = arcs_.times().intervals();
        time_matters_ =
            intervals.size() != 1 || intervals.front().first != intervals.front().second;
        end_ = std::max(1U, memory.clock_.ticks(field.slice_time_s.back()));
    }

    CostSearchResult solve(const Progress& progress) {
        aim(progress);
        choose_buckets();
        for (const Source& source : sources_) {
            add(source.vertex, memory_.clock_.ticks(source.time_s), source.cost, none);
        }
        std::uint32_t index = none;
        while (memory_.queue_.pop(index) &&
               memory_.queue_.current() <= std::uint64_t{last_bucket_} + hurry_buckets) {
            if (memory_.labels_[index].next == ruled_out || is_too_dear(memory_.labels_[index])) {
                continue;
            }
            if (++result_.stats.settled % expanded_between_checks == 0) {
                progress.throw_if_stopped();
                progress.report(0.5, "search");
            }
            finish_at(index);
            expand(index);
        }
        result_.stats.labelled = memory_.labels_.size();
        result_.stats.waited = arcs_.waited();
        result_.missed_an_opening = (!options_.may_wait && !arcs_.missed().empty()) ||
                                    (best_ == none && arcs_.passed_the_clock());
        result_.later_might_pay = earlier_ruled_out_later_ && got_cheaper_;
        result_.exact =
            !result_.missed_an_opening && !result_.later_might_pay && result_.epsilon == 0.0;
        if (best_ != none) {
            result_.path = path();
        }
        return result_;
    }

  private:
    /// Potential: a static search from the targets over the least cost of each cell.
    void aim(const Progress& progress) {
        double earliest_s = sources_.front().time_s;
        for (const Source& source : sources_) {
            earliest_s = std::min(earliest_s, source.time_s);
        }
        const auto first = arcs_.times().interval_at(earliest_s);
        const LeastCosts least =
            least_costs(field_, first ? arcs_.times().intervals()[*first].first : 0);
        std::vector<StaticSource> ends;
        for (const Target& target : targets_) {
            ends.push_back({target.vertex, target.extra_cost});
        }
        memory_.to_target_.run(graph_, least.codes, least.unit_per_m, ends, {}, progress);
    }

    void choose_buckets() {
        double least = std::numeric_limits<double>::infinity();
        for (const Source& source : sources_) {
            if (const auto ahead = memory_.potential(source.vertex)) {
                least = std::min(least, source.cost + *ahead);
            }
        }
        double dearest_rate = 0.0;
        for (const std::uint16_t code : field_.cost_rate) {
            dearest_rate = std::max(dearest_rate, code * field_.cost_rate_unit_per_s);
        }
        // Where the way may be all but free, what is known sets the scale, or an hour at the
        // dearest rate.
        const double known = options_.known_cost.value_or(0.0);
        const double scale = known > 0.0 ? known
                             : std::isfinite(least) && least > 0.0
                                 ? least
                                 : std::max(dearest_rate, 1e-9) * seconds_per_hour;
        per_bucket_ = buckets / scale;
        if (options_.known_cost) {
            least_that_counts_ = known;
            last_bucket_ = bucket_of(known * (1.0 + known_share));
        }
    }

    [[nodiscard]] std::uint32_t bucket_of(double cost) const noexcept {
        const double bucket = cost * per_bucket_;
        return bucket < 4e9 ? static_cast<std::uint32_t>(bucket) : std::uint32_t{4'000'000'000};
    }

    /// Where the way is free (no risk in open water), the earlier label first: else each cell would
    /// be reached again and again, a little earlier each time.
    [[nodiscard]] std::uint32_t hurry_of(std::uint32_t time) const noexcept {
        return static_cast<std::uint32_t>(
            std::min<std::uint64_t>(hurry_buckets, time * std::uint64_t{hurry_buckets} / end_));
    }

    [[nodiscard]] bool is_too_dear(const Label& label) const noexcept {
        return bucket_of(label.cost + *memory_.potential(label.vertex)) > last_bucket_;
    }

    void finish_at(std::uint32_t index) {
        const Label& label = memory_.labels_[index];
        for (std::size_t i = 0; i < targets_.size(); ++i) {
            const double finish = label.cost + targets_[i].extra_cost;
            if (targets_[i].vertex == label.vertex && finish < best_cost_) {
                best_cost_ = finish;
                best_ = index;
                best_target_ = i;
                last_bucket_ = bucket_of(finish);
            }
        }
    }

    void expand(std::uint32_t index) {
        const Label label = memory_.labels_[index];
        for (std::uint32_t bits = graph_.arcs(label.vertex); bits != 0; bits &= bits - 1) {
            const auto direction = static_cast<std::uint8_t>(std::countr_zero(bits));
            const std::uint32_t arrival = arcs_.arrive(label.vertex, direction, label.time);
            if (arrival != TickClock::never) {
                const double spent = cost_of({label.vertex, direction}, label.time, arrival);
                add(graph_.target(label.vertex, direction), arrival, label.cost + spent, index);
            }
        }
    }

    /// Cost of being at the start at `now` and at the end at `arrival`, waiting included.
    double cost_of(graph::Arc arc, std::uint32_t now, std::uint32_t arrival) {
        const double now_s = memory_.clock_.seconds(now);
        double arrival_s = memory_.clock_.seconds(arrival);
        const ArcTimes& times = arcs_.times();
        const auto at = times.interval_at(now_s);
        FAIRLEAD_EXPECTS(at.has_value());
        const Interval& interval = times.intervals()[*at];
        double departure_s = now_s;
        if (arrival_s > interval.end_s) {
            const ArcTimes::Passage passage = times.traverse(arc, now_s, options_.may_wait);
            departure_s = passage.departure_s;
            arrival_s = passage.arrival_s;
        }
        if (time_matters_ && !got_cheaper_) {
            got_cheaper_ = gets_cheaper(arc, now_s, arrival_s);
        }
        return costs_.waiting(departure_s - now_s) + costs_.under_way(arc, departure_s, arrival_s);
    }

    /// True if (rate - w) x duration falls anywhere from the interval of `from_s` to that of
    /// `to_s`. The product is quadratic in time: its slope is linear, so both ends tell.
    [[nodiscard]] bool gets_cheaper(graph::Arc arc, double from_s, double to_s) const {
        const ArcTimes& times = arcs_.times();
        const double w = field_.waiting_cost_per_s;
        for (std::size_t i = *times.interval_at(from_s); i < times.intervals().size(); ++i) {
            const Interval& interval = times.intervals()[i];
            if (interval.begin_s > to_s) {
                break;
            }
            const auto first = times.frozen_duration_s(arc, interval.first);
            const auto second = times.frozen_duration_s(arc, interval.second);
            if (!first || !second) {
                continue;
            }
            const double rate = costs_.rate_per_s(arc, interval.first) - w;
            const double rate_change = costs_.rate_per_s(arc, interval.second) - w - rate;
            const double change = *second - *first;
            const double slope_first = rate_change * *first + rate * change;
            const double slope_second = rate_change * *second + (rate + rate_change) * change;
            if (slope_first < 0.0 || slope_second < 0.0) {
                return true;
            }
            // A step down, too, is a time after which it is cheaper.
            if (i + 1 < times.intervals().size()) {
                const Interval& next = times.intervals()[i + 1];
                const auto after = times.frozen_duration_s(arc, next.first);
                if (after && (costs_.rate_per_s(arc, next.first) - w) * *after <
                                 (rate + rate_change) * *second) {
                    return true;
                }
            }
        }
        return false;
    }

    void add(graph::Vertex vertex, std::uint32_t time, double cost, std::uint32_t parent) {
        const auto ahead = memory_.potential(vertex);
        if (!ahead || bucket_of(cost + *ahead) > last_bucket_ || time == TickClock::never) {
            return;
        }
        Label label{cost, time, parent, none, vertex};
        std::uint32_t* link = &memory_.heads_[vertex];
        while (*link != none) {
            Label& other = memory_.labels_[*link];
            if (rules_out(other, label,
                          result_.epsilon * std::max(label.cost, least_that_counts_))) {
                return;
            }
            if (rules_out(label, other, 0.0)) {
                const std::uint32_t next = other.next;
                other.next = ruled_out;
                *link = next;
            } else {
                link = &other.next;
            }
        }
        const auto index = static_cast<std::uint32_t>(memory_.labels_.size());
        label.next = memory_.heads_[vertex];
        memory_.heads_[vertex] = index;
        memory_.labels_.push_back(label);
        memory_.queue_.push(bucket_of(cost + *ahead) + hurry_of(time), index);
        if (memory_.labels_.size() >= budget_) {
            budget_ += budget_ / 4;
            result_.epsilon =
                std::min(greatest_epsilon, std::max(first_epsilon, 2.0 * result_.epsilon));
        }
    }

    [[nodiscard]] bool rules_out(const Label& a, const Label& b, double slack) {
        if (!time_matters_) {
            return a.cost <= b.cost + slack;
        }
        if (a.time > b.time) {
            return false;
        }
        const double waited_s = (b.time - a.time) / memory_.clock_.ticks_per_s;
        if (a.cost + costs_.waiting(waited_s) > b.cost + slack) {
            return false;
        }
        if (a.time == b.time) {
            return true;
        }
        const double b_s = memory_.clock_.seconds(b.time);
        if (arcs_.times().open_until_s(a.vertex, memory_.clock_.seconds(a.time), b_s) < b_s) {
            return false;
        }
        earlier_ruled_out_later_ = true;
        return true;
    }

    [[nodiscard]] GraphPath path() const {
        GraphPath path;
        std::uint32_t index = best_;
        for (; index != none; index = memory_.labels_[index].parent) {
            path.vertices.push_back(memory_.labels_[index].vertex);
            path.arrival_s.push_back(memory_.clock_.seconds(memory_.labels_[index].time));
        }
        std::reverse(path.vertices.begin(), path.vertices.end());
        std::reverse(path.arrival_s.begin(), path.arrival_s.end());
        const auto neighbours = static_cast<std::uint8_t>(graph_.neighbours());
        for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i) {
            for (std::uint8_t d = 0; d < neighbours; ++d) {
                if ((graph_.arcs(path.vertices[i]) >> d & 1) != 0 &&
                    graph_.target(path.vertices[i], d) == path.vertices[i + 1]) {
                    path.directions.push_back(d);
                }
            }
            const ArcTimes::Passage passage = arcs_.times().traverse(
                {path.vertices[i], path.directions[i]}, path.arrival_s[i], options_.may_wait);
            path.departure_s.push_back(passage.departure_s);
        }
        path.departure_s.push_back(path.arrival_s.back());
        path.target = best_target_;
        path.cost = best_cost_;
        path.finish_s = path.arrival_s.back() + targets_[best_target_].extra_s;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            if (sources_[i].vertex == path.vertices.front() &&
                memory_.clock_.seconds(memory_.clock_.ticks(sources_[i].time_s)) ==
                    path.arrival_s.front() &&
                sources_[i].cost < least) {
                least = sources_[i].cost;
                path.source = i;
            }
        }
        return path;
    }

    CostSearch& memory_;
    const graph::GridGraph& graph_;
    const cost::TransitField& field_;
    std::span<const Source> sources_;
    std::span<const Target> targets_;
    const CostSearchOptions& options_;
    TimedArcs arcs_;
    ArcCosts costs_;
    CostSearchResult result_;
    std::uint32_t end_ = 1; ///< ticks to the last slice
    bool time_matters_ = true;
    bool got_cheaper_ = false;
    bool earlier_ruled_out_later_ = false;
    double per_bucket_ = 1.0;
    double least_that_counts_ = 0.0; ///< a saving of labels is a share of at least this
    std::size_t budget_;
    std::uint32_t last_bucket_ = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t best_ = none;
    std::size_t best_target_ = 0;
    double best_cost_ = std::numeric_limits<double>::infinity();
};

CostSearchResult CostSearch::run(const graph::GridGraph& graph, const cost::TransitField& field,
                                 std::span<const Source> sources, std::span<const Target> targets,
                                 const CostSearchOptions& options, const Progress& progress) {
    FAIRLEAD_EXPECTS(!sources.empty() && !targets.empty());
    double earliest_s = sources.front().time_s;
    for (const Source& source : sources) {
        FAIRLEAD_EXPECTS(source.vertex < graph.vertex_count() && source.cost >= 0.0);
        earliest_s = std::min(earliest_s, source.time_s);
    }
    for (const Target& target : targets) {
        FAIRLEAD_EXPECTS(target.vertex < graph.vertex_count() && target.extra_cost >= 0.0);
    }
    clock_ = TickClock::starting(earliest_s, field.slice_time_s.back(), field.open_after_last);
    labels_.clear();
    heads_.assign(graph.vertex_count(), none);
    queue_.reset();
    return Run(*this, graph, field, sources, targets, options).solve(progress);
}

std::optional<double> CostSearch::potential(graph::Vertex vertex) const noexcept {
    const auto cost = to_target_.cost(vertex);
    return cost ? std::optional<double>(*cost * potential_share) : std::nullopt;
}

} // namespace fairlead::search
