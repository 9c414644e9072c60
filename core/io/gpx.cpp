// SPDX-License-Identifier: Apache-2.0
#include "core/io/gpx.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/xml_text.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <cmath>
#include <optional>
#include <utility>

namespace fairlead::io {
namespace {

double degrees_attribute(const pugi::xml_node& node, const char* attribute, double greatest,
                         const std::string& where) {
    const std::string_view text = node.attribute(attribute).value();
    const auto value = parse_number(text);
    if (!value || std::abs(*value) > greatest) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: attribute {} is '{}', not degrees within -{} and {}", where,
                                attribute, text, greatest, greatest));
    }
    return *value;
}

RoutePoint read_point(const pugi::xml_node& node, const std::string& where) {
    RoutePoint point;
    point.position = geo::Position::degrees(degrees_attribute(node, "lat", 90.0, where),
                                            degrees_attribute(node, "lon", 360.0, where));
    point.name = node.child_value("name");
    const auto time = trim(node.child_value("time"));
    if (!time.empty()) {
        point.time = parse_instant(time, where + ": time");
    }
    return point;
}

void append_points(RouteDocument& route, const pugi::xml_node& parent, const char* element,
                   const std::string& where) {
    for (const auto& node : parent.children(element)) {
        route.points.push_back(
            read_point(node, fmt::format("{} {} {}", where, element, route.points.size() + 1)));
    }
}

} // namespace

std::string gpx_text(const RouteDocument& document) {
    pugi::xml_document xml;
    auto declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto gpx = xml.append_child("gpx");
    gpx.append_attribute("version") = "1.1";
    gpx.append_attribute("creator") = "Fairlead";
    gpx.append_attribute("xmlns") = "http://www.topografix.com/GPX/1/1";
    auto route = gpx.append_child("rte");
    append_text(route, "name", document.name);
    append_text(route, "desc", route_description(document));
    for (const auto& point : document.points) {
        auto node = route.append_child("rtept");
        node.append_attribute("lat") = degrees_text(point.position.latitude_deg()).c_str();
        node.append_attribute("lon") = degrees_text(point.position.longitude_deg()).c_str();
        if (point.time) {
            append_text(node, "time", format_instant(*point.time));
        }
        if (!point.name.empty()) {
            append_text(node, "name", point.name);
        }
    }
    return xml_text(xml);
}

std::vector<RouteDocument> parse_gpx(std::string_view text, const std::string& name) {
    const auto xml = parse_xml(text, name);
    const auto gpx = xml->child("gpx");
    if (!gpx) {
        throw Error(ErrorCode::malformed, fmt::format("{}: has no element gpx", name));
    }
    std::vector<RouteDocument> routes;
    for (const auto& node : gpx.children("rte")) {
        RouteDocument route;
        route.name = node.child_value("name");
        append_points(route, node, "rtept", fmt::format("{}: rte {}", name, routes.size() + 1));
        routes.push_back(std::move(route));
    }
    if (routes.empty()) {
        for (const auto& node : gpx.children("trk")) {
            RouteDocument route;
            route.name = node.child_value("name");
            for (const auto& segment : node.children("trkseg")) {
                append_points(route, segment, "trkpt",
                              fmt::format("{}: trk {}", name, routes.size() + 1));
            }
            routes.push_back(std::move(route));
        }
    }
    if (routes.empty()) {
        throw Error(ErrorCode::malformed, fmt::format("{}: has neither rte nor trk", name));
    }
    for (std::size_t i = 0; i < routes.size(); ++i) {
        if (routes[i].points.size() < 2) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: route {} has fewer than two points", name, i + 1));
        }
    }
    return routes;
}

} // namespace fairlead::io
