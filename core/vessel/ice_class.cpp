// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/ice_class.hpp"

#include "core/base/text.hpp"

#include <array>
#include <string>

namespace fairlead::vessel {
namespace {

constexpr std::array<std::string_view, ice_class_count> names{
    "PC1", "PC2", "PC3", "PC4", "PC5", "PC6", "PC7", "IA Super", "IA", "IB", "IC", "none"};

/// Lower case without blanks, dashes and underscores; the Finnish-Swedish "1A" written as "ia".
std::string folded(std::string_view text) {
    std::string kept;
    for (const char c : to_lower(text)) {
        if (c != ' ' && c != '-' && c != '_') {
            kept += c;
        }
    }
    if (kept.size() >= 2 && kept[0] == '1' && kept[1] >= 'a' && kept[1] <= 'c') {
        kept[0] = 'i';
    }
    return kept;
}

} // namespace

std::string_view name(IceClass ice_class) noexcept {
    return names[static_cast<std::size_t>(ice_class)];
}

std::optional<IceClass> ice_class_named(std::string_view text) noexcept {
    const auto wanted = folded(text);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (folded(names[i]) == wanted) {
            return static_cast<IceClass>(i);
        }
    }
    return std::nullopt;
}

} // namespace fairlead::vessel
