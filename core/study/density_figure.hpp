// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Where routes go and where ships are stopped, on a map around the pole.

#include "core/io/route_record.hpp"
#include "core/study/figure.hpp"
#include "core/study/manifest.hpp"

#include <vector>

namespace fairlead::study {

[[nodiscard]] Figure density_figure(const Manifest& manifest,
                                    const std::vector<io::RouteRecord>& records);

} // namespace fairlead::study
