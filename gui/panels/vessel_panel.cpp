// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/vessel_panel.hpp"

#include "core/io/vessel_file.hpp"
#include "gui/document/limits.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"
#include "gui/panels/advanced_page.hpp"
#include "gui/widgets/form_scroll.hpp"
#include "gui/widgets/icons.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::gui {

namespace {

/// Item of the list that opens a file; no ship is called that.
const QString& from_file() {
    static const QString mark = QStringLiteral(":file");
    return mark;
}

QString ship_text(const vessel::Vessel& vessel) {
    const auto& ship = vessel.particulars();
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(ship.name),
                                         ice_class_text(ship.ice_class));
}

} // namespace

VesselPanel::VesselPanel(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session), ship_(new QComboBox), particulars_(new QLabel),
      marks_(new QLabel), departure_(new QDateTimeEdit), polaris_(new QCheckBox(tr("POLARIS"))),
      under_keel_(new QCheckBox(tr("Under-keel clearance"))), zones_(new QCheckBox(tr("Zones"))),
      advanced_button_(new QToolButton), advanced_(new AdvancedPage(session)) {
    auto* content = new QWidget;
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setContentsMargins(0, 0, 0, 0);
    makeShip(*form);
    makeDeparture(*form);
    makeObjectives(*form);
    makeRules(*form);
    advanced_button_->setText(tr("Advanced"));
    advanced_button_->setIcon(icon(QStringLiteral("advanced")));
    advanced_button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    advanced_button_->setCheckable(true);
    advanced_button_->setAutoRaise(true);
    advanced_button_->setFocusPolicy(Qt::StrongFocus);
    connect(advanced_button_, &QToolButton::toggled, advanced_, &QWidget::setVisible);
    advanced_->hide();
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 6, 8, 6);
    column->addLayout(form);
    column->addWidget(advanced_button_, 0, Qt::AlignLeft);
    column->addWidget(advanced_);
    column->addStretch();
    auto* scroll = new FormScroll(content, this);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&session_.document(), &VoyageDocument::changed, this, &VesselPanel::refresh);
    connect(&session_, &VoyageSession::surroundingsChanged, this, &VesselPanel::updateShip);
    refresh();
}

void VesselPanel::setAdvancedShown(bool is_shown) {
    advanced_button_->setChecked(is_shown);
}

void VesselPanel::makeShip(QFormLayout& form) {
    for (const auto& listed : io::list_vessels()) {
        ship_->addItem(ship_text(*listed.vessel), QString::fromStdString(listed.id));
    }
    ship_->insertSeparator(ship_->count());
    ship_->addItem(icon(QStringLiteral("file")), tr("From a file …"), from_file());
    ship_->setAccessibleName(tr("Ship"));
    ship_->setMinimumContentsLength(14);
    ship_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(ship_, &QComboBox::activated, this, &VesselPanel::chooseShip);
    form.addRow(tr("Ship"), ship_);
    for (auto* label : {particulars_, marks_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form.addRow(label);
    }
}

void VesselPanel::makeDeparture(QFormLayout& form) {
    departure_->setTimeSpec(Qt::UTC);
    departure_->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
    departure_->setCalendarPopup(true);
    departure_->setDateRange({first_departure_year, 1, 1}, {departure_years_end - 1, 12, 31});
    departure_->setKeyboardTracking(false);
    departure_->setAccessibleName(tr("Departure"));
    connect(departure_, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& time) {
        if (!is_updating_) {
            session_.document().edit(tr("Set departure"), [&](Voyage& voyage) {
                voyage.departure = Instant(std::chrono::seconds(time.toSecsSinceEpoch()));
            });
        }
    });
    form.addRow(tr("Departure"), departure_);
}

