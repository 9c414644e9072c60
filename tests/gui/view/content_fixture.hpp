// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The small chart of scene_fixture.hpp as the content of a view, and edits that are written down.

#include "gui/view/chart_content.hpp"
#include "gui/view/chart_edits.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <QStringList>

#include <vector>

namespace fairlead::gui::test {

inline ChartContent sample_content(bool editable = true) {
    const chart::Scene scene = chart::test::sample_scene();
    ChartContent content;
    content.plane = scene.plane;
    content.base.land = scene.land;
    content.base.layers = {{std::make_shared<chart::StillRaster>(scene.rasters.front().raster),
                            scene.rasters.front().palette,
                            1.0,
                            true,
                            {}}};
    content.base.time = parse_instant("2018-07-15");
    ChartRoute route;
    route.id = QStringLiteral("a");
    route.layer = std::make_shared<chart::RouteLayer>(scene.routes.front());
    route.standing = ChartRoute::Standing::selected;
    route.editable = editable;
    content.routes = {route};
    content.route_palette = scene.route_palette;
    content.places = scene.places;
    content.problems = scene.notes;
    return content;
}

/// Writes down what it is asked to do.
class WrittenEdits : public ChartEdits {
  public:
    QStringList calls;
    std::vector<geo::Position> places;
    bool refuses = false;
    std::optional<geo::Position> crosses_open;
    std::optional<geo::Position> crosses_closed;

    void add_point(const geo::Position& place, bool snap) override {
        calls << (snap ? QStringLiteral("add") : QStringLiteral("add exactly"));
        places.push_back(place);
    }
    std::optional<WaypointRef> insert_point(const WaypointRef& before,
                                            const geo::Position& place) override {
        calls << QStringLiteral("insert %1").arg(before.index);
        places.push_back(place);
        return refuses ? std::nullopt : std::optional(before);
    }
    void remove_point(const WaypointRef& waypoint) override {
        calls << QStringLiteral("remove %1").arg(waypoint.index);
    }
    bool begin_drag(const WaypointRef& waypoint) override {
        calls << QStringLiteral("begin %1").arg(waypoint.index);
        return !refuses;
    }
    void move_point(const WaypointRef& waypoint, const geo::Position& place) override {
        const QString call = QStringLiteral("move %1").arg(waypoint.index);
        if (calls.isEmpty() || calls.back() != call) {
            calls << call;
        }
        places.push_back(place);
    }
    void end_drag(bool keep) override {
        calls << (keep ? QStringLiteral("keep") : QStringLiteral("undo"));
    }
    [[nodiscard]] std::optional<geo::Position> crossing(const std::vector<geo::Position>&,
                                                        bool is_closed) const override {
        return is_closed ? crosses_closed : crosses_open;
    }
    std::optional<std::size_t> add_zone(std::span<const geo::Position> corners) override {
        calls << QStringLiteral("zone of %1").arg(corners.size());
        return refuses ? std::nullopt : std::optional<std::size_t>(0);
    }
    void remove_zone(std::size_t zone) override {
        calls << QStringLiteral("remove zone %1").arg(zone);
    }
    void remove_corner(const ZoneCorner& corner) override {
        calls << QStringLiteral("remove corner %1.%2").arg(corner.zone).arg(corner.corner);
    }
    bool begin_zone_drag(std::size_t zone) override {
        calls << QStringLiteral("begin zone %1").arg(zone);
        return !refuses;
    }
    void insert_corner(const ZoneCorner& before, const geo::Position&) override {
        calls << QStringLiteral("insert corner %1.%2").arg(before.zone).arg(before.corner);
    }
    void move_corner(const ZoneCorner& corner, const geo::Position&) override {
        const auto call = QStringLiteral("move corner %1.%2").arg(corner.zone).arg(corner.corner);
        if (calls.isEmpty() || calls.back() != call) {
            calls << call;
        }
    }
    void end_zone_drag(bool keep) override {
        calls << (keep ? QStringLiteral("keep zone") : QStringLiteral("undo zone"));
    }
};

} // namespace fairlead::gui::test
