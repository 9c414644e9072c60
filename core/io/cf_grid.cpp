// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_grid.hpp"

#include "core/base/error.hpp"
#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/env/curvilinear_grid.hpp"
#include "core/env/projected_grid.hpp"
#include "core/env/rectilinear_grid.hpp"
#include "core/geo/geodesic.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/raster_crs.hpp"
#include "core/io/raster_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::io {
namespace {

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string key_of(const std::vector<double>& first, const std::vector<double>& second,
                   const std::string& crs) {
    std::string bytes(reinterpret_cast<const char*>(first.data()), first.size() * sizeof(double));
    bytes.append(reinterpret_cast<const char*>(second.data()), second.size() * sizeof(double));
    return sha256_of_text(bytes + crs);
}

/// Steps equal within a hundredth: float axes in km are that exact.
bool is_even(const std::vector<double>& axis) {
    const double step = (axis.back() - axis.front()) / static_cast<double>(axis.size() - 1);
    for (std::size_t i = 1; i < axis.size(); ++i) {
        if (!(std::fabs(axis[i] - axis[i - 1] - step) <= 0.01 * std::fabs(step))) {
            return false;
        }
    }
    return step != 0.0;
}

/// By standard name, else by unit, else by name (CF 1.8, sections 4.1 and 4.2). A standard name
/// that says something else, such as grid_latitude, is believed.
bool is_coordinate(const GDALMDArray& coordinate, std::string_view standard_name,
                   std::string_view unit_ending, std::initializer_list<std::string_view> names) {
    const GdalSession gdal;
    const auto standard = text_attribute(coordinate, "standard_name");
    if (!standard.empty()) {
        return standard == standard_name;
    }
    const auto unit = to_lower(coordinate.GetUnit());
    if (unit.starts_with("degree") && unit.find('_') != std::string::npos) {
        return unit.ends_with(unit_ending) ||
               unit.ends_with(unit_ending == "_n" ? "_north" : "_east");
    }
    return is_one_of(to_lower(coordinate.GetName()), names);
}

void expect_axis(const std::vector<double>& axis, const std::string& where) {
    if (axis.size() < 2) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: a grid of one row or column has no cell size; at least 2 x 2 cells "
                        "are needed",
                        where));
    }
    if (!std::all_of(axis.begin(), axis.end(), [](double value) { return std::isfinite(value); })) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: an axis of the grid is not finite", where));
    }
}

/// Units in which a latitude or longitude may be given. CF wants degrees_north and degrees_east.
void expect_degrees(const GDALMDArray& coordinate, const std::string& where) {
    const auto& unit = coordinate.GetUnit();
    if (!unit.empty() && !to_lower(unit).starts_with("deg")) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: '{}' is in '{}'; latitudes and longitudes are read in degrees",
                                where, coordinate.GetName(), unit));
    }
}

/// Longitudes that rise throughout, however often the file's begin anew at 360 or 180.
void unwrap_longitudes(std::vector<double>& longitudes, const std::string& where) {
    for (std::size_t i = 1; i < longitudes.size(); ++i) {
        const double previous = longitudes[i - 1];
        if (longitudes[i] < previous) {
            longitudes[i] += 360.0 * std::ceil((previous - longitudes[i]) / 360.0);
        }
        // An axis that falls looks like one that leaps almost all the way round at each step.
        if (longitudes[i] - previous > 180.0) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: its longitudes fall, or leap, from {:.6g} by {:.6g} "
                                    "degrees; turn them to rise (ncpdq -a -lon)",
                                    where, previous, longitudes[i] - previous));
        }
    }
}

