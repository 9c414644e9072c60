// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Study files: which routes a study plans. TOML 1.0, times may leave the seconds out. This reads
/// what is written; study/manifest.hpp makes the list of routes of it. The format is described in
/// docs/studies.md.

#include "core/base/time.hpp"
#include "core/base/units.hpp"
#include "core/cost/objective.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// `[[voyage]]`: places as written, names or coordinates.
struct StudyVoyage {
    std::string name; ///< "": "FROM to TO"
    std::string from;
    std::string to;
    std::vector<std::string> via;
    std::string where; ///< file:line, for errors
};

/// What routes are to be good by: a word of `objectives`, or a formula or file of `cost_models`.
struct StudyObjective {
    std::string text; ///< as written
    cost::Objective objective;
};

/// `[[skip]]`: routes that are left out. What is not given fits every route; all of what is given
/// must fit.
struct StudySkip {
    std::vector<std::string> scenarios; ///< as in `scenarios`
    std::vector<std::string> ships;
    std::vector<std::string> voyages;    ///< names
    std::vector<std::string> objectives; ///< as written
    std::vector<std::string> rules;
    std::optional<Instant> from;  ///< departures from then on
    std::optional<Instant> until; ///< up to then, included
    std::string where;
};

/// What of each line is worked out: how much time a route takes, and how good it is.
enum class StudyLine {
    grid,      ///< the optimum on the grid, as it is: 1 to 2 % above the continuous optimum
    refined,   ///< refined to the continuous optimum
    waypoints, ///< and then simplified to waypoints, as `fairlead plan` does
};

struct StudyFile {
    std::filesystem::path file;
    std::string name;
    std::vector<std::string> notes; ///< said with the results
    std::vector<std::string> scenarios;
    std::vector<std::string> ships;
    std::vector<StudyVoyage> voyages;
    std::vector<Instant> departures; ///< rising, each once
    std::vector<StudyObjective> objectives;
    std::vector<std::string> rules; ///< lists as of --rules
    std::vector<StudySkip> skips;
    /// Of all routes so many are drawn, the same for the same seed; none: all of them.
    struct Sample {
        std::size_t count = 0;
        std::uint64_t seed = 0;
    };
    std::optional<Sample> sample;

    /// Scenario in which every route that was found is sailed as well: what came, where `scenarios`
    /// are what was foreseen. "": none.
    std::string sail_in;

    std::string coastline = "gshhg";
    std::optional<double> cell_km; ///< none: the scenario's, or 12.5
    double margin_km = 600.0;      ///< beyond the places, where the scenario gives no bounds
    int neighbours = 16;
    double clearance_nmi = 1.0;
    bool may_wait = true;
    bool with_lower_bound = false;
    StudyLine line = StudyLine::refined;
};

/// @throws Error (not_found, malformed) naming file, line, key and value: not TOML, an unknown key
///         (with the one that may be meant), a value of the wrong kind or out of range, an axis
///         without a value or with one twice.
[[nodiscard]] StudyFile read_study(const std::filesystem::path& file);
/// As above for text in memory; `file` stands for it in errors.
[[nodiscard]] StudyFile parse_study(std::string_view text, const std::filesystem::path& file);

} // namespace fairlead::io
