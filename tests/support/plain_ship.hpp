// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Particulars of a ship whose looks do not matter to a test.

#include "core/vessel/vessel.hpp"

#include <string>

namespace fairlead::test {

[[nodiscard]] inline vessel::Particulars plain_ship(std::string name) {
    vessel::Particulars ship;
    ship.name = std::move(name);
    ship.length = Length::metres(100.0);
    ship.beam = Length::metres(20.0);
    ship.draught = Length::metres(6.0);
    ship.power = Power::kilowatts(5000.0);
    return ship;
}

} // namespace fairlead::test
