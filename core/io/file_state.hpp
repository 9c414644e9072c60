// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Whether a file is still the one that was opened. Slices are read when they are first wanted,
/// which may be hours after the file was checked; what has been written over or cut short since
/// then would be read as other numbers, or as zeros, without a word.

#include "core/io/source_files.hpp"

#include <cstdint>
#include <filesystem>

namespace fairlead::io {

struct FileState {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type written;
    friend bool operator==(const FileState&, const FileState&) = default;
};

/// Of the file on disk: the archive of a member.
/// @throws Error (io) naming the file, if it is gone.
[[nodiscard]] FileState state_of(const SourceFile& file);

/// @throws Error (io) naming the file, if it is gone or not as it was.
void expect_unchanged(const SourceFile& file, const FileState& as_opened);

} // namespace fairlead::io
