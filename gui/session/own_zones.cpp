// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/own_zones.hpp"

#include "core/base/error.hpp"

#include <utility>

namespace fairlead::gui {

env::Zone engine_zone(const VoyageZone& zone) {
    try {
        return {zone.name, geo::Region({zone.corners}), zone.speed_limit, zone.from, zone.until,
                "voyage"};
    } catch (const Error& problem) {
        throw Error(ErrorCode::invalid_argument,
                    "zone \"" + zone.name + "\" of the voyage: " + problem.what());
    }
}

std::shared_ptr<const OpenedSea> without_own_zones(const std::shared_ptr<const OpenedSea>& sea) {
    return sea && sea->as_opened ? sea->as_opened : sea;
}

std::shared_ptr<const OpenedSea> with_own_zones(const std::shared_ptr<const OpenedSea>& opened,
                                                const std::vector<VoyageZone>& zones) {
    auto plain = without_own_zones(opened);
    if (!plain || zones.empty()) {
        return plain;
    }
    auto sea = std::make_shared<OpenedSea>(*plain);
    auto environment = std::make_shared<env::Environment>(*plain->sea.data.environment);
    for (const auto& zone : zones) {
        environment->add(engine_zone(zone));
    }
    sea->sea.data.environment = std::move(environment);
    sea->as_opened = std::move(plain);
    return sea;
}

} // namespace fairlead::gui
