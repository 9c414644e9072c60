// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Places by name: ports, anchorages, stations and passages of data/ports/ports.csv, whose
/// SOURCES.md says where the positions are from.

#include "core/geo/position.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fairlead::geo {

enum class PlaceKind {
    port,
    anchorage, ///< roads or a landing without a quay
    station,   ///< research station that ships supply
    gateway,   ///< port in open water where polar voyages begin
    passage,   ///< strait, cape or other place on the way
};

/// As data/ports/ports.csv writes it.
[[nodiscard]] std::string_view name(PlaceKind kind) noexcept;

struct Place {
    std::string name;
    std::vector<std::string> alternative_names;
    std::string country;   ///< ISO 3166-1 alpha-2; AQ for Antarctica, "" on the high seas
    std::string un_locode; ///< "" where there is none or it is not known for certain
    Position position;     ///< on water
    PlaceKind kind = PlaceKind::port;
    std::string source; ///< where the position is from
    std::string note;   ///< what an answer that uses the place must say; mostly ""
};

class Gazetteer {
  public:
    /// @throws Error (not_found, malformed) naming file and line, also for two places one name
    ///         would mean.
    [[nodiscard]] static Gazetteer read(const std::filesystem::path& file);

    [[nodiscard]] const std::vector<Place>& places() const noexcept { return places_; }

    /// By name, alternative name or UN/LOCODE. Upper and lower case, accents, hyphens, dots,
    /// apostrophes and repeated spaces make no difference.
    /// @throws Error (not_found) with what may have been meant.
    [[nodiscard]] const Place& find(std::string_view name) const;

    /// A place as a user writes it: a name, or a position as parse_position reads it (which then
    /// is its name too, printed as format_position does; its kind is passage).
    /// @throws Error (not_found) as find, (invalid_argument) as parse_position for a text that
    ///         begins like a position.
    [[nodiscard]] Place resolve(std::string_view text) const;

  private:
    std::vector<Place> places_;
    std::unordered_map<std::string, std::size_t> by_folded_name_;
};

/// Name as it is compared: lower case, without accents, words parted by single spaces.
[[nodiscard]] std::string folded_name(std::string_view name);

} // namespace fairlead::geo
