// SPDX-License-Identifier: Apache-2.0
#include "core/search/timed_arcs.hpp"

#include <algorithm>

namespace fairlead::search {

TimedArcs::TimedArcs(const graph::GridGraph& graph, const cost::TransitField& field,
                     const TickClock& clock, bool may_wait)
    : graph_(&graph), times_(graph, field), clock_(clock), may_wait_(may_wait),
      has_current_(!field.current_x.empty()), sums_(graph.geometry().columns) {
    for (std::uint8_t d = 0; d < graph::max_neighbours; ++d) {
        weight_[d] = graph.length_m(d) * field.slowness_unit_s_per_m * clock.ticks_per_s / 12.0;
        if (d < quarter_weight_.size()) {
            quarter_weight_[d] = 3.0 * weight_[d];
        }
    }
    for (const Interval& interval : times_.intervals()) {
        Step step;
        const double limit = TickClock::never - 1.0;
        step.begin_ticks = (interval.begin_s - clock.origin_s) * clock.ticks_per_s;
        step.end_ticks = std::min(limit, (interval.end_s - clock.origin_s) * clock.ticks_per_s);
        if (step.end_ticks <= 0.0 || step.begin_ticks >= step.end_ticks) {
            continue;
        }
        step.begin = static_cast<std::uint32_t>(std::ceil(std::max(0.0, step.begin_ticks)));
        step.end = static_cast<std::uint32_t>(std::ceil(step.end_ticks));
        step.per_tick = interval.first == interval.second
                            ? 0.0
                            : 1.0 / ((interval.end_s - interval.begin_s) * clock.ticks_per_s);
        step.first = field.slice(interval.first).data();
        step.second = field.slice(interval.second).data();
        steps_.push_back(step);
    }
    looked_up_.resize(graph.vertex_count());
    shut_for_good_.resize(graph.vertex_count());
    if (steps_.empty()) {
        return;
    }
    // At most 4096 hints: a label's step is the hinted one or a few after it.
    while ((steps_.back().end >> hint_shift_) >= 4096) {
        ++hint_shift_;
    }
    hints_.resize((steps_.back().end >> hint_shift_) + 1);
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < hints_.size(); ++i) {
        const auto label = static_cast<std::uint64_t>(i) << hint_shift_;
        while (at + 1 < steps_.size() && label >= steps_[at].end) {
            ++at;
        }
        hints_[i] = at;
    }
}

std::uint32_t TimedArcs::arrive(graph::Vertex vertex, std::uint8_t direction, std::uint32_t label,
                                const Step* step) const {
    if (step == nullptr || has_current_) {
        return arrive_slowly(vertex, direction, label);
    }
    double left = 1.0; // share of the arc
    double now = label;
    for (const Step* const end = steps_.data() + steps_.size(); step != end; ++step) {
        const std::uint32_t first = sums_.twelfths(step->first + vertex, direction);
        const std::uint32_t second = sums_.twelfths(step->second + vertex, direction);
        if (first >= CodeSums::shut || second >= CodeSums::shut) {
            break;
        }
        const double begin = first * weight_[direction];
        const double change = second * weight_[direction] - begin;
        const double duration = begin + change * ((now - step->begin_ticks) * step->per_tick);
        const double slope = change * step->per_tick;
        const double turn = slope * left;
        const double taken =
            duration * left * (std::abs(turn) <= gentle ? short_exp_ratio(turn) : exp_ratio(turn));
        if (now + taken <= step->end_ticks) {
            return static_cast<std::uint32_t>(now + taken + (1.0 - TickClock::slack));
        }
        const double share = (step->end_ticks - now) / duration;
        left = std::max(0.0, left - share * log_ratio(slope * share));
        now = step->end_ticks;
    }
    return arrive_slowly(vertex, direction, label);
}

bool TimedArcs::is_shut_for_good(graph::Vertex cell) const {
    if (!looked_up_[cell]) {
        looked_up_[cell] = true;
        shut_for_good_[cell] = std::all_of(steps_.begin(), steps_.end(), [cell](const Step& step) {
            return step.first[cell] == cost::TransitField::closed ||
                   step.second[cell] == cost::TransitField::closed;
        });
    }
    return shut_for_good_[cell];
}

bool TimedArcs::crosses_shut_cell(graph::Vertex vertex, std::uint8_t direction) const {
    const graph::Direction& way = graph::directions[direction];
    const auto is_shut = [&](graph::CellOffset offset) {
        const std::ptrdiff_t cell = static_cast<std::ptrdiff_t>(vertex) +
                                    offset.rows * std::ptrdiff_t{graph_->geometry().columns} +
                                    offset.columns;
        return is_shut_for_good(static_cast<graph::Vertex>(cell));
    };
    for (std::size_t i = 0; i < way.crossed_count; ++i) {
        if (is_shut(way.crossed[i].offset)) {
            return true;
        }
    }
    for (std::size_t i = 0; i < way.corner_count; ++i) {
        if (is_shut(way.corners[i])) {
            return true;
        }
    }
    return false;
}

std::uint32_t TimedArcs::arrive_slowly(graph::Vertex vertex, std::uint8_t direction,
                                       std::uint32_t label) const {
    if (crosses_shut_cell(vertex, direction)) {
        return TickClock::never;
    }
    const double now_s = clock_.seconds(label);
    const ArcTimes::Passage passage = times_.traverse({vertex, direction}, now_s, may_wait_);
    switch (passage.refusal) {
    case ArcTimes::Refusal::none:
        waited_ += passage.departure_s > now_s ? 1 : 0;
        passed_the_clock_ =
            passed_the_clock_ || clock_.ticks(passage.arrival_s) == TickClock::never;
        return clock_.ticks(passage.arrival_s);
    case ArcTimes::Refusal::trapped:
    case ArcTimes::Refusal::opens_later:
        missed_.push_back(
            {graph_->target(vertex, direction), clock_.ticks(std::max(passage.arrival_s, now_s))});
        break;
    case ArcTimes::Refusal::closed_for_good:
        break;
    }
    return TickClock::never;
}

} // namespace fairlead::search
