// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the tools of the chart may do to a voyage. Implemented on the document, where each call but
/// those between begin_drag and end_drag is one step of undo, and a drag as a whole is one.

#include "core/geo/position.hpp"
#include "gui/view/chart_content.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fairlead::gui {

class ChartEdits {
  public:
    virtual ~ChartEdits() = default;

    /// Behind the last waypoint of the route that is edited; the first one begins a route.
    /// @param snap to a port near by, if there is one.
    virtual void add_point(const geo::Position& place, bool snap) = 0;
    /// Before waypoint `before.index`. @return the new waypoint; nothing if it was refused.
    virtual std::optional<WaypointRef> insert_point(const WaypointRef& before,
                                                    const geo::Position& place) = 0;
    virtual void remove_point(const WaypointRef& waypoint) = 0;

    /// @return false if the waypoint may not be moved: there is then no drag.
    virtual bool begin_drag(const WaypointRef& waypoint) = 0;
    /// Many times in a drag.
    virtual void move_point(const WaypointRef& waypoint, const geo::Position& place) = 0;
    /// @param keep false: as it was before begin_drag (and before an insert_point just before).
    virtual void end_drag(bool keep) = 0;

    /// Where edges of a zone cross, so that it could not be said what is inside; nothing if none
    /// do.
    /// @param is_closed false: a zone that is being drawn, its last corner not joined to the first
    [[nodiscard]] virtual std::optional<geo::Position>
    crossing(const std::vector<geo::Position>& corners, bool is_closed) const = 0;
    /// A zone without passage, named so that it is told from others.
    /// @return its number; nothing if the corners enclose no area.
    virtual std::optional<std::size_t> add_zone(std::span<const geo::Position> corners) = 0;
    virtual void remove_zone(std::size_t zone) = 0;
    virtual void remove_corner(const ZoneCorner& corner) = 0;
    /// @return false if the zone may not be changed: there is then no drag.
    virtual bool begin_zone_drag(std::size_t zone) = 0;
    /// Only in a drag. Before the corner of that number, or behind the last.
    virtual void insert_corner(const ZoneCorner& before, const geo::Position& place) = 0;
    /// Only in a drag.
    virtual void move_corner(const ZoneCorner& corner, const geo::Position& place) = 0;
    /// @param keep false: as it was before begin_zone_drag.
    virtual void end_zone_drag(bool keep) = 0;
};

} // namespace fairlead::gui
