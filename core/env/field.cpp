// SPDX-License-Identifier: Apache-2.0
#include "core/env/field.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairlead::env {
namespace {

/// Directions as the angle of a mean vector, in [0, 360).
class DirectionMean {
  public:
    void add(double direction_deg, double weight) noexcept {
        const double angle = direction_deg * std::numbers::pi / 180.0;
        east_ += weight * std::sin(angle);
        north_ += weight * std::cos(angle);
    }
    [[nodiscard]] double degrees() const noexcept {
        const double angle = std::atan2(east_, north_) * 180.0 / std::numbers::pi;
        return angle < 0.0 ? angle + 360.0 : angle;
    }
    /// Opposite directions have no mean.
    [[nodiscard]] bool is_defined() const noexcept { return std::hypot(east_, north_) > 1e-6; }

  private:
    double east_ = 0.0;
    double north_ = 0.0;
};

std::size_t heaviest(const Stencil& stencil) noexcept {
    std::size_t best = 0;
    for (std::size_t k = 1; k < 4; ++k) {
        if (stencil.weight[k] > stencil.weight[best]) {
            best = k;
        }
    }
    return best;
}

} // namespace

Interpolation interpolation_of(Variable variable) noexcept {
    return variable == Variable::mean_wave_direction ? Interpolation::circular
                                                     : Interpolation::linear;
}

Field::Field(Variable variable, std::shared_ptr<const HorizontalGrid> grid,
             std::vector<SliceInfo> slices, Loader loader, StepLimits steps)
    : variable_(variable), grid_(std::move(grid)), slices_(std::move(slices)),
      loader_(std::move(loader)), steps_(steps), loaded_(slices_.size()), ready_(slices_.size()) {
    FAIRLEAD_EXPECTS(grid_ != nullptr && loader_ && !slices_.empty());
    for (std::size_t i = 0; i < slices_.size(); ++i) {
        FAIRLEAD_EXPECTS(i == 0 || slices_[i - 1].time < slices_[i].time);
        times_s_.push_back(unix_seconds(slices_[i].time));
    }
}

const FieldSlice& Field::slice(std::size_t index) const {
    FAIRLEAD_EXPECTS(index < slices_.size());
    if (const auto* ready = ready_[index].load(std::memory_order_acquire)) {
        return *ready;
    }
    const std::scoped_lock lock(loading_);
    if (!loaded_[index]) {
        auto slice = std::make_unique<FieldSlice>(loader_(index));
        const auto nodes = std::size_t{grid_->rows()} * grid_->columns();
        FAIRLEAD_EXPECTS(slice->value.size() == nodes && slice->quality.size() == nodes);
        loaded_[index] = std::move(slice);
        ready_[index].store(loaded_[index].get(), std::memory_order_release);
    }
    return *loaded_[index];
}

FieldSlice Field::read(std::size_t index) const {
    FAIRLEAD_EXPECTS(index < slices_.size());
    const std::scoped_lock lock(loading_);
    return loaded_[index] ? *loaded_[index] : loader_(index);
}

Sample Field::interpolate(const FieldSlice& slice, const Stencil& stencil,
                          Interpolation how) noexcept {
    const auto leading = slice.quality[stencil.node[heaviest(stencil)]];
    if (!usable(leading)) {
        return Sample::none(leading);
    }
    double sum = 0.0;
    double weights = 0.0;
    DirectionMean direction;
    auto quality = Quality::ok;
    for (std::size_t k = 0; k < 4; ++k) {
        const auto weight = static_cast<double>(stencil.weight[k]);
        const auto node = stencil.node[k];
        if (!(weight > 0.0) || !usable(slice.quality[node])) {
            continue;
        }
        const auto value = static_cast<double>(slice.value[node]);
        quality = std::max(quality, slice.quality[node]);
        weights += weight;
        if (how == Interpolation::linear) {
            sum += weight * value;
        } else {
            direction.add(value, weight);
        }
    }
    if (how == Interpolation::linear) {
        return {sum / weights, quality};
    }
    return direction.is_defined() ? Sample{direction.degrees(), quality}
                                  : Sample::none(Quality::missing);
}

Field::TimeStencil Field::locate(double time_s) const noexcept {
    if (static_) {
        return {};
    }
    TimeStencil where;
    if (!(time_s >= unix_seconds(valid_from()) && time_s <= unix_seconds(valid_until()))) {
        where.outside = true;
        return where;
    }
    const auto next = std::upper_bound(times_s_.begin(), times_s_.end(), time_s);
    where.after = static_cast<std::size_t>(next - times_s_.begin());
    if (where.after == 0) {
        return where;
    }
    where.before = where.after - 1;
    if (next == times_s_.end() || time_s == times_s_[where.before]) {
        where.after = where.before;
        return where;
    }
    const double step_s = times_s_[where.after] - times_s_[where.before];
    if (step_s <= steps_.bridged.in_seconds()) {
        where.weight_after = (time_s - times_s_[where.before]) / step_s;
        where.in_gap = step_s > steps_.longest.in_seconds();
    } else if (time_s <= unix_seconds(slices_[where.before].valid_until)) {
        where.after = where.before;
    } else if (time_s >= unix_seconds(slices_[where.after].valid_from)) {
        where.before = where.after;
    } else {
        where.outside = true;
    }
    return where;
}

Sample Field::blend(const Sample& before, const Sample& after, double weight_after,
                    Interpolation how) noexcept {
    if (before.is_usable() != after.is_usable()) {
        const auto& nearer = weight_after < 0.5 ? before : after;
        return nearer.is_usable() ? Sample{nearer.value, std::max(nearer.quality, Quality::gap)}
                                  : nearer;
    }
    if (!before.is_usable()) {
        return weight_after < 0.5 ? before : after;
    }
    const auto quality = std::max(before.quality, after.quality);
    if (how == Interpolation::linear) {
        return {before.value + weight_after * (after.value - before.value), quality};
    }
    DirectionMean direction;
    direction.add(before.value, 1.0 - weight_after);
    direction.add(after.value, weight_after);
    return direction.is_defined() ? Sample{direction.degrees(), quality}
                                  : Sample::none(Quality::missing);
}

Sample Field::sample(const Stencil& stencil, double time_s) const {
    const auto where = locate(time_s);
    if (where.outside) {
        return Sample::none(Quality::outside_time);
    }
    const auto how = interpolation_of(variable_);
    auto found = interpolate(slice(where.before), stencil, how);
    if (where.after != where.before) {
        found =
            blend(found, interpolate(slice(where.after), stencil, how), where.weight_after, how);
    }
    if (where.in_gap && found.is_usable()) {
        found.quality = std::max(found.quality, Quality::gap);
    }
    return found;
}

Sample Field::sample(const geo::Position& place, Instant time) const {
    Stencil stencil;
    unsigned char inside = 0;
    grid_->locate(std::span(&place, 1), std::span(&stencil, 1), std::span(&inside, 1));
    return inside == 0 ? Sample::none(Quality::outside_area) : sample(stencil, unix_seconds(time));
}

std::shared_ptr<Field> Field::make_static(Variable variable,
                                          std::shared_ptr<const HorizontalGrid> grid,
                                          std::string file, Loader loader) {
    const auto always = Duration::hours(0.0);
    auto field = std::make_shared<Field>(
        variable, std::move(grid),
        std::vector{SliceInfo{Instant{}, Instant::min(), Instant::max(), std::move(file)}},
        std::move(loader), StepLimits{always, always});
    field->static_ = true;
    return field;
}

} // namespace fairlead::env
