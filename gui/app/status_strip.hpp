// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The lowest line of the window: where the pointer is and what is there, how far from the selected
/// waypoint, what is being worked on, with a way to stop it.

#include "gui/session/background.hpp"
#include "gui/session/voyage_session.hpp"

#include <QElapsedTimer>
#include <QStatusBar>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace fairlead::gui {

class StatusStrip : public QStatusBar {
    Q_OBJECT

  public:
    explicit StatusStrip(VoyageSession& session, QWidget* parent = nullptr);

    /// Where the pointer is; nothing: off the chart. Values follow as soon as they are known.
    void setPointer(const std::optional<geo::Position>& place);
    /// What range and bearing are measured from; nothing: no waypoint is selected.
    void setOrigin(const std::optional<VoyagePoint>& origin);
    void setSaved(const QString& words);
    void setHint(const QString& words);

    [[nodiscard]] QString valuesText() const;

  Q_SIGNALS:
    void cancelRequested();

  private:
    void updatePlace();
    void lookUp();
    void showProgress(double fraction, const QString& what);
    void endProgress();

    VoyageSession& session_;
    std::optional<geo::Position> place_;
    std::optional<VoyagePoint> origin_;
    QLabel* hint_;
    QLabel* position_;
    QLabel* values_;
    QLabel* range_;
    QLabel* saved_;
    QProgressBar* bar_;
    QElapsedTimer since_start_;
    QToolButton* cancel_;
    Background probe_;
};

} // namespace fairlead::gui
