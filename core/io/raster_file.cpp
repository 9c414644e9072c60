// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_file.hpp"

#include "core/base/error.hpp"
#include "core/io/asi_hdf.hpp"
#include "core/io/cf_profile.hpp"
#include "core/io/cf_raster.hpp"
#include "core/io/file_in_hand.hpp"
#include "core/io/file_length.hpp"
#include "core/io/file_state.hpp"
#include "core/io/geotiff.hpp"
#include "core/io/grib.hpp"
#include "core/io/nsidc_bin.hpp"
#include "core/io/zip_directory.hpp"

#include <fmt/format.h>

#include <atomic>

namespace fairlead::io {
namespace {

constexpr std::size_t head_bytes = 1024;

/// What is read out of an archive passes through memory, and small archives may unpack to anything.
void expect_reasonable_member(const SourceFile& file) {
    constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20U;
    if (file.entry && byte_count(file) > most_bytes) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: unpacks to {} MiB, more than {} are read out of an archive; "
                                "unpack it first",
                                file.name, byte_count(file) >> 20U, most_bytes >> 20U));
    }
}

/// Of a season in an archive a voyage needs some days. Where no more than sizes, dates and tags are
/// taken from a member before its values, all of it is checked before the first value is used, and
/// members that are not used are not unpacked. The libraries of other formats do not survive every
/// damage, so that those are checked before they are opened.
bool is_checked_when_read(FileFormat format) {
    return format == FileFormat::nsidc_bin || format == FileFormat::tiff;
}

RasterFile open_by_format(FileFormat format, const SourceFile& file, const std::string& head,
                          const RasterOptions& options, GridCache& grids) {
    const bool is_netcdf = format == FileFormat::netcdf_classic || format == FileFormat::hdf5;
    if (!options.array.empty() && !is_netcdf && format != FileFormat::unknown) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: is no netCDF, so that no array '{}' can be named in it",
                                file.name, options.array));
    }
    switch (format) {
    case FileFormat::netcdf_classic:
    case FileFormat::hdf5:
        return open_cf(file, options, grids);
    case FileFormat::hdf4:
        return open_asi_hdf(file, grids);
    case FileFormat::grib:
        return open_grib(file, options, grids);
    case FileFormat::tiff:
        return open_geotiff(file, options, grids);
    case FileFormat::nsidc_bin:
        return open_nsidc_bin(file, *parse_nsidc_bin_header(head), grids);
    case FileFormat::unknown:
        break;
    }
    throw Error(ErrorCode::unsupported,
                fmt::format("{}: its first bytes are none of a format Fairlead reads; looked for "
                            "netCDF, HDF4, GRIB, "
                            "TIFF and NSIDC's header 00255",
                            file.name));
}

} // namespace

const std::vector<ProductInfo>& known_products() {
    static const std::vector<ProductInfo> products = [] {
        std::vector<ProductInfo> list{
            {"nsidc-0051-bin",
             "header of 300 bytes beginning 00255, length that of its NSIDC 25 km grid"},
            {"nsidc-0081-bin", "as nsidc-0051-bin, with 'nrt' in the header"},
            {"nsidc-g02135-tif",
             "GeoTIFF of 16 bits with colour table, NSIDC 25 km size, EPSG:3413 or 3976"},
            {"bremen-asi-amsr2", "HDF4 with long_name 'ASI Ice Concentration' on an NSIDC grid"},
            {"ncep-grib", "GRIB of centre US-NCEP (GFS)"},
            {"grib", "GRIB of another centre, by WMO parameter numbers"},
            {"geotiff", "any GeoTIFF of one known variable"},
        };
        for (const auto& profile : cf_profiles()) {
            list.push_back({profile.product, profile.recognised_by});
        }
        return list;
    }();
    return products;
}

bool looks_like_raster(const SourceFile& file) {
    return format_of(read_bytes(file, head_bytes)) != FileFormat::unknown;
}

RasterFile open_raster(const SourceFile& file, const RasterOptions& options, GridCache& grids) {
    const FileInHand in_hand(file.name);
    expect_reasonable_member(file);
    const auto opened = state_of(file);
    const auto head = read_bytes(file, head_bytes);
    if (head.empty()) {
        throw Error(ErrorCode::malformed, fmt::format("{}: is empty", file.name));
    }
    const auto format = format_of(head);
    const bool check_later = is_checked_when_read(format);
    if (!check_later) {
        expect_undamaged(file);
    }
    expect_whole(file, format);
    RasterFile raster;
    try {
        raster = open_by_format(format, file, head, options, grids);
    } catch (const Error& error) {
        if (check_later) {
            expect_undamaged(file); // damage is the better reason
        }
        const std::string reason = error.what();
        if (reason.find(file.file_name()) != std::string::npos) {
            throw;
        }
        // From a part that does not know whose CRS or time it was asked about.
        throw Error(error.code(), fmt::format("{}: {}", file.name, reason));
    }
    if (!options.product.empty() && options.product != raster.product) {
        throw Error(ErrorCode::unsupported, fmt::format("{}: is {}, not {} as asked for", file.name,
                                                        raster.product, options.product));
    }
    for (auto& variable : raster.variables) {
        variable.read = [file, opened, read = std::move(variable.read),
                         unchecked =
                             std::make_shared<std::atomic<bool>>(check_later)](std::size_t index) {
            const FileInHand reading(file.name);
            expect_unchanged(file, opened);
            if (*unchecked) {
                expect_undamaged(file);
                *unchecked = false;
            }
            auto slice = read(index);
            expect_unchanged(file, opened); // nor while it was read
            return slice;
        };
    }
    return raster;
}

} // namespace fairlead::io
