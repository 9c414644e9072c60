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

/// Four neighbouring pixels at once.
using Reals [[gnu::vector_size(16)]] = float;
using Wholes [[gnu::vector_size(16)]] = std::int32_t;
constexpr int lanes = 4;

Wholes floor_of(Reals values) noexcept {
    const auto cut = __builtin_convertvector(values, Wholes);
    return cut + (__builtin_convertvector(cut, Reals) > values); // true is -1
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

    /// The four cells around a place, the upper left one first.
    struct Four {
        float upper_left, upper_right, lower_left, lower_right;
    };
    /// @param c0,r0 the upper left one. @pre all four are in the grid
    [[nodiscard]] Four four(std::ptrdiff_t c0, std::ptrdiff_t r0) const noexcept {
        const float* upper = values_ + r0 * columns_ + c0;
        const float* lower = upper + columns_;
        return {upper[0], upper[1], lower[0], lower[1]};
    }

    /// Bilinear with its slope; NaN where one of the four cells is not usable.
    /// @param right,down shares of the others than the upper left one
    [[nodiscard]] static Slope between(const Four& cells, float right, float down) noexcept {
        const float above = cells.upper_right - cells.upper_left;
        const float below = cells.lower_right - cells.lower_left;
        const float top = cells.upper_left + right * above;
        const float bottom = cells.lower_left + right * below;
        return {top + down * (bottom - top), above + down * (below - above), bottom - top};
    }

    /// Bilinear without slopes, for four pixels.
    /// @param columns,rows from the cell (c0, r0). @pre the cells around each are in the grid
    [[nodiscard]] Reals between(std::ptrdiff_t c0, std::ptrdiff_t r0, Reals columns,
                                Reals rows) const noexcept {
        const Wholes column = floor_of(columns);
        const Wholes row = floor_of(rows);
        const Reals right = columns - __builtin_convertvector(column, Reals);
        const Reals down = rows - __builtin_convertvector(row, Reals);
        const float* origin = values_ + r0 * columns_ + c0;
        Reals upper_left{};
        Reals upper_right{};
        Reals lower_left{};
        Reals lower_right{};
        // Along a line of pixels columns and rows only grow or only shrink.
        const bool is_one_place = column[0] == column[lanes - 1] && row[0] == row[lanes - 1];
        if (is_one_place) {
            const Four cells = four(c0 + column[0], r0 + row[0]);
            upper_left += cells.upper_left;
            upper_right += cells.upper_right;
            lower_left += cells.lower_left;
            lower_right += cells.lower_right;
        }
        for (int i = 0; i < lanes && !is_one_place; ++i) {
            const float* upper = origin + std::ptrdiff_t{row[i]} * columns_ + column[i];
            const float* lower = upper + columns_;
            upper_left[i] = upper[0];
            upper_right[i] = upper[1];
            lower_left[i] = lower[0];
            lower_right[i] = lower[1];
        }
        const Reals top = upper_left + right * (upper_right - upper_left);
        const Reals bottom = lower_left + right * (lower_right - lower_left);
        return top + down * (bottom - top);
    }

    /// Bilinear over the usable ones of the four; NaN if the nearest is not usable.
    [[nodiscard]] static float of_usable(const Four& cells, float right, float down) noexcept {
        const bool is_lower = down >= 0.5F;
        const float nearest = right >= 0.5F ? (is_lower ? cells.lower_right : cells.upper_right)
                                            : (is_lower ? cells.lower_left : cells.upper_left);
        if (std::isnan(nearest)) {
            return nearest;
        }
        float sum = 0.0F;
        float weights = 0.0F;
        const auto add = [&](float value, float weight) {
            const bool is_usable = !std::isnan(value);
            sum += is_usable ? weight * value : 0.0F;
            weights += is_usable ? weight : 0.0F;
        };
        add(cells.upper_left, (1.0F - right) * (1.0F - down));
        add(cells.upper_right, right * (1.0F - down));
        add(cells.lower_left, (1.0F - right) * down);
        add(cells.lower_right, right * down);
        return sum / weights; // the nearest cell is usable, so weights is at least a quarter
    }

    /// As of_usable(), anywhere: at the rim and outside, too, where there is nothing.
    [[nodiscard]] float anywhere(double column, double row) const noexcept {
        if (!(column >= -0.5 && row >= -0.5 && column < columns_ - 0.5 && row < rows_ - 0.5)) {
            return std::numeric_limits<float>::quiet_NaN();
        }
        const auto at = [&](int c, int r) {
            return values_[std::ptrdiff_t{std::clamp(r, 0, rows_ - 1)} * columns_ +
                           std::clamp(c, 0, columns_ - 1)];
        };
        const int c0 = static_cast<int>(std::floor(column));
        const int r0 = static_cast<int>(std::floor(row));
        return of_usable({at(c0, r0), at(c0 + 1, r0), at(c0, r0 + 1), at(c0 + 1, r0 + 1)},
                         static_cast<float>(column - c0), static_cast<float>(row - r0));
    }

  private:
    const float* values_;
    std::int32_t columns_;
    std::int32_t rows_;
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
        // In this order what is not a number becomes 0.
        const float place = std::min(std::max(0.0F, (value - first_) * step_ + 0.5F), last_index);
        return table_[static_cast<std::size_t>(static_cast<std::int32_t>(place))];
    }

    /// @param values numbers, not NaN
    void paint_four(QRgb* line, Reals values) const noexcept {
        constexpr auto last_index = static_cast<float>(lookup_entries - 1);
        Reals place = (values - first_) * step_ + 0.5F;
        place = place > 0.0F ? place : Reals{};
        place = place > last_index ? Reals{} + last_index : place;
        const auto index = __builtin_convertvector(place, Wholes);
        for (int i = 0; i < lanes; ++i) {
            line[i] = over(table_[static_cast<std::size_t>(index[i])], line[i]);
        }
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
          hatches_(layer.hatch_gaps), gap_(static_cast<std::size_t>(size.width + size.height), 0U) {
        // The hatch runs along lines of equal x + y.
        for (int i = 0; i < size.width + size.height && hatches_; ++i) {
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
    /// Pixels of a row: [from, to).
    struct Span {
        int from;
        int to;
    };
    /// Those whose grid coordinates lie from `low` to as far on the other side of the last cell.
    [[nodiscard]] Span pixels_within(double column, double row, double low) const {
        double from = 0.0;
        double to = width_;
        const auto cut = [&](double start, double per_pixel, double cells) {
            // low <= start + x per_pixel < high, with a little room for rounding.
            constexpr double room = 1e-3;
            const double high = cells - 1.0 - low;
            const bool has_inside = high - low > 2.0 * room; // not so in a grid one cell wide
            if (per_pixel == 0.0 || !has_inside) {
                to = has_inside && start >= low + room && start < high - room ? to : from;
                return;
            }
            const double one = (low + room - start) / per_pixel;
            const double other = (high - room - start) / per_pixel;
            from = std::max(from, std::min(one, other));
            to = std::min(to, std::max(one, other));
        };
        cut(column, to_grid_.column_dx, grid_.columns);
        cut(row, to_grid_.row_dx, grid_.rows);
        const int first = static_cast<int>(std::ceil(std::min(from, double(width_))));
        return {first, std::max(first, static_cast<int>(std::ceil(std::max(to, 0.0))))};
    }

    void fill_gap(QRgb* line, int y, int from, int to) const {
        const QRgb* gap = gap_.data() + y;
        for (int x = from; x < to && hatches_; ++x) {
            line[x] = over(gap[x], line[x]);
        }
    }

    template <bool with_contours>
    void paint_line(QRgb* line, int y) const {
        const double column = to_grid_.column0 + y * to_grid_.column_dy;
        const double row = to_grid_.row0 + y * to_grid_.row_dy;
        const QRgb* gap = gap_.data() + y;
        const auto paint_at = [&](int x, float value) {
            line[x] = over(std::isnan(value) ? gap[x] : colours_(value), line[x]);
        };
        const auto slowly = [&](int from, int to) {
            for (int x = from; x < to; ++x) {
                paint_at(x, sample_.anywhere(column + x * to_grid_.column_dx,
                                             row + x * to_grid_.row_dx));
            }
        };
        // Far outside there is nothing to look up; at the rim it is looked up with care.
        constexpr double rim = 1.0;
        const Span near = pixels_within(column, row, -rim);
        const Span inner = pixels_within(column, row, 0.0);
        const int from = std::clamp(inner.from, near.from, near.to);
        const int to = std::clamp(inner.to, from, near.to);
        fill_gap(line, y, 0, near.from);
        slowly(near.from, from);
        const bool any = from < to; // else the coordinates may be beyond what fits
        std::int64_t c = any ? fixed(column + from * to_grid_.column_dx) : 0;
        std::int64_t r = any ? fixed(row + from * to_grid_.row_dx) : 0;
        const std::int64_t dc = any ? fixed(to_grid_.column_dx) : 0;
        const std::int64_t dr = any ? fixed(to_grid_.row_dx) : 0;
        const auto one = [&](int x) {
            const Sampler::Four cells = sample_.four(c >> 32, r >> 32);
            const float right = share(std::exchange(c, c + dc));
            const float down = share(std::exchange(r, r + dr));
            const Slope slope = Sampler::between(cells, right, down);
            if (std::isnan(slope.value)) {
                paint_at(x, Sampler::of_usable(cells, right, down));
                return;
            }
            line[x] = over(colours_(slope.value), line[x]);
            if constexpr (with_contours) {
                line[x] = over(contours_.at(slope), line[x]);
            }
        };
        int x = from;
        if constexpr (!with_contours) {
            constexpr Reals steps{0.0F, 1.0F, 2.0F, 3.0F};
            const Reals columns_on = steps * static_cast<float>(to_grid_.column_dx);
            const Reals rows_on = steps * static_cast<float>(to_grid_.row_dx);
            // Beyond this, floats are too coarse to tell the cells of four pixels apart.
            constexpr double most_cells = 256.0;
            const bool is_fine =
                std::abs(to_grid_.column_dx) < most_cells && std::abs(to_grid_.row_dx) < most_cells;
            while (is_fine && x + lanes <= to) {
                const Reals values =
                    sample_.between(c >> 32, r >> 32, share(c) + columns_on, share(r) + rows_on);
                if (std::isnan(values[0] + values[1] + values[2] + values[3])) {
                    for (int i = 0; i < lanes; ++i) {
                        one(x++);
                    }
                    continue;
                }
                colours_.paint_four(line + x, values);
                x += lanes;
                c += lanes * dc;
                r += lanes * dr;
            }
        }
        while (x < to) {
            one(x++);
        }
        slowly(to, near.to);
        fill_gap(line, y, near.to, width_);
    }

    const geo::GridGeometry& grid_;
    int width_;
    PixelToGrid to_grid_;
    Sampler sample_;
    Colours colours_;
    Contours contours_;
    bool hatches_;
    std::vector<QRgb> gap_; ///< by x + y
};

} // namespace

QImage blank_image(const Viewport& view, double scale, const QColor& fill) {
    QImage image(static_cast<int>(std::lround(view.size().width * scale)),
                 static_cast<int>(std::lround(view.size().height * scale)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(fill);
    return image;
}

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
    QImage image = blank_image(view, scale, Qt::transparent);
    paint_raster_over(image, layer, view, scale, style);
    return image;
}

} // namespace fairlead::chart
