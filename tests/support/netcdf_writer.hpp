// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Small netCDF classic files (CDF-1), byte by byte from Unidata's format specification, so that
/// readers are not tested with files of the library they read with.

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fairlead::test {

enum class NcType : std::uint32_t {
    byte = 1,
    character = 2,
    int16 = 3,
    int32 = 4,
    float32 = 5,
    float64 = 6
};

struct NcAttribute {
    std::string name;
    NcType type = NcType::character;
    std::string text;
    std::vector<double> numbers;
};

inline NcAttribute nc_text(std::string name, std::string text) {
    return {std::move(name), NcType::character, std::move(text), {}};
}
inline NcAttribute nc_numbers(std::string name, NcType type, std::vector<double> numbers) {
    return {std::move(name), type, "", std::move(numbers)};
}

struct NcVariable {
    std::string name;
    NcType type = NcType::float32;
    std::vector<std::uint32_t> dimensions; ///< indices
    std::vector<NcAttribute> attributes;
    std::vector<double> values; ///< packed
};

struct NcFile {
    std::vector<std::pair<std::string, std::uint32_t>> dimensions;
    std::vector<NcAttribute> attributes;
    std::vector<NcVariable> variables;

    [[nodiscard]] std::string bytes() const {
        std::size_t header_bytes = 0;
        std::string header;
        for (int pass = 0; pass < 2; ++pass) { // the first tells how long the header is
            header = make_header(static_cast<std::uint32_t>(header_bytes));
            header_bytes = header.size();
        }
        for (const auto& variable : variables) {
            std::string data;
            for (const double value : variable.values) {
                put_value(data, variable.type, value);
            }
            header += padded(data);
        }
        return header;
    }

  private:
    static void put(std::string& out, std::uint64_t number, unsigned bytes) {
        for (unsigned i = bytes; i > 0; --i) {
            out.push_back(static_cast<char>(number >> (8 * (i - 1)) & 0xFFU));
        }
    }
    static void put_value(std::string& out, NcType type, double value) {
        if (type == NcType::float32) {
            const auto narrow = static_cast<float>(value);
            std::uint32_t bits = 0;
            std::memcpy(&bits, &narrow, sizeof bits);
            put(out, bits, 4);
        } else if (type == NcType::float64) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, &value, sizeof bits);
            put(out, bits, 8);
        } else {
            const unsigned bytes = type == NcType::int32 ? 4 : type == NcType::int16 ? 2 : 1;
            put(out, static_cast<std::uint64_t>(static_cast<std::int64_t>(value)), bytes);
        }
    }
    static std::string padded(std::string data) {
        data.resize((data.size() + 3) / 4 * 4, '\0');
        return data;
    }
    static void put_name(std::string& out, const std::string& name) {
        put(out, name.size(), 4);
        out += padded(name);
    }
    static void put_attributes(std::string& out, const std::vector<NcAttribute>& list) {
        put(out, list.empty() ? 0 : 12, 4);
        put(out, list.size(), 4);
        for (const auto& attribute : list) {
            put_name(out, attribute.name);
            put(out, static_cast<std::uint32_t>(attribute.type), 4);
            std::string data = attribute.text;
            for (const double number : attribute.numbers) {
                put_value(data, attribute.type, number);
            }
            put(out, attribute.numbers.empty() ? attribute.text.size() : attribute.numbers.size(),
                4);
            out += padded(data);
        }
    }
    [[nodiscard]] std::string make_header(std::uint32_t data_begin) const {
        std::string out("CDF\x01", 4);
        put(out, 0, 4); // no records
        put(out, 10, 4);
        put(out, dimensions.size(), 4);
        for (const auto& [name, length] : dimensions) {
            put_name(out, name);
            put(out, length, 4);
        }
        put_attributes(out, attributes);
        put(out, 11, 4);
        put(out, variables.size(), 4);
        std::size_t begin = data_begin;
        for (const auto& variable : variables) {
            put_name(out, variable.name);
            put(out, variable.dimensions.size(), 4);
            for (const auto dimension : variable.dimensions) {
                put(out, dimension, 4);
            }
            put_attributes(out, variable.attributes);
            put(out, static_cast<std::uint32_t>(variable.type), 4);
            std::string data;
            for (const double value : variable.values) {
                put_value(data, variable.type, value);
            }
            put(out, padded(data).size(), 4);
            put(out, begin, 4);
            begin += padded(data).size();
        }
        return out;
    }
};

/// Two days of sea ice concentration, packed percent on 3 x 2 nodes from (80 N, 0 E).
inline NcFile small_ice_file() {
    NcFile file;
    file.dimensions = {{"time", 2}, {"lat", 2}, {"lon", 3}};
    file.attributes = {nc_text("Conventions", "CF-1.8")};
    file.variables = {
        {"time",
         NcType::float64,
         {0},
         {nc_text("units", "hours since 2018-07-01 00:00:00")},
         {6.0, 30.0}},
        {"lat", NcType::float32, {1}, {nc_text("units", "degrees_north")}, {70.0, 80.0}},
        {"lon", NcType::float32, {2}, {nc_text("units", "degrees_east")}, {0.0, 10.0, 20.0}},
        {"ci",
         NcType::int16,
         {0, 1, 2},
         {nc_text("standard_name", "sea_ice_area_fraction"), nc_text("units", "%"),
          nc_numbers("scale_factor", NcType::float64, {0.5}),
          nc_numbers("add_offset", NcType::float64, {10.0}),
          nc_numbers("_FillValue", NcType::int16, {-999.0}),
          nc_numbers("valid_max", NcType::int16, {180.0})},
         // 10 + 0.5 * packed percent; -999 is missing, 181 above valid_max
         {0, 20, 40, 60, 80, 180, -999, 181, -20, 0, 0, 0}}};
    return file;
}

} // namespace fairlead::test
