// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The one earth: WGS 84.
/// Source: NGA.STND.0036_1.0.0_WGS84 (2014), table 3.1 (semi-major axis, flattening factor).

namespace fairlead::geo::wgs84 {

inline constexpr double semi_major_axis_m = 6378137.0;
inline constexpr double flattening = 1.0 / 298.257223563;
/// First eccentricity squared, f (2 - f).
inline constexpr double eccentricity_squared = flattening * (2.0 - flattening);

} // namespace fairlead::geo::wgs84
