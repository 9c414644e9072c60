// SPDX-License-Identifier: Apache-2.0
// Files cut short, byte by byte: what a library would read as fill values is refused.
#include "core/base/error.hpp"
#include "core/io/file_length.hpp"
#include "core/io/source_files.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using Catch::Contains;

namespace {

std::string number(std::uint64_t value, unsigned bytes, bool little) {
    std::string text;
    for (unsigned i = 0; i < bytes; ++i) {
        const unsigned shift = 8 * (little ? i : bytes - 1 - i);
        text.push_back(static_cast<char>(value >> shift & 0xFFU));
    }
    return text;
}
std::string big(std::uint64_t value, unsigned bytes) {
    return number(value, bytes, false);
}
std::string little(std::uint64_t value, unsigned bytes) {
    return number(value, bytes, true);
}

/// The whole is accepted; without its last bytes it is not, and is named.
void check_cut(const std::string& whole, io::FileFormat format, std::size_t cut) {
    REQUIRE(io::format_of(whole) == format);
    const test::ScratchFolder scratch;
    const auto expect = [&](const std::string& bytes) {
        const auto file = scratch.write("a.dat", bytes);
        io::expect_whole(io::expand_sources(file.string(), {}).front(), format);
    };
    CHECK_NOTHROW(expect(whole));
    CHECK_THROWS_WITH(expect(whole.substr(0, whole.size() - cut)),
                      Contains("a.dat") && Contains("truncated"));
}

} // namespace

TEST_CASE("file length: HDF5 is as long as its superblock says", "[io][length][bad_input]") {
    const std::string signature("\x89HDF\r\n\x1a\n", 8);
    for (const unsigned version : {0U, 1U, 2U, 3U}) {
        CAPTURE(version);
        std::string bytes(200, '\0');
        bytes.replace(0, 8, signature);
        bytes[8] = static_cast<char>(version);
        bytes[version < 2 ? 13 : 9] = 8; // bytes of an address
        const std::size_t end_at = version == 0 ? 40 : version == 1 ? 44 : 28;
        bytes.replace(end_at, 8, little(bytes.size(), 8));
        check_cut(bytes, io::FileFormat::hdf5, 1);
    }
}

TEST_CASE("file length: HDF4 holds all its elements, in each block of descriptors",
          "[io][length][bad_input]") {
    const auto element = [](unsigned tag, std::uint64_t offset, std::uint64_t length) {
        return big(tag, 2) + big(1, 2) + big(offset, 4) + big(length, 4);
    };
    // One block with an element and a descriptor not in use, then one with another element.
    const std::size_t second = 4 + 6 + 24;
    const std::size_t data = second + 6 + 12;
    const std::string bytes = std::string("\x0e\x03\x13\x01", 4) + big(2, 2) + big(second, 4) +
                              element(30, data, 10) + element(1, 0xFFFFFFFF, 0xFFFFFFFF) +
                              big(1, 2) + big(0, 4) + element(30, data + 10, 5) +
                              std::string(15, 'x');
    check_cut(bytes, io::FileFormat::hdf4, 1);
}

TEST_CASE("file length: GRIB messages are whole and end in 7777", "[io][length][bad_input]") {
    const std::string first = "GRIB" + big(20, 3) + '\x01' + std::string(8, 'a') + "7777";
    const std::string second = "GRIB" + std::string(3, '\0') + '\x02' + big(24, 8) + "bbbb7777";
    check_cut(first, io::FileFormat::grib, 1);
    check_cut(first + second, io::FileFormat::grib, 5);
    const test::ScratchFolder scratch;
    const auto file = scratch.write("a.grb", first.substr(0, 16) + "7778" + second);
    CHECK_THROWS_WITH(
        io::expect_whole(io::expand_sources(file.string(), {}).front(), io::FileFormat::grib),
        Contains("message 1") && Contains("does not end in 7777"));
}

TEST_CASE("file length: TIFF holds its strips", "[io][length][bad_input]") {
    // One directory: strip offset and byte count, then 12 bytes of values.
    for (const bool is_little : {true, false}) {
        const auto put = [&](std::uint64_t value, unsigned bytes) {
            return number(value, bytes, is_little);
        };
        const auto entry = [&](unsigned tag, std::uint64_t value) {
            return put(tag, 2) + put(4, 2) + put(1, 4) + put(value, 4);
        };
        const std::size_t data = 8 + 2 + 24 + 4;
        const std::string bytes = std::string(is_little ? "II" : "MM") + put(42, 2) + put(8, 4) +
                                  put(2, 2) + entry(273, data) + entry(279, 12) + put(0, 4) +
                                  std::string(12, 'v');
        check_cut(bytes, io::FileFormat::tiff, 1);
    }
}
