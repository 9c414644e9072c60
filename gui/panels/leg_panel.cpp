// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/leg_panel.hpp"

#include "gui/models/words.hpp"
#include "gui/panels/leg_delegate.hpp"
#include "gui/panels/panel_parts.hpp"
#include "gui/widgets/icons.hpp"
#include "gui/widgets/notice.hpp"
#include "gui/widgets/place_search.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::gui {

namespace {

/// Columns are as wide as these rows need: those of the longest voyage that is planned by hand.
constexpr int rows_measured = 100;

} // namespace

LegPanel::LegPanel(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session), model_(new LegModel(session, this)),
      table_(new QTableView(this)), notice_(new Notice(this)), search_(new PlaceSearch(this)),
      state_(new QLabel(this)) {
    makeActions();
    makeTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(notice_);
    layout->addWidget(table_, 1);

    connect(model_, &LegModel::refused, this,
            [this](const QString& why) { notice_->say(rules::Severity::warning, why); });
    connect(search_, &PlaceSearch::placeChosen, this,
            [this](const QString& name, const geo::Position& position) {
                const auto rows = selectedRows();
                const int after = rows.empty() ? -1 : rows.back();
                selectRows({model_->addPlace(after, name, position)});
                search_->setFocus();
            });
    connect(search_, &PlaceSearch::left, table_, qOverload<>(&QWidget::setFocus));
    connect(&session_.document(), &VoyageDocument::changed, notice_, &QWidget::hide);
    connect(search_, &PlaceSearch::notFound, this, [this](const QString& text) {
        notice_->say(rules::Severity::warning,
                     tr("No place is called “%1”, and it is no position.").arg(text));
    });
    connect(&session_, &VoyageSession::judgementChanged, this, &LegPanel::updateState);
    connect(&session_.document(), &VoyageDocument::changed, this, &LegPanel::updateState);
    connect(&session_, &VoyageSession::surroundingsChanged, this, &LegPanel::updateState);
    updateState();
}

void LegPanel::makeTable() {
    table_->setModel(model_);
    table_->setItemDelegate(new LegDelegate(table_));
    table_->setAccessibleName(tr("Waypoints and legs"));
    dress_table(*table_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setResizeContentsPrecision(rows_measured);
    table_->addActions({insert_, delete_, copy_, paste_, keep_});
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LegPanel::rowsSelected);
    connect(model_, &QAbstractItemModel::rowsInserted, table_,
            &QTableView::resizeColumnsToContents);
    connect(&session_, &VoyageSession::judgementChanged, table_,
            &QTableView::resizeColumnsToContents);
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == LegModel::number_column) {
            Q_EMIT showPlace(
                session_.voyage().points[static_cast<std::size_t>(index.row())].position);
        }
    });
    // The leg under way is in sight, whoever moves the cursor.
    connect(model_, &LegModel::cursorRowMoved, table_, [this](int row) {
        auto* across = table_->horizontalScrollBar();
        const int columns = across->value();
        table_->scrollTo(model_->index(row, LegModel::number_column));
        across->setValue(columns);
    });
    table_->resizeColumnsToContents();
}

void LegPanel::makeActions() {
    insert_ = make_action(*this, QStringLiteral("insert-leg"), tr("Insert waypoint"),
                          QKeySequence(Qt::Key_Insert));
    insert_->setToolTip(tr("Insert a waypoint half way on the leg that follows"));
    connect(insert_, &QAction::triggered, this, &LegPanel::insertWaypoint);
    // Its key is the window's, which asks the panel with the focus: the same key on two actions
    // would do neither.
    delete_ = make_action(*this, QStringLiteral("delete"), tr("Delete waypoints"), {});
    connect(delete_, &QAction::triggered, this, &LegPanel::deleteSelected);
    copy_ = make_action(*this, QStringLiteral("copy"), tr("Copy rows"),
                        QKeySequence(QKeySequence::Copy));
    copy_->setToolTip(tr("Copy the selected rows for a spreadsheet"));
    connect(copy_, &QAction::triggered, this, &LegPanel::copySelected);
    paste_ = make_action(*this, QStringLiteral("paste"), tr("Paste rows"),
                         QKeySequence(QKeySequence::Paste));
    paste_->setToolTip(
        tr("Paste waypoints from a spreadsheet: in the place of the selected rows if "
           "they are several, else after the selected one"));
    connect(paste_, &QAction::triggered, this, &LegPanel::paste);
    keep_ = make_action(*this, QStringLiteral("waypoint-kept"), tr("Keep when planning"), {});
    keep_->setCheckable(true);
    keep_->setToolTip(
        tr("Waypoints that are kept are yours; the others are made by the plan, which "
           "makes them anew"));
    connect(keep_, &QAction::triggered, this, &LegPanel::toggleKept);
}

