// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/map_labels.hpp"

#include "gui/chart/gui_application.hpp"
#include "gui/chart/label_placer.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/zone_painter.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double route_room_px = 7.0;
constexpr double place_room_px = 8.0;
/// Marks nearer than this are one place: a waypoint there needs no label of its own, for that of
/// the place says when, and a port is the port of call.
constexpr double same_place_px = 14.0;
constexpr double dated_apart_px = 95.0;    ///< between labels with a date
constexpr double numbered_apart_px = 20.0; ///< between waypoints with a label
constexpr double marked_apart_px = 10.0;   ///< between marks, so that the line's colour is seen
/// Bare numbers and names of ports stand close to their mark or not at all.
constexpr double close_px = 8.0;
constexpr double note_ring_px = 6.0;
constexpr double note_gap_px = 5.0; ///< between ring or place mark and signs
constexpr std::size_t notes_in_row = 4;

double apart(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

bool is_near_any(QPointF point, const std::vector<QPointF>& others, double px) {
    return std::any_of(others.begin(), others.end(),
                       [&](QPointF other) { return apart(point, other) < px; });
}

std::optional<QPointF> visible_pixel(const Viewport& view, const geo::Position& place) {
    const auto pixel = view.pixel_of(place);
    return pixel && view.contains(*pixel) ? std::optional(QPointF(pixel->x, pixel->y))
                                          : std::nullopt;
}

/// Of all but other ports.
std::vector<QPointF> voyage_places(const Scene& scene, const Viewport& view) {
    std::vector<QPointF> pixels;
    for (const PlaceMark& place : scene.places) {
        const auto pixel = visible_pixel(view, place.position);
        if (pixel && place.kind != PlaceKind::port) {
            pixels.push_back(*pixel);
        }
    }
    return pixels;
}

QSizeF size_of(const MapLabel& label) {
    const double px = font_px(label.kind);
    const QFontMetricsF strong(chart_font(px, Weight::bold));
    const bool below = has_two_lines(label.kind);
    const QFontMetricsF rest(chart_font(below ? second_line_font_px : px));
    const double strong_width = strong.horizontalAdvance(label.strong);
    const double rest_width = rest.horizontalAdvance(label.rest);
    const double height = strong.ascent() + strong.descent();
    if (below) {
        const double rest_height = label.rest.isEmpty() ? 0.0 : rest.ascent() + rest.descent();
        return {std::max(strong_width, rest_width) + 2.0 * plate_pad_px, height + rest_height};
    }
    const double gap = label.strong.isEmpty() || label.rest.isEmpty() ? 0.0 : 0.4 * px;
    const double pad = label.kind == MapLabel::Kind::waypoint ? 2.0 * plate_pad_px : 0.0;
    return {strong_width + gap + rest_width + pad, height};
}

class Layout {
  public:
    Layout(const Scene& scene, const Viewport& view)
        : scene_(scene), view_(view), voyage_places_(voyage_places(scene, view)),
          placer_(QRectF(0, 0, view.size().width, view.size().height).adjusted(4, 4, -4, -4)) {}

    MapLabels make(std::span<const RouteRun> runs, std::size_t note_count) {
        for (const RouteRun& run : runs) {
            placer_.occupy(run.pixels, route_room_px);
        }
        for (const QPointF place : voyage_places_) {
            const double side = 2.0 * place_room_px;
            placer_.occupy(
                QRectF(place.x() - place_room_px, place.y() - place_room_px, side, side));
        }
        place_instruments();
        name_places(true);
        name_places(false);
        place_notes(note_count);
        name_zones();
        for (const RouteLayer& layer : scene_.routes) {
            if (layer.show_waypoints) {
                label_waypoints(layer.route);
            }
        }
        name_ports();
        return std::move(made_);
    }

  private:
    [[nodiscard]] std::optional<QPointF> visible_pixel(const geo::Position& place) const {
        return chart::visible_pixel(view_, place);
    }

    /// Banner and scale bar, in corners that are free of the route.
    void place_instruments() {
        if (!scene_.banner.empty()) {
            const QFontMetricsF metrics(chart_font(banner_font_px, Weight::bold));
            const QString text = QString::fromStdString(scene_.banner);
            made_.banner =
                free_corner(QSizeF(metrics.horizontalAdvance(text) + 24, metrics.height() + 12));
        }
        made_.scale_bar = free_corner(scale_bar_room);
    }

    QRectF free_corner(QSizeF size) {
        constexpr double inset = 14.0;
        constexpr double room = 6.0;
        const double right = view_.size().width - inset - size.width();
        const double bottom = view_.size().height - inset - size.height();
        const double middle = 0.5 * (inset + right);
        const std::array<QPointF, 6> corners{{{inset, inset},
                                              {inset, bottom},
                                              {right, bottom},
                                              {right, inset},
                                              {middle, bottom},
                                              {middle, inset}}};
        const auto free = std::find_if(corners.begin(), corners.end(), [&](QPointF corner) {
            return placer_.is_free(QRectF(corner, size).adjusted(-room, -room, room, room));
        });
        const QRectF box(free == corners.end() ? corners.front() : *free, size);
        placer_.occupy(box.adjusted(-room, -room, room, room));
        return box;
    }

    /// @return whether there was room.
    bool add(MapLabel label, double gap_px, double most_px) {
        label.box = placer_.place_beside(label.mark, size_of(label), gap_px, most_px);
        if (label.box.isEmpty()) {
            return false;
        }
        made_.labels.push_back(std::move(label));
        return true;
    }

    void name_places(bool ends) {
        constexpr double gap = 12.0;
        constexpr double most = 30.0;
        for (const PlaceMark& place : scene_.places) {
            const auto pixel = visible_pixel(place.position);
            const bool is_end =
                place.kind == PlaceKind::start || place.kind == PlaceKind::destination;
            if (!pixel || place.kind == PlaceKind::port || is_end != ends) {
                continue;
            }
            MapLabel label{MapLabel::Kind::place, QString::fromStdString(place.name),
                           QString::fromStdString(place.detail), QRectF(), *pixel};
            if (ends) {
                label.box = placer_.place_in_any_case(*pixel, size_of(label), gap);
                made_.labels.push_back(std::move(label));
            } else if (!add(label, gap, most)) {
                label.rest.clear(); // the name alone may still find room
                add(std::move(label), gap, most);
            }
        }
    }

    void place_notes(std::size_t note_count) {
        std::vector<NoteGroup> groups;
        for (std::size_t i = 0; i < std::min(note_count, scene_.notes.size()); ++i) {
            const NoteMark& note = scene_.notes[i];
            const auto pixel = note.position ? visible_pixel(*note.position) : std::nullopt;
            if (!pixel) {
                continue;
            }
            const auto place =
                std::find_if(voyage_places_.begin(), voyage_places_.end(),
                             [&](QPointF other) { return apart(*pixel, other) < same_place_px; });
            const bool at_place = place != voyage_places_.end();
            const QPointF where = at_place ? *place : *pixel;
            auto group = std::find_if(groups.begin(), groups.end(), [&](const NoteGroup& other) {
                return apart(where, other.place) < same_place_px;
            });
            if (group == groups.end()) {
                groups.push_back({where, at_place ? 0.0 : note_ring_px, {}, {}, {}});
                group = groups.end() - 1;
            }
            group->worst = std::max(group->worst, note.severity);
            group->signs.push_back({i, {}});
        }
        for (NoteGroup& group : groups) {
            constexpr double side = 2.0 * note_radius_px + 3.0;
            const std::size_t count = group.signs.size();
            const std::size_t columns = std::min(count, notes_in_row);
            const std::size_t rows = (count + notes_in_row - 1) / notes_in_row;
            const QSizeF size(side * static_cast<double>(columns),
                              side * static_cast<double>(rows));
            const double mark = std::max(group.ring_px, place_room_px);
            group.box = placer_.place_in_any_case(group.place, size, mark + note_gap_px - 1.0);
            for (std::size_t k = 0; k < count; ++k) {
                const std::size_t column = k % notes_in_row;
                const std::size_t row = k / notes_in_row;
                group.signs[k].centre =
                    group.box.topLeft() + QPointF((static_cast<double>(column) + 0.5) * side,
                                                  (static_cast<double>(row) + 0.5) * side);
            }
        }
        made_.notes = std::move(groups);
    }

    struct Shown {
        QPointF pixel;
        std::size_t index; ///< of the waypoint
        double turn_deg;   ///< alteration of course on the screen
    };

    [[nodiscard]] std::vector<Shown> shown_waypoints(const route::Route& route) const {
        std::vector<Shown> shown;
        for (std::size_t i = 0; i < route.waypoints.size(); ++i) {
            if (const auto pixel = visible_pixel(route.waypoints[i].position)) {
                shown.push_back({*pixel, i, 0.0});
            }
        }
        for (std::size_t k = 1; k + 1 < shown.size(); ++k) {
            const QPointF in = shown[k].pixel - shown[k - 1].pixel;
            const QPointF out = shown[k + 1].pixel - shown[k].pixel;
            const double turn = std::atan2(out.y(), out.x()) - std::atan2(in.y(), in.x());
            shown[k].turn_deg =
                std::abs(std::remainder(turn, 2.0 * std::numbers::pi)) * 180.0 / std::numbers::pi;
        }
        return shown;
    }

    /// Dates stand at even distances; then numbers where there is room, greater alterations of
    /// course first. The places of the voyage speak for the waypoints in them.
    void label_waypoints(const route::Route& route) {
        constexpr double gap = 9.0;
        std::vector<Shown> shown = shown_waypoints(route);
        std::vector<QPointF> dated;
        std::vector<QPointF> labelled = voyage_places_;
        const auto label = [&](const Shown& waypoint, bool with_date) {
            const auto& [pixel, index, turn] = waypoint;
            if (is_near_any(pixel, labelled, numbered_apart_px) ||
                (with_date && is_near_any(pixel, dated, dated_apart_px))) {
                return;
            }
            MapLabel text{MapLabel::Kind::waypoint, QString::number(index + 1), QString(), QRectF(),
                          pixel};
            if (with_date) {
                const Instant when = index == 0                   ? route.departure
                                     : index <= route.legs.size() ? route.legs[index - 1].arrival
                                                                  : route.arrival;
                text.rest = QString::fromStdString(format_instant_short(when));
            }
            if (add(std::move(text), gap, with_date ? 30.0 : close_px)) {
                labelled.push_back(pixel);
                made_.waypoints.push_back(pixel);
                if (with_date) {
                    dated.push_back(pixel);
                }
            }
        };
        if (!route.legs.empty()) { // else it is not known when the ship is there
            for (const Shown& waypoint : shown) {
                label(waypoint, true);
            }
        }
        std::stable_sort(shown.begin(), shown.end(),
                         [](const Shown& a, const Shown& b) { return a.turn_deg > b.turn_deg; });
        for (const Shown& waypoint : shown) {
            label(waypoint, false);
        }
        for (const Shown& waypoint : shown) {
            if (!is_near_any(waypoint.pixel, made_.waypoints, marked_apart_px)) {
                made_.waypoints.push_back(waypoint.pixel);
            }
        }
    }

    void name_zones() {
        for (const ZoneMark& zone : scene_.zones) {
            QStringList rest;
            if (zone.speed_limit) {
                rest << QCoreApplication::translate("Chart", "at most %1 kn")
                            .arg(zone.speed_limit->in_knots(), 0, 'g', 3);
            }
            if (!zone.when.empty()) {
                rest << QString::fromStdString(zone.when);
            }
            if (zone.name.empty() && rest.isEmpty()) {
                continue;
            }
            // The middle of the zone is no mark: the name stands over it where it can.
            QRectF extent;
            for (const QPolygonF& ring : zone_rings(zone, view_)) {
                extent = extent.united(ring.boundingRect());
            }
            const QPointF middle = extent.center();
            MapLabel label{MapLabel::Kind::zone, QString::fromStdString(zone.name),
                           rest.join(QStringLiteral(", ")), QRectF(), middle};
            const QSizeF size = size_of(label);
            const QRectF over(middle - QPointF(0.5 * size.width(), 0.5 * size.height()), size);
            if (placer_.is_free(over)) {
                placer_.occupy(over);
                label.box = over;
                made_.labels.push_back(std::move(label));
            } else {
                add(std::move(label), 0.0, close_px);
            }
        }
    }

    /// Ports that find room for mark and name; those of the voyage have theirs already.
    void name_ports() {
        constexpr double gap = 5.0;
        constexpr double half = 4.0;
        for (const PlaceMark& port : scene_.places) {
            const auto pixel = visible_pixel(port.position);
            if (!pixel || port.kind != PlaceKind::port || is_place_of_voyage(port, *pixel)) {
                continue;
            }
            const QRectF mark(pixel->x() - half, pixel->y() - half, 2.0 * half, 2.0 * half);
            if (placer_.is_free(mark) && add({MapLabel::Kind::port, QString(),
                                              QString::fromStdString(port.name), QRectF(), *pixel},
                                             gap, close_px)) {
                placer_.occupy(mark);
            }
        }
    }

    [[nodiscard]] bool is_place_of_voyage(const PlaceMark& port, QPointF pixel) const {
        return is_near_any(pixel, voyage_places_, same_place_px) ||
               std::any_of(scene_.places.begin(), scene_.places.end(), [&](const PlaceMark& place) {
                   return place.kind != PlaceKind::port && place.name == port.name;
               });
    }

    const Scene& scene_;
    const Viewport& view_;
    std::vector<QPointF> voyage_places_;
    LabelPlacer placer_;
    MapLabels made_;
};

} // namespace

bool has_ring(const NoteMark& note, const Scene& scene, const Viewport& view) {
    const auto pixel = note.position ? visible_pixel(view, *note.position) : std::nullopt;
    return pixel && !is_near_any(*pixel, voyage_places(scene, view), same_place_px);
}

bool has_two_lines(MapLabel::Kind kind) noexcept {
    return kind == MapLabel::Kind::place || kind == MapLabel::Kind::zone;
}

double font_px(MapLabel::Kind kind) noexcept {
    return kind == MapLabel::Kind::place ? 14.0 : 11.0;
}

MapLabels lay_out_labels(const Scene& scene, const Viewport& view, std::span<const RouteRun> runs,
                         std::size_t note_count) {
    return Layout(scene, view).make(runs, note_count);
}

} // namespace fairlead::chart
