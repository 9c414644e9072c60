// SPDX-License-Identifier: Apache-2.0
#include "core/geo/position.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fairlead::geo {

double normalised_longitude_deg(double longitude_deg) noexcept {
    if (longitude_deg >= -180.0 && longitude_deg < 180.0) {
        return longitude_deg;
    }
    const double turned = std::remainder(longitude_deg, 360.0);
    return turned == 180.0 ? -180.0 : turned;
}

Position Position::degrees(double latitude_deg, double longitude_deg) {
    if (!(latitude_deg >= -90.0 && latitude_deg <= 90.0)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("latitude {} is not within -90 and 90 degrees", latitude_deg));
    }
    if (!std::isfinite(longitude_deg)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("longitude {} is not a number", longitude_deg));
    }
    return {latitude_deg, normalised_longitude_deg(longitude_deg)};
}

Bearing Bearing::degrees(double deg) {
    double turned = std::fmod(deg, 360.0);
    if (turned < 0.0) {
        turned += 360.0;
    }
    return Bearing(turned >= 360.0 ? 0.0 : turned);
}

} // namespace fairlead::geo
