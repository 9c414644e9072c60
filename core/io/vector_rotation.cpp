// SPDX-License-Identifier: Apache-2.0
#include "core/io/vector_rotation.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairlead::io {

ColumnDirections column_directions(const env::HorizontalGrid& grid) {
    const auto columns = grid.columns();
    const auto nodes = std::size_t{columns} * grid.rows();
    FAIRLEAD_EXPECTS(columns >= 2);
    ColumnDirections directions{std::vector<float>(nodes, std::nanf("")),
                                std::vector<float>(nodes, std::nanf(""))};
    std::vector<std::optional<geo::Position>> row_places(columns);
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        for (std::uint32_t column = 0; column < columns; ++column) {
            row_places[column] = grid.node(row * columns + column);
        }
        for (std::uint32_t column = 0; column < columns; ++column) {
            // To the next node; in the last column, away from the one before.
            const bool last = column + 1 == columns;
            const auto& here = row_places[column];
            const auto& neighbour = row_places[last ? column - 1 : column + 1];
            if (!here || !neighbour) {
                continue;
            }
            const double bearing =
                geo::geodesic_inverse(*here, *neighbour).initial_bearing.in_degrees() +
                (last ? 180.0 : 0.0);
            const double angle = bearing * std::numbers::pi / 180.0;
            const auto i = std::size_t{row} * columns + column;
            directions.sine[i] = static_cast<float>(std::sin(angle));
            directions.cosine[i] = static_cast<float>(std::cos(angle));
        }
    }
    return directions;
}

env::FieldSlice rotated(const env::FieldSlice& x, const env::FieldSlice& y,
                        const ColumnDirections& directions, VectorPart part) {
    const auto nodes = x.value.size();
    FAIRLEAD_EXPECTS(y.value.size() == nodes && directions.sine.size() == nodes);
    env::FieldSlice turned{std::vector<float>(nodes), std::vector<env::Quality>(nodes)};
    for (std::size_t i = 0; i < nodes; ++i) {
        const float s = directions.sine[i];
        const float c = directions.cosine[i];
        // x points along the bearing b, y along b - 90 degrees.
        turned.value[i] = part == VectorPart::east ? x.value[i] * s - y.value[i] * c
                                                   : x.value[i] * c + y.value[i] * s;
        turned.quality[i] = std::max(x.quality[i], y.quality[i]);
        if (std::isnan(turned.value[i]) && env::usable(turned.quality[i])) {
            turned.quality[i] = env::Quality::missing;
        }
    }
    return turned;
}

} // namespace fairlead::io
