// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The leg table with what edits it: places are added by search, rows deleted, inserted, copied
/// and pasted by keys and buttons.

#include "gui/models/leg_model.hpp"

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace fairlead::gui {

class Notice;
class PlaceSearch;

class LegPanel : public QWidget {
    Q_OBJECT

  public:
    explicit LegPanel(VoyageSession& session, QWidget* parent = nullptr);

    [[nodiscard]] LegModel& model() noexcept { return *model_; }
    [[nodiscard]] QTableView& table() noexcept { return *table_; }
    /// Selects the waypoint's row and scrolls to it.
    void selectWaypoint(PointId point);
    [[nodiscard]] std::vector<PointId> selectedWaypoints() const;

  public Q_SLOTS:
    void deleteSelected();
    void insertWaypoint();
    void copySelected();
    void paste();

  Q_SIGNALS:
    void waypointsSelected(const std::vector<fairlead::gui::PointId>& points);
    /// Double click on a row's number: the chart centres there.
    void showPlace(const fairlead::geo::Position& position);

  private:
    void makeTable();
    void makeActions();
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] std::vector<int> selectedRows() const;
    void selectRows(const std::vector<int>& rows);
    void rowsSelected();
    void updateState();
    void toggleKept();

    VoyageSession& session_;
    LegModel* model_;
    QTableView* table_;
    Notice* notice_;
    PlaceSearch* search_;
    QLabel* state_;
    QAction* insert_ = nullptr;
    QAction* delete_ = nullptr;
    QAction* copy_ = nullptr;
    QAction* paste_ = nullptr;
    QAction* keep_ = nullptr;
};

} // namespace fairlead::gui
