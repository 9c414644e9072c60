// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Plain text in columns, at most 100 of them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

inline constexpr std::size_t text_width = 100;

/// Columns a UTF-8 text takes: its code points (no wide or combining ones are printed here).
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// Words broken into lines of at most `width` columns (longer words stand alone); the first line
/// begins with `first`, the others with as many blanks. Ends with a line end; "" for no words.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view first = "",
                                  std::size_t width = text_width);

/// A table whose columns are as wide as their widest cell, two blanks apart.
class TextTable {
  public:
    enum class Align { left, right };
    struct Column {
        std::string title;
        std::string unit; ///< second header line; "" if it has none
        Align align = Align::left;
    };

    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
    /// @pre cells.size() == number of columns
    void add_row(std::vector<std::string> cells);
    /// @param indent blanks before each line.
    [[nodiscard]] std::string text(std::size_t indent = 2) const;

  private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace fairlead
