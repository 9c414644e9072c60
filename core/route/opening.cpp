// SPDX-License-Identifier: Apache-2.0
#include "core/route/opening.hpp"

#include <algorithm>
#include <array>

namespace fairlead::route {
namespace {

constexpr double within_s = 0.1;

double seconds_of(Instant instant) noexcept {
    return static_cast<double>(instant.time_since_epoch().count());
}

/// Where to look between two breaks: just before the second as well as at it, for values may jump
/// there.
std::array<double, 5> probes_between(double from_s, double to_s) {
    const double length_s = to_s - from_s;
    return {from_s + 0.25 * length_s, from_s + 0.5 * length_s, from_s + 0.75 * length_s,
            to_s - std::min(within_s, 0.125 * length_s), to_s};
}

} // namespace

std::vector<double> time_breaks(const env::Environment& environment) {
    std::vector<double> breaks;
    for (const auto& variable : env::all_variables()) {
        for (const auto& layer : environment.layers(variable.variable)) {
            for (const auto& field : {layer.field, layer.climatology}) {
                if (!field || field->is_static()) {
                    continue;
                }
                for (const auto& slice : field->slices()) {
                    breaks.push_back(seconds_of(slice.time));
                    breaks.push_back(seconds_of(slice.valid_from));
                    breaks.push_back(seconds_of(slice.valid_until));
                }
            }
        }
    }
    for (const auto& zone : environment.zones()) {
        for (const auto& edge : {zone.from, zone.until}) {
            if (edge) {
                breaks.push_back(seconds_of(*edge));
            }
        }
    }
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    return breaks;
}

Opening find_opening(PassageSampler& sampler, const std::optional<TrackPlace>& hold,
                     std::span<const TrackPlace> ahead, double now_s, double speed_limit_kn,
                     std::span<const double> breaks) {
    const auto way_open = [&](double time_s) {
        return std::all_of(ahead.begin(), ahead.end(), [&](const TrackPlace& place) {
            return sampler.at(place, time_s, speed_limit_kn).open;
        });
    };
    const auto may_stay = [&](double time_s) {
        return !hold || sampler.at(*hold, time_s, speed_limit_kn).transit.allowed;
    };

    if (way_open(now_s)) {
        return {now_s, std::nullopt};
    }
    double closed_s = now_s;
    const auto probe = [&](double time_s) -> std::optional<Opening> {
        if (way_open(time_s)) {
            double open_s = time_s;
            // An edge at a break is met exactly: just before it the way is still closed.
            if (way_open(open_s - within_s)) {
                while (open_s - closed_s > within_s) {
                    const double middle_s = 0.5 * (closed_s + open_s);
                    (way_open(middle_s) ? open_s : closed_s) = middle_s;
                }
            }
            if (!may_stay(open_s)) {
                return Opening{std::nullopt, open_s};
            }
            return Opening{open_s, std::nullopt};
        }
        if (!may_stay(time_s)) {
            return Opening{std::nullopt, time_s};
        }
        closed_s = time_s;
        return std::nullopt;
    };

    double from_s = now_s;
    for (auto next = std::upper_bound(breaks.begin(), breaks.end(), now_s); next != breaks.end();
         ++next) {
        for (const double time_s : probes_between(from_s, *next)) {
            if (const auto found = probe(time_s)) {
                return *found;
            }
        }
        from_s = *next;
    }
    // Past the last break only "from then on" can differ from "at it" (the end of validity).
    if (const auto found = probe(from_s + 1.0)) {
        return *found;
    }
    return {};
}

std::optional<double> closing_before(PassageSampler& sampler, const TrackPlace& hold, double now_s,
                                     double until_s, double speed_limit_kn,
                                     std::span<const double> breaks) {
    double from_s = now_s;
    auto next = std::upper_bound(breaks.begin(), breaks.end(), now_s);
    while (from_s < until_s) {
        const double to_s = next == breaks.end() ? until_s : std::min(*next++, until_s);
        for (const double time_s : probes_between(from_s, to_s)) {
            // At its end she leaves.
            if (time_s < until_s && !sampler.at(hold, time_s, speed_limit_kn).transit.allowed) {
                return time_s;
            }
        }
        from_s = to_s;
    }
    return std::nullopt;
}

} // namespace fairlead::route
