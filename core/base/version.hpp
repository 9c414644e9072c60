// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace fairlead {

/// The version of project() in CMakeLists.txt, e.g. "0.1.0".
[[nodiscard]] std::string_view version() noexcept;

} // namespace fairlead
