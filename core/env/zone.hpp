// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// An area with a rule of its own for a while: prohibited, or a speed limit.

#include "core/base/time.hpp"
#include "core/geo/region.hpp"

#include <optional>
#include <string>

namespace fairlead::env {

struct Zone {
    std::string name;
    geo::Region area;
    std::optional<Speed> speed_limit; ///< none: prohibited
    std::optional<Instant> from;      ///< none: since ever; in force from this instant on
    std::optional<Instant> until;     ///< none: for ever; no longer in force at this instant
    std::string source;               ///< file or scenario it comes from

    [[nodiscard]] bool in_force(double time_s) const noexcept {
        return (!from || time_s >= static_cast<double>(from->time_since_epoch().count())) &&
               (!until || time_s < static_cast<double>(until->time_since_epoch().count()));
    }
};

} // namespace fairlead::env
