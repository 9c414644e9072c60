// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the XML formats (GPX, KML, RTZ) share. Internal to io: it shows pugixml.

#include "core/io/route_document.hpp"

#include <pugixml.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace fairlead::io {

/// @param options of pugixml: what is kept of comments and white space.
/// @throws Error (malformed) naming file, line and the parser's reason; also for a document type
///         definition, which no route format has, and for elements nested deeper than any has;
///         and as xml_as_utf8().
[[nodiscard]] std::unique_ptr<pugi::xml_document>
parse_xml(std::string_view bytes, const std::string& name,
          unsigned int options = pugi::parse_default);
/// The whole document, two spaces a level.
[[nodiscard]] std::string xml_text(const pugi::xml_document& document);
/// Control characters that XML 1.0 cannot hold become spaces.
[[nodiscard]] std::string clean_text(const std::string& text);
/// A child element that holds text, cleaned.
void append_text(pugi::xml_node parent, const char* element, const std::string& text);
/// Seven decimals: a centimetre.
[[nodiscard]] std::string degrees_text(double degrees);
/// One paragraph for people: totals, what it is made from, which lines the legs are.
[[nodiscard]] std::string route_description(const RouteDocument& document);

} // namespace fairlead::io
