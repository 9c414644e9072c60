// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/position.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace fairlead::geo {
namespace {

enum class Kind { number, degree_mark, minute_mark, second_mark, letter, comma, hyphen };

struct Token {
    Kind kind = Kind::number;
    char letter = ' ';            // N S E W, for Kind::letter
    double value = 0.0;           // for Kind::number: the magnitude
    bool negative = false;        // for Kind::number: it had a minus sign, -0 included
    bool fraction = false;        // for Kind::number: it had a decimal point
    std::size_t whole_digits = 0; // for Kind::number: those before the point
};

Error refusal(std::string_view text, const std::string& reason) {
    return {ErrorCode::invalid_argument, fmt::format("position '{}': {}", text, reason)};
}

/// Marks of degrees, minutes and seconds as people and word processors write them.
constexpr std::pair<std::string_view, Kind> marks[] = {
    {"\u00b0", Kind::degree_mark}, // degree sign
    {"\u00ba", Kind::degree_mark}, // masculine ordinal, often typed for it
    {"\u02da", Kind::degree_mark}, // ring above
    {"''", Kind::second_mark},           {"\"", Kind::second_mark},
    {"\u2033", Kind::second_mark},       {"\u201d", Kind::second_mark},
    {"\u2032\u2032", Kind::second_mark}, {"'", Kind::minute_mark},
    {"\u2032", Kind::minute_mark},       {"\u2019", Kind::minute_mark},
};
constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view blanks[] = {" ", "\t", "\n", "\r", "\u00a0", "\u202f"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class Tokeniser {
  public:
    explicit Tokeniser(std::string_view text) : text_(text), rest_(text) {}

    std::vector<Token> tokens() {
        while (!rest_.empty()) {
            if (!skip_blank()) {
                found_.push_back(next());
            }
        }
        return std::move(found_);
    }

  private:
    bool take(std::string_view prefix) {
        if (!rest_.starts_with(prefix)) {
            return false;
        }
        rest_.remove_prefix(prefix.size());
        return true;
    }

    bool skip_blank() {
        for (const auto blank : blanks) {
            if (take(blank)) {
                after_blank_ = true;
                return true;
            }
        }
        return false;
    }

    Token next() {
        const bool after_blank = std::exchange(after_blank_, false);
        for (const auto& [mark, kind] : marks) {
            if (take(mark)) {
                return {.kind = kind};
            }
        }
        if (take(",") || take(";")) {
            return {.kind = Kind::comma};
        }
        if (take("-") || take(minus_sign)) {
            // "69-00.0N": between degrees and minutes a hyphen is no sign.
            const bool joins =
                !found_.empty() && !after_blank &&
                (found_.back().kind == Kind::number || found_.back().kind == Kind::degree_mark ||
                 found_.back().kind == Kind::minute_mark);
            return joins ? Token{.kind = Kind::hyphen} : number(true);
        }
        if (take("+")) {
            return number(false);
        }
        if (is_digit(rest_.front()) || rest_.front() == '.') {
            return number(false);
        }
        const char upper = to_upper(rest_.front());
        if (upper == 'N' || upper == 'S' || upper == 'E' || upper == 'W') {
            rest_.remove_prefix(1);
            return {.kind = Kind::letter, .letter = upper};
        }
        throw refusal(text_, fmt::format("cannot read it from '{}' on", rest_));
    }

    static char to_upper(char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }

    Token number(bool negative) {
        std::size_t length = 0;
        while (length < rest_.size() && (is_digit(rest_[length]) || rest_[length] == '.')) {
            ++length;
        }
        const auto digits = rest_.substr(0, length);
        const auto value = parse_number(digits);
        if (!value) {
            throw refusal(text_, fmt::format("'{}' is not a number", length == 0 ? rest_ : digits));
        }
        rest_.remove_prefix(length);
        return {.kind = Kind::number,
                .value = *value,
                .negative = negative,
                .fraction = digits.find('.') != std::string_view::npos,
                .whole_digits = std::min(digits.find('.'), digits.size())};
    }

    std::string_view text_;
    std::string_view rest_;
    std::vector<Token> found_;
    bool after_blank_ = false;
};

/// The tokens of one coordinate, without its letter.
using Group = std::vector<Token>;

/// Degrees, minutes and seconds of a number that packs them, `6900` before N or `0330300` before E;
/// the number itself if it is too short for that.
Group unpacked(const Group& group, std::optional<char> letter) {
    if (group.size() != 1 || group.front().kind != Kind::number || !letter) {
        return group;
    }
    const Token& packed = group.front();
    const std::size_t degree_digits = *letter == 'N' || *letter == 'S' ? 2 : 3;
    const bool has_seconds = packed.whole_digits == degree_digits + 4;
    if (!has_seconds && packed.whole_digits != degree_digits + 2) {
        return group;
    }
    const double whole = std::floor(packed.value);
    const double per_degree = has_seconds ? 10000.0 : 100.0;
    const auto part = [](double value) { return Token{.kind = Kind::number, .value = value}; };
    Group parts{part(std::floor(whole / per_degree))};
    if (has_seconds) {
        parts.push_back(part(std::fmod(std::floor(whole / 100.0), 100.0)));
    }
    Token last = packed;
    last.value = std::fmod(packed.value, 100.0);
    parts.push_back(last);
    return parts;
}

/// Degrees, minutes and seconds of one coordinate, signed by its minus or by its letter.
double coordinate_deg(std::string_view text, const Group& as_written, std::optional<char> letter) {
    const Group group = unpacked(as_written, letter);
    constexpr double parts_of_degree[] = {1.0, 60.0, 3600.0};
    constexpr const char* names[] = {"degrees", "minutes", "seconds"};
    double magnitude = 0.0;
    bool negative = false;
    bool ended = false; // a fraction or seconds: nothing smaller may follow
    std::size_t part = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const Token& token = group[i];
        if (token.kind != Kind::number) {
            const bool hyphen_in_place = token.kind == Kind::hyphen && letter && i > 0 &&
                                         i + 1 < group.size() && group[i + 1].kind == Kind::number;
            if (hyphen_in_place) {
                continue;
            }
            throw refusal(text,
                          "a mark of degrees, minutes or seconds, or a sign, is out of place");
        }
        std::size_t marked = part;
        if (i + 1 < group.size()) {
            switch (group[i + 1].kind) {
            case Kind::degree_mark:
                marked = 0;
                break;
            case Kind::minute_mark:
                marked = 1;
                break;
            case Kind::second_mark:
                marked = 2;
                break;
            default:
                break;
            }
            if (group[i + 1].kind != Kind::number && group[i + 1].kind != Kind::hyphen) {
                ++i;
            }
        }
        if (marked != part || part > 2 || ended) {
            throw refusal(text, "each coordinate is degrees, then minutes, then seconds, and only "
                                "the last may have a decimal point");
        }
        if (token.negative && (part > 0 || letter)) {
            throw refusal(text,
                          "a minus sign belongs before the degrees, and only without N, S, E, W");
        }
        if (part > 0 && token.value >= 60.0) {
            throw refusal(text, fmt::format("{} {} are not below 60", token.value, names[part]));
        }
        negative = negative || token.negative;
        magnitude += token.value / parts_of_degree[part];
        ended = token.fraction;
        ++part;
    }
    if (part == 0) {
        throw refusal(text, "a coordinate has no number");
    }
    return negative || letter == 'S' || letter == 'W' ? -magnitude : magnitude;
}

Position position_from(std::string_view text, double latitude_deg, double longitude_deg,
                       bool letters) {
    if (!(latitude_deg >= -90.0 && latitude_deg <= 90.0)) {
        const bool swapped = !letters && longitude_deg >= -90.0 && longitude_deg <= 90.0;
        throw refusal(text, fmt::format("latitude {} is not within -90 and 90 degrees{}",
                                        latitude_deg, swapped ? " (latitude comes first)" : ""));
    }
    // East longitudes up to 360 are common in data files; with letters they are a slip.
    const double greatest_deg = letters ? 180.0 : 360.0;
    if (!(longitude_deg >= -180.0 && longitude_deg <= greatest_deg)) {
        throw refusal(text, fmt::format("longitude {} is not within -180 and {} degrees",
                                        longitude_deg, greatest_deg));
    }
    return Position::degrees(latitude_deg, longitude_deg);
}

Position with_letters(std::string_view text, const std::vector<Token>& tokens) {
    // Letters stand either before both coordinates or after both.
    const bool before = tokens.front().kind == Kind::letter;
    std::optional<double> latitude_deg;
    std::optional<double> longitude_deg;
    Group group;
    std::optional<char> letter;
    const auto close = [&] {
        auto& wanted = *letter == 'N' || *letter == 'S' ? latitude_deg : longitude_deg;
        if (wanted) {
            throw refusal(text, "it needs one of N or S and one of E or W");
        }
        wanted = coordinate_deg(text, group, letter);
        group.clear();
        letter.reset();
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == Kind::letter) {
            if (letter) {
                close();
            }
            letter = token.letter;
            if (!before) {
                close();
            }
        } else if (token.kind == Kind::comma) {
            // Only between the coordinates: "69,5N" could be 69.5 or 69 degrees 5 minutes.
            const bool between = latitude_deg.has_value() != longitude_deg.has_value() || letter;
            const bool at_border = before
                                       ? i + 1 < tokens.size() && tokens[i + 1].kind == Kind::letter
                                       : group.empty();
            if (!between || !at_border) {
                throw refusal(text, "a comma may only stand between latitude and longitude "
                                    "(decimals take a point)");
            }
        } else {
            group.push_back(token);
        }
    }
    if (letter) {
        close();
    }
    if (!group.empty() || !latitude_deg || !longitude_deg) {
        throw refusal(text, "it needs one of N or S and one of E or W");
    }
    return position_from(text, *latitude_deg, *longitude_deg, true);
}

