// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Small random seas that change in time, for property tests of searches: land, cells that close
/// and open, slowness over a range of ten, steps, currents.

#include "core/cost/transit_field.hpp"
#include "core/graph/grid_graph.hpp"
#include "tests/support/ascii_sea.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace fairlead::test {

struct RandomSeaOptions {
    std::size_t slices = 4;
    double slice_s = 3600.0; ///< mean time between slices
    double land_share = 0.15;
    double closed_share = 0.0; ///< of cells and slices, not counting land
    bool with_current = false;
    bool with_step = true; ///< the two middle slices have the same time
    bool open_after_last = true;
    bool with_cost = false;
};

struct RandomSea {
    struct Size {
        std::int32_t columns;
        std::int32_t rows;
    };

    RandomSea(std::mt19937& random, Size size, const RandomSeaOptions& options) {
        field.grid = {-5000.0, 4000.0, 1000.0, size.columns, size.rows};
        const std::size_t cells = field.grid.cell_count();
        std::uniform_real_distribution<double> share(0.0, 1.0);
        std::uniform_int_distribution<int> code(100, 1000);
        land.resize(cells);
        for (std::size_t i = 0; i < cells; ++i) {
            land[i] = share(random) < options.land_share;
        }
        double time_s = 1.5e9;
        for (std::size_t k = 0; k < options.slices; ++k) {
            field.slice_time_s.push_back(time_s);
            const bool step = options.with_step && k + 1 == options.slices / 2;
            time_s += step ? 0.0 : options.slice_s * (0.5 + share(random));
        }
        field.slowness_unit_s_per_m = 1e-3;
        field.open_after_last = options.open_after_last;
        for (std::size_t i = 0; i < cells * options.slices; ++i) {
            const bool closed = land[i % cells] || share(random) < options.closed_share;
            field.slowness.push_back(closed ? cost::TransitField::closed
                                            : static_cast<std::uint16_t>(code(random)));
            if (options.with_cost) {
                field.cost_rate.push_back(static_cast<std::uint16_t>(code(random)));
            }
            if (options.with_current) {
                field.current_x.push_back(static_cast<std::int16_t>(10 * share(random)));
                field.current_y.push_back(static_cast<std::int16_t>(-10 * share(random)));
            }
        }
        field.current_unit_mps = options.with_current ? 0.06 : 0.0;
        field.cost_rate_unit_per_s = options.with_cost ? 1e-3 : 0.0;
    }

    [[nodiscard]] graph::GridGraph graph(int neighbours) const {
        return {field.grid, neighbours,
                arcs_clear_of(field.grid, neighbours, [&](std::uint32_t v) { return land[v]; })};
    }

    /// A cell that is not land.
    [[nodiscard]] graph::Vertex water(std::mt19937& random) const {
        std::uniform_int_distribution<std::uint32_t> vertex(
            0, static_cast<std::uint32_t>(field.grid.cell_count() - 1));
        graph::Vertex v = vertex(random);
        while (land[v]) {
            v = (v + 1) % static_cast<graph::Vertex>(field.grid.cell_count());
        }
        return v;
    }

    cost::TransitField field;
    std::vector<bool> land;
};

} // namespace fairlead::test
