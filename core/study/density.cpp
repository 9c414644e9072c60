// SPDX-License-Identifier: Apache-2.0
#include "core/study/density.hpp"

#include "core/base/contract.hpp"
#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/straight_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::study {
namespace {

using geo::GridCell;
using geo::GridGeometry;
using geo::PlanePoint;

/// How far what is counted may be from the geodesic, in cells.
constexpr double tolerance_cells = 0.01;

bool is_of(Hemisphere hemisphere, const geo::Position& position) {
    return (position.latitude_deg() >= 0.0) == (hemisphere == Hemisphere::north);
}

/// Every cell that a straight segment touches, in order, those outside of the grid too.
/// Source: J. Amanatides, A. Woo, "A fast voxel traversal algorithm for ray tracing",
/// Eurographics 1987.
template <class Visit>
void walk(const GridGeometry& geometry, PlanePoint from, PlanePoint to, const Visit& visit) {
    const auto across = [&](PlanePoint point) {
        return (point.x_m - geometry.left_m) / geometry.cell_m;
    };
    const auto down = [&](PlanePoint point) {
        return (geometry.top_m - point.y_m) / geometry.cell_m;
    };
    const double u0 = across(from), u1 = across(to), v0 = down(from), v1 = down(to);
    GridCell cell{static_cast<std::int32_t>(std::floor(u0)),
                  static_cast<std::int32_t>(std::floor(v0))};
    const GridCell last{static_cast<std::int32_t>(std::floor(u1)),
                        static_cast<std::int32_t>(std::floor(v1))};
    constexpr double never = std::numeric_limits<double>::infinity();
    const int step_u = u1 > u0 ? 1 : -1;
    const int step_v = v1 > v0 ? 1 : -1;
    const double per_u = u1 != u0 ? 1.0 / std::fabs(u1 - u0) : never;
    const double per_v = v1 != v0 ? 1.0 / std::fabs(v1 - v0) : never;
    const double rest_u = step_u > 0 ? cell.column + 1.0 - u0 : u0 - cell.column;
    const double rest_v = step_v > 0 ? cell.row + 1.0 - v0 : v0 - cell.row;
    double next_u = u1 != u0 ? rest_u * per_u : never;
    double next_v = v1 != v0 ? rest_v * per_v : never;
    // The number of steps is known, so that rounding at the end cannot run past it.
    auto steps = std::abs(last.column - cell.column) + std::abs(last.row - cell.row);
    visit(cell);
    for (; steps > 0; --steps) {
        const bool along_u =
            cell.row == last.row || (cell.column != last.column && next_u <= next_v);
        if (along_u) {
            cell.column += step_u;
            next_u += per_u;
        } else {
            cell.row += step_v;
            next_v += per_v;
        }
        visit(cell);
    }
}

/// Marks the cells of one route after the other.
class Tracer {
  public:
    Tracer(const geo::Projection& plane, RouteDensity& density)
        : plane_(plane), density_(density), marked_by_(density.routes.size(), 0),
          tolerance_m_(tolerance_cells * density.geometry.cell_m) {
        // The image of a geodesic is, but for the flattening, an arc of a circle whose radius is no
        // less than 1.9 times the earth's: chords up to this length keep half of the tolerance.
        straight_below_m_ = std::sqrt(8.0 * geo::wgs84::semi_major_axis_m * tolerance_m_);
    }

    void add(std::span<const geo::Position> line) {
        ++route_;
        points_.resize(line.size());
        plane_.forward(line, points_);
        if (line.size() == 1) {
            follow(points_[0], points_[0]);
        }
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto from = points_[i - 1];
            const auto to = points_[i];
            if (std::hypot(to.x_m - from.x_m, to.y_m - from.y_m) <= straight_below_m_) {
                follow(from, to);
                continue;
            }
            const geo::GeodesicLine leg(line[i - 1], line[i]);
            const auto at = [&](double t) {
                return plane_.forward(leg.at(leg.length() * t)).value_or(from);
            };
            auto here = from;
            geo::append_straight_pieces(at, 0.0, from, 1.0, to, tolerance_m_,
                                        [&](double, PlanePoint next) {
                                            follow(here, next);
                                            here = next;
                                        });
        }
    }

  private:
    void follow(PlanePoint from, PlanePoint to) {
        if (!is_drawable(from) || !is_drawable(to)) {
            return;
        }
        walk(density_.geometry, from, to, [&](GridCell cell) {
            if (density_.geometry.contains(cell)) {
                const auto index = density_.geometry.index(cell);
                if (marked_by_[index] != route_) {
                    marked_by_[index] = route_;
                    ++density_.routes[index];
                }
            }
        });
    }
    /// Places near the other pole have no image, or one beyond all grids.
    static bool is_drawable(PlanePoint point) {
        return std::fabs(point.x_m) < 1e8 && std::fabs(point.y_m) < 1e8; // false for NaN
    }

