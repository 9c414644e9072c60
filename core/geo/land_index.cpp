// SPDX-License-Identifier: Apache-2.0
#include "core/geo/land_index.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/land_bins.hpp"
#include "core/geo/land_geos.hpp"
#include "core/geo/land_rings.hpp"
#include "core/geo/straight_pieces.hpp"

#include <fmt/format.h>

#include <cmath>
#include <mutex>
#include <utility>

namespace fairlead::geo {
namespace {

/// How far an image of a geodesic may be from the chords it is judged by.
constexpr double land_chord_tolerance_m = 0.05;
/// Before anything is projected: a ring of fewer than three places has no inside.
void check_input(std::span<const LandPolygon> polygons, Angle reach) {
    if (!(reach > Angle() && reach <= Angle::degrees(85.0))) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("land index: a reach of {} degrees is not within 0 and 85",
                                reach.in_degrees()));
    }
    for (const LandPolygon& polygon : polygons) {
        if (polygon.outer.size() < 3) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("land index: a polygon of {} places has no inside",
                                    polygon.outer.size()));
        }
    }
}

} // namespace

struct LandIndex::Index {
    Index(std::span<const LandPolygon> polygons, Projection projection, std::string name,
          Angle reach)
        : plane(std::move(projection)), source(std::move(name)),
          land(project_land(polygons, plane, reach)), bins(land), geos(land) {}

    [[nodiscard]] std::optional<PlanePoint> covered_image(const Position& place,
                                                          double around_m) const {
        const auto point = plane.forward(place);
        return point && land.covers(*point, around_m) ? point : std::nullopt;
    }
    [[nodiscard]] PlanePoint image(const Position& place, double around_m = 0.0) const {
        const auto point = covered_image(place, around_m);
        if (!point) {
            throw Error(ErrorCode::out_of_range,
                        fmt::format("{} is beyond the reach of the coastline on '{}': too far from "
                                    "the pole of the voyage",
                                    format_position(place), plane.definition()));
        }
        return *point;
    }

    /// Calls judge(from, to) for chords along the geodesic until one gives an answer.
    template <class Judge>
    auto along_geodesic(const Position& from, const Position& to, double around_m,
                        const Judge& judge) const {
        const GeodesicLine line(from, to);
        const PlanePoint start = image(from, around_m);
        std::vector<PlanePoint> chords = {start};
        append_straight_pieces(
            [&](double t) { return image(line.at(line.length() * t), around_m); }, 0.0, start, 1.0,
            image(to, around_m), land_chord_tolerance_m,
            [&](double, PlanePoint point) { chords.push_back(point); });
        decltype(judge(start, start)) answer{};
        for (std::size_t i = 1; i < chords.size() && !answer; ++i) {
            answer = judge(chords[i - 1], chords[i]);
        }
        return answer;
    }

    Projection plane;
    std::string source;
    LandRings land;
    LandBins bins;
    LandGeos geos;
    std::mutex geos_turn; ///< GEOS prepares as it answers, so one question at a time
};

LandIndex::LandIndex(std::span<const LandPolygon> land, Projection plane, std::string source,
                     Angle reach) {
    check_input(land, reach);
    index_ = std::make_unique<Index>(land, std::move(plane), std::move(source), reach);
}
LandIndex::~LandIndex() = default;
LandIndex::LandIndex(LandIndex&&) noexcept = default;
LandIndex& LandIndex::operator=(LandIndex&&) noexcept = default;

bool LandIndex::covers(const Position& place) const {
    return index_->covered_image(place, 0.0).has_value();
}

bool LandIndex::is_land(const Position& place) const {
    const PlanePoint point = index_->image(place);
    const std::lock_guard turn(index_->geos_turn);
    return index_->geos.is_land(point);
}

std::optional<Position> LandIndex::first_crossing(const Position& from, const Position& to) const {
    const PlanePoint start = index_->image(from);
    const std::lock_guard turn(index_->geos_turn);
    if (index_->geos.is_land(start)) {
        return from;
    }
    const auto met = index_->along_geodesic(from, to, 0.0, [&](PlanePoint a, PlanePoint b) {
        return index_->geos.first_meeting(a, b);
    });
    return met ? index_->plane.inverse(*met) : std::nullopt;
}

bool LandIndex::is_clear(const Position& from, const Position& to, Length clearance) const {
    const double clearance_m = clearance.in_metres();
    FAIRLEAD_EXPECTS(clearance_m >= 0.0);
    const double scale = std::fmax(index_->land.scale.at(index_->image(from)),
                                   index_->land.scale.at(index_->image(to)));
    const double around_m = clearance_m * scale * 1.02;
    const PlanePoint start = index_->image(from, around_m);
    const std::lock_guard turn(index_->geos_turn);
    if (index_->geos.is_land(start)) {
        return false;
    }
    return !index_->along_geodesic(from, to, around_m, [&](PlanePoint a, PlanePoint b) {
        return !index_->geos.shore_keeps_off(a, b, clearance_m);
    });
}

std::optional<Length> LandIndex::distance_to_land(const Position& place, Length limit) const {
    FAIRLEAD_EXPECTS(limit >= Length());
    // In the plane the limit is a circle but for the change of scale across it; a tenth more holds
    // that for limits up to 1000 km.
    const double limit_m = limit.in_metres() * index_->land.scale.at(index_->image(place)) * 1.1;
    const PlanePoint here = index_->image(place, limit_m);
    const std::lock_guard turn(index_->geos_turn);
    if (index_->geos.is_land(here)) {
        return Length();
    }
    const auto shore = index_->geos.nearest_shore(here, limit_m);
    if (!shore) {
        return std::nullopt;
    }
    const auto there = index_->plane.inverse(*shore);
    const Length distance = geodesic_distance(place, *there);
    return distance <= limit ? std::optional(distance) : std::nullopt;
}

bool LandIndex::is_land(PlanePoint point) const noexcept {
    return index_->bins.is_land(point);
}

bool LandIndex::is_clear(PlanePoint from, PlanePoint to, double clearance_m) const noexcept {
    return index_->bins.is_clear(from, to, clearance_m);
}

bool LandIndex::is_all_land(PlanePoint low, PlanePoint high) const noexcept {
    return index_->bins.is_all_land(low, high);
}

const Projection& LandIndex::plane() const noexcept {
    return index_->plane;
}

const std::string& LandIndex::source() const noexcept {
    return index_->source;
}

} // namespace fairlead::geo
