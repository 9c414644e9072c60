// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/departure_dialog.hpp"

#include "gui/models/words.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace fairlead::gui {

namespace {

constexpr std::array steps_h{6, 12, 24, 48};
constexpr int usual_step_h = 24;
constexpr int usual_days = 10;
constexpr int most_days = 60;

} // namespace

DepartureDialog::DepartureDialog(VoyageSession& session, QWidget* parent)
    : QDialog(parent), session_(session), model_(sweep_), days_(new QSpinBox(this)),
      step_(new QComboBox(this)), objective_(new QComboBox(this)), start_(new QPushButton(this)),
      state_(new QLabel(this)), table_(new QTableView(this)),
      take_(new QPushButton(tr("Take this departure and plan"), this)) {
    setWindowTitle(tr("Compare departures"));
    days_->setRange(1, most_days);
    days_->setValue(usual_days);
    days_->setAccessibleName(tr("Days from the voyage's departure on"));
    for (const int hours : steps_h) {
        step_->addItem(tr("every %n hour(s)", nullptr, hours), hours);
    }
    step_->setCurrentIndex(step_->findData(usual_step_h));
    step_->setAccessibleName(tr("Time between departures"));
    for (const auto kind : session_.voyage().objectives) {
        objective_->addItem(objective_text(kind), static_cast<int>(kind));
    }
    objective_->setAccessibleName(tr("Planned by"));
    table_->setModel(&model_);
    table_->setAccessibleName(tr("Departures"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    state_->setWordWrap(true);
    auto* asked = new QHBoxLayout;
    asked->addWidget(new QLabel(tr("For the next days:"), this));
    asked->addWidget(days_);
    asked->addWidget(step_);
    asked->addWidget(objective_);
    asked->addStretch();
    asked->addWidget(start_);
    auto* close = new QPushButton(tr("Close"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(take_);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(asked);
    column->addWidget(state_);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    resize(860, 420);

    connect(start_, &QPushButton::clicked, this, &DepartureDialog::startOrStop);
    connect(take_, &QPushButton::clicked, this, &DepartureDialog::takeSelected);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(table_, &QTableView::doubleClicked, this, &DepartureDialog::takeSelected);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DepartureDialog::update);
    connect(&sweep_, &DepartureSweep::begun, this, &DepartureDialog::update);
    connect(&sweep_, &DepartureSweep::finished, this, &DepartureDialog::update);
    connect(&sweep_, &DepartureSweep::outcomeAdded, this, [this] {
        const int row = model_.rowCount() - 1;
        if (!model_.index(row, 0).data(DepartureModel::has_route_role).toBool()) {
            table_->setSpan(row, DepartureModel::arrival_column, 1,
                            DepartureModel::column_count - DepartureModel::arrival_column);
        }
        table_->resizeColumnToContents(DepartureModel::departure_column);
        constexpr int bold_room_px = 20; // an arrival that is the best is bold
        table_->setColumnWidth(DepartureModel::arrival_column,
                               table_->columnWidth(DepartureModel::departure_column) +
                                   bold_room_px);
        update();
    });
    update();
}

void DepartureDialog::startOrStop() {
    if (sweep_.isRunning()) {
        sweep_.cancel();
        return;
    }
    const auto& voyage = session_.voyage();
    if (!session_.surroundings().are_of(voyage)) {
        state_->setText(session_.surroundingsProblem().isEmpty()
                            ? tr("The data are still being opened: try again in a moment.")
                            : session_.surroundingsProblem());
        return;
    }
    if (fixed_points(voyage).size() < 2) {
        state_->setText(tr("The voyage has no two places yet."));
        return;
    }
    table_->clearSpans();
    const auto step = Duration::hours(step_->currentData().toInt());
    sweep_.start({voyage, session_.surroundings(),
                  static_cast<cost::ObjectiveKind>(objective_->currentData().toInt()),
                  departures_from(voyage.departure, days_->value(), step),
                  session_.trustedLibrary()});
}

void DepartureDialog::selectRow(int row) {
    table_->setCurrentIndex(model_.index(row, 0));
}

std::optional<Instant> DepartureDialog::selectedDeparture() const {
    const auto current = table_->currentIndex();
    if (!current.isValid() || !current.data(DepartureModel::has_route_role).toBool()) {
        return std::nullopt;
    }
    return sweep_.outcomes()[static_cast<std::size_t>(current.row())].departure;
}

void DepartureDialog::takeSelected() {
    if (const auto departure = selectedDeparture()) {
        session_.document().edit(tr("Take departure"),
                                 [&](Voyage& voyage) { voyage.departure = *departure; });
        Q_EMIT planWanted();
    }
}

void DepartureDialog::update() {
    const bool is_running = sweep_.isRunning();
    start_->setText(is_running ? tr("Stop") : tr("Compare"));
    for (QWidget* box : {static_cast<QWidget*>(days_), static_cast<QWidget*>(step_),
                         static_cast<QWidget*>(objective_)}) {
        box->setEnabled(!is_running);
    }
    const auto asked = sweep_.request().departures.size();
    const auto done = sweep_.outcomes().size();
    state_->setText(asked == 0 ? tr("Plans the voyage for each departure; the voyage itself stays "
                                    "as it is.")
                    : done == asked ? tr("All departures are planned; the best are bold.")
                    : is_running
                        ? tr("%1 of %2 departures are planned.").arg(done).arg(asked)
                        : tr("Stopped: %1 of %2 departures are planned.").arg(done).arg(asked));
    take_->setEnabled(selectedDeparture().has_value());
}

} // namespace fairlead::gui
