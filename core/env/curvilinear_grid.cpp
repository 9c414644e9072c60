// SPDX-License-Identifier: Apache-2.0
#include "core/env/curvilinear_grid.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/env/axis.hpp"
#include "core/geo/geodesic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairlead::env {
namespace {

constexpr double farthest_from_middle_deg = 120.0;

/// Solution of a q^2 + b q + c = 0 nearest to the unit interval.
double root_near_unit_interval(double a, double b, double c) noexcept {
    if (std::fabs(a) < 1e-12 * std::fabs(b)) {
        return -c / b;
    }
    const double under_root = b * b - 4.0 * a * c;
    if (under_root < 0.0) {
        return std::nan("");
    }
    const double q = -0.5 * (b + std::copysign(std::sqrt(under_root), b));
    const double first = q / a;
    const double second = q != 0.0 ? c / q : first;
    return std::fabs(first - 0.5) < std::fabs(second - 0.5) ? first : second;
}

} // namespace

CurvilinearGrid::CurvilinearGrid(std::vector<double> latitudes_deg,
                                 std::vector<double> longitudes_deg, std::uint32_t columns,
                                 std::uint32_t rows, const std::string& name)
    : columns_(columns), rows_(rows), latitudes_(std::move(latitudes_deg)),
      longitudes_(std::move(longitudes_deg)) {
    FAIRLEAD_EXPECTS(latitudes_.size() == std::size_t{columns} * rows &&
                     longitudes_.size() == latitudes_.size());
    if (columns < 2 || rows < 2) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: a grid of {} x {} nodes has no cell size; at least 2 x 2 are "
                                "needed",
                                name, columns, rows));
    }
    Vector sum;
    for (std::size_t i = 0; i < latitudes_.size(); ++i) {
        if (!(std::fabs(latitudes_[i]) <= 90.0) || !std::isfinite(longitudes_[i])) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: node {} of the grid lies at latitude {}, longitude {}",
                                    name, i, latitudes_[i], longitudes_[i]));
        }
        const auto at = direction(latitudes_[i], longitudes_[i]);
        sum = {sum.x + at.x, sum.y + at.y, sum.z + at.z};
    }
    const double length = std::hypot(sum.x, sum.y, sum.z);
    middle_ = {sum.x / length, sum.y / length, sum.z / length};
    const double limit = std::cos(farthest_from_middle_deg * std::numbers::pi / 180.0);
    for (std::size_t i = 0; i < latitudes_.size(); ++i) {
        const auto at = direction(latitudes_[i], longitudes_[i]);
        if (!(at.x * middle_.x + at.y * middle_.y + at.z * middle_.z > limit)) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: its 2-D latitudes and longitudes reach farther than {} "
                                    "degrees from their middle; cut the file to one hemisphere",
                                    name, farthest_from_middle_deg));
        }
    }
    // Any two axes square to the middle and to each other will do.
    const double flat = std::hypot(middle_.x, middle_.y);
    east_ = flat > 1e-9 ? Vector{-middle_.y / flat, middle_.x / flat, 0.0} : Vector{0.0, 1.0, 0.0};
    north_ = {middle_.y * east_.z - middle_.z * east_.y, middle_.z * east_.x - middle_.x * east_.z,
              middle_.x * east_.y - middle_.y * east_.x};
    build_mesh();
    build_bins(name);
    const auto size = steps(rows_ / 2);
    spacing_ =
        Length::metres(std::sqrt(size.along_row.in_metres() * size.along_column.in_metres()));
}

