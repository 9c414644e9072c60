// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/raster_painter.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <future>
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

    /// Bilinear with its slope; NaN where one of the four cells is not usable.
    /// @param c0,r0 the upper left one of four cells. @param right,down shares of the others
    [[nodiscard]] Slope within(std::ptrdiff_t c0, std::ptrdiff_t r0, float right,
                               float down) const noexcept {
        const float* upper = values_ + r0 * columns_ + c0;
        const float* lower = upper + columns_;
        const float above = upper[1] - upper[0];
        const float below = lower[1] - lower[0];
        const float top = upper[0] + right * above;
        const float bottom = lower[0] + right * below;
        return {top + down * (bottom - top), above + down * (below - above), bottom - top};
    }

    /// Bilinear over the usable ones of the four cells around; NaN if the nearest is not usable.
    /// Anywhere: near gaps, at the rim and outside.
    [[nodiscard]] float anywhere(double column, double row) const noexcept {
        if (!(column >= -0.5 && row >= -0.5 && column < columns_ - 0.5 && row < rows_ - 0.5)) {
            return std::numeric_limits<float>::quiet_NaN();
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

  private:
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

/// Grid coordinates in 32 binary places: the whole part is the cell, the rest the share of the
/// next one. Along a row of pixels they grow by the same amount each.
std::int64_t fixed(double coordinate) noexcept {
    return static_cast<std::int64_t>(std::ldexp(coordinate, 32));
}
float share(std::int64_t coordinate) noexcept {
    return static_cast<float>(static_cast<std::uint32_t>(coordinate) >> 8U) * 0x1p-24F;
}

/// One layer, a row of pixels at a time.
class RowPainter {
  public:
    RowPainter(const RasterLayer& layer, const Viewport& view, double scale,
               const ChartStyle& style, PixelSize size)
        : grid_(layer.raster->grid), width_(size.width),
          to_grid_(pixel_to_grid(grid_, view, scale)), sample_(*layer.raster),
          colours_(*layer.palette, layer.opacity), contours_(layer, to_grid_, scale, style),
          gap_(static_cast<std::size_t>(size.width + size.height), 0U) {
        // The hatch runs along lines of equal x + y.
        for (int i = 0; i < size.width + size.height && layer.hatch_gaps; ++i) {
            gap_[static_cast<std::size_t>(i)] =
                Colours::faded(no_data_pixel(i, 0, scale, style), layer.opacity);
        }
    }

    void paint(QRgb* line, int y) const {
        if (contours_.none()) {
            paint_line<false>(line, y);
        } else {
            paint_line<true>(line, y);
        }
    }

  private:
    /// The pixels of a row that lie between four cells: [from, to).
    struct Span {
        int from;
        int to;
    };
    [[nodiscard]] Span between_cells(double column, double row) const {
        double from = 0.0;
        double to = width_;
        const auto cut = [&](double start, double per_pixel, double last) {
            // 0 <= start + x per_pixel < last, with a little room for rounding.
            constexpr double room = 1e-3;
            const bool has_inside = last > 2.0 * room; // not so in a grid one cell wide
            if (per_pixel == 0.0 || !has_inside) {
                to = has_inside && start >= room && start < last - room ? to : from;
                return;
            }
            const double one = (room - start) / per_pixel;
            const double other = (last - room - start) / per_pixel;
            from = std::max(from, std::min(one, other));
            to = std::min(to, std::max(one, other));
        };
        cut(column, to_grid_.column_dx, grid_.columns - 1.0);
        cut(row, to_grid_.row_dx, grid_.rows - 1.0);
        const int first = static_cast<int>(std::ceil(std::min(from, double(width_))));
        return {first, std::max(first, static_cast<int>(std::floor(to)))};
    }

    template <bool with_contours>
    void paint_line(QRgb* line, int y) const {
        const double column = to_grid_.column0 + y * to_grid_.column_dy;
        const double row = to_grid_.row0 + y * to_grid_.row_dy;
        const QRgb* gap = gap_.data() + y;
        const auto paint_at = [&](int x, float value) {
            line[x] = over(std::isnan(value) ? gap[x] : colours_(value), line[x]);
        };
        const auto slowly = [&](int x) {
            paint_at(x,
                     sample_.anywhere(column + x * to_grid_.column_dx, row + x * to_grid_.row_dx));
        };
        const Span inner = between_cells(column, row);
        for (int x = 0; x < inner.from; ++x) {
            slowly(x);
        }
        std::int64_t c = fixed(column + inner.from * to_grid_.column_dx);
        std::int64_t r = fixed(row + inner.from * to_grid_.row_dx);
        const std::int64_t dc = fixed(to_grid_.column_dx);
        const std::int64_t dr = fixed(to_grid_.row_dx);
        for (int x = inner.from; x < inner.to; ++x, c += dc, r += dr) {
            const Slope slope = sample_.within(c >> 32, r >> 32, share(c), share(r));
            if (std::isnan(slope.value)) {
                slowly(x);
                continue;
            }
            line[x] = over(colours_(slope.value), line[x]);
            if constexpr (with_contours) {
                line[x] = over(contours_.at(slope), line[x]);
            }
        }
        for (int x = inner.to; x < width_; ++x) {
            slowly(x);
        }
    }

    const geo::GridGeometry& grid_;
    int width_;
    PixelToGrid to_grid_;
    Sampler sample_;
    Colours colours_;
    Contours contours_;
    std::vector<QRgb> gap_;
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
    const RowPainter painter(layer, view, scale, style, {image.width(), image.height()});
    image.detach();
    // Each half of the rows by its own thread; lines of pixels are independent.
    uchar* const bits = image.bits();
    const qsizetype stride = image.bytesPerLine();
    const auto paint = [&](int from, int to) {
        for (int y = from; y < to; ++y) {
            if (stop.stop_requested()) {
                return false;
            }
            painter.paint(reinterpret_cast<QRgb*>(bits + y * stride), y);
        }
        return true;
    };
    const int middle = image.height() / 2;
    auto lower = std::async(std::launch::async, paint, middle, image.height());
    const bool upper_done = paint(0, middle);
    return lower.get() && upper_done;
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
