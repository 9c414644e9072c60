// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Ice classes as POLARIS tells them apart (IMO MSC.1/Circ.1519, table 1.3).

#include <cstdint>
#include <optional>
#include <string_view>

namespace fairlead::vessel {

enum class IceClass : std::uint8_t {
    pc1,
    pc2,
    pc3,
    pc4,
    pc5,
    pc6,
    pc7,
    ia_super,
    ia,
    ib,
    ic,
    none
};
inline constexpr std::size_t ice_class_count = 12;

/// "PC5", "IA Super", "none".
[[nodiscard]] std::string_view name(IceClass ice_class) noexcept;
/// Any case, with or without spaces and dashes: "pc5", "PC 5", "IA Super", "1A Super", "none".
[[nodiscard]] std::optional<IceClass> ice_class_named(std::string_view text) noexcept;
/// PC1..PC7.
[[nodiscard]] constexpr bool is_polar_class(IceClass ice_class) noexcept {
    return ice_class <= IceClass::pc7;
}

} // namespace fairlead::vessel
