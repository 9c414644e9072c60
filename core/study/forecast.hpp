// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a study will take, found out by trying a few of its routes.

#include "core/base/progress.hpp"
#include "core/study/manifest.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace fairlead::study {

struct Forecast {
    std::size_t tried = 0; ///< routes planned to find it out
    double seconds_per_route = 0.0;
    double seconds_per_group = 0.0; ///< to prepare what its routes share
    unsigned threads = 1;
    double seconds = 0.0;              ///< for the whole study on these threads
    std::size_t memory_bytes = 0;      ///< of compiled seas, those that are in use at one time
    std::vector<std::string> problems; ///< groups that cannot be planned, and why
};

/// Prepares the first group that can be, and plans up to a dozen of its routes, spread over its
/// departures.
/// @param threads 0: as many as the machine has.
[[nodiscard]] Forecast forecast(const Manifest& manifest, unsigned threads,
                                const Progress& progress = {});
[[nodiscard]] std::string forecast_text(const Manifest& manifest, const Forecast& forecast);

} // namespace fairlead::study
