// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "core/base/error.hpp"

#include <cstdio>

namespace fairlead::cli {

ProgressBar& the_bar() {
    static ProgressBar bar;
    return bar;
}

void print(std::string_view text) {
    the_bar().clear();
    // A view outlives no call: callers' temporaries live until this function returns.
    // cppcheck-suppress danglingTemporaryLifetime
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() ||
        std::fflush(stdout) != 0) {
        throw Error(ErrorCode::io, "the results cannot be written to standard output");
    }
}

} // namespace fairlead::cli
