// SPDX-License-Identifier: Apache-2.0
/// @file
/// Makes the synthetic season of data/sample/ at build time:
///
///     make_sample PLACES.csv COASTLINE ETOPO5 OUTPUT_FOLDER
///
/// COASTLINE is gshhg, natural-earth or a file of polygons.
///
/// Daily concentration 1 June to 31 October 2030 as NSIDC-0051 files in a zip archive, weekly
/// thickness on the EASE2 grid, and a ten-day forecast of both, issued on 20 August. And from
/// ETOPO5 the depth away from the shore, which is real.

#include "core/base/error.hpp"
#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"
#include "core/io/coastline.hpp"
#include "data/sample/land_mask.hpp"
#include "data/sample/offshore_depth.hpp"
#include "data/sample/product_files.hpp"
#include "data/sample/season.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace fairlead::sample {
namespace {

using std::chrono::sys_days;
using namespace std::chrono_literals;

constexpr std::uint32_t seed = 20300601;
constexpr double km = 1000.0;
constexpr sys_days first_day = 2030y / 6 / 1;
constexpr sys_days last_day = 2030y / 10 / 31;
constexpr sys_days issue_day = 2030y / 8 / 20;

double season_day(std::chrono::sys_seconds instant) {
    return static_cast<double>((instant - sys_days(first_day)).count()) / 86400.0;
}

/// Calls work(0), ..., work(count - 1), spread over the processors. Each index writes its own
/// part of the result, so the order does not matter.
template <typename Work>
void for_each_index(std::size_t count, const Work& work) {
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> pool;
    for (std::size_t first = 0; first < threads; ++first) {
        pool.emplace_back([&work, count, first, threads] {
            for (std::size_t index = first; index < count; index += threads) {
                work(index);
            }
        });
    }
}

/// A product's grid: what each cell is, and its centre in the plane of the season, EPSG:3413.
struct SeaCells {
    geo::GridGeometry grid;
    std::vector<Surface> surface;
    std::vector<geo::PlanePoint> centres;
};

SeaCells sea_cells(const geo::LandIndex& land, const geo::GridGeometry& grid,
                   const std::string& crs) {
    const auto projection = geo::Projection::from_definition(crs);
    SeaCells cells{grid, land_mask(land, grid, projection), {}};
    cells.centres.resize(grid.cell_count());
    std::vector<geo::Position> places(grid.cell_count());
    std::vector<unsigned char> valid(grid.cell_count());
    for (std::uint32_t index = 0; index < grid.cell_count(); ++index) {
        cells.centres[index] = grid.centre(index);
    }
    projection.inverse(cells.centres, places, valid);
    land.plane().forward(places, cells.centres);
    return cells;
}

/// NSIDC's 25 km grid, northern hemisphere.
constexpr geo::GridGeometry nsidc_grid{-3850.0 * km, 5850.0 * km, 25.0 * km, 304, 448};

void make_concentration(const Season& season, const geo::LandIndex& land,
                        const std::filesystem::path& archive) {
    const SeaCells cells = sea_cells(land, nsidc_grid, "EPSG:3411");
    constexpr double pole_hole_m = 94.0 * km; // radius the SSMIS instruments do not see
    const auto days = static_cast<std::size_t>((last_day - first_day).count()) + 1;
    std::vector<std::pair<std::string, std::string>> files(days);
    for_each_index(days, [&](std::size_t number) {
        const sys_days day = first_day + std::chrono::days(number);
        std::vector<std::uint8_t> bytes(cells.grid.cell_count());
        for (std::size_t index = 0; index < bytes.size(); ++index) {
            if (cells.surface[index] == Surface::land) {
                bytes[index] = 254;
            } else if (cells.surface[index] == Surface::coast) {
                bytes[index] = 253;
            } else if (std::hypot(cells.centres[index].x_m, cells.centres[index].y_m) <
                       pole_hole_m) {
                bytes[index] = 251;
            } else {
                const Ice ice = season.at(cells.centres[index], season_day(day) + 0.5);
                bytes[index] = static_cast<std::uint8_t>(std::lround(ice.concentration * 250.0));
            }
        }
        const std::string name = fmt::format("nt_{:%Y%m%d}_synthetic_n.bin", day);
        files[number] = {name, nsidc_bin(name, day, bytes)};
    });
    write_zip(archive, files);
}

/// Packs one slice of a variable; land gets the fill value.
template <typename Value>
void pack(const SeaCells& cells, std::int16_t* slice, double scale, const Value& value) {
    for (std::size_t index = 0; index < cells.surface.size(); ++index) {
        slice[index] = cells.surface[index] == Surface::sea
                           ? static_cast<std::int16_t>(std::lround(value(index) / scale))
                           : CfFile::fill;
    }
}

CfFile::Attributes about(const std::string& title) {
    return {{"Conventions", "CF-1.8"},
            {"title", title},
            {"institution", "Fairlead"},
            {"source", std::string(synthetic_notice)},
            {"comment", std::string(synthetic_notice)},
            {"license", "Apache-2.0"}};
}

void make_thickness(const Season& season, const geo::LandIndex& land,
                    const std::filesystem::path& file) {
    constexpr geo::GridGeometry ease2{-5400.0 * km, 5400.0 * km, 25.0 * km, 432, 432};
    const SeaCells cells = sea_cells(land, ease2, "EPSG:6931");
    std::vector<double> times;
    for (sys_days day = first_day; day <= last_day + std::chrono::days(6);
         day += std::chrono::days(7)) {
        times.push_back(season_day(day));
    }
    CfFile::Variable thickness{"sea_ice_thickness",
                               "sea_ice_thickness",
                               "synthetic sea ice thickness, 0 where there is no ice",
                               "m",
                               0.001,
                               {}};
    thickness.packed.resize(times.size() * cells.grid.cell_count());
    for_each_index(times.size(), [&](std::size_t number) {
        pack(cells, &thickness.packed[number * cells.grid.cell_count()], thickness.scale,
             [&](std::size_t index) {
                 return season.at(cells.centres[index], times[number]).thickness_m;
             });
    });
    CfFile::write(file, about("Synthetic weekly sea ice thickness, Arctic, 2030"),
                  {{{"grid_mapping_name", "lambert_azimuthal_equal_area"}},
                   {{"latitude_of_projection_origin", 90.0},
                    {"longitude_of_projection_origin", 0.0},
                    {"false_easting", 0.0},
                    {"false_northing", 0.0},
                    {"semi_major_axis", 6378137.0},
                    {"inverse_flattening", 298.257223563}}},
                  {ease2, true, "days since 2030-06-01 00:00:00", times, 0.0, false}, {thickness});
}

void make_forecast(const Season& season, const geo::LandIndex& land,
                   const std::filesystem::path& file) {
    constexpr geo::GridGeometry grid{-3850.0 * km, 5850.0 * km, 12.5 * km, 608, 896};
    const SeaCells cells = sea_cells(land, grid, "EPSG:3413");
    std::vector<double> hours;
    for (double hour = 0.0; hour <= 240.0; hour += 12.0) {
        hours.push_back(hour);
    }
    CfFile::Variable concentration{"siconc",
                                   "sea_ice_area_fraction",
                                   "synthetic forecast of sea ice concentration",
                                   "1",
                                   0.0001,
                                   {}};
    CfFile::Variable thickness{"sithick",
                               "sea_ice_thickness",
                               "synthetic forecast of sea ice thickness, 0 where there is no ice",
                               "m",
                               0.001,
                               {}};
    const std::size_t cell_count = grid.cell_count();
    concentration.packed.resize(hours.size() * cell_count);
    thickness.packed.resize(hours.size() * cell_count);
    for_each_index(hours.size(), [&](std::size_t number) {
        // The forecast drifts away from what comes true: up to 30 km and a day after ten days.
        const double lead_days = hours[number] / 24.0;
        const double astray_m = 30.0 * km * std::pow(lead_days / 10.0, 1.5);
        const double day = season_day(issue_day) + 0.9 * lead_days;
        std::vector<Ice> ice(cell_count);
        for (std::size_t index = 0; index < cell_count; ++index) {
            if (cells.surface[index] == Surface::sea) {
                const geo::PlanePoint centre = cells.centres[index];
                ice[index] =
                    season.at({centre.x_m + 0.8 * astray_m, centre.y_m - 0.6 * astray_m}, day);
            }
        }
        pack(cells, &concentration.packed[number * cell_count], concentration.scale,
             [&](std::size_t index) { return ice[index].concentration; });
        pack(cells, &thickness.packed[number * cell_count], thickness.scale,
             [&](std::size_t index) { return ice[index].thickness_m; });
    });
    CfFile::write(file, about("Synthetic ten-day sea ice forecast issued on 20 August 2030"),
                  {{{"grid_mapping_name", "polar_stereographic"}},
                   {{"latitude_of_projection_origin", 90.0},
                    {"straight_vertical_longitude_from_pole", -45.0},
                    {"standard_parallel", 70.0},
                    {"false_easting", 0.0},
                    {"false_northing", 0.0},
                    {"semi_major_axis", 6378137.0},
                    {"inverse_flattening", 298.257223563}}},
                  {grid, false, "hours since 2030-08-20 00:00:00", hours, 0.0, true},
                  {concentration, thickness});
}

void run(const std::filesystem::path& places, const std::string& coastline,
         const std::filesystem::path& etopo5, const std::filesystem::path& output) {
    GDALAllRegister();
    std::filesystem::create_directories(output);
    write_offshore_depth(etopo5, output / "etopo5_offshore.tif");
    const auto land = io::load_land_index(coastline, geo::Projection::polar_north());
    const Season season(places, seed);
    make_concentration(season, land, output / "synthetic_concentration_2030.zip");
    make_thickness(season, land, output / "synthetic_thickness_2030.nc");
    make_forecast(season, land, output / "synthetic_forecast_20300820.nc");
}

} // namespace
} // namespace fairlead::sample

int main(int argc, char** argv) {
    try {
        if (argc != 5) {
            fmt::print(stderr, "usage: make_sample PLACES.csv COASTLINE ETOPO5 OUTPUT_FOLDER\n");
            return 2;
        }
        fairlead::sample::run(argv[1], argv[2], argv[3], argv[4]);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "make_sample: {}\n", error.what());
        return 3;
    }
}
