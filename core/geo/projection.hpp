// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Map projections by PROJ. The planning plane must be conformal: one scale factor per place,
/// whatever the direction, so that true distance = plane distance / scale factor.

#include "core/geo/position.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace fairlead::geo {

/// A point of a projected plane, metres, x right and y up.
struct PlanePoint {
    double x_m = 0.0;
    double y_m = 0.0;
    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// Immutable; copies share one definition. Safe from any thread (each has its own PROJ context).
class Projection {
  public:
    /// @param definition anything PROJ reads as a CRS: "EPSG:3413", WKT, "+proj=stere ...".
    ///        Projected units other than metre are converted: plane points are always metres.
    ///        The way from and to WGS 84 is the best one that needs no grid file. A CRS on an
    ///        unknown sphere is taken for WGS 84 latitude and longitude on that sphere.
    /// @throws Error (invalid_argument) quoting the definition, if PROJ does not know it.
    [[nodiscard]] static Projection from_definition(const std::string& definition);
    /// EPSG:3413, WGS 84 / NSIDC Sea Ice Polar Stereographic North.
    [[nodiscard]] static Projection polar_north();
    /// EPSG:3031, WGS 84 / Antarctic Polar Stereographic.
    [[nodiscard]] static Projection polar_south();

    [[nodiscard]] const std::string& definition() const noexcept;
    /// True for longitude/latitude CRSs, whose plane points are degrees, not metres.
    [[nodiscard]] bool is_geographic() const noexcept;
    /// True if scale at a few places of its area is the same in all directions within 1e-6.
    [[nodiscard]] bool is_conformal() const;

    /// @return nothing where the projection has no image of the place (e.g. the opposite pole).
    [[nodiscard]] std::optional<PlanePoint> forward(const Position& position) const;
    [[nodiscard]] std::optional<Position> inverse(const PlanePoint& point) const;
    /// In bulk and faster; places without an image become NaN. @pre equal sizes
    void forward(std::span<const Position> positions, std::span<PlanePoint> points) const;
    /// In bulk; points without a place become the flag in `valid` 0. @pre equal sizes
    void inverse(std::span<const PlanePoint> points, std::span<Position> positions,
                 std::span<unsigned char> valid) const;

    /// Plane metres per true metre at a place (1 on the standard parallel). @pre is_conformal()
    [[nodiscard]] double scale_factor(const Position& position) const;
    /// Direction of true north in the plane, clockwise from +y [degrees]: a ship steering
    /// `bearing` moves in the plane at `bearing + north_direction` clockwise from +y.
    [[nodiscard]] Angle north_direction(const Position& position) const;

  private:
    struct Definition;
    explicit Projection(std::shared_ptr<const Definition> definition)
        : definition_(std::move(definition)) {}
    std::shared_ptr<const Definition> definition_;
};

} // namespace fairlead::geo
