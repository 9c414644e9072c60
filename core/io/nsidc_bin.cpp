// SPDX-License-Identifier: Apache-2.0
#include "core/io/nsidc_bin.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/file_date.hpp"
#include "core/io/nsidc_grid.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace fairlead::io {
namespace {

constexpr std::size_t header_bytes = 300;

/// A header field without the null bytes and blanks that pad it.
std::string_view field(std::string_view bytes, std::size_t from, std::size_t count) {
    auto text = bytes.substr(from, count);
    text = text.substr(0, text.find('\0'));
    return trim(text);
}

std::optional<int> integer(std::string_view bytes, std::size_t from, std::size_t count) {
    const auto number = parse_number(field(bytes, from, count));
    if (!number || *number != std::floor(*number) || std::fabs(*number) > 1e6) {
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

struct Decoded {
    float value;
    env::Quality quality;
};

/// What each byte stands for.
std::array<Decoded, 256> make_codes() {
    std::array<Decoded, 256> codes{};
    for (std::size_t byte = 0; byte < codes.size(); ++byte) {
        codes[byte] = byte <= 250 ? Decoded{static_cast<float>(static_cast<double>(byte) / 250.0),
                                            env::Quality::ok}
                                  : Decoded{std::nanf(""), env::Quality::missing};
    }
    codes[251].quality = env::Quality::pole_hole;
    codes[253].quality = env::Quality::coast;
    codes[254].quality = env::Quality::land;
    return codes;
}

env::FieldSlice read_slice(const SourceFile& file, std::size_t cells) {
    static const auto codes = make_codes();
    const auto bytes = read_bytes(file, header_bytes + cells);
    if (bytes.size() != header_bytes + cells) {
        throw Error(ErrorCode::malformed, fmt::format("{}: ends after {} of {} bytes", file.name,
                                                      bytes.size(), header_bytes + cells));
    }
    env::FieldSlice slice;
    slice.value.resize(cells);
    slice.quality.resize(cells);
    for (std::size_t i = 0; i < cells; ++i) {
        const auto& code = codes[static_cast<unsigned char>(bytes[header_bytes + i])];
        slice.value[i] = code.value;
        slice.quality[i] = code.quality;
    }
    return slice;
}

} // namespace

std::optional<NsidcBinHeader> parse_nsidc_bin_header(std::string_view bytes) {
    if (bytes.size() < header_bytes || field(bytes, 0, 6) != "00255") {
        return std::nullopt;
    }
    const auto columns = integer(bytes, 6, 6);
    const auto rows = integer(bytes, 12, 6);
    const auto year = integer(bytes, 102, 6);
    const auto day = integer(bytes, 108, 6);
    if (!columns || !rows || !year || !day || *columns <= 0 || *rows <= 0 || *day < 1 ||
        *day > 366) {
        return std::nullopt;
    }
    NsidcBinHeader header;
    header.columns = static_cast<std::uint32_t>(*columns);
    header.rows = static_cast<std::uint32_t>(*rows);
    // The latitude of the grid's outer corner tells the hemisphere.
    const auto corner_latitude = parse_number(field(bytes, 24, 6));
    if (!corner_latitude) {
        return std::nullopt;
    }
    header.north = *corner_latitude > 0.0;
    header.name = std::string(field(bytes, 126, 24));
    header.near_real_time = header.name.find("nrt") != std::string::npos;
    header.year = *year < 100 ? *year + 1900 : *year;
    header.day_of_year = *day;
    return header;
}

RasterFile open_nsidc_bin(const SourceFile& file, const NsidcBinHeader& header, GridCache& grids) {
    const auto grid = nsidc_grid(header.north, header.columns, header.rows, grids);
    if (!grid) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: its header says {} x {} cells; NSIDC's 25 km grids have 304 x 448 "
                        "(north) and 316 x 332 (south)",
                        file.name, header.columns, header.rows));
    }
    const auto cells = std::size_t{header.columns} * header.rows;
    const auto size = byte_count(file);
    if (size != header_bytes + cells) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: has {} bytes; its header of {} x {} cells asks for {}",
                                file.name, size, header.columns, header.rows,
                                header_bytes + cells));
    }
    using namespace std::chrono;
    const sys_days day = sys_days{year{header.year} / January / 1} + days{header.day_of_year - 1};
    const auto named = date_in_name(file.file_name());
    if (named && floor<days>(named->time) != day) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: its name says {}, its header {}; one of them is wrong",
                                file.name, format_instant(named->time),
                                format_instant(Instant{day})));
    }
    RasterVariable variable;
    variable.variable = env::Variable::sea_ice_concentration;
    variable.name = "concentration";
    variable.unit = "percent x 2.5";
    variable.crs = header.north ? "EPSG:3411" : "EPSG:3412";
    variable.grid = grid;
    variable.slices = {daily_mean(day, file.name)};
    variable.step = Duration::hours(24.0);
    variable.read = [file, cells](std::size_t) { return read_slice(file, cells); };
    variable.corrected = {
        fmt::format("no georeference in the file: the grid of its size on {} is used",
                    variable.crs),
        "bytes divided by 250; codes 251 to 255 taken as pole hole, unused, coast, land and "
        "missing",
        "daily mean: stands for noon, valid from midnight to midnight"};
    RasterFile raster;
    raster.product = header.near_real_time ? "nsidc-0081-bin" : "nsidc-0051-bin";
    raster.format = "raw binary";
    raster.variables.push_back(std::move(variable));
    return raster;
}

} // namespace fairlead::io
