// SPDX-License-Identifier: Apache-2.0
#include "core/env/sampler.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::env {
namespace {

double seconds(Instant instant) noexcept {
    return static_cast<double>(instant.time_since_epoch().count());
}

/// Stencils of the places that lie inside one field's grid.
struct Located {
    std::vector<std::uint32_t> place; ///< rising
    std::vector<Stencil> stencil;     ///< of place[i]; its first node has the greatest weight
};

void lead_with_heaviest(Stencil& stencil) noexcept {
    std::size_t best = 0;
    for (std::size_t k = 1; k < 4; ++k) {
        best = stencil.weight[k] > stencil.weight[best] ? k : best;
    }
    std::swap(stencil.node[0], stencil.node[best]);
    std::swap(stencil.weight[0], stencil.weight[best]);
}

Located locate_all(const HorizontalGrid& grid, std::span<const geo::Position> places) {
    std::vector<Stencil> stencils(places.size());
    std::vector<unsigned char> inside(places.size());
    grid.locate(places, stencils, inside);
    const auto count = static_cast<std::size_t>(std::count(inside.begin(), inside.end(), 1));
    Located located;
    located.place.reserve(count);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (inside[i] != 0) {
            located.place.push_back(static_cast<std::uint32_t>(i));
        }
    }
    if (count == places.size()) {
        located.stencil = std::move(stencils);
    } else {
        located.stencil.reserve(count);
        for (const std::uint32_t i : located.place) {
            located.stencil.push_back(stencils[i]);
        }
    }
    for (auto& stencil : located.stencil) {
        lead_with_heaviest(stencil);
    }
    return located;
}

/// Weighted mean of four usable nodes; NaN if a node is not usable (its value is NaN then, whatever
/// the weight).
inline float mean_of_four(const FieldSlice& slice, const Stencil& stencil) noexcept {
    return stencil.weight[0] * slice.value[stencil.node[0]] +
           stencil.weight[1] * slice.value[stencil.node[1]] +
           stencil.weight[2] * slice.value[stencil.node[2]] +
           stencil.weight[3] * slice.value[stencil.node[3]];
}

inline Quality worst_of_four(const FieldSlice& slice, const Stencil& stencil) noexcept {
    auto worst = Quality::ok;
    for (std::size_t k = 0; k < 4; ++k) {
        if (stencil.weight[k] > 0.0F) {
            worst = std::max(worst, slice.quality[stencil.node[k]]);
        }
    }
    return worst;
}

/// A slice with what speeds up asking it often.
struct FastSlice {
    const FieldSlice* slice;
    Interpolation how;
    bool all_ok = true; ///< each usable node is ok

    FastSlice(const FieldSlice& of, Interpolation interpolation) : slice(&of), how(interpolation) {
        bool other = false;
        for (const auto quality : of.quality) {
            other = other || (quality != Quality::ok && usable(quality));
        }
        all_ok = !other;
    }

    [[nodiscard]] Sample sample(const Stencil& stencil) const noexcept {
        // Most of what is unusable lies well inside land: no need to look at the rest.
        const auto leading = slice->quality[stencil.node[0]];
        if (!usable(leading)) {
            return Sample::none(leading);
        }
        if (how == Interpolation::linear) {
            const float mean = mean_of_four(*slice, stencil);
            if (!std::isnan(mean)) {
                return {static_cast<double>(mean),
                        all_ok ? Quality::ok : worst_of_four(*slice, stencil)};
            }
        }
        return Field::interpolate(*slice, stencil, how);
    }
};

/// How much a sample counts when no layer has a usable one: the topmost whose area holds the place.
constexpr bool leaves_open(Quality quality) noexcept {
    return quality == Quality::outside_area || quality == Quality::no_layer;
}

} // namespace

struct Sampler::Prepared {
    const Layer* layer = nullptr;
    Located data;
    Located climatology;
};

Sampler::~Sampler() = default;
Sampler::Sampler(Sampler&&) noexcept = default;
Sampler& Sampler::operator=(Sampler&&) noexcept = default;

Sampler::Sampler(const Environment& environment, std::span<const geo::Position> places)
    : environment_(&environment), place_count_(places.size()) {
    for (const auto& entry : all_variables()) {
        for (const auto& layer : environment.layers(entry.variable)) {
            auto prepared = std::make_unique<Prepared>();
            prepared->layer = &layer;
            if (layer.field) {
                prepared->data = locate_all(layer.field->grid(), places);
            }
            if (layer.climatology && environment.beyond_data() == BeyondData::climatology) {
                prepared->climatology = locate_all(layer.climatology->grid(), places);
            }
            layers_[static_cast<std::size_t>(entry.variable)].push_back(prepared.get());
            prepared_.push_back(std::move(prepared));
        }
    }
}

namespace {

/// What one call of Sampler::sample works on.
struct Target {
    /// Why layers without dates are passed over or stand in, by place.
    enum Mark : std::uint8_t { none = 0, hole = 1, other_time = 2 };

    std::span<float> value;
    std::span<Quality> quality;
    std::vector<std::uint8_t>& marks;

