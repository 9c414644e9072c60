// SPDX-License-Identifier: Apache-2.0
#include "core/search/arc_costs.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::search {

ArcCosts::ArcCosts(const ArcTimes& times) : times_(&times) {
    FAIRLEAD_EXPECTS(times.field().cost_rate.size() == times.field().slowness.size());
}

double ArcCosts::rate_per_s(graph::Arc arc, std::size_t slice) const {
    const cost::TransitField& field = times_->field();
    const graph::Direction& way = graph::directions[arc.direction];
    const std::size_t start = slice * field.grid.cell_count() + arc.source;
    double time = 0.0;
    double spent = 0.0;
    for (std::size_t i = 0; i < way.crossed_count; ++i) {
        const graph::CellOffset offset = way.crossed[i].offset;
        const std::size_t index =
            start + static_cast<std::size_t>(std::ptrdiff_t{offset.rows} * field.grid.columns +
                                             offset.columns);
        const double share =
            way.crossed[i].twelfths * times_->slowness_over_ground(index, arc.direction);
        time += share;
        spent += share * field.cost_rate[index];
    }
    return spent / time * field.cost_rate_unit_per_s;
}

double ArcCosts::under_way(graph::Arc arc, double departure_s, double arrival_s) const {
    const auto at = times_->interval_at(departure_s);
    double spent = 0.0;
    double now = departure_s;
    for (std::size_t i = at.value_or(times_->intervals().size());
         i < times_->intervals().size() && now < arrival_s; ++i) {
        const Interval& interval = times_->intervals()[i];
        const double until = std::min(arrival_s, interval.end_s);
        const double first = rate_per_s(arc, interval.first);
        const double slope =
            interval.first == interval.second
                ? 0.0
                : (rate_per_s(arc, interval.second) - first) / (interval.end_s - interval.begin_s);
        // Linear in time: the rate in the middle is the mean rate.
        spent += (first + slope * (0.5 * (now + until) - interval.begin_s)) * (until - now);
        now = until;
    }
    return spent;
}

LeastCosts least_costs(const cost::TransitField& field, std::size_t first_slice) {
    const std::size_t cells = field.grid.cell_count();
    constexpr float never = std::numeric_limits<float>::infinity();
    std::vector<float> least(cells, never);
    for (std::size_t k = first_slice; k < field.slice_count(); ++k) {
        for (std::size_t i = 0; i < cells; ++i) {
            const std::size_t index = k * cells + i;
            const std::uint16_t code = field.slowness[index];
            if (code == cost::TransitField::closed) {
                continue;
            }
            double slowness = code;
            if (!field.current_x.empty()) {
                const double current = std::hypot(field.current_x[index], field.current_y[index]) *
                                       std::abs(field.current_unit_mps);
                slowness = slowness / (1.0 + current * slowness * field.slowness_unit_s_per_m);
            }
            least[i] = std::min(least[i], static_cast<float>(slowness * field.cost_rate[index]));
        }
    }
    float greatest = 0.0F;
    for (const float cost : least) {
        greatest = cost == never ? greatest : std::max(greatest, cost);
    }
    LeastCosts costs;
    const double code_unit = greatest > 0.0F ? double{greatest} / 65000.0 : 1.0;
    costs.unit_per_m = code_unit * field.slowness_unit_s_per_m * field.cost_rate_unit_per_s;
    costs.codes.reserve(cells);
    for (const float cost : least) {
        costs.codes.push_back(cost == never ? cost::TransitField::closed
                                            : static_cast<std::uint16_t>(double{cost} / code_unit));
    }
    return costs;
}

} // namespace fairlead::search
