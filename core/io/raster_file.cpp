// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_file.hpp"

#include "core/base/error.hpp"
#include "core/io/nsidc_bin.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::io {

const std::vector<ProductInfo>& known_products() {
    static const std::vector<ProductInfo> products{
        {"nsidc-0051-bin",
         "NSIDC-0051 daily concentration: 300-byte header 00255, size of its grid"},
        {"nsidc-0081-bin",
         "NSIDC-0081 v1 near-real-time concentration: as nsidc-0051-bin, 'nrt' in the header"},
    };
    return products;
}

bool looks_like_raster(const SourceFile& file) {
    return parse_nsidc_bin_header(read_bytes(file, 1024)).has_value();
}

RasterFile open_raster(const SourceFile& file, const RasterOptions& options, GridCache& grids) {
    const auto head = read_bytes(file, 1024);
    RasterFile raster;
    if (const auto header = parse_nsidc_bin_header(head)) {
        raster = open_nsidc_bin(file, *header, grids);
    } else {
        throw Error(ErrorCode::unsupported, fmt::format("{}: no format Fairlead reads", file.name));
    }
    if (!options.product.empty() && options.product != raster.product) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: is {}, not {} as the scenario says", file.name, raster.product,
                                options.product));
    }
    return raster;
}

} // namespace fairlead::io
