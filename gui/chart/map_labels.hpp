// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What is written on the map and where: labels, remarks and instruments laid out before anything
/// is painted, so that none lies on another, on the route or on a leader. What matters less gives
/// way: departure and arrival are always named; ports of call, zones, waypoints with dates, their
/// bare numbers, and other ports follow in this order, and are left out where there is no room.

#include "gui/chart/palette.hpp"
#include "gui/chart/route_painter.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace fairlead::chart {

struct MapLabel {
    enum class Kind { place, waypoint, port, zone };
    Kind kind = Kind::place;
    QString strong; ///< bold
    QString rest;   ///< under it for a place or zone, else beside it
    QRectF box;
    QPointF mark; ///< what it names
};

/// Remarks at one place: one ring, and their numbered signs in rows.
struct NoteGroup {
    QPointF place;
    double ring_px = 0.0; ///< 0: none, for a place of the voyage has its own mark (has_ring)
    rules::Severity worst = rules::Severity::info;
    struct Sign {
        std::size_t note; ///< index into Scene::notes
        QPointF centre;
    };
    std::vector<Sign> signs;
    QRectF box; ///< of all signs
};

struct MapLabels {
    std::vector<MapLabel> labels;
    std::vector<NoteGroup> notes;
    std::vector<QPointF> waypoints; ///< to be marked; of those in one spot, one
    std::optional<QRectF> banner;
    QRectF scale_bar;
};

/// @param runs of all routes, as painted.
/// @param note_count only that many notes are shown, the first ones.
/// @pre ensure_gui_application() has been called.
[[nodiscard]] MapLabels lay_out_labels(const Scene& scene, const Viewport& view,
                                       std::span<const RouteRun> runs, std::size_t note_count);

/// Whether a note, if it is shown, has a ring on this map: it is in the view, and not at a place of
/// the voyage, whose own mark its sign then stands beside.
[[nodiscard]] bool has_ring(const NoteMark& note, const Scene& scene, const Viewport& view);

/// Whether `rest` stands under `strong`.
[[nodiscard]] bool has_two_lines(MapLabel::Kind kind) noexcept;
/// Size of a label's fonts.
[[nodiscard]] double font_px(MapLabel::Kind kind) noexcept;

inline constexpr double banner_font_px = 15.0;
inline constexpr double second_line_font_px = 11.0;
inline constexpr double plate_pad_px = 3.5; ///< left and right of text on a plate

} // namespace fairlead::chart
