// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/line_edits.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

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

/// A voyage begins and ends where its planner says.
void keep_ends(Voyage& voyage) {
    if (!voyage.points.empty()) {
        voyage.points.front().is_fixed = true;
        voyage.points.back().is_fixed = true;
    }
}

geo::Position half_way(const VoyagePoint& from, const VoyagePoint& to) {
    if (to.arrive_by == LegKind::rhumb_line) {
        return geo::rhumb_interpolate(from.position, to.position, 0.5);
    }
    const auto line = geo::geodesic_inverse(from.position, to.position);
    return geo::geodesic_direct(from.position, line.initial_bearing, line.distance * 0.5);
}

/// Which of the points those of the ids are.
std::vector<bool> are_among(const std::vector<VoyagePoint>& points, std::span<const PointId> ids) {
    const std::unordered_set<PointId> wanted(ids.begin(), ids.end());
    std::vector<bool> are(points.size());
    std::transform(points.begin(), points.end(), are.begin(),
                   [&](const VoyagePoint& point) { return wanted.contains(point.id); });
    return are;
}

/// Those of the ids, and what the engine made of the legs at one of them that the planner had set.
std::vector<bool> going_with(const std::vector<VoyagePoint>& points, std::span<const PointId> ids) {
    const auto chosen = are_among(points, ids);
    auto going = chosen;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!chosen[i] || !points[i].is_fixed) {
            continue;
        }
        for (std::size_t k = i; k > 0 && !points[k - 1].is_fixed; --k) {
            going[k - 1] = true;
        }
        for (std::size_t k = i + 1; k < points.size() && !points[k].is_fixed; ++k) {
            going[k] = true;
        }
    }
    return going;
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

std::optional<PointId> remove_point(Voyage& voyage, PointId point) {
    return remove_points(voyage, std::span(&point, 1));
}

PointId insert_midway(Voyage& voyage, std::size_t leg_end) {
    FAIRLEAD_EXPECTS(leg_end > 0 && leg_end < voyage.points.size());
    const bool is_found = voyage.points[leg_end].is_leg_found;
    const auto id =
        insert_point(voyage, leg_end, half_way(voyage.points[leg_end - 1], voyage.points[leg_end]));
    voyage.points[leg_end].is_leg_found = is_found;
    voyage.points[leg_end + 1].is_leg_found = is_found;
    return id;
}

std::optional<PointId> remove_points(Voyage& voyage, std::span<const PointId> points) {
    const auto going = going_with(voyage.points, points);
    std::vector<VoyagePoint> staying;
    std::optional<PointId> leg_end;
    for (std::size_t i = 0; i < voyage.points.size(); ++i) {
        if (going[i]) {
            continue;
        }
        staying.push_back(std::move(voyage.points[i]));
        if (i > 0 && going[i - 1]) {
            staying.back().is_leg_found = false;
            leg_end = staying.size() > 1 ? std::optional(staying.back().id) : leg_end;
        }
    }
    voyage.points = std::move(staying);
    keep_ends(voyage);
    return leg_end;
}

void replace_points(Voyage& voyage, std::size_t first, std::size_t count,
                    std::vector<VoyagePoint> points) {
    FAIRLEAD_EXPECTS(first + count <= voyage.points.size());
    const auto begin = voyage.points.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    const std::vector<VoyagePoint> former(begin, end);
    auto next_id = free_id(voyage);
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto& point = points[i];
        const bool stands_for_one = i < former.size();
        point.id = stands_for_one ? former[i].id : next_id++;
        point.is_leg_found = stands_for_one && former[i].is_leg_found &&
                             former[i].arrive_by == point.arrive_by &&
                             former[i].position == point.position &&
                             (i == 0 || former[i - 1].position == points[i - 1].position);
    }
    const bool ends_as_before = !former.empty() && former.size() == points.size() &&
                                former.back().position == points.back().position;
    voyage.points.insert(voyage.points.erase(begin, end), points.begin(), points.end());
    if (!ends_as_before) {
        forget_leg(voyage, first + points.size());
    }
    keep_ends(voyage);
}

void rename_point(Voyage& voyage, PointId point, const std::string& name) {
    if (const auto at = index_of(voyage, point); at && voyage.points[*at].name != name) {
        voyage.points[*at].name = name;
        voyage.points[*at].is_fixed = true;
    }
}

void set_note(Voyage& voyage, PointId point, const std::string& note) {
    if (const auto at = index_of(voyage, point); at && voyage.points[*at].note != note) {
        voyage.points[*at].note = note;
        voyage.points[*at].is_fixed = true;
    }
}

void set_fixed(Voyage& voyage, std::span<const PointId> points, bool is_fixed) {
    const auto chosen = are_among(voyage.points, points);
    for (std::size_t i = 0; i < voyage.points.size(); ++i) {
        if (chosen[i]) {
            voyage.points[i].is_fixed = is_fixed;
        }
    }
    keep_ends(voyage);
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
    const auto at = index_of(voyage, leg_end);
    if (at && *at > 0 && voyage.points[*at].speed_limit != limit) {
        voyage.points[*at].speed_limit = limit;
        voyage.points[*at].is_fixed = true;
        voyage.points[*at - 1].is_fixed = true;
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
