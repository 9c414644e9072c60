// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_units.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/base/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead::io {
namespace {

enum class Kind { fraction, length, speed, time, direction, temperature };

Kind kind_of(env::Variable variable) {
    using env::Variable;
    switch (variable) {
    case Variable::sea_ice_concentration:
        return Kind::fraction;
    case Variable::sea_ice_thickness:
    case Variable::sea_floor_depth:
    case Variable::significant_wave_height:
        return Kind::length;
    case Variable::eastward_wind:
    case Variable::northward_wind:
    case Variable::eastward_current:
    case Variable::northward_current:
    case Variable::attainable_speed:
        return Kind::speed;
    case Variable::mean_wave_period:
        return Kind::time;
    case Variable::mean_wave_direction:
        return Kind::direction;
    case Variable::air_temperature:
        return Kind::temperature;
    }
    return Kind::fraction;
}

struct Unit {
    std::string_view name; ///< lower case, without blanks at the ends and GRIB's brackets
    Kind kind;
    double scale; ///< to 1, m, m/s, s, deg, K
    double offset;
};

constexpr std::array units{
    Unit{"1", Kind::fraction, 1.0, 0.0},
    Unit{"fraction", Kind::fraction, 1.0, 0.0},
    Unit{"proportion", Kind::fraction, 1.0, 0.0},
    Unit{"(0 - 1)", Kind::fraction, 1.0, 0.0},
    Unit{"fraction between 0.0 - 1.0", Kind::fraction, 1.0, 0.0},
    Unit{"%", Kind::fraction, 0.01, 0.0},
    Unit{"percent", Kind::fraction, 0.01, 0.0},
    Unit{"tenths", Kind::fraction, 0.1, 0.0},
    Unit{"1/10", Kind::fraction, 0.1, 0.0},
    Unit{"m", Kind::length, 1.0, 0.0},
    Unit{"meter", Kind::length, 1.0, 0.0},
    Unit{"meters", Kind::length, 1.0, 0.0},
    Unit{"metre", Kind::length, 1.0, 0.0},
    Unit{"metres", Kind::length, 1.0, 0.0},
    Unit{"cm", Kind::length, 0.01, 0.0},
    Unit{"mm", Kind::length, 0.001, 0.0},
    Unit{"km", Kind::length, 1000.0, 0.0},
    Unit{"kilometer", Kind::length, 1000.0, 0.0},
    Unit{"kilometers", Kind::length, 1000.0, 0.0},
    Unit{"kilometre", Kind::length, 1000.0, 0.0},
    Unit{"kilometres", Kind::length, 1000.0, 0.0},
    Unit{"m/s", Kind::speed, 1.0, 0.0},
    Unit{"m s-1", Kind::speed, 1.0, 0.0},
    Unit{"m s**-1", Kind::speed, 1.0, 0.0},
    Unit{"m s^-1", Kind::speed, 1.0, 0.0},
    Unit{"meter second-1", Kind::speed, 1.0, 0.0},
    Unit{"meters/second", Kind::speed, 1.0, 0.0},
    Unit{"cm/s", Kind::speed, 0.01, 0.0},
    Unit{"cm s-1", Kind::speed, 0.01, 0.0},
    Unit{"km/h", Kind::speed, 1.0 / 3.6, 0.0},
    Unit{"kn", Kind::speed, mps_per_knot, 0.0},
    Unit{"kt", Kind::speed, mps_per_knot, 0.0},
    Unit{"kts", Kind::speed, mps_per_knot, 0.0},
    Unit{"knot", Kind::speed, mps_per_knot, 0.0},
    Unit{"knots", Kind::speed, mps_per_knot, 0.0},
    Unit{"s", Kind::time, 1.0, 0.0},
    Unit{"sec", Kind::time, 1.0, 0.0},
    Unit{"second", Kind::time, 1.0, 0.0},
    Unit{"seconds", Kind::time, 1.0, 0.0},
    Unit{"deg", Kind::direction, 1.0, 0.0},
    Unit{"degree", Kind::direction, 1.0, 0.0},
    Unit{"degrees", Kind::direction, 1.0, 0.0},
    Unit{"degree true", Kind::direction, 1.0, 0.0},
    Unit{"degrees true", Kind::direction, 1.0, 0.0},
    Unit{"k", Kind::temperature, 1.0, 0.0},
    Unit{"kelvin", Kind::temperature, 1.0, 0.0},
    Unit{"c", Kind::temperature, 1.0, 273.15},
    Unit{"degc", Kind::temperature, 1.0, 273.15},
    Unit{"deg_c", Kind::temperature, 1.0, 273.15},
    Unit{"degree_celsius", Kind::temperature, 1.0, 273.15},
    Unit{"degrees_celsius", Kind::temperature, 1.0, 273.15},
    Unit{"degrees_c", Kind::temperature, 1.0, 273.15},
    Unit{"celsius", Kind::temperature, 1.0, 273.15},
};

const Unit* find_unit(Kind kind, std::string_view text) {
    auto name = to_lower(trim(text));
    if (name.size() > 2 && name.front() == '[' && name.back() == ']') {
        name = name.substr(1, name.size() - 2);
    }
    const auto* const found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
        return unit.kind == kind && unit.name == name;
    });
    return found == units.end() ? nullptr : found;
}

} // namespace

