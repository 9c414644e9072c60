// SPDX-License-Identifier: Apache-2.0
#include "core/base/text_layout.hpp"

#include "core/base/contract.hpp"

#include <algorithm>

namespace fairlead {
namespace {

std::string padded(const std::string& text, std::size_t width, TextTable::Align align) {
    const std::string blanks(width - std::min(width, display_width(text)), ' ');
    return align == TextTable::Align::left ? text + blanks : blanks + text;
}

std::string_view next_word(std::string_view& rest) {
    const auto begin = rest.find_first_not_of(" \n\t");
    if (begin == std::string_view::npos) {
        rest = {};
        return {};
    }
    rest.remove_prefix(begin);
    const auto word = rest.substr(0, rest.find_first_of(" \n\t"));
    rest.remove_prefix(word.size());
    return word;
}

} // namespace

std::size_t display_width(std::string_view text) noexcept {
    // Every byte but UTF-8 continuation bytes begins a code point.
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string wrapped(std::string_view text, std::string_view first, std::size_t width) {
    const std::size_t indent = display_width(first);
    std::string result;
    std::string line(first);
    bool line_has_words = false;
    for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
        if (line_has_words && display_width(line) + 1 + display_width(word) > width) {
            result += line + '\n';
            line.assign(indent, ' ');
            line_has_words = false;
        }
        if (line_has_words) {
            line += ' ';
        }
        line += word;
        line_has_words = true;
    }
    return line_has_words ? result + line + '\n' : result;
}

void TextTable::add_row(std::vector<std::string> cells) {
    FAIRLEAD_EXPECTS(cells.size() == columns_.size());
    rows_.push_back(std::move(cells));
}

std::string TextTable::text(std::size_t indent) const {
    std::vector<std::vector<std::string>> lines(1);
    bool has_units = false;
    for (const auto& column : columns_) {
        lines.front().push_back(column.title);
        has_units = has_units || !column.unit.empty();
    }
    if (has_units) {
        lines.emplace_back();
        for (const auto& column : columns_) {
            lines.back().push_back(column.unit);
        }
    }
    lines.insert(lines.end(), rows_.begin(), rows_.end());

    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(line[i]));
        }
    }
    std::string result;
    for (const auto& line : lines) {
        std::string printed(indent, ' ');
        for (std::size_t i = 0; i < line.size(); ++i) {
            printed += (i == 0 ? "" : "  ") + padded(line[i], widths[i], columns_[i].align);
        }
        printed.erase(printed.find_last_not_of(' ') + 1);
        result += printed + '\n';
    }
    return result;
}

} // namespace fairlead
