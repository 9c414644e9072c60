// SPDX-License-Identifier: Apache-2.0
#include "core/cost/objective.hpp"

#include "core/base/text.hpp"
#include "core/cost/cost_model.hpp"

#include <array>

namespace fairlead::cost {
namespace {

struct Words {
    std::string_view name;
    std::string_view unit;
};
/// In the order of ObjectiveKind.
constexpr std::array<Words, 7> words{{{"time", "h"},
                                      {"distance", "nm"},
                                      {"fuel", "t fuel"},
                                      {"risk", "risk hours"},
                                      {"co2", "t CO2"},
                                      {"money", "money"},
                                      {"model", "cost"}}};

} // namespace

std::string_view name(ObjectiveKind kind) noexcept {
    return words[static_cast<std::size_t>(kind)].name;
}

std::string_view unit(ObjectiveKind kind) noexcept {
    return words[static_cast<std::size_t>(kind)].unit;
}

std::string_view name(const Objective& objective) noexcept {
    return objective.model ? objective.model->card().name : name(objective.kind);
}

std::string_view unit(const Objective& objective) noexcept {
    return objective.model ? objective.model->card().unit : unit(objective.kind);
}

std::optional<ObjectiveKind> objective_named(std::string_view text) noexcept {
    const auto wanted = to_lower(trim(text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto kind = static_cast<ObjectiveKind>(i);
        if (words[i].name == wanted && kind != ObjectiveKind::model) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace fairlead::cost
