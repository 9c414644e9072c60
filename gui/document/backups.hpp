// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Former states of project files: each save puts the file as it was into a folder of the
/// application's own, and the last ten are kept.

#include <filesystem>
#include <vector>

namespace fairlead::gui {

inline constexpr std::size_t most_backups = 10;

/// Where the desktop keeps them: "backups" in the user's folder of application data.
[[nodiscard]] std::filesystem::path backup_folder();

/// Copies the file, if there is one and it is not as the last copy, and removes copies beyond the
/// last ten. @throws Error (io) naming the file that could not be made.
void back_up(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Copies of that file, the newest first.
[[nodiscard]] std::vector<std::filesystem::path> backups_of(const std::filesystem::path& file,
                                                            const std::filesystem::path& folder);

} // namespace fairlead::gui
