// SPDX-License-Identifier: Apache-2.0
#include "core/base/text.hpp"

#include "core/base/error.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <numeric>
#include <system_error>
#include <utility>

namespace fairlead {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row.back();
}

/// Wrong files can be larger than memory.
constexpr std::size_t most_text_bytes = std::size_t{256} << 20U;

/// What a link leads to is replaced, not the link; it need not be there yet.
std::filesystem::path end_of_links(std::filesystem::path target) {
    constexpr int most_links = 32;
    for (int links = 0; links < most_links; ++links) {
        std::error_code no_link;
        const auto next = std::filesystem::read_symlink(target, no_link);
        if (no_link) {
            break;
        }
        target = target.parent_path() / next; // an absolute one replaces the folder
    }
    return target;
}

/// A file that is being written beside the one it will replace; gone again unless it has.
class PartFile {
  public:
    /// @param number tells it from others that this process writes at the same time.
    PartFile(const std::filesystem::path& file, std::size_t number) : file_(file) {
        std::error_code ignored;
        const auto there = std::filesystem::status(file, ignored);
        if (std::filesystem::exists(there)) {
            if (!std::filesystem::is_regular_file(there)) {
                throw Error(
                    ErrorCode::io,
                    fmt::format("{}: is there and is no file that can be replaced", file.string()));
            }
            permissions_ = there.permissions();
        }
        target_ = end_of_links(file);
        part_ = target_;
        part_ += fmt::format(".part-{}-{}", ::getpid(), number);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    PartFile(PartFile&& other) noexcept
        : file_(std::move(other.file_)), target_(std::move(other.target_)),
          part_(std::exchange(other.part_, {})), permissions_(other.permissions_) {}
    PartFile& operator=(PartFile&&) = delete;
    ~PartFile() {
        if (!part_.empty()) {
            std::error_code ignored;
            std::filesystem::remove(part_, ignored);
        }
    }

    void write(std::string_view bytes) const {
        errno = 0;
        std::ofstream out(part_, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            fail(errno != 0 ? errno : EIO);
        }
        reach_the_disk();
        if (permissions_) {
            std::error_code ignored; // some file systems have none to give
            std::filesystem::permissions(part_, *permissions_, ignored);
        }
    }

    void take_its_place() {
        std::error_code problem;
        std::filesystem::rename(part_, target_, problem);
        if (problem) {
            fail(problem.value());
        }
        part_.clear();
    }

  private:
    /// Else a rename may outlive a power failure that the bytes do not; and some disks say only
    /// here that they are full.
    void reach_the_disk() const {
        const int handle = ::open(part_.c_str(), O_WRONLY | O_CLOEXEC);
        if (handle < 0) {
            fail(errno);
        }
        const int problem = ::fsync(handle) == 0 ? 0 : errno;
        ::close(handle);
        if (problem != 0 && problem != EINVAL) { // EINVAL: there is no disk to reach
            fail(problem);
        }
    }

    [[noreturn]] void fail(int reason) const {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be written ({})", file_.string(),
                                               std::strerror(reason)));
    }

    std::filesystem::path file_; ///< as it was named
    std::filesystem::path target_;
    std::filesystem::path part_;                        ///< empty: there is none
    std::optional<std::filesystem::perms> permissions_; ///< of the file that is replaced
};

} // namespace

std::string_view trim(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string to_lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lowered;
}

std::optional<double> parse_number(std::string_view text) noexcept {
    text = trim(text);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double value = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

void add_once(const std::vector<std::string>& sentences, std::vector<std::string>& list) {
    for (const auto& sentence : sentences) {
        if (std::find(list.begin(), list.end(), sentence) == list.end()) {
            list.push_back(sentence);
        }
    }
}

std::optional<std::string> closest(std::string_view text,
                                   const std::vector<std::string>& candidates) {
    constexpr std::size_t longest_word = 200; // the work grows with its square
    if (text.size() > longest_word) {
        return std::nullopt;
    }
    const auto wanted = to_lower(text);
    std::optional<std::string> best;
    std::size_t fewest = std::max<std::size_t>(2, text.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const auto edits = edit_distance(wanted, to_lower(candidate));
        if (edits < fewest) {
            fewest = edits;
            best = candidate;
        }
    }
    return best;
}

std::string read_text_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        throw Error(ErrorCode::not_found, fmt::format("{}: no such file", file.string()));
    }
    if (std::filesystem::is_directory(file, ignored)) {
        throw Error(ErrorCode::io, fmt::format("{}: is a folder, not a file", file.string()));
    }
    // Before it is opened: a pipe that nobody writes to would wait for ever.
    if (!std::filesystem::is_regular_file(file, ignored)) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: is a device or a pipe; texts are read from files", file.string()));
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be read", file.string()));
    }
    const auto expect_text_length = [&file](std::uintmax_t bytes) {
        if (bytes > most_text_bytes) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: is larger than {} MiB; no text that is read here is",
                                    file.string(), most_text_bytes >> 20U));
        }
    };
    const auto bytes = std::filesystem::file_size(file, ignored);
    if (!ignored) {
        expect_text_length(bytes);
    }
    std::string text;
    constexpr std::size_t block_bytes = std::size_t{1} << 20U;
    while (in) {
        const auto before = text.size();
        text.resize(before + block_bytes);
        in.read(text.data() + before, block_bytes);
        text.resize(before + static_cast<std::size_t>(in.gcount()));
        expect_text_length(text.size());
    }
    if (in.bad()) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be read", file.string()));
    }
    return text;
}

void write_file_atomically(const std::filesystem::path& file, std::string_view bytes) {
    write_files_together({{file, std::string(bytes)}});
}

void write_files_together(const std::vector<FileContent>& files) {
    std::vector<PartFile> parts;
    parts.reserve(files.size());
    for (const auto& [file, bytes] : files) {
        parts.emplace_back(file, parts.size());
        parts.back().write(bytes);
    }
    for (auto& part : parts) {
        part.take_its_place();
    }
}

} // namespace fairlead
