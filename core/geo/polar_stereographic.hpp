// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Ellipsoidal polar stereographic projection in closed form: what PROJ computes, several times
/// faster, for the grids and coastlines that are projected by the million. `Projection` takes its
/// parameters from PROJ and uses it only after comparing it with PROJ.
/// Source: J. P. Snyder, "Map projections: a working manual", USGS Professional Paper 1395 (1987),
/// equations 15-9, 14-15, 21-33, 21-34 and page 162 for the south; latitude from conformal
/// latitude by the series of C. F. F. Karney, "On auxiliary latitudes", Survey Review 56 (2024)
/// 165-180, doi:10.1080/00396265.2023.2217604, to order n^5 (truncation below 1 micrometre).

#include "core/geo/position.hpp"
#include "core/geo/projection.hpp"

#include <array>
#include <optional>
#include <string>

namespace fairlead::geo {

class PolarStereographic {
  public:
    /// @param pipeline PROJ's own text of a transformation from longitude and latitude in degrees.
    /// @return nothing if that is not a polar stereographic projection in metres and nothing else.
    [[nodiscard]] static std::optional<PolarStereographic>
    from_proj_pipeline(const std::string& pipeline);

    /// @return NaNs at the opposite pole, which has no image.
    [[nodiscard]] PlanePoint forward(const Position& position) const noexcept;
    [[nodiscard]] Position inverse(PlanePoint point) const noexcept;
    /// Plane metres per metre of the parallel on WGS 84.
    [[nodiscard]] double scale_factor(const Position& position) const noexcept;
    /// Direction of true north, clockwise from +y.
    [[nodiscard]] Angle north_direction(const Position& position) const noexcept;

  private:
    /// Parameters as in PROJ's text, angles in degrees.
    PolarStereographic(bool north, double semi_major_axis_m, double eccentricity_squared,
                       double true_scale_latitude_deg, double central_longitude_deg,
                       PlanePoint false_origin);

    struct Polar {
        double half_angle = 0.0; ///< Snyder's t: tangent of half the conformal polar distance
        double sine = 0.0;       ///< of latitude, positive towards the projection's pole
    };
    [[nodiscard]] Polar polar(double latitude_deg) const noexcept;
    [[nodiscard]] double conformal_factor(double sine) const noexcept;

    double pole_sign_; ///< +1 north, -1 south
    double e2_;
    double radius_per_half_angle_m_ = 0.0;
    double central_longitude_deg_;
    PlanePoint false_origin_;
    std::array<double, 5> latitude_series_{};
};

} // namespace fairlead::geo
