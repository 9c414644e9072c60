// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/document_edits.hpp"

#include "core/base/error.hpp"
#include "core/plan/planning_grid.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/document/zone_shape.hpp"
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

std::shared_ptr<const geo::LandIndex> DocumentEdits::landAt(const geo::Position& place) const {
    const auto& around = session_.surroundings();
    if (!around.land) {
        return nullptr;
    }
    auto land = around.land->index_on(place.latitude_deg() < 0.0 ? geo::Projection::polar_south()
                                                                 : geo::Projection::polar_north());
    return land->covers(place) ? land : nullptr;
}

bool DocumentEdits::isOnLand(const geo::Position& place) const {
    const auto land = landAt(place);
    return land && land->is_land(place); // where it is not known the plan will say
}

void DocumentEdits::refuseLand(const geo::Position& place,
                               const std::function<void(const geo::Position&)>& at_water) {
    const auto water = nearest_water(*landAt(place), place);
    take_water_ = nullptr;
    if (water) {
        take_water_ = [at_water, water] { at_water(*water); };
    }
    Q_EMIT onLand(place, water);
}

void DocumentEdits::takeWater() {
    if (const auto take = std::exchange(take_water_, nullptr)) {
        take();
    }
}

QString DocumentEdits::nameOf(std::size_t zone) const {
    return QString::fromStdString(session_.voyage().zones[zone].name);
}

void DocumentEdits::replan(PointId point, const QString& merge_as) {
    if (replans_) {
        session_.replanLegsAt(point, merge_as);
    }
}

void DocumentEdits::append(const QString& name, const geo::Position& place) {
    if (isOnLand(place)) {
        refuseLand(place, [this, name](const geo::Position& water) { append(name, water); });
        return;
    }
    const auto number = session_.voyage().points.size() + 1;
    session_.document().edit(tr("Add waypoint %1").arg(number), [&](Voyage& voyage) {
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
        tr("Insert waypoint %1").arg(before.index + 1),
        [&](Voyage& voyage) { dragged_ = gui::insert_point(voyage, before.index, place); }, drag_);
    return before; // the new one has taken its number
}

void DocumentEdits::remove_point(const WaypointRef& waypoint) {
    const auto point = pointOf(waypoint);
    if (!point) {
        return;
    }
    const auto merge_as = QStringLiteral("remove %1").arg(++drag_count_);
    std::optional<PointId> leg_end;
    session_.document().edit(
        tr("Delete waypoint %1").arg(waypoint.index + 1),
        [&](Voyage& voyage) { leg_end = gui::remove_point(voyage, *point); }, merge_as);
    if (leg_end) {
        replan(*leg_end, merge_as);
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
        tr("Move waypoint %1").arg(waypoint.index + 1),
        [&](Voyage& voyage) { gui::move_point(voyage, *point, place); }, drag_);
}

void DocumentEdits::end_drag(bool keep) {
    const auto point = std::exchange(dragged_, std::nullopt);
    if (!point) {
        return;
    }
    const auto at = index_of(session_.voyage(), *point);
    if (!keep || !at) {
        putBack();
    } else if (isOnLand(session_.voyage().points[*at].position)) {
        refuseDragged(*point);
    } else {
        replan(*point, drag_);
    }
}

/// One more move of the same drag: back to where it began leaves no step.
void DocumentEdits::putBack() {
    session_.document().edit(
        QString(), [&](Voyage& voyage) { voyage = before_drag_; }, drag_);
    session_.document().endMerge();
}

void DocumentEdits::refuseDragged(PointId point) {
    const auto dragged = session_.voyage();
    const auto at = *index_of(dragged, point);
    const auto text = session_.document().undoStack().undoText();
    const auto merge_as = drag_;
    putBack(); // first: an edit settles what was said
    refuseLand(dragged.points[at].position,
               [this, dragged, point, text, merge_as](const geo::Position& water) {
                   session_.document().edit(
                       text,
                       [&](Voyage& voyage) {
                           voyage.points = dragged.points;
                           gui::move_point(voyage, point, water);
                       },
                       merge_as);
                   replan(point, merge_as);
               });
}

std::optional<geo::Position> DocumentEdits::crossing(const std::vector<geo::Position>& corners,
                                                     bool is_closed) const {
    const auto found = crossing_edges(corners, is_closed);
    return found ? std::optional(found->place) : std::nullopt;
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
    session_.document().edit(tr("Draw zone \"%1\"").arg(QString::fromStdString(zone.name)),
                             [&](Voyage& voyage) { voyage.zones.push_back(zone); });
    return number;
}

void DocumentEdits::remove_zone(std::size_t zone) {
    session_.document().edit(tr("Delete zone \"%1\"").arg(nameOf(zone)), [&](Voyage& voyage) {
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
    session_.document().edit(tr("Delete corner of zone \"%1\"").arg(nameOf(corner.zone)),
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
    // One that crosses itself already is to be mended by moving its corners.
    if (crossing(changed.corners, true) && !crossing(before_drag_.zones[zone].corners, true)) {
        return;
    }
    try {
        static_cast<void>(engine_zone(changed));
    } catch (const Error&) {
        return; // the pointer will come to a place where it is an area again
    }
    session_.document().edit(
        tr("Move corner of zone \"%1\"").arg(nameOf(zone)),
        [&](Voyage& voyage) { voyage.zones[zone] = changed; }, drag_);
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
            QString(), [&](Voyage& voyage) { voyage = before_drag_; }, drag_);
    }
    session_.document().endMerge();
}

} // namespace fairlead::gui
