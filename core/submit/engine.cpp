// SPDX-License-Identifier: Apache-2.0
#include "core/submit/engine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead::submit {
namespace {

/// Of the program: command line not understood, bad input, a fault (docs/user-guide.md).
constexpr std::array refusals{2, 3, 70};

} // namespace

TaskState ended_state(const Ending& ending, const std::string& how) {
    TaskState state;
    state.phase = Phase::ended;
    if (ending.by_signal) {
        state.how = fmt::format("killed by signal {}", ending.number);
    } else if (ending.number != 0) {
        state.how = fmt::format("exit code {}", ending.number);
        if (std::find(refusals.begin(), refusals.end(), ending.number) != refusals.end()) {
            state.refusal = ending.number;
        }
    }
    if (!how.empty()) {
        state.how = state.how.empty() ? how : fmt::format("{}, {}", how, state.how);
    }
    return state;
}

} // namespace fairlead::submit
