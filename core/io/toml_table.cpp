// SPDX-License-Identifier: Apache-2.0
#include "core/io/toml_table.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::io {
namespace {

std::string at_line(const std::string& file, const toml::source_region& source) {
    return source.begin.line > 0 ? fmt::format("{}:{}", file, source.begin.line) : file;
}

std::optional<double> finite_number(const toml::node& node) {
    const auto value = node.is_number() ? node.value<double>() : std::nullopt;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

Instant instant_of(const toml::date_time& value) {
    const auto day = std::chrono::sys_days{std::chrono::year{value.date.year} /
                                           std::chrono::month{value.date.month} /
                                           std::chrono::day{value.date.day}};
    const int offset_min = value.offset ? value.offset->minutes : 0; // no zone means UTC
    return Instant{day} + std::chrono::hours{value.time.hour} +
           std::chrono::minutes{value.time.minute - offset_min} +
           std::chrono::seconds{value.time.second};
}

} // namespace

toml::table parse_toml(std::string_view text, const std::string& file) {
    try {
        return toml::parse(prepared_toml(text, file));
    } catch (const toml::parse_error& problem) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is not TOML: {}", at_line(file, problem.source()),
                                problem.description()));
    }
}

TomlTable::TomlTable(const toml::table& table, const std::string& file,
                     std::vector<std::string> known)
    : table_(&table), file_(&file) {
    for (const auto& [key, value] : table) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) {
            continue;
        }
        const auto meant = closest(key.str(), known);
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: unknown key '{}'{}", at_line(file, key.source()), key.str(),
                                meant ? fmt::format("; did you mean '{}'?", *meant) : ""));
    }
}

bool TomlTable::is_text(std::string_view key) const {
    const auto* node = table_->get(key);
    return node != nullptr && node->is_string();
}

std::string TomlTable::where(std::string_view key) const {
    const auto* node = key.empty() ? nullptr : table_->get(key);
    return at_line(*file_, node != nullptr ? node->source() : table_->source());
}

void TomlTable::fail(std::string_view key, const std::string& what) const {
    throw Error(ErrorCode::malformed, fmt::format("{}: {} {}", where(key), key, what));
}

std::optional<std::string> TomlTable::text(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    auto value = node->value_exact<std::string>();
    if (!value) {
        fail(key, "is not a text in quotes");
    }
    return value;
}

std::optional<double> TomlTable::number(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto value = finite_number(*node);
    if (!value) {
        fail(key, "is not a finite number");
    }
    return value;
}

std::optional<bool> TomlTable::boolean(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto value = node->value_exact<bool>();
    if (!value) {
        fail(key, "is neither true nor false");
    }
    return *value;
}

std::optional<int> TomlTable::integer(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto value = node->value_exact<std::int64_t>();
    if (!value || *value < -1'000'000'000 || *value > 1'000'000'000) {
        fail(key, "is not a whole number");
    }
    return static_cast<int>(*value);
}

Instant TomlTable::instant_in(const toml::node& node, std::string_view key) const {
    if (const auto value = node.value_exact<toml::date_time>()) {
        return instant_of(*value);
    }
    if (const auto value = node.value_exact<toml::date>()) {
        return instant_of(toml::date_time{*value, toml::time{}});
    }
    if (const auto value = node.value_exact<std::string>()) {
        return parse_instant(*value, fmt::format("{}: {}", where(key), key));
    }
    fail(key, "is not a date and time such as 2018-06-10T00:00Z");
}

std::optional<Instant> TomlTable::instant(std::string_view key) const {
    const auto* node = table_->get(key);
    return node == nullptr ? std::nullopt : std::optional(instant_in(*node, key));
}

std::vector<Instant> TomlTable::instants(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return {};
    }
    const auto* list = node->as_array();
    if (list == nullptr) {
        return {instant_in(*node, key)};
    }
    std::vector<Instant> values;
    for (const auto& item : *list) {
        values.push_back(instant_in(item, key));
    }
    return values;
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return {};
    }
    const auto* list = node->as_array();
    if (list == nullptr) {
        return {*text(key)};
    }
    std::vector<std::string> values;
    for (const auto& item : *list) {
        const auto value = item.value_exact<std::string>();
        if (!value) {
            fail(key, "is a list of something else than texts in quotes");
        }
        values.push_back(*value);
    }
    return values;
}

std::vector<double> TomlTable::numbers(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return {};
    }
    const auto* list = node->as_array();
    if (list == nullptr) {
        fail(key, "is not a list of numbers");
    }
    std::vector<double> values;
    for (const auto& item : *list) {
        const auto value = finite_number(item);
        if (!value) {
            fail(key, "is not a list of finite numbers");
        }
        values.push_back(*value);
    }
    return values;
}

const toml::table* TomlTable::table(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return nullptr;
    }
    if (!node->is_table()) {
        fail(key, fmt::format("is not a table [{}]", key));
    }
    return node->as_table();
}

std::vector<const toml::table*> TomlTable::tables(std::string_view key) const {
    const auto* node = table_->get(key);
    if (node == nullptr) {
        return {};
    }
    const auto* list = node->as_array();
    std::vector<const toml::table*> result;
    if (list != nullptr) {
        for (const auto& item : *list) {
            if (const auto* table = item.as_table()) {
                result.push_back(table);
            }
        }
    }
    if (list == nullptr || result.size() != list->size()) {
        fail(key, fmt::format("is not a list of tables, each under [[{}]]", key));
    }
    return result;
}

} // namespace fairlead::io
