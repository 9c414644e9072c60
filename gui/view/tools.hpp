// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The tools: pan, add waypoints, edit a route, measure, identify, draw zones.

#include "gui/view/chart_tool.hpp"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace fairlead::gui {

/// Drags the chart; a click selects the waypoint under it. What the other tools do where they have
/// nothing to do.
class PanTool : public ChartTool {
  public:
    using ChartTool::ChartTool;
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool cancel() override;
    [[nodiscard]] Qt::CursorShape pointer() const override { return Qt::OpenHandCursor; }
    /// Pressed, and moved too far for a click.
    [[nodiscard]] bool is_dragging() const noexcept { return dragging_; }
    /// Pressed, and not moved too far. The second release of a double click has no press of its
    /// own.
    [[nodiscard]] bool is_clicking() const noexcept { return pressed_ && !dragging_; }

  private:
    std::optional<QPointF> pressed_;
    QPointF last_;
    bool dragging_ = false;
};

/// Each click adds a waypoint at the end; dragging pans. Alt: no snapping to ports.
class AddWaypointTool : public ChartTool {
  public:
    explicit AddWaypointTool(ToolHost& host) : ChartTool(host), pan_(host) {}
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool cancel() override { return pan_.cancel(); }
    [[nodiscard]] Qt::CursorShape pointer() const override { return Qt::CrossCursor; }
    /// The leg to come, and how long it is.
    void paint(QPainter& painter, const chart::ChartStyle& style) const override;

  private:
    [[nodiscard]] std::optional<geo::Position> last_waypoint() const;

    PanTool pan_;
    std::optional<QPointF> hover_;
};

/// Handles are dragged; a drag from a line inserts a waypoint there; Delete removes the one under
/// the pointer or else the selected one; Escape takes a drag back.
class EditRouteTool : public ChartTool {
    Q_DECLARE_TR_FUNCTIONS(EditRouteTool)

  public:
    explicit EditRouteTool(ToolHost& host) : ChartTool(host), pan_(host) {}
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void double_click(const PointerEvent& event) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void leave() override;
    bool cancel() override;
    void content_changed() override;
    [[nodiscard]] Qt::CursorShape pointer() const override { return Qt::ArrowCursor; }
    [[nodiscard]] bool is_dragging() const noexcept { return state_ == State::dragging; }

  private:
    enum class State {
        idle,
        armed_handle, ///< pressed on a handle, not moved yet
        armed_leg,    ///< pressed on a line, not moved yet
        dragging,
        panning
    };
    void hover(QPointF pixel);
    void drag_to(QPointF pixel);
    void start_drag(QPointF pixel);

    PanTool pan_;
    State state_ = State::idle;
    QPointF pressed_;
    WaypointRef target_;
    std::optional<QPointF> hover_; ///< none: the pointer is elsewhere
    std::optional<WaypointRef> hovered_;
};

/// Range and bearing between clicked places, along the geodesic and along the rhumb line. A click
/// adds a place, a double click or Enter ends the line, Escape clears it.
class MeasureTool : public ChartTool {
    Q_DECLARE_TR_FUNCTIONS(MeasureTool)

  public:
    explicit MeasureTool(ToolHost& host) : ChartTool(host), pan_(host) {}
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void double_click(const PointerEvent& event) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool cancel() override;
    void paint(QPainter& painter, const chart::ChartStyle& style) const override;
    [[nodiscard]] Qt::CursorShape pointer() const override { return Qt::CrossCursor; }

    /// The places measured, the pointer's own last while the line is open.
    [[nodiscard]] std::vector<geo::Position> places() const;

  private:
    void finish();

    PanTool pan_;
    std::vector<geo::Position> places_;
    std::optional<geo::Position> hover_;
    bool open_ = false;
};

/// A click says what is there.
class IdentifyTool : public ChartTool {
  public:
    explicit IdentifyTool(ToolHost& host) : ChartTool(host), pan_(host) {}
    void press(const PointerEvent& event) override { pan_.press(event); }
    void move(const PointerEvent& event) override { pan_.move(event); }
    void release(const PointerEvent& event) override;
    bool cancel() override { return pan_.cancel(); }
    [[nodiscard]] Qt::CursorShape pointer() const override { return Qt::WhatsThisCursor; }

  private:
    PanTool pan_;
};

/// Clicks are the corners of a new zone; a double click or Enter closes it unless its edges cross,
/// Backspace takes the last corner back, Escape leaves. Of zones that are there, corners are
/// dragged, a drag from an edge adds one, Delete removes the corner or the zone under the pointer,
/// and a click selects.
class ZoneTool : public ChartTool {
    Q_DECLARE_TR_FUNCTIONS(ZoneTool)

  public:
    explicit ZoneTool(ToolHost& host) : ChartTool(host), pan_(host) {}
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void double_click(const PointerEvent& event) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void leave() override;
    bool cancel() override;
    void paint(QPainter& painter, const chart::ChartStyle& style) const override;
    [[nodiscard]] Qt::CursorShape pointer() const override { return Qt::CrossCursor; }

    /// The corners of the zone that is being drawn.
    [[nodiscard]] const std::vector<geo::Position>& places() const noexcept { return places_; }

  private:
    enum class State { idle, armed_corner, armed_edge, dragging };
    [[nodiscard]] std::optional<ZoneCorner> corner_at(QPointF pixel) const;
    /// The edge that arrives at a corner: a new one would take its number.
    [[nodiscard]] std::optional<ZoneCorner> edge_at(QPointF pixel) const;
    [[nodiscard]] std::optional<std::size_t> zone_at(QPointF pixel) const;
    void start_drag(const geo::Position& place);
    void say_what_is_under(QPointF pixel);
    void close();
    /// Marks where the edges drawn so far cross, and says so. @return whether they do
    bool mark_crossing(bool is_closed);
    void say_next();

    PanTool pan_;
    State state_ = State::idle;
    std::optional<geo::Position> crossing_; ///< of the edges that are being drawn
    std::optional<QPointF> pressed_;
    std::optional<QPointF> hover_;
    ZoneCorner target_;
    std::vector<geo::Position> places_;
};

/// From one place to another: both kinds of line.
struct Measurement {
    Length geodesic;
    geo::Bearing initial_bearing; ///< of the geodesic
    Length rhumb;
    geo::Bearing rhumb_bearing;
};
[[nodiscard]] Measurement measure(const geo::Position& from, const geo::Position& to);

/// `652.1 nm  024.6°T`.
[[nodiscard]] QString range_and_bearing(Length range, geo::Bearing bearing);

} // namespace fairlead::gui
