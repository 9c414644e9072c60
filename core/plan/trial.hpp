// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a change of the request would do: the search of one stage with all else as it was.

#include "core/plan/leg_search.hpp"

#include <optional>
#include <vector>

namespace fairlead::plan {

/// The prohibited zones a place lies in, at whatever time.
[[nodiscard]] std::vector<const env::Zone*> prohibited_at(const env::Environment& environment,
                                                          const geo::Position& place);

class Trial {
  public:
    /// Both have to outlive the trial.
    Trial(const StageRequest& wanted, const Progress& progress)
        : wanted_(wanted), progress_(progress) {}

    /// When the ship would be there by the fastest way, as seconds since 1970-01-01T00:00Z; nothing
    /// where none opens. A way that begins or ends in a zone in force then is none, though the
    /// zone may be too small for the grid.
    /// @throws Error (cancelled).
    [[nodiscard]] std::optional<double> arrival_s(const vessel::Vessel& vessel,
                                                  const rules::RuleSet& rules, double departure_s,
                                                  const env::Environment& environment) const;
    [[nodiscard]] bool opens(const vessel::Vessel& vessel, const rules::RuleSet& rules,
                             double departure_s, const env::Environment& environment) const {
        return arrival_s(vessel, rules, departure_s, environment).has_value();
    }

  private:
    const StageRequest& wanted_;
    const Progress& progress_;
};

} // namespace fairlead::plan
