// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/document_edits.hpp"

#include "core/plan/planning_grid.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/session/placement.hpp"

#include <utility>

namespace fairlead::gui {

DocumentEdits::DocumentEdits(VoyageSession& session, const geo::Gazetteer& gazetteer,
                             std::function<Length()> snap_reach, QObject* parent)
    : QObject(parent), session_(session), gazetteer_(gazetteer),
      snap_reach_(std::move(snap_reach)) {}

std::optional<PointId> DocumentEdits::pointOf(const WaypointRef& waypoint) const {
    const auto& points = session_.voyage().points;
    if (waypoint.route != line_id || waypoint.index >= points.size()) {
        return std::nullopt;
    }
    return points[waypoint.index].id;
}

bool DocumentEdits::isWater(const geo::Position& place) {
    const auto& around = session_.surroundings();
    if (!around.land) {
        return true; // the plan will say
    }
    const auto plane = place.latitude_deg() < 0.0 ? geo::Projection::polar_south()
                                                  : geo::Projection::polar_north();
    const auto land = around.land->index_on(plane);
    if (!land->covers(place) || !land->is_land(place)) {
        return true;
    }
    Q_EMIT onLand(place, nearest_water(*land, place));
    return false;
}

void DocumentEdits::replan(PointId point, const QString& merge_as) {
    if (replans_) {
        session_.replanLegsAt(point, merge_as);
    }
}

void DocumentEdits::append(const QString& name, const geo::Position& place) {
    if (!isWater(place)) {
        return;
    }
    session_.document().edit(tr("Add waypoint"), [&](Voyage& voyage) {
        append_point(voyage, place, name.toStdString());
    });
}

void DocumentEdits::add_point(const geo::Position& place, bool snap) {
    const auto* port = snap ? port_near(gazetteer_, place, snap_reach_()) : nullptr;
    if (port != nullptr) {
        append(QString::fromStdString(port->name), port->position);
    } else {
        append({}, place);
    }
}

std::optional<WaypointRef> DocumentEdits::insert_point(const WaypointRef& before,
                                                       const geo::Position& place) {
    if (before.index == 0 || !pointOf(before)) {
        return std::nullopt;
    }
    before_drag_ = session_.voyage();
    drag_ = QStringLiteral("drag %1").arg(++drag_count_);
    session_.document().edit(
        tr("Insert waypoint"),
        [&](Voyage& voyage) { dragged_ = gui::insert_point(voyage, before.index, place); }, drag_);
    return before; // the new one has taken its number
}

void DocumentEdits::remove_point(const WaypointRef& waypoint) {
    const auto point = pointOf(waypoint);
    if (!point) {
        return;
    }
    const auto merge_as = QStringLiteral("remove %1").arg(++drag_count_);
    session_.document().edit(
        tr("Delete waypoint"), [&](Voyage& voyage) { gui::remove_point(voyage, *point); },
        merge_as);
    const auto& points = session_.voyage().points;
    if (waypoint.index > 0 && waypoint.index < points.size()) {
        replan(points[waypoint.index].id, merge_as);
    }
}

bool DocumentEdits::begin_drag(const WaypointRef& waypoint) {
    const auto point = pointOf(waypoint);
    if (!point) {
        return false;
    }
    if (dragged_ != point) { // not the one that was just inserted
        dragged_ = point;
        before_drag_ = session_.voyage();
        drag_ = QStringLiteral("drag %1").arg(++drag_count_);
    }
    return true;
}

void DocumentEdits::move_point(const WaypointRef& waypoint, const geo::Position& place) {
    const auto point = pointOf(waypoint);
    if (!point || point != dragged_) {
        return;
    }
    session_.document().edit(
        tr("Move waypoint"), [&](Voyage& voyage) { gui::move_point(voyage, *point, place); },
        drag_);
}

void DocumentEdits::end_drag(bool keep) {
    const auto point = std::exchange(dragged_, std::nullopt);
    if (!point) {
        return;
    }
    const auto at = index_of(session_.voyage(), *point);
    if (!keep || !at || !isWater(session_.voyage().points[*at].position)) {
        // One more move of the same drag: back to where it began leaves no step.
        session_.document().edit(
            tr("Move waypoint"), [&](Voyage& voyage) { voyage = before_drag_; }, drag_);
        session_.document().endMerge();
        return;
    }
    replan(*point, drag_);
}

} // namespace fairlead::gui
