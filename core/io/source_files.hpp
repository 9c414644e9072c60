// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// From what the user named to single files: comma lists, globs, folders and zip archives.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

/// What an archive's directory says of a member.
struct ArchiveEntry {
    std::uint32_t crc32 = 0;
    std::uint64_t bytes = 0; ///< unpacked
};

/// One file, or one member of an archive.
struct SourceFile {
    std::string name;                  ///< as the user named it; a member after its archive and '/'
    std::string path;                  ///< as GDAL opens it
    std::filesystem::path container;   ///< the file on disk that holds it: itself or the archive
    std::string container_name;        ///< as the user named that
    bool named_itself = true;          ///< false: found in a folder or archive, may be anything
    std::optional<ArchiveEntry> entry; ///< of a member

    /// The last part of the name: "nt_20180601_f18_nrt_n.bin".
    [[nodiscard]] std::string file_name() const;
};

/// @param source e.g. "a.nc", "a.nc,b.nc", "nt_2018*.bin", "folder", "season.zip".
/// @param base_folder relative names start here.
/// @return in order of name within each part of the list; never empty.
/// @throws Error (not_found, malformed, io) naming the part: no such file, a glob nothing matches,
/// an
///         empty folder or archive, an archive that cannot be read.
[[nodiscard]] std::vector<SourceFile> expand_sources(const std::string& source,
                                                     const std::filesystem::path& base_folder);

/// SOURCE, or SOURCE:ARRAY for an array of netCDF files. A name that a file has is that file's.
struct NamedSource {
    std::string source;
    std::string array; ///< "" if none is named
};
[[nodiscard]] NamedSource split_array_name(const std::string& text,
                                           const std::filesystem::path& base_folder);

/// Bytes of a file from its beginning, at most `count`.
/// @throws Error (io) naming the file.
[[nodiscard]] std::string read_bytes(const SourceFile& file, std::size_t count);
/// @throws Error (io) naming the file.
[[nodiscard]] std::uint64_t byte_count(const SourceFile& file);

} // namespace fairlead::io
