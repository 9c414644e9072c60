// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land as a figure shows it: cut to a frame, and no finer than a printed line.

#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"
#include "core/study/density.hpp"

#include <span>
#include <string>
#include <vector>

namespace fairlead::study {

using PlaneRing = std::vector<geo::PlanePoint>;

/// Outer rings in the plane, cut to the frame. What is smaller than the tolerance is left out, and
/// lines are simplified to it.
/// Sources: I. Sutherland, G. Hodgman, "Reentrant polygon clipping", Comm. ACM 17 (1974) 32-42;
/// D. Douglas, T. Peucker, Cartographica 10 (1973) 112-122.
[[nodiscard]] std::vector<PlaneRing> figure_rings(std::span<const geo::LandPolygon> land,
                                                  const geo::Projection& plane, const Extent& frame,
                                                  double tolerance_m);

struct FigureLand {
    std::string source; ///< "" where no coastline is there
    std::vector<PlaneRing> rings;
};

/// Natural Earth, whose detail is enough, else GSHHG; without either nothing.
[[nodiscard]] FigureLand read_figure_land(Hemisphere hemisphere, const Extent& frame,
                                          double tolerance_m);

} // namespace fairlead::study
