// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes as CSV (RFC 4180): one row a waypoint, units in the column names, for spreadsheets.
///
/// Columns: number, name, latitude_deg, longitude_deg, position (degrees and minutes), time_utc
/// (arrival; departure in the first row), distance_nmi (run so far), and for the leg that leads to
/// the waypoint (empty in the first row): leg_course_deg (initial), leg_distance_nmi,
/// leg_speed_kn, and for a route that was planned or judged leg_waiting_h,
/// leg_mean_concentration, leg_max_concentration, leg_max_thickness_m, leg_min_rio,
/// leg_min_depth_m, leg_fuel_t, leg_co2_t, leg_risk. Last route_name, the same in every row. The
/// first line is the header and there
/// are no comments, which most readers of CSV would take for data. Lines that begin with `#` are
/// skipped in reading.

#include "core/io/route_document.hpp"

#include <string>
#include <string_view>

namespace fairlead::io {

[[nodiscard]] std::string csv_text(const RouteDocument& document);

/// Reads a table with a header row. Wanted: latitude (also latitude_deg, lat) and longitude (also
/// longitude_deg, lon, long), decimal degrees; used where there: name, time (also time_utc, eta),
/// leg_speed_kn, route_name (that of the first row). Case does not matter; other columns are left
/// alone. Longitudes are within -180 and 180, or all within 0 and 360, which is remarked.
/// @param name stands for the file in errors.
/// @throws Error (malformed) naming file, line, column and value; fewer than two rows.
[[nodiscard]] RouteDocument parse_csv_route(std::string_view text, const std::string& name);

} // namespace fairlead::io
