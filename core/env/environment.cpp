// SPDX-License-Identifier: Apache-2.0
#include "core/env/environment.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::env {
namespace {

/// Mean length of a year of the Gregorian calendar.
constexpr double year_s = 365.2425 * 86400.0;

} // namespace

double climatology_time_s(const Field& climatology, double time_s) noexcept {
    if (climatology.is_static()) {
        return time_s;
    }
    const double years = std::ceil((unix_seconds(climatology.valid_from()) - time_s) / year_s);
    return time_s + years * year_s;
}

void Environment::add(Layer layer) {
    FAIRLEAD_EXPECTS((layer.field != nullptr) != layer.constant.has_value());
    FAIRLEAD_EXPECTS(layer.field == nullptr || layer.field->variable() == layer.variable);
    FAIRLEAD_EXPECTS(layer.climatology == nullptr ||
                     layer.climatology->variable() == layer.variable);
    layers_[static_cast<std::size_t>(layer.variable)].push_back(std::move(layer));
}

const std::vector<Layer>& Environment::layers(Variable variable) const noexcept {
    return layers_[static_cast<std::size_t>(variable)];
}

namespace {

Sample sample_field(const Field& field, const geo::Position& place, double time_s) {
    Stencil stencil;
    unsigned char inside = 0;
    field.grid().locate(std::span(&place, 1), std::span(&stencil, 1), std::span(&inside, 1));
    return inside == 0 ? Sample::none(Quality::outside_area) : field.sample(stencil, time_s);
}

/// What the policy puts in the place of data that have ended.
Sample stand_in(const Layer& layer, BeyondData policy, const geo::Position& place, double time_s) {
    auto found = Sample::none(Quality::outside_time);
    if (policy == BeyondData::hold) {
        found = sample_field(*layer.field, place, unix_seconds(layer.field->valid_until()));
        found.quality = found.is_usable() ? Quality::held : found.quality;
    } else if (policy == BeyondData::climatology && layer.climatology) {
        found =
            sample_field(*layer.climatology, place, climatology_time_s(*layer.climatology, time_s));
        found.quality = found.is_usable() ? Quality::climatology : found.quality;
    }
    return found;
}

} // namespace

Sample Environment::sample(Variable variable, const geo::Position& place, double time_s) const {
    const auto& stack = layers(variable);
    auto answer = Sample::none(stack.empty() ? Quality::no_layer : Quality::outside_area);
    const auto consider = [&](const Sample& found) {
        if (found.is_usable() || answer.quality == Quality::outside_area) {
            answer = found;
        }
        return found.is_usable();
    };
    bool hole = false;
    const auto undated = [&](const Layer& layer) {
        return layer.constant ? Sample{*layer.constant, hole ? Quality::stood_in : Quality::assumed}
                              : sample_field(*layer.field, place, time_s);
    };
    bool other_time = false; // a dated layer holds the place, but not the time
    for (auto layer = stack.rbegin(); layer != stack.rend(); ++layer) {
        if (!layer->is_dated() && other_time) {
            continue;
        }
        const auto found =
            layer->is_dated() ? sample_field(*layer->field, place, time_s) : undated(*layer);
        if (consider(found)) {
            return answer;
        }
        hole = hole || is_hole(found.quality);
        other_time = other_time || found.quality == Quality::outside_time;
    }
    if (beyond_ == BeyondData::refuse || !other_time) {
        return answer;
    }
    hole = false;
    for (auto layer = stack.rbegin(); layer != stack.rend(); ++layer) {
        if (layer->has_ended(time_s)) {
            const auto found = stand_in(*layer, beyond_, place, time_s);
            if (found.is_usable()) {
                return found;
            }
            hole = hole || is_hole(found.quality);
        }
    }
    // The data that stand in have no value here, as they would not have had before their end.
    for (auto layer = stack.rbegin(); hole && layer != stack.rend(); ++layer) {
        if (!layer->is_dated() && consider(undated(*layer))) {
            return answer;
        }
    }
    return answer;
}

std::optional<Length> Environment::spacing(Variable variable, const geo::Position& place,
                                           double time_s) const {
    const auto& stack = layers(variable);
    for (auto layer = stack.rbegin(); layer != stack.rend(); ++layer) {
        if (layer->constant) {
            return std::nullopt;
        }
        if (sample_field(*layer->field, place, time_s).is_usable()) {
            return layer->field->grid().spacing();
        }
    }
    return std::nullopt;
}

Conditions Environment::conditions(const geo::Position& place, double time_s) const {
    const auto at = [&](Variable variable) { return sample(variable, place, time_s); };
    Conditions all;
    all.concentration = at(Variable::sea_ice_concentration);
    all.thickness = at(Variable::sea_ice_thickness);
    all.depth = at(Variable::sea_floor_depth);
    all.current_east = at(Variable::eastward_current);
    all.current_north = at(Variable::northward_current);
    all.wind_east = at(Variable::eastward_wind);
    all.wind_north = at(Variable::northward_wind);
    all.wave_height = at(Variable::significant_wave_height);
    all.air_temperature = at(Variable::air_temperature);
    all.attainable_speed = at(Variable::attainable_speed);
    return all;
}

std::optional<Instant> Environment::held_since(Variable variable, const geo::Position& place,
                                               double time_s) const {
    if (sample(variable, place, time_s).quality != Quality::held) {
        return std::nullopt;
    }
    const auto& stack = layers(variable);
    const auto layer = std::find_if(stack.rbegin(), stack.rend(), [&](const Layer& entry) {
        return entry.has_ended(time_s) && stand_in(entry, beyond_, place, time_s).is_usable();
    });
    return layer->field->valid_until();
}

std::optional<Environment::Coverage> Environment::gap(Variable variable, const geo::Position& place,
                                                      double time_s) const {
    if (sample(variable, place, time_s).quality != Quality::outside_time) {
        return std::nullopt;
    }
    const auto& stack = layers(variable);
    for (auto layer = stack.rbegin(); layer != stack.rend(); ++layer) {
        if (!layer->is_dated() ||
            sample_field(*layer->field, place, time_s).quality != Quality::outside_time) {
            continue;
        }
        const auto& slices = layer->field->slices();
        const auto after = std::find_if(slices.begin(), slices.end(), [&](const SliceInfo& slice) {
            return unix_seconds(slice.time) > time_s;
        });
        if (after != slices.begin() && after != slices.end()) {
            return Coverage{(after - 1)->valid_until, after->valid_from};
        }
    }
    return std::nullopt;
}

std::optional<Environment::Coverage> Environment::coverage(Variable variable) const {
    std::optional<Coverage> covered;
    const auto& stack = layers(variable);
    for (auto layer = stack.rbegin(); layer != stack.rend() && !layer->constant; ++layer) {
        if (!layer->is_dated()) {
            continue;
        }
        const Coverage mine{layer->field->valid_from(), layer->field->valid_until()};
        covered = covered ? Coverage{std::min(covered->from, mine.from),
                                     std::max(covered->until, mine.until)}
                          : mine;
    }
    return covered;
}

std::optional<Environment::Coverage> Environment::coverage() const {
    std::optional<Coverage> common;
    for (const auto& entry : all_variables()) {
        if (const auto mine = coverage(entry.variable)) {
            common = common ? Coverage{std::max(common->from, mine->from),
                                       std::min(common->until, mine->until)}
                            : mine;
        }
    }
    return common;
}

} // namespace fairlead::env
