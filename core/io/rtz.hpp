// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes as RTZ 1.0, 1.1 and 1.2, the format in which bridges take routes.
/// Source: IEC 61174:2015 annex S (RTZ 1.0); RTZ schemas 1.0, 1.1 and 1.2 of CIRM. A leg belongs to
/// the waypoint where it ends; Loxodrome is a rhumb line, Orthodrome the shortest line.

#include "core/io/route_document.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// One route; its version follows from `route@version`, its remarks say where the file departs
/// from the schema in what does not change the route.
/// @param name stands for the file in errors.
/// @throws Error (malformed, unsupported) naming file, element and attribute.
[[nodiscard]] std::vector<RouteDocument> parse_rtz(std::string_view text, const std::string& name);

/// The routes in an RTZ container: a zip archive with an .rtz file and what belongs to it.
/// @throws Error as parse_rtz, and (malformed, unsupported) for an archive that cannot be used.
[[nodiscard]] std::vector<RouteDocument> read_rtz_container(const std::filesystem::path& file);

struct RtzText {
    std::string text;
    std::vector<std::string> remarks; ///< what this version cannot say, in sentences for people
};

/// The document in that version. Values of another version are brought into its units and
/// notation. The time of a point is written as a schedule where the document has none.
/// @param route_name RTZ wants that of the file.
/// @param name stands for the file in errors.
/// @throws Error (invalid_argument) naming file, element, attribute and value, for what the schema
///         does not allow.
[[nodiscard]] RtzText rtz_text(const RouteDocument& document, RtzVersion version,
                               const std::string& route_name, const std::string& name);

/// All that a waypoint and its leg say, to tell whether they have changed.
[[nodiscard]] std::string rtz_fingerprint(const RoutePoint& point);

} // namespace fairlead::io
