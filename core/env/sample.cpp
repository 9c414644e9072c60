// SPDX-License-Identifier: Apache-2.0
#include "core/env/sample.hpp"

namespace fairlead::env {

std::string_view name(Quality quality) noexcept {
    switch (quality) {
    case Quality::ok:
        return "ok";
    case Quality::filled:
        return "filled";
    case Quality::gap:
        return "gap";
    case Quality::held:
        return "held";
    case Quality::climatology:
        return "climatology";
    case Quality::assumed:
        return "assumed";
    case Quality::stood_in:
        return "assumed for want of data";
    case Quality::land:
        return "land";
    case Quality::coast:
        return "coast";
    case Quality::pole_hole:
        return "pole hole";
    case Quality::missing:
        return "missing";
    case Quality::out_of_range:
        return "out of range";
    case Quality::too_coarse:
        return "the data are too coarse so near land";
    case Quality::outside_area:
        return "outside area";
    case Quality::outside_time:
        return "outside time";
    case Quality::no_layer:
        return "no layer";
    }
    return "unknown";
}

} // namespace fairlead::env
