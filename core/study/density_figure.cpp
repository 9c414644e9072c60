// SPDX-License-Identifier: Apache-2.0
#include "core/study/density_figure.hpp"

#include "core/study/density.hpp"
#include "core/study/figure_land.hpp"
#include "core/study/figure_style.hpp"
#include "core/study/map_frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace fairlead::study {
namespace {

constexpr double greatest_map_height = 760.0;
constexpr double least_width = 800.0; ///< of the legend
constexpr double least_cell_px = 4.5;
constexpr double land_tolerance_px = 0.5;
constexpr std::int32_t cells_per_stop_mark = 4;

/// Counts double or more from class to class: 1, 2, 5, 10, 20, ...
std::vector<std::uint32_t> class_floors(std::uint32_t greatest) {
    std::vector<std::uint32_t> floors;
    for (std::uint32_t power = 1; power <= greatest && power <= 1'000'000; power *= 10) {
        for (const std::uint32_t factor : {1U, 2U, 5U}) {
            if (factor * power <= greatest) {
                floors.push_back(factor * power);
            }
        }
    }
    return floors;
}

/// As the study plans, or as large as a printed map shows.
double cell_of(const Manifest& manifest, const MapFrame& frame) {
    const double planned_m = manifest.file.cell_km.value_or(12.5) * 1e3;
    return planned_m * std::max(1.0, std::ceil(least_cell_px * frame.metres_per_px() / planned_m));
}

class Map {
  public:
    Map(const RouteDensity& density, const MapFrame& frame, std::string id, Svg& svg)
        : density_(density), frame_(frame), id_(std::move(id)), svg_(svg),
          greatest_(*std::max_element(density.routes.begin(), density.routes.end())),
          floors_(class_floors(greatest_)) {}

    void draw(const FigureLand& land, const std::vector<geo::Place>& places) {
        svg_.raw(fmt::format("<defs><clipPath id=\"{}-frame\"><rect width=\"{}\" "
                             "height=\"{}\"/></clipPath></defs><g clip-path=\"url(#{}-frame)\">\n",
                             id_, short_number(frame_.width()), short_number(frame_.height()),
                             id_));
        svg_.rect(0.0, 0.0, frame_.width(), frame_.height(), "fill=\"#fbfcfd\"");
        draw_cells();
        draw_land(land);
        frame_.draw_graticule(svg_);
        draw_stops();
        draw_places(places);
        frame_.draw_scale_bar(svg_);
        svg_.raw("</g>\n");
        svg_.rect(0.5, 0.5, frame_.width() - 1.0, frame_.height() - 1.0,
                  "fill=\"none\" stroke=\"#222\"");
    }

    /// @return height of the drawing
    double draw_legend() {
        const double top = frame_.height() + 20.0;
        svg_.text(4.0, top,
                  fmt::format("Routes through a cell of {:g} km (a route counts once)",
                              density_.geometry.cell_m / 1e3),
                  "font-weight=\"bold\"");
        double x = 4.0;
        for (std::size_t i = 0; i < floors_.size(); ++i) {
            const bool is_last = i + 1 == floors_.size();
            const auto end = is_last ? floors_[i] : floors_[i + 1] - 1;
            const auto counts = is_last && greatest_ > floors_[i]
                                    ? fmt::format("{}–{}", floors_[i], greatest_)
                                : end == floors_[i] ? fmt::format("{}", end)
                                                    : fmt::format("{}–{}", floors_[i], end);
            const double width = std::max(44.0, text_width_px(counts, 9.0) + 6.0);
            svg_.rect(x, top + 7.0, width, 13.0, fmt::format("fill=\"{}\"", colour(i)));
            svg_.text(x + 0.5 * width, top + 32.0, counts,
                      "text-anchor=\"middle\" font-size=\"9\"");
            x += width + 2.0;
        }
        if (greatest_stop_ == 0) {
            return top + 40.0;
        }
        const double left = std::max(x + 30.0, 560.0);
        svg_.text(left, top, "Ships stopped", "font-weight=\"bold\"");
        double at = left + 14.0;
        std::vector<std::uint32_t> sizes{1U};
        for (const auto size : {greatest_stop_ / 4, greatest_stop_}) {
            if (size > sizes.back()) {
                sizes.push_back(size);
            }
        }
        for (const auto size : sizes) {
            draw_stop(at, top + 18.0, size);
            svg_.text(at + stop_radius(size) + 5.0, top + 22.0, fmt::format("{}", size),
                      "font-size=\"10\"");
            at += 70.0;
        }
        return top + 40.0;
    }

