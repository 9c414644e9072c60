// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The sections [speed] and [fuel] of a vessel file as models. Internal to io: it shows toml++.

#include "core/io/toml_table.hpp"
#include "core/vessel/vessel.hpp"

#include <memory>
#include <string>

namespace fairlead::io {

struct Machinery {
    Power power;
    Speed open_water_speed;
    Speed least_speed;
    std::shared_ptr<const vessel::SpeedModel> speed;
    std::shared_ptr<const vessel::FuelModel> fuel;
    double hotel_t_per_h = 0.0;
    double co2_t_per_t = 0.0;
};

/// @param ship its hull; the power is of the file.
/// @throws Error (malformed, invalid_argument) for keys and values that cannot be.
[[nodiscard]] Machinery read_machinery(const toml::table& speed, const toml::table& fuel,
                                       vessel::Particulars ship, const std::string& file);

} // namespace fairlead::io
