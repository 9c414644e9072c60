// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A raster on a latitude and a longitude axis, whose steps may be irregular. It wraps where its
/// longitudes cover 360 degrees, also when the first meridian is repeated at the end.

#include "core/env/field.hpp"

#include <string>
#include <vector>

namespace fairlead::env {

class RectilinearGrid final : public HorizontalGrid {
  public:
    /// Index = latitude's index * longitudes + longitude's index, as in most files.
    /// @param latitudes_deg strictly increasing or decreasing, at least 2, within [-90, 90].
    /// @param longitudes_deg strictly increasing, at least 2, spanning at most 360 degrees; any
    ///        start (-180, 0 ...).
    /// @throws Error (malformed) saying which axis breaks which of these, quoting `name`.
    RectilinearGrid(std::vector<double> latitudes_deg, std::vector<double> longitudes_deg,
                    const std::string& name);

    [[nodiscard]] std::uint32_t columns() const noexcept override;
    [[nodiscard]] std::uint32_t rows() const noexcept override;
    void locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                std::span<unsigned char> inside) const override;
    [[nodiscard]] Length spacing() const noexcept override;
    [[nodiscard]] std::optional<geo::Position> node(std::uint32_t index) const override;
    [[nodiscard]] Steps steps(std::uint32_t row) const noexcept override;
    [[nodiscard]] bool wraps() const noexcept override { return wraps_; }
    [[nodiscard]] std::string describe() const override;

    [[nodiscard]] const std::vector<double>& latitudes_deg() const noexcept { return latitudes_; }
    [[nodiscard]] const std::vector<double>& longitudes_deg() const noexcept { return longitudes_; }

  private:
    std::vector<double> latitudes_;
    std::vector<double> longitudes_;
    bool wraps_ = false;
    bool regular_latitudes_ = false;
    bool regular_longitudes_ = false;
};

} // namespace fairlead::env
