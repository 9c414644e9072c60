// SPDX-License-Identifier: Apache-2.0
#include "core/io/file_length.hpp"

#include "core/base/error.hpp"
#include "core/io/netcdf_header.hpp"
#include "core/io/nsidc_bin.hpp"
#include "core/io/random_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace fairlead::io {
namespace {

[[noreturn]] void refuse_length(const SourceFile& file, std::uint64_t size, std::string_view why) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: is truncated: it has {} bytes, but {}", file.name, size, why));
}

void expect_whole_hdf5(const RandomBytes& bytes, const SourceFile& file) {
    // The superblock lies at 0, 512, 1024 ...; at 0 in every netCDF file. Only 8-byte addresses.
    const auto version = bytes.little(8, 1);
    std::uint64_t end = 0;
    if (version <= 1 && bytes.little(13, 1) == 8) {
        end = bytes.little(version == 0 ? 40 : 44, 8);
    } else if ((version == 2 || version == 3) && bytes.little(9, 1) == 8) {
        end = bytes.little(28, 8);
    }
    if (end > bytes.size()) {
        refuse_length(file, bytes.size(), fmt::format("its HDF5 superblock says {}", end));
    }
}

void expect_whole_hdf4(const RandomBytes& bytes, const SourceFile& file) {
    // A chain of blocks of data descriptors: count, next block; then tag, reference, offset,
    // length.
    std::uint64_t block = 4;
    for (int blocks = 0; block != 0 && blocks < 100000; ++blocks) {
        const auto count = bytes.big(block, 2);
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto at = block + 6 + 12 * i;
            const auto offset = bytes.big(at + 4, 4);
            const auto length = bytes.big(at + 8, 4);
            const bool in_use =
                bytes.big(at, 2) != 1 && offset != 0xFFFFFFFF && length != 0xFFFFFFFF;
            if (in_use && offset + length > bytes.size()) {
                refuse_length(
                    file, bytes.size(),
                    fmt::format("one of its HDF4 data elements ends at {}", offset + length));
            }
        }
        block = bytes.big(block + 2, 4);
    }
}

void expect_whole_grib(const RandomBytes& bytes, const SourceFile& file) {
    std::uint64_t at = bytes.find("GRIB", 0, 1024);
    std::uint64_t messages = 0;
    while (at < bytes.size()) {
        const auto edition = bytes.big(at + 7, 1);
        const auto length = edition == 2 ? bytes.big(at + 8, 8) : bytes.big(at + 4, 3);
        ++messages;
        if (length < 16 || length > bytes.size() - at) {
            refuse_length(
                file, bytes.size(),
                fmt::format("GRIB message {} at byte {} is {} long", messages, at, length));
        }
        if (bytes.text(at + length - 4, 4) != "7777") {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: GRIB message {} at byte {} does not end in 7777",
                                    file.name, messages, at));
        }
        at = bytes.find("GRIB", at + length, 65536);
    }
}

