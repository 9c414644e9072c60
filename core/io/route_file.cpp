// SPDX-License-Identifier: Apache-2.0
#include "core/io/route_file.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/io/csv_route.hpp"
#include "core/io/geojson.hpp"
#include "core/io/geopackage.hpp"
#include "core/io/gpx.hpp"
#include "core/io/kml.hpp"
#include "core/io/rtz.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace fairlead::io {
namespace {

using RouteReader = std::vector<RouteDocument> (*)(std::string_view, const std::string&);

/// What a writer may need besides the document, and what it has to say.
struct Writing {
    std::string name;       ///< of the file, for errors
    std::string route_name; ///< of a route in an .rtz file
    RtzVersion rtz_version;
    std::vector<std::string> remarks;
};
using RouteWriter = std::string (*)(const RouteDocument&, Writing&);

std::vector<RouteDocument> parse_csv_file(std::string_view text, const std::string& name) {
    return {parse_csv_route(text, name)};
}

template <std::string (*write)(const RouteDocument&)>
std::string text_only(const RouteDocument& document, Writing& /*writing*/) {
    return write(document);
}

/// How far the rhumb line between two places leaves the geodesic, at the sixteenths of both.
Length rhumb_line_off(const geo::Position& from, const geo::Position& to) {
    constexpr int parts = 16;
    const geo::GeodesicLine line(from, to);
    Length farthest;
    for (int i = 1; i < parts; ++i) {
        const double share = static_cast<double>(i) / parts;
        farthest =
            std::max(farthest, geo::geodesic_distance(line.at(line.length() * share),
                                                      geo::rhumb_interpolate(from, to, share)));
    }
    return farthest;
}

/// Plotters join the waypoints of a format that knows no lines by what they are set to.
void remark_on_lines(const RouteDocument& document, Writing& writing) {
    const auto least = Length::nautical_miles(0.5);
    Length farthest;
    std::size_t leg = 0;
    for (std::size_t i = 1; i < document.points.size(); ++i) {
        if (document.points[i].line == geo::EdgeKind::geodesic) {
            const auto off =
                rhumb_line_off(document.points[i - 1].position, document.points[i].position);
            if (off > farthest) {
                farthest = off;
                leg = i;
            }
        }
    }
    if (farthest > least) {
        writing.remarks.push_back(fmt::format(
            "{}: GPX cannot say which line a leg is; a plotter that joins waypoints by rhumb lines "
            "leaves this one by up to {:.1f} nm (leg to waypoint {}): set it to great circles.",
            writing.name, farthest.in_nautical_miles(), leg + 1));
    }
}

std::string write_gpx(const RouteDocument& document, Writing& writing) {
    remark_on_lines(document, writing);
    if (const auto count = rhumb_leg_count(document); count > 0) {
        writing.remarks.push_back(
            fmt::format("{}: GPX cannot say which line a leg is; {} of {} legs are rhumb lines.",
                        writing.name, count, document.points.size() - 1));
    }
    return gpx_text(document);
}

std::string write_rtz(const RouteDocument& document, Writing& writing) {
    auto written = rtz_text(document, writing.rtz_version, writing.route_name, writing.name);
    for (const auto& remark : written.remarks) {
        writing.remarks.push_back(fmt::format("{}: {}", writing.name, remark));
    }
    return std::move(written.text);
}

std::string write_geopackage(const RouteDocument& document, Writing& writing) {
    return geopackage_bytes(document, writing.name);
}

struct Format {
    std::string_view suffix;
    RouteReader read;    ///< null: written only
    RouteWriter write;   ///< null: read only
    bool is_xml = false; ///< its reader sees to the encoding
};

constexpr std::array formats{Format{".geojson", parse_geojson, text_only<geojson_text>},
                             Format{".json", parse_geojson, text_only<geojson_text>},
                             Format{".gpx", parse_gpx, write_gpx, true},
                             Format{".csv", parse_csv_file, text_only<csv_text>},
                             Format{".kml", nullptr, text_only<kml_text>},
                             Format{".rtz", parse_rtz, write_rtz, true},
                             Format{".rtzp", parse_rtz, nullptr, true},
                             Format{".gpkg", nullptr, write_geopackage}};

const Format& format_of(const std::filesystem::path& file, std::string_view beside = "") {
    const auto suffix = to_lower(file.extension().string());
    const auto* const found =
        std::find_if(formats.begin(), formats.end(),
                     [&](const Format& format) { return format.suffix == suffix; });
    if (found != formats.end()) {
        return *found;
    }
    throw Error(
        ErrorCode::unsupported,
        fmt::format("{}: '{}' is no route format; routes are .rtz, .geojson, .gpx, .csv, .kml or "
                    ".gpkg{}",
                    file.string(), suffix, beside));
}

/// Names are for people; one that fills a screen is none.
void expect_short_name(const std::filesystem::path& file, const std::string& name) {
    constexpr std::size_t most_bytes = 1000;
    if (name.size() > most_bytes) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: the name '{}...' has {} bytes; at most {} are taken",
                                file.string(), name.substr(0, 20), name.size(), most_bytes));
    }
}

