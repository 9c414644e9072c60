// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/level_ice_resistance.hpp"

#include "core/base/error.hpp"
#include "core/base/units.hpp"
#include "core/vessel/require.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fairlead::vessel {
namespace {

constexpr double gravity_mps2 = 9.81;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorCode::invalid_argument, sentence);
}

void require_angle(const char* what, Angle angle) {
    if (!(angle.in_degrees() > 0.0 && angle.in_degrees() < 90.0)) {
        refuse(
            fmt::format("{} {} deg: must lie between 0 and 90 degrees", what, angle.in_degrees()));
    }
}

} // namespace

LindqvistResistance::LindqvistResistance(const Hull& hull) : LindqvistResistance(hull, Ice{}) {}

LindqvistResistance::LindqvistResistance(const Hull& hull, const Ice& ice)
    : hull_(hull), ice_(ice) {
    require_angle("stem angle", hull.stem);
    require_angle("waterline entrance angle", hull.waterline_entrance);
    require_positive("waterline length [m]", hull.length.in_metres());
    require_positive("beam [m]", hull.beam.in_metres());
    require_positive("draught [m]", hull.draught.in_metres());
    require_positive("bending strength of ice [Pa]", ice.bending_strength_pa);
    if (!(hull.friction >= 0.0 && hull.friction < 1.0)) {
        refuse(fmt::format("hull friction {}: must lie between 0 and 1", hull.friction));
    }
    const double length_m = hull.length.in_metres();
    const double beam_m = hull.beam.in_metres();
    const double draught_m = hull.draught.in_metres();
    const double phi = hull.stem.in_degrees() * radians_per_degree;
    const double alpha = hull.waterline_entrance.in_degrees() * radians_per_degree;
    const double psi = std::atan(std::tan(phi) / std::sin(alpha));
    const double mu = hull.friction;

    const double grip = 1.0 - mu * std::sin(phi) / std::cos(psi);
    if (!(grip > 0.0)) {
        refuse(fmt::format(
            "stem angle {} deg with friction {}: too steep, the ice would not slide off the stem",
            hull.stem.in_degrees(), mu));
    }
    crushing_n_per_m2_ =
        0.5 * ice.bending_strength_pa * (std::tan(phi) + mu * std::cos(phi) / std::cos(psi)) / grip;

    bending_n_per_m15_ = 0.003 * ice.bending_strength_pa * beam_m *
                         (std::tan(psi) + mu * std::cos(phi) / (std::sin(alpha) * std::cos(psi))) *
                         (1.0 + 1.0 / std::cos(psi));

    const double flat = draught_m * (beam_m + draught_m) / (beam_m + 2.0 * draught_m);
    const double slope =
        1.0 / (std::sin(phi) * std::sin(phi)) + 1.0 / (std::tan(alpha) * std::tan(alpha));
    const double rubbed = 0.7 * length_m - draught_m / std::tan(phi) -
                          beam_m / (4.0 * std::tan(alpha)) +
                          draught_m * std::cos(phi) * std::cos(psi) * std::sqrt(slope);
    const double weight_n_per_m2 =
        (ice.water_density_kg_per_m3 - ice.density_kg_per_m3) * gravity_mps2 * beam_m;
    submersion_n_per_m_ = weight_n_per_m2 * (flat + mu * rubbed);
    if (!(submersion_n_per_m_ > 0.0)) {
        refuse(
            "hull and ice of the Lindqvist model: the submersion resistance would not be positive");
    }
    submersion_speed_factor_s_per_m_ = 9.4 / std::sqrt(gravity_mps2 * length_m);
}

LindqvistResistance::Parts LindqvistResistance::parts(double thickness_m) const noexcept {
    return {crushing_n_per_m2_ * thickness_m * thickness_m,
            bending_n_per_m15_ * thickness_m * std::sqrt(thickness_m),
            submersion_n_per_m_ * thickness_m};
}

