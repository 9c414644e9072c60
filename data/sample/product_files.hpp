// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Writes grids in the formats of real products, each labelled synthetic.

#include "core/geo/grid.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead::sample {

inline constexpr std::string_view synthetic_notice =
    "SYNTHETIC sample made by Fairlead; not an observation or forecast of any real ice";

/// One day of concentration as the NASA Team products NSIDC-0051 and NSIDC-0081 are written:
/// 300-byte header of text fields, then one byte a cell, 250 = 10/10, 251 pole hole, 253 coast,
/// 254 land. Source: user guide of NSIDC-0051 (doi:10.5067/MPYG15WAA4WX), "File contents".
[[nodiscard]] std::string nsidc_bin(const std::string& name, std::chrono::sys_days day,
                                    const std::vector<std::uint8_t>& cells);

/// An archive of files in the order given. Equal input gives equal bytes.
/// @throws Error (io) naming the archive.
void write_zip(const std::filesystem::path& archive,
               const std::vector<std::pair<std::string, std::string>>& files);

/// A CF-1.8 netCDF-4 file of packed variables on a projected grid over time.
class CfFile {
  public:
    using Attributes = std::vector<std::pair<std::string, std::string>>;
    using Numbers = std::vector<std::pair<std::string, double>>;

    struct GridMapping {
        Attributes words; ///< grid_mapping_name
        Numbers numbers;  ///< its parameters, as in appendix F of the CF conventions
    };
    struct Axes {
        geo::GridGeometry grid;
        bool in_kilometres = false;
        std::string time_units;      ///< "hours since 2030-08-20 00:00:00"
        std::vector<double> times;   ///< one a slice
        double reference_time = 0.0; ///< issue time of a forecast, in the same units
        bool is_forecast = false;
    };
    struct Variable {
        std::string name, standard_name, long_name, units;
        double scale = 1.0;               ///< step of the packed 16-bit integers
        std::vector<std::int16_t> packed; ///< slice by slice, rows from the top; `fill` where none
    };
    static constexpr std::int16_t fill = -32768;

    /// @throws Error (io) naming the file and GDAL's reason.
    static void write(const std::filesystem::path& file, const Attributes& about,
                      const GridMapping& mapping, const Axes& axes,
                      const std::vector<Variable>& variables);
};

} // namespace fairlead::sample
