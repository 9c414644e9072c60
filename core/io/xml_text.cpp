// SPDX-License-Identifier: Apache-2.0
#include "core/io/xml_text.hpp"

#include "core/base/error.hpp"
#include "core/cost/objective.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace fairlead::io {

std::unique_ptr<pugi::xml_document> parse_xml(std::string_view text, const std::string& name) {
    auto document = std::make_unique<pugi::xml_document>();
    const auto result = document->load_buffer(text.data(), text.size());
    if (!result) {
        const auto upto =
            text.substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(
                               0, std::min<std::ptrdiff_t>(
                                      result.offset, static_cast<std::ptrdiff_t>(text.size())))));
        const auto line = 1 + std::count(upto.begin(), upto.end(), '\n');
        throw Error(ErrorCode::malformed,
                    fmt::format("{}:{}: is not XML ({})", name, line, result.description()));
    }
    return document;
}

std::string xml_text(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return std::move(out).str();
}

void append_text(pugi::xml_node parent, const char* element, const std::string& text) {
    std::string clean = text;
    std::replace_if(
        clean.begin(), clean.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }, ' ');
    parent.append_child(element).text() = clean.c_str();
}

std::string degrees_text(double degrees) {
    return fmt::format("{:.7f}", degrees);
}

std::string route_description(const RouteDocument& document) {
    std::string text;
    if (document.route) {
        const auto& totals = document.route->totals;
        text = fmt::format("Distance {:.1f} nmi, {}, fuel {:.1f} t, CO2 {:.1f} t, planned for {}. ",
                           totals.distance.in_nautical_miles(), format_duration(totals.duration),
                           totals.fuel_t, totals.co2_t, cost::name(document.route->objective.kind));
    }
    if (document.provenance) {
        text += fmt::format("Made by Fairlead {} for {} from {}. ", document.provenance->version,
                            document.provenance->vessel, document.provenance->scenario);
    }
    return text + "Legs are geodesics on WGS 84. Not for navigation.";
}

} // namespace fairlead::io
