// SPDX-License-Identifier: Apache-2.0
#include "data/sample/product_files.hpp"

#include "core/base/error.hpp"

#include <cpl_vsi.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <memory>

namespace fairlead::sample {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view what) {
    throw Error(ErrorCode::io,
                fmt::format("{}: cannot {}: {}", file.string(), what, CPLGetLastErrorMsg()));
}

int day_of_year(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return static_cast<int>((day - std::chrono::sys_days(date.year() / 1 / 1)).count()) + 1;
}

} // namespace

std::string nsidc_bin(const std::string& name, std::chrono::sys_days day,
                      const std::vector<std::uint8_t>& cells) {
    const std::chrono::year_month_day date(day);
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned day_of_month = static_cast<unsigned>(date.day());
    const int number = day_of_year(day);

    std::string header(300, '\0');
    const auto field = [&header](std::size_t offset, std::size_t length, const std::string& text) {
        header.replace(offset, std::min(length, text.size()), text, 0, length);
    };
    // Offsets and the 5 + 1 byte fields are those of the user guide's header table.
    std::size_t offset = 0;
    for (const std::string& text :
         {std::string("00255"),        std::string("  304"), std::string("  448"),
          std::string("1.799"),        std::string("39.43"), std::string("45.00"),
          std::string("558.4"),        std::string("154.0"), std::string("234.0"),
          std::string("SYNTH"),        std::string("17 cn"), fmt::format("{:5}", number),
          std::string("-9999"),        std::string("-9999"), fmt::format("{:5}", number),
          std::string("-9999"),        std::string("-9999"), fmt::format("{:5}", year),
          fmt::format("{:5}", number), std::string("  000"), std::string("00250")}) {
        field(offset, 5, text);
        offset += 6;
    }
    field(126, 23, name.substr(0, name.rfind('.')));
    field(150, 79,
          fmt::format("ARCTIC  SYNTHETIC ICE CONCENTRATION, NOT AN OBSERVATION  DAY {:03} "
                      "{:02}/{:02}/{}",
                      number, month, day_of_month, year));
    field(230, 69, "SYNTHETIC SAMPLE BY FAIRLEAD  ICE CON Coast253Pole251Land254");
    return header + std::string(cells.begin(), cells.end());
}

void write_zip(const std::filesystem::path& archive,
               const std::vector<std::pair<std::string, std::string>>& files) {
    std::filesystem::remove(archive);
    const std::string prefix = "/vsizip/" + archive.string();
    // The archive stays open as long as one handle on it does, and is finished when it closes.
    const std::unique_ptr<VSILFILE, decltype(&VSIFCloseL)> whole(VSIFOpenL(prefix.c_str(), "wb"),
                                                                 &VSIFCloseL);
    if (whole == nullptr) {
        refuse(archive, "create");
    }
    for (const auto& [name, bytes] : files) {
        VSILFILE* file = VSIFOpenL(fmt::format("{}/{}", prefix, name).c_str(), "wb");
        if (file == nullptr) {
            refuse(archive, "add " + name);
        }
        const bool written = VSIFWriteL(bytes.data(), 1, bytes.size(), file) == bytes.size();
        if ((VSIFCloseL(file) != 0) || !written) {
            refuse(archive, "write " + name);
        }
    }
}

