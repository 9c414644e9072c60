// SPDX-License-Identifier: Apache-2.0
#include "core/io/geopackage.hpp"

#include "core/geo/polyline.hpp"
#include "core/io/geopackage_parts.hpp"

#include <optional>
#include <span>

namespace fairlead::io {
namespace {

void set(OGRFeature& feature, const char* column, const std::optional<double>& value) {
    if (value) {
        feature.SetField(column, *value);
    }
}

void set(OGRFeature& feature, const char* column, const std::optional<Instant>& time) {
    if (time) {
        feature.SetField(column, format_instant(*time).c_str());
    }
}

void write_route(LayerWriter layer, const RouteDocument& document) {
    layer.columns({"name", "objective", "vessel", "scenario", "departure", "arrival"}, OFTString);
    layer.columns({"distance_nmi", "duration_h", "waiting_h", "fuel_t", "co2_t", "risk", "money",
                   "min_rio", "cost", "lower_bound"},
                  OFTReal);
    const auto line = line_geometry(sailed_line(document.points));
    layer.row(&line, [&](OGRFeature& feature) {
        feature.SetField("name", document.name.c_str());
        if (document.provenance) {
            feature.SetField("vessel", document.provenance->vessel.c_str());
            feature.SetField("scenario", document.provenance->scenario.c_str());
        }
        if (!document.route) {
            return;
        }
        const auto& route = *document.route;
        const auto& totals = route.totals;
        feature.SetField("objective", std::string(cost::name(route.objective.kind)).c_str());
        set(feature, "departure", std::optional(route.departure));
        set(feature, "arrival", std::optional(route.arrival));
        feature.SetField("distance_nmi", totals.distance.in_nautical_miles());
        feature.SetField("duration_h", totals.duration.in_hours());
        feature.SetField("waiting_h", totals.waiting.in_hours());
        feature.SetField("fuel_t", totals.fuel_t);
        feature.SetField("co2_t", totals.co2_t);
        feature.SetField("risk", totals.risk);
        feature.SetField("money", totals.money);
        feature.SetField("min_rio", totals.min_rio);
        feature.SetField("cost", totals.cost);
        set(feature, "lower_bound", route.lower_bound);
    });
}

void write_legs(LayerWriter layer, const RouteDocument& document) {
    layer.column("number", OFTInteger);
    layer.columns({"line", "departure", "arrival"}, OFTString);
    layer.columns({"distance_nmi", "speed_kn", "waiting_h", "mean_concentration",
                   "max_concentration", "max_thickness_m", "min_rio", "min_depth_m", "fuel_t",
                   "co2_t", "risk"},
                  OFTReal);
    for (std::size_t i = 1; i < document.points.size(); ++i) {
        const auto ends = std::span(document.points).subspan(i - 1, 2);
        const auto places = sailed_line(ends);
        const auto line = line_geometry(places);
        layer.row(&line, [&](OGRFeature& feature) {
            feature.SetField("number", static_cast<int>(i));
            feature.SetField("line", leg_line_name(ends[1].line));
            feature.SetField("distance_nmi", geo::polyline_length(places).in_nautical_miles());
            set(feature, "departure", ends[0].time);
            set(feature, "arrival", ends[1].time);
            if (ends[1].speed) {
                feature.SetField("speed_kn", ends[1].speed->in_knots());
            }
            if (!document.route) {
                return;
            }
            const auto& leg = document.route->legs[i - 1];
            set(feature, "departure", std::optional(leg.departure));
            feature.SetField("distance_nmi", leg.distance.in_nautical_miles());
            feature.SetField("waiting_h", leg.waiting.in_hours());
            feature.SetField("mean_concentration", leg.mean_concentration);
            feature.SetField("max_concentration", leg.max_concentration);
            feature.SetField("max_thickness_m", leg.max_thickness_m);
            feature.SetField("min_rio", leg.min_rio);
            set(feature, "min_depth_m", leg.min_depth_m);
            feature.SetField("fuel_t", leg.fuel_t);
            feature.SetField("co2_t", leg.co2_t);
            feature.SetField("risk", leg.risk);
        });
    }
}

void write_waypoints(LayerWriter layer, const RouteDocument& document) {
    layer.column("number", OFTInteger);
    layer.columns({"name", "time", "leave_not_before"}, OFTString);
    layer.columns({"turn_radius_nmi", "port_xtd_nmi", "starboard_xtd_nmi"}, OFTReal);
    int number = 0;
    for (const auto& point : document.points) {
        const auto place = point_geometry(point.position);
        layer.row(&place, [&](OGRFeature& feature) {
            feature.SetField("number", ++number);
            feature.SetField("name", point.name.c_str());
            set(feature, "time", point.time);
            set(feature, "leave_not_before", point.leave_not_before);
            set(feature, "turn_radius_nmi", point.rtz.turn_radius_nmi);
            set(feature, "port_xtd_nmi", point.rtz.port_xtd_nmi);
            set(feature, "starboard_xtd_nmi", point.rtz.starboard_xtd_nmi);
        });
    }
}

void write_findings(LayerWriter layer, const RouteDocument& document) {
    layer.columns({"code", "severity", "rule", "message", "remedy", "subject", "time"}, OFTString);
    layer.column("margin", OFTReal);
    for (const auto& finding : document.findings) {
        std::optional<OGRPoint> place;
        if (finding.position) {
            place = point_geometry(*finding.position);
        }
        layer.row(place ? &*place : nullptr, [&](OGRFeature& feature) {
            feature.SetField("code", finding.code.c_str());
            feature.SetField("severity", std::string(rules::name(finding.severity)).c_str());
            feature.SetField("rule", finding.rule.c_str());
            feature.SetField("message", finding.message.c_str());
            feature.SetField("remedy", finding.remedy.c_str());
            feature.SetField("subject", finding.subject.c_str());
            set(feature, "time", finding.time);
            set(feature, "margin", finding.margin);
        });
    }
}

} // namespace

std::string geopackage_bytes(const RouteDocument& document, const std::string& name) {
    return geopackage_bytes(name, [&](GDALDataset& dataset, const GdalSession& gdal) {
        write_route({dataset, "route", wkbMultiLineString, gdal, name}, document);
        write_legs({dataset, "legs", wkbMultiLineString, gdal, name}, document);
        write_waypoints({dataset, "waypoints", wkbPoint, gdal, name}, document);
        write_findings({dataset, "findings", wkbPoint, gdal, name}, document);
    });
}

} // namespace fairlead::io
