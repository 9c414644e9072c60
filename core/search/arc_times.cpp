// SPDX-License-Identifier: Apache-2.0
#include "core/search/arc_times.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::search {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t neighbour_index(std::size_t index, graph::CellOffset offset, std::int32_t columns) {
    return index + static_cast<std::size_t>(std::ptrdiff_t{offset.rows} * columns + offset.columns);
}

} // namespace

double exp_ratio(double x) noexcept {
    return x == 0.0 ? 1.0 : std::expm1(x) / x;
}

double log_ratio(double x) noexcept {
    return x == 0.0 ? 1.0 : std::log1p(x) / x;
}

ArcTimes::ArcTimes(const graph::GridGraph& graph, const cost::TransitField& field)
    : graph_(&graph), field_(&field) {
    FAIRLEAD_EXPECTS(graph.geometry() == field.grid);
    const std::size_t count = field.slice_count();
    for (std::size_t k = 0; k + 1 < count; ++k) {
        if (field.slice_time_s[k] < field.slice_time_s[k + 1]) {
            intervals_.push_back({field.slice_time_s[k], field.slice_time_s[k + 1], k, k + 1});
        }
    }
    if (field.open_after_last && count > 0) {
        intervals_.push_back({field.slice_time_s.back(), infinity, count - 1, count - 1});
    }
}

std::optional<std::size_t> ArcTimes::interval_at(double time_s) const noexcept {
    const auto after =
        std::upper_bound(intervals_.begin(), intervals_.end(), time_s,
                         [](double t, const Interval& interval) { return t < interval.begin_s; });
    if (after == intervals_.begin() || !(time_s < std::prev(after)->end_s)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::prev(after) - intervals_.begin());
}

double ArcTimes::slowness_over_ground(std::size_t index, std::uint8_t direction) const {
    const double slowness = field_->slowness[index] * field_->slowness_unit_s_per_m;
    if (field_->current_x.empty()) {
        return slowness;
    }
    const graph::Direction& way = graph::directions[direction];
    // Rows grow downwards, y grows upwards.
    const double along_x = way.step.columns / way.length_cells;
    const double along_y = -way.step.rows / way.length_cells;
    const double current_x = field_->current_x[index] * field_->current_unit_mps;
    const double current_y = field_->current_y[index] * field_->current_unit_mps;
    const double parallel = current_x * along_x + current_y * along_y;
    const double across = current_y * along_x - current_x * along_y;
    const double speed = 1.0 / slowness;
    const double left = speed * speed - across * across;
    if (left < 0.0) {
        return infinity;
    }
    const double over_ground = parallel + std::sqrt(left);
    return over_ground > 0.0 ? 1.0 / over_ground : infinity;
}

std::optional<double> ArcTimes::frozen_duration_s(graph::Arc arc, std::size_t slice) const {
    const graph::Direction& way = graph::directions[arc.direction];
    const std::int32_t columns = field_->grid.columns;
    const std::size_t start = slice * field_->grid.cell_count() + arc.source;
    for (std::size_t i = 0; i < way.corner_count; ++i) {
        if (field_->slowness[neighbour_index(start, way.corners[i], columns)] ==
            cost::TransitField::closed) {
            return std::nullopt;
        }
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < way.crossed_count; ++i) {
        const std::size_t index = neighbour_index(start, way.crossed[i].offset, columns);
        if (field_->slowness[index] == cost::TransitField::closed) {
            return std::nullopt;
        }
        const double slowness = slowness_over_ground(index, arc.direction);
        if (slowness == infinity) {
            return std::nullopt;
        }
        sum += way.crossed[i].twelfths * slowness;
    }
    return sum * graph_->length_m(arc.direction) / 12.0;
}

std::optional<ArcTimes::Ends> ArcTimes::ends(graph::Arc arc, const Interval& interval) const {
    const auto first = frozen_duration_s(arc, interval.first);
    if (!first) {
        return std::nullopt;
    }
    if (interval.second == interval.first) {
        return Ends{*first, *first};
    }
    const auto second = frozen_duration_s(arc, interval.second);
    if (!second) {
        return std::nullopt;
    }
    return Ends{*first, *second};
}

bool ArcTimes::is_open(graph::Vertex cell, const Interval& interval) const noexcept {
    const std::size_t cells = field_->grid.cell_count();
    return field_->slowness[interval.first * cells + cell] != cost::TransitField::closed &&
           field_->slowness[interval.second * cells + cell] != cost::TransitField::closed;
}

double ArcTimes::open_until_s(graph::Vertex cell, double time_s, double enough_s) const {
    const auto at = interval_at(time_s);
    double until = time_s;
    for (std::size_t i = at.value_or(intervals_.size()); i < intervals_.size() && until < enough_s;
         ++i) {
        if (!is_open(cell, intervals_[i])) {
            break;
        }
        until = intervals_[i].end_s;
    }
    return until;
}

ArcTimes::Flight ArcTimes::fly(graph::Arc arc, double time_s, std::size_t first) const {
    double left = 1.0;
    double now = time_s;
    for (std::size_t i = first; i < intervals_.size(); ++i) {
        const Interval& interval = intervals_[i];
        const auto frozen = ends(arc, interval);
        if (!frozen) {
            return {false, 0.0, i};
        }
        const double slope = interval.end_s == infinity ? 0.0
                                                        : (frozen->second_s - frozen->first_s) /
                                                              (interval.end_s - interval.begin_s);
        const double duration = frozen->first_s + slope * (now - interval.begin_s);
        const double arrival = now + duration * left * exp_ratio(slope * left);
        if (arrival <= interval.end_s) {
            return {true, arrival, i};
        }
        const double share = (interval.end_s - now) / duration;
        left = std::max(0.0, left - share * log_ratio(slope * share));
        now = interval.end_s;
    }
    return {false, 0.0, intervals_.size()};
}

ArcTimes::Passage ArcTimes::traverse(graph::Arc arc, double time_s, bool may_wait) const {
    if (intervals_.empty() || time_s >= intervals_.back().end_s) {
        return {Refusal::closed_for_good, 0.0, 0.0};
    }
    const auto at = interval_at(time_s);
    const bool before_all = !at;
    std::size_t next = at.value_or(0);
    double start = before_all ? intervals_.front().begin_s : time_s;
    bool can_stay = may_wait && !before_all;
    bool at_once = !before_all;
    while (next < intervals_.size()) {
        const Flight flight = fly(arc, start, next);
        if (flight.arrived) {
            if (at_once || can_stay) {
                return {Refusal::none, start, flight.arrival_s};
            }
            return {may_wait ? Refusal::trapped : Refusal::opens_later, start, flight.arrival_s};
        }
        // No start later in this open stretch is any better: lie through it and what blocks it.
        for (; next <= flight.blocked_by && next < intervals_.size(); ++next) {
            can_stay = can_stay && is_open(arc.source, intervals_[next]);
        }
        if (next < intervals_.size()) {
            start = intervals_[next].begin_s;
        }
        at_once = false;
    }
    return {Refusal::closed_for_good, 0.0, 0.0};
}

} // namespace fairlead::search