    [[nodiscard]] bool open(std::uint32_t place) const noexcept { return !usable(quality[place]); }
    void set(std::uint32_t place, const Sample& found) const noexcept {
        if (found.is_usable()) {
            value[place] = static_cast<float>(found.value);
            quality[place] = found.quality;
        } else {
            if (leaves_open(quality[place])) {
                quality[place] = found.quality;
            }
            marks[place] |= is_hole(found.quality)                   ? hole
                            : found.quality == Quality::outside_time ? other_time
                                                                     : none;
        }
    }
};

/// Answers from a field's own data; `as` replaces the quality of usable ones.
void take_from(const Field& field, const Located& located, double time_s, std::optional<Quality> as,
               const Target& target) {
    const auto where = field.locate(time_s);
    const auto how = interpolation_of(field.variable());
    const auto count = located.place.size();
    if (where.outside) {
        for (std::size_t i = 0; i < count; ++i) {
            target.set(located.place[i], Sample::none(Quality::outside_time));
        }
        return;
    }
    const FastSlice before(field.slice(where.before), how);
    const FastSlice after(field.slice(where.after), how);
    const bool one_slice = where.before == where.after;
    const auto finish = [&](std::uint32_t place, Sample found) {
        if (found.is_usable()) {
            if (where.in_gap) {
                found.quality = std::max(found.quality, Quality::gap);
            }
            found.quality = as.value_or(found.quality);
        }
        target.set(place, found);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto place = located.place[i];
        if (!target.open(place)) {
            continue;
        }
        const auto& stencil = located.stencil[i];
        if (one_slice) {
            finish(place, before.sample(stencil));
        } else {
            finish(place, Field::blend(before.sample(stencil), after.sample(stencil),
                                       where.weight_after, how));
        }
    }
}

/// Layers without dates answer where no mark in `barred_by` is set and all of `asked_by` are.
void take_undated(const Layer& layer, const Located& located, const Target& target,
                  std::uint8_t barred_by, std::uint8_t asked_by) {
    const auto may = [&](std::uint32_t place) {
        const auto marks = target.marks[place];
        return target.open(place) && (marks & barred_by) == 0 && (marks & asked_by) == asked_by;
    };
    if (layer.constant) {
        for (std::uint32_t place = 0; place < target.value.size(); ++place) {
            if (may(place)) {
                const bool hole = (target.marks[place] & Target::hole) != 0;
                target.set(place, {*layer.constant, hole ? Quality::stood_in : Quality::assumed});
            }
        }
        return;
    }
    const FastSlice slice(layer.field->slice(0), interpolation_of(layer.variable));
    for (std::size_t i = 0; i < located.place.size(); ++i) {
        if (may(located.place[i])) {
            target.set(located.place[i], slice.sample(located.stencil[i]));
        }
    }
}

} // namespace

void Sampler::sample(Variable variable, double time_s, std::span<float> value,
                     std::span<Quality> quality) const {
    FAIRLEAD_EXPECTS(value.size() == place_count_ && quality.size() == place_count_);
    const auto& stack = layers_[static_cast<std::size_t>(variable)];
    std::vector<std::uint8_t> marks(place_count_, Target::none);
    const Target target{value, quality, marks};
    std::fill(value.begin(), value.end(), 0.0F);
    std::fill(quality.begin(), quality.end(),
              stack.empty() ? Quality::no_layer : Quality::outside_area);
    for (auto entry = stack.rbegin(); entry != stack.rend(); ++entry) {
        const auto& layer = *(*entry)->layer;
        if (layer.is_dated()) {
            take_from(*layer.field, (*entry)->data, time_s, std::nullopt, target);
        } else {
            take_undated(layer, (*entry)->data, target, Target::other_time, Target::none);
        }
    }
    if (environment_->beyond_data() == BeyondData::refuse) {
        return;
    }
    // Holes count anew: those of the data that stand in.
    for (auto& mark : marks) {
        mark &= Target::other_time;
    }
    for (auto entry = stack.rbegin(); entry != stack.rend(); ++entry) {
        const auto& layer = *(*entry)->layer;
        if (!layer.has_ended(time_s)) {
            continue;
        }
        if (environment_->beyond_data() == BeyondData::hold) {
            take_from(*layer.field, (*entry)->data, seconds(layer.field->valid_until()),
                      Quality::held, target);
        } else if (layer.climatology) {
            take_from(*layer.climatology, (*entry)->climatology,
                      climatology_time_s(*layer.climatology, time_s), Quality::climatology, target);
        }
    }
    for (auto entry = stack.rbegin(); entry != stack.rend(); ++entry) {
        if (const auto& layer = *(*entry)->layer; !layer.is_dated()) {
            take_undated(layer, (*entry)->data, target, Target::none,
                         Target::other_time | Target::hole);
        }
    }
}

std::vector<Instant> natural_times(const Environment& environment, Variable variable, Instant from,
                                   Instant until) {
    std::vector<Instant> times;
    const auto add = [&](Instant time) {
        if (time >= from && time <= until) {
            times.push_back(time);
        }
    };
    for (const auto& layer : environment.layers(variable)) {
        if (!layer.field || layer.field->is_static()) {
            continue;
        }
        const auto& slices = layer.field->slices();
        add(layer.field->valid_from());
        add(layer.field->valid_until());
        for (std::size_t i = 0; i < slices.size(); ++i) {
            add(slices[i].time);
            const bool bridged =
                i + 1 == slices.size() ||
                between(slices[i].time, slices[i + 1].time) <= layer.field->step_limits().bridged;
            if (!bridged) {
                add(slices[i].valid_until);
                add(slices[i + 1].valid_from);
            }
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

} // namespace fairlead::env
