// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Two ships, objectives, rules or scenarios side by side, on departures that differ in nothing
/// else.

#include "core/study/outcomes.hpp"
#include "core/study/quantiles.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::study {

/// Of the second against the first, over departures on which both get through.
struct Difference {
    std::string measure; ///< "duration", "fuel", "risk", "cost"
    std::string unit;
    std::optional<Quantiles> absolute;
    std::optional<Quantiles> percent; ///< of the first; none where the first may be zero
    std::size_t less = 0;
    std::size_t more = 0;
    std::size_t equal = 0; ///< within 0.1 % of the first
};

struct Comparison {
    Axis axis = Axis::ship;
    std::string first;
    std::string second;
    bool by_day_of_year = false; ///< years were matched, as no departure is in both
    std::size_t both = 0;
    std::size_t first_only = 0; ///< gets through
    std::size_t second_only = 0;
    std::size_t neither = 0;
    std::vector<Difference> differences;
};

/// All pairs of up to four values of an axis; of more values, each with the first. Pairs without a
/// departure in common are left out.
[[nodiscard]] std::vector<Comparison> comparisons_of(const Outcomes& outcomes);

[[nodiscard]] std::string comparisons_csv(const std::vector<Comparison>& comparisons);

} // namespace fairlead::study
