// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/zone_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace fairlead::gui {

namespace {

using Vector = std::array<double, 3>;

Vector direction_of(const geo::Position& place) {
    constexpr double radians = std::numbers::pi / 180.0;
    const double latitude = place.latitude_deg() * radians;
    const double longitude = place.longitude_deg() * radians;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

Vector cross(const Vector& a, const Vector& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Vector& a, const Vector& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// An edge, with the normal of its great circle.
struct Edge {
    Vector from;
    Vector to;
    Vector normal;
};

/// Each one's ends lie on both sides of the other, and on the same side of the earth.
bool do_cross(const Edge& a, const Edge& b) {
    const double from_side = dot(a.normal, b.from);
    const double to_side = dot(a.normal, b.to);
    if (!(from_side * to_side < 0.0) || !(dot(b.normal, a.from) * dot(b.normal, a.to) < 0.0)) {
        return false;
    }
    const auto meeting = cross(a.normal, b.normal); // this place or its antipode
    const double on_a = dot(meeting, a.from) + dot(meeting, a.to);
    const double on_b = dot(meeting, b.from) + dot(meeting, b.to);
    return on_a * on_b > 0.0;
}

std::vector<Edge> edges_of(const std::vector<geo::Position>& corners) {
    std::vector<Edge> edges;
    edges.reserve(corners.size());
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto from = direction_of(corners[i]);
        const auto to = direction_of(corners[(i + 1) % corners.size()]);
        edges.push_back({from, to, cross(from, to)});
    }
    return edges;
}

} // namespace

std::optional<std::pair<std::size_t, std::size_t>>
crossing_edges(const std::vector<geo::Position>& corners) {
    const auto edges = edges_of(corners);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t k = i + 2; k < edges.size(); ++k) {
            const bool are_neighbours = i == 0 && k + 1 == edges.size();
            if (!are_neighbours && do_cross(edges[i], edges[k])) {
                return std::pair(i, k);
            }
        }
    }
    return std::nullopt;
}

bool lies_on_one_line(const std::vector<geo::Position>& corners) {
    if (corners.size() < 3) {
        return true;
    }
    constexpr double metre_on_unit_sphere = 1.0 / 6.371e6;
    const auto first = direction_of(corners.front());
    // The line is that through the corner where it is told best.
    Vector normal{};
    double length = 0.0;
    for (const auto& corner : corners) {
        const auto candidate = cross(first, direction_of(corner));
        const double reach = std::sqrt(dot(candidate, candidate));
        if (reach > length) {
            normal = candidate;
            length = reach;
        }
    }
    return std::all_of(corners.begin(), corners.end(), [&](const geo::Position& corner) {
        return std::abs(dot(normal, direction_of(corner))) <= metre_on_unit_sphere * length;
    });
}

} // namespace fairlead::gui
