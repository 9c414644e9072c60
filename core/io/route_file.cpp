// SPDX-License-Identifier: Apache-2.0
#include "core/io/route_file.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/io/csv_route.hpp"
#include "core/io/geojson.hpp"
#include "core/io/gpx.hpp"
#include "core/io/kml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace fairlead::io {
namespace {

using RouteReader = std::vector<RouteDocument> (*)(std::string_view, const std::string&);
using RouteWriter = std::string (*)(const RouteDocument&);

std::vector<RouteDocument> parse_csv_file(std::string_view text, const std::string& name) {
    return {parse_csv_route(text, name)};
}

struct Format {
    std::string_view suffix;
    RouteReader read; ///< null: written only
    RouteWriter write;
};

constexpr std::array formats{
    Format{".geojson", parse_geojson, geojson_text}, Format{".json", parse_geojson, geojson_text},
    Format{".gpx", parse_gpx, gpx_text}, Format{".csv", parse_csv_file, csv_text},
    Format{".kml", nullptr, kml_text}};

const Format& format_of(const std::filesystem::path& file, std::string_view beside = "") {
    const auto suffix = to_lower(file.extension().string());
    const auto* const found =
        std::find_if(formats.begin(), formats.end(),
                     [&](const Format& format) { return format.suffix == suffix; });
    if (found != formats.end()) {
        return *found;
    }
    if (suffix == ".rtz" || suffix == ".gpkg") {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: {} route files are not supported yet", file.string(), suffix));
    }
    throw Error(
        ErrorCode::unsupported,
        fmt::format("{}: '{}' is no route format; routes are .geojson, .gpx, .csv or .kml{}",
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

} // namespace

void expect_writable_route_format(const std::filesystem::path& file, std::string_view beside) {
    static_cast<void>(format_of(file, beside));
}

std::vector<RouteDocument> read_route_file(const std::filesystem::path& file) {
    const auto& format = format_of(file);
    if (format.read == nullptr) {
        throw Error(ErrorCode::unsupported, fmt::format("{}: {} files are written, not read",
                                                        file.string(), format.suffix));
    }
    const auto text = read_text_file(file);
    // It would end each sentence that repeats what stands around it.
    if (const auto nul = text.find('\0'); nul != std::string::npos) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is no text: byte {} is 0", file.string(), nul));
    }
    auto routes = format.read(text, file.string());
    for (auto& route : routes) {
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

std::string route_file_text(const std::filesystem::path& file, const RouteDocument& document) {
    return format_of(file).write(document);
}

void write_route_file(const std::filesystem::path& file, const RouteDocument& document) {
    write_file_atomically(file, route_file_text(file, document));
}

} // namespace fairlead::io
