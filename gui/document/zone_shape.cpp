// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/zone_shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>

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
std::optional<Vector> meeting_of(const Edge& a, const Edge& b) {
    const double from_side = dot(a.normal, b.from);
    const double to_side = dot(a.normal, b.to);
    if (!(from_side * to_side < 0.0) || !(dot(b.normal, a.from) * dot(b.normal, a.to) < 0.0)) {
        return std::nullopt;
    }
    auto meeting = cross(a.normal, b.normal); // this place or its antipode
    const double on_a = dot(meeting, a.from) + dot(meeting, a.to);
    const double on_b = dot(meeting, b.from) + dot(meeting, b.to);
    if (!(on_a * on_b > 0.0)) {
        return std::nullopt;
    }
    const double length = std::copysign(std::sqrt(dot(meeting, meeting)), on_a);
    for (double& part : meeting) {
        part /= length;
    }
    return meeting;
}

geo::Position position_of(const Vector& direction) {
    constexpr double degrees = 180.0 / std::numbers::pi;
    return geo::Position::degrees(std::asin(std::clamp(direction[2], -1.0, 1.0)) * degrees,
                                  std::atan2(direction[1], direction[0]) * degrees);
}

/// The span of an edge along one axis of space, its bulge beyond the chord included.
struct Span {
    double low = 0.0;
    double high = 0.0;
};

Span span_of(const Edge& edge, std::size_t axis) {
    Vector chord{};
    for (std::size_t i = 0; i < chord.size(); ++i) {
        chord[i] = edge.to[i] - edge.from[i];
    }
    const double bulge = 1.0 - std::sqrt(std::max(0.0, 1.0 - 0.25 * dot(chord, chord)));
    return {std::min(edge.from[axis], edge.to[axis]) - bulge,
            std::max(edge.from[axis], edge.to[axis]) + bulge};
}

/// Along the axis on which edges overlap least, so that few pairs are left to look at.
std::vector<Span> shortest_spans(const std::vector<Edge>& edges) {
    std::vector<Span> best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t axis = 0; axis < Vector{}.size(); ++axis) {
        std::vector<Span> spans;
        spans.reserve(edges.size());
        Span all{1.0, -1.0};
        double sum = 0.0;
        for (const Edge& edge : edges) {
            spans.push_back(span_of(edge, axis));
            sum += spans.back().high - spans.back().low;
            all.low = std::min(all.low, spans.back().low);
            all.high = std::max(all.high, spans.back().high);
        }
        const double share = sum / std::max(all.high - all.low, 1e-12);
        if (share < least) {
            least = share;
            best = std::move(spans);
        }
    }
    return best;
}

std::vector<Edge> edges_of(const std::vector<geo::Position>& corners, bool is_closed) {
    std::vector<Edge> edges;
    edges.reserve(corners.size());
    for (std::size_t i = 0; i + (is_closed ? 0 : 1) < corners.size(); ++i) {
        const auto from = direction_of(corners[i]);
        const auto to = direction_of(corners[(i + 1) % corners.size()]);
        edges.push_back({from, to, cross(from, to)});
    }
    return edges;
}

} // namespace

std::optional<EdgeCrossing> crossing_edges(const std::vector<geo::Position>& corners,
                                           bool is_closed) {
    const auto edges = edges_of(corners, is_closed);
    const auto spans = shortest_spans(edges);
    std::vector<std::size_t> in_order(edges.size());
    std::iota(in_order.begin(), in_order.end(), std::size_t{0});
    std::sort(in_order.begin(), in_order.end(),
              [&](std::size_t a, std::size_t b) { return spans[a].low < spans[b].low; });
    std::vector<std::size_t> open; // those whose span has not ended yet
    for (const auto edge : in_order) {
        open.erase(
            std::remove_if(open.begin(), open.end(),
                           [&](std::size_t other) { return spans[other].high < spans[edge].low; }),
            open.end());
        for (const auto other : open) {
            const auto [first, second] = std::minmax(edge, other);
            const bool are_neighbours =
                second == first + 1 || (is_closed && first == 0 && second + 1 == edges.size());
            if (are_neighbours) {
                continue;
            }
            if (const auto meeting = meeting_of(edges[first], edges[second])) {
                return EdgeCrossing{first, second, position_of(*meeting)};
            }
        }
        open.push_back(edge);
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
