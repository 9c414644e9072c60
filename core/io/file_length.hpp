// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which format a file is, by its first bytes, and whether it is as long as its header says. GDAL
/// and netCDF-C read the missing end of a truncated netCDF file as zeros without a word, and zero
/// is open water.
/// Sources: netCDF classic format specification (Unidata NUG, appendix B); HDF5 File Format
/// Specification 3.0, II.A (superblock); HDF4 Specification 4.2, 2.2-2.3 (data descriptors);
/// WMO-No. 306, FM 92 GRIB editions 1 and 2 (sections 0 and 8); TIFF 6.0, section 2.

#include "core/io/source_files.hpp"

#include <string_view>

namespace fairlead::io {

enum class FileFormat { netcdf_classic, hdf5, hdf4, grib, tiff, nsidc_bin, unknown };

/// @param head the first 1024 bytes, or fewer if the file is shorter.
[[nodiscard]] FileFormat format_of(std::string_view head);
/// "netCDF classic", "GRIB" ... for messages.
[[nodiscard]] std::string_view name(FileFormat format) noexcept;

/// @throws Error (malformed) naming the file, its length and the length its header asks for.
void expect_whole(const SourceFile& file, FileFormat format);

} // namespace fairlead::io
