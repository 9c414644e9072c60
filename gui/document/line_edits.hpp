// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Edits of a voyage's line that keep it consistent: optimised legs whose ends change are no longer
/// found, a place that is moved by hand is the planner's from then on.

#include "gui/document/voyage.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

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

/// The legs on both sides become one, of the kind of the second. With a waypoint of the planner's
/// go those that the engine made on its way to and from there.
/// @return where the leg that is to be found arrives; nothing if none is.
std::optional<PointId> remove_point(Voyage& voyage, PointId point);

/// A place to pass half way on the leg that arrives at `leg_end`: on the line, so that a leg that
/// was found stays found. @pre 0 < leg_end < voyage.points.size()
PointId insert_midway(Voyage& voyage, std::size_t leg_end);
/// As remove_point() for each; ids that are not there are passed over.
/// @return where the last of the legs that are to be found arrives
std::optional<PointId> remove_points(Voyage& voyage, std::span<const PointId> points);
/// Puts `points` in the place of the `count` waypoints from `first` on. Those that stand where one
/// of these stood keep its id; legs that go as before stay found.
/// @pre first + count <= voyage.points.size()
void replace_points(Voyage& voyage, std::size_t first, std::size_t count,
                    std::vector<VoyagePoint> points);

/// Words of the planner's make the waypoint the planner's: else the next plan would lose them.
void rename_point(Voyage& voyage, PointId point, const std::string& name);
void set_note(Voyage& voyage, PointId point, const std::string& note);
/// Whether planning keeps the waypoint. Departure and destination always are kept.
void set_fixed(Voyage& voyage, std::span<const PointId> points, bool is_fixed);

/// An explicit line is where it is; an optimised one is to be found.
void set_leg_kind(Voyage& voyage, PointId leg_end, LegKind kind);
/// Keeps both ends of the leg, too: the limit is of the leg between them.
void set_speed_limit(Voyage& voyage, PointId leg_end, std::optional<Speed> limit);

/// The same places in the opposite order; legs keep their kinds and limits.
void reverse(Voyage& voyage);

} // namespace fairlead::gui
