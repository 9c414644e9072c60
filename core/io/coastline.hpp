// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land polygons from files, by GDAL/OGR.
/// Sources: GSHHG 2.3.7, high resolution (Wessel and Smith 1996, doi:10.1029/96JB00104), made into
/// polygons when Fairlead was built (data/coastline/); Natural Earth 1:10m land (public domain)
/// as Debian's libmagics++-data holds it; any polygon file OGR reads.

#include "core/geo/land_index.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::io {

/// Polygons wholly outside the band are left out.
struct LatitudeBand {
    double south_deg = -90.0;
    double north_deg = 90.0;
};

struct Coastline {
    std::string name;           ///< "GSHHG 2.3.7, high resolution"; of a file, its path
    std::filesystem::path file; ///< what was read, for provenance
    std::vector<geo::LandPolygon> land;
};

/// @param source "gshhg", "natural-earth", or a file of polygons in any CRS (without one they are
///        longitude and latitude). Lakes are land: of named sources holes are dropped; a file's own
///        holes are water. Edges are straight in the file's coordinates; longitudes may run past
///        180 degrees, and the bottom edge of a map along a pole is no shore. Invalid polygons of
///        files are made valid.
/// @throws Error (not_found) for a source that is not there, saying how to get it; (malformed) with
///         GDAL's reason; (unsupported) for a file without polygons or with lines or points.
[[nodiscard]] Coastline read_coastline(const std::string& source, LatitudeBand band = {});

/// The areas of a zone file, holes kept. Edges are left as the file has them, so that they can be
/// rhumb lines from corner to corner; only those that go the longer way round are divided.
/// @throws Error as read_coastline for a file.
[[nodiscard]] std::vector<geo::LandPolygon> read_zone_polygons(const std::string& file);

/// The index of a source on a plane, reading only what lies within reach.
/// @throws Error as read_coastline and LandIndex.
[[nodiscard]] geo::LandIndex load_land_index(const std::string& source,
                                             const geo::Projection& plane,
                                             Angle reach = Angle::degrees(85.0));

} // namespace fairlead::io
