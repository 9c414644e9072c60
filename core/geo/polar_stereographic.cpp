// SPDX-License-Identifier: Apache-2.0
#include "core/geo/polar_stereographic.hpp"

#include "core/base/text.hpp"
#include "core/base/units.hpp"
#include "core/geo/ellipsoid.hpp"

#include <cmath>
#include <limits>
#include <map>

namespace fairlead::geo {
namespace {

struct Ellipsoid {
    double semi_major_axis_m;
    double eccentricity_squared;
};

/// "+proj=stere +lat_0=90 ..." as key and value; nothing if a key stands twice.
std::optional<std::map<std::string, std::string>> parameters_of(const std::string& step) {
    std::map<std::string, std::string> found;
    for (const auto& word : split(step, ' ')) {
        if (word.empty()) {
            continue;
        }
        const auto equals = word.find('=');
        const auto key = word.substr(0, equals);
        if (!found.emplace(key, equals == std::string::npos ? "" : word.substr(equals + 1))
                 .second) {
            return std::nullopt;
        }
    }
    return found;
}

std::optional<Ellipsoid> ellipsoid_of(std::map<std::string, std::string>& parameters) {
    const auto take = [&](const char* key) -> std::optional<double> {
        const auto at = parameters.find(key);
        if (at == parameters.end()) {
            return std::nullopt;
        }
        const auto value = parse_number(at->second);
        parameters.erase(at);
        return value;
    };
    if (const auto named = parameters.find("+ellps"); named != parameters.end()) {
        if (named->second != "WGS84") {
            return std::nullopt;
        }
        parameters.erase(named);
        return Ellipsoid{wgs84::semi_major_axis_m, wgs84::eccentricity_squared};
    }
    const auto a = take("+a");
    const auto b = take("+b");
    if (!a || !b) {
        return std::nullopt;
    }
    return Ellipsoid{*a, 1.0 - (*b / *a) * (*b / *a)};
}

} // namespace

std::optional<PolarStereographic>
PolarStereographic::from_proj_pipeline(const std::string& pipeline) {
    constexpr std::string_view head =
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step ";
    if (!pipeline.starts_with(head)) {
        return std::nullopt;
    }
    auto parameters = parameters_of(pipeline.substr(head.size()));
    if (!parameters) {
        return std::nullopt;
    }
    const auto take = [&](const char* key) -> std::optional<double> {
        const auto at = parameters->find(key);
        if (at == parameters->end()) {
            return std::nullopt;
        }
        const auto value = parse_number(at->second);
        parameters->erase(at);
        return value;
    };
    if ((*parameters)["+proj"] != "stere") {
        return std::nullopt;
    }
    parameters->erase("+proj");
    const auto ellipsoid = ellipsoid_of(*parameters);
    const auto pole = take("+lat_0");
    const auto true_scale = take("+lat_ts");
    const auto central = take("+lon_0");
    const auto x0 = take("+x_0");
    const auto y0 = take("+y_0");
    // Anything not understood is left over, and then this is not our case.
    if (!ellipsoid || !pole || std::fabs(*pole) != 90.0 || !true_scale || !central || !x0 || !y0 ||
        !parameters->empty()) {
        return std::nullopt;
    }
    return PolarStereographic(*pole > 0.0, ellipsoid->semi_major_axis_m,
                              ellipsoid->eccentricity_squared, *true_scale, *central, {*x0, *y0});
}

PolarStereographic::PolarStereographic(bool north, double semi_major_axis_m,
                                       double eccentricity_squared, double true_scale_latitude_deg,
                                       double central_longitude_deg, PlanePoint false_origin)
    : pole_sign_(north ? 1.0 : -1.0), e2_(eccentricity_squared),
      central_longitude_deg_(central_longitude_deg), false_origin_(false_origin) {
    // Scale is true where the image of the parallel is as long as the parallel: rho = a m.
    const Polar at = polar(true_scale_latitude_deg);
    const double parallel_m = semi_major_axis_m / std::sqrt(1.0 - e2_ * at.sine * at.sine);
    radius_per_half_angle_m_ = parallel_m * (1.0 + at.sine) / conformal_factor(at.sine);

    const double f = 1.0 - std::sqrt(1.0 - e2_);
    const double n = f / (2.0 - f);
    const double n2 = n * n;
    const double n3 = n2 * n;
    const double n4 = n3 * n;
    const double n5 = n4 * n;
    latitude_series_ = {2.0 * n - 2.0 / 3.0 * n2 - 2.0 * n3 + 116.0 / 45.0 * n4 + 26.0 / 45.0 * n5,
                        7.0 / 3.0 * n2 - 8.0 / 5.0 * n3 - 227.0 / 45.0 * n4 + 2704.0 / 315.0 * n5,
                        56.0 / 15.0 * n3 - 136.0 / 35.0 * n4 - 1262.0 / 105.0 * n5,
                        4279.0 / 630.0 * n4 - 332.0 / 35.0 * n5, 4174.0 / 315.0 * n5};
}

double PolarStereographic::conformal_factor(double sine) const noexcept {
    // exp(e atanh(e sin phi)) = ((1 + e sin phi) / (1 - e sin phi))^(e / 2), by series: e^2 is
    // below 0.007, so that five terms of each reach the last digit.
    const double u = e2_ * sine * sine;
    const double w =
        e2_ * sine *
        (1.0 + u * (1.0 / 3.0 + u * (1.0 / 5.0 + u * (1.0 / 7.0 + u * (1.0 / 9.0 + u / 11.0)))));
    return 1.0 +
           w * (1.0 +
                w / 2.0 * (1.0 + w / 3.0 * (1.0 + w / 4.0 * (1.0 + w / 5.0 * (1.0 + w / 6.0)))));
}

PolarStereographic::Polar PolarStereographic::polar(double latitude_deg) const noexcept {
    // From the polar distance, not the latitude: close to the pole the cosine keeps its digits.
    const double distance = (90.0 - pole_sign_ * latitude_deg) * radians_per_degree;
    const double sine = std::cos(distance);
    const double cosine = std::sin(distance);
    // Two equal forms; each loses its digits in the other's hemisphere.
    const double plain = sine > 0.0 ? cosine / (1.0 + sine) : (1.0 - sine) / cosine;
    return {plain * conformal_factor(sine), sine};
}

PlanePoint PolarStereographic::forward(const Position& position) const noexcept {
    if (pole_sign_ * position.latitude_deg() <= -90.0) {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        return {nan, nan};
    }
    const double rho_m = radius_per_half_angle_m_ * polar(position.latitude_deg()).half_angle;
    const double theta = (position.longitude_deg() - central_longitude_deg_) * radians_per_degree;
    return {false_origin_.x_m + rho_m * std::sin(theta),
            false_origin_.y_m - pole_sign_ * rho_m * std::cos(theta)};
}

Position PolarStereographic::inverse(PlanePoint point) const noexcept {
    const double x_m = point.x_m - false_origin_.x_m;
    const double y_m = -pole_sign_ * (point.y_m - false_origin_.y_m);
    const double t = std::sqrt(x_m * x_m + y_m * y_m) / radius_per_half_angle_m_;
    // Conformal latitude chi = 90 - 2 atan t; sin 2 chi and cos 2 chi need no further functions.
    const double square = t * t;
    const double sine = (1.0 - square) / (1.0 + square);
    const double cosine = 2.0 * t / (1.0 + square);
    const double sin_2 = 2.0 * sine * cosine;
    const double twice_cos_2 = 2.0 * (cosine - sine) * (cosine + sine);
    // Clenshaw's sum of c_j sin(2 j chi).
    double above = 0.0;
    double sum = 0.0;
    for (std::size_t j = latitude_series_.size(); j-- > 0;) {
        const double next = latitude_series_[j] + twice_cos_2 * sum - above;
        above = sum;
        sum = next;
    }
    const double latitude_deg = 90.0 + (sum * sin_2 - 2.0 * std::atan(t)) / radians_per_degree;
    const double longitude_deg = central_longitude_deg_ + std::atan2(x_m, y_m) / radians_per_degree;
    return Position::degrees(pole_sign_ * std::fmax(-90.0, std::fmin(90.0, latitude_deg)),
                             longitude_deg);
}

double PolarStereographic::scale_factor(const Position& position) const noexcept {
    // rho / (N cos phi) with the cosine divided out, so that the pole is an ordinary place.
    const double sine = polar(position.latitude_deg()).sine;
    return radius_per_half_angle_m_ * conformal_factor(sine) / (1.0 + sine) *
           std::sqrt(1.0 - wgs84::eccentricity_squared * sine * sine) / wgs84::semi_major_axis_m;
}

Angle PolarStereographic::north_direction(const Position& position) const noexcept {
    const double theta_deg =
        normalised_longitude_deg(position.longitude_deg() - central_longitude_deg_);
    return Angle::degrees(-pole_sign_ * theta_deg);
}

} // namespace fairlead::geo