CfGrid rectilinear(const CfDataset& dataset, const GDALMDArray& latitude,
                   const GDALMDArray& longitude, const std::string& where, GridCache& grids) {
    auto latitudes = dataset.coordinates(latitude);
    auto longitudes = dataset.coordinates(longitude);
    expect_axis(latitudes, where);
    expect_axis(longitudes, where);
    CfGrid found;
    found.is_geographic = true;
    found.crs = "latitude and longitude";
    for (const auto* const axis : {&latitude, &longitude}) {
        expect_degrees(*axis, where);
        if (axis->GetUnit().empty()) {
            found.corrected.push_back(
                fmt::format("axis {} has no unit: taken as degrees, by its name", axis->GetName()));
        }
        const auto range = number_attribute(*axis, "actual_range");
        const auto& values = axis == &latitude ? latitudes : longitudes;
        const double tolerance = std::fabs(values[1] - values[0]) * 1e-3;
        if (range.size() == 2 &&
            (std::fabs(range[0] - std::min(values.front(), values.back())) > tolerance ||
             std::fabs(range[1] - std::max(values.front(), values.back())) > tolerance)) {
            found.corrected.push_back(fmt::format("attribute actual_range of {} says {:.6g} to "
                                                  "{:.6g}, the axis itself {:.6g} to {:.6g}: the "
                                                  "axis is used",
                                                  axis->GetName(), range[0], range[1],
                                                  values.front(), values.back()));
        }
    }
    unwrap_longitudes(longitudes, where);
    // A global axis whose step was rounded in the making misses or passes the full circle.
    const double step =
        (longitudes.back() - longitudes.front()) / static_cast<double>(longitudes.size() - 1);
    const double exact = 360.0 / static_cast<double>(longitudes.size());
    const double drift = std::fabs(step - exact) * static_cast<double>(longitudes.size());
    if (is_even(longitudes) && drift < 0.25 * exact) {
        if (drift > 0.01 * exact) {
            found.corrected.push_back(
                fmt::format("longitude step {:.8g} taken as {:.8g}, 1/{} of the circle", step,
                            exact, longitudes.size()));
        }
        const double first = longitudes.front();
        for (std::size_t i = 0; i < longitudes.size(); ++i) {
            longitudes[i] = first + exact * static_cast<double>(i);
        }
    }
    if (!is_even(latitudes)) {
        found.corrected.emplace_back("latitude steps are irregular: the axis itself is used");
    }
    found.grid = grids.get(key_of(latitudes, longitudes, "geographic"), [&] {
        return std::make_shared<env::RectilinearGrid>(latitudes, longitudes, where);
    });
    return found;
}

/// Latitude and longitude of each node, if the file has them on the array's last two dimensions.
struct NodePositions {
    std::vector<double> latitudes;
    std::vector<double> longitudes;
};

std::optional<NodePositions> node_positions(const CfDataset& dataset, const GDALMDArray& array,
                                            const std::string& where) {
    const auto wanted = dimension_names(array);
    const std::vector<std::string> horizontal(wanted.end() - 2, wanted.end());
    std::shared_ptr<GDALMDArray> latitude;
    std::shared_ptr<GDALMDArray> longitude;
    for (const auto& name : dataset.array_names()) {
        const auto candidate = dataset.array(name);
        if (!candidate || dimension_names(*candidate) != horizontal) {
            continue;
        }
        if (!latitude && is_latitude(*candidate)) {
            latitude = candidate;
        } else if (!longitude && is_longitude(*candidate)) {
            longitude = candidate;
        }
    }
    if (!latitude || !longitude) {
        return std::nullopt;
    }
    expect_degrees(*latitude, where);
    expect_degrees(*longitude, where);
    return NodePositions{dataset.coordinates(*latitude), dataset.coordinates(*longitude)};
}

/// The greatest distance between node positions and the grid's own, at its corners and middle;
/// nothing if one of them has no place.
std::optional<Length> worst_disagreement(const env::HorizontalGrid& grid,
                                         const NodePositions& nodes, bool flip_rows) {
    auto worst = Length::metres(0.0);
    for (const std::uint32_t row : {0U, grid.rows() / 2, grid.rows() - 1}) {
        for (const std::uint32_t column : {0U, grid.columns() / 2, grid.columns() - 1}) {
            const auto file_row = flip_rows ? grid.rows() - 1 - row : row;
            const auto i = std::size_t{file_row} * grid.columns() + column;
            const auto place = grid.node(row * grid.columns() + column);
            if (!place || !(std::fabs(nodes.latitudes[i]) <= 90.0) ||
                !std::isfinite(nodes.longitudes[i])) {
                return std::nullopt;
            }
            const auto stated = geo::Position::degrees(nodes.latitudes[i], nodes.longitudes[i]);
            worst = std::max(worst, geo::geodesic_distance(*place, stated));
        }
    }
    return worst;
}

CfGrid curvilinear(NodePositions nodes, const GDALMDArray& array, const std::string& where,
                   GridCache& grids) {
    const auto& dimensions = array.GetDimensions();
    const auto rows = static_cast<std::uint32_t>(dimensions[dimensions.size() - 2]->GetSize());
    const auto columns = static_cast<std::uint32_t>(dimensions.back()->GetSize());
    CfGrid found;
    found.crs = "2-D latitude and longitude";
    found.grid = grids.get(key_of(nodes.latitudes, nodes.longitudes, "nodes"), [&] {
        return std::make_shared<env::CurvilinearGrid>(
            std::move(nodes.latitudes), std::move(nodes.longitudes), columns, rows, where);
    });
    return found;
}

