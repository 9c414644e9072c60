// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_dataset.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/io/gdal_session.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <atomic>
#include <cmath>
#include <utility>

namespace fairlead::io {
namespace {

constexpr std::size_t most_numbers = 100'000'000;

/// netCDF-C reads files, not GDAL's virtual ones, unless they lie in memory.
std::string copy_to_memory(const SourceFile& file) {
    static std::atomic<unsigned> copies{0};
    auto path = fmt::format("/vsimem/fairlead-{}/{}", copies++, file.file_name());
    if (CPLCopyFile(path.c_str(), file.path.c_str()) != 0) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be read from its archive", file.name));
    }
    return path;
}

} // namespace

CfDataset::CfDataset(SourceFile file) : file_(std::move(file)) {
    const GdalSession gdal;
    if (file_.path.starts_with("/vsi")) {
        memory_path_ = copy_to_memory(file_);
    }
    const char* const drivers[] = {"netCDF", nullptr};
    const auto& path = memory_path_.empty() ? file_.path : memory_path_;
    dataset_.reset(GDALDataset::Open(path.c_str(), GDAL_OF_MULTIDIM_RASTER, drivers));
    root_ = dataset_ ? dataset_->GetRootGroup() : nullptr;
    if (!root_) {
        dataset_.reset();
        if (!memory_path_.empty()) {
            VSIUnlink(memory_path_.c_str());
        }
        const auto& complaint = gdal.complaint(); // GDAL does not always have one
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is no netCDF file that can be read{}", file_.name,
                                complaint.empty() ? "" : fmt::format(" ({})", complaint)));
    }
}

CfDataset::~CfDataset() {
    const GdalSession gdal;
    root_.reset();
    dataset_.reset();
    if (!memory_path_.empty()) {
        VSIUnlink(memory_path_.c_str());
    }
}

std::vector<std::string> CfDataset::array_names() const {
    const GdalSession gdal;
    return root_->GetMDArrayNames();
}

std::shared_ptr<GDALMDArray> CfDataset::array(const std::string& name) const {
    const GdalSession gdal;
    return root_->OpenMDArray(name);
}

std::shared_ptr<GDALMDArray> CfDataset::expect_array(const std::string& name) const {
    auto found = array(name);
    if (!found) {
        throw Error(ErrorCode::malformed, fmt::format("{}: has no array '{}'", file_.name, name));
    }
    return found;
}

std::vector<double> CfDataset::numbers(const GDALMDArray& array, const std::vector<GUInt64>& start,
                                       const std::vector<std::size_t>& count) const {
    FAIRLEAD_EXPECTS(start.size() == array.GetDimensionCount() && count.size() == start.size());
    if (array.GetDataType().GetClass() != GEDTC_NUMERIC) {
        throw Error(ErrorCode::unsupported, fmt::format("{}: array '{}' does not hold numbers",
                                                        file_.name, array.GetName()));
    }
    std::size_t total = 1;
    for (const auto part : count) {
        if (part == 0 || part > most_numbers / total) {
            throw Error(
                ErrorCode::unsupported,
                fmt::format("{}: array '{}' is empty or larger than {} million numbers; cut it to "
                            "the area wanted",
                            file_.name, array.GetName(), most_numbers / 1'000'000));
        }
        total *= part;
    }
    const GdalSession gdal;
    std::vector<double> values(total);
    const auto type = GDALExtendedDataType::Create(GDT_Float64);
    if (!array.Read(start.data(), count.data(), nullptr, nullptr, type, values.data())) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: array '{}' cannot be read ({})", file_.name, array.GetName(),
                                gdal.complaint()));
    }
    return values;
}

std::vector<double> CfDataset::numbers(const GDALMDArray& array) const {
    std::vector<std::size_t> count;
    for (const auto& dimension : array.GetDimensions()) {
        count.push_back(static_cast<std::size_t>(dimension->GetSize()));
    }
    return numbers(array, std::vector<GUInt64>(count.size(), 0), count);
}

std::vector<double> CfDataset::coordinates(const GDALMDArray& array) const {
    auto values = numbers(array);
    const GdalSession gdal;
    const auto [scale, offset] = packing_of(array);
    for (auto& value : values) {
        value = value * scale + offset;
    }
    return values;
}

Packing packing_of(const GDALMDArray& array) {
    const GdalSession gdal;
    const auto stated = [&](const char* name, double otherwise) {
        if (!array.GetAttribute(name)) {
            return otherwise;
        }
        const auto numbers = number_attribute(array, name);
        return numbers.size() == 1 ? numbers.front() : std::nan("");
    };
    return {stated("scale_factor", 1.0), stated("add_offset", 0.0)};
}

std::string text_attribute(const GDALIHasAttribute& holder, const std::string& name) {
    const GdalSession gdal;
    const auto attribute = holder.GetAttribute(name);
    if (!attribute || attribute->GetDataType().GetClass() != GEDTC_STRING) {
        return "";
    }
    const char* const text = attribute->ReadAsString();
    return text == nullptr ? "" : text;
}

std::vector<double> number_attribute(const GDALIHasAttribute& holder, const std::string& name) {
    const GdalSession gdal;
    const auto attribute = holder.GetAttribute(name);
    if (!attribute || attribute->GetDataType().GetClass() != GEDTC_NUMERIC) {
        return {};
    }
    return attribute->ReadAsDoubleArray();
}

bool is_floating_attribute(const GDALIHasAttribute& holder, const std::string& name) {
    const GdalSession gdal;
    const auto attribute = holder.GetAttribute(name);
    if (!attribute || attribute->GetDataType().GetClass() != GEDTC_NUMERIC) {
        return false;
    }
    return GDALDataTypeIsFloating(attribute->GetDataType().GetNumericDataType()) != 0;
}

std::string dimension_name(const GDALMDArray& array, std::size_t index) {
    return array.GetDimensions()[index]->GetName();
}

std::vector<std::string> dimension_names(const GDALMDArray& array) {
    std::vector<std::string> names;
    for (const auto& dimension : array.GetDimensions()) {
        names.push_back(dimension->GetName());
    }
    return names;
}

std::shared_ptr<GDALMDArray> coordinate_of(const CfDataset& dataset,
                                           const GDALDimension& dimension) {
    const GdalSession gdal;
    if (auto indexing = dimension.GetIndexingVariable()) {
        return indexing;
    }
    auto named = dataset.array(dimension.GetName());
    const bool fits = named && named->GetDimensionCount() == 1 &&
                      named->GetDimensions()[0]->GetName() == dimension.GetName();
    return fits ? named : nullptr;
}

} // namespace fairlead::io
