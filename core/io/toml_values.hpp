// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Values of a TomlTable that must be there, or within limits, or one of a few words. Internal to
/// io.

#include "core/io/toml_table.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

using TomlKeys = std::vector<std::string>;

[[nodiscard]] TomlKeys joined(TomlKeys keys, const TomlKeys& more);

/// Both belong to what is allowed.
struct Limits {
    double least;
    double greatest;
};

/// @throws Error (malformed) where the key is missing, no number, or outside the limits.
[[nodiscard]] double required_number(const TomlTable& table, std::string_view key, Limits limits);
/// As required_number, with a value for where the key is missing.
[[nodiscard]] double number_or(const TomlTable& table, std::string_view key, double otherwise,
                               Limits limits);
/// @throws Error (malformed) where the key is missing, no text, or empty.
[[nodiscard]] std::string required_text(const TomlTable& table, std::string_view key);

/// What the given word of the key stands for.
/// @throws Error (malformed) naming the words that are known.
template <class Choice>
[[nodiscard]] Choice choice(const TomlTable& table, std::string_view key, const std::string& given,
                            const std::map<std::string, Choice>& choices) {
    const auto found = choices.find(given);
    if (found != choices.end()) {
        return found->second;
    }
    std::string known;
    for (const auto& [word, value] : choices) {
        known += (known.empty() ? "" : ", ") + word;
    }
    table.fail(key, fmt::format("'{}' is not one of: {}", given, known));
}

} // namespace fairlead::io
