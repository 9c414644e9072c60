// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/require.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fairlead::vessel {

void require_positive(const char* what, double value) {
    if (!(value > 0.0) || !std::isfinite(value)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} {}: must be greater than 0", what, value));
    }
}

} // namespace fairlead::vessel
