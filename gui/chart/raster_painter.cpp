// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/raster_painter.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr std::size_t lookup_entries = 2048;
constexpr double hatch_period_px = 6.0;
constexpr double hatch_line_px = 1.0;

/// Grid coordinates (cell centres at whole numbers) as an affine function of device pixels.
struct PixelToGrid {
    double column0, column_dx, column_dy;
    double row0, row_dx, row_dy;
};

PixelToGrid pixel_to_grid(const geo::GridGeometry& grid, const Viewport& view, double scale) {
    const auto grid_at = [&](double x, double y) {
        const geo::PlanePoint point = view.to_plane({(x + 0.5) / scale, (y + 0.5) / scale});
        return std::pair{(point.x_m - grid.left_m) / grid.cell_m - 0.5,
                         (grid.top_m - point.y_m) / grid.cell_m - 0.5};
    };
    const auto [column0, row0] = grid_at(0, 0);
    const auto [column_x, row_x] = grid_at(1, 0);
    const auto [column_y, row_y] = grid_at(0, 1);
    return {column0, column_x - column0, column_y - column0, row0, row_x - row0, row_y - row0};
}

/// Bilinear over the usable ones of the four cells around; NaN if the nearest is not usable.
float sample(const RasterLayer& layer, double column, double row) {
    const int columns = layer.grid.columns;
    const int rows = layer.grid.rows;
    if (!(column >= -0.5 && row >= -0.5 && column < columns - 0.5 && row < rows - 0.5)) {
        return std::numeric_limits<float>::quiet_NaN();
    }
    const int nearest_column = static_cast<int>(std::lround(column));
    const int nearest_row = static_cast<int>(std::lround(row));
    const auto at = [&](int c, int r) {
        return layer.values[static_cast<std::size_t>(std::clamp(r, 0, rows - 1)) *
                                static_cast<std::size_t>(columns) +
                            static_cast<std::size_t>(std::clamp(c, 0, columns - 1))];
    };
    const float nearest = at(nearest_column, nearest_row);
    if (std::isnan(nearest)) {
        return nearest;
    }
    const int c0 = static_cast<int>(std::floor(column));
    const int r0 = static_cast<int>(std::floor(row));
    const auto right = static_cast<float>(column - c0);
    const auto down = static_cast<float>(row - r0);
    const std::array<float, 4> corner{at(c0, r0), at(c0 + 1, r0), at(c0, r0 + 1),
                                      at(c0 + 1, r0 + 1)};
    const std::array<float, 4> weight{(1.0F - right) * (1.0F - down), right * (1.0F - down),
                                      (1.0F - right) * down, right * down};
    float sum = 0.0F;
    float weights = 0.0F;
    for (std::size_t i = 0; i < corner.size(); ++i) {
        if (!std::isnan(corner[i])) {
            sum += weight[i] * corner[i];
            weights += weight[i];
        }
    }
    return sum / weights; // the nearest cell is usable, so weights is at least a quarter
}

} // namespace

QRgb no_data_pixel(int x, int y, double scale, const ChartStyle& style) {
    // Distance from the middle of the nearest hatch line, measured across the lines.
    const double across = (x + y) / (scale * std::numbers::sqrt2);
    const double offset = std::abs(std::remainder(across, hatch_period_px));
    const double cover = std::clamp((hatch_line_px - offset) * scale + 0.5, 0.0, 1.0);
    const auto mix = [cover](int base, int line) {
        return static_cast<int>(std::lround(std::lerp(base, line, cover)));
    };
    return qRgb(mix(style.no_data.red(), style.no_data_hatch.red()),
                mix(style.no_data.green(), style.no_data_hatch.green()),
                mix(style.no_data.blue(), style.no_data_hatch.blue()));
}

QImage paint_raster(const RasterLayer& layer, const Viewport& view, double scale,
                    const ChartStyle& style) {
    FAIRLEAD_EXPECTS(layer.palette != nullptr && layer.values.size() == layer.grid.cell_count());
    const int width = static_cast<int>(std::lround(view.size().width * scale));
    const int height = static_cast<int>(std::lround(view.size().height * scale));
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);

    const std::vector<QRgb> colours = layer.palette->lookup_table(lookup_entries);
    const auto first = static_cast<float>(layer.palette->entries().front().value);
    const auto span = static_cast<float>(layer.palette->entries().back().value) - first;
    const float step = span > 0.0F ? static_cast<float>(lookup_entries - 1) / span : 0.0F;
    constexpr auto last_index = static_cast<float>(lookup_entries - 1);

    const PixelToGrid to_grid = pixel_to_grid(layer.grid, view, scale);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const float value =
                sample(layer, to_grid.column0 + x * to_grid.column_dx + y * to_grid.column_dy,
                       to_grid.row0 + x * to_grid.row_dx + y * to_grid.row_dy);
            if (std::isnan(value)) {
                line[x] = layer.hatch_gaps ? no_data_pixel(x, y, scale, style) : 0U;
                continue;
            }
            const float index = std::clamp((value - first) * step + 0.5F, 0.0F, last_index);
            line[x] = colours[static_cast<std::size_t>(index)];
        }
    }
    return image;
}

} // namespace fairlead::chart
