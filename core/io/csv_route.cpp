// SPDX-License-Identifier: Apache-2.0
#include "core/io/csv_route.hpp"

#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/io/xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <utility>

namespace fairlead::io {
namespace {

struct DistanceAndCourse {
    Length distance;
    geo::Bearing course; ///< where the leg begins
};

DistanceAndCourse leg_to(const geo::Position& from, const RoutePoint& to) {
    if (to.line == geo::EdgeKind::rhumb_line) {
        const auto leg = geo::rhumb_inverse(from, to.position);
        return {leg.distance, leg.bearing};
    }
    const auto leg = geo::geodesic_inverse(from, to.position);
    return {leg.distance, leg.initial_bearing};
}

std::string planned_columns(const route::Leg& leg) {
    return fmt::format(",{:.2f},{:.3f},{:.3f},{:.2f},{:.1f},{},{:.2f},{:.2f},{:.3f}",
                       leg.waiting.in_hours(), leg.mean_concentration, leg.max_concentration,
                       leg.max_thickness_m, leg.min_rio,
                       leg.min_depth_m ? fmt::format("{:.0f}", *leg.min_depth_m) : "", leg.fuel_t,
                       leg.co2_t, leg.risk);
}

std::optional<std::string> column_among(const Table& table, const std::string& file,
                                        std::initializer_list<std::string_view> names) {
    std::optional<std::string> found;
    for (const auto& column : table.columns()) {
        const auto lowered = to_lower(trim(column));
        if (std::find(names.begin(), names.end(), lowered) == names.end()) {
            continue;
        }
        if (found) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: columns '{}' and '{}' are both {}; keep one", file, *found,
                                    column, *names.begin()));
        }
        found = column;
    }
    return found;
}

std::string needed_column(const Table& table, const std::string& file,
                          std::initializer_list<std::string_view> names) {
    if (auto column = column_among(table, file, names)) {
        return *column;
    }
    throw Error(ErrorCode::malformed, fmt::format("{}: has no column '{}'", file, *names.begin()));
}

/// Whether the column counts from 0 to 360 degrees east: a longitude beyond 180 says so, if no
/// other one is west of 0.
/// @throws Error naming both lines where one column has both.
bool counts_to_360(const Table& table, const std::string& column) {
    std::optional<std::size_t> beyond;
    std::optional<std::size_t> west;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const double value = table.number(row, column);
        if (value > 180.0 && !beyond) {
            beyond = row;
        }
        if (value < 0.0 && !west) {
            west = row;
        }
    }
    if (beyond && west) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: {} is {}, but {} in {}: write all of the column from -180 to "
                                "180, or all of it from 0 to 360",
                                table.where(*beyond), column, table.number(*beyond, column),
                                table.number(*west, column), table.where(*west)));
    }
    return beyond.has_value();
}

double degrees_in(const Table& table, std::size_t row, const std::string& column, double greatest) {
    const double value = table.number(row, column);
    if (std::abs(value) > greatest) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: {} is {}, not degrees within -{} and {}", table.where(row),
                                column, value, greatest, greatest));
    }
    return value;
}

} // namespace

