// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A netCDF file opened through GDAL's multidimensional interface, which keeps one-dimensional
/// axes, attributes and all dimensions as they are, and the attributes that the CF conventions
/// (CF-1.8) give a meaning. For the readers of io only.

#include "core/io/source_files.hpp"

#include <gdal_priv.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

class CfDataset {
  public:
    /// @throws Error (malformed) with GDAL's complaint.
    explicit CfDataset(SourceFile file);
    ~CfDataset();
    CfDataset(const CfDataset&) = delete;
    CfDataset& operator=(const CfDataset&) = delete;

    [[nodiscard]] const SourceFile& file() const noexcept { return file_; }
    [[nodiscard]] const GDALGroup& root() const noexcept { return *root_; }
    [[nodiscard]] std::vector<std::string> array_names() const;
    /// Null if there is none of that name.
    [[nodiscard]] std::shared_ptr<GDALMDArray> array(const std::string& name) const;
    /// @throws Error (malformed) if there is none.
    [[nodiscard]] std::shared_ptr<GDALMDArray> expect_array(const std::string& name) const;

    /// Part of an array as numbers, packed as in the file. @pre start and count match its rank
    /// @throws Error (malformed) naming file and array, with GDAL's complaint; (unsupported) for
    ///         an array of texts, or more than 100 million numbers at once.
    [[nodiscard]] std::vector<double> numbers(const GDALMDArray& array,
                                              const std::vector<GUInt64>& start,
                                              const std::vector<std::size_t>& count) const;
    /// The whole array, unpacked: axes, times and bounds may be packed like data.
    [[nodiscard]] std::vector<double> coordinates(const GDALMDArray& array) const;

  private:
    [[nodiscard]] std::vector<double> numbers(const GDALMDArray& array) const;

    SourceFile file_;
    std::string memory_path_; ///< of the copy of an archive's member; "" if there is none
    std::unique_ptr<GDALDataset> dataset_;
    std::shared_ptr<GDALGroup> root_;
};

/// value = scale * number in the file + offset (CF 1.8, section 8.1).
struct Packing {
    double scale = 1.0;
    double offset = 0.0;
};
/// NaN for what is stated by something else than one number.
[[nodiscard]] Packing packing_of(const GDALMDArray& array);

/// "" if there is no such attribute or it is not a text.
[[nodiscard]] std::string text_attribute(const GDALIHasAttribute& holder, const std::string& name);
/// Empty if there is no such attribute or it is not numeric.
[[nodiscard]] std::vector<double> number_attribute(const GDALIHasAttribute& holder,
                                                   const std::string& name);
/// True if the attribute's own type is a floating-point one.
[[nodiscard]] bool is_floating_attribute(const GDALIHasAttribute& holder, const std::string& name);
[[nodiscard]] std::string dimension_name(const GDALMDArray& array, std::size_t index);
/// Names of an array's dimensions, outermost first.
[[nodiscard]] std::vector<std::string> dimension_names(const GDALMDArray& array);
/// The coordinate variable of a dimension; null if it has none.
[[nodiscard]] std::shared_ptr<GDALMDArray> coordinate_of(const CfDataset& dataset,
                                                         const GDALDimension& dimension);

} // namespace fairlead::io
