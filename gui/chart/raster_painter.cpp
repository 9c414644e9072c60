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
constexpr double contour_px = 1.4;

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

/// A value with how fast it changes from column to column and row to row.
struct Slope {
    float value;
    float per_column;
    float per_row;
};

/// Samples a raster at grid coordinates.
class Sampler {
  public:
    explicit Sampler(const Raster& raster)
        : values_(raster.values.data()), columns_(raster.grid.columns), rows_(raster.grid.rows) {}

    /// Bilinear over the usable ones of the four cells around; NaN if the nearest is not usable.
    [[nodiscard]] float operator()(double column, double row) const noexcept {
        if (column >= 0.0 && row >= 0.0 && column < columns_ - 1 && row < rows_ - 1) {
            const float value = within(column, row).value;
            if (!std::isnan(value)) {
                return value;
            }
        }
        return at_rim(column, row);
    }

    /// Bilinear with its slope; NaN where one of the four cells is not usable.
    [[nodiscard]] Slope slope(double column, double row) const noexcept {
        if (column >= 0.0 && row >= 0.0 && column < columns_ - 1 && row < rows_ - 1) {
            return within(column, row);
        }
        return {nothing, nothing, nothing};
    }

  private:
    static constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

    /// @pre the place lies between four cells.
    [[nodiscard]] Slope within(double column, double row) const noexcept {
        const auto c0 = static_cast<std::ptrdiff_t>(column);
        const auto r0 = static_cast<std::ptrdiff_t>(row);
        const auto right = static_cast<float>(column - static_cast<double>(c0));
        const auto down = static_cast<float>(row - static_cast<double>(r0));
        const float* upper = values_ + r0 * columns_ + c0;
        const float* lower = upper + columns_;
        const float above = upper[1] - upper[0];
        const float below = lower[1] - lower[0];
        const float top = upper[0] + right * above;
        const float bottom = lower[0] + right * below;
        return {top + down * (bottom - top), above + down * (below - above), bottom - top};
    }

    /// Anywhere: near gaps, at the rim and outside.
    [[nodiscard]] float at_rim(double column, double row) const noexcept {
        if (!(column >= -0.5 && row >= -0.5 && column < columns_ - 0.5 && row < rows_ - 0.5)) {
            return nothing;
        }
        const auto at = [&](int c, int r) {
            return values_[std::ptrdiff_t{std::clamp(r, 0, rows_ - 1)} * columns_ +
                           std::clamp(c, 0, columns_ - 1)];
        };
        const float nearest =
            at(static_cast<int>(std::lround(column)), static_cast<int>(std::lround(row)));
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

    const float* values_;
    std::int32_t columns_;
    std::int32_t rows_;
};

/// Values to premultiplied colours.
class Colours {
  public:
    Colours(const Palette& palette, double opacity)
        : table_(palette.lookup_table(lookup_entries)),
          first_(static_cast<float>(palette.entries().front().value)) {
        const auto span = static_cast<float>(palette.entries().back().value) - first_;
        step_ = span > 0.0F ? static_cast<float>(lookup_entries - 1) / span : 0.0F;
        for (QRgb& colour : table_) {
            colour = faded(colour, opacity);
        }
    }

    [[nodiscard]] QRgb operator()(float value) const noexcept {
        constexpr auto last_index = static_cast<float>(lookup_entries - 1);
        return table_[static_cast<std::size_t>(
            std::clamp((value - first_) * step_ + 0.5F, 0.0F, last_index))];
    }

    [[nodiscard]] static QRgb faded(QRgb premultiplied, double opacity) {
        const auto part = [&](int channel) {
            return static_cast<int>(std::lround(channel * opacity));
        };
        return qRgba(part(qRed(premultiplied)), part(qGreen(premultiplied)),
                     part(qBlue(premultiplied)), part(qAlpha(premultiplied)));
    }

