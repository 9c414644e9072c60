// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A route through a mesh as it leaves the engine: straight runs from cell to cell, in a sea that
/// does not change. A Route knows much that a mesh does not say, and would claim it.

#include "core/geo/position.hpp"
#include "core/search/mesh_search.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::route {

/// A straight run within one cell.
struct MeshLeg {
    std::string cell;
    Duration time;
    Length distance; ///< rhumb line on WGS 84
    Speed speed;     ///< through the water
    std::optional<double> fuel_t;
    std::optional<double> battery;
};

struct MeshRoute {
    std::vector<geo::Position> points; ///< at least 2
    std::vector<MeshLeg> legs;         ///< points.size() - 1
    search::MeshPath path;
    Duration time;
    Length distance;
    std::optional<double> fuel_t;
    std::optional<double> battery;
    double cost = 0.0; ///< days, t, or the battery's unit
    /// Share of the cost that the finest search still gained.
    double last_gain = 0.0;
};

} // namespace fairlead::route
