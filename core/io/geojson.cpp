// SPDX-License-Identifier: Apache-2.0
#include "core/io/geojson.hpp"

#include "core/base/error.hpp"
#include "core/io/json_parts.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace fairlead::io {
namespace {

constexpr int layout_version = 1;
/// Ends of parts nearer than this (0.1 m of latitude) are the same place.
constexpr double joined_within_deg = 1e-6;
/// Collections inside collections deeper than this are not data.
constexpr int deepest_nesting = 16;

/// Reads one document; carries where it stands for its errors.
class GeojsonReader {
  public:
    explicit GeojsonReader(const std::string& file) : file_(file) {}

    [[nodiscard]] std::vector<RouteDocument> read(const Json& root) {
        expect_geographic(root);
        read_object(root, 0);
        if (routes_.empty()) {
            fail("has no LineString or MultiLineString");
        }
        return std::move(routes_);
    }

  private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorCode::malformed,
                    feature_ < 0 ? fmt::format("{}: {}", file_, what)
                                 : fmt::format("{}: feature {} {}", file_, feature_, what));
    }

    /// The format of before 2016 could name another CRS; whoever still does means it.
    void expect_geographic(const Json& root) const {
        const auto crs = root.is_object() ? root.find("crs") : root.end();
        if (crs == root.end() || crs->is_null()) {
            return;
        }
        const auto text = crs->dump(-1, ' ', false, Json::error_handler_t::replace);
        if (text.find("CRS84") == std::string::npos && text.find("4326") == std::string::npos) {
            fail(fmt::format("is in another CRS than longitude and latitude: {}", text));
        }
    }

    void read_object(const Json& object, int depth) {
        if (!object.is_object() || !object.contains("type") || !object["type"].is_string()) {
            fail("is not GeoJSON: an object without \"type\"");
        }
        if (depth > deepest_nesting) {
            fail("is nested too deeply");
        }
        const auto type = object["type"].get<std::string>();
        if (type == "FeatureCollection") {
            int index = 0;
            for (const auto& feature : list(object, "features")) {
                feature_ = index++;
                read_object(feature, depth + 1);
            }
            feature_ = -1;
        } else if (type == "Feature") {
            read_feature(object, depth);
        } else if (type == "GeometryCollection") {
            for (const auto& geometry : list(object, "geometries")) {
                read_object(geometry, depth + 1);
            }
        } else if (type == "LineString") {
            add_line(read_points(list(object, "coordinates")), "");
        } else if (type == "MultiLineString") {
            add_line(read_parts(list(object, "coordinates")), "");
        } else if (type != "Point" && type != "MultiPoint" && type != "Polygon" &&
                   type != "MultiPolygon") {
            fail(fmt::format("has \"type\" \"{}\", which GeoJSON does not know", type));
        }
    }

    void read_feature(const Json& feature, int depth) {
        const auto properties = feature.find("properties");
        const bool has_properties = properties != feature.end() && properties->is_object();
        if (has_properties && properties->contains("fairlead_route")) {
            read_own(*properties);
            return;
        }
        const auto geometry = feature.find("geometry");
        if (geometry == feature.end()) {
            fail("has no \"geometry\"");
        }
        if (geometry->is_null()) {
            return;
        }
        const auto before = routes_.size();
        read_object(*geometry, depth + 1);
        if (has_properties && routes_.size() == before + 1) {
            routes_.back().name = text(*properties, "name");
        }
    }

    void read_own(const Json& properties) {
        if (properties["fairlead_route"] != Json(layout_version)) {
            fail("has \"fairlead_route\" of another version than 1");
        }
        RouteDocument route;
        route.name = text(properties, "name");
        std::size_t index = 0;
        for (const auto& waypoint : list(properties, "waypoints")) {
            const auto where = fmt::format("waypoint {}", index++);
            if (!waypoint.is_object() || !waypoint.contains("position")) {
                fail(where + " has no \"position\"");
            }
            RoutePoint point;
            point.position = read_position(waypoint["position"], where);
            point.name = text(waypoint, "name");
            const auto time = text(waypoint, "time");
            if (!time.empty()) {
                point.time = parse_instant(time, fmt::format("{}: {} \"time\"", file_, where));
            }
            const auto leave = text(waypoint, "leave_not_before");
            if (!leave.empty()) {
                point.leave_not_before =
                    parse_instant(leave, fmt::format("{}: {} \"leave_not_before\"", file_, where));
            }
            if (waypoint.contains("speed_kn") && waypoint["speed_kn"].is_number()) {
                const double knots = waypoint["speed_kn"].get<double>();
                if (!is_possible_speed(knots)) {
                    fail(
                        fmt::format("{} has \"speed_kn\" {}, not a speed of a ship", where, knots));
                }
                point.speed = Speed::knots(knots);
            }
            const auto line = leg_line_named(text(waypoint, "leg_line"));
            if (!line) {
                fail(fmt::format("{} has \"leg_line\" \"{}\", not geodesic or rhumb_line", where,
                                 text(waypoint, "leg_line")));
            }
            point.line = *line;
            route.points.push_back(std::move(point));
        }
        add(std::move(route));
    }

    void add_line(const std::vector<geo::Position>& places, std::string name) {
        RouteDocument route;
        route.name = std::move(name);
        for (const auto& place : places) {
            route.points.push_back({place, "", {}, {}, {}});
        }
        add(std::move(route));
    }

    void add(RouteDocument route) {
        if (route.points.size() < 2) {
            fail("has a line of fewer than two points");
        }
        routes_.push_back(std::move(route));
    }

    [[nodiscard]] const Json& list(const Json& object, const char* key) const {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_array()) {
            fail(fmt::format("has no list \"{}\"", key));
        }
        return *found;
    }

    [[nodiscard]] static std::string text(const Json& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : "";
    }

    [[nodiscard]] geo::Position read_position(const Json& json, const std::string& where) const {
        if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) {
            fail(fmt::format("{} is not a [longitude, latitude] pair", where));
        }
        const double longitude = json[0].get<double>();
        const double latitude = json[1].get<double>();
        if (!(std::abs(latitude) <= 90.0 && std::abs(longitude) <= 360.0)) {
            fail(fmt::format("{} is [{}, {}], which is not a longitude and a latitude in degrees",
                             where, longitude, latitude));
        }
        return geo::Position::degrees(latitude, longitude);
    }

    [[nodiscard]] std::vector<geo::Position> read_points(const Json& coordinates) const {
        std::vector<geo::Position> places;
        for (const auto& pair : coordinates) {
            places.push_back(read_position(pair, fmt::format("point {}", places.size())));
        }
        return places;
    }

    [[nodiscard]] std::vector<geo::Position> read_parts(const Json& coordinates) const {
        std::vector<geo::Position> places;
        for (const auto& part : coordinates) {
            if (!part.is_array()) {
                fail("has a part of its line that is not a list");
            }
            const auto points = read_points(part);
            auto first = points.begin();
            if (!places.empty() && first != points.end()) {
                if (!same_place(places.back(), *first)) {
                    fail("has a line in parts that do not join end to end");
                }
                ++first;
            }
            places.insert(places.end(), first, points.end());
        }
        return places;
    }

    [[nodiscard]] static bool same_place(const geo::Position& a, const geo::Position& b) {
        const double turn = std::remainder(a.longitude_deg() - b.longitude_deg(), 360.0);
        return std::abs(a.latitude_deg() - b.latitude_deg()) <= joined_within_deg &&
               std::abs(turn) <= joined_within_deg;
    }

    const std::string& file_;
    int feature_ = -1;
    std::vector<RouteDocument> routes_;
};

} // namespace

std::string geojson_text(const RouteDocument& document) {
    Json properties;
    properties["fairlead_route"] = layout_version;
    properties["name"] = document.name;
    if (document.route) {
        properties.update(totals_json(*document.route));
    }
    properties["waypoints"] = waypoints_json(document.points);
    if (document.route) {
        properties["legs"] = legs_json(*document.route);
        properties["waits"] = waits_json(*document.route);
        properties["findings"] = findings_json(document.findings);
    }
    if (document.provenance) {
        properties["provenance"] = provenance_json(*document.provenance);
    }
    Json feature;
    feature["type"] = "Feature";
    feature["geometry"] = line_json(document.points);
    feature["properties"] = std::move(properties);
    return json_text(feature);
}

std::vector<RouteDocument> parse_geojson(std::string_view text, const std::string& name) {
    Json root;
    try {
        root = Json::parse(text);
    } catch (const Json::exception& problem) {
        // Its text begins with an identifier in brackets that says nothing to people.
        const std::string_view what = problem.what();
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is not JSON: {}", name, what.substr(what.find(']') + 2)));
    }
    return GeojsonReader(name).read(root);
}

} // namespace fairlead::io
