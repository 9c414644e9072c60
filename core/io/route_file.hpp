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

/// .rtz, .rtzp, .geojson, .json, .gpx and .csv.
/// @return one document for each route in the file, at least one.
/// @throws Error (not_found, unsupported, malformed) naming the file.
[[nodiscard]] std::vector<RouteDocument> read_route_file(const std::filesystem::path& file);

struct RouteFileContent {
    std::string bytes;
    /// What the format cannot hold of the document, in sentences for people.
    std::vector<std::string> remarks;
};

/// What write_route_file() would write.
/// @param rtz_version of an .rtz file
/// @param route_name  of the route in an .rtz file; "": the name of the file, which is what RTZ
///                    wants there.
/// @throws Error (unsupported, invalid_argument) naming the file.
[[nodiscard]] RouteFileContent route_file_content(const std::filesystem::path& file,
                                                  const RouteDocument& document,
                                                  RtzVersion rtz_version = RtzVersion::v1_0,
                                                  const std::string& route_name = {});
/// .rtz, .geojson, .json, .gpx, .csv, .kml and .gpkg; the file is whole or not there.
/// @return the remarks.
/// @throws Error as route_file_content(), and (io) naming the file.
std::vector<std::string> write_route_file(const std::filesystem::path& file,
                                          const RouteDocument& document,
                                          RtzVersion rtz_version = RtzVersion::v1_0);

} // namespace fairlead::io
