// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Seeded gradient noise: the texture of the synthetic season. Same seed, same numbers, on any
/// machine with IEEE doubles.
/// Source: K. Perlin, "Improving noise", ACM Transactions on Graphics 21 (2002) 681-682; sums of
/// octaves (fractional Brownian motion) and ridged sums after F. K. Musgrave in D. Ebert et al.,
/// "Texturing and Modeling: A Procedural Approach" (3rd edition, 2003), chapters 14 and 16.

#include <cstdint>

namespace fairlead::sample {

/// Smooth noise of three coordinates with features of size one: zero at lattice points, within
/// [-1, 1], mean near zero.
[[nodiscard]] double gradient_noise(double x, double y, double z, std::uint32_t seed) noexcept;

/// Sum of `octaves` of gradient_noise, each half as large and half as wide in x and y as the one
/// before, scaled so that its standard deviation is near 0.3 whatever the number of octaves.
[[nodiscard]] double fractal_noise(double x, double y, double z, int octaves,
                                   std::uint32_t seed) noexcept;

/// Narrow crests along the zero lines of gradient_noise: 1 on a crest, falling to 0 away from it.
/// @param sharpness the greater, the narrower the crests; above 0.
[[nodiscard]] double ridge_noise(double x, double y, double z, double sharpness,
                                 std::uint32_t seed) noexcept;

} // namespace fairlead::sample
