// SPDX-License-Identifier: Apache-2.0
#include "core/plan/time_axis.hpp"

#include "core/env/sampler.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace fairlead::plan {
namespace {

double seconds(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}
Instant instant(double time_s) {
    return Instant{std::chrono::seconds{std::llround(time_s)}};
}

/// The sides of a step are asked for a second before and after it; instants are whole seconds.
constexpr double beside_s = 1.0;

/// Where the data of a field begin and end: first and last, and around gaps that are not bridged.
void add_ends(const env::Field& field, std::set<double>& steps) {
    steps.insert(seconds(field.valid_from()));
    steps.insert(seconds(field.valid_until()));
    const auto& slices = field.slices();
    for (std::size_t i = 0; i + 1 < slices.size(); ++i) {
        if (between(slices[i].time, slices[i + 1].time) > field.step_limits().bridged) {
            steps.insert(seconds(slices[i].valid_until));
            steps.insert(seconds(slices[i + 1].valid_from));
        }
    }
}

} // namespace

TimeAxis make_time_axis(const env::Environment& environment, double from_s, double horizon_s,
                        std::span<const env::Variable> also) {
    TimeAxis axis;
    const auto coverage = environment.coverage();
    double until_s = horizon_s;
    axis.cut_by_horizon = true;
    if (!coverage) {
        axis.cut_by_horizon = false;
        axis.open_after_last = true;
    } else if (environment.beyond_data() != env::BeyondData::climatology &&
               seconds(coverage->until) <= horizon_s) {
        until_s = std::max(from_s, seconds(coverage->until));
        axis.cut_by_horizon = false;
        axis.open_after_last = environment.beyond_data() == env::BeyondData::hold;
    }

    std::set<double> times{from_s};
    std::set<double> steps;
    if (coverage) {
        times.insert(until_s);
        std::set<env::Variable> variables(deciding_variables.begin(), deciding_variables.end());
        variables.insert(also.begin(), also.end());
        for (const auto variable : variables) {
            for (const auto time :
                 env::natural_times(environment, variable, instant(from_s), instant(until_s))) {
                times.insert(std::clamp(seconds(time), from_s, until_s));
            }
            for (const auto& layer : environment.layers(variable)) {
                if (layer.is_dated()) {
                    add_ends(*layer.field, steps);
                }
            }
        }
    }
    for (const auto& zone : environment.zones()) {
        for (const auto& edge : {zone.from, zone.until}) {
            if (edge && (!coverage || seconds(*edge) < until_s)) {
                steps.insert(seconds(*edge));
            }
        }
    }
    for (const double step : steps) {
        if (step > from_s && (axis.open_after_last || step < until_s)) {
            times.insert(step);
        }
    }
    for (const double time : times) {
        const bool step =
            time > from_s && steps.contains(time) && (axis.open_after_last || time < until_s);
        axis.slices.push_back({time, step ? time - beside_s : time});
        if (step) {
            axis.slices.push_back({time, time + beside_s});
        }
    }
    return axis;
}

} // namespace fairlead::plan
