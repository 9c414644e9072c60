// SPDX-License-Identifier: Apache-2.0
#include "core/route/simplification.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace fairlead::route {
namespace {

/// Mean radius of WGS 84, (2a + b) / 3: only for distances across a leg, see the header.
constexpr double mean_radius_m = 6'371'008.8;
/// A geodesic of length L strays at most about f L^2 / (8 R) from the great circle of n-vectors
/// through its ends (66 m at 1000 km, measured 65.7 m; a little is added).
constexpr double strays_per_m = 7e-11;
constexpr int most_halvings = 6;

struct Vector {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
};

double dot(const Vector& a, const Vector& b) noexcept {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Vector cross(const Vector& a, const Vector& b) noexcept {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

Vector n_vector(const geo::Position& place) noexcept {
    constexpr double radian = std::numbers::pi / 180.0;
    const double latitude = place.latitude_deg() * radian;
    const double longitude = place.longitude_deg() * radian;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

double chord(const Vector& a, const Vector& b) noexcept {
    const Vector d{a.x - b.x, a.y - b.y, a.z - b.z};
    return std::sqrt(dot(d, d));
}

/// A leg that may replace part of the line.
struct Shortcut {
    std::size_t to = 0;
    double deviation2 = 0.0; ///< sum of squared deviations of the points left out [radian^2]
    bool checked = false;    ///< known to be allowed
    bool banned = false;     ///< known not to be
};

/// Shortcuts from each point within the tolerance, by where they end. Legs of the line itself are
/// always allowed.
class Shortcuts {
  public:
    Shortcuts(std::span<const geo::Position> line, Length tolerance)
        : tolerance_m_(tolerance.in_metres()), from_(line.size()) {
        points_.reserve(line.size());
        for (const auto& place : line) {
            points_.push_back(n_vector(place));
        }
        for (std::size_t from = 0; from + 1 < points_.size(); ++from) {
            find_from(from);
        }
    }

    [[nodiscard]] std::vector<Shortcut>& from(std::size_t point) noexcept { return from_[point]; }

  private:
    void find_from(std::size_t from) {
        from_[from].push_back({from + 1, 0.0, true, false});
        std::size_t failures = 0;
        // Deviations need not grow with length, but after this many failures in a row they did.
        constexpr std::size_t give_up_after = 8;
        for (std::size_t to = from + 2; to < points_.size() && failures < give_up_after; ++to) {
            if (const auto deviation2 = deviation(from, to)) {
                from_[from].push_back({to, *deviation2, false, false});
                failures = 0;
            } else {
                ++failures;
            }
        }
    }

    [[nodiscard]] std::optional<double> deviation(std::size_t from, std::size_t to) const {
        const Vector& a = points_[from];
        const Vector& b = points_[to];
        Vector normal = cross(a, b);
        const double length = std::sqrt(dot(normal, normal));
        if (!(length > 0.0)) {
            return std::nullopt;
        }
        normal = {normal.x / length, normal.y / length, normal.z / length};
        const double leg_m = chord(a, b) * mean_radius_m;
        const double tolerance = (tolerance_m_ - strays_per_m * leg_m * leg_m) / mean_radius_m;
        double sum = 0.0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const Vector& p = points_[i];
            double off = std::abs(dot(normal, p));
            // Beyond an end of the leg the distance to that end counts.
            if (dot(cross(normal, a), p) < 0.0 || dot(cross(b, normal), p) < 0.0) {
                off = std::min(chord(p, a), chord(p, b));
            }
            if (off > tolerance) {
                return std::nullopt;
            }
            sum += off * off;
        }
        return sum;
    }

    double tolerance_m_;
    std::vector<Vector> points_;
    std::vector<std::vector<Shortcut>> from_;
};

/// A leg of a chain: the shortcut and where it starts.
struct ChainLeg {
    std::size_t from = 0;
    Shortcut* shortcut = nullptr;
};

/// The best chain from the first point to the last: fewest legs, then least deviation.
std::vector<ChainLeg> best_chain(Shortcuts& shortcuts, std::size_t count) {
    struct Node {
        std::size_t legs = std::numeric_limits<std::size_t>::max();
        double deviation2 = 0.0;
        ChainLeg last;
    };
    std::vector<Node> nodes(count);
    nodes[0].legs = 0;
    for (std::size_t from = 0; from < count; ++from) {
        for (Shortcut& shortcut : shortcuts.from(from)) {
            if (shortcut.banned) {
                continue;
            }
            const std::size_t legs = nodes[from].legs + 1;
            const double deviation2 = nodes[from].deviation2 + shortcut.deviation2;
            Node& node = nodes[shortcut.to];
            if (legs < node.legs || (legs == node.legs && deviation2 < node.deviation2)) {
                node = {legs, deviation2, {from, &shortcut}};
            }
        }
    }
    std::vector<ChainLeg> chain;
    for (std::size_t at = count - 1; at != 0; at = nodes[at].last.from) {
        chain.push_back(nodes[at].last);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

} // namespace

std::vector<geo::Position> simplify(std::span<const geo::Position> line, Length tolerance,
                                    const LegAllowed& allowed) {
    if (line.size() <= 2) {
        return {line.begin(), line.end()};
    }
    Shortcuts shortcuts(line, tolerance);
    // Few shortcuts are ever used, so they are checked only then; each round bans one at least.
    while (true) {
        const std::vector<ChainLeg> chain = best_chain(shortcuts, line.size());
        bool all_allowed = true;
        for (const ChainLeg& leg : chain) {
            if (!allowed || leg.shortcut->checked) {
                continue;
            }
            leg.shortcut->checked = allowed(line[leg.from], line[leg.shortcut->to]);
            leg.shortcut->banned = !leg.shortcut->checked;
            all_allowed = all_allowed && leg.shortcut->checked;
        }
        if (!all_allowed) {
            continue;
        }
        std::vector<geo::Position> waypoints{line.front()};
        for (const ChainLeg& leg : chain) {
            waypoints.push_back(line[leg.shortcut->to]);
        }
        return waypoints;
    }
}

Simplification simplify_within_cost(std::span<const geo::Position> line, double line_cost,
                                    Length tolerance, double cost_slack, const LegAllowed& allowed,
                                    const LineCost& cost) {
    for (int halving = 0; halving <= most_halvings; ++halving) {
        auto waypoints = simplify(line, tolerance, allowed);
        const auto now = cost(waypoints);
        if (now && *now <= line_cost * (1.0 + cost_slack)) {
            return {std::move(waypoints), tolerance, *now};
        }
        tolerance = tolerance * 0.5;
    }
    return {{line.begin(), line.end()}, Length{}, line_cost};
}

} // namespace fairlead::route
