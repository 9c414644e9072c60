// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_names.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace fairlead::io {
namespace {

using env::Variable;

struct KnownName {
    std::string_view name;
    Variable variable;
};

constexpr std::array standard_names{
    KnownName{"sea_ice_area_fraction", Variable::sea_ice_concentration},
    KnownName{"sea_ice_thickness", Variable::sea_ice_thickness},
    KnownName{"sea_floor_depth_below_sea_level", Variable::sea_floor_depth},
    KnownName{"sea_floor_depth_below_sea_surface", Variable::sea_floor_depth},
    KnownName{"sea_floor_depth_below_geoid", Variable::sea_floor_depth},
    KnownName{"sea_floor_depth_below_mean_sea_level", Variable::sea_floor_depth},
    KnownName{"eastward_wind", Variable::eastward_wind},
    KnownName{"northward_wind", Variable::northward_wind},
    KnownName{"sea_surface_wave_significant_height", Variable::significant_wave_height},
    KnownName{"sea_surface_wave_mean_period", Variable::mean_wave_period},
    KnownName{
        "sea_surface_wave_mean_period_from_variance_spectral_density_inverse_frequency_moment",
        Variable::mean_wave_period},
    KnownName{"sea_surface_wave_mean_period_from_variance_spectral_density_first_frequency_moment",
              Variable::mean_wave_period},
    KnownName{"sea_surface_wave_mean_period_from_variance_spectral_density_second_frequency_moment",
              Variable::mean_wave_period},
    KnownName{"sea_surface_wave_from_direction", Variable::mean_wave_direction},
    KnownName{"eastward_sea_water_velocity", Variable::eastward_current},
    KnownName{"surface_eastward_sea_water_velocity", Variable::eastward_current},
    KnownName{"northward_sea_water_velocity", Variable::northward_current},
    KnownName{"surface_northward_sea_water_velocity", Variable::northward_current},
    KnownName{"air_temperature", Variable::air_temperature},
    KnownName{"attainable_speed", Variable::attainable_speed},
};

constexpr std::array elevation_names{
    std::string_view{"height_above_mean_sea_level"}, std::string_view{"surface_altitude"},
    std::string_view{"bedrock_altitude"}, std::string_view{"height_above_geoid"}};

constexpr std::array plain_names{
    KnownName{"siconc", Variable::sea_ice_concentration},
    KnownName{"ice_conc", Variable::sea_ice_concentration},
    KnownName{"sea_ice_concentration", Variable::sea_ice_concentration},
    KnownName{"aice", Variable::sea_ice_concentration},
    KnownName{"sithick", Variable::sea_ice_thickness},
    KnownName{"sea_ice_thickness", Variable::sea_ice_thickness},
    KnownName{"sea_floor_depth", Variable::sea_floor_depth},
    KnownName{"u10", Variable::eastward_wind},
    KnownName{"u-component_of_wind_height_above_ground", Variable::eastward_wind},
    KnownName{"eastward_wind", Variable::eastward_wind},
    KnownName{"v10", Variable::northward_wind},
    KnownName{"v-component_of_wind_height_above_ground", Variable::northward_wind},
    KnownName{"northward_wind", Variable::northward_wind},
    KnownName{"vhm0", Variable::significant_wave_height},
    KnownName{"swh", Variable::significant_wave_height},
    KnownName{"significant_wave_height", Variable::significant_wave_height},
    KnownName{"vtm10", Variable::mean_wave_period},
    KnownName{"mwp", Variable::mean_wave_period},
    KnownName{"mean_wave_period", Variable::mean_wave_period},
    KnownName{"vmdr", Variable::mean_wave_direction},
    KnownName{"mwd", Variable::mean_wave_direction},
    KnownName{"mean_wave_direction", Variable::mean_wave_direction},
    KnownName{"uo", Variable::eastward_current},
    KnownName{"eastward_current", Variable::eastward_current},
    KnownName{"vo", Variable::northward_current},
    KnownName{"northward_current", Variable::northward_current},
    KnownName{"t2m", Variable::air_temperature},
    KnownName{"air_temperature", Variable::air_temperature},
    KnownName{"attainable_speed", Variable::attainable_speed},
};

/// Pairs of parts along the axes of the grid.
struct KnownVector {
    std::string_view x;
    std::string_view y;
    Variable east;
    Variable north;
};
constexpr std::array grid_vectors{
    KnownVector{"x_wind", "y_wind", Variable::eastward_wind, Variable::northward_wind},
    KnownVector{"sea_water_x_velocity", "sea_water_y_velocity", Variable::eastward_current,
                Variable::northward_current},
    KnownVector{"x_sea_water_velocity", "y_sea_water_velocity", Variable::eastward_current,
                Variable::northward_current},
};

bool is_raster(const GDALMDArray& array) {
    return array.GetDimensionCount() >= 2 && array.GetDataType().GetClass() == GEDTC_NUMERIC;
}

} // namespace

bool is_elevation_name(std::string_view standard_name) {
    return std::find(elevation_names.begin(), elevation_names.end(), standard_name) !=
           elevation_names.end();
}

std::vector<std::string> ice_drift_arrays(const CfDataset& dataset) {
    std::vector<std::string> names;
    for (const auto& name : dataset.array_names()) {
        const auto array = dataset.array(name);
        if (!array || !is_raster(*array)) {
            continue;
        }
        const auto standard = text_attribute(*array, "standard_name");
        if (standard.find("sea_ice_") != std::string::npos &&
            (standard.ends_with("_displacement") || standard.ends_with("_velocity"))) {
            names.push_back(name);
        }
    }
    return names;
}

std::vector<CfMatch> cf_matches(const CfDataset& dataset) {
    std::vector<CfMatch> matches;
    std::vector<CfMatch> by_plain_name;
    std::multimap<std::string, std::string> by_standard_name;
    for (const auto& name : dataset.array_names()) {
        const auto array = dataset.array(name);
        if (!array || !is_raster(*array)) {
            continue;
        }
        const auto standard = text_attribute(*array, "standard_name");
        by_standard_name.emplace(standard, name);
        for (const auto& known : standard_names) {
            if (standard == known.name) {
                matches.push_back({known.variable, name, "", true, false});
            }
        }
        if (is_elevation_name(standard)) {
            matches.push_back({Variable::sea_floor_depth, name, "", true, true});
        }
        if (standard.empty() && to_lower(name) == "elevation") {
            by_plain_name.push_back({Variable::sea_floor_depth, name, "", false, true});
        }
        for (const auto& known : plain_names) {
            if (standard.empty() && to_lower(name) == known.name) {
                by_plain_name.push_back({known.variable, name, "", false, false});
            }
        }
    }
    for (const auto& vector : grid_vectors) {
        const auto xs = by_standard_name.equal_range(std::string(vector.x));
        const auto ys = by_standard_name.equal_range(std::string(vector.y));
        // One of each, or there is no telling which belong together.
        if (std::distance(xs.first, xs.second) == 1 && std::distance(ys.first, ys.second) == 1) {
            matches.push_back({vector.east, xs.first->second, ys.first->second, true, false});
            matches.push_back({vector.north, xs.first->second, ys.first->second, true, false});
        }
    }
    matches.insert(matches.end(), by_plain_name.begin(), by_plain_name.end());
    for (auto& match : matches) {
        if (match.variable == Variable::sea_floor_depth) {
            const auto positive = text_attribute(*dataset.expect_array(match.array), "positive");
            match.is_elevation = positive == "up" || (match.is_elevation && positive != "down");
        }
    }
    return matches;
}

} // namespace fairlead::io
