// SPDX-License-Identifier: Apache-2.0
#include "core/plan/variable_extremes.hpp"

#include <cmath>
#include <utility>

namespace fairlead::plan {

VariableExtremes::VariableExtremes(const env::Environment& environment, env::Variable variable,
                                   const PlanningGrid& grid, const geo::GridGeometry& squares,
                                   const TimeSpan& time)
    : beyond_(environment.beyond_data()) {
    const auto& layers = environment.layers(variable);
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        Entry entry;
        if (layer->field) {
            entry.data.emplace(*layer->field, grid.plane, squares, grid.geometry, time);
        }
        if (layer->climatology && beyond_ == env::BeyondData::climatology) {
            entry.climatology.emplace(*layer->climatology, grid.plane, squares, grid.geometry,
                                      TimeSpan{-HUGE_VAL, HUGE_VAL}); // of any year
        }
        if (layer->constant) {
            entry.constant = static_cast<float>(*layer->constant);
        }
        stack_.push_back(std::move(entry));
    }
}

/// Takes in what layers without dates say. @return true if one of them answers everywhere.
bool VariableExtremes::undated(LayerExtreme& answer, Entry& entry, std::uint32_t square,
                               Extreme which) {
    if (entry.constant) {
        answer.take(*entry.constant, which);
        answer.everywhere = true;
        return true;
    }
    return answer.take(entry.data->ever(square, which), which);
}

LayerExtreme VariableExtremes::during(std::uint32_t square, const TimeSpan& interval,
                                      Extreme which) {
    LayerExtreme answer;
    const double middle_s = 0.5 * (interval.from_s + interval.to_s);
    bool other_time = false; // certainly: a dated layer holds the square, but not the time
    bool ended = false;
    for (auto& entry : stack_) {
        if (!entry.is_dated()) {
            if (!other_time && undated(answer, entry, square, which)) {
                return answer;
            }
            continue;
        }
        const auto& field = entry.data->field();
        const auto middle = field.locate(middle_s);
        if (middle.outside) {
            other_time = other_time || entry.data->holds(square);
            ended = ended || middle_s > seconds_since_1970(field.valid_until());
        } else if (answer.take(entry.data->during(square, middle, interval, which), which)) {
            return answer;
        }
    }
    if (beyond_ == env::BeyondData::refuse || !ended) {
        return answer;
    }
    for (auto& entry : stack_) {
        if (!entry.is_dated() ||
            middle_s <= seconds_since_1970(entry.data->field().valid_until())) {
            continue;
        }
        const auto& field = entry.data->field();
        LayerExtreme found;
        if (beyond_ == env::BeyondData::hold) {
            found = entry.data->during(
                square, field.locate(seconds_since_1970(field.valid_until())), interval, which);
        } else if (entry.climatology) {
            found = entry.climatology->ever(square, which);
        }
        if (answer.take(found, which)) {
            return answer;
        }
    }
    // Where those have holes.
    for (auto& entry : stack_) {
        if (!entry.is_dated() && undated(answer, entry, square, which)) {
            break;
        }
    }
    return answer;
}

LayerExtreme VariableExtremes::ever(std::uint32_t square, Extreme which) {
    LayerExtreme answer;
    bool held = false; // certainly: by a dated layer, without holes
    for (auto& entry : stack_) {
        if (!entry.is_dated()) {
            if (!held && undated(answer, entry, square, which)) {
                break;
            }
            continue;
        }
        // It may end and leave the answer to the dated layers below.
        auto found = entry.data->ever(square, which);
        held = held || (found.everywhere && entry.data->holds(square));
        found.everywhere = false;
        answer.take(found, which);
    }
    for (auto& entry : stack_) {
        if (entry.climatology) {
            auto found = entry.climatology->ever(square, which);
            found.everywhere = false;
            answer.take(found, which);
        }
    }
    return answer;
}

LayerExtreme VariableExtremes::anywhere(Extreme which) {
    LayerExtreme answer;
    for (auto& entry : stack_) {
        for (auto* layer : {&entry.data, &entry.climatology}) {
            if (*layer) {
                answer.take(LayerExtreme{(*layer)->anywhere(which), false}, which);
            }
        }
        if (entry.constant) {
            answer.take(*entry.constant, which);
        }
    }
    return answer;
}

} // namespace fairlead::plan
