// SPDX-License-Identifier: Apache-2.0
#include "core/study/journal.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

namespace fairlead::study {

Journal::Journal(const std::filesystem::path& file) : file_(file) {
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    if (problem) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be made: {}",
                                               file.parent_path().string(), problem.message()));
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system's own interface
    descriptor_.number = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_.number < 0) {
        fail("cannot be opened");
    }
    // Held by this descriptor: the other kind of lock would go with any other that is closed.
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    if (fcntl(descriptor_.number, F_OFD_SETLK, &whole) != 0) {
        const bool taken = errno == EACCES || errno == EAGAIN;
        if (!taken) {
            fail("cannot be locked");
        }
        throw Error(ErrorCode::io,
                    fmt::format("{}: another run of this study has it open", file_.string()));
    }
    const auto text = read_text_file(file_);
    const auto end = text.rfind('\n');
    length_ = end == std::string::npos ? 0 : static_cast<long long>(end) + 1;
    if (static_cast<std::size_t>(length_) < text.size() &&
        ftruncate(descriptor_.number, length_) != 0) {
        fail("cannot be cut to its last whole line");
    }
}

Journal::Descriptor::~Descriptor() {
    if (number >= 0) {
        close(number);
    }
}

void Journal::append(std::string_view line) {
    std::size_t done = 0;
    while (done < line.size()) {
        const auto written = pwrite(descriptor_.number, line.data() + done, line.size() - done,
                                    length_ + static_cast<long long>(done));
        if (written > 0) {
            done += static_cast<std::size_t>(written);
        } else if (written == 0 || errno != EINTR) {
            const int reason = written == 0 ? ENOSPC : errno;
            // What is left of a line would be cut at the next start; better not to leave it.
            static_cast<void>(ftruncate(descriptor_.number, length_) == 0);
            errno = reason;
            fail("cannot be written");
        }
    }
    length_ += static_cast<long long>(line.size());
}

void Journal::sync() {
    if (fdatasync(descriptor_.number) != 0) {
        fail("cannot be written to the disk");
    }
}

void Journal::fail(std::string_view what) const {
    throw Error(ErrorCode::io,
                fmt::format("{}: {}: {}", file_.string(), what, std::strerror(errno)));
}

void JournalReader::read(const std::function<void(std::string_view line)>& take) {
    for (const auto& file : journals_in(folder_)) {
        std::ifstream stream(file, std::ios::binary);
        auto& read_to = read_to_[file];
        stream.seekg(read_to);
        if (!stream) {
            throw Error(ErrorCode::io, fmt::format("{}: cannot be read", file.string()));
        }
        // A line without an end is being written, or was cut short.
        for (std::string line; std::getline(stream, line) && !stream.eof();) {
            read_to += static_cast<std::streamoff>(line.size()) + 1;
            take(line);
        }
        if (stream.bad()) {
            throw Error(ErrorCode::io, fmt::format("{}: cannot be read", file.string()));
        }
    }
}

std::vector<std::filesystem::path> journals_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(folder)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() == ".jsonl") {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace fairlead::study
