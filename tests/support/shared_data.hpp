// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Real data files for tests. They are not part of the repository: a test that finds none says so
/// and passes.

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace fairlead::test {

/// The file under $FAIRLEAD_SHARED_DATA, `../shared/data` or `../../shared/data` from the source
/// folder; nothing, with a printed message, if it is in none of them.
inline std::optional<std::filesystem::path> shared_data(const std::string& file) {
    const std::filesystem::path source = FAIRLEAD_SOURCE_FOLDER;
    const char* given = std::getenv("FAIRLEAD_SHARED_DATA");
    for (const auto& folder : {std::filesystem::path(given == nullptr ? "" : given),
                               source / "../shared/data", source / "../../shared/data"}) {
        if (!folder.empty() && std::filesystem::exists(folder / file)) {
            return folder / file;
        }
    }
    std::cout << "skipped: " << file << " is not here (set FAIRLEAD_SHARED_DATA)\n";
    return std::nullopt;
}

} // namespace fairlead::test
