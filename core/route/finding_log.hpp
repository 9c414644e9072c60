// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Gathers what is found at samples along a route into one finding per matter and stretch.

#include "core/rules/finding.hpp"

#include <map>
#include <string>
#include <vector>

namespace fairlead::route {

class FindingLog {
  public:
    /// What holds from this place of the track to the next one given. Findings of one key form a
    /// stretch; the sample with the least margin (the first one without margins) speaks for it.
    /// Stretches of a warning or violation closer than 5 nautical miles are one; an info or
    /// caution is told once for the whole route.
    /// @param at_m from the start of the route, not decreasing from call to call.
    void sample(double at_m, const geo::Position& place, Instant time,
                std::vector<rules::Finding> findings);
    /// A finding of its own, kept as it is.
    void add(rules::Finding finding) { finished_.push_back(std::move(finding)); }
    /// All findings: violations first, then by place along the route.
    [[nodiscard]] std::vector<rules::Finding> finish(double at_m);

  private:
    struct Stretch {
        rules::Finding worst;
        geo::Position begin;
        Instant begin_time;
        double begin_m = 0.0;
        double covered_m = 0.0;
        double last_m = 0.0; ///< seen up to here
        bool open = false;
        int parts = 1;
    };
    void close(double at_m);

    std::map<std::string, std::vector<Stretch>> stretches_;
    std::vector<rules::Finding> finished_;
};

} // namespace fairlead::route
