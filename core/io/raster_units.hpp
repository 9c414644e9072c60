// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Units of files into the one unit each variable is kept in. Spellings are those of UDUNITS and
/// GRIB that occur in ice and ocean products; an unknown one is an error, never a factor of 1.

#include "core/env/variable.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fairlead::io {

/// value in the variable's unit = scale * value in the file + offset.
struct UnitConversion {
    double scale = 1.0;
    double offset = 0.0;
    [[nodiscard]] bool changes_values() const noexcept { return scale != 1.0 || offset != 0.0; }
};

/// Nothing for a unit that is not one of the variable's kind.
[[nodiscard]] std::optional<UnitConversion> unit_conversion(env::Variable variable,
                                                            std::string_view unit);

/// @param unit "" : the file gives none. Then a fraction is dimensionless (CF 1.8, section 3.1);
///        any other variable is refused.
/// @param where file and name in it, for the error.
/// @throws Error (unsupported) naming where, unit and the unit wanted.
[[nodiscard]] UnitConversion expect_unit_conversion(env::Variable variable, std::string_view unit,
                                                    const std::string& where);

/// What to say where the file gives no unit: of one the user stated, of one that is assumed.
[[nodiscard]] std::string unit_as_stated(std::string_view unit);
[[nodiscard]] std::string unit_as_assumed(env::Variable variable);

/// True if a concentration in percent or tenths nowhere exceeds one of that unit though it is not 0
/// everywhere: real fields do as soon as there is ice, fractions never.
/// @param greatest concentration met, 0 to 1, by that unit.
[[nodiscard]] bool are_fractions_called_otherwise(env::Variable variable, std::string_view unit,
                                                  double greatest);

/// Metres in a length unit of a projection's axes; nothing for an unknown one.
[[nodiscard]] std::optional<double> metres_in(std::string_view unit);

} // namespace fairlead::io
