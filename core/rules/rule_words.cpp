// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_words.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

namespace fairlead::rules {

RuleSet::Options rules_named(std::string_view list) {
    RuleSet::Options options;
    options.zones = false;
    const auto words = split(list, ',');
    for (const auto& part : words) {
        const auto word = to_lower(trim(part));
        if (word == "polaris") {
            options.polaris = Polaris::standard();
        } else if (word == "ukc") {
            options.under_keel_clearance = UnderKeelClearance{};
        } else if (word == "zones") {
            options.zones = true;
        } else if (word == "none" && words.size() > 1) {
            throw Error(ErrorCode::invalid_argument, "'none' stands alone");
        } else if (word != "none") {
            const auto meant = closest(word, {"polaris", "ukc", "zones", "none"});
            throw Error(
                ErrorCode::invalid_argument,
                meant
                    ? fmt::format("unknown rule '{}'; did you mean '{}'?", word, *meant)
                    : fmt::format("unknown rule '{}'; the rules are polaris, ukc and zones", word));
        }
    }
    return options;
}

} // namespace fairlead::rules
