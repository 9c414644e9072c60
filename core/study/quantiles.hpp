// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a set of numbers is like, in a few of them.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::study {

struct Quantiles {
    std::size_t count = 0;
    double least = 0.0;
    double q05 = 0.0;
    double q25 = 0.0;
    double median = 0.0;
    double q75 = 0.0;
    double q95 = 0.0;
    double greatest = 0.0;
    double mean = 0.0;
};

/// Between two values a quantile is interpolated linearly.
/// Source: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American
/// Statistician 50 (1996) 361-365, doi:10.2307/2684934, definition 7.
/// @return nothing for no values.
[[nodiscard]] std::optional<Quantiles> quantiles_of(std::vector<double> values);

/// Names of columns and, of some or no quantiles, their fields, with commas between.
[[nodiscard]] std::string quantiles_head(const std::string& unit);
[[nodiscard]] std::string quantiles_fields(const std::optional<Quantiles>& quantiles);

} // namespace fairlead::study
