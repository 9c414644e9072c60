// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The bar under the chart: play, step, and where in time everything is.

#include "gui/panels/timeline_bar.hpp"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;

namespace fairlead::gui {

class TimelinePanel : public QWidget {
    Q_OBJECT

  public:
    explicit TimelinePanel(VoyageSession& session, QWidget* parent = nullptr);

    [[nodiscard]] TimelineBar& bar() noexcept { return *bar_; }
    [[nodiscard]] bool isPlaying() const noexcept { return timer_.isActive(); }
    /// `2030-08-12 03:44 UTC (T+51.7 h)`.
    [[nodiscard]] QString timeText() const;

  public Q_SLOTS:
    void togglePlay();
    void stepOn();   ///< an hour
    void stepBack(); ///< an hour
    void dayOn();
    void dayBack();
    void toStart();
    void toEnd();

  private:
    void play();
    void move(Duration by);
    void updateText();

    VoyageSession& session_;
    TimelineBar* bar_;
    QLabel* time_;
    QComboBox* speed_;
    QAction* play_;
    QTimer timer_;
    QElapsedTimer since_frame_;
    double left_over_s_ = 0.0; ///< less than a second that no frame has shown yet
};

} // namespace fairlead::gui
