// SPDX-License-Identifier: Apache-2.0
#include "core/io/toml_values.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <utility>

namespace fairlead::io {
namespace {

double number_within(const TomlTable& table, std::string_view key, double value, Limits limits) {
    if (!(value >= limits.least && value <= limits.greatest)) {
        table.fail(
            key, fmt::format("is {}, not within {} and {}", value, limits.least, limits.greatest));
    }
    return value;
}

} // namespace

TomlKeys joined(TomlKeys keys, const TomlKeys& more) {
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

double required_number(const TomlTable& table, std::string_view key, Limits limits) {
    const auto value = table.number(key);
    if (!value) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: key '{}' is missing", table.where(), key));
    }
    return number_within(table, key, *value, limits);
}

double number_or(const TomlTable& table, std::string_view key, double otherwise, Limits limits) {
    return number_within(table, key, table.number(key).value_or(otherwise), limits);
}

std::string required_text(const TomlTable& table, std::string_view key) {
    auto value = table.text(key);
    if (!value) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: key '{}' is missing", table.where(), key));
    }
    if (trim(*value).empty()) {
        table.fail(key, "is empty");
    }
    return *std::move(value);
}

} // namespace fairlead::io
