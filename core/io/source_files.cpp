// SPDX-License-Identifier: Apache-2.0
#include "core/io/source_files.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/vsi_file.hpp"
#include "core/io/zip_directory.hpp"

#include <fmt/format.h>
#include <glob.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace fairlead::io {
namespace {

namespace fs = std::filesystem;

VsiFile open_bytes(const SourceFile& file) {
    VsiFile in(VSIFOpenL(file.path.c_str(), "rb"));
    if (!in) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be read", file.name));
    }
    return in;
}

bool is_zip(const fs::path& path) {
    const auto suffix = to_lower(path.extension().string());
    return suffix == ".zip" || suffix == ".rtzp";
}

/// GDAL, which opens the members, changes names that are not plain: their encoding, slashes, dots.
bool is_plain(const std::string& member) {
    const auto is_ascii = [](char c) { return c >= ' ' && c <= '~' && c != '\\'; };
    const auto parts = split(member, '/');
    return std::all_of(member.begin(), member.end(), is_ascii) &&
           std::none_of(parts.begin(), parts.end(), [](const std::string& part) {
               return part.empty() || part == "." || part == "..";
           });
}

bool is_found_by_gdal(const std::string& path) {
    const GdalSession gdal;
    VSIStatBufL status{};
    return VSIStatL(path.c_str(), &status) == 0;
}

void add_archive(const fs::path& path, const std::string& name, std::vector<SourceFile>& files) {
    const auto root = "/vsizip/{" + path.string() + "}";
    const auto count_before = files.size();
    // Not by GDAL's listing, which looks each member up from the first one on.
    const auto members = zip_members({name, path.string(), path, name, true, std::nullopt});
    for (const auto& [member, entry] : members) {
        const bool hidden = member.find("__MACOSX") != std::string::npos ||
                            member.substr(member.rfind('/') + 1).starts_with(".");
        if (member.empty() || member.back() == '/' || hidden) {
            continue;
        }
        const auto member_path = fmt::format("{}/{}", root, member);
        if (!is_plain(member) && !is_found_by_gdal(member_path)) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: its member '{}' cannot be opened by this name; unpack it "
                                    "first",
                                    name, member));
        }
        files.push_back(
            {fmt::format("{}/{}", name, member), member_path, path, name, false, entry});
    }
    if (files.size() == count_before) {
        throw Error(ErrorCode::malformed, fmt::format("{}: a zip archive without files", name));
    }
}

void add_path(const fs::path& path, const std::string& name, bool named_itself,
              std::vector<SourceFile>& files) {
    if (is_zip(path)) {
        add_archive(path, name, files);
    } else {
        files.push_back({name, path.string(), path, name, named_itself, std::nullopt});
    }
}

void add_folder(const fs::path& path, const std::string& name, std::vector<SourceFile>& files) {
    std::vector<fs::path> inside;
    std::error_code refused;
    const fs::directory_iterator entries(path, refused);
    if (refused) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: the folder cannot be read ({})", name, refused.message()));
    }
    for (const auto& entry : entries) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with(".")) {
            inside.push_back(entry.path());
        }
    }
    if (inside.empty()) {
        throw Error(ErrorCode::not_found, fmt::format("{}: the folder holds no files", name));
    }
    std::sort(inside.begin(), inside.end());
    for (const auto& file : inside) {
        add_path(file, (fs::path(name) / file.filename()).string(), false, files);
    }
}

std::vector<std::string> matches(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> paths;
    if (glob(pattern.c_str(), 0, nullptr, &found) == 0) {
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    }
    globfree(&found);
    return paths;
}

void add_part(const std::string& part, const fs::path& base_folder,
              std::vector<SourceFile>& files) {
    const auto path = base_folder / part;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        add_folder(path, part, files);
        return;
    }
    if (fs::exists(path, ignored)) {
        if (access(path.c_str(), R_OK) != 0) {
            throw Error(ErrorCode::io, fmt::format("{}: there is no permission to read it", part));
        }
        // Readers go to and fro in a file.
        if (!fs::is_regular_file(path, ignored)) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: is a device or a pipe; data are read from files", part));
        }
        add_path(path, part, true, files);
        return;
    }
    if (part.find_first_of("*?[") == std::string::npos) {
        throw Error(ErrorCode::not_found, fmt::format("{}: no such file or folder", part));
    }
    const auto found = matches(path.string());
    if (found.empty()) {
        throw Error(ErrorCode::not_found, fmt::format("{}: no file matches this pattern", part));
    }
    for (const auto& match : found) {
        const fs::path file(match);
        const auto name = (fs::path(part).parent_path() / file.filename()).string();
        if (fs::is_directory(file, ignored)) {
            add_folder(file, name, files);
        } else {
            add_path(file, name, true, files);
        }
    }
}

} // namespace

std::string SourceFile::file_name() const {
    return name.substr(name.rfind('/') + 1);
}

std::vector<SourceFile> expand_sources(const std::string& source, const fs::path& base_folder) {
    std::vector<SourceFile> files;
    std::error_code ignored;
    // A name with a comma in it is a name, if there is such a file.
    const auto parts =
        fs::exists(base_folder / source, ignored) ? std::vector{source} : split(source, ',');
    for (const auto& part : parts) {
        const std::string name(trim(part));
        if (name.empty()) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("layer source '{}': a file name is missing", source));
        }
        add_part(name, base_folder, files);
    }
    return files;
}

NamedSource split_array_name(const std::string& text, const fs::path& base_folder) {
    std::error_code ignored;
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0 || fs::exists(base_folder / text, ignored)) {
        return {text, ""};
    }
    // Times in names (00:00:00) and patterns are no names of arrays, which begin with a letter.
    const auto name = text.substr(colon + 1);
    const bool is_name =
        !name.empty() &&
        (std::isalpha(static_cast<unsigned char>(name.front())) != 0 || name.front() == '_') &&
        name.find_first_of("/*?[],") == std::string::npos;
    return is_name ? NamedSource{text.substr(0, colon), name} : NamedSource{text, ""};
}

std::string read_bytes(const SourceFile& file, std::size_t count) {
    const GdalSession gdal;
    const auto in = open_bytes(file);
    std::string bytes(count, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, count, in.get()));
    return bytes;
}

std::uint64_t byte_count(const SourceFile& file) {
    if (file.entry) {
        return file.entry->bytes;
    }
    const GdalSession gdal;
    VSIStatBufL status{};
    if (VSIStatL(file.path.c_str(), &status) != 0) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be read", file.name));
    }
    return static_cast<std::uint64_t>(status.st_size);
}

} // namespace fairlead::io
