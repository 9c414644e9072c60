// SPDX-License-Identifier: Apache-2.0
#include "core/geo/gazetteer.hpp"

#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fairlead::geo {
namespace {

/// Letters of the names of the north, in UTF-8, and what a plain keyboard has for them.
constexpr std::pair<std::string_view, std::string_view> plain_letters[] = {
    {"à", "a"},  {"á", "a"},  {"â", "a"},  {"ã", "a"}, {"ä", "a"}, {"å", "a"}, {"æ", "ae"},
    {"ç", "c"},  {"è", "e"},  {"é", "e"},  {"ê", "e"}, {"ë", "e"}, {"ì", "i"}, {"í", "i"},
    {"î", "i"},  {"ï", "i"},  {"ð", "d"},  {"ñ", "n"}, {"ò", "o"}, {"ó", "o"}, {"ô", "o"},
    {"õ", "o"},  {"ö", "o"},  {"ø", "o"},  {"ù", "u"}, {"ú", "u"}, {"û", "u"}, {"ü", "u"},
    {"ý", "y"},  {"þ", "th"}, {"ß", "ss"}, {"ć", "c"}, {"č", "c"}, {"đ", "d"}, {"ė", "e"},
    {"ę", "e"},  {"ě", "e"},  {"ł", "l"},  {"ń", "n"}, {"ň", "n"}, {"ŋ", "n"}, {"ō", "o"},
    {"œ", "oe"}, {"ř", "r"},  {"ś", "s"},  {"š", "s"}, {"ŧ", "t"}, {"ū", "u"}, {"ź", "z"},
    {"ż", "z"},  {"ž", "z"},  {"ġ", "g"},  {"ё", "е"},
};
constexpr std::string_view word_breaks[] = {" ", "\t", "-", ".", "‐", "–", "\u00a0", "_"};
constexpr std::string_view apostrophes[] = {"'", "’", "ʼ"}; // as if they were not there

/// The lower-case letter of two bytes for an upper-case one: Latin-1, the even and odd pairs of
/// Latin Extended-A that plain_letters lists, and Russian Cyrillic.
std::string lower_of_two_bytes(unsigned char lead, unsigned char trail) {
    const unsigned code = (lead & 0x1fu) << 6 | (trail & 0x3fu);
    unsigned lower = code;
    if ((code >= 0xc0 && code <= 0xde && code != 0xd7) || (code >= 0x410 && code <= 0x42f)) {
        lower = code + 0x20;
    } else if (code == 0x401) {
        lower = 0x451;
    } else if (code >= 0x100 && code <= 0x17f) {
        const bool upper_is_odd =
            (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17e);
        lower = (code % 2 == 1) == upper_is_odd ? code + 1 : code;
    }
    return {static_cast<char>(0xc0u | lower >> 6), static_cast<char>(0x80u | (lower & 0x3fu))};
}

PlaceKind kind_of(const Table& table, std::size_t row) {
    const auto& text = table.text(row, "kind");
    for (const auto kind : {PlaceKind::port, PlaceKind::anchorage, PlaceKind::station,
                            PlaceKind::gateway, PlaceKind::passage}) {
        if (text == name(kind)) {
            return kind;
        }
    }
    throw Error(ErrorCode::malformed,
                fmt::format("{}: kind '{}' is none of port, anchorage, station, gateway, passage",
                            table.where(row), text));
}

Place place_of(const Table& table, std::size_t row) {
    Place place;
    place.name = table.text(row, "name");
    for (const auto& part : split(table.text(row, "alternative_names"), ';')) {
        if (const auto name = trim(part); !name.empty()) {
            place.alternative_names.emplace_back(name);
        }
    }
    place.country = table.text(row, "country");
    place.un_locode = table.text(row, "un_locode");
    try {
        place.position = Position::degrees(table.number(row, "latitude_deg"),
                                           table.number(row, "longitude_deg"));
    } catch (const Error& problem) {
        throw Error(ErrorCode::malformed, fmt::format("{}: {}", table.where(row), problem.what()));
    }
    place.kind = kind_of(table, row);
    place.source = table.text(row, "source");
    place.note = table.text(row, "note");
    if (place.name.empty() || place.source.empty()) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: a place needs a name and a source", table.where(row)));
    }
    return place;
}

/// "69.0,33.05", "-69 ...", "N69 ...": no place's name begins so.
bool begins_like_position(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    text = trim(text);
    if (!text.empty() &&
        std::string_view("+-nsewNSEW").find(text.front()) != std::string_view::npos) {
        text.remove_prefix(1);
        text = trim(text);
    } else if (text.starts_with("\u2212")) {
        return true;
    }
    return !text.empty() && digits.find(text.front()) != std::string_view::npos;
}

} // namespace

