// SPDX-License-Identifier: Apache-2.0
#include "core/geo/region.hpp"

#include "core/base/error.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/geo/straight_pieces.hpp"

#include <fmt/format.h>
#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace fairlead::geo {
namespace {

constexpr double edge_tolerance_m = 1.0;
constexpr double chord_tolerance_m = 0.2;

struct Vector3 {
    double x = 0.0;
    double y = 0.0;
    double z = 0.0;
};

double dot(const Vector3& a, const Vector3& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
Vector3 cross(const Vector3& a, const Vector3& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
Vector3 plus(const Vector3& a, const Vector3& b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
Vector3 unit(const Vector3& a) {
    const double length = std::sqrt(dot(a, a));
    return {a.x / length, a.y / length, a.z / length};
}

/// The ellipsoid's normal: maps the earth onto a sphere one to one, which is all that "inside"
/// needs.
Vector3 normal_at(const Position& place) {
    const double phi = place.latitude_deg() * std::numbers::pi / 180.0;
    const double lambda = place.longitude_deg() * std::numbers::pi / 180.0;
    return {std::cos(phi) * std::cos(lambda), std::cos(phi) * std::sin(lambda), std::sin(phi)};
}

/// Stereographic plane of that sphere around a centre of its own: every ring is far from its edge.
class TangentPlane {
  public:
    explicit TangentPlane(const Vector3& centre) : centre_(centre) {
        const Vector3 axis =
            std::fabs(centre.z) < 0.9 ? Vector3{0.0, 0.0, 1.0} : Vector3{1.0, 0.0, 0.0};
        right_ = unit(cross(axis, centre));
        up_ = cross(centre, right_);
    }
    /// How far the place is from the centre's antipode, which has no image: 0 there, 2 at the
    /// centre.
    [[nodiscard]] double away_from_antipode(const Vector3& normal) const {
        return 1.0 + dot(normal, centre_);
    }
    [[nodiscard]] PlanePoint image(const Vector3& normal) const {
        const double scale = 2.0 * wgs84::semi_major_axis_m / away_from_antipode(normal);
        return {scale * dot(normal, right_), scale * dot(normal, up_)};
    }

  private:
    Vector3 centre_;
    Vector3 right_;
    Vector3 up_;
};

Vector3 centre_of(const std::vector<Position>& ring) {
    Vector3 sum;
    Vector3 area;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vector3 here = normal_at(ring[i]);
        sum = plus(sum, here);
        area = plus(area, cross(here, normal_at(ring[(i + 1) % ring.size()])));
    }
    // Places spread evenly around a great circle have no mean; the circle's own pole serves.
    const Vector3 centre =
        std::sqrt(dot(sum, sum)) > 1e-6 * static_cast<double>(ring.size()) ? sum : area;
    return std::sqrt(dot(centre, centre)) > 0.0 ? unit(centre) : Vector3{0.0, 0.0, 1.0};
}

/// One ring in its plane, its edges sorted into bands of y.
class PlaneRing {
  public:
    PlaneRing(const std::vector<Position>& ring, EdgeKind edges) : plane_(centre_of(ring)) {
        for (const Position& place : ring) {
            if (plane_.away_from_antipode(normal_at(place)) < 1e-3) {
                throw Error(ErrorCode::invalid_argument,
                            fmt::format("region: the ring through {} winds around the whole earth",
                                        format_position(place)));
            }
        }
        std::vector<Position> places;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            append_edge(ring[i], ring[(i + 1) % ring.size()], edges, places);
        }
        bounded_side_is_inside_ = (area_on_earth(places) > 0.0) == (area_in_plane() > 0.0);
        sort_into_bands();
    }

    enum class Side { outside, inside, edge };

    [[nodiscard]] Side side_of(const Vector3& normal) const {
        if (plane_.away_from_antipode(normal) < 1e-9) {
            return bounded_side_is_inside_ ? Side::outside : Side::inside;
        }
        const PlanePoint point = plane_.image(normal);
        bool bounded = false;
        if (const auto band = band_of(point.y_m)) {
            for (auto i = band_begin_[*band]; i < band_begin_[*band + 1]; ++i) {
                const PlanePoint a = points_[band_edges_[i]];
                const PlanePoint b = points_[(band_edges_[i] + 1) % points_.size()];
                if (distance_to_segment_m(point, a, b) <= edge_tolerance_m) {
                    return Side::edge;
                }
                if ((a.y_m > point.y_m) != (b.y_m > point.y_m)) {
                    const double t = (point.y_m - a.y_m) / (b.y_m - a.y_m);
                    bounded ^= a.x_m + t * (b.x_m - a.x_m) < point.x_m;
                }
            }
        }
        return bounded == bounded_side_is_inside_ ? Side::inside : Side::outside;
    }

  private:
    void append_edge(const Position& from, const Position& to, EdgeKind edges,
                     std::vector<Position>& places) {
        const GeodesicLine geodesic(from, to);
        const auto place_at = [&](double t) {
            return edges == EdgeKind::geodesic ? geodesic.at(geodesic.length() * t)
                                               : rhumb_interpolate(from, to, t);
        };
        points_.push_back(plane_.image(normal_at(from)));
        places.push_back(from);
        append_straight_pieces([&](double t) { return plane_.image(normal_at(place_at(t))); }, 0.0,
                               points_.back(), 1.0, plane_.image(normal_at(to)), chord_tolerance_m,
                               [&](double t, PlanePoint point) {
                                   if (t < 1.0) {
                                       points_.push_back(point);
                                       places.push_back(place_at(t));
                                   }
                               });
    }

    /// Signed, positive if the smaller side is to the left.
    static double area_on_earth(const std::vector<Position>& places) {
        geod_geodesic earth;
        geod_init(&earth, wgs84::semi_major_axis_m, wgs84::flattening);
        geod_polygon polygon;
        geod_polygon_init(&polygon, 0);
        for (const Position& place : places) {
            geod_polygon_addpoint(&earth, &polygon, place.latitude_deg(), place.longitude_deg());
        }
        double area_m2 = 0.0;
        geod_polygon_compute(&earth, &polygon, 0, 1, &area_m2, nullptr);
        return area_m2;
    }

    [[nodiscard]] double area_in_plane() const {
        double twice = 0.0;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            const PlanePoint a = points_[i];
            const PlanePoint b = points_[(i + 1) % points_.size()];
            twice += a.x_m * b.y_m - b.x_m * a.y_m;
        }
        return 0.5 * twice;
    }

    void sort_into_bands() {
        const auto [low, high] =
            std::minmax_element(points_.begin(), points_.end(),
                                [](PlanePoint a, PlanePoint b) { return a.y_m < b.y_m; });
        lowest_m_ = low->y_m - edge_tolerance_m;
        const std::size_t bands = std::clamp<std::size_t>(points_.size() / 4, 1, 4096);
        band_height_m_ = (high->y_m + edge_tolerance_m - lowest_m_) / static_cast<double>(bands);
        band_begin_.assign(bands + 1, 0);
        const auto bands_of_edge = [&](std::size_t edge) {
            const double a = points_[edge].y_m;
            const double b = points_[(edge + 1) % points_.size()].y_m;
            return std::pair{clamped_band(std::fmin(a, b) - edge_tolerance_m, bands),
                             clamped_band(std::fmax(a, b) + edge_tolerance_m, bands)};
        };
        for (std::size_t edge = 0; edge < points_.size(); ++edge) {
            const auto [first, last] = bands_of_edge(edge);
            for (std::size_t band = first; band <= last; ++band) {
                ++band_begin_[band + 1];
            }
        }
        for (std::size_t band = 0; band < bands; ++band) {
            band_begin_[band + 1] += band_begin_[band];
        }
        band_edges_.resize(band_begin_.back());
        auto next = band_begin_;
        for (std::size_t edge = 0; edge < points_.size(); ++edge) {
            const auto [first, last] = bands_of_edge(edge);
            for (std::size_t band = first; band <= last; ++band) {
                band_edges_[next[band]++] = static_cast<std::uint32_t>(edge);
            }
        }
    }

    [[nodiscard]] std::size_t clamped_band(double y_m, std::size_t bands) const {
        const double band = std::floor((y_m - lowest_m_) / band_height_m_);
        return static_cast<std::size_t>(std::clamp(band, 0.0, static_cast<double>(bands - 1)));
    }
    [[nodiscard]] std::optional<std::size_t> band_of(double y_m) const {
        const std::size_t bands = band_begin_.size() - 1;
        const bool within =
            y_m >= lowest_m_ && y_m <= lowest_m_ + band_height_m_ * static_cast<double>(bands);
        return within ? std::optional(clamped_band(y_m, bands)) : std::nullopt;
    }

    TangentPlane plane_;
    std::vector<PlanePoint> points_;
    bool bounded_side_is_inside_ = true;
    double lowest_m_ = 0.0;
    double band_height_m_ = 1.0;
    std::vector<std::uint32_t> band_begin_;
    std::vector<std::uint32_t> band_edges_;
};

/// Without repeated places, closing one included.
std::vector<Position> distinct_neighbours(const std::vector<Position>& ring) {
    std::vector<Position> kept;
    for (const Position& place : ring) {
        if (kept.empty() || kept.back() != place) {
            kept.push_back(place);
        }
    }
    while (kept.size() > 1 && kept.back() == kept.front()) {
        kept.pop_back();
    }
    return kept;
}

} // namespace

struct Region::Geometry {
    std::vector<PlaneRing> rings;
};

Region::Region(std::vector<std::vector<Position>> rings, EdgeKind edges)
    : rings_(std::move(rings)), edges_(edges) {
    auto made = std::make_shared<Geometry>();
    if (rings_.empty()) {
        throw Error(ErrorCode::invalid_argument, "region: it has no ring");
    }
    for (const auto& ring : rings_) {
        const auto places = distinct_neighbours(ring);
        if (places.size() < 3) {
            throw Error(
                ErrorCode::invalid_argument,
                fmt::format("region: a ring needs at least 3 different places, this one has {}",
                            places.size()));
        }
        made->rings.emplace_back(places, edges);
    }
    geometry_ = std::move(made);
}

bool Region::contains(const Position& place) const {
    const Vector3 normal = normal_at(place);
    bool inside = false;
    for (const PlaneRing& ring : geometry_->rings) {
        switch (ring.side_of(normal)) {
        case PlaneRing::Side::edge:
            return true;
        case PlaneRing::Side::inside:
            inside = !inside;
            break;
        case PlaneRing::Side::outside:
            break;
        }
    }
    return inside;
}

} // namespace fairlead::geo