Position without_letters(std::string_view text, const std::vector<Token>& tokens) {
    std::vector<Group> groups(1);
    std::size_t numbers = 0;
    bool marked = false;
    bool comma = false;
    for (const Token& token : tokens) {
        comma = comma || token.kind == Kind::comma;
        marked = marked || token.kind == Kind::degree_mark;
        numbers += token.kind == Kind::number ? 1 : 0;
    }
    if (!comma && !marked && numbers != 2) {
        throw refusal(text, numbers < 2
                                ? "it needs a latitude and a longitude"
                                : "more than two numbers need N, S, E, W or a comma between "
                                  "latitude and longitude");
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool new_degrees =
            token.kind == Kind::number && !groups.back().empty() &&
            (marked ? i + 1 < tokens.size() && tokens[i + 1].kind == Kind::degree_mark : true);
        if (token.kind == Kind::comma || (!comma && new_degrees)) {
            groups.emplace_back();
        }
        if (token.kind != Kind::comma) {
            groups.back().push_back(token);
        }
    }
    if (groups.size() != 2) {
        throw refusal(text, "it needs one latitude and one longitude (decimals take a point)");
    }
    return position_from(text, coordinate_deg(text, groups[0], std::nullopt),
                         coordinate_deg(text, groups[1], std::nullopt), false);
}

/// `69°00.00'N`: rounded as a whole, so that 59.999 minutes become the next degree.
std::string format_coordinate(double value_deg, int degree_digits, char positive, char negative) {
    const auto hundredths = std::llround(std::fabs(value_deg) * 6000.0);
    return fmt::format("{:0{}}\u00b0{:02}.{:02}'{}", hundredths / 6000, degree_digits,
                       hundredths % 6000 / 100, hundredths % 100,
                       value_deg < 0.0 && hundredths != 0 ? negative : positive);
}

} // namespace

std::string format_position(const Position& position) {
    return format_coordinate(position.latitude_deg(), 2, 'N', 'S') + " " +
           format_coordinate(position.longitude_deg(), 3, 'E', 'W');
}

Position parse_position(std::string_view text) {
    const auto tokens = Tokeniser(text).tokens();
    if (tokens.empty()) {
        throw refusal(text, "it is empty");
    }
    for (const Token& token : tokens) {
        if (token.kind == Kind::letter) {
            return with_letters(text, tokens);
        }
    }
    return without_letters(text, tokens);
}

} // namespace fairlead::geo
