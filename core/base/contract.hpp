// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Preconditions. A broken one is a bug of the caller, never bad input: see error.hpp for that.

namespace fairlead::detail {
[[noreturn]] void contract_violated(const char* condition, const char* file, int line);
} // namespace fairlead::detail

/// Checked in every build; throws std::logic_error naming the condition.
#define FAIRLEAD_EXPECTS(condition)                                                                \
    (static_cast<bool>(condition)                                                                  \
         ? static_cast<void>(0)                                                                    \
         : ::fairlead::detail::contract_violated(#condition, __FILE__, __LINE__))

/// Checked only where NDEBUG is not defined: for inner loops.
#ifdef NDEBUG
#define FAIRLEAD_AUDIT(condition) static_cast<void>(0)
#else
#define FAIRLEAD_AUDIT(condition) FAIRLEAD_EXPECTS(condition)
#endif
