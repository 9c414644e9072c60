// SPDX-License-Identifier: Apache-2.0
#include "core/base/version.hpp"

namespace fairlead {

std::string_view version() noexcept {
    return FAIRLEAD_VERSION;
}

} // namespace fairlead
