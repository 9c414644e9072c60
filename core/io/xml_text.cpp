// SPDX-License-Identifier: Apache-2.0
#include "core/io/xml_text.hpp"

#include "core/base/error.hpp"
#include "core/cost/objective.hpp"
#include "core/io/xml_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace fairlead::io {
namespace {

/// Past the next `end` after `at`, or the end of the text.
std::size_t after(std::string_view text, std::string_view end, std::size_t at) {
    const auto found = text.find(end, at);
    return found == std::string_view::npos ? text.size() : found + end.size();
}

/// Past the '>' that closes the tag at `at`; one in quotes closes nothing.
std::size_t after_tag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            quote = c == quote ? char{0} : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return at;
}

/// The parser builds what it is given, and taking a tree down goes as deep as the tree.
void expect_harmless(std::string_view text, const std::string& name) {
    constexpr int deepest = 100;
    int depth = 0;
    for (auto at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        const auto rest = text.substr(at);
        if (rest.starts_with("<!--")) {
            at = after(text, "-->", at + 4);
        } else if (rest.starts_with("<![CDATA[")) {
            at = after(text, "]]>", at);
        } else if (rest.starts_with("<?")) {
            at = after(text, "?>", at);
        } else if (rest.starts_with("<!")) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: has a document type definition, which route files have "
                                    "not",
                                    name));
        } else if (rest.starts_with("</")) {
            --depth;
            at = after_tag(text, at);
        } else {
            at = after_tag(text, at);
            if (at >= 2 && text.substr(at - 2, 2) != "/>" && ++depth > deepest) {
                throw Error(ErrorCode::malformed,
                            fmt::format("{}: elements are nested deeper than {}", name, deepest));
            }
        }
    }
}

} // namespace

std::unique_ptr<pugi::xml_document> parse_xml(std::string_view bytes, const std::string& name,
                                              unsigned int options) {
    const auto decoded = xml_as_utf8(bytes, name);
    const std::string_view text = decoded;
    expect_harmless(text, name);
    auto document = std::make_unique<pugi::xml_document>();
    const auto result =
        document->load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
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

std::string clean_text(const std::string& text) {
    std::string clean = text;
    std::replace_if(
        clean.begin(), clean.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }, ' ');
    return clean;
}

void append_text(pugi::xml_node parent, const char* element, const std::string& text) {
    parent.append_child(element).text() = clean_text(text).c_str();
}

std::string degrees_text(double degrees) {
    return fmt::format("{:.7f}", degrees);
}

std::string route_description(const RouteDocument& document) {
    std::string text;
    if (document.route) {
        const auto& totals = document.route->totals;
        text = fmt::format("Distance {:.1f} nm, {}, fuel {:.1f} t, CO2 {:.1f} t, planned for {}. ",
                           totals.distance.in_nautical_miles(), format_duration(totals.duration),
                           totals.fuel_t, totals.co2_t, cost::name(document.route->objective.kind));
    }
    if (document.provenance) {
        text += fmt::format("Made by Fairlead {} for {} from {}. ", document.provenance->version,
                            document.provenance->vessel, document.provenance->scenario);
    }
    const auto rhumb_legs = rhumb_leg_count(document);
    return text + (rhumb_legs == 0
                       ? std::string("Legs are geodesics on WGS 84. Not for navigation.")
                       : fmt::format("{} of {} legs are rhumb lines on WGS 84, the others "
                                     "geodesics. Not for navigation.",
                                     rhumb_legs, document.points.size() - 1));
}

} // namespace fairlead::io