  private:
    std::string colour(std::size_t of_class) const {
        return ramp_colour(0.08 +
                           0.92 * static_cast<double>(of_class) /
                               static_cast<double>(std::max<std::size_t>(1, floors_.size() - 1)));
    }

    /// Runs of equal class along a row are one box.
    void draw_cells() {
        const auto& geometry = density_.geometry;
        std::vector<std::string> paths(floors_.size());
        const double side = geometry.cell_m / frame_.metres_per_px();
        const auto class_of = [&](std::int32_t column, std::int32_t row) {
            const auto count = density_.routes[geometry.index({column, row})];
            return std::upper_bound(floors_.begin(), floors_.end(), count) - floors_.begin() - 1;
        };
        for (std::int32_t row = 0; row < geometry.rows; ++row) {
            for (std::int32_t column = 0; column < geometry.columns;) {
                const auto own = class_of(column, row);
                auto end = column + 1;
                while (end < geometry.columns && class_of(end, row) == own) {
                    ++end;
                }
                if (own >= 0) {
                    paths[static_cast<std::size_t>(own)] += fmt::format(
                        "M{} {}h{}v{}h-{}z",
                        short_number(frame_.x(geometry.left_m + column * geometry.cell_m)),
                        short_number(frame_.y(geometry.top_m - row * geometry.cell_m)),
                        short_number((end - column) * side), short_number(side),
                        short_number((end - column) * side));
                }
                column = end;
            }
        }
        for (std::size_t i = 0; i < paths.size(); ++i) {
            svg_.path(paths[i], fmt::format("fill=\"{}\"", colour(i)));
        }
    }

    void draw_land(const FigureLand& land) {
        std::string path;
        for (const auto& ring : land.rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                path += (i == 0 ? "M" : "L") + frame_.at(ring[i]);
            }
            path += "z";
        }
        svg_.path(path, "fill=\"#dedad2\" fill-rule=\"nonzero\" stroke=\"#8d877a\" "
                        "stroke-width=\"0.5\"");
    }

    /// Stops near each other are one mark, in the middle of them.
    void draw_stops() {
        struct Mark {
            double x_m = 0.0, y_m = 0.0;
            std::uint32_t count = 0;
        };
        std::map<std::pair<std::int32_t, std::int32_t>, Mark> marks;
        const auto& geometry = density_.geometry;
        for (std::uint32_t i = 0; i < density_.stops.size(); ++i) {
            if (const auto count = density_.stops[i]; count > 0) {
                const auto cell = geometry.cell(i);
                auto& mark =
                    marks[{cell.row / cells_per_stop_mark, cell.column / cells_per_stop_mark}];
                mark.x_m += count * geometry.centre(i).x_m;
                mark.y_m += count * geometry.centre(i).y_m;
                mark.count += count;
            }
        }
        for (const auto& [where, mark] : marks) {
            greatest_stop_ = std::max(greatest_stop_, mark.count);
        }
        for (const auto& [where, mark] : marks) {
            draw_stop(frame_.x(mark.x_m / mark.count), frame_.y(mark.y_m / mark.count), mark.count);
        }
    }

    double stop_radius(std::uint32_t count) const {
        return std::max(2.5, 12.0 * std::sqrt(static_cast<double>(count) / greatest_stop_));
    }
    void draw_stop(double x, double y, std::uint32_t count) {
        const double radius = stop_radius(count);
        svg_.circle(x, y, radius,
                    "fill=\"#d55e00\" fill-opacity=\"0.35\" stroke=\"#a34700\" "
                    "stroke-width=\"1.2\"");
        const double arm = radius * 0.7;
        svg_.path(fmt::format("M{} {}l{} {}m0 -{}l-{} {}", short_number(x - arm),
                              short_number(y - arm), short_number(2.0 * arm),
                              short_number(2.0 * arm), short_number(2.0 * arm),
                              short_number(2.0 * arm), short_number(2.0 * arm)),
                  "fill=\"none\" stroke=\"#a34700\" stroke-width=\"1\"");
    }

