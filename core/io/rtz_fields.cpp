// SPDX-License-Identifier: Apache-2.0
#include "core/io/rtz_fields.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace fairlead::io {
namespace {

struct Field {
    RtzOwner owner;
    std::string_view name;
    RtzKind kind;
};

constexpr std::array fields{
    Field{RtzOwner::route, "version", RtzKind::text},
    Field{RtzOwner::info, "routeName", RtzKind::text},
    Field{RtzOwner::info, "routeAuthor", RtzKind::text},
    Field{RtzOwner::info, "routeStatus", RtzKind::text},
    Field{RtzOwner::info, "validityPeriodStart", RtzKind::instant},
    Field{RtzOwner::info, "validityPeriodStop", RtzKind::instant},
    Field{RtzOwner::info, "vesselName", RtzKind::text},
    Field{RtzOwner::info, "vesselMMSI", RtzKind::whole},
    Field{RtzOwner::info, "vesselIMO", RtzKind::whole},
    Field{RtzOwner::info, "vesselVoyage", RtzKind::text},
    Field{RtzOwner::info, "vesselDisplacement", RtzKind::whole},
    Field{RtzOwner::info, "vesselCargo", RtzKind::whole},
    Field{RtzOwner::info, "vesselGM", RtzKind::from_zero},
    Field{RtzOwner::info, "optimizationMethod", RtzKind::text},
    Field{RtzOwner::info, "vesselMaxRoll", RtzKind::whole},
    Field{RtzOwner::info, "vesselMaxWave", RtzKind::from_zero},
    Field{RtzOwner::info, "vesselMaxWind", RtzKind::wind},
    Field{RtzOwner::info, "vesselSpeedMax", RtzKind::from_zero},
    Field{RtzOwner::info, "vesselServiceMin", RtzKind::from_zero},
    Field{RtzOwner::info, "vesselServiceMax", RtzKind::from_zero},
    Field{RtzOwner::info, "routeChangesHistory", RtzKind::history},
    Field{RtzOwner::waypoint, "id", RtzKind::whole},
    Field{RtzOwner::waypoint, "revision", RtzKind::whole},
    Field{RtzOwner::waypoint, "name", RtzKind::text},
    Field{RtzOwner::waypoint, "radius", RtzKind::radius},
    Field{RtzOwner::leg, "starboardXTD", RtzKind::off_track},
    Field{RtzOwner::leg, "portsideXTD", RtzKind::off_track},
    Field{RtzOwner::leg, "safetyContour", RtzKind::from_zero},
    Field{RtzOwner::leg, "safetyDepth", RtzKind::from_zero},
    Field{RtzOwner::leg, "geometryType", RtzKind::line},
    Field{RtzOwner::leg, "speedMin", RtzKind::from_zero},
    Field{RtzOwner::leg, "speedMax", RtzKind::from_zero},
    Field{RtzOwner::leg, "draughtForward", RtzKind::from_zero},
    Field{RtzOwner::leg, "draughtAft", RtzKind::from_zero},
    Field{RtzOwner::leg, "staticUKC", RtzKind::from_zero},
    Field{RtzOwner::leg, "dynamicUKC", RtzKind::from_zero},
    Field{RtzOwner::leg, "masthead", RtzKind::from_zero},
    Field{RtzOwner::leg, "legReport", RtzKind::text},
    Field{RtzOwner::leg, "legInfo", RtzKind::text},
    Field{RtzOwner::leg, "legNote1", RtzKind::text},
    Field{RtzOwner::leg, "legNote2", RtzKind::text},
    Field{RtzOwner::schedule, "id", RtzKind::whole},
    Field{RtzOwner::schedule, "name", RtzKind::text},
    Field{RtzOwner::entry, "waypointId", RtzKind::whole},
    Field{RtzOwner::entry, "etd", RtzKind::instant},
    Field{RtzOwner::entry, "etdWindowBefore", RtzKind::span},
    Field{RtzOwner::entry, "etdWindowAfter", RtzKind::span},
    Field{RtzOwner::entry, "eta", RtzKind::instant},
    Field{RtzOwner::entry, "etaWindowBefore", RtzKind::span},
    Field{RtzOwner::entry, "etaWindowAfter", RtzKind::span},
    Field{RtzOwner::entry, "stay", RtzKind::span},
    Field{RtzOwner::entry, "speed", RtzKind::from_zero},
    Field{RtzOwner::entry, "speedWindow", RtzKind::speed_range},
    Field{RtzOwner::entry, "windSpeed", RtzKind::wind},
    Field{RtzOwner::entry, "windDirection", RtzKind::course},
    Field{RtzOwner::entry, "currentSpeed", RtzKind::from_zero},
    Field{RtzOwner::entry, "currentDirection", RtzKind::course},
    Field{RtzOwner::entry, "windLoss", RtzKind::from_zero},
    Field{RtzOwner::entry, "waveLoss", RtzKind::from_zero},
    Field{RtzOwner::entry, "totalLoss", RtzKind::from_zero},
    Field{RtzOwner::entry, "rpm", RtzKind::whole},
    Field{RtzOwner::entry, "pitch", RtzKind::integer},
    Field{RtzOwner::entry, "fuel", RtzKind::decimal},
    Field{RtzOwner::entry, "relFuelSave", RtzKind::decimal},
    Field{RtzOwner::entry, "absFuelSave", RtzKind::decimal},
    Field{RtzOwner::entry, "Note", RtzKind::text},
};

bool is_decimal_digit(char c) {
    return c >= '0' && c <= '9';
}

/// xsd:decimal; parse_number would take an exponent too.
std::optional<double> parse_decimal(std::string_view text) {
    if (text.find_first_not_of("+-.0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    return parse_number(text.starts_with('+') ? text.substr(1) : text);
}

bool is_integer(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    return !text.empty() && std::all_of(text.begin(), text.end(), is_decimal_digit);
}

bool is_decimal_within(std::string_view text, double least, double greatest, bool end_included) {
    const auto value = parse_decimal(text);
    return value && *value >= least && (*value < greatest || (end_included && *value == greatest));
}

/// Date, 'T' and time to the second; a zone may follow. parse_instant alone would take less.
bool is_date_time(std::string_view text) {
    if (text.size() < 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
        return false;
    }
    try {
        static_cast<void>(parse_instant(text));
    } catch (const Error&) {
        return false;
    }
    return true;
}

/// hh:mm:ss, with parts of a second or without; a zone, which xsd:time may have, says nothing here.
std::optional<double> parse_clock(std::string_view text) {
    if (text.ends_with('Z')) {
        text.remove_suffix(1);
    }
    if (text.size() < 8 || text[2] != ':' || text[5] != ':' || !is_decimal_digit(text[6])) {
        return std::nullopt;
    }
    const auto hours = parse_whole(text.substr(0, 2));
    const auto minutes = parse_whole(text.substr(3, 2));
    const auto seconds = parse_decimal(text.substr(6));
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds >= 60.0) {
        return std::nullopt;
    }
    return static_cast<double>(*hours) * 3600.0 + static_cast<double>(*minutes) * 60.0 + *seconds;
}

/// PnDTnHnMnS. Years and months have no fixed length and are refused.
std::optional<double> parse_duration(std::string_view text) {
    if (!text.starts_with('P')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    double total_s = 0.0;
    bool in_time = false;
    bool any = false;
    std::size_t stage = 0; // the letters stand in this order
    constexpr std::string_view letters = "DHMS";
    constexpr std::array unit_s{86400.0, 3600.0, 60.0, 1.0};
    while (!text.empty()) {
        if (!in_time && text.front() == 'T') {
            in_time = true;
            any = false;
            text.remove_prefix(1);
            continue;
        }
        const auto end = text.find_first_not_of(".0123456789");
        if (end == 0 || end == std::string_view::npos) {
            return std::nullopt;
        }
        const auto value = parse_decimal(text.substr(0, end));
        const auto letter = letters.find(text[end], stage);
        if (!value || letter == std::string_view::npos || in_time == (letter == 0) ||
            (letter != 3 && !parse_whole(text.substr(0, end)))) {
            return std::nullopt;
        }
        total_s += *value * unit_s.at(letter);
        stage = letter + 1;
        any = true;
        text.remove_prefix(end + 1);
    }
    return any ? std::optional(total_s) : std::nullopt;
}

std::optional<std::string> demand_unless(bool right, const char* demand) {
    return right ? std::nullopt : std::optional<std::string>(demand);
}

} // namespace

std::string_view rtz_name(RtzVersion version) noexcept {
    switch (version) {
    case RtzVersion::v1_1:
        return "1.1";
    case RtzVersion::v1_2:
        return "1.2";
    case RtzVersion::v1_0:
        break;
    }
    return "1.0";
}

std::string rtz_namespace(RtzVersion version) {
    return fmt::format("http://www.cirm.org/RTZ/1/{}", rtz_name(version).back());
}

std::optional<RtzVersion> rtz_version_named(std::string_view name) noexcept {
    for (const auto version : {RtzVersion::v1_0, RtzVersion::v1_1, RtzVersion::v1_2}) {
        if (name == rtz_name(version)) {
            return version;
        }
    }
    return std::nullopt;
}

std::optional<RtzKind> rtz_kind(RtzOwner owner, std::string_view name) noexcept {
    const auto* const found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) {
        return field.owner == owner && field.name == name;
    });
    return found == fields.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<std::string> rtz_demand(RtzKind kind, std::string_view value, RtzVersion version) {
    const bool first = version == RtzVersion::v1_0;
    switch (kind) {
    case RtzKind::text:
        return std::nullopt;
    case RtzKind::decimal:
        return demand_unless(parse_decimal(value).has_value(), "a decimal number");
    case RtzKind::whole:
        return demand_unless(parse_whole(value).has_value(), "a whole number of 0 or more");
    case RtzKind::integer:
        return demand_unless(is_integer(value), "a whole number");
    case RtzKind::instant:
        return demand_unless(is_date_time(value), "a date and time such as 2030-08-10T06:00:00Z");
    case RtzKind::span:
        return version == RtzVersion::v1_2
                   ? demand_unless(parse_duration(value).has_value(), "a duration such as PT2H30M")
                   : demand_unless(parse_clock(value).has_value(), "a time such as 02:30:00");
    case RtzKind::course:
        return demand_unless(is_decimal_within(value, 0.0, 360.0, false),
                             "degrees from 0 to less than 360");
    case RtzKind::wind:
    case RtzKind::speed_range:
        if (first && kind == RtzKind::speed_range) {
            return rtz_demand(RtzKind::decimal, value, version);
        }
        return rtz_demand(RtzKind::from_zero, value, version);
    case RtzKind::history:
        return first ? rtz_demand(RtzKind::from_zero, value, version) : std::nullopt;
    case RtzKind::off_track:
        return demand_unless(is_decimal_within(value, 0.0, 10.0, false),
                             "nautical miles from 0 to less than 10");
    case RtzKind::radius:
        return first ? rtz_demand(RtzKind::off_track, value, version)
                     : demand_unless(is_decimal_within(value, 0.0, 5.0, true),
                                     "nautical miles from 0 to 5");
    case RtzKind::line:
        return demand_unless(value == "Loxodrome" || value == "Orthodrome",
                             "Loxodrome or Orthodrome");
    case RtzKind::from_zero:
        break;
    }
    const auto number = parse_decimal(value);
    return demand_unless(number && *number >= 0.0, "a number of 0 or more");
}

std::optional<std::string> rtz_converted(RtzKind kind, const std::string& value, RtzVersion from,
                                         RtzVersion to) {
    if (kind == RtzKind::wind && (from == RtzVersion::v1_0) != (to == RtzVersion::v1_0)) {
        const auto number = parse_decimal(value);
        if (!number) {
            return value;
        }
        const double converted = to == RtzVersion::v1_0
                                     ? Speed::knots(*number).in_metres_per_second()
                                     : Speed::metres_per_second(*number).in_knots();
        return decimal_text(std::round(converted * 1e4) / 1e4);
    }
    // Also within a version: the wrong one of the two notations is often met.
    if (kind == RtzKind::span && rtz_demand(kind, value, to)) {
        const auto seconds = parse_span(value);
        return seconds ? span_text(*seconds, to) : value;
    }
    if (kind == RtzKind::history && rtz_demand(kind, value, to)) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::string> rtz_size_remark(std::size_t bytes) {
    constexpr std::size_t kilobyte = 1000;
    constexpr std::size_t greatest_bytes = 400 * kilobyte;
    if (bytes < greatest_bytes) {
        return std::nullopt;
    }
    return fmt::format("The file has {} kB; RTZ files shall have less than 400 kB, and a bridge "
                       "may refuse it.",
                       bytes / kilobyte);
}

std::optional<std::uint64_t> parse_whole(std::string_view text) noexcept {
    std::uint64_t value = 0;
    const auto* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (text.empty() || result.ec != std::errc() || result.ptr != end) {
        return std::nullopt;
    }
    return value;
}

std::string decimal_text(double value) {
    std::array<char, 400> buffer{}; // the largest double has 309 digits
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0,
                                      std::chars_format::fixed);
    return {buffer.data(), result.ptr};
}

std::optional<std::string> span_text(double seconds, RtzVersion version) {
    const double whole = std::floor(seconds / 60.0);
    const double rest = std::round((seconds - whole * 60.0) * 1e3) / 1e3;
    if (version == RtzVersion::v1_2) {
        return rest == 0.0 ? fmt::format("PT{:.0f}M", whole)
                           : fmt::format("PT{:.0f}M{}S", whole, decimal_text(rest));
    }
    if (seconds >= 86400.0 || rest >= 60.0) {
        return std::nullopt;
    }
    const int minutes = static_cast<int>(whole);
    return fmt::format("{:02d}:{:02d}:{}{}", minutes / 60, minutes % 60, rest < 10.0 ? "0" : "",
                       decimal_text(rest));
}

std::optional<double> parse_span(std::string_view text) {
    const auto clock = parse_clock(text);
    return clock ? clock : parse_duration(text);
}

} // namespace fairlead::io
