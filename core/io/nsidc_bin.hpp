// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// NSIDC-0051 and NSIDC-0081 version 1 daily concentrations, raw binary: a 300-byte text header,
/// then one byte per 25 km cell from the top left; 0..250 is percent times 2.5, 251 the circle
/// around the pole that the satellite does not see, 253 coast, 254 land, 255 missing.
/// Source: NSIDC, Sea Ice Concentrations from Nimbus-7 SMMR and DMSP SSM/I-SSMIS Passive Microwave
/// Data, Version 1, User Guide, tables 2 (header) and 3 (data values); grids: NSIDC Polar
/// Stereographic, Hughes 1980 ellipsoid (EPSG:3411 and 3412).

#include "core/io/raster_file.hpp"

#include <optional>
#include <string_view>

namespace fairlead::io {

/// What the header of such a file says.
struct NsidcBinHeader {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    bool north = true;
    bool near_real_time = false;
    std::string name; ///< of the file when it was made: "nt_20180601_f18_nrt_n"
    int year = 0;
    int day_of_year = 0;
};

/// Nothing if the bytes are not such a header.
/// @param bytes the first 300 of the file.
[[nodiscard]] std::optional<NsidcBinHeader> parse_nsidc_bin_header(std::string_view bytes);

/// @pre parse_nsidc_bin_header of the file's first bytes gives `header`
/// @throws Error (malformed) naming the file: wrong length, or a date that its name contradicts.
[[nodiscard]] RasterFile open_nsidc_bin(const SourceFile& file, const NsidcBinHeader& header,
                                        GridCache& grids);

} // namespace fairlead::io
