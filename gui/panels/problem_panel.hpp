// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Problems of the line, or what stands in the way of one: where, by which rule, what would help;
/// and the planner's acceptance, with a reason.

#include "gui/models/finding_model.hpp"
#include "gui/models/remedies.hpp"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QTableView;
class QTextBrowser;
class QToolButton;
class QVBoxLayout;

namespace fairlead::gui {

class ProblemPanel : public QWidget {
    Q_OBJECT

  public:
    explicit ProblemPanel(VoyageSession& session, QWidget* parent = nullptr);

    [[nodiscard]] FindingModel& model() noexcept { return *model_; }
    /// Row of the model that is selected; nothing if none is.
    [[nodiscard]] std::optional<int> selectedRow() const;
    void selectRow(int row);

  public Q_SLOTS:
    void selectNext(); ///< and shows it; from the last to the first
    void selectPrevious();
    void copyDetails();

  Q_SIGNALS:
    /// Wanted on the chart.
    void showPlace(const fairlead::geo::Position& position,
                   const std::optional<fairlead::Instant>& time);
    /// The planner has taken up a remedy: the voyage is changed, and a plan is wanted.
    void planWanted();

  private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeDetails();
    void step(int by);
    void showSelected();
    void refresh();
    void fitColumns();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void updateDetails();
    void updateRemedies();
    /// What "show" shows: of the selected finding, or where the ship comes to a stop.
    struct TimedPlace {
        std::optional<geo::Position> place;
        std::optional<Instant> time;
    };
    [[nodiscard]] TimedPlace selectedPlace() const;
    void addRemedy(const QString& text, const std::optional<RemedyAction>& action);
    void acceptSelected();

    VoyageSession& session_;
    FindingModel* model_;
    FindingFilter* filter_;
    QLabel* headline_icon_;
    QLabel* headline_;
    QTableView* table_;
    QTextBrowser* details_;
    QLineEdit* reason_;
    QToolButton* accept_;
    QToolButton* take_back_;
    QAction* show_;
    QAction* copy_;
    QAction* next_;
    QAction* previous_;
    QWidget* remedies_;
    QVBoxLayout* remedies_layout_;
};

} // namespace fairlead::gui