CurvilinearGrid::Vector CurvilinearGrid::direction(double latitude_deg,
                                                   double longitude_deg) noexcept {
    const double latitude = latitude_deg * std::numbers::pi / 180.0;
    const double longitude = longitude_deg * std::numbers::pi / 180.0;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

CurvilinearGrid::Point CurvilinearGrid::project(const Vector& place) const noexcept {
    const auto dot = [&](const Vector& axis) {
        return place.x * axis.x + place.y * axis.y + place.z * axis.z;
    };
    // The antipode of the middle has no image; it is far outside any grid that is accepted.
    const double scale = std::sqrt(2.0 / std::max(1.0 + dot(middle_), 1e-12));
    return {scale * dot(east_), scale * dot(north_)};
}

void CurvilinearGrid::build_mesh() {
    const auto width = columns_ + 2;
    mesh_.resize(std::size_t{width} * (rows_ + 2));
    const auto at = [&](std::uint32_t column, std::uint32_t row) -> Point& {
        return mesh_[std::size_t{row} * width + column];
    };
    for (std::uint32_t row = 0; row < rows_; ++row) {
        for (std::uint32_t column = 0; column < columns_; ++column) {
            const auto i = std::size_t{row} * columns_ + column;
            at(column + 1, row + 1) = project(direction(latitudes_[i], longitudes_[i]));
        }
    }
    const auto half_beyond = [](const Point& edge, const Point& inner) {
        return Point{edge.x + (edge.x - inner.x) / 2.0, edge.y + (edge.y - inner.y) / 2.0};
    };
    for (std::uint32_t row = 1; row <= rows_; ++row) {
        at(0, row) = half_beyond(at(1, row), at(2, row));
        at(columns_ + 1, row) = half_beyond(at(columns_, row), at(columns_ - 1, row));
    }
    for (std::uint32_t column = 0; column < width; ++column) {
        at(column, 0) = half_beyond(at(column, 1), at(column, 2));
        at(column, rows_ + 1) = half_beyond(at(column, rows_), at(column, rows_ - 1));
    }
}

void CurvilinearGrid::build_bins(const std::string& name) {
    low_ = mesh_.front();
    Point high = low_;
    for (const auto& point : mesh_) {
        low_ = {std::min(low_.x, point.x), std::min(low_.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const double width = high.x - low_.x;
    const double height = high.y - low_.y;
    const auto refuse_mesh = [&]() {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: its 2-D latitudes and longitudes do not form a mesh of "
                                "neighbouring cells",
                                name));
    };
    if (!(std::max(width, height) > 0.0)) {
        refuse_mesh();
    }
    // About one bin per node, but never thousands along a thin strip.
    bin_side_ = std::max(std::sqrt(width * height / static_cast<double>(mesh_.size())),
                         std::max(width, height) / 2048.0);
    bin_columns_ = static_cast<std::uint32_t>((high.x - low_.x) / bin_side_) + 1;
    bin_rows_ = static_cast<std::uint32_t>((high.y - low_.y) / bin_side_) + 1;

    const auto each_bin = [&](std::uint32_t column, std::uint32_t row, const auto& use) {
        const Point* const corners[] = {&corner(column, row), &corner(column + 1, row),
                                        &corner(column, row + 1), &corner(column + 1, row + 1)};
        const auto [left, right] =
            std::minmax({corners[0]->x, corners[1]->x, corners[2]->x, corners[3]->x});
        const auto [bottom, top] =
            std::minmax({corners[0]->y, corners[1]->y, corners[2]->y, corners[3]->y});
        const auto bin = [&](double offset) {
            return static_cast<std::uint32_t>(offset / bin_side_);
        };
        for (auto y = bin(bottom - low_.y); y <= bin(top - low_.y); ++y) {
            for (auto x = bin(left - low_.x); x <= bin(right - low_.x); ++x) {
                use(std::size_t{y} * bin_columns_ + x);
            }
        }
    };
    bin_start_.assign(std::size_t{bin_columns_} * bin_rows_ + 1, 0);
    const auto each_quadrangle = [&](const auto& use) {
        for (std::uint32_t row = 0; row <= rows_; ++row) {
            for (std::uint32_t column = 0; column <= columns_; ++column) {
                use(column, row);
            }
        }
    };
    // Cells of a real grid touch a few bins each; scattered nodes touch nearly all.
    const std::size_t most_entries = 64 * mesh_.size() + 100000;
    std::size_t entries = 0;
    each_quadrangle([&](std::uint32_t column, std::uint32_t row) {
        each_bin(column, row, [&](std::size_t bin) {
            ++bin_start_[bin + 1];
            if (++entries > most_entries) {
                refuse_mesh();
            }
        });
    });
    for (std::size_t bin = 1; bin < bin_start_.size(); ++bin) {
        bin_start_[bin] += bin_start_[bin - 1];
    }
    bin_content_.resize(bin_start_.back());
    auto next = bin_start_;
    each_quadrangle([&](std::uint32_t column, std::uint32_t row) {
        each_bin(column, row, [&](std::size_t bin) {
            bin_content_[next[bin]++] = row * (columns_ + 1) + column;
        });
    });
}

bool CurvilinearGrid::locate_in(std::uint32_t quadrangle, const Point& point,
                                Stencil& stencil) const noexcept {
    const auto column = quadrangle % (columns_ + 1);
    const auto row = quadrangle / (columns_ + 1);
    const auto& p00 = corner(column, row);
    const auto& p10 = corner(column + 1, row);
    const auto& p01 = corner(column, row + 1);
    const auto& p11 = corner(column + 1, row + 1);
    // point = p00 + u e + v f + u v g; eliminating u leaves a quadratic in v.
    const Point e{p10.x - p00.x, p10.y - p00.y};
    const Point f{p01.x - p00.x, p01.y - p00.y};
    const Point g{p11.x - p10.x - f.x, p11.y - p10.y - f.y};
    const Point h{point.x - p00.x, point.y - p00.y};
    const auto cross = [](const Point& a, const Point& b) { return a.x * b.y - a.y * b.x; };
    const double v = root_near_unit_interval(-cross(g, f), cross(g, h) - cross(e, f), cross(e, h));
    const Point along{e.x + v * g.x, e.y + v * g.y};
    const double length2 = along.x * along.x + along.y * along.y;
    const double u = ((h.x - v * f.x) * along.x + (h.y - v * f.y) * along.y) / length2;
    constexpr double slack = 1e-9;
    if (!(u >= -slack && u <= 1.0 + slack && v >= -slack && v <= 1.0 + slack)) {
        return false;
    }
    // The rim of the mesh has no nodes of its own: there the outermost nodes say all.
    const auto node = [](std::uint32_t corner_index, std::uint32_t count) {
        return std::clamp(corner_index, 1U, count) - 1U;
    };
    stencil = make_stencil(
        AxisPlace{node(column, columns_), node(column + 1, columns_), std::clamp(u, 0.0, 1.0)},
        AxisPlace{node(row, rows_), node(row + 1, rows_), std::clamp(v, 0.0, 1.0)}, columns_);
    return true;
}

void CurvilinearGrid::locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                             std::span<unsigned char> inside) const {
    FAIRLEAD_EXPECTS(places.size() == stencils.size() && places.size() == inside.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        inside[i] = 0;
        const auto point = project(direction(places[i].latitude_deg(), places[i].longitude_deg()));
        const double x = (point.x - low_.x) / bin_side_;
        const double y = (point.y - low_.y) / bin_side_;
        if (!(x >= 0.0 && x < bin_columns_ && y >= 0.0 && y < bin_rows_)) {
            continue;
        }
        const auto bin = std::size_t{static_cast<std::uint32_t>(y)} * bin_columns_ +
                         static_cast<std::uint32_t>(x);
        for (auto k = bin_start_[bin]; k < bin_start_[bin + 1] && inside[i] == 0; ++k) {
            inside[i] = locate_in(bin_content_[k], point, stencils[i]) ? 1 : 0;
        }
    }
}

std::optional<geo::Position> CurvilinearGrid::node(std::uint32_t index) const {
    FAIRLEAD_EXPECTS(index / columns_ < rows_);
    return geo::Position::degrees(latitudes_[index], longitudes_[index]);
}

HorizontalGrid::Steps CurvilinearGrid::steps(std::uint32_t row) const noexcept {
    const auto at = [&](std::uint32_t c, std::uint32_t r) {
        const auto i = std::size_t{r} * columns_ + c;
        return geo::Position::degrees(latitudes_[i], longitudes_[i]);
    };
    const auto column = columns_ / 2;
    const auto other_row = row + 1 < rows_ ? row + 1 : row - 1;
    return {geo::geodesic_distance(at(column - 1, row), at(column, row)),
            geo::geodesic_distance(at(column, row), at(column, other_row))};
}

std::string CurvilinearGrid::describe() const {
    return fmt::format("{} x {} nodes about {:.3g} km apart, 2-D latitude and longitude", columns_,
                       rows_, spacing_.in_kilometres());
}

} // namespace fairlead::env
