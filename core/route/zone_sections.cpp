// SPDX-License-Identifier: Apache-2.0
#include "core/route/zone_sections.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairlead::route {
namespace {

constexpr double look_every_m = 200.0;
constexpr double edge_within_m = 1.0;

/// A circle around everything in a zone.
struct Surroundings {
    geo::Position centre;
    double radius_m = 0.0;
};

Surroundings surroundings_of(const env::Zone& zone) {
    constexpr double radian = std::numbers::pi / 180.0;
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
    for (const auto& ring : zone.area.rings()) {
        for (const auto& place : ring) {
            const double cosine = std::cos(place.latitude_deg() * radian);
            x += cosine * std::cos(place.longitude_deg() * radian);
            y += cosine * std::sin(place.longitude_deg() * radian);
            z += std::sin(place.latitude_deg() * radian);
        }
    }
    Surroundings circle{
        geo::Position::degrees(std::atan2(z, std::hypot(x, y)) / radian, std::atan2(y, x) / radian),
        0.0};
    // A rhumb line is at most pi/2 times as long as the geodesic between its ends (half a turn
    // around the pole), so no edge strays farther from its nearer end than 0.8 times their
    // distance.
    double longest_edge_m = 0.0;
    for (const auto& ring : zone.area.rings()) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            circle.radius_m = std::max(circle.radius_m,
                                       geo::geodesic_distance(circle.centre, ring[i]).in_metres());
            longest_edge_m =
                std::max(longest_edge_m,
                         geo::geodesic_distance(ring[i], ring[(i + 1) % ring.size()]).in_metres());
        }
    }
    circle.radius_m += 0.8 * longest_edge_m;
    return circle;
}

struct Edge {
    double at_m = 0.0;
    std::size_t zone = 0;
    bool enters = false;
};

/// Edges of one zone along the leg; true in `inside_at_start` if the leg begins in the zone.
void find_edges(const geo::GeodesicLine& leg, const env::Zone& zone, std::size_t index,
                std::vector<Edge>& edges) {
    const double length_m = leg.length().in_metres();
    const auto inside = [&](double at_m) {
        return zone.area.contains(leg.at(Length::metres(at_m)));
    };
    const Surroundings circle = surroundings_of(zone);

    double at_m = 0.0;
    bool was_inside = inside(0.0);
    if (was_inside) {
        edges.push_back({0.0, index, true});
    }
    while (at_m < length_m) {
        double next_m = at_m + look_every_m;
        if (!was_inside) {
            const double off_m =
                geo::geodesic_distance(leg.at(Length::metres(at_m)), circle.centre).in_metres() -
                circle.radius_m;
            next_m = std::max(next_m, at_m + off_m);
        }
        next_m = std::min(next_m, length_m);
        const bool is_inside = inside(next_m);
        if (is_inside != was_inside) {
            double before_m = at_m;
            double after_m = next_m;
            while (after_m - before_m > edge_within_m) {
                const double middle_m = 0.5 * (before_m + after_m);
                (inside(middle_m) == was_inside ? before_m : after_m) = middle_m;
            }
            edges.push_back({0.5 * (before_m + after_m), index, is_inside});
        }
        at_m = next_m;
        was_inside = is_inside;
    }
}

} // namespace

std::vector<ZoneSection> cut_by_zones(const geo::GeodesicLine& leg,
                                      std::span<const env::Zone> zones) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        find_edges(leg, zones[i], i, edges);
    }
    std::stable_sort(edges.begin(), edges.end(),
                     [](const Edge& a, const Edge& b) { return a.at_m < b.at_m; });

    std::vector<ZoneSection> sections;
    std::vector<const env::Zone*> current;
    double begin_m = 0.0;
    for (const Edge& edge : edges) {
        if (edge.at_m > begin_m) {
            sections.push_back({begin_m, edge.at_m, current});
            begin_m = edge.at_m;
        }
        const env::Zone* zone = &zones[edge.zone];
        if (edge.enters) {
            current.push_back(zone);
        } else {
            std::erase(current, zone);
        }
    }
    const double length_m = leg.length().in_metres();
    if (sections.empty() || length_m > begin_m) {
        sections.push_back({begin_m, length_m, current});
    }
    return sections;
}

} // namespace fairlead::route
