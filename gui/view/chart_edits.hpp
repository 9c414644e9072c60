// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the tools of the chart may do to a voyage. Implemented on the document, where each call but
/// those between begin_drag and end_drag is one step of undo, and a drag as a whole is one.

#include "core/geo/position.hpp"
#include "gui/view/chart_content.hpp"

#include <optional>

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
};

} // namespace fairlead::gui
