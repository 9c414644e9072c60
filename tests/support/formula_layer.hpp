// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Layers of the plane of EPSG:3413 from formulas.

#include "core/env/environment.hpp"
#include "core/env/projected_grid.hpp"
#include "core/geo/projection.hpp"

#include <cmath>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace fairlead::test {

/// Value at a node of the raster, by slice; NaN is missing.
using NodeFormula = std::function<double(geo::PlanePoint, std::size_t slice)>;

/// One slice per time, however far apart; no time: valid always.
inline env::Layer formula_layer(env::Variable variable, const env::RasterGeometry& raster,
                                const std::vector<Instant>& times, NodeFormula value) {
    const auto grid =
        std::make_shared<env::ProjectedGrid>(geo::Projection::polar_north(), raster, "EPSG:3413");
    const auto loader = [raster, value = std::move(value)](std::size_t slice_index) {
        env::FieldSlice slice;
        for (std::uint32_t row = 0; row < raster.rows; ++row) {
            for (std::uint32_t column = 0; column < raster.columns; ++column) {
                const double here = value({raster.left_m + (column + 0.5) * raster.cell_width_m,
                                           raster.top_m - (row + 0.5) * raster.cell_height_m},
                                          slice_index);
                slice.value.push_back(static_cast<float>(here));
                slice.quality.push_back(std::isnan(here) ? env::Quality::missing
                                                         : env::Quality::ok);
            }
        }
        return slice;
    };
    env::Layer layer;
    layer.variable = variable;
    layer.label = "formula";
    if (times.empty()) {
        layer.field = env::Field::make_static(variable, grid, "formula", loader);
    } else {
        std::vector<env::SliceInfo> slices;
        for (const Instant time : times) {
            slices.push_back({time, time, time, "formula"});
        }
        layer.field = std::make_shared<env::Field>(
            variable, grid, slices, loader,
            env::StepLimits{Duration::hours(1000.0), Duration::hours(1000.0)});
    }
    return layer;
}

inline env::Layer constant_layer(env::Variable variable, double value) {
    env::Layer layer;
    layer.variable = variable;
    layer.constant = value;
    layer.label = "constant";
    return layer;
}

} // namespace fairlead::test
