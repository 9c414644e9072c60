// SPDX-License-Identifier: Apache-2.0
#include "core/study/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fairlead::study {

std::optional<Quantiles> quantiles_of(std::vector<double> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const auto above = std::min(below + 1, values.size() - 1);
        return values[below] + (place - std::floor(place)) * (values[above] - values[below]);
    };
    return Quantiles{values.size(),
                     values.front(),
                     at(0.05),
                     at(0.25),
                     at(0.5),
                     at(0.75),
                     at(0.95),
                     values.back(),
                     std::accumulate(values.begin(), values.end(), 0.0) /
                         static_cast<double>(values.size())};
}

std::string quantiles_head(const std::string& unit) {
    return fmt::format(
        "n,least_{0},q05_{0},q25_{0},median_{0},q75_{0},q95_{0},greatest_{0},mean_{0}", unit);
}

std::string quantiles_fields(const std::optional<Quantiles>& quantiles) {
    if (!quantiles) {
        return "0,,,,,,,,";
    }
    const auto& q = *quantiles;
    return fmt::format("{},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f}", q.count,
                       q.least, q.q05, q.q25, q.median, q.q75, q.q95, q.greatest, q.mean);
}

} // namespace fairlead::study