    /// Beside their mark, on the side that has room.
    void draw_places(const std::vector<geo::Place>& places) {
        struct Box {
            double left, top, right, bottom;
            const char* anchor;
            double at; ///< x of the text
        };
        std::vector<Box> taken;
        const auto is_free = [&](const Box& box) {
            return box.left >= 6.0 && box.right <= frame_.width() - 6.0 && box.top >= 2.0 &&
                   box.bottom <= frame_.height() - 2.0 &&
                   std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
                       return box.left < other.right && other.left < box.right &&
                              box.top < other.bottom && other.top < box.bottom;
                   });
        };
        for (const auto& place : places) {
            const auto point = frame_.plane().forward(place.position);
            if (!point || !frame_.contains(*point)) {
                continue;
            }
            const double x = frame_.x(point->x_m);
            const double y = frame_.y(point->y_m);
            svg_.circle(x, y, 3.2, "fill=\"#fff\" stroke=\"#000\" stroke-width=\"1.6\"");
            const double wide = text_width_px(place.name, 11.0);
            const std::array sides{
                Box{x + 8.0, y - 7.0, x + 8.0 + wide, y + 6.0, "start", x + 8.0},
                Box{x - 8.0 - wide, y - 7.0, x - 8.0, y + 6.0, "end", x - 8.0},
                Box{x - wide * 0.5, y - 20.0, x + wide * 0.5, y - 7.0, "middle", x},
                Box{x - wide * 0.5, y + 7.0, x + wide * 0.5, y + 20.0, "middle", x}};
            const auto side = std::find_if(sides.begin(), sides.end(), is_free);
            if (side == sides.end()) {
                continue; // its mark stays; the list of voyages names it
            }
            taken.push_back(*side);
            svg_.text(side->at, side->bottom - 3.0, place.name,
                      fmt::format("text-anchor=\"{}\" paint-order=\"stroke\" stroke=\"#fff\" "
                                  "stroke-width=\"3\" stroke-linejoin=\"round\"",
                                  side->anchor));
        }
    }

    const RouteDensity& density_;
    const MapFrame& frame_;
    std::string id_;
    Svg& svg_;
    std::uint32_t greatest_;
    std::vector<std::uint32_t> floors_;
    std::uint32_t greatest_stop_ = 0;
};

std::string table_of(const RouteDensity& density) {
    std::string csv;
    const auto plane = plane_of(density.hemisphere);
    for (std::uint32_t i = 0; i < density.routes.size(); ++i) {
        if (density.routes[i] == 0 && density.stops[i] == 0) {
            continue;
        }
        const auto centre = density.geometry.centre(i);
        if (const auto place = plane.inverse(centre)) {
            csv +=
                fmt::format("{},{:.4f},{:.4f},{:.0f},{:.0f},{},{},{}\n", plane.definition(),
                            place->latitude_deg(), place->longitude_deg(), centre.x_m, centre.y_m,
                            density.geometry.cell_m, density.routes[i], density.stops[i]);
        }
    }
    return csv;
}

} // namespace

Figure density_figure(const Manifest& manifest, const std::vector<io::RouteRecord>& records) {
    Figure figure;
    figure.title = "Where routes go";
    std::string csv = "crs,latitude,longitude,x_m,y_m,cell_m,routes,stopped\n";
    const auto places = places_of(manifest);
    for (const auto hemisphere : {Hemisphere::north, Hemisphere::south}) {
        const auto shown = extent_of(hemisphere, records, places);
        if (!shown) {
            continue;
        }
        const MapFrame frame(hemisphere, *shown, figure_width, greatest_map_height);
        const auto density = count_routes(
            records, hemisphere, grid_around(frame.extent(), 0.0, cell_of(manifest, frame)));
        const auto land =
            read_figure_land(hemisphere, frame.extent(), land_tolerance_px * frame.metres_per_px());
        const auto file = fmt::format("density-{}", name(hemisphere));
        Svg svg(figure_width, 0.0, "Route density");
        Map map(density, frame, file, svg);
        map.draw(land, places);
        svg.resize(std::max(frame.width(), least_width), map.draw_legend());
        figure.drawings.push_back({file, svg.str()});
        figure.caption +=
            fmt::format("{}{} routes of {} departures. {}; {}.", figure.caption.empty() ? "" : " ",
                        density.found, density.tried,
                        land.source.empty() ? "No coastline is installed, so there is no land"
                                            : "Land: " + land.source,
                        plane_of(hemisphere).definition());
        csv += table_of(density);
    }
    if (figure.drawings.empty()) {
        figure.html = "<p>No route, and no place of a voyage, is known.</p>\n";
    } else {
        figure.caption += " Crosses: where the ships that do not arrive are stopped, those near "
                          "each other in one.";
    }
    figure.tables.push_back({"density", std::move(csv)});
    return figure;
}

} // namespace fairlead::study