void VesselPanel::makeObjectives(QFormLayout& form) {
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    for (const auto kind : {cost::ObjectiveKind::time, cost::ObjectiveKind::distance,
                            cost::ObjectiveKind::fuel, cost::ObjectiveKind::risk}) {
        auto* box = new QCheckBox(objective_text(kind));
        connect(box, &QCheckBox::clicked, this, [this, kind](bool is_wanted) {
            session_.document().edit(tr("Choose objectives"), [&](Voyage& voyage) {
                set_objective(voyage, kind, is_wanted);
            });
            refresh(); // the last one stays
        });
        column->addWidget(box);
        objectives_[kind] = box;
    }
    form.addRow(tr("Plan for"), column);
}

void VesselPanel::makeRules(QFormLayout& form) {
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    const auto add = [&](QCheckBox* box, bool RuleChoice::*rule) {
        connect(box, &QCheckBox::clicked, this, [this, rule](bool holds) {
            session_.document().edit(tr("Choose rules"),
                                     [&](Voyage& voyage) { voyage.rules.*rule = holds; });
        });
        column->addWidget(box);
    };
    add(polaris_, &RuleChoice::polaris);
    add(under_keel_, &RuleChoice::under_keel_clearance);
    add(zones_, &RuleChoice::zones);
    form.addRow(tr("Rules"), column);
}

void VesselPanel::chooseShip(int index) {
    const auto chosen = ship_->itemData(index).toString();
    if (chosen == from_file()) {
        chooseShipFile();
        return;
    }
    session_.document().edit(tr("Choose ship"),
                             [&](Voyage& voyage) { voyage.vessel = chosen.toStdString(); });
}

void VesselPanel::chooseShipFile() {
    updateShip(); // the list shows the ship that holds until another is chosen
    auto* dialog = new QFileDialog(this, tr("Ship from a file"), {}, tr("Ships (*.toml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        session_.document().edit(tr("Choose ship"),
                                 [&](Voyage& voyage) { voyage.vessel = file.toStdString(); });
    });
    dialog->open();
}

void VesselPanel::refresh() {
    is_updating_ = true;
    const auto& voyage = session_.voyage();
    departure_->setDateTime(
        QDateTime::fromSecsSinceEpoch(voyage.departure.time_since_epoch().count(), Qt::UTC));
    for (const auto& [kind, box] : objectives_) {
        box->setChecked(std::find(voyage.objectives.begin(), voyage.objectives.end(), kind) !=
                        voyage.objectives.end());
    }
    polaris_->setChecked(voyage.rules.polaris);
    under_keel_->setChecked(voyage.rules.under_keel_clearance);
    zones_->setChecked(voyage.rules.zones);
    updateShip();
    is_updating_ = false;
}

void VesselPanel::updateShip() {
    const auto wanted = QString::fromStdString(session_.voyage().vessel);
    int at = ship_->findData(wanted);
    if (at < 0) { // a file: it stands before the item that opens one
        at = ship_->count() - 1;
        ship_->insertItem(at, QFileInfo(wanted).fileName(), wanted);
    }
    ship_->setCurrentIndex(at);
    const auto& vessel = session_.surroundings().vessel;
    if (!vessel) {
        particulars_->setText(session_.surroundingsProblem());
        marks_->clear();
        marks_->hide();
        return;
    }
    const auto& ship = vessel->particulars();
    particulars_->setText(tr("%1 × %2 × %3 m, %4 kn, %5 MW, at least %6 kn in ice")
                              .arg(number_text(ship.length.in_metres(), 0),
                                   number_text(ship.beam.in_metres(), 1),
                                   number_text(ship.draught.in_metres(), 1),
                                   number_text(vessel->open_water_speed_kn(), 1),
                                   number_text(ship.power.in_kilowatts() / 1000.0, 1),
                                   number_text(vessel->least_speed_kn(), 1)));
    QStringList notes;
    for (const auto& note : vessel->notes()) {
        notes << sentence_text(note);
    }
    particulars_->setToolTip(notes.join(QLatin1Char('\n')));
    marks_->setText(notes.isEmpty() ? QString() : notes.front());
    marks_->setToolTip(notes.join(QLatin1Char('\n')));
    marks_->setVisible(!notes.isEmpty());
}

} // namespace fairlead::gui
