// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What became of one route of a study: one line of its log, one row of its tables.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// Numbers of a route that was found.
struct RouteNumbers {
    Instant arrival;
    double duration_h = 0.0;
    double waiting_h = 0.0;
    double distance_nmi = 0.0;
    double fuel_t = 0.0;
    double co2_t = 0.0;
    double risk = 0.0; ///< risk hours, docs/methods.md
    double money = 0.0;
    double cost = 0.0; ///< in the objective's unit
    double min_rio = 30.0;
    double mean_concentration = 0.0; ///< over distance, 0 to 1
    double max_concentration = 0.0;
    double graph_cost = 0.0;
    bool exact = true;                 ///< graph_cost is the proven optimum of the grid
    std::optional<double> lower_bound; ///< none: not asked for, or not proven
};

/// Why there is none, and where.
struct RouteFailure {
    std::string cause;  ///< a word that tables count by: "polaris", "no_data", "bad_input", ...
    std::string reason; ///< one sentence
    std::optional<geo::Position> position; ///< of what stops the ship
    std::optional<Instant> time;
    std::optional<double> remaining_nmi; ///< from the farthest place reached to the destination
};

/// The line of a route, sailed in another sea than it was planned in.
struct SailedNumbers {
    double duration_h = 0.0;
    double waiting_h = 0.0;
    double fuel_t = 0.0;
    double co2_t = 0.0;
    double risk = 0.0;
    double money = 0.0;
    double cost = 0.0;
    double min_rio = 30.0;
    /// Violations met on the way, each code once; the ship is taken on through them, so that with
    /// any the other numbers say what cannot be sailed.
    std::vector<std::string> violations;
};

struct RouteRecord {
    std::size_t number = 0; ///< from 1, in the order of the study
    std::string id;         ///< of what is asked, the same in every study that asks it
    std::string scenario;
    std::string voyage;
    std::string from; ///< as the gazetteer names it; the text of the study where it does not
    std::string to;
    std::string ship;
    std::string objective;
    std::string unit; ///< of cost
    std::string rules;
    Instant departure;
    /// "ok", "no_route", or "error" for what could not be tried.
    std::string status;
    std::optional<RouteNumbers> numbers; ///< with ok
    std::optional<SailedNumbers> sailed; ///< with ok, where the study sails its routes
    std::optional<RouteFailure> failure; ///< with the others
    std::vector<std::string> findings;   ///< "severity code", each once, worst first
    std::vector<geo::Position> line;     ///< as judged; empty without a route
};

/// One JSON object on one line, line end included. Positions are rounded to 1e-5 degrees, numbers
/// to what they are worth, so that equal routes give equal bytes.
[[nodiscard]] std::string route_record_line(const RouteRecord& record);
/// @return nothing where the line is no whole record: a line that a crash cut short.
[[nodiscard]] std::optional<RouteRecord> parse_route_record(std::string_view line);

/// Rows with a head of column names, RFC 4180, without the line; for spreadsheets and pandas.
[[nodiscard]] std::string route_record_csv(const std::vector<RouteRecord>& records);

/// Layers `routes` (a line each, with all attributes) and `failures` (a point each, where the ship
/// is stopped; none where that is not known), longitude and latitude on WGS 84, parted at 180
/// degrees. Bytes depend on the records alone.
/// @param name stands for the file in errors. @throws Error (io) naming the file and GDAL's reason.
[[nodiscard]] std::string route_record_geopackage(const std::vector<RouteRecord>& records,
                                                  const std::string& name);

} // namespace fairlead::io
