// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The chart on the screen. The widget only lays the last rendered picture where it belongs and
/// paints over it what must follow at once; pictures come from a thread (RenderService).
///
/// Keys: arrows pan (with Alt by a little), + = PgUp and - PgDn zoom, Home shows the selected
/// route, Ctrl+0 everything, R lays the route from left to right, Shift+R turns north up, Escape
/// takes back what a tool has begun. The wheel zooms at the pointer, the middle button pans in
/// every tool.

#include "gui/view/chart_content.hpp"
#include "gui/view/chart_edits.hpp"
#include "gui/view/live_overlay.hpp"
#include "gui/view/render_service.hpp"
#include "gui/view/tools.hpp"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

namespace fairlead::gui {

enum class ToolKind { pan, add_waypoint, edit_route, measure, identify, draw_zone };
inline constexpr std::size_t tool_count = 6;

class ChartView : public QWidget, public ToolHost {
    Q_OBJECT

  public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;
    ChartView(const ChartView&) = delete;
    ChartView& operator=(const ChartView&) = delete;

    /// The view stays where it is, unless the plane is another one.
    void setContent(ChartContent content);
    [[nodiscard]] const ChartContent& content() const override { return *content_; }
    void setMarks(const ChartMarks& marks);
    [[nodiscard]] const ChartMarks& marks() const override { return marks_; }
    /// The hour whose sea is shown.
    void setTime(Instant time);
    [[nodiscard]] Instant time() const noexcept { return time_; }
    void setScheme(chart::Scheme scheme);
    [[nodiscard]] chart::Scheme scheme() const noexcept { return scheme_; }
    /// Who carries out what tools do; null: nothing can be changed. Must outlive the view.
    void setEdits(ChartEdits* edits) { edits_ = edits; }
    void setTool(ToolKind kind);
    [[nodiscard]] ToolKind tool() const noexcept { return tool_kind_; }
    /// Whether the view glides to where it is sent.
    void setAnimated(bool animated) { animated_ = animated; }

    /// Where the view is, or will be when it has come to rest.
    [[nodiscard]] const chart::Viewport& targetView() const noexcept { return target_; }
    [[nodiscard]] const chart::Viewport& view() const override { return view_; }
    void showView(const chart::Viewport& view);
    /// At the present scale, or at that of `metres_per_pixel`.
    void showPlace(const geo::Position& place, std::optional<double> metres_per_pixel = {});
    void showSelectedRoute();
    void showAll();
    void zoomBy(double factor);
    void turnToRoute();
    void turnNorthUp();
    /// What the tool has under the pointer, or else has selected. @return whether there was any
    bool deleteUnderPointer();

    /// Nothing moves, and what is shown is the picture of this view, hour and content.
    [[nodiscard]] bool isSettled() const;

  Q_SIGNALS:
    void viewChanged();
    void pointerMoved(fairlead::geo::Position place);
    void pointerLeft();
    /// By the identify tool.
    void identifyRequested(fairlead::geo::Position place);
    void waypointSelected(fairlead::gui::WaypointRef waypoint);
    /// By the zone tool. @param zone of the content's own ones
    void zoneSelected(std::size_t zone);
    /// @param waypoint under the pointer, if any.
    void contextMenuRequested(fairlead::geo::Position place,
                              std::optional<fairlead::gui::WaypointRef> waypoint, QPoint global);
    void toolChanged(fairlead::gui::ToolKind kind);
    /// What the pointer would do; "" for nothing worth saying.
    void hintChanged(QString hint);
    /// A newly rendered picture is on the screen.
    void pictureShown();
    void renderFailed(QString reason);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    // ToolHost
    [[nodiscard]] const LiveOverlay& overlay() const override { return *overlay_; }
    [[nodiscard]] ChartEdits* edits() const override { return edits_; }
    void pan_by(QPointF pixels) override;
    void set_pointer(Qt::CursorShape shape) override;
    void set_highlight(const Highlight& highlight) override;
    void repaint_overlay() override { update(); }
    void identify(const geo::Position& place) override;
    void select(const WaypointRef& waypoint) override;
    void select_zone(std::size_t zone) override;
    void show_hint(const QString& hint) override;

    [[nodiscard]] ChartTool& active() const {
        return *tools_[static_cast<std::size_t>(tool_kind_)];
    }
    [[nodiscard]] chart::PixelSize pixel_size() const;
    [[nodiscard]] std::vector<geo::PlanePoint> selected_line() const;
    void move_to(const chart::Viewport& view, bool glide);
    void set_view(const chart::Viewport& view);
    void fit(const std::vector<geo::PlanePoint>& points, std::optional<Angle> rotation);
    /// Whether what is shown is of another content, hour or scale, or ends too near.
    [[nodiscard]] bool needs_picture() const;
    /// As above, or its words are laid out for another view.
    [[nodiscard]] bool needs_words() const;
    void want_picture(bool at_once);
    void ask_for_picture(bool cancel_running);
    void take_picture(std::shared_ptr<const RenderedChart> chart);
    /// @return whether it has the lines of the content on it.
    [[nodiscard]] bool paint_picture(QPainter& painter) const;
    void paint_instruments(QPainter& painter) const;
    bool handle_key(int key, Qt::KeyboardModifiers modifiers);
    void name_anew();

    std::shared_ptr<const ChartContent> content_;
    ChartMarks marks_;
    std::shared_ptr<const LiveOverlay> overlay_;
    Highlight highlight_;
    Instant time_;
    chart::Scheme scheme_ = chart::Scheme::day;
    chart::ChartStyle style_;
    std::shared_ptr<const chart::Palette> route_palette_; ///< in the scheme
    ChartEdits* edits_ = nullptr;

    chart::Viewport view_;
    chart::Viewport target_;
    QVariantAnimation glide_;
    chart::Viewport glide_from_;
    QTimer rest_; ///< runs out when the view has come to rest
    bool animated_ = true;
    bool was_shown_ = false; ///< the first size decides what is seen at first

    std::array<std::unique_ptr<ChartTool>, tool_count> tools_;
    ToolKind tool_kind_ = ToolKind::pan;
    PanTool middle_pan_;

    std::shared_ptr<const RenderedChart> shown_;
    RenderService service_;
};

} // namespace fairlead::gui