void expect_whole_tiff(const RandomBytes& bytes, const SourceFile& file) {
    const bool little = bytes.text(0, 2) == "II";
    const auto number = [&](std::uint64_t at, unsigned count) {
        return little ? bytes.little(at, count) : bytes.big(at, count);
    };
    const bool big_tiff = number(2, 2) == 43;
    const unsigned word = big_tiff ? 8 : 4;
    const auto size_of = [](std::uint64_t type) -> unsigned {
        constexpr std::array<unsigned, 19> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4,
                                                 8, 4, 8, 4, 0, 0, 8, 8, 8};
        return type < sizes.size() ? sizes[type] : 0;
    };
    std::uint64_t directory = big_tiff ? number(8, 8) : number(4, 4);
    for (int directories = 0; directory != 0 && directories < 64; ++directories) {
        const auto entries = number(directory, big_tiff ? 8 : 2);
        const auto first = directory + (big_tiff ? 8 : 2);
        const std::uint64_t entry_bytes = big_tiff ? 20 : 12;
        if (entries > 4096) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: its TIFF directory has {} entries", file.name, entries));
        }
        std::vector<std::uint64_t> offsets;
        std::vector<std::uint64_t> lengths;
        for (std::uint64_t i = 0; i < entries; ++i) {
            const auto at = first + entry_bytes * i;
            const auto tag = number(at, 2);
            const auto size = size_of(number(at + 2, 2));
            const auto count = number(at + 4, word);
            const auto inline_at = at + 4 + word;
            if (size != 0 && count > bytes.size() / size) {
                refuse_length(file, bytes.size(),
                              fmt::format("TIFF tag {} has {} values", tag, count));
            }
            const auto values_at = size * count <= word ? inline_at : number(inline_at, word);
            if (values_at > bytes.size() || size * count > bytes.size() - values_at) {
                refuse_length(file, bytes.size(),
                              fmt::format("the {} bytes of TIFF tag {} begin at {}", size * count,
                                          tag, values_at));
            }
            // Strip and tile offsets, strip and tile byte counts.
            auto* const list = tag == 273 || tag == 324   ? &offsets
                               : tag == 279 || tag == 325 ? &lengths
                                                          : nullptr;
            for (std::uint64_t k = 0; list != nullptr && k < count; ++k) {
                list->push_back(number(values_at + k * size, size));
            }
        }
        for (std::size_t i = 0; i < std::min(offsets.size(), lengths.size()); ++i) {
            if (offsets[i] > bytes.size() || lengths[i] > bytes.size() - offsets[i]) {
                refuse_length(file, bytes.size(),
                              fmt::format("its TIFF block {} of {} bytes begins at {}", i,
                                          lengths[i], offsets[i]));
            }
        }
        directory = number(first + entry_bytes * entries, word);
    }
}

} // namespace

FileFormat format_of(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("CDF\x01"sv) || head.starts_with("CDF\x02"sv) ||
        head.starts_with("CDF\x05"sv)) {
        return FileFormat::netcdf_classic;
    }
    if (head.starts_with("\x89HDF\r\n\x1a\n"sv)) {
        return FileFormat::hdf5;
    }
    if (head.starts_with("\x0e\x03\x13\x01"sv)) {
        return FileFormat::hdf4;
    }
    if (head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv) || head.starts_with("II+\0"sv) ||
        head.starts_with("MM\0+"sv)) {
        return FileFormat::tiff;
    }
    // A bulletin header of the Global Telecommunication System may stand before the first message.
    if (head.substr(0, 128).find("GRIB"sv) != std::string_view::npos) {
        return FileFormat::grib;
    }
    return parse_nsidc_bin_header(head) ? FileFormat::nsidc_bin : FileFormat::unknown;
}

std::string_view name(FileFormat format) noexcept {
    switch (format) {
    case FileFormat::netcdf_classic:
        return "netCDF classic";
    case FileFormat::hdf5:
        return "netCDF-4/HDF5";
    case FileFormat::hdf4:
        return "HDF4";
    case FileFormat::grib:
        return "GRIB";
    case FileFormat::tiff:
        return "TIFF";
    case FileFormat::nsidc_bin:
        return "raw binary of NSIDC";
    case FileFormat::unknown:
        break;
    }
    return "unknown";
}

void expect_whole(const SourceFile& file, FileFormat format) {
    // The reader of NSIDC's grids knows their one length.
    if (format == FileFormat::unknown || format == FileFormat::nsidc_bin) {
        return;
    }
    const RandomBytes bytes(file);
    switch (format) {
    case FileFormat::netcdf_classic: {
        const auto needed = netcdf_classic_length(bytes);
        if (needed > bytes.size()) {
            refuse_length(file, bytes.size(), fmt::format("its netCDF header asks for {}", needed));
        }
        break;
    }
    case FileFormat::hdf5:
        expect_whole_hdf5(bytes, file);
        break;
    case FileFormat::hdf4:
        expect_whole_hdf4(bytes, file);
        break;
    case FileFormat::grib:
        expect_whole_grib(bytes, file);
        break;
    case FileFormat::tiff:
        expect_whole_tiff(bytes, file);
        break;
    case FileFormat::nsidc_bin:
    case FileFormat::unknown:
        break;
    }
}

} // namespace fairlead::io
