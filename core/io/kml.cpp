// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml.hpp"

#include "core/io/lonlat_line.hpp"
#include "core/io/xml_text.hpp"

#include <fmt/format.h>

namespace fairlead::io {
namespace {

std::string coordinates_text(const std::vector<geo::MapPosition>& part) {
    std::string text;
    for (const auto& point : part) {
        text += fmt::format("{}{},{}", text.empty() ? "" : " ", degrees_text(point.longitude_deg),
                            degrees_text(point.latitude_deg));
    }
    return text;
}

void append_line(pugi::xml_node folder, const RouteDocument& document) {
    auto placemark = folder.append_child("Placemark");
    append_text(placemark, "name", document.name);
    append_text(placemark, "description", route_description(document));
    append_text(placemark, "styleUrl", "#route");
    auto parts = placemark.append_child("MultiGeometry");
    for (const auto& part : lonlat_line(sailed_line(document.points))) {
        auto line = parts.append_child("LineString");
        append_text(line, "tessellate", "1");
        append_text(line, "coordinates", coordinates_text(part));
    }
}

void append_point(pugi::xml_node folder, const RoutePoint& point, std::size_t number) {
    auto placemark = folder.append_child("Placemark");
    append_text(placemark, "name",
                point.name.empty() ? std::to_string(number)
                                   : fmt::format("{} {}", number, point.name));
    append_text(placemark, "description", geo::format_position(point.position));
    if (point.time) {
        append_text(placemark.append_child("TimeStamp"), "when", format_instant(*point.time));
    }
    append_text(
        placemark.append_child("Point"), "coordinates",
        coordinates_text({{point.position.latitude_deg(), point.position.longitude_deg()}}));
}

} // namespace

std::string kml_text(const RouteDocument& document) {
    pugi::xml_document xml;
    auto declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto kml = xml.append_child("kml");
    kml.append_attribute("xmlns") = "http://www.opengis.net/kml/2.2";
    auto folder = kml.append_child("Document");
    append_text(folder, "name", document.name);
    auto style = folder.append_child("Style");
    style.append_attribute("id") = "route";
    auto line_style = style.append_child("LineStyle");
    append_text(line_style, "color", "ff0060ff"); // alpha, blue, green, red: orange
    append_text(line_style, "width", "3");
    append_line(folder, document);
    for (std::size_t i = 0; i < document.points.size(); ++i) {
        append_point(folder, document.points[i], i + 1);
    }
    return xml_text(xml);
}

} // namespace fairlead::io
