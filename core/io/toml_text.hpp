// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// TOML text made ready for the parser. Source: TOML v1.0.0, https://toml.io/en/v1.0.0, and the
/// next edition's permission to leave the seconds of a time out.

#include <string>
#include <string_view>

namespace fairlead::io {

/// Outside quotes and comments: times without seconds (2018-06-10T00:00Z) get them, and characters
/// TOML does not allow there (control, not ASCII) are refused, because toml++ 3.3 takes them for
/// impossible and its behaviour is then undefined. Lines keep their numbers.
/// @throws Error (malformed) naming file and line.
[[nodiscard]] std::string prepared_toml(std::string_view text, const std::string& file);

} // namespace fairlead::io
