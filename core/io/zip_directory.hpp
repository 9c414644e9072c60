// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a zip archive says of its members, to find out whether they came through undamaged: GDAL
/// reads members without looking at their checksums.
/// Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 (directory), 4.4.7 (CRC-32)
/// and 4.5.3 (sizes of 64 bits).

#include "core/io/source_files.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace fairlead::io {

/// What the directory says of every member, by its name in the archive; names of folders end in
/// '/'.
/// @throws Error (malformed) naming the archive if its directory cannot be read.
[[nodiscard]] std::map<std::string, ArchiveEntry> zip_members(const SourceFile& archive);

/// Reads a member through and compares; a file that is no member passes.
/// @throws Error (malformed) naming the file if it is damaged.
void expect_undamaged(const SourceFile& file);

} // namespace fairlead::io
