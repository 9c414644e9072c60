// SPDX-License-Identifier: Apache-2.0
#include "core/route/plane_passage.hpp"

namespace fairlead::route {

PlanePassage::PlanePassage(const TransitSampler& sampler, bool may_wait, double samples_per_cell)
    : sampler_(&sampler), may_wait_(may_wait), by_time_(sampler.field().cost_rate.empty()),
      spacing_m_(sampler.field().grid.cell_m / samples_per_cell),
      waiting_cost_per_s_(by_time_ ? 1.0 : sampler.field().waiting_cost_per_s) {
    FAIRLEAD_EXPECTS(samples_per_cell >= 2.0);
}

std::optional<PlaneLabel> PlanePassage::cross_at_once(geo::PlanePoint from, geo::PlanePoint to,
                                                      PlaneLabel label) const {
    const double dx = to.x_m - from.x_m;
    const double dy = to.y_m - from.y_m;
    const double length_m = std::sqrt(dx * dx + dy * dy);
    if (length_m == 0.0) {
        return label;
    }
    const PlaneDirection direction{dx / length_m, dy / length_m};
    const int parts = static_cast<int>(std::ceil(length_m / spacing_m_ - 1e-9));
    const double part_m = length_m / parts;
    const TransitSampler::Moment begin = sampler_->moment(label.time_s, label.slice);
    TransitSampler::Moment moment = begin;
    bool beside_closed = false;
    double slowness = 0.0;
    for (int i = 0; i < parts; ++i) {
        const double along = (i + 0.5) / parts;
        const geo::PlanePoint middle{from.x_m + along * dx, from.y_m + along * dy};
        moment = sampler_->moment(label.time_s + 0.5 * slowness * part_m, moment.first);
        const TransitRate rate = sampler_->at(middle, moment, direction);
        if (!rate.open) {
            return std::nullopt;
        }
        beside_closed = beside_closed || rate.beside_closed;
        slowness = static_cast<double>(rate.slowness_s_per_m);
        label.time_s += slowness * part_m;
        label.cost += slowness * part_m * static_cast<double>(rate.cost_per_s);
    }
    if (beside_closed) {
        const TransitSampler::Moment end = sampler_->moment(label.time_s, moment.first);
        if (!sampler_->cells_open(from, to, begin) ||
            (end.first != begin.first && !sampler_->cells_open(from, to, end))) {
            return std::nullopt;
        }
    }
    label.slice = moment.first;
    return label;
}

std::optional<PlaneLabel> PlanePassage::cross_later(geo::PlanePoint from, geo::PlanePoint to,
                                                    PlaneLabel label, double bound) const {
    const auto& times = sampler_->field().slice_time_s;
    TransitSampler::Moment moment = sampler_->moment(label.time_s, label.slice);
    auto next = std::upper_bound(times.begin(), times.end(), label.time_s);
    for (; next != times.end(); ++next) {
        // The ship must be able to stay where it is up to the next slice.
        if (!sampler_->cell_open(from, moment)) {
            return std::nullopt;
        }
        const double wait_s = *next - label.time_s;
        label = {*next, label.cost + wait_s * waiting_cost_per_s_, moment.first, true};
        if (value(label) >= bound) {
            return std::nullopt;
        }
        if (const auto crossed = cross_at_once(from, to, label)) {
            return crossed;
        }
        moment = sampler_->moment(label.time_s, moment.first);
    }
    return std::nullopt;
}

std::optional<PlaneLabel> PlanePassage::cross(geo::PlanePoint from, geo::PlanePoint to,
                                              PlaneLabel label, double bound) const {
    const auto crossed = cross_at_once(from, to, label);
    if (crossed) {
        return value(*crossed) < bound ? crossed : std::nullopt;
    }
    return may_wait_ ? cross_later(from, to, label, bound) : std::nullopt;
}

std::optional<std::vector<PlaneLabel>> PlanePassage::sail(std::span<const geo::PlanePoint> path,
                                                          double departure_s) const {
    std::vector<PlaneLabel> labels{{departure_s, 0.0}};
    labels.reserve(path.size());
    for (std::size_t i = 1; i < path.size(); ++i) {
        const auto next = cross(path[i - 1], path[i], labels.back());
        if (!next) {
            return std::nullopt;
        }
        labels.push_back(*next);
    }
    return labels;
}

} // namespace fairlead::route
