// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A zip archive made by hand, so that a test can make a wrong one as well.
/// Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::test {

/// CRC-32 of ISO 3309, as in zip archives.
inline std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
        }
    }
    return ~crc;
}

struct ZipMember {
    std::string name;
    std::string bytes;
    std::uint32_t crc;
};

/// A zip of members that are stored as they are.
inline std::string stored_zip(const std::vector<ZipMember>& members) {
    const auto put = [](std::string& out, std::uint64_t number, unsigned count) {
        for (unsigned i = 0; i < count; ++i) {
            out.push_back(static_cast<char>(number >> (8 * i) & 0xFFU));
        }
    };
    const auto put_common = [&](std::string& out, const ZipMember& member) {
        put(out, 20, 2); // version, flags, method, time, date
        put(out, 0, 2);
        put(out, 0, 2);
        put(out, 0, 4);
        put(out, member.crc, 4);
        put(out, member.bytes.size(), 4);
        put(out, member.bytes.size(), 4);
        put(out, member.name.size(), 2);
        put(out, 0, 2);
    };
    std::string zip;
    std::string directory;
    for (const auto& member : members) {
        directory += std::string("PK\x01\x02\x14\0", 6);
        put_common(directory, member);
        directory.append(10, '\0'); // comment, disk, attributes
        put(directory, zip.size(), 4);
        directory += member.name;
        zip += "PK\x03\x04";
        put_common(zip, member);
        zip += member.name + member.bytes;
    }
    const auto at = zip.size();
    zip += directory + std::string("PK\x05\x06\0\0\0\0", 8);
    put(zip, members.size(), 2);
    put(zip, members.size(), 2);
    put(zip, directory.size(), 4);
    put(zip, at, 4);
    put(zip, 0, 2);
    return zip;
}

} // namespace fairlead::test