  private:
    std::vector<QRgb> table_;
    float first_;
    float step_;
};

/// Premultiplied source over destination.
inline QRgb over(QRgb above, QRgb below) noexcept {
    const auto alpha = static_cast<unsigned>(qAlpha(above));
    if (alpha == 255U) {
        return above;
    }
    if (alpha == 0U) {
        return below;
    }
    // Two channels at a time; x / 255 rounded is (x + 128 + (x + 128) / 256) / 256.
    const unsigned rest = 255U - alpha;
    const auto scaled = [rest](unsigned pair) {
        const unsigned product = pair * rest + 0x00800080U;
        return ((product + ((product >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
    };
    return above + scaled(below & 0x00FF00FFU) + (scaled((below >> 8U) & 0x00FF00FFU) << 8U);
}

/// Lines of equal value: how much of a pixel they cover.
class Contours {
  public:
    Contours(const RasterLayer& layer, const PixelToGrid& to_grid, double scale,
             const ChartStyle& style)
        : levels_(layer.contours), to_grid_(to_grid),
          half_width_px_(static_cast<float>(0.5 * contour_px * scale)),
          colour_(qPremultiply(style.contour.rgba())) {}

    [[nodiscard]] bool none() const noexcept { return levels_.empty(); }

    [[nodiscard]] QRgb at(const Slope& slope) const {
        const auto dx = slope.per_column * static_cast<float>(to_grid_.column_dx) +
                        slope.per_row * static_cast<float>(to_grid_.row_dx);
        const auto dy = slope.per_column * static_cast<float>(to_grid_.column_dy) +
                        slope.per_row * static_cast<float>(to_grid_.row_dy);
        const float steepness = std::sqrt(dx * dx + dy * dy);
        if (!(steepness > 0.0F)) {
            return 0U;
        }
        float cover = 0.0F;
        for (const float level : levels_) {
            const float away_px = std::abs(slope.value - level) / steepness;
            cover = std::max(cover, half_width_px_ + 0.5F - away_px);
        }
        return cover > 0.0F ? Colours::faded(colour_, std::min(1.0, static_cast<double>(cover)))
                            : 0U;
    }

  private:
    const std::vector<float>& levels_;
    const PixelToGrid& to_grid_;
    float half_width_px_;
    QRgb colour_;
};

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

bool paint_raster_over(QImage& image, const RasterLayer& layer, const Viewport& view, double scale,
                       const ChartStyle& style, const std::stop_token& stop) {
    FAIRLEAD_EXPECTS(layer.palette != nullptr && layer.raster != nullptr);
    FAIRLEAD_EXPECTS(layer.raster->values.size() == layer.raster->grid.cell_count());
    const int width = image.width();
    const int height = image.height();
    const Sampler sample(*layer.raster);
    const Colours colours(*layer.palette, layer.opacity);
    const PixelToGrid to_grid = pixel_to_grid(layer.raster->grid, view, scale);
    const Contours contours(layer, to_grid, scale, style);
    // The hatch runs along lines of equal x + y.
    std::vector<QRgb> gap(static_cast<std::size_t>(width + height), 0U);
    for (int i = 0; i < width + height && layer.hatch_gaps; ++i) {
        gap[static_cast<std::size_t>(i)] =
            Colours::faded(no_data_pixel(i, 0, scale, style), layer.opacity);
    }
    for (int y = 0; y < height; ++y) {
        if (stop.stop_requested()) {
            return false;
        }
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const QRgb* gap_line = gap.data() + y;
        const double column0 = to_grid.column0 + y * to_grid.column_dy;
        const double row0 = to_grid.row0 + y * to_grid.row_dy;
        for (int x = 0; x < width; ++x) {
            const double column = column0 + x * to_grid.column_dx;
            const double row = row0 + x * to_grid.row_dx;
            const float value = sample(column, row);
            line[x] = over(std::isnan(value) ? gap_line[x] : colours(value), line[x]);
            if (!contours.none()) {
                line[x] = over(contours.at(sample.slope(column, row)), line[x]);
            }
        }
    }
    return true;
}

QImage paint_raster(const RasterLayer& layer, const Viewport& view, double scale,
                    const ChartStyle& style) {
    QImage image(static_cast<int>(std::lround(view.size().width * scale)),
                 static_cast<int>(std::lround(view.size().height * scale)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    paint_raster_over(image, layer, view, scale, style);
    return image;
}

} // namespace fairlead::chart
