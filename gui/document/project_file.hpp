// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The `.fairlead` project file: one JSON object with the whole voyage. Paths of data and ships are
/// relative to the file's folder in the file and absolute in memory, so that project and data can
/// be moved together.

#include "gui/document/json_members.hpp"
#include "gui/document/kept_plan.hpp"
#include "gui/document/voyage.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::gui {

/// What the planner has said of the candidate of an objective: of those there are, and of those to
/// come.
struct CandidateNote {
    cost::ObjectiveKind objective = cost::ObjectiveKind::time;
    std::string note;
    bool is_shown = true;

    friend bool operator==(const CandidateNote&, const CandidateNote&) = default;
};

/// The route file a voyage began as, in RTZ: what a voyage does not hold is in there.
struct KeptRoute {
    std::string rtz;
    std::vector<PointId> ids; ///< of the voyage's points, in the order of the route's

    friend bool operator==(const KeptRoute&, const KeptRoute&) = default;
};

struct Project {
    Voyage voyage;
    std::vector<CandidateNote> candidates;
    std::vector<KeptPlan> plans; ///< one for an objective at most; A, B, C in this order
    std::optional<KeptRoute> route;
    KeptMembers kept; ///< of a file made by a later or another program
};

inline constexpr const char* project_suffix = ".fairlead";
inline constexpr int project_version = 1;

/// @throws Error (not_found, io, malformed, unsupported) naming file, member and value.
[[nodiscard]] Project read_project(const std::filesystem::path& file);
/// As above for text in memory; `file` stands for it in errors and for relative paths.
[[nodiscard]] Project parse_project(std::string_view text, const std::filesystem::path& file);

/// What write_project() would write.
[[nodiscard]] std::string project_text(const Project& project, const std::filesystem::path& file);
/// The file is whole or as it was, even if the power fails.
/// @throws Error (io) naming the file and the system's reason.
void write_project(const std::filesystem::path& file, const Project& project);

/// The voyage with the paths among its names relative to `folder`, where they have more in common
/// with it than the root; and back.
[[nodiscard]] Voyage with_relative_paths(Voyage voyage, const std::filesystem::path& folder);
[[nodiscard]] Voyage with_absolute_paths(Voyage voyage, const std::filesystem::path& folder);

} // namespace fairlead::gui
