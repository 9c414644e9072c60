// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/document_edits.hpp"

#include "core/base/error.hpp"
#include "core/plan/planning_grid.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/session/own_zones.hpp"
#include "gui/session/placement.hpp"

#include <algorithm>
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

std::optional<std::size_t> DocumentEdits::add_zone(std::span<const geo::Position> corners) {
    VoyageZone zone;
    zone.corners.assign(corners.begin(), corners.end());
    const auto number = session_.voyage().zones.size();
    zone.name = tr("Zone %1").arg(number + 1).toStdString();
    try {
        static_cast<void>(engine_zone(zone));
    } catch (const Error& problem) {
        Q_EMIT refused(QString::fromUtf8(problem.what()));
        return std::nullopt;
    }
    session_.document().edit(tr("Draw zone"),
                             [&](Voyage& voyage) { voyage.zones.push_back(zone); });
    return number;
}

void DocumentEdits::remove_zone(std::size_t zone) {
    session_.document().edit(tr("Delete zone"), [&](Voyage& voyage) {
        if (zone < voyage.zones.size()) {
            voyage.zones.erase(voyage.zones.begin() + static_cast<std::ptrdiff_t>(zone));
        }
    });
}

void DocumentEdits::remove_corner(const ZoneCorner& corner) {
    const auto& zones = session_.voyage().zones;
    if (corner.zone >= zones.size() || corner.corner >= zones[corner.zone].corners.size()) {
        return;
    }
    auto left = zones[corner.zone];
    left.corners.erase(left.corners.begin() + static_cast<std::ptrdiff_t>(corner.corner));
    try {
        static_cast<void>(engine_zone(left));
    } catch (const Error&) {
        Q_EMIT refused(tr("A zone needs three corners: delete the zone instead."));
        return;
    }
    session_.document().edit(tr("Delete corner"),
                             [&](Voyage& voyage) { voyage.zones[corner.zone] = left; });
}

bool DocumentEdits::begin_zone_drag(std::size_t zone) {
    is_dragging_zone_ = zone < session_.voyage().zones.size();
    if (is_dragging_zone_) {
        before_drag_ = session_.voyage();
        drag_ = QStringLiteral("drag %1").arg(++drag_count_);
    }
    return is_dragging_zone_;
}

void DocumentEdits::dragZone(std::size_t zone, const std::function<void(VoyageZone&)>& change) {
    if (!is_dragging_zone_ || zone >= session_.voyage().zones.size()) {
        return;
    }
    auto changed = session_.voyage().zones[zone];
    change(changed);
    try {
        static_cast<void>(engine_zone(changed));
    } catch (const Error&) {
        return; // the pointer will come to a place where it is an area again
    }
    session_.document().edit(
        tr("Move corner"), [&](Voyage& voyage) { voyage.zones[zone] = changed; }, drag_);
}

void DocumentEdits::insert_corner(const ZoneCorner& before, const geo::Position& place) {
    dragZone(before.zone, [&](VoyageZone& zone) {
        const auto at = std::min(before.corner, zone.corners.size());
        zone.corners.insert(zone.corners.begin() + static_cast<std::ptrdiff_t>(at), place);
    });
}

void DocumentEdits::move_corner(const ZoneCorner& corner, const geo::Position& place) {
    dragZone(corner.zone, [&](VoyageZone& zone) {
        if (corner.corner < zone.corners.size()) {
            zone.corners[corner.corner] = place;
        }
    });
}

void DocumentEdits::end_zone_drag(bool keep) {
    if (std::exchange(is_dragging_zone_, false) && !keep) {
        session_.document().edit(
            tr("Move corner"), [&](Voyage& voyage) { voyage = before_drag_; }, drag_);
    }
    session_.document().endMerge();
}

} // namespace fairlead::gui