std::optional<UnitConversion> unit_conversion(env::Variable variable, std::string_view unit) {
    if (env::is_custom(variable)) {
        return UnitConversion{}; // what its numbers mean is for its owner to know
    }
    const auto* const found = find_unit(kind_of(variable), unit);
    if (found == nullptr) {
        return std::nullopt;
    }
    UnitConversion conversion{found->scale, found->offset};
    if (variable == env::Variable::attainable_speed) {
        conversion.scale /= mps_per_knot; // the one speed that is kept in knots
        if (found->scale == mps_per_knot) {
            conversion.scale = 1.0;
        }
    }
    return conversion;
}

UnitConversion expect_unit_conversion(env::Variable variable, std::string_view unit,
                                      const std::string& where) {
    const auto& about = env::info(variable);
    if (trim(unit).empty()) {
        if (env::is_custom(variable) || kind_of(variable) == Kind::fraction) {
            return {};
        }
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: the file gives no unit for {}; say which it is (it is kept in {})",
                        where, about.name, env::unit_name(variable)));
    }
    if (const auto conversion = unit_conversion(variable, unit)) {
        return *conversion;
    }
    throw Error(ErrorCode::unsupported,
                fmt::format("{}: unit '{}' is none that {} (kept in {}) can have", where, unit,
                            about.name, env::unit_name(variable)));
}

std::string unit_as_stated(std::string_view unit) {
    return fmt::format("no unit in the file: its values are in '{}', as stated", unit);
}

std::string unit_as_assumed(env::Variable variable) {
    if (env::is_custom(variable)) {
        return "no unit in the file: its values are taken as they are";
    }
    return kind_of(variable) == Kind::fraction
               ? std::string("no unit in the file: its values are taken as fractions, 0 to 1")
               : fmt::format("no unit in the file: its values are taken as {}",
                             env::unit_name(variable));
}

bool are_fractions_called_otherwise(env::Variable variable, std::string_view unit,
                                    double greatest) {
    const auto conversion = unit_conversion(variable, unit);
    return variable == env::Variable::sea_ice_concentration && conversion &&
           conversion->scale < 1.0 && greatest > 0.0 &&
           greatest <= conversion->scale * (1.0 + 1e-6);
}

std::optional<double> metres_in(std::string_view unit) {
    const auto* const found = find_unit(Kind::length, unit);
    return found == nullptr ? std::nullopt : std::optional(found->scale);
}

} // namespace fairlead::io