    const geo::Projection& plane_;
    RouteDensity& density_;
    std::vector<std::uint32_t> marked_by_; ///< by cell: the last route that came by
    std::uint32_t route_ = 0;
    double tolerance_m_;
    double straight_below_m_ = 0.0;
    std::vector<PlanePoint> points_;
};

} // namespace

geo::Projection plane_of(Hemisphere hemisphere) {
    return hemisphere == Hemisphere::north ? geo::Projection::polar_north()
                                           : geo::Projection::polar_south();
}

std::string_view name(Hemisphere hemisphere) noexcept {
    return hemisphere == Hemisphere::north ? "north" : "south";
}

std::optional<Hemisphere> hemisphere_of(const io::RouteRecord& record) {
    const auto of = [](const geo::Position& position) {
        return is_of(Hemisphere::north, position) ? Hemisphere::north : Hemisphere::south;
    };
    if (!record.line.empty()) {
        return of(record.line.front());
    }
    if (record.failure && record.failure->position) {
        return of(*record.failure->position);
    }
    return std::nullopt;
}

std::vector<geo::Place> places_of(const Manifest& manifest) {
    const auto gazetteer = geo::Gazetteer::read(data_folder() / "ports" / "ports.csv");
    std::vector<geo::Place> places;
    const auto add = [&](const std::string& text) {
        try {
            auto place = gazetteer.resolve(text);
            if (std::none_of(places.begin(), places.end(),
                             [&](const geo::Place& known) { return known.name == place.name; })) {
                places.push_back(std::move(place));
            }
        } catch (const Error&) { // the records of its routes say what is wrong with it
        }
    };
    for (const auto& voyage : manifest.file.voyages) {
        add(voyage.from);
        std::for_each(voyage.via.begin(), voyage.via.end(), add);
        add(voyage.to);
    }
    return places;
}

std::optional<Extent> extent_of(Hemisphere hemisphere, std::span<const io::RouteRecord> records,
                                std::span<const geo::Place> places) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Extent extent{far, far, -far, -far};
    const auto plane = plane_of(hemisphere);
    const auto add = [&](const geo::Position& position) {
        const auto point = is_of(hemisphere, position) ? plane.forward(position) : std::nullopt;
        if (point) {
            extent = {std::min(extent.left_m, point->x_m), std::min(extent.bottom_m, point->y_m),
                      std::max(extent.right_m, point->x_m), std::max(extent.top_m, point->y_m)};
        }
    };
    for (const auto& record : records) {
        std::for_each(record.line.begin(), record.line.end(), add);
        if (record.failure && record.failure->position) {
            add(*record.failure->position);
        }
    }
    for (const auto& place : places) {
        add(place.position);
    }
    return extent.left_m <= extent.right_m ? std::optional(extent) : std::nullopt;
}

geo::GridGeometry grid_around(const Extent& extent, double margin_m, double cell_m) {
    FAIRLEAD_EXPECTS(cell_m > 0.0);
    const double left = std::floor((extent.left_m - margin_m) / cell_m);
    const double bottom = std::floor((extent.bottom_m - margin_m) / cell_m);
    // One more than fits: the right and lower edge of a cell belong to the next.
    const double right = std::floor((extent.right_m + margin_m) / cell_m) + 1.0;
    const double top = std::floor((extent.top_m + margin_m) / cell_m) + 1.0;
    return {left * cell_m, top * cell_m, cell_m, static_cast<std::int32_t>(right - left),
            static_cast<std::int32_t>(top - bottom)};
}

RouteDensity count_routes(std::span<const io::RouteRecord> records, Hemisphere hemisphere,
                          const geo::GridGeometry& geometry,
                          const std::optional<std::string>& ship) {
    RouteDensity density;
    density.hemisphere = hemisphere;
    density.geometry = geometry;
    density.routes.assign(geometry.cell_count(), 0);
    density.stops.assign(geometry.cell_count(), 0);
    const auto plane = plane_of(hemisphere);
    Tracer tracer(plane, density);
    for (const auto& record : records) {
        if (hemisphere_of(record) != hemisphere || (ship && record.ship != *ship)) {
            continue;
        }
        ++density.tried;
        if (!record.line.empty()) {
            ++density.found;
            tracer.add(record.line);
        } else if (const auto point = plane.forward(*record.failure->position)) {
            if (const auto cell = geometry.cell_at(*point)) {
                ++density.stops[geometry.index(*cell)];
            }
        }
    }
    return density;
}

} // namespace fairlead::study
