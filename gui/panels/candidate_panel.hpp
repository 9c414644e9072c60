// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Candidates of the last plan: table, trade-off, and why a route is as it is.

#include "gui/models/candidate_model.hpp"

#include <QWidget>

class QAction;
class QTableView;
class QTextBrowser;

namespace fairlead::gui {

class Notice;
class ScatterPlot;

class CandidatePanel : public QWidget {
    Q_OBJECT

  public:
    explicit CandidatePanel(VoyageSession& session, QWidget* parent = nullptr);

    [[nodiscard]] CandidateModel& model() noexcept { return *model_; }
    [[nodiscard]] QTableView& table() noexcept { return *table_; }
    [[nodiscard]] ScatterPlot& scatter() noexcept { return *scatter_; }

  public Q_SLOTS:
    /// Takes a candidate's line for the voyage's, if it has one; counted from 0.
    void choose(std::size_t candidate);
    /// Pins the row that is selected, or takes the pin out of it.
    void togglePin();

  private:
    void makeTable();
    void updateRows();
    void updateWhy();
    [[nodiscard]] std::optional<std::size_t> currentRow() const;

    VoyageSession& session_;
    CandidateModel* model_;
    QTableView* table_;
    ScatterPlot* scatter_;
    QTextBrowser* why_;
    Notice* notice_;
    QAction* choose_;
    QAction* pin_;
};

} // namespace fairlead::gui
