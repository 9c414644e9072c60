// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What is known of one place and time, as `fairlead sample` tells it.

#include "core/route/provenance.hpp"
#include "core/rules/rule_set.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

struct SampleDocument {
    /// Land farther away than this is not looked for.
    static constexpr Length land_reach = Length::nautical_miles(200.0);

    struct Land {
        bool is_land = false;
        std::optional<Length> distance; ///< to the nearest; none: farther than was looked
        std::string coastline;
    };
    struct Value {
        std::string variable;
        std::optional<double> value; ///< in the unit; none: not known, see the quality
        std::string unit;
        std::string quality;
        std::string from;
    };
    struct Ship {
        std::string name;
        std::string ice_class;
        bool allowed = false;
        std::string block; ///< what forbids the place; "" if it is allowed
        double speed_kn = 0.0;
        double fuel_t_per_h = 0.0;
        std::optional<double> speed_limit_kn; ///< by rule
        std::optional<double> rio;
        std::optional<double> risk_per_h;
        std::vector<rules::Finding> findings;
    };

    std::string name; ///< of the place; its position for one without name
    std::string note; ///< of the place
    geo::Position position;
    std::optional<Instant> time;
    std::optional<Land> land; ///< none: not looked at
    bool coastal_ice_doubt = false;
    std::vector<Value> values;
    std::optional<Ship> ship;
    std::vector<rules::Finding> findings; ///< about the data
    route::Provenance provenance;
};

/// One object, closed by a line end.
[[nodiscard]] std::string sample_json(const SampleDocument& sample);

} // namespace fairlead::io