void CfFile::write(const std::filesystem::path& file, const Attributes& about,
                   const GridMapping& mapping, const Axes& axes,
                   const std::vector<Variable>& variables) {
    std::filesystem::remove(file);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("netCDF");
    if (driver == nullptr) {
        throw Error(ErrorCode::unsupported, "this GDAL was built without netCDF");
    }
    const char* const options[] = {"FORMAT=NC4", nullptr};
    const std::unique_ptr<GDALDataset> dataset(
        driver->CreateMultiDimensional(file.c_str(), nullptr, options));
    const std::shared_ptr<GDALGroup> root = dataset == nullptr ? nullptr : dataset->GetRootGroup();
    if (root == nullptr) {
        refuse(file, "create");
    }

    const auto text_type = GDALExtendedDataType::CreateString();
    const auto number_type = GDALExtendedDataType::Create(GDT_Float64);
    const auto packed_type = GDALExtendedDataType::Create(GDT_Int16);
    const auto say = [&](auto& owner, const std::string& name, const std::string& text) {
        const auto attribute = owner.CreateAttribute(name, {}, text_type);
        if (attribute == nullptr || !attribute->Write(text.c_str())) {
            refuse(file, "write attribute " + name);
        }
    };
    const auto put = [&](auto& owner, const std::string& name, double value,
                         const GDALExtendedDataType& type) {
        const auto attribute = owner.CreateAttribute(name, {}, type);
        if (attribute == nullptr || !attribute->Write(value)) {
            refuse(file, "write attribute " + name);
        }
    };
    const auto write_all = [&](GDALMDArray& array, const void* values,
                               const GDALExtendedDataType& type) {
        std::vector<GUInt64> start(array.GetDimensionCount(), 0);
        std::vector<std::size_t> count;
        for (const auto& dimension : array.GetDimensions()) {
            count.push_back(static_cast<std::size_t>(dimension->GetSize()));
        }
        if (!array.Write(start.data(), count.data(), nullptr, nullptr, type, values)) {
            refuse(file, "write " + array.GetName());
        }
    };

    for (const auto& [name, text] : about) {
        say(*root, name, text);
    }
    const auto axis = [&](const std::string& name, const std::string& type,
                          const std::vector<double>& values, const Attributes& words) {
        auto dimension = root->CreateDimension(name, type, "", values.size());
        const auto array = root->CreateMDArray(name, {dimension}, number_type);
        if (array == nullptr) {
            refuse(file, "create axis " + name);
        }
        for (const auto& [key, text] : words) {
            say(*array, key, text);
        }
        write_all(*array, values.data(), number_type);
        return dimension;
    };
    const double unit_m = axes.in_kilometres ? 1000.0 : 1.0;
    const std::string unit = axes.in_kilometres ? "km" : "m";
    std::vector<double> x;
    std::vector<double> y;
    x.reserve(static_cast<std::size_t>(axes.grid.columns));
    y.reserve(static_cast<std::size_t>(axes.grid.rows));
    for (std::int32_t column = 0; column < axes.grid.columns; ++column) {
        x.push_back(axes.grid.centre(geo::GridCell{column, 0}).x_m / unit_m);
    }
    for (std::int32_t row = 0; row < axes.grid.rows; ++row) {
        y.push_back(axes.grid.centre(geo::GridCell{0, row}).y_m / unit_m);
    }
    const std::string calendar = "standard";
    const auto time_axis = axis("time", GDAL_DIM_TYPE_TEMPORAL, axes.times,
                                {{"standard_name", "time"},
                                 {"units", axes.time_units},
                                 {"calendar", calendar},
                                 {"axis", "T"}});
    const auto y_axis =
        axis("y", GDAL_DIM_TYPE_HORIZONTAL_Y, y,
             {{"standard_name", "projection_y_coordinate"}, {"units", unit}, {"axis", "Y"}});
    const auto x_axis =
        axis("x", GDAL_DIM_TYPE_HORIZONTAL_X, x,
             {{"standard_name", "projection_x_coordinate"}, {"units", unit}, {"axis", "X"}});

    const auto crs = root->CreateMDArray("crs", {}, GDALExtendedDataType::Create(GDT_Int32));
    if (crs == nullptr) {
        refuse(file, "create the grid mapping");
    }
    for (const auto& [name, text] : mapping.words) {
        say(*crs, name, text);
    }
    for (const auto& [name, number] : mapping.numbers) {
        put(*crs, name, number, number_type);
    }
    if (axes.is_forecast) {
        const auto issued = root->CreateMDArray("forecast_reference_time", {}, number_type);
        if (issued == nullptr) {
            refuse(file, "create forecast_reference_time");
        }
        say(*issued, "standard_name", "forecast_reference_time");
        say(*issued, "units", axes.time_units);
        say(*issued, "calendar", calendar);
        write_all(*issued, &axes.reference_time, number_type);
    }

    const char* const packing[] = {"COMPRESS=DEFLATE", "ZLEVEL=4", nullptr};
    for (const Variable& variable : variables) {
        const auto array = root->CreateMDArray(
            variable.name, {time_axis, y_axis, x_axis}, packed_type,
            const_cast<CSLConstList>(packing)); // NOLINT(*-const-cast): GDAL only reads them
        if (array == nullptr) {
            refuse(file, "create " + variable.name);
        }
        if (!array->SetRawNoDataValue(&fill)) {
            refuse(file, "set the fill value of " + variable.name);
        }
        put(*array, "scale_factor", variable.scale, number_type);
        put(*array, "add_offset", 0.0, number_type);
        say(*array, "standard_name", variable.standard_name);
        say(*array, "long_name", variable.long_name);
        say(*array, "units", variable.units);
        say(*array, "grid_mapping", "crs");
        write_all(*array, variable.packed.data(), packed_type);
    }
}

} // namespace fairlead::sample
