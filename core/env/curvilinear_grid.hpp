// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A grid given by the latitude and longitude of each of its nodes. Places are looked for among
/// the quadrangles between nodes, in a Lambert azimuthal plane about the grid's middle (J. P.
/// Snyder, USGS PP 1395, eqs. 24-2 to 24-4 on a sphere: only to tell which nodes surround a place,
/// no distance is taken from it), and inside one by inverse bilinear interpolation.

#include "core/env/field.hpp"

#include <string>
#include <vector>

namespace fairlead::env {

class CurvilinearGrid final : public HorizontalGrid {
  public:
    /// @param latitudes_deg, longitudes_deg of the nodes, shape (rows, columns), all finite.
    /// @throws Error (malformed) quoting `name` for fewer than 2 rows or columns, a latitude out
    ///         of range or nodes that do not form a mesh; (unsupported) for a grid that reaches
    ///         farther than 120 degrees from its middle.
    CurvilinearGrid(std::vector<double> latitudes_deg, std::vector<double> longitudes_deg,
                    std::uint32_t columns, std::uint32_t rows, const std::string& name);

    [[nodiscard]] std::uint32_t columns() const noexcept override { return columns_; }
    [[nodiscard]] std::uint32_t rows() const noexcept override { return rows_; }
    void locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                std::span<unsigned char> inside) const override;
    [[nodiscard]] Length spacing() const noexcept override { return spacing_; }
    [[nodiscard]] std::optional<geo::Position> node(std::uint32_t index) const override;
    [[nodiscard]] Steps steps(std::uint32_t row) const noexcept override;
    [[nodiscard]] std::string describe() const override;

  private:
    struct Point {
        double x = 0.0;
        double y = 0.0;
    };
    struct Vector {
        double x = 0.0;
        double y = 0.0;
        double z = 0.0;
    };
    [[nodiscard]] static Vector direction(double latitude_deg, double longitude_deg) noexcept;
    [[nodiscard]] Point project(const Vector& place) const noexcept;
    /// Corner of the mesh, which has half a cell more on each side: 0..columns + 1, 0..rows + 1.
    [[nodiscard]] const Point& corner(std::uint32_t column, std::uint32_t row) const noexcept {
        return mesh_[std::size_t{row} * (columns_ + 2) + column];
    }
    void build_mesh();
    void build_bins(const std::string& name);
    [[nodiscard]] bool locate_in(std::uint32_t quadrangle, const Point& point,
                                 Stencil& stencil) const noexcept;

    std::uint32_t columns_;
    std::uint32_t rows_;
    std::vector<double> latitudes_;
    std::vector<double> longitudes_;
    Vector middle_, east_, north_;
    std::vector<Point> mesh_;
    Length spacing_;

    // Square bins over the mesh; each lists the quadrangles that may touch it.
    Point low_;
    double bin_side_ = 1.0;
    std::uint32_t bin_columns_ = 1;
    std::uint32_t bin_rows_ = 1;
    std::vector<std::uint32_t> bin_start_; ///< into bin_content_, one more than bins
    std::vector<std::uint32_t> bin_content_;
};

} // namespace fairlead::env
