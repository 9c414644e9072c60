// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One route of a file that may hold several.

#include "core/io/route_document.hpp"

#include <string>

namespace fairlead::cli {

/// @param which its number in the file from 1, or its name; "" where the file holds only one.
/// @throws Error naming the file and the routes it holds, where the choice is not clear.
[[nodiscard]] io::RouteDocument read_one_route(const std::string& file, const std::string& which);

} // namespace fairlead::cli
