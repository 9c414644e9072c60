// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/colour_vision.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fairlead::chart::test {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix identity{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protan{{{0.152286, 1.052583, -0.204868},
                         {0.114503, 0.786281, 0.099216},
                         {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{{{0.367322, 0.860646, -0.227968},
                         {0.280085, 0.672501, 0.047413},
                         {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{{{1.255528, -0.076749, -0.178779},
                         {-0.078411, 0.930809, 0.147602},
                         {0.004733, 0.691367, 0.303900}}};
/// IEC 61966-2-1, linear sRGB to CIE XYZ.
constexpr Matrix to_xyz{{{0.4124564, 0.3575761, 0.1804375},
                         {0.2126729, 0.7151522, 0.0721750},
                         {0.0193339, 0.1191920, 0.9503041}}};

Vector product(const Matrix& matrix, const Vector& v) {
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    }
    return result;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

double hue_deg(double a, double b) {
    if (a == 0.0 && b == 0.0) {
        return 0.0;
    }
    const double degrees = std::atan2(b, a) * 180.0 / std::numbers::pi;
    return degrees < 0.0 ? degrees + 360.0 : degrees;
}

} // namespace

Lab lab_of(const QColor& colour, Vision vision) {
    const Matrix& matrix = vision == Vision::protan   ? protan
                           : vision == Vision::deutan ? deutan
                           : vision == Vision::tritan ? tritan
                                                      : identity;
    Vector rgb = product(matrix, {linear(colour.red() / 255.0), linear(colour.green() / 255.0),
                                  linear(colour.blue() / 255.0)});
    for (double& channel : rgb) {
        channel = std::clamp(channel, 0.0, 1.0);
    }
    const Vector xyz = product(to_xyz, rgb);
    const auto f = [](double t) {
        return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double colour_distance(const Lab& one, const Lab& other) {
    const auto pow7 = [](double value) { return std::pow(value, 7.0); };
    const double twenty_five7 = pow7(25.0);
    const double mean_chroma = 0.5 * (std::hypot(one.a, one.b) + std::hypot(other.a, other.b));
    const double g =
        0.5 * (1.0 - std::sqrt(pow7(mean_chroma) / (pow7(mean_chroma) + twenty_five7)));
    const double a1 = (1.0 + g) * one.a;
    const double a2 = (1.0 + g) * other.a;
    const double c1 = std::hypot(a1, one.b);
    const double c2 = std::hypot(a2, other.b);
    const double h1 = hue_deg(a1, one.b);
    const double h2 = hue_deg(a2, other.b);
    const bool grey = c1 * c2 == 0.0;
    double dh = grey ? 0.0 : h2 - h1;
    dh += dh > 180.0 ? -360.0 : dh < -180.0 ? 360.0 : 0.0;
    double mean_hue = h1 + h2;
    if (!grey) {
        mean_hue = std::abs(h1 - h2) <= 180.0 ? 0.5 * mean_hue
                   : mean_hue < 360.0         ? 0.5 * (mean_hue + 360.0)
                                              : 0.5 * (mean_hue - 360.0);
    }
    const double dl = other.lightness - one.lightness;
    const double dc = c2 - c1;
    const double big_dh = 2.0 * std::sqrt(c1 * c2) * std::sin(radians(0.5 * dh));
    const double mean_l = 0.5 * (one.lightness + other.lightness);
    const double mean_c = 0.5 * (c1 + c2);
    const double t = 1.0 - 0.17 * std::cos(radians(mean_hue - 30.0)) +
                     0.24 * std::cos(radians(2.0 * mean_hue)) +
                     0.32 * std::cos(radians(3.0 * mean_hue + 6.0)) -
                     0.20 * std::cos(radians(4.0 * mean_hue - 63.0));
    const double turn = 30.0 * std::exp(-std::pow((mean_hue - 275.0) / 25.0, 2.0));
    const double rc = 2.0 * std::sqrt(pow7(mean_c) / (pow7(mean_c) + twenty_five7));
    const double sl =
        1.0 + 0.015 * std::pow(mean_l - 50.0, 2.0) / std::sqrt(20.0 + std::pow(mean_l - 50.0, 2.0));
    const double sc = 1.0 + 0.045 * mean_c;
    const double sh = 1.0 + 0.015 * mean_c * t;
    const double rt = -std::sin(radians(2.0 * turn)) * rc;
    const double l = dl / sl;
    const double c = dc / sc;
    const double h = big_dh / sh;
    return std::sqrt(l * l + c * c + h * h + rt * c * h);
}

double least_distance(const QColor& one, const QColor& other) {
    double least = std::numeric_limits<double>::infinity();
    for (const Vision vision : all_visions) {
        least = std::min(least, colour_distance(lab_of(one, vision), lab_of(other, vision)));
    }
    return least;
}

} // namespace fairlead::chart::test
