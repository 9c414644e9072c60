// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/raster_source.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::chart {

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

} // namespace

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

TimedRaster::TimedRaster(const geo::GridGeometry& grid, ByteScale scale, std::vector<Slice> slices,
                         std::vector<Instant> data_times)
    : grid_(grid), scale_(scale), slices_(std::move(slices)), data_times_(std::move(data_times)) {
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

std::shared_ptr<const Raster> TimedRaster::at(Instant time) const {
    auto raster = std::make_shared<Raster>();
    raster->grid = grid_;
    raster->values.resize(grid_.cell_count());
    const auto [before, after, later] = between_slices(time);
    const bool earlier_is_nearer = later <= 0.5F;
    const std::uint8_t* one = before->data();
    const std::uint8_t* other = after->data();
    // Without branches, so that the compiler can take many cells at a time.
    float* values = raster->values.data();
    const float zero = scale_.first - scale_.step;
    for (std::size_t i = 0; i < raster->values.size(); ++i) {
        const auto a = static_cast<float>(one[i]);
        const auto b = static_cast<float>(other[i]);
        const float nearer = earlier_is_nearer ? a : b;
        const float code = one[i] != 0 && other[i] != 0 ? a + later * (b - a) : nearer;
        values[i] = code > 0.0F ? zero + code * scale_.step : nothing;
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
