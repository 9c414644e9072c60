// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The log that a running study keeps: a line for each route as it is done, on disk as soon as it
/// is written, so that a study that is killed goes on where it was.

#include <filesystem>
#include <functional>
#include <ios>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead::study {

/// One open log; its file is locked, so that a second run of the same shard does not write between
/// the lines.
class Journal {
  public:
    /// Makes folder and file where they are missing, and takes off a last line without an end,
    /// which a kill or a full disk has cut short.
    /// @throws Error (io) naming the file and the system's reason; where another run has it open.
    explicit Journal(const std::filesystem::path& file);
    /// A whole line, end included, or nothing of it.
    /// @throws Error (io) naming the file and the system's reason.
    void append(std::string_view line);
    /// To the disk itself. @throws as append.
    void sync();

  private:
    struct Descriptor {
        int number = -1;
        Descriptor() = default;
        ~Descriptor();
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
    };

    [[noreturn]] void fail(std::string_view what) const;

    std::filesystem::path file_;
    Descriptor descriptor_;
    long long length_ = 0;
};

/// Reads the logs of a folder while they are being written: every whole line once.
class JournalReader {
  public:
    explicit JournalReader(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// Takes the lines that have come since the last call, file after file, without their ends.
    /// @throws Error (io) naming the file that cannot be read.
    void read(const std::function<void(std::string_view line)>& take);

  private:
    std::filesystem::path folder_;
    std::map<std::filesystem::path, std::streamoff> read_to_;
};

/// All logs of a folder, by name; empty where there is none.
[[nodiscard]] std::vector<std::filesystem::path> journals_in(const std::filesystem::path& folder);

} // namespace fairlead::study
