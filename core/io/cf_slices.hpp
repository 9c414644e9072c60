// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Time and level of a netCDF array: which of its horizontal slabs are slices of a field.

#include "core/env/field.hpp"
#include "core/io/cf_dataset.hpp"
#include "core/io/cf_profile.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

/// The slabs of an array, one per time, at the one level that matters to a ship.
struct CfSlices {
    std::vector<env::SliceInfo> slices; ///< in the file's order; empty: no time
    std::optional<Duration> step;       ///< where the file says that they are daily means
    std::vector<GUInt64> start;         ///< of the first slab
    std::optional<std::size_t> time_dimension;
    std::vector<std::string> corrected;
    std::vector<std::string> suspected;

    /// Where slab `index` begins.
    [[nodiscard]] std::vector<GUInt64> start_of(std::size_t index) const {
        auto at = start;
        if (time_dimension) {
            at[*time_dimension] = index;
        }
        return at;
    }
};

/// @throws Error (unsupported, malformed) naming file and array: a dimension that is neither time
///         nor level, no level of 10 m (wind) or 2 m (temperature), times that cannot be read.
[[nodiscard]] CfSlices cf_slices(const CfDataset& dataset, const GDALMDArray& array,
                                 env::Variable variable, const CfProfile& profile);

} // namespace fairlead::io
