// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/raster_source.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::chart {

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
/// Cells beyond a box that its pixels are interpolated from.
constexpr double neighbours = 2.0;

/// Whole cells from `first` on, along one side of a grid.
struct Stretch {
    std::int32_t first;
    std::int32_t count;
};

/// @param from,to in cells from the grid's edge; may be infinite. Never empty.
Stretch stretch_of(double from, double to, std::int32_t cells) {
    const auto last = static_cast<double>(cells - 1);
    const auto first = static_cast<std::int32_t>(std::clamp(from - neighbours, 0.0, last));
    const auto end = static_cast<std::int32_t>(std::clamp(to + neighbours, 0.0, last));
    return {first, std::max(first, end) - first + 1};
}

} // namespace

PlaneBox box_of(const Viewport& view) noexcept {
    const double width = view.size().width;
    const double height = view.size().height;
    const geo::PlanePoint corner = view.to_plane({0.0, 0.0});
    PlaneBox box{corner.x_m, corner.y_m, corner.x_m, corner.y_m};
    for (const PixelPoint pixel :
         {PixelPoint{width, 0.0}, PixelPoint{0.0, height}, PixelPoint{width, height}}) {
        const geo::PlanePoint point = view.to_plane(pixel);
        box.left_m = std::min(box.left_m, point.x_m);
        box.right_m = std::max(box.right_m, point.x_m);
        box.bottom_m = std::min(box.bottom_m, point.y_m);
        box.top_m = std::max(box.top_m, point.y_m);
    }
    return box;
}

std::uint8_t ByteScale::code(float value) const noexcept {
    if (std::isnan(value)) {
        return 0;
    }
    const float place = std::clamp((value - first) / step, 0.0F, static_cast<float>(values - 1));
    return static_cast<std::uint8_t>(std::lround(place) + 1);
}

ByteScale byte_scale(env::Variable variable) noexcept {
    switch (variable) {
    case env::Variable::sea_ice_concentration:
        return {0.0F, 0.005F};
    case env::Variable::sea_ice_thickness:
        return {0.0F, 0.02F};
    case env::Variable::significant_wave_height:
        return {0.0F, 0.08F};
    case env::Variable::mean_wave_period:
    case env::Variable::attainable_speed:
        return {0.0F, 0.1F};
    case env::Variable::eastward_wind:
    case env::Variable::northward_wind:
        return {-50.8F, 0.4F};
    case env::Variable::eastward_current:
    case env::Variable::northward_current:
        return {-2.54F, 0.02F};
    case env::Variable::air_temperature:
        return {200.0F, 0.5F};
    case env::Variable::mean_wave_direction:
    case env::Variable::sea_floor_depth:
        break;
    }
    return {0.0F, 25.0F};
}

std::shared_ptr<const RasterSource> unknown_everywhere(std::vector<Unread> unread) {
    auto raster = std::make_shared<Raster>();
    raster->grid = {0.0, 0.0, 1.0, 1, 1};
    raster->values = {nothing};
    return std::make_shared<StillRaster>(std::move(raster), std::move(unread));
}

TimedRaster::TimedRaster(const geo::GridGeometry& grid, ByteScale scale, std::vector<Slice> slices,
                         std::vector<Instant> data_times, std::vector<Unread> unread)
    : grid_(grid), scale_(scale), slices_(std::move(slices)), data_times_(std::move(data_times)),
      unread_(std::move(unread)) {
    FAIRLEAD_EXPECTS(!slices_.empty());
    for (const Slice& slice : slices_) {
        FAIRLEAD_EXPECTS(slice.codes != nullptr && slice.codes->size() == grid_.cell_count());
    }
}

TimedRaster::Between TimedRaster::between_slices(Instant time) const noexcept {
    const auto after = std::upper_bound(slices_.begin(), slices_.end(), time,
                                        [](Instant t, const Slice& s) { return t < s.time; });
    if (after == slices_.begin()) {
        return {after->codes.get(), after->codes.get(), 0.0F};
    }
    const auto before = after - 1;
    if (after == slices_.end() || before->time == time) {
        return {before->codes.get(), before->codes.get(), 0.0F};
    }
    const double share = between(before->time, time) / between(before->time, after->time);
    return {before->codes.get(), after->codes.get(), static_cast<float>(share)};
}

std::shared_ptr<const Raster> TimedRaster::within(Instant time, const PlaneBox& seen) const {
    const Stretch across = stretch_of((seen.left_m - grid_.left_m) / grid_.cell_m,
                                      (seen.right_m - grid_.left_m) / grid_.cell_m, grid_.columns);
    const Stretch down = stretch_of((grid_.top_m - seen.top_m) / grid_.cell_m,
                                    (grid_.top_m - seen.bottom_m) / grid_.cell_m, grid_.rows);
    auto raster = std::make_shared<Raster>();
    raster->grid = {grid_.left_m + across.first * grid_.cell_m,
                    grid_.top_m - down.first * grid_.cell_m, grid_.cell_m, across.count,
                    down.count};
    raster->values.resize(raster->grid.cell_count());
    const auto [before, after, later] = between_slices(time);
    const bool earlier_is_nearer = later <= 0.5F;
    const float zero = scale_.first - scale_.step;
    const auto columns = static_cast<std::size_t>(across.count);
    for (std::int32_t row = 0; row < down.count; ++row) {
        const std::ptrdiff_t start =
            std::ptrdiff_t{down.first + row} * grid_.columns + across.first;
        const std::uint8_t* one = before->data() + start;
        const std::uint8_t* other = after->data() + start;
        float* values = raster->values.data() + static_cast<std::size_t>(row) * columns;
        // Without branches, so that the compiler can take many cells at a time.
        for (std::size_t i = 0; i < columns; ++i) {
            const auto a = static_cast<float>(one[i]);
            const auto b = static_cast<float>(other[i]);
            const float nearer = earlier_is_nearer ? a : b;
            const float code = one[i] != 0 && other[i] != 0 ? a + later * (b - a) : nearer;
            values[i] = code > 0.0F ? zero + code * scale_.step : nothing;
        }
    }
    return raster;
}

std::optional<Instant> TimedRaster::newest_data(Instant time) const {
    const auto after = std::upper_bound(data_times_.begin(), data_times_.end(), time);
    return after == data_times_.begin() ? std::nullopt : std::optional(*(after - 1));
}

std::size_t TimedRaster::bytes() const noexcept {
    // Slices that stay the same over an interval are shared by its ends.
    std::size_t count = 0;
    for (std::size_t i = 0; i < slices_.size(); ++i) {
        count += i > 0 && slices_[i].codes == slices_[i - 1].codes ? 0U : 1U;
    }
    return count * grid_.cell_count();
}

} // namespace fairlead::chart