std::string folded_name(std::string_view name) {
    std::string folded;
    bool new_word = false;
    const auto append = [&](std::string_view letters) {
        if (new_word && !folded.empty()) {
            folded += ' ';
        }
        new_word = false;
        folded += letters;
    };
    while (!name.empty()) {
        const auto silent =
            std::find_if(std::begin(apostrophes), std::end(apostrophes),
                         [&](std::string_view mark) { return name.starts_with(mark); });
        if (silent != std::end(apostrophes)) {
            name.remove_prefix(silent->size());
            continue;
        }
        const auto gap =
            std::find_if(std::begin(word_breaks), std::end(word_breaks),
                         [&](std::string_view mark) { return name.starts_with(mark); });
        if (gap != std::end(word_breaks)) {
            new_word = true;
            name.remove_prefix(gap->size());
            continue;
        }
        const auto lead = static_cast<unsigned char>(name.front());
        if (lead < 0xc0 || lead >= 0xe0 || name.size() < 2) {
            append(to_lower(name.substr(0, 1)));
            name.remove_prefix(1);
            continue;
        }
        const auto lower = lower_of_two_bytes(lead, static_cast<unsigned char>(name[1]));
        const auto plain = std::find_if(std::begin(plain_letters), std::end(plain_letters),
                                        [&](const auto& pair) { return pair.first == lower; });
        append(plain != std::end(plain_letters) ? plain->second : std::string_view(lower));
        name.remove_prefix(2);
    }
    return folded;
}

Gazetteer Gazetteer::read(const std::filesystem::path& file) {
    const Table table = Table::read(file);
    Gazetteer gazetteer;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        gazetteer.places_.push_back(place_of(table, row));
        const Place& place = gazetteer.places_.back();
        auto names = place.alternative_names;
        names.push_back(place.name);
        if (!place.un_locode.empty()) {
            names.push_back(place.un_locode);
        }
        for (const auto& name : names) {
            const auto [known, added] = gazetteer.by_folded_name_.emplace(folded_name(name), row);
            if (!added && known->second != row) {
                throw Error(ErrorCode::malformed,
                            fmt::format("{}: '{}' already stands for {}", table.where(row), name,
                                        gazetteer.places_[known->second].name));
            }
        }
    }
    return gazetteer;
}

std::string_view name(PlaceKind kind) noexcept {
    switch (kind) {
    case PlaceKind::port:
        return "port";
    case PlaceKind::anchorage:
        return "anchorage";
    case PlaceKind::station:
        return "station";
    case PlaceKind::gateway:
        return "gateway";
    case PlaceKind::passage:
        break;
    }
    return "passage";
}

const Place& Gazetteer::find(std::string_view name) const {
    const auto folded = folded_name(name);
    if (const auto known = by_folded_name_.find(folded); known != by_folded_name_.end()) {
        return places_[known->second];
    }
    std::vector<std::string> candidates;
    std::vector<std::string> containing;
    for (const auto& [known, index] : by_folded_name_) {
        candidates.push_back(known);
        if (folded.size() >= 3 && known.find(folded) != std::string::npos) {
            containing.push_back(places_[index].name);
        }
    }
    // Hash order is nobody's business: the same question gets the same hint.
    std::sort(candidates.begin(), candidates.end());
    std::sort(containing.begin(), containing.end());
    containing.erase(std::unique(containing.begin(), containing.end()), containing.end());
    std::string hint;
    if (!containing.empty()) {
        containing.resize(std::min<std::size_t>(containing.size(), 5));
        hint = fmt::format("{}", fmt::join(containing, ", "));
    } else if (const auto meant = closest(folded, candidates)) {
        hint = places_[by_folded_name_.at(*meant)].name;
    }
    throw Error(ErrorCode::not_found,
                fmt::format("place '{}' is not known{}; give its position as 69.0,33.05 instead",
                            name, hint.empty() ? "" : fmt::format(" (did you mean {}?)", hint)));
}

Place Gazetteer::resolve(std::string_view text) const {
    if (!begins_like_position(text)) {
        return find(text);
    }
    Place place;
    place.position = parse_position(text);
    place.name = format_position(place.position);
    place.kind = PlaceKind::passage;
    place.source = "given by the user";
    return place;
}

} // namespace fairlead::geo
