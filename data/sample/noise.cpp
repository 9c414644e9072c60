// SPDX-License-Identifier: Apache-2.0
#include "data/sample/noise.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::sample {
namespace {

/// Spreads the bits of a lattice point; the constants are those of the PCG and xxHash families,
/// any odd numbers with well mixed bits would do.
std::uint32_t hash(std::int32_t x, std::int32_t y, std::int32_t z, std::uint32_t seed) noexcept {
    std::uint32_t h = seed;
    h = (h ^ static_cast<std::uint32_t>(x)) * 0x9E3779B1U;
    h = (h ^ (h >> 15U) ^ static_cast<std::uint32_t>(y)) * 0x85EBCA77U;
    h = (h ^ (h >> 13U) ^ static_cast<std::uint32_t>(z)) * 0xC2B2AE3DU;
    return h ^ (h >> 16U);
}

/// Scalar product of one of Perlin's twelve gradients (edges of a cube) with (x, y, z).
double slope(std::uint32_t h, double x, double y, double z) noexcept {
    const std::uint32_t pick = h & 15U;
    const double u = pick < 8U ? x : y;
    const double v = pick < 4U ? y : (pick == 12U || pick == 14U ? x : z);
    return ((pick & 1U) != 0U ? -u : u) + ((pick & 2U) != 0U ? -v : v);
}

double fade(double t) noexcept {
    return t * t * t * (t * (t * 6.0 - 15.0) + 10.0);
}

} // namespace

double gradient_noise(double x, double y, double z, std::uint32_t seed) noexcept {
    const double x_floor = std::floor(x);
    const double y_floor = std::floor(y);
    const double z_floor = std::floor(z);
    const auto i = static_cast<std::int32_t>(x_floor);
    const auto j = static_cast<std::int32_t>(y_floor);
    const auto k = static_cast<std::int32_t>(z_floor);
    const double u = x - x_floor;
    const double v = y - y_floor;
    const double w = z - z_floor;
    const auto corner = [&](int a, int b, int c) {
        return slope(hash(i + a, j + b, k + c, seed), u - a, v - b, w - c);
    };
    const double along_x = fade(u);
    const double along_y = fade(v);
    const double along_z = fade(w);
    const double low = std::lerp(std::lerp(corner(0, 0, 0), corner(1, 0, 0), along_x),
                                 std::lerp(corner(0, 1, 0), corner(1, 1, 0), along_x), along_y);
    const double high = std::lerp(std::lerp(corner(0, 0, 1), corner(1, 0, 1), along_x),
                                  std::lerp(corner(0, 1, 1), corner(1, 1, 1), along_x), along_y);
    return std::lerp(low, high, along_z);
}

double fractal_noise(double x, double y, double z, int octaves, std::uint32_t seed) noexcept {
    double sum = 0.0;
    double variance = 0.0;
    double amplitude = 1.0;
    double frequency = 1.0;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += amplitude * gradient_noise(x * frequency, y * frequency, z,
                                          seed + static_cast<std::uint32_t>(octave) * 101U);
        variance += amplitude * amplitude;
        amplitude *= 0.5;
        frequency *= 2.0;
    }
    return sum / std::sqrt(variance);
}

double ridge_noise(double x, double y, double z, double sharpness, std::uint32_t seed) noexcept {
    return std::max(0.0, 1.0 - sharpness * std::abs(gradient_noise(x, y, z, seed)));
}

} // namespace fairlead::sample
