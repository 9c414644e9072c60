// SPDX-License-Identifier: Apache-2.0
#include "core/geo/polyline.hpp"

#include "core/base/contract.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/rhumb_line.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace fairlead::geo {
namespace {

/// @param length_of  Length length_of(from, to); @param place_at Position place_at(from, to, t)
template <class LengthOf, class PlaceAt>
std::vector<Position> densify_by(std::span<const Position> line, Length longest,
                                 const LengthOf& length_of, const PlaceAt& place_at) {
    FAIRLEAD_EXPECTS(longest > Length());
    std::vector<Position> dense;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const double share = length_of(line[i - 1], line[i]) / longest;
            const int pieces = std::max(1, static_cast<int>(std::ceil(share * (1.0 - 1e-12))));
            for (int piece = 1; piece < pieces; ++piece) {
                dense.push_back(
                    place_at(line[i - 1], line[i], static_cast<double>(piece) / pieces));
            }
        }
        dense.push_back(line[i]);
    }
    return dense;
}

MapPosition on_map(const Position& place) {
    return {place.latitude_deg(), place.longitude_deg()};
}

/// Latitude where the leg passes 180 degrees, by halving: its longitude changes one way only.
double latitude_at_antimeridian(const Position& from, const Position& to) {
    const GeodesicLine leg(from, to);
    const bool starts_east = from.longitude_deg() >= 0.0;
    double low = 0.0;
    double high = 1.0;
    // 60 halvings are below the rounding of any line on earth.
    for (int i = 0; i < 60; ++i) {
        const double half = 0.5 * (low + high);
        const bool still_before =
            (leg.at(leg.length() * half).longitude_deg() >= 0.0) == starts_east;
        (still_before ? low : high) = half;
    }
    return leg.at(leg.length() * low).latitude_deg();
}

} // namespace

Length polyline_length(std::span<const Position> line) noexcept {
    Length sum;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum += geodesic_distance(line[i - 1], line[i]);
    }
    return sum;
}

std::vector<Position> densify(std::span<const Position> line, Length longest) {
    return densify_by(line, longest, geodesic_distance,
                      [](const Position& from, const Position& to, double t) {
                          const GeodesicLine leg(from, to);
                          return leg.at(leg.length() * t);
                      });
}

std::vector<Position> densify_rhumb(std::span<const Position> line, Length longest) {
    return densify_by(
        line, longest,
        [](const Position& from, const Position& to) { return rhumb_inverse(from, to).distance; },
        rhumb_interpolate);
}

// A rhumb line turns away from the geodesic by tan(latitude) sin(course) / R, so that a chord of
// length L is L^2 tan(latitude) sin(course) / (8 R) off in its middle.
std::vector<Position> rhumb_as_geodesics(const Position& from, const Position& to) {
    constexpr double within_m = 10.0;
    constexpr double shortest_m = 500.0;
    constexpr double longest_m = 50'000.0;
    constexpr double degree = std::numbers::pi / 180.0;
    const auto whole = rhumb_inverse(from, to);
    const double latitude =
        std::max(std::abs(from.latitude_deg()), std::abs(to.latitude_deg())) * degree;
    const double turn_per_m =
        std::abs(std::tan(latitude) * std::sin(whole.bearing.in_degrees() * degree)) /
        wgs84::semi_major_axis_m;
    const double piece_m = turn_per_m > 0.0 ? std::sqrt(8.0 * within_m / turn_per_m) : longest_m;
    const std::array ends{from, to};
    return densify_rhumb(ends, Length::metres(std::clamp(piece_m, shortest_m, longest_m)));
}

MeasuredLine::MeasuredLine(std::span<const Position> line) : start_m_{0.0} {
    FAIRLEAD_EXPECTS(!line.empty());
    first_ = line.front();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const GeodesicLine leg(line[i - 1], line[i]);
        if (leg.length() > Length()) {
            legs_.push_back(leg);
            start_m_.push_back(start_m_.back() + leg.length().in_metres());
        }
    }
}

std::size_t MeasuredLine::leg_at(double distance_m) const noexcept {
    const auto after = std::upper_bound(start_m_.begin(), start_m_.end(), distance_m);
    const auto leg = after == start_m_.begin() ? 0 : after - start_m_.begin() - 1;
    return std::min(static_cast<std::size_t>(leg), legs_.size() - 1);
}

Position MeasuredLine::at(Length distance) const noexcept {
    if (legs_.empty()) {
        return first_;
    }
    const double along_m = std::clamp(distance.in_metres(), 0.0, start_m_.back());
    const std::size_t leg = leg_at(along_m);
    return legs_[leg].at(Length::metres(along_m - start_m_[leg]));
}

Bearing MeasuredLine::bearing_at(Length distance) const noexcept {
    if (legs_.empty()) {
        return {};
    }
    const double along_m = std::clamp(distance.in_metres(), 0.0, start_m_.back());
    const std::size_t leg = leg_at(along_m);
    return legs_[leg].bearing_at(Length::metres(along_m - start_m_[leg]));
}

std::vector<std::vector<MapPosition>> split_at_antimeridian(std::span<const Position> line) {
    std::vector<std::vector<MapPosition>> parts;
    for (std::size_t i = 0; i < line.size(); ++i) {
        MapPosition here = on_map(line[i]);
        if (i == 0) {
            parts.push_back({here});
            continue;
        }
        const MapPosition before = parts.back().back();
        double change_deg = here.longitude_deg - before.longitude_deg;
        if (here.longitude_deg == -180.0 && before.longitude_deg > 0.0) {
            here.longitude_deg = 180.0; // reached from the east: no crossing yet
            change_deg += 360.0;
        }
        const bool at_pole =
            std::fabs(before.latitude_deg) == 90.0 || std::fabs(here.latitude_deg) == 90.0;
        const bool over_pole = !at_pole && std::fabs(std::fabs(change_deg) - 180.0) < 1e-12;
        if (over_pole) {
            const double pole_deg = before.latitude_deg + here.latitude_deg >= 0.0 ? 90.0 : -90.0;
            parts.back().push_back({pole_deg, before.longitude_deg});
            parts.back().push_back({pole_deg, here.longitude_deg});
        } else if (at_pole && change_deg != 0.0) {
            // At the pole longitude is only the direction of arrival or departure.
            const bool now = std::fabs(here.latitude_deg) == 90.0;
            parts.back().push_back(now ? MapPosition{here.latitude_deg, before.longitude_deg}
                                       : MapPosition{before.latitude_deg, here.longitude_deg});
            if (now) {
                continue;
            }
        } else if (std::fabs(change_deg) > 180.0) {
            const double edge_deg = before.longitude_deg > 0.0 ? 180.0 : -180.0;
            if (before.longitude_deg == edge_deg) {
                parts.push_back(
                    {{before.latitude_deg, -edge_deg}}); // it stands on the edge already
            } else {
                const double latitude_deg = latitude_at_antimeridian(line[i - 1], line[i]);
                parts.back().push_back({latitude_deg, edge_deg});
                parts.push_back({{latitude_deg, -edge_deg}});
            }
        }
        parts.back().push_back(here);
    }
    return parts;
}

} // namespace fairlead::geo