LinearResistance LindqvistResistance::at(double thickness_m) const noexcept {
    if (!(thickness_m > 0.0)) {
        return {};
    }
    const auto [crushing_n, bending_n, submersion_n] = parts(thickness_m);
    const double breaking_n = crushing_n + bending_n;
    return {breaking_n + submersion_n, breaking_n * 1.4 / std::sqrt(gravity_mps2 * thickness_m) +
                                           submersion_n * submersion_speed_factor_s_per_m_};
}

std::string LindqvistResistance::describe() const {
    return fmt::format(
        "level ice by Lindqvist (POAC 1989): stem {} deg, waterline entrance {} deg, friction {}, "
        "bending strength {} kPa, ice {} kg/m3",
        hull_.stem.in_degrees(), hull_.waterline_entrance.in_degrees(), hull_.friction,
        ice_.bending_strength_pa / 1000.0, ice_.density_kg_per_m3);
}

RiskaResistance::RiskaResistance(const Hull& hull) : hull_(hull) {
    require_angle("stem angle", hull.stem);
    require_positive("waterline length [m]", hull.length.in_metres());
    require_positive("beam [m]", hull.beam.in_metres());
    require_positive("draught [m]", hull.draught.in_metres());
    require_positive("bow length [m]", hull.bow.in_metres());
    const double length_m = hull.length.in_metres();
    const double beam_m = hull.beam.in_metres();
    const double draught_m = hull.draught.in_metres();
    const double midbody_m = hull.parallel_midbody.in_metres();
    const double bow_m = hull.bow.in_metres();
    if (!(midbody_m >= 0.0 && midbody_m + bow_m <= length_m)) {
        refuse(fmt::format("parallel midbody {} m and bow {} m do not fit into a waterline of {} m",
                           midbody_m, bow_m, length_m));
    }
    const double phi_deg = hull.stem.in_degrees();
    // Coefficients of the report; with lengths in metres and speeds in m/s the result is in kN.
    constexpr double f1 = 0.23;
    constexpr double f2 = 4.58;
    constexpr double f3 = 1.47;
    constexpr double f4 = 0.29;
    constexpr double g1 = 18.9;
    constexpr double g2 = 0.67;
    constexpr double g3 = 1.55;
    constexpr double newtons_per_kilonewton = 1000.0;
    const double stem_at_rest = 1.0 + 0.021 * phi_deg;
    const double stem_at_speed = 1.0 + 0.063 * phi_deg;
    rest_n_per_m_ =
        newtons_per_kilonewton * (f1 * beam_m * midbody_m / (2.0 * draught_m / beam_m + 1.0) +
                                  stem_at_rest * f4 * beam_m * bow_m);
    rest_n_per_m2_ = newtons_per_kilonewton * stem_at_rest * (f2 * beam_m + f3 * bow_m);
    speed_n_per_m15_ = newtons_per_kilonewton * stem_at_speed * g1;
    speed_n_per_m_ = newtons_per_kilonewton *
                     (stem_at_speed * g2 * beam_m + g3 * (1.0 + 1.2 * draught_m / beam_m) * beam_m *
                                                        beam_m / std::sqrt(length_m));
}

LinearResistance RiskaResistance::at(double thickness_m) const noexcept {
    if (!(thickness_m > 0.0)) {
        return {};
    }
    return {thickness_m * (rest_n_per_m_ + rest_n_per_m2_ * thickness_m),
            thickness_m * (speed_n_per_m15_ * std::sqrt(thickness_m) + speed_n_per_m_)};
}

std::string RiskaResistance::describe() const {
    return fmt::format(
        "level ice by Riska et al. (WNRB report 52, 1997): stem {} deg, parallel midbody {} m, "
        "bow {} m",
        hull_.stem.in_degrees(), hull_.parallel_midbody.in_metres(), hull_.bow.in_metres());
}

} // namespace fairlead::vessel
