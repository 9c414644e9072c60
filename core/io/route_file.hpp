// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Route files of every format; the format follows from the suffix.

#include "core/io/route_document.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// Throws where `file` could not be written as a route, before any work is done: for "--output".
/// @param beside what else the caller writes, for the sentence: ", pictures are .png".
/// @throws Error (unsupported) naming the suffixes that can be written.
void expect_writable_route_format(const std::filesystem::path& file, std::string_view beside = "");

/// .geojson, .json, .gpx and .csv.
/// @return one document for each route in the file, at least one.
/// @throws Error (not_found, unsupported, malformed) naming the file.
[[nodiscard]] std::vector<RouteDocument> read_route_file(const std::filesystem::path& file);

/// What write_route_file() would write.
/// @throws Error (unsupported) naming the file.
[[nodiscard]] std::string route_file_text(const std::filesystem::path& file,
                                          const RouteDocument& document);
/// .geojson, .json, .gpx, .csv and .kml; the file is whole or not there.
/// @throws Error (unsupported, io) naming the file.
void write_route_file(const std::filesystem::path& file, const RouteDocument& document);

} // namespace fairlead::io
