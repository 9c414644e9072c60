// SPDX-License-Identifier: Apache-2.0
#include "cli/picture.hpp"

#ifdef FAIRLEAD_HAS_CHART
#include "cli/sea_options.hpp"
#include "core/io/coastline.hpp"
#include "gui/chart/plan_picture.hpp"
#endif

namespace fairlead::cli {

std::string picture_bytes([[maybe_unused]] const plan::PlanRequest& request,
                          [[maybe_unused]] const plan::PlanResult& result,
                          [[maybe_unused]] const std::string& coastline,
                          [[maybe_unused]] const std::string& file) {
#ifdef FAIRLEAD_HAS_CHART
    io::Coastline land;
    if (coastline != "none") {
        land = io::read_coastline(coastline);
    }
    const auto gazetteer = ports();
    std::vector<plan::Place> places;
    for (const auto& port : gazetteer.places()) {
        places.push_back({port.name, port.position});
    }
    chart::PlanPictureOptions options;
    options.land = land.land;
    options.ports = places;
    options.attribution = land.name;
    return chart::png_bytes(chart::picture_of(request, result, options), file);
#else
    return "";
#endif
}

} // namespace fairlead::cli
