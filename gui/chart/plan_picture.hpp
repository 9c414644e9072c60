// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The chart picture of a plan: the voyage on its ice, or what stands in its way.

#include "core/geo/land_index.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"
#include "gui/chart/picture.hpp"
#include "gui/chart/scene.hpp"

#include <QImage>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fairlead::chart {

/// Which ice a picture shows.
enum class IceTime {
    as_met,   ///< each place about when the ship is nearest to it (default)
    departure ///< everywhere that of the departure
};

struct PlanPictureOptions {
    PictureSize size;
    std::span<const geo::LandPolygon> land; ///< empty: none is drawn, and the legend says so
    std::span<const plan::Place> ports;     ///< named where there is room
    IceTime ice_time = IceTime::as_met;
    std::string ice_palette = "ice_concentration"; ///< of data/palettes; or ice_concentration_wmo
    std::string attribution; ///< whose data must be named, e.g. of the coastline; "" for none
};

/// The zones of the environment, with when each is in force.
[[nodiscard]] std::vector<ZoneMark> zone_marks(const env::Environment& environment);

/// A scene ready to be drawn.
struct PlanPicture {
    Scene scene;
    ChosenView view;
};

/// A plan without a route is drawn as well: start, destination, farthest place reached and what
/// blocks. Data that call themselves synthetic put a banner on the map.
/// @throws Error from readers and palettes, naming the file; (invalid_argument) for a size that is
///         not possible.
[[nodiscard]] PlanPicture compose_plan_picture(const plan::PlanRequest& request,
                                               const plan::PlanResult& result,
                                               const PlanPictureOptions& options);

/// Composed and drawn. Needs no display.
[[nodiscard]] QImage picture_of(const plan::PlanRequest& request, const plan::PlanResult& result,
                                const PlanPictureOptions& options);

/// As above, written as PNG; the file is whole or not there. For programs that know no Qt.
void write_plan_picture(const plan::PlanRequest& request, const plan::PlanResult& result,
                        const PlanPictureOptions& options, const std::filesystem::path& file);

} // namespace fairlead::chart
