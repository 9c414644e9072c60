// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Small fields for tests: 10 degree cells, values written row by row from the north.

#include "core/env/environment.hpp"
#include "core/env/field.hpp"
#include "core/env/rectilinear_grid.hpp"

#include <cmath>
#include <limits>

namespace fairlead::test {

inline constexpr float nan_f = std::numeric_limits<float>::quiet_NaN();

inline double seconds(const char* time) {
    return static_cast<double>(parse_instant(time).time_since_epoch().count());
}

/// NaN becomes `unusable`.
inline env::FieldSlice slice_of(std::vector<float> values,
                                env::Quality unusable = env::Quality::missing) {
    env::FieldSlice slice;
    for (const float value : values) {
        slice.quality.push_back(std::isnan(value) ? unusable : env::Quality::ok);
    }
    slice.value = std::move(values);
    return slice;
}

/// Nodes at latitudes 80, 70, ... and longitudes 0, 10, ...
inline std::shared_ptr<const env::HorizontalGrid> small_grid(std::uint32_t columns,
                                                             std::uint32_t rows) {
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (std::uint32_t i = 0; i < rows; ++i) {
        latitudes.push_back(80.0 - 10.0 * i);
    }
    for (std::uint32_t i = 0; i < columns; ++i) {
        longitudes.push_back(10.0 * i);
    }
    return std::make_shared<env::RectilinearGrid>(latitudes, longitudes, "small grid");
}

/// Instantaneous slices at the given times.
inline std::shared_ptr<env::Field>
small_field(env::Variable variable, std::uint32_t columns, std::uint32_t rows,
            const std::vector<const char*>& times, std::vector<env::FieldSlice> slices,
            env::StepLimits limits = {Duration::hours(36.0), Duration::hours(240.0)}) {
    std::vector<env::SliceInfo> infos;
    for (const auto* const time : times) {
        const auto at = parse_instant(time);
        infos.push_back({at, at, at, "small.nc"});
    }
    return std::make_shared<env::Field>(
        variable, small_grid(columns, rows), std::move(infos),
        [slices = std::move(slices)](std::size_t index) { return slices[index]; }, limits);
}

inline std::shared_ptr<env::Field> static_field(env::Variable variable, std::uint32_t columns,
                                                std::uint32_t rows, env::FieldSlice slice) {
    return env::Field::make_static(variable, small_grid(columns, rows), "static.nc",
                                   [slice = std::move(slice)](std::size_t) { return slice; });
}

} // namespace fairlead::test