QWidget* LegPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4, 3, 8, 3);
    layout->setSpacing(2);
    search_->setPlaceholderText(tr("Add a place: name, UN/LOCODE or position"));
    search_->setAccessibleName(tr("Add a place"));
    search_->setMinimumWidth(120);
    layout->addWidget(search_, 1);
    for (auto* action : {insert_, delete_, copy_, paste_, keep_}) {
        layout->addWidget(make_button(*bar, *action));
    }
    layout->addStretch(1);
    state_->setMinimumWidth(1); // a narrow panel shows the beginning of it
    layout->addWidget(state_);
    return bar;
}

std::vector<int> LegPanel::selectedRows() const {
    // By ranges: selectedRows() of the model asks for each row whether all of it is selected.
    std::vector<int> rows;
    for (const auto& range : table_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

std::vector<PointId> LegPanel::selectedWaypoints() const {
    std::vector<PointId> points;
    for (const int row : selectedRows()) {
        points.push_back(model_->index(row, 0).data(LegModel::point_role).toUInt());
    }
    return points;
}

void LegPanel::selectRows(const std::vector<int>& rows) {
    QItemSelection selection;
    for (std::size_t first = 0; first < rows.size();) { // a range for each run of rows
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) {
            ++last;
        }
        selection.append(
            {model_->index(rows[first], 0), model_->index(rows[last], LegModel::column_count - 1)});
        first = last + 1;
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!rows.empty()) {
        const auto first = model_->index(rows.front(), 0);
        table_->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        table_->scrollTo(first);
    }
}

void LegPanel::selectWaypoint(PointId point) {
    if (const auto at = index_of(session_.voyage(), point)) {
        selectRows({static_cast<int>(*at)});
    }
}

void LegPanel::rowsSelected() {
    const auto rows = selectedRows();
    for (auto* action : {delete_, copy_, keep_}) {
        action->setEnabled(!rows.empty());
    }
    keep_->setChecked(
        std::all_of(rows.begin(), rows.end(),
                    [this](int row) {
                        return model_->index(row, 0).data(LegModel::fixed_role).toBool();
                    }) &&
        !rows.empty());
    if (rows.size() == 1) {
        if (const auto time = model_->arrivalAt(rows.front())) {
            session_.cursor().setTime(*time);
        }
    }
    Q_EMIT waypointsSelected(selectedWaypoints());
}

void LegPanel::updateState() {
    const auto& voyage = session_.voyage();
    insert_->setEnabled(voyage.points.size() >= 2);
    if (voyage.points.size() < 2) {
        state_->setText(voyage.points.empty() ? tr("Add a departure and a destination.")
                                              : tr("Add a destination."));
    } else if (!is_line_complete(voyage)) {
        state_->setText(tr("Some legs are still to be planned."));
    } else if (session_.isJudged()) {
        const auto& route = session_.judgement()->route;
        state_->setText(tr("%1 nm in %2, arriving %3")
                            .arg(number_text(route.totals.distance.in_nautical_miles(), 0),
                                 duration_text(route.totals.duration),
                                 instant_text_utc(route.arrival)));
    } else if (!session_.judgementProblem().isEmpty()) {
        state_->setText(tr("Times are not known: %1").arg(session_.judgementProblem()));
    } else {
        state_->setText(session_.judgement() ? tr("Times are out of date …")
                                             : tr("Times are not known yet."));
    }
    rowsSelected();
}

void LegPanel::deleteSelected() {
    model_->removeWaypoints(selectedRows());
}

void LegPanel::insertWaypoint() {
    const auto rows = selectedRows();
    const auto row = model_->insertAfter(rows.empty() ? model_->rowCount() - 1 : rows.back());
    if (row) {
        selectRows({*row});
    }
}

void LegPanel::copySelected() {
    QApplication::clipboard()->setText(model_->copied(selectedRows()));
}

void LegPanel::paste() {
    const auto pasted = model_->paste(QApplication::clipboard()->text(), selectedRows());
    if (!pasted.empty()) {
        selectRows(pasted);
    }
}

void LegPanel::toggleKept() {
    model_->setKept(selectedRows(), keep_->isChecked());
    rowsSelected();
}

} // namespace fairlead::gui
