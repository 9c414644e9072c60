// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Compares departures of the open voyage, and takes one. Stays beside the chart.

#include "gui/models/departure_model.hpp"
#include "gui/session/departure_sweep.hpp"
#include "gui/session/voyage_session.hpp"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace fairlead::gui {

class DepartureDialog : public QDialog {
    Q_OBJECT

  public:
    /// @param session outlives this.
    explicit DepartureDialog(VoyageSession& session, QWidget* parent = nullptr);

    [[nodiscard]] DepartureSweep& sweep() noexcept { return sweep_; }
    [[nodiscard]] DepartureModel& model() noexcept { return model_; }
    /// Begins with what is chosen, or stops.
    void startOrStop();
    void selectRow(int row);
    /// The selected departure becomes the voyage's: a step of undo.
    void takeSelected();

  Q_SIGNALS:
    void planWanted();

  private:
    [[nodiscard]] std::optional<Instant> selectedDeparture() const;
    void update();

    VoyageSession& session_;
    DepartureSweep sweep_;
    DepartureModel model_;
    QSpinBox* days_;
    QComboBox* step_;
    QComboBox* objective_;
    QPushButton* start_;
    QLabel* state_;
    QTableView* table_;
    QPushButton* take_;
};

} // namespace fairlead::gui
