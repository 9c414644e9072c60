// SPDX-License-Identifier: Apache-2.0
#include "core/env/rectilinear_grid.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/env/axis.hpp"
#include "core/geo/geodesic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::env {
namespace {

/// Steps so equal that position = first + index * step is as good as searching.
bool is_regular(const std::vector<double>& axis) {
    const double step = (axis.back() - axis.front()) / static_cast<double>(axis.size() - 1);
    for (std::size_t i = 1; i < axis.size(); ++i) {
        if (std::fabs(axis[i] - axis[i - 1] - step) > 1e-5 * std::fabs(step)) {
            return false;
        }
    }
    return true;
}

/// Where a coordinate lies on an axis, counted in steps from its first node; beyond the ends in
/// steps of the size of the end step.
double steps_along(const std::vector<double>& axis, bool regular, double coordinate) noexcept {
    const auto count = axis.size();
    if (regular) {
        const double step = (axis.back() - axis.front()) / static_cast<double>(count - 1);
        return (coordinate - axis.front()) / step;
    }
    const bool rising = axis.back() > axis.front();
    const auto after = static_cast<std::size_t>(
        std::partition_point(
            axis.begin(), axis.end(),
            [&](double node) { return rising ? node <= coordinate : node >= coordinate; }) -
        axis.begin());
    const auto low = std::clamp<std::size_t>(after, 1, count - 1) - 1;
    return static_cast<double>(low) + (coordinate - axis[low]) / (axis[low + 1] - axis[low]);
}

std::string describe_step(const std::vector<double>& axis, bool regular) {
    const double step =
        std::fabs(regular ? (axis.back() - axis.front()) / static_cast<double>(axis.size() - 1)
                          : axis[1] - axis[0]);
    return fmt::format("{:.5g}{}", step, regular ? "" : " (irregular)");
}

/// Without the noise of steps that are no binary fractions.
double tidy(double degrees) {
    return std::round(degrees * 1e6) / 1e6 + 0.0;
}

} // namespace

RectilinearGrid::RectilinearGrid(std::vector<double> latitudes_deg,
                                 std::vector<double> longitudes_deg, const std::string& name)
    : latitudes_(std::move(latitudes_deg)), longitudes_(std::move(longitudes_deg)) {
    const auto refuse = [&](std::string_view what) {
        throw Error(ErrorCode::malformed, fmt::format("{}: {}", name, what));
    };
    if (latitudes_.size() < 2 || longitudes_.size() < 2) {
        refuse(fmt::format("a grid of {} latitudes and {} longitudes has no cell size; at least 2 "
                           "of each are needed",
                           latitudes_.size(), longitudes_.size()));
    }
    const bool rising = latitudes_.back() > latitudes_.front();
    for (std::size_t i = 0; i < latitudes_.size(); ++i) {
        if (!(std::fabs(latitudes_[i]) <= 90.0 + 1e-6)) {
            refuse(fmt::format("latitude {} of the grid is outside [-90, 90]", latitudes_[i]));
        }
        latitudes_[i] = std::clamp(latitudes_[i], -90.0, 90.0);
        if (i > 0 && (latitudes_[i] > latitudes_[i - 1]) != rising) {
            refuse("the latitudes of the grid neither rise nor fall throughout");
        }
        if (i > 0 && latitudes_[i] == latitudes_[i - 1]) {
            refuse(fmt::format("latitude {} stands twice in the grid's axis", latitudes_[i]));
        }
    }
    for (std::size_t i = 0; i < longitudes_.size(); ++i) {
        if (!std::isfinite(longitudes_[i]) || (i > 0 && !(longitudes_[i] > longitudes_[i - 1]))) {
            refuse(fmt::format("the longitudes of the grid do not rise throughout (at {})",
                               longitudes_[i]));
        }
    }
    const double span = longitudes_.back() - longitudes_.front();
    const double last_step = longitudes_.back() - longitudes_[longitudes_.size() - 2];
    if (span > 360.0 + 1e-3 * last_step) {
        refuse(fmt::format("the longitudes of the grid span {} degrees", span));
    }
    wraps_ = span + last_step > 360.0 - 1e-2 * last_step;
    regular_latitudes_ = is_regular(latitudes_);
    regular_longitudes_ = is_regular(longitudes_);
}

std::uint32_t RectilinearGrid::columns() const noexcept {
    return static_cast<std::uint32_t>(longitudes_.size());
}

std::uint32_t RectilinearGrid::rows() const noexcept {
    return static_cast<std::uint32_t>(latitudes_.size());
}

void RectilinearGrid::locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                             std::span<unsigned char> inside) const {
    FAIRLEAD_EXPECTS(places.size() == stencils.size() && places.size() == inside.size());
    const double first = longitudes_.front();
    const double last = longitudes_.back();
    // Half a step west of the first node the circle is cut, unless the grid wraps.
    const double cut = wraps_ ? first : first - (longitudes_[1] - first) / 2.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto row = place_on_axis(
            steps_along(latitudes_, regular_latitudes_, places[i].latitude_deg()), rows());
        double longitude = places[i].longitude_deg();
        longitude -= 360.0 * std::floor((longitude - cut) / 360.0);
        std::optional<AxisPlace> column;
        if (wraps_ && longitude > last) {
            column = AxisPlace{columns() - 1, 0, (longitude - last) / (first + 360.0 - last)};
        } else {
            column =
                place_on_axis(steps_along(longitudes_, regular_longitudes_, longitude), columns());
        }
        inside[i] = column && row ? 1 : 0;
        if (inside[i] != 0) {
            stencils[i] = make_stencil(*column, *row, columns());
        }
    }
}

Length RectilinearGrid::spacing() const noexcept {
    return steps(rows() / 2).along_column;
}

std::optional<geo::Position> RectilinearGrid::node(std::uint32_t index) const {
    FAIRLEAD_EXPECTS(index / columns() < rows());
    return geo::Position::degrees(latitudes_[index / columns()], longitudes_[index % columns()]);
}

HorizontalGrid::Steps RectilinearGrid::steps(std::uint32_t row) const noexcept {
    const auto other = row + 1 < rows() ? row + 1 : row - 1;
    const auto at = [&](std::uint32_t r, std::size_t column) {
        return geo::Position::degrees(latitudes_[r], longitudes_[column]);
    };
    return {geo::geodesic_distance(at(row, 0), at(row, 1)),
            geo::geodesic_distance(at(row, 0), at(other, 0))};
}

std::string RectilinearGrid::describe() const {
    return fmt::format("{} x {} nodes, {} x {} degrees, longitude {:.6g}..{:.6g}, latitude "
                       "{:.6g}..{:.6g}",
                       columns(), rows(), describe_step(longitudes_, regular_longitudes_),
                       describe_step(latitudes_, regular_latitudes_), tidy(longitudes_.front()),
                       tidy(longitudes_.back()), tidy(latitudes_.front()), tidy(latitudes_.back()));
}

} // namespace fairlead::env
