// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What is known of one place and time as text for people, at most 100 columns wide.

#include "core/io/sample_json.hpp"

#include <string>

namespace fairlead::io {

/// Place and time, land, a table of values with quality and source, the ship, what is to be said.
[[nodiscard]] std::string sample_text(const SampleDocument& sample);

} // namespace fairlead::io
