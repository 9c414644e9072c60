// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a zip archive says of its members, to find out whether they came through undamaged: GDAL
/// reads members without looking at their checksums.
/// Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 (directory) and 4.4.7 (CRC-32).

#include "core/io/source_files.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace fairlead::io {

/// CRC-32 of every member, by its name in the archive.
/// @throws Error (malformed) naming the archive if its directory cannot be read.
[[nodiscard]] std::map<std::string, std::uint32_t> zip_checksums(const SourceFile& archive);

/// Reads a member through and compares; a file that is no member passes.
/// @throws Error (malformed) naming the file if it is damaged.
void expect_undamaged(const SourceFile& file);

} // namespace fairlead::io
