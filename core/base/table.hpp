// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Data tables that carry their source: UTF-8 CSV whose first lines are comments.
///
///     # source: IMO MSC.1/Circ.1519 (6 June 2016), table 1.3
///     # status: verified
///     ice_class,ice_free,new_ice
///     PC1,3,3
///
/// Fields may be quoted as in RFC 4180 (quotes doubled; no line break inside a field).

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

class Table {
  public:
    /// @throws Error (not_found, malformed) naming file and line: no header row, or a row whose
    ///         number of fields differs from the header's.
    [[nodiscard]] static Table read(const std::filesystem::path& file);
    /// As read, for text already in memory; `name` stands for the file in errors.
    [[nodiscard]] static Table parse(std::string_view text, std::string name);

    [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }
    [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }
    /// Value of a `# key: value` comment, "" if there is none.
    [[nodiscard]] std::string note(const std::string& key) const;
    [[nodiscard]] bool has_column(std::string_view column) const noexcept;

    /// @throws Error (malformed) naming file and column if there is no such column.
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    /// @throws Error (malformed) naming file, line, column and value if it is not a finite number.
    [[nodiscard]] double number(std::size_t row, std::string_view column) const;
    /// For errors of the reader: `file:line`.
    [[nodiscard]] std::string where(std::size_t row) const;

  private:
    [[nodiscard]] std::size_t column_index(std::string_view column) const;

    std::string name_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> lines_;
    std::map<std::string, std::string> notes_;
};

/// As a field of a row, in quotes where it needs them; line breaks become spaces.
[[nodiscard]] std::string csv_field(std::string_view text);

} // namespace fairlead
