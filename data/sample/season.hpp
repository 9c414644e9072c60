// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The synthetic Arctic season: concentration and thickness of the ice at any place and day.
///
/// What it is made of: a table of places with the day the ice leaves, the day it comes back and
/// its thickness on 1 June (season_places.csv), spread over the sea by inverse distance; a mean
/// drift (Beaufort Gyre, Transpolar Drift Stream) and the push of passing weather, which move
/// the ice; a fractal texture in the moving ice, elongated leads and ridged zones. Melting and
/// freezing are simple curves: docs/methods.md, "The synthetic season". None of it is an
/// observation or a forecast of any year.

#include "core/geo/grid.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace fairlead::sample {

/// Ice in a place: fraction of the sea that is covered, mean thickness of the ice there [m];
/// both 0 in open water.
struct Ice {
    double concentration = 0.0;
    double thickness_m = 0.0;
};

class Season {
  public:
    /// @param places table of places. @param seed of all that is random in the season.
    /// @throws Error if the table cannot be read.
    Season(const std::filesystem::path& places, std::uint32_t seed);

    /// @param point in the plane EPSG:3413. @param day days after 1 June 00:00 UTC, 0..153.
    /// Safe from any thread.
    [[nodiscard]] Ice at(geo::PlanePoint point, double day) const noexcept;

  private:
    /// What stays the same through the season at one node of the climate grid.
    struct Climate {
        double clears_day = 0.0;
        double freezes_day = 0.0;
        double thickness_m = 0.0;
        double drift_x_m_per_day = 0.0;
        double drift_y_m_per_day = 0.0;
    };
    [[nodiscard]] Climate climate_at(geo::PlanePoint point) const noexcept;
    [[nodiscard]] geo::PlanePoint pushed_by_weather(geo::PlanePoint point,
                                                    double day) const noexcept;
    /// The texture is carried by the mean drift for a life of some weeks, then made anew. Two
    /// generations overlap, so that it moves without being sheared apart.
    struct Generation {
        geo::PlanePoint at; ///< where in this generation's texture the place is
        double weight = 0.0;
        std::uint32_t seed = 0;
    };
    using Carried = std::array<Generation, 2>;
    [[nodiscard]] Carried carried_by_drift(geo::PlanePoint point, const Climate& climate,
                                           double day) const noexcept;
    /// Looser and denser patches of ice, about -1..1.
    [[nodiscard]] static double patches_at(const Carried& carried, double day) noexcept;
    /// Narrow features stretched along three directions, 0..1, 1 in their middle.
    struct Cracks {
        double leads = 0.0;
        double ridges = 0.0;
    };
    [[nodiscard]] static Cracks cracks_at(const Carried& carried, double day) noexcept;

    std::uint32_t seed_;
    geo::GridGeometry grid_;
    std::vector<Climate> climate_;
};

} // namespace fairlead::sample
