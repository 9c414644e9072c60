// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/transit_raster.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr float not_known = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t codes = 256;

/// The cells of another grid of the same plane that lie under the cells of one.
class CellsUnder {
  public:
    CellsUnder(const geo::GridGeometry& grid, const geo::GridGeometry& other) {
        for (std::int32_t column = 0; column < grid.columns; ++column) {
            const double x = grid.left_m + (column + 0.5) * grid.cell_m;
            columns_.push_back(cell((x - other.left_m) / other.cell_m, other.columns));
        }
        for (std::int32_t row = 0; row < grid.rows; ++row) {
            const double y = grid.top_m - (row + 0.5) * grid.cell_m;
            const std::int32_t under = cell((other.top_m - y) / other.cell_m, other.rows);
            rows_.push_back(under < 0 ? -1 : std::ptrdiff_t{under} * other.columns);
        }
    }

    /// Values of the other grid along one row of this one.
    void row(std::int32_t row, const std::vector<float>& values, std::vector<float>& out) const {
        const std::ptrdiff_t start = rows_[static_cast<std::size_t>(row)];
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            out[column] = start < 0 || columns_[column] < 0
                              ? not_known
                              : values[static_cast<std::size_t>(start + columns_[column])];
        }
    }

  private:
    static std::int32_t cell(double place, std::int32_t count) {
        return place >= 0.0 && place < count ? static_cast<std::int32_t>(place) : -1;
    }
    std::vector<std::int32_t> columns_;
    std::vector<std::ptrdiff_t> rows_;
};

/// The number that a code means, e.g. 1.2 and not the float next to it: rules have their limits at
/// such numbers.
double rounded(float value) {
    constexpr double thousandth = 1000.0;
    return std::round(static_cast<double>(value) * thousandth) / thousandth;
}

std::uint8_t quick_code(float value, ByteScale scale, float per_step) noexcept {
    // NaN compares false.
    const float place = (value - scale.first) * per_step + 1.5F;
    return place >= 1.0F ? static_cast<std::uint8_t>(std::min(place, 255.0F)) : std::uint8_t{0};
}

} // namespace

TransitTable::TransitTable(const cost::TransitModel& model)
    : rio_(codes * codes, not_known), speed_kn_(codes * codes, not_known) {
    const ByteScale tenths = byte_scale(env::Variable::sea_ice_concentration);
    const ByteScale metres = byte_scale(env::Variable::sea_ice_thickness);
    for (std::size_t c = 1; c < codes; ++c) {
        for (std::size_t t = 0; t < codes; ++t) {
            const auto concentration = static_cast<std::uint8_t>(c);
            const auto thickness = static_cast<std::uint8_t>(t);
            env::Conditions conditions;
            conditions.concentration = {std::min(1.0, rounded(tenths.value(concentration))),
                                        env::Quality::ok};
            conditions.thickness =
                t == 0 ? env::Sample::none(env::Quality::missing)
                       : env::Sample{rounded(metres.value(thickness)), env::Quality::ok};
            const cost::Transit transit = model.transit(conditions, {});
            if (transit.block == rules::Block::no_data) {
                continue;
            }
            rio_[index(concentration, thickness)] = static_cast<float>(transit.rio);
            speed_kn_[index(concentration, thickness)] = static_cast<float>(transit.speed_kn);
        }
    }
}

TransitRaster::TransitRaster(Shows shows, std::shared_ptr<const TransitTable> table,
                             std::shared_ptr<const RasterSource> concentration,
                             std::shared_ptr<const RasterSource> thickness,
                             std::shared_ptr<const RasterSource> depth, float least_depth_m)
    : shows_(shows), table_(std::move(table)), concentration_(std::move(concentration)),
      thickness_(std::move(thickness)), depth_(std::move(depth)), least_depth_m_(least_depth_m) {
    FAIRLEAD_EXPECTS(table_ != nullptr && concentration_ != nullptr);
}

std::shared_ptr<const Raster> TransitRaster::within(Instant time, const PlaneBox& seen) const {
    const auto concentration = concentration_->within(time, seen);
    const auto thickness = thickness_ ? thickness_->within(time, seen) : nullptr;
    const bool shoals_count = depth_ && shows_ == Shows::speed && least_depth_m_ > 0.0F;
    const auto depth = shoals_count ? depth_->within(time, seen) : nullptr;
    const geo::GridGeometry& grid = concentration->grid;
    const CellsUnder thickness_cells(grid, thickness ? thickness->grid : grid);
    const CellsUnder depth_cells(grid, depth ? depth->grid : grid);
    const ByteScale tenths = byte_scale(env::Variable::sea_ice_concentration);
    const ByteScale metres = byte_scale(env::Variable::sea_ice_thickness);

    auto raster = std::make_shared<Raster>();
    raster->grid = grid;
    raster->values.resize(grid.cell_count());
    const auto columns = static_cast<std::size_t>(grid.columns);
    std::vector<float> metres_thick(columns, not_known);
    std::vector<float> metres_deep(columns, not_known);
    for (std::int32_t row = 0; row < grid.rows; ++row) {
        if (thickness) {
            thickness_cells.row(row, thickness->values, metres_thick);
        }
        if (depth) {
            depth_cells.row(row, depth->values, metres_deep);
        }
        const std::size_t first = static_cast<std::size_t>(row) * columns;
        for (std::size_t column = 0; column < columns; ++column) {
            const std::uint8_t c =
                quick_code(concentration->values[first + column], tenths, 1.0F / tenths.step);
            const std::uint8_t t = quick_code(metres_thick[column], metres, 1.0F / metres.step);
            const bool shoal = metres_deep[column] < least_depth_m_;
            raster->values[first + column] = shows_ == Shows::rio ? table_->rio(c, t)
                                             : shoal && c != 0    ? 0.0F
                                                                  : table_->speed_kn(c, t);
        }
    }
    return raster;
}

std::optional<Instant> TransitRaster::newest_data(Instant time) const {
    const auto ice = concentration_->newest_data(time);
    const auto thick = thickness_ ? thickness_->newest_data(time) : std::nullopt;
    return ice && thick ? std::min(ice, thick) : ice ? ice : thick;
}

} // namespace fairlead::chart
