// SPDX-License-Identifier: Apache-2.0
#include "core/base/table.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {
namespace {

std::vector<std::string> split_fields(std::string_view line, const std::string& where) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
            if (c != '"') {
                fields.back() += c;
            } else if (i + 1 < line.size() && line[i + 1] == '"') {
                fields.back() += '"';
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"' && trim(fields.back()).empty()) {
            fields.back().clear();
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    if (quoted) {
        throw Error(ErrorCode::malformed, fmt::format("{}: a quoted field does not end", where));
    }
    for (auto& field : fields) {
        field = std::string(trim(field));
    }
    return fields;
}

/// Of two columns of one name none may be chosen.
void expect_distinct(std::vector<std::string> columns, const std::string& where) {
    std::sort(columns.begin(), columns.end());
    const auto twice = std::adjacent_find(columns.begin(), columns.end());
    if (twice != columns.end() && !twice->empty()) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: column '{}' is there twice", where, *twice));
    }
}

} // namespace

Table Table::read(const std::filesystem::path& file) {
    return parse(read_text_file(file), file.string());
}

Table Table::parse(std::string_view text, std::string name) {
    Table table;
    table.name_ = std::move(name);
    if (constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; // spreadsheets write one
        text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            continue;
        }
        const auto where = fmt::format("{}:{}", table.name_, number);
        if (line.front() == '#') {
            const auto body = trim(line.substr(1));
            if (const auto colon = body.find(':'); colon != std::string_view::npos) {
                table.notes_.emplace(trim(body.substr(0, colon)), trim(body.substr(colon + 1)));
            }
            continue;
        }
        auto fields = split_fields(line, where);
        if (table.columns_.empty()) {
            table.columns_ = std::move(fields);
            expect_distinct(table.columns_, where);
            continue;
        }
        if (fields.size() != table.columns_.size()) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: {} fields where the header has {}", where, fields.size(),
                                    table.columns_.size()));
        }
        table.rows_.push_back(std::move(fields));
        table.lines_.push_back(number);
    }
    if (table.columns_.empty()) {
        throw Error(ErrorCode::malformed, fmt::format("{}: no header row", table.name_));
    }
    return table;
}

std::string Table::note(const std::string& key) const {
    const auto found = notes_.find(key);
    return found == notes_.end() ? std::string() : found->second;
}

bool Table::has_column(std::string_view column) const noexcept {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::size_t Table::column_index(std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) {
        throw Error(ErrorCode::malformed, fmt::format("{}: no column '{}'", name_, column));
    }
    return static_cast<std::size_t>(found - columns_.begin());
}

const std::string& Table::text(std::size_t row, std::string_view column) const {
    FAIRLEAD_EXPECTS(row < rows_.size());
    return rows_[row][column_index(column)];
}

double Table::number(std::size_t row, std::string_view column) const {
    const auto& field = text(row, column);
    const auto value = parse_number(field);
    if (!value) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: {} '{}' is not a number", where(row), column, field));
    }
    return *value;
}

std::string Table::where(std::size_t row) const {
    FAIRLEAD_EXPECTS(row < lines_.size());
    return fmt::format("{}:{}", name_, lines_[row]);
}

std::string csv_field(std::string_view text) {
    std::string clean(text);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (clean.find_first_of(",\"") == std::string::npos && trim(clean) == clean) {
        return clean;
    }
    std::string quoted = "\"";
    for (const char c : clean) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + "\"";
}

} // namespace fairlead
