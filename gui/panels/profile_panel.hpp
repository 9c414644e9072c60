// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Lanes along the route, one above the other: ice, thickness, RIO with its limits, speed, fuel,
/// depth. The pinned candidate lies behind, broken. Pointing moves the cursor.

#include "gui/models/profile.hpp"
#include "gui/session/voyage_session.hpp"

#include <QSharedPointer>
#include <QWidget>

#include <map>

class QComboBox;
class QCPAxisRect;
class QCPAxisTicker;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;
class QLabel;
class QMenu;

namespace fairlead::gui {

class ProfilePanel : public QWidget {
    Q_OBJECT

  public:
    static constexpr std::size_t most_points = 1000;

    explicit ProfilePanel(VoyageSession& session, QWidget* parent = nullptr);

    void setAlong(Along along);
    void setLaneShown(Lane lane, bool is_shown);
    [[nodiscard]] QCustomPlot& plot() noexcept { return *plot_; }
    /// What stands beside the cursor in a lane: "RIO −4.0".
    [[nodiscard]] QString readOff(Lane lane) const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Drawn {
        QCPAxisRect* rect = nullptr;
        QCPItemStraightLine* cursor = nullptr;
        QCPItemText* text = nullptr;
        Curve curve;
    };

    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] Along along() const;
    void rebuild();
    void addLane(Lane lane, int row);
    void addCurve(QCPAxisRect& rect, Lane lane, const route::Route& shown, bool is_pinned);
    /// The colour in which the line's candidate is shown everywhere; that of text for a line of the
    /// planner's own.
    [[nodiscard]] QColor lineInk() const;
    void nameLines();
    void addLimits(QCPAxisRect& rect, Lane lane);
    void fitLane(QCPAxisRect& rect, Lane lane);
    void moveCursor();
    void pointAt(double pixel);
    [[nodiscard]] const route::Route* route() const;
    [[nodiscard]] const route::Route* pinnedRoute() const;
    [[nodiscard]] std::optional<double> draught() const;
    [[nodiscard]] double shownDepth() const;
    [[nodiscard]] QSharedPointer<QCPAxisTicker> depthTicker() const;

    VoyageSession& session_;
    QComboBox* along_;
    QMenu* lanes_;
    QLabel* names_; ///< which lines are shown
    QCustomPlot* plot_;
    std::map<Lane, bool> shown_;
    std::map<Lane, Drawn> drawn_;
};

} // namespace fairlead::gui