std::string csv_text(const RouteDocument& document) {
    const bool planned = document.route.has_value();
    std::string text = "number,name,latitude_deg,longitude_deg,position,time_utc,leave_not_before_"
                       "utc,distance_nmi,leg_course_deg,"
                       "leg_distance_nmi,leg_speed_kn";
    const bool has_rhumb_legs = rhumb_leg_count(document) > 0;
    if (has_rhumb_legs) {
        text += ",leg_line";
    }
    text += planned
                ? ",leg_waiting_h,leg_mean_concentration,leg_max_concentration,"
                  "leg_max_thickness_m,leg_min_rio,leg_min_depth_m,leg_fuel_t,leg_co2_t,leg_risk"
                : "";
    text += ",route_name\n";
    Length run;
    for (std::size_t i = 0; i < document.points.size(); ++i) {
        const auto& point = document.points[i];
        std::string course;
        std::string leg_distance;
        if (i > 0) {
            const auto leg = leg_to(document.points[i - 1].position, point);
            run += leg.distance;
            course = fmt::format("{:.1f}", leg.course.in_degrees());
            leg_distance = fmt::format("{:.2f}", leg.distance.in_nautical_miles());
        }
        text += fmt::format("{},{},{},{},{},{},{},{:.2f},{},{},{}", i + 1, csv_field(point.name),
                            degrees_text(point.position.latitude_deg()),
                            degrees_text(point.position.longitude_deg()),
                            csv_field(geo::format_position(point.position)),
                            point.time ? format_instant(*point.time) : "",
                            point.leave_not_before ? format_instant(*point.leave_not_before) : "",
                            run.in_nautical_miles(), course, leg_distance,
                            point.speed ? fmt::format("{:.2f}", point.speed->in_knots()) : "");
        if (has_rhumb_legs) {
            text += i == 0 ? "," : fmt::format(",{}", leg_line_name(point.line));
        }
        if (planned) {
            text += i == 0 ? ",,,,,,,,," : planned_columns(document.route->legs[i - 1]);
        }
        text += ',' + csv_field(document.name) + '\n';
    }
    return text;
}

RouteDocument parse_csv_route(std::string_view text, const std::string& name) {
    const auto table = Table::parse(text, name);
    const auto latitude = needed_column(table, name, {"latitude", "latitude_deg", "lat"});
    const auto longitude =
        needed_column(table, name, {"longitude", "longitude_deg", "lon", "long"});
    const auto label = column_among(table, name, {"name"});
    const auto time = column_among(table, name, {"time", "time_utc", "eta"});
    const auto leave = column_among(table, name, {"leave_not_before_utc"});
    const auto speed = column_among(table, name, {"leg_speed_kn"});
    const auto route_name = column_among(table, name, {"route_name"});
    const auto line = column_among(table, name, {"leg_line"});
    const bool is_to_360 = counts_to_360(table, longitude);
    RouteDocument route;
    if (is_to_360) {
        route.remarks.push_back(fmt::format(
            "Column {} counts from 0 to 360 degrees east; longitudes beyond 180 are taken as west.",
            longitude));
    }
    if (route_name && table.row_count() > 0) {
        route.name = table.text(0, *route_name);
    }
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        RoutePoint point;
        point.position =
            geo::Position::degrees(degrees_in(table, row, latitude, 90.0),
                                   degrees_in(table, row, longitude, is_to_360 ? 360.0 : 180.0));
        if (label) {
            point.name = table.text(row, *label);
        }
        if (time && !trim(table.text(row, *time)).empty()) {
            point.time =
                parse_instant(trim(table.text(row, *time)), table.where(row) + ": " + *time);
        }
        if (leave && !trim(table.text(row, *leave)).empty()) {
            point.leave_not_before =
                parse_instant(trim(table.text(row, *leave)), table.where(row) + ": " + *leave);
        }
        if (speed && !trim(table.text(row, *speed)).empty()) {
            const double knots = table.number(row, *speed);
            if (!is_possible_speed(knots)) {
                throw Error(ErrorCode::malformed, fmt::format("{}: {} is {}, not a speed of a ship",
                                                              table.where(row), *speed, knots));
            }
            point.speed = Speed::knots(knots);
        }
        if (line) {
            const auto kind = leg_line_named(trim(table.text(row, *line)));
            if (!kind) {
                throw Error(ErrorCode::malformed,
                            fmt::format("{}: {} is '{}', not geodesic or rhumb_line",
                                        table.where(row), *line, table.text(row, *line)));
            }
            point.line = *kind;
        }
        route.points.push_back(std::move(point));
    }
    if (route.points.size() < 2) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: has {}; a route needs two waypoints", name,
                                route.points.empty() ? "none" : "only one"));
    }
    return route;
}

} // namespace fairlead::io
