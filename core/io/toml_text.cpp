// SPDX-License-Identifier: Apache-2.0
#include "core/io/toml_text.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::io {
namespace {

/// Digits stand for digits, T for T, t or a blank, other characters for themselves.
constexpr std::string_view time_without_seconds = "0000-00-00T00:00";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool matches_pattern(char pattern, char c) {
    switch (pattern) {
    case '0':
        return is_digit(c);
    case 'T':
        return c == 'T' || c == 't' || c == ' ';
    default:
        return c == pattern;
    }
}

/// True if a date and time that ends in minutes begins here.
bool begins_time_without_seconds(std::string_view rest) {
    if (rest.size() < time_without_seconds.size() ||
        !std::equal(time_without_seconds.begin(), time_without_seconds.end(), rest.begin(),
                    matches_pattern)) {
        return false;
    }
    rest.remove_prefix(time_without_seconds.size());
    return rest.empty() || (rest.front() != ':' && !is_digit(rest.front()));
}

/// Length of the string that begins here with its quotes; up to the line's or text's end if it is
/// not closed, which the parser will say.
std::size_t quoted_length(std::string_view rest) {
    const char quote = rest.front();
    const std::string three(3, quote);
    const bool many_lines = rest.substr(0, 3) == three;
    std::size_t i = many_lines ? 3 : 1;
    while (i < rest.size()) {
        if (quote == '"' && rest[i] == '\\') {
            i += 2;
        } else if (many_lines && rest.substr(i, 3) == three) {
            i += 3;
            // Up to two more quotes belong to the string itself.
            while (i < rest.size() && rest[i] == quote) {
                ++i;
            }
            return i;
        } else if (!many_lines && rest[i] == quote) {
            return i + 1;
        } else if (!many_lines && rest[i] == '\n') {
            return i;
        } else {
            ++i;
        }
    }
    return rest.size();
}

/// The parser goes one call deeper for each part of a key such as a.b.c, and nobody's key has more.
constexpr std::size_t most_key_parts = 64;

/// Counts the dots that stand outside quotes with nothing else between them that ends a key.
class KeyDepth {
  public:
    void add(char c) {
        if (c == '.') {
            ++dots_;
        } else if (std::string_view("=,[]{}\n").find(c) != std::string_view::npos) {
            dots_ = 0;
        }
    }
    [[nodiscard]] bool too_deep() const { return dots_ >= most_key_parts; }

  private:
    std::size_t dots_ = 0;
};

std::size_t comment_length(std::string_view rest) {
    return std::min(rest.find('\n'), rest.size());
}

} // namespace

std::string prepared_toml(std::string_view text, const std::string& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
        text.remove_prefix(byte_order_mark.size());
    }
    std::string prepared;
    prepared.reserve(text.size() + 64);
    KeyDepth depth;
    while (!text.empty()) {
        const char c = text.front();
        depth.add(c);
        if (depth.too_deep()) {
            const auto line = 1 + std::count(prepared.begin(), prepared.end(), '\n');
            throw Error(ErrorCode::malformed,
                        fmt::format("{}:{}: is not TOML: a key of more than {} parts", file, line,
                                    most_key_parts));
        }
        std::size_t length = 1;
        if (c == '"' || c == '\'') {
            length = quoted_length(text);
        } else if (c == '#') {
            length = comment_length(text);
        } else if (begins_time_without_seconds(text)) {
            prepared.append(text.substr(0, time_without_seconds.size())).append(":00");
            text.remove_prefix(time_without_seconds.size());
            continue;
        } else if ((c < ' ' || c > '~') && c != '\n' && c != '\r' && c != '\t') {
            const auto line = 1 + std::count(prepared.begin(), prepared.end(), '\n');
            throw Error(ErrorCode::malformed,
                        fmt::format("{}:{}: is not TOML: a character that may stand only in quotes "
                                    "(0x{:02x})",
                                    file, line, static_cast<unsigned char>(c)));
        }
        prepared.append(text.substr(0, length));
        text.remove_prefix(length);
    }
    return prepared;
}

} // namespace fairlead::io
