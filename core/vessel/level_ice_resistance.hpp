// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Resistance of unbroken level ice to a ship that breaks it. Both formulas are linear in speed.
///
/// Sources: G. Lindqvist, "A straightforward method for calculation of ice resistance of ships",
/// POAC 1989, vol. 2, 722-735. K. Riska, M. Wilhelmson, K. Englund, T. Leiviska, "Performance of
/// merchant vessels in ice in the Baltic", Winter Navigation Research Board report 52 (1997).

#include "core/base/units.hpp"

#include <string>

namespace fairlead::vessel {

/// Resistance at_rest_n + per_mps_ns_per_m * speed.
struct LinearResistance {
    double at_rest_n = 0.0;
    double per_mps_ns_per_m = 0.0;

    [[nodiscard]] double at(double speed_mps) const noexcept {
        return at_rest_n + per_mps_ns_per_m * speed_mps;
    }
};

/// Immutable; safe from any thread.
class LevelIceResistance {
  public:
    virtual ~LevelIceResistance() = default;
    /// Grows with thickness from zero; zero for no thickness. @pre thickness_m >= 0
    [[nodiscard]] virtual LinearResistance at(double thickness_m) const noexcept = 0;
    [[nodiscard]] virtual std::string describe() const = 0; ///< formula, parameters, source
};

/// Lindqvist 1989: crushing at the stem, bending and submersion, each with its speed term. The
/// bending term has the published 0.003, which stands for an elastic modulus of about 2 GPa.
class LindqvistResistance final : public LevelIceResistance {
  public:
    struct Hull {
        Length length; ///< waterline
        Length beam;
        Length draught;
        Angle stem; ///< of the stem to the waterline plane (phi), (0, 90) degrees
        Angle
            waterline_entrance; ///< of the waterline at the bow to the centre line (alpha), (0, 90)
        double friction = 0.1;  ///< hull against ice
    };
    struct Ice {
        double bending_strength_pa = 500e3;
        double density_kg_per_m3 = 900.0;
        double water_density_kg_per_m3 = 1025.0;
    };
    /// @throws Error (invalid_argument) for angles or friction the formula has no answer for, or a
    ///         hull whose resistance would fall with thickness.
    explicit LindqvistResistance(const Hull& hull);
    LindqvistResistance(const Hull& hull, const Ice& ice);

    [[nodiscard]] LinearResistance at(double thickness_m) const noexcept override;
    [[nodiscard]] std::string describe() const override;

    /// The three parts at rest [N].
    struct Parts {
        double crushing_n = 0.0;
        double bending_n = 0.0;
        double submersion_n = 0.0;
    };
    [[nodiscard]] Parts parts(double thickness_m) const noexcept;

  private:
    Hull hull_;
    Ice ice_;
    double crushing_n_per_m2_;
    double bending_n_per_m15_; ///< per thickness to the power 1.5
    double submersion_n_per_m_;
    double submersion_speed_factor_s_per_m_;
};

/// Riska et al. 1997: regression for Baltic merchant ships.
class RiskaResistance final : public LevelIceResistance {
  public:
    struct Hull {
        Length length; ///< waterline
        Length beam;
        Length draught;
        Length parallel_midbody;
        Length bow; ///< length of the bow section at the waterline
        Angle stem; ///< phi, [0, 90) degrees
    };
    /// @throws Error (invalid_argument) for lengths or angles that no ship has.
    explicit RiskaResistance(const Hull& hull);

    [[nodiscard]] LinearResistance at(double thickness_m) const noexcept override;
    [[nodiscard]] std::string describe() const override;

  private:
    Hull hull_;
    double rest_n_per_m_; ///< of C1, linear and square in thickness
    double rest_n_per_m2_;
    double speed_n_per_m15_; ///< of C2: to the power 1.5 and linear
    double speed_n_per_m_;
};

} // namespace fairlead::vessel
