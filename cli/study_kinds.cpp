// SPDX-License-Identifier: Apache-2.0
#include "cli/study_kinds.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace fairlead::cli {
namespace {

std::vector<std::string> kinds_in(const std::filesystem::path& folder) {
    std::vector<std::string> kinds;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") {
            kinds.push_back(entry.path().stem().string());
        }
    }
    std::sort(kinds.begin(), kinds.end());
    return kinds;
}

} // namespace

std::filesystem::path write_study_of_kind(const std::string& kind,
                                          const std::filesystem::path& file) {
    const auto folder = data_folder() / "studies";
    const auto kinds = kinds_in(folder);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format("'{}' is no kind of study; there are {}", kind, fmt::join(kinds, ", ")));
    }
    auto target = file.empty() ? std::filesystem::path(kind + ".toml") : file;
    if (std::filesystem::exists(target)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} exists; name another file with --out", target.string()));
    }
    write_file_atomically(target, read_text_file(folder / (kind + ".toml")));
    return target;
}

} // namespace fairlead::cli