/// The CRS of an array: its own, or the one the file names for its bounds.
std::optional<std::string> crs_definition(const CfDataset& dataset, const GDALMDArray& array) {
    const GdalSession gdal;
    if (const auto reference = array.GetSpatialRef(); reference && !reference->IsEmpty()) {
        return crs_text(*reference);
    }
    const auto named = text_attribute(dataset.root(), "geospatial_bounds_crs");
    return named.empty() ? std::nullopt : std::optional(named);
}

std::optional<CfGrid> projected(const CfDataset& dataset, const GDALMDArray& array,
                                const GDALMDArray& y_axis, const GDALMDArray& x_axis,
                                const std::string& where, GridCache& grids) {
    const auto x_unit = metres_in(x_axis.GetUnit());
    const auto y_unit = metres_in(y_axis.GetUnit());
    const auto crs = crs_definition(dataset, array);
    if (!x_unit || !y_unit || !crs) {
        return std::nullopt;
    }
    auto xs = dataset.coordinates(x_axis);
    auto ys = dataset.coordinates(y_axis);
    expect_axis(xs, where);
    expect_axis(ys, where);
    if (!is_even(xs) || !is_even(ys) || xs.back() < xs.front()) {
        return std::nullopt;
    }
    CfGrid found;
    found.flip_rows = ys.back() > ys.front();
    found.crs = crs_name(*crs);
    if (*x_unit != 1.0) {
        found.corrected.push_back(fmt::format("axes in {} converted to metres", x_axis.GetUnit()));
    }
    if (found.flip_rows) {
        found.corrected.emplace_back("rows run from south to north in the file: turned");
    }
    env::RasterGeometry geometry;
    geometry.columns = static_cast<std::uint32_t>(xs.size());
    geometry.rows = static_cast<std::uint32_t>(ys.size());
    geometry.cell_width_m = *x_unit * (xs.back() - xs.front()) / static_cast<double>(xs.size() - 1);
    geometry.cell_height_m =
        *y_unit * std::fabs(ys.back() - ys.front()) / static_cast<double>(ys.size() - 1);
    geometry.left_m = *x_unit * xs.front() - geometry.cell_width_m / 2.0;
    geometry.top_m = *y_unit * std::max(ys.front(), ys.back()) + geometry.cell_height_m / 2.0;
    auto projection = geo::Projection::from_definition(*crs);
    if (projection.is_geographic()) {
        return std::nullopt;
    }
    found.grid = grids.get(key_of(xs, ys, *crs), [&] {
        return std::make_shared<env::ProjectedGrid>(std::move(projection), geometry, found.crs);
    });
    return found;
}

} // namespace

bool is_latitude(const GDALMDArray& coordinate) {
    return is_coordinate(coordinate, "latitude", "_n", {"latitude", "lat", "nav_lat"});
}

bool is_longitude(const GDALMDArray& coordinate) {
    return is_coordinate(coordinate, "longitude", "_e", {"longitude", "lon", "nav_lon"});
}

std::optional<CfGrid> cf_grid(const CfDataset& dataset, const GDALMDArray& array,
                              GridCache& grids) {
    const GdalSession gdal;
    const auto& dimensions = array.GetDimensions();
    if (dimensions.size() < 2) {
        return std::nullopt;
    }
    const auto where = fmt::format("{}, array '{}'", dataset.file().name, array.GetName());
    const auto x_axis = coordinate_of(dataset, *dimensions.back());
    const auto y_axis = coordinate_of(dataset, *dimensions[dimensions.size() - 2]);
    if (x_axis && y_axis && is_latitude(*y_axis) && is_longitude(*x_axis)) {
        return rectilinear(dataset, *y_axis, *x_axis, where, grids);
    }
    if (x_axis && y_axis && is_longitude(*y_axis) && is_latitude(*x_axis)) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: its dimensions run longitude, latitude; swap them (ncpdq -a lat,lon)",
                        where));
    }
    auto nodes = node_positions(dataset, array, where);
    auto plane =
        x_axis && y_axis ? projected(dataset, array, *y_axis, *x_axis, where, grids) : std::nullopt;
    if (plane && nodes) {
        const auto worst = worst_disagreement(*plane->grid, *nodes, plane->flip_rows);
        if (!worst || *worst > plane->grid->spacing() * 0.02) {
            auto found = curvilinear(std::move(*nodes), array, where, grids);
            found.corrected.push_back(fmt::format(
                "the file's projection is {} off its own 2-D latitudes and longitudes: those are "
                "used",
                worst ? fmt::format("up to {:.3g} km", worst->in_kilometres()) : "undefined or"));
            return found;
        }
    }
    if (plane) {
        return plane;
    }
    if (nodes) {
        return curvilinear(std::move(*nodes), array, where, grids);
    }
    return std::nullopt;
}

} // namespace fairlead::io
