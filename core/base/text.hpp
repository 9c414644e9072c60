// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Small text helpers that every reader needs. All work in the C locale, whatever the user's is.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Without leading and trailing spaces, tabs and line ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
/// ASCII letters lowered; other bytes (UTF-8 included) unchanged.
[[nodiscard]] std::string to_lower(std::string_view text);
/// A finite decimal number and nothing else around it but white space.
[[nodiscard]] std::optional<double> parse_number(std::string_view text) noexcept;
/// Parts between separators, empty ones included; one empty part for an empty text.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
/// Appends those of `sentences` that the list does not hold yet, in their order.
void add_once(const std::vector<std::string>& sentences, std::vector<std::string>& list);
/// The candidate with the fewest edits (Levenshtein) from `text`, if few enough to be a slip of
/// the keyboard: for "did you mean".
[[nodiscard]] std::optional<std::string> closest(std::string_view text,
                                                 const std::vector<std::string>& candidates);

/// @throws Error (not_found, io; unsupported: device, pipe, above 256 MiB) naming the file.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& file);
/// Writes a temporary file beside `file`, to the disk, and renames it: the file is whole or as it
/// was. A link stays one and the file it leads to is replaced; permissions stay.
/// @throws Error (io) naming the file and the system's reason.
void write_file_atomically(const std::filesystem::path& file, std::string_view bytes);

struct FileContent {
    std::filesystem::path file;
    std::string bytes;
};
/// The same for files that belong together: all are written beside their targets before the first
/// is renamed, so that a full disk leaves every one of them as it was.
/// @throws Error (io) naming the file that failed and the system's reason.
void write_files_together(const std::vector<FileContent>& files);

} // namespace fairlead
