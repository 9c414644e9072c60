// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Scenario files: which layers, zones and grid a voyage is planned in. TOML 1.0, and times may
/// leave the seconds out. This reads what is written; scenario_environment.hpp opens the data.
/// The format is described in docs/scenarios.md.

#include "core/base/time.hpp"
#include "core/env/environment.hpp"
#include "core/env/variable.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// What may stand in for nodes around the pole that no satellite sees.
struct PoleHoleFill {
    std::optional<double>
        value; ///< in the variable's unit; none: the nearest value outside the hole
};

/// One `[[layer]]`: either sources or a value.
struct ScenarioLayer {
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::vector<std::string> sources;      ///< files, globs, folders, archives, as written
    std::optional<double> value;           ///< constant, in the variable's unit
    std::string product;                   ///< "": recognised from the file
    std::string unit;                      ///< for files that do not give one
    std::string array;                     ///< of a netCDF file, where it is not plain which
    std::string climatology;               ///< source used beyond the data; "" for none
    std::optional<int> fill_coast_cells;   ///< none: the reader's default; 0: no fill
    std::optional<PoleHoleFill> pole_hole; ///< none: the hole stays unknown
    std::string where;                     ///< file:line, for errors
    std::string unit_said_by; ///< how a unit is said there, for errors: "the key 'unit'"
};

/// One `[[zone]]`.
struct ScenarioZone {
    std::string name;
    std::string source;               ///< polygon file, as written
    std::optional<Speed> speed_limit; ///< none: prohibited
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::string where;
};

struct Scenario {
    std::filesystem::path file;
    std::string name;
    std::vector<std::string> notes; ///< said with every result, e.g. that the data are synthetic
    std::string crs;                ///< "" where the file does not say
    std::optional<double> cell_km;
    std::optional<std::array<double, 4>> bounds_km; ///< left, bottom, right, top
    std::optional<env::BeyondData> beyond_data;
    std::vector<ScenarioLayer> layers;
    std::vector<ScenarioZone> zones;
};

/// @throws Error (not_found, malformed) naming file, line, key and value: not TOML, an unknown key
///         (with the key that may be meant), a value of the wrong kind or out of range, a layer
///         with neither or both of source and value, a zone that says nothing.
[[nodiscard]] Scenario read_scenario(const std::filesystem::path& file);
/// As above for text in memory; `file` stands for it in errors.
[[nodiscard]] Scenario parse_scenario(std::string_view text, const std::filesystem::path& file);

/// `sample` is data_folder()/sample/sample.toml; anything else is a path.
[[nodiscard]] std::filesystem::path scenario_path(const std::string& name);

/// "refuse", "hold" or "climatology".
[[nodiscard]] std::optional<env::BeyondData> beyond_data_named(std::string_view text) noexcept;
/// @throws Error (invalid_argument) with the name that may be meant, for an unknown variable.
/// @param what where the name stands, e.g. "--layer" or "sea.toml:3".
[[nodiscard]] env::Variable expect_variable(std::string_view text, std::string_view what);

} // namespace fairlead::io
