// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/line_edits.hpp"

#include "core/base/contract.hpp"

#include <algorithm>

namespace fairlead::gui {

namespace {

/// The leg that arrives at a waypoint is another one now.
void forget_leg(Voyage& voyage, std::size_t leg_end) {
    if (leg_end < voyage.points.size()) {
        voyage.points[leg_end].is_leg_found = false;
    }
}

void forget_legs_at(Voyage& voyage, std::size_t point) {
    forget_leg(voyage, point);
    forget_leg(voyage, point + 1);
}

} // namespace

PointId append_point(Voyage& voyage, const geo::Position& position, const std::string& name) {
    VoyagePoint point;
    point.id = free_id(voyage);
    point.position = position;
    point.name = name;
    voyage.points.push_back(point);
    return point.id;
}

PointId insert_point(Voyage& voyage, std::size_t leg_end, const geo::Position& position,
                     const std::string& name) {
    FAIRLEAD_EXPECTS(leg_end > 0 && leg_end < voyage.points.size());
    const auto& end = voyage.points[leg_end];
    VoyagePoint point;
    point.id = free_id(voyage);
    point.position = position;
    point.name = name;
    point.arrive_by = end.arrive_by;
    point.speed_limit = end.speed_limit;
    voyage.points.insert(voyage.points.begin() + static_cast<std::ptrdiff_t>(leg_end), point);
    forget_legs_at(voyage, leg_end);
    return point.id;
}

void move_point(Voyage& voyage, PointId point, const geo::Position& position,
                const std::string& name) {
    const auto at = index_of(voyage, point);
    if (!at) {
        return;
    }
    auto& moved = voyage.points[*at];
    moved.position = position;
    moved.name = name;
    moved.is_fixed = true;
    moved.leave_not_before.reset();
    forget_legs_at(voyage, *at);
}

void remove_point(Voyage& voyage, PointId point) {
    const auto at = index_of(voyage, point);
    if (!at) {
        return;
    }
    voyage.points.erase(voyage.points.begin() + static_cast<std::ptrdiff_t>(*at));
    forget_leg(voyage, *at);
    // A voyage begins and ends where its planner says.
    if (!voyage.points.empty()) {
        voyage.points.front().is_fixed = true;
        voyage.points.back().is_fixed = true;
    }
}

void set_leg_kind(Voyage& voyage, PointId leg_end, LegKind kind) {
    const auto at = index_of(voyage, leg_end);
    if (!at || *at == 0 || voyage.points[*at].arrive_by == kind) {
        return;
    }
    voyage.points[*at].arrive_by = kind;
    if (kind == LegKind::optimised) {
        forget_leg(voyage, *at);
    } else { // a line that somebody asked for is not to be made anew between its ends
        voyage.points[*at].is_fixed = true;
        voyage.points[*at - 1].is_fixed = true;
    }
}

void set_speed_limit(Voyage& voyage, PointId leg_end, std::optional<Speed> limit) {
    if (const auto at = index_of(voyage, leg_end); at && *at > 0) {
        voyage.points[*at].speed_limit = limit;
    }
}

void reverse(Voyage& voyage) {
    auto& points = voyage.points;
    if (points.size() < 2) {
        return;
    }
    std::reverse(points.begin(), points.end());
    // What stood at the end of a leg stands at its other end now.
    for (std::size_t i = points.size() - 1; i > 0; --i) {
        points[i].arrive_by = points[i - 1].arrive_by;
        points[i].speed_limit = points[i - 1].speed_limit;
        points[i].is_leg_found = false;
        points[i].leave_not_before.reset();
    }
    points.front().arrive_by = LegKind::optimised;
    points.front().speed_limit.reset();
    points.front().is_leg_found = false;
    points.front().leave_not_before.reset();
}

} // namespace fairlead::gui
