// SPDX-License-Identifier: Apache-2.0
#include "core/base/contract.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace fairlead::detail {

void contract_violated(const char* condition, const char* file, int line) {
    throw std::logic_error(fmt::format("{}:{}: expected {}", file, line, condition));
}

} // namespace fairlead::detail