/// A ship comes to each waypoint later than to the one before, if only by less than a time shows.
void expect_rising_times(const std::filesystem::path& file, const RouteDocument& route) {
    constexpr double same_time_within_nmi = 1.0;
    std::optional<std::size_t> timed;
    for (std::size_t i = 0; i < route.points.size(); ++i) {
        const RoutePoint& point = route.points[i];
        if (!point.time) {
            continue;
        }
        if (timed) {
            const RoutePoint& last = route.points[*timed];
            const bool rises =
                *point.time > *last.time ||
                (*point.time == *last.time &&
                 geo::geodesic_distance(last.position, point.position).in_nautical_miles() <=
                     same_time_within_nmi);
            if (!rises) {
                throw Error(ErrorCode::malformed,
                            fmt::format("{}: route '{}': waypoint {} has the time {}, which is not "
                                        "after {} of waypoint {}",
                                        file.string(), route.name, i + 1,
                                        format_instant(*point.time), format_instant(*last.time),
                                        *timed + 1));
            }
        }
        timed = i;
    }
}

std::vector<RouteDocument> read_text_routes(const std::filesystem::path& file,
                                            const Format& format) {
    const auto text = read_text_file(file);
    if (format.is_xml) {
        return format.read(text, file.string());
    }
    // It would end each sentence that repeats what stands around it.
    if (const auto nul = text.find('\0'); nul != std::string::npos) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is no text: byte {} is 0", file.string(), nul));
    }
    return format.read(text, file.string());
}

} // namespace

void expect_writable_route_format(const std::filesystem::path& file, std::string_view beside) {
    const auto& format = format_of(file, beside);
    if (format.write == nullptr) {
        throw Error(ErrorCode::unsupported, fmt::format("{}: {} files are read, not written",
                                                        file.string(), format.suffix));
    }
}

std::vector<RouteDocument> read_route_file(const std::filesystem::path& file) {
    const auto& format = format_of(file);
    if (format.read == nullptr) {
        throw Error(ErrorCode::unsupported, fmt::format("{}: {} files are written, not read",
                                                        file.string(), format.suffix));
    }
    auto routes =
        format.suffix == ".rtzp" ? read_rtz_container(file) : read_text_routes(file, format);
    for (auto& route : routes) {
        if (route.rtz && format.suffix == ".rtz" && route.name != file.stem().string()) {
            route.remarks.push_back(
                fmt::format("The routeName is '{}', not the name of the file.", route.name));
        }
        if (route.name.empty()) {
            route.name = file.stem().string();
        }
        expect_short_name(file, route.name);
        for (const auto& point : route.points) {
            expect_short_name(file, point.name);
        }
        expect_rising_times(file, route);
    }
    return routes;
}

RouteFileContent route_file_content(const std::filesystem::path& file,
                                    const RouteDocument& document, RtzVersion rtz_version,
                                    const std::string& route_name) {
    expect_writable_route_format(file);
    const auto& format = format_of(file);
    const auto file_name = file.stem().string();
    Writing writing{file.string(), route_name.empty() ? file_name : route_name, rtz_version, {}};
    RouteFileContent content;
    content.bytes = format.write(document, writing);
    content.remarks = std::move(writing.remarks);
    if (document.rtz && format.write != write_rtz) {
        content.remarks.push_back(fmt::format("{}: keeps waypoints, times and lines; what else the "
                                              "RTZ file said is not in it.",
                                              file.string()));
    }
    if (format.write == write_rtz && writing.route_name != file_name) {
        content.remarks.push_back(
            fmt::format("{}: the route is called '{}'; bridges that want file and route of one "
                        "name take it as {}.rtz.",
                        file.string(), writing.route_name, writing.route_name));
    }
    return content;
}

std::vector<std::string> write_route_file(const std::filesystem::path& file,
                                          const RouteDocument& document, RtzVersion rtz_version) {
    auto content = route_file_content(file, document, rtz_version);
    write_file_atomically(file, content.bytes);
    return std::move(content.remarks);
}

} // namespace fairlead::io
