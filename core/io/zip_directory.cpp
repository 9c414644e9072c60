// SPDX-License-Identifier: Apache-2.0
#include "core/io/zip_directory.hpp"

#include "core/base/error.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/random_bytes.hpp"
#include "core/io/vsi_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::io {
namespace {

constexpr std::uint64_t end_record_bytes = 22;
constexpr std::uint64_t is_in_extra_field = 0xFFFFFFFF;

/// The 32-bit CRC of ISO 3309 for each byte, polynomial reflected.
constexpr std::array<std::uint32_t, 256> make_crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? 0xEDB88320U ^ crc >> 1U : crc >> 1U;
        }
        table[byte] = crc;
    }
    return table;
}
constexpr auto crc_table = make_crc_table();

struct Directory {
    std::uint64_t at = 0;
    std::uint64_t entries = 0;
};

[[noreturn]] void refuse(const SourceFile& archive) {
    throw Error(ErrorCode::malformed, fmt::format("{}: not a zip archive that can be read: its "
                                                  "directory is missing or damaged",
                                                  archive.name));
}

/// The end record stands last, before a comment of at most 65535 bytes.
std::optional<std::uint64_t> find_end_record(const RandomBytes& bytes) {
    if (bytes.size() < end_record_bytes) {
        return std::nullopt;
    }
    const auto last = bytes.size() - end_record_bytes;
    const auto first = last - std::min<std::uint64_t>(last, 65535);
    const auto tail = bytes.text(first, bytes.size() - first);
    const auto found = tail.rfind(std::string_view("PK\x05\x06", 4), last - first);
    return found == std::string::npos ? std::nullopt : std::optional(first + found);
}

Directory find_directory(const RandomBytes& bytes, const SourceFile& archive) {
    const auto end = find_end_record(bytes);
    if (!end && bytes.size() >= 4 && bytes.text(0, 4) == std::string_view("PK\x03\x04", 4)) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: the zip archive is cut short: it begins as one, but the "
                                "directory at its end is missing; fetch it again",
                                archive.name));
    }
    if (!end) {
        refuse(archive);
    }
    Directory found{bytes.little(*end + 16, 4), bytes.little(*end + 10, 2)};
    const auto size = bytes.little(*end + 12, 4);
    if (found.at != 0xFFFFFFFF && found.entries != 0xFFFF) {
        // What stands before the archive (a program that unpacks it) moves everything.
        if (size > *end) {
            refuse(archive);
        }
        found.at = *end - size;
        return found;
    }
    constexpr std::uint64_t locator_bytes = 20;
    if (*end < locator_bytes || bytes.text(*end - locator_bytes, 4) != "PK\x06\x07") {
        refuse(archive);
    }
    const auto record = bytes.little(*end - locator_bytes + 8, 8);
    return {bytes.little(record + 48, 8), bytes.little(record + 32, 8)};
}

/// A member's size where 32 bits do not hold it: first in the extra field 1.
std::optional<std::uint64_t> long_size(const RandomBytes& bytes, std::uint64_t at,
                                       std::uint64_t extra_bytes) {
    for (const auto end = at + extra_bytes; at + 4 <= end;) {
        const auto field_bytes = bytes.little(at + 2, 2);
        if (bytes.little(at, 2) == 1 && field_bytes >= 8) {
            return bytes.little(at + 4, 8);
        }
        at += 4 + field_bytes;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> crc_of(const SourceFile& file) {
    const GdalSession gdal;
    const VsiFile in(VSIFOpenL(file.path.c_str(), "rb"));
    if (!in) {
        return std::nullopt;
    }
    std::vector<unsigned char> block(std::size_t{1} << 18U);
    std::uint32_t crc = 0xFFFFFFFFU;
    while (const auto count = VSIFReadL(block.data(), 1, block.size(), in.get())) {
        for (std::size_t i = 0; i < count; ++i) {
            crc = crc_table[(crc ^ block[i]) & 0xFFU] ^ crc >> 8U;
        }
    }
    return ~crc;
}

} // namespace

std::map<std::string, ArchiveEntry> zip_members(const SourceFile& archive) {
    const RandomBytes bytes(archive);
    const auto directory = find_directory(bytes, archive);
    std::map<std::string, ArchiveEntry> members;
    auto at = directory.at;
    for (std::uint64_t entry = 0; entry < directory.entries; ++entry) {
        if (bytes.text(at, 4) != "PK\x01\x02") {
            refuse(archive);
        }
        const auto name_bytes = bytes.little(at + 28, 2);
        const auto extra_bytes = bytes.little(at + 30, 2);
        const auto name = bytes.text(at + 46, name_bytes);
        const auto checksum = static_cast<std::uint32_t>(bytes.little(at + 16, 4));
        auto unpacked = bytes.little(at + 24, 4);
        if (unpacked == is_in_extra_field) {
            unpacked = long_size(bytes, at + 46 + name_bytes, extra_bytes).value_or(unpacked);
        }
        if (!members.emplace(name, ArchiveEntry{checksum, unpacked}).second) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: has two members '{}'; keep one", archive.name, name));
        }
        at += 46 + name_bytes + extra_bytes + bytes.little(at + 32, 2);
    }
    return members;
}

void expect_undamaged(const SourceFile& file) {
    if (file.entry && crc_of(file) != file.entry->crc32) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: is damaged: its bytes do not fit the archive's checksum {:08x}",
                        file.name, file.entry->crc32));
    }
}

} // namespace fairlead::io
