// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A TOML table read strictly: every key must be known, every value of its kind, and errors say
/// file and line. Internal to io: it shows toml++.

#include "core/base/time.hpp"

// The parser is compiled in, with its assertions off in every build: on damaged text they fail
// where the code after them reports the error properly, and the library's own build would abort.
#define TOML_HEADER_ONLY 1
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// @throws Error (malformed) naming file, line and what is wrong.
[[nodiscard]] toml::table parse_toml(std::string_view text, const std::string& file);

/// A view; the table and the strings must outlive it.
class TomlTable {
  public:
    /// @param known every key the table may have.
    /// @throws Error (malformed) for a key that is not known, with the one that may be meant.
    TomlTable(const toml::table& table, const std::string& file, std::vector<std::string> known);

    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    [[nodiscard]] bool is_text(std::string_view key) const;
    /// `file:line` of the value, or of the table where there is none.
    [[nodiscard]] std::string where(std::string_view key = {}) const;
    /// @throws Error (malformed): `file:line: key <what>`.
    [[noreturn]] void fail(std::string_view key, const std::string& what) const;

    /// Each gives nothing where the key is absent and throws where its value is of another kind.
    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::optional<int> integer(std::string_view key) const;
    [[nodiscard]] std::optional<bool> boolean(std::string_view key) const;
    [[nodiscard]] std::optional<Instant> instant(std::string_view key) const;
    /// One time, or a list of times.
    [[nodiscard]] std::vector<Instant> instants(std::string_view key) const;
    /// One text, or a list of texts.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<double> numbers(std::string_view key) const;
    [[nodiscard]] const toml::table* table(std::string_view key) const;
    /// The tables of a `[[key]]`.
    [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key) const;

  private:
    [[nodiscard]] Instant instant_in(const toml::node& node, std::string_view key) const;

    const toml::table* table_;
    const std::string* file_;
};

} // namespace fairlead::io
