// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_decode.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::io {
namespace {

using env::Quality;

Quality quality_of(double number, const DecodeRule& rule) {
    for (const auto& [code, quality] : rule.codes) {
        if (number == code) {
            return quality;
        }
    }
    const bool is_missing =
        std::isnan(number) || std::fabs(number) >= default_fill ||
        std::find(rule.missing.begin(), rule.missing.end(), number) != rule.missing.end();
    if (is_missing) {
        return Quality::missing;
    }
    return number < rule.valid_minimum.value_or(number) ||
                   number > rule.valid_maximum.value_or(number)
               ? Quality::out_of_range
               : Quality::ok;
}

double unpacked(double number, const DecodeRule& rule) {
    return rule.unit_scale * (rule.scale * number + rule.offset) + rule.unit_offset;
}

} // namespace

void expect_packing(double scale, double offset, const std::string& where) {
    if (scale == 0.0 || !std::isfinite(scale) || !std::isfinite(offset)) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is packed with scale {} and offset {}, from which no values "
                                "can be had",
                                where, scale, offset));
    }
}

std::ptrdiff_t count_below_zero(std::span<const double> packed, const DecodeRule& rule) {
    return std::count_if(packed.begin(), packed.end(), [&](double number) {
        return quality_of(number, rule) == Quality::ok && unpacked(number, rule) < 0.0;
    });
}

env::FieldSlice decode(std::span<const double> packed, const DecodeRule& rule) {
    const auto& about = env::info(rule.variable);
    const double step = rule.scale != 1.0 ? std::fabs(rule.scale * rule.unit_scale) : 0.0;
    const double slack = std::max(step, 1e-6 * (about.maximum - about.minimum));
    env::FieldSlice slice;
    const auto refuse = [&slice](double value) {
        auto& range = slice.out_of_range;
        range = range ? env::FieldSlice::Range{std::min(range->least, value),
                                               std::max(range->greatest, value)}
                      : env::FieldSlice::Range{value, value};
    };
    slice.value.assign(packed.size(), std::nanf(""));
    slice.quality.resize(packed.size());
    for (std::size_t i = 0; i < packed.size(); ++i) {
        auto& quality = slice.quality[i];
        quality = quality_of(packed[i], rule);
        if (quality == Quality::out_of_range) {
            refuse(unpacked(packed[i], rule));
        }
        if (quality != Quality::ok) {
            continue;
        }
        double value = unpacked(packed[i], rule);
        if (rule.variable == env::Variable::mean_wave_direction) {
            value -= 360.0 * std::floor(value / 360.0);
        }
        if (rule.variable == env::Variable::sea_floor_depth && value <= 0.0) {
            quality = Quality::land;
        } else if (!(value >= about.minimum - slack && value <= about.maximum + slack)) {
            quality = Quality::out_of_range;
            refuse(value);
        } else {
            slice.value[i] = static_cast<float>(std::clamp(value, about.minimum, about.maximum));
        }
    }
    return slice;
}

} // namespace fairlead::io
