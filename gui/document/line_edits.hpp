// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Edits of a voyage's line that keep it consistent: optimised legs whose ends change are no longer
/// found, a place that is moved by hand is the planner's from then on.

#include "gui/document/voyage.hpp"

#include <string>

namespace fairlead::gui {

/// A new destination; the one before becomes a place to pass. The first is the departure.
/// @return the new waypoint's id.
PointId append_point(Voyage& voyage, const geo::Position& position, const std::string& name);

/// A fixed waypoint on the leg that arrives at `leg_end`; both halves keep the leg's kind and
/// limit. @pre 0 < leg_end < voyage.points.size()
PointId insert_point(Voyage& voyage, std::size_t leg_end, const geo::Position& position,
                     const std::string& name = {});

/// @param name of the new place; "" for one without. Nothing happens if there is no such waypoint.
void move_point(Voyage& voyage, PointId point, const geo::Position& position,
                const std::string& name = {});

/// The legs on both sides become one, of the kind of the second.
void remove_point(Voyage& voyage, PointId point);

/// An explicit line is where it is; an optimised one is to be found.
void set_leg_kind(Voyage& voyage, PointId leg_end, LegKind kind);
void set_speed_limit(Voyage& voyage, PointId leg_end, std::optional<Speed> limit);

/// The same places in the opposite order; legs keep their kinds and limits.
void reverse(Voyage& voyage);

} // namespace fairlead::gui
