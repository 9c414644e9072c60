// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the pointer does on the chart. A tool is a small state machine that sees the view through
/// an adapter, so that it can be tested without one.

#include "gui/view/chart_edits.hpp"
#include "gui/view/live_overlay.hpp"

#include <QPainter>
#include <QPointF>
#include <QString>

namespace fairlead::gui {

/// What a tool may see and do of the view it works on.
class ToolHost {
  public:
    virtual ~ToolHost() = default;
    [[nodiscard]] virtual const chart::Viewport& view() const = 0;
    [[nodiscard]] virtual const ChartContent& content() const = 0;
    [[nodiscard]] virtual const ChartMarks& marks() const = 0;
    [[nodiscard]] virtual const LiveOverlay& overlay() const = 0;
    [[nodiscard]] virtual ChartEdits* edits() const = 0; ///< null: nothing may be changed
    virtual void pan_by(QPointF pixels) = 0;
    virtual void set_pointer(Qt::CursorShape shape) = 0;
    virtual void set_highlight(const Highlight& highlight) = 0;
    virtual void repaint_overlay() = 0;
    /// What is at a place, in words, is wanted to stay on the screen.
    virtual void identify(const geo::Position& place) = 0;
    virtual void select(const WaypointRef& waypoint) = 0;
    /// Name, rule and time of a zone are wanted.
    virtual void select_zone(std::size_t zone) = 0;
    /// A sentence for the status bar; "" clears it.
    virtual void show_hint(const QString& hint) = 0;
};

struct PointerEvent {
    QPointF pixel;
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

class ChartTool {
  public:
    explicit ChartTool(ToolHost& host) : host_(host) {}
    virtual ~ChartTool() = default;
    ChartTool(const ChartTool&) = delete;
    ChartTool& operator=(const ChartTool&) = delete;

    virtual void press(const PointerEvent& event) = 0;
    virtual void move(const PointerEvent& event) = 0;
    virtual void release(const PointerEvent& event) = 0;
    virtual void double_click(const PointerEvent&) {}
    /// The pointer is over the chart no longer.
    virtual void leave() {}
    /// @return whether the key was for this tool.
    virtual bool key(int /*key*/, Qt::KeyboardModifiers /*modifiers*/) { return false; }
    /// Back to idle; what is half done is undone. @return whether anything was.
    virtual bool cancel() { return false; }
    /// Over everything else.
    virtual void paint(QPainter& /*painter*/, const chart::ChartStyle& /*style*/) const {}
    [[nodiscard]] virtual Qt::CursorShape pointer() const { return Qt::ArrowCursor; }
    /// The content has been replaced: what the tool refers to may be gone.
    virtual void content_changed() {}

  protected:
    [[nodiscard]] ToolHost& host() const noexcept { return host_; }

  private:
    ToolHost& host_;
};

/// A press that has moved less than this is a click.
inline constexpr double click_slack_px = 4.0;
/// How near the pointer must come to a handle, and to a line.
inline constexpr double handle_reach_px = 9.0;
inline constexpr double line_reach_px = 6.0;

[[nodiscard]] QPointF pixel_of(const ToolHost& host, geo::PlanePoint point);
/// The nearest handle of an editable route within reach.
[[nodiscard]] std::optional<WaypointRef> handle_at(const ToolHost& host, QPointF pixel);
/// The leg of an editable route within reach, named by the waypoint it arrives at.
[[nodiscard]] std::optional<WaypointRef> leg_at(const ToolHost& host, QPointF pixel);

} // namespace fairlead::gui
