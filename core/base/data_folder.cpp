// SPDX-License-Identifier: Apache-2.0
#include "core/base/data_folder.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>
#include <vector>

namespace fairlead {
namespace {

std::filesystem::path first_existing(const char* environment_variable, const char* built_from,
                                     const char* what) {
    std::vector<std::filesystem::path> places;
    if (const char* chosen = std::getenv(environment_variable);
        chosen != nullptr && *chosen != '\0') {
        places.emplace_back(chosen);
    } else {
        std::error_code ignored;
        const auto executable = std::filesystem::read_symlink("/proc/self/exe", ignored);
        places.push_back(executable.parent_path().parent_path() / "share" / "fairlead");
        places.emplace_back(built_from);
    }
    std::string looked_at;
    for (const auto& place : places) {
        std::error_code ignored;
        if (std::filesystem::is_directory(place, ignored)) {
            return place;
        }
        looked_at += (looked_at.empty() ? "" : ", ") + place.string();
    }
    throw Error(ErrorCode::not_found, fmt::format("no folder with {} (looked at {}); set {}", what,
                                                  looked_at, environment_variable));
}

} // namespace

std::filesystem::path data_folder() {
    return first_existing("FAIRLEAD_DATA", FAIRLEAD_SOURCE_DATA_FOLDER, "the program's data");
}

std::filesystem::path built_data_folder() {
    return first_existing("FAIRLEAD_BUILT_DATA", FAIRLEAD_BUILT_DATA_FOLDER,
                          "the compiled coastline");
}

} // namespace fairlead
