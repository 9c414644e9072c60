// SPDX-License-Identifier: Apache-2.0
#include "core/io/file_state.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <system_error>

namespace fairlead::io {

FileState state_of(const SourceFile& file) {
    std::error_code gone;
    FileState state;
    state.bytes = std::filesystem::file_size(file.container, gone);
    if (!gone) {
        state.written = std::filesystem::last_write_time(file.container, gone);
    }
    if (gone) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be read ({})", file.name, gone.message()));
    }
    return state;
}

void expect_unchanged(const SourceFile& file, const FileState& as_opened) {
    const auto now = state_of(file);
    if (now == as_opened) {
        return;
    }
    throw Error(
        ErrorCode::io,
        fmt::format("{}: has changed since it was opened ({}); what it holds is not known "
                    "until it is opened again",
                    file.name,
                    now.bytes == as_opened.bytes
                        ? fmt::format("written again, {} bytes", now.bytes)
                        : fmt::format("{} bytes then, {} now", as_opened.bytes, now.bytes)));
}

} // namespace fairlead::io
