// SPDX-License-Identifier: Apache-2.0
#include "core/cost/objective.hpp"

#include "core/base/text.hpp"

#include <array>

namespace fairlead::cost {
namespace {

struct Words {
    std::string_view name;
    std::string_view unit;
};
/// In the order of ObjectiveKind.
constexpr std::array<Words, 6> words{{{"time", "h"},
                                      {"distance", "nm"},
                                      {"fuel", "t fuel"},
                                      {"risk", "risk hours"},
                                      {"co2", "t CO2"},
                                      {"money", "money"}}};

} // namespace

std::string_view name(ObjectiveKind kind) noexcept {
    return words[static_cast<std::size_t>(kind)].name;
}

std::string_view unit(ObjectiveKind kind) noexcept {
    return words[static_cast<std::size_t>(kind)].unit;
}

std::optional<ObjectiveKind> objective_named(std::string_view text) noexcept {
    const auto wanted = to_lower(trim(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].name == wanted) {
            return static_cast<ObjectiveKind>(i);
        }
    }
    return std::nullopt;
}

} // namespace fairlead::cost
