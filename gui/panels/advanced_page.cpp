// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/advanced_page.hpp"

#include "gui/models/words.hpp"
#include "gui/panels/cost_model_edit.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace fairlead::gui {

void set_objective(Voyage& voyage, cost::ObjectiveKind kind, bool is_wanted) {
    auto& objectives = voyage.objectives;
    const auto at = std::find(objectives.begin(), objectives.end(), kind);
    if (is_wanted && at == objectives.end()) {
        objectives.push_back(kind);
        std::sort(objectives.begin(), objectives.end()); // a tick taken and put back is no change
    } else if (!is_wanted && at != objectives.end() && objectives.size() > 1) {
        objectives.erase(at);
    }
}

AdvancedPage::AdvancedPage(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeGrid(*form);
    makeMoney(*form);
    connect(&session_.document(), &VoyageDocument::changed, this, &AdvancedPage::refresh);
    refresh();
}

QDoubleSpinBox* AdvancedPage::addNumber(QFormLayout& form, const QString& label,
                                        const QString& unit, double greatest, double step) {
    auto* box = new QDoubleSpinBox(this);
    box->setRange(0.0, greatest);
    box->setSingleStep(step);
    box->setSuffix(unit);
    box->setKeyboardTracking(false); // one edit for a number, not one for each digit
    box->setAccessibleName(label);
    form.addRow(label, box);
    return box;
}

void AdvancedPage::makeGrid(QFormLayout& form) {
    auto& document = session_.document();
    cell_ = addNumber(form, tr("Cell size"), tr(" km"), 100.0, 0.5);
    cell_->setSpecialValueText(tr("as the data say"));
    connect(cell_, &QDoubleSpinBox::valueChanged, this, [&document](double km) {
        document.edit(tr("Set cell size"), [km](Voyage& voyage) {
            voyage.search.cell_km = km > 0.0 ? std::optional(km) : std::nullopt;
        });
    });
    margin_ = addNumber(form, tr("Grid beyond the places"), tr(" km"), 20000.0, 100.0);
    margin_->setSpecialValueText(tr("as the data say"));
    margin_->setToolTip(tr("How far round a way may lead"));
    connect(margin_, &QDoubleSpinBox::valueChanged, this, [&document](double km) {
        document.edit(tr("Set width of the grid"), [km](Voyage& voyage) {
            voyage.search.margin_km = km > 0.0 ? std::optional(km) : std::nullopt;
        });
    });
    neighbours_ = new QComboBox(this);
    for (const int count : {8, 16, 32}) {
        neighbours_->addItem(number_text(count, 0), count);
    }
    neighbours_->setAccessibleName(tr("Directions from a cell"));
    form.addRow(tr("Directions from a cell"), neighbours_);
    connect(neighbours_, &QComboBox::activated, this, [this, &document] {
        document.edit(tr("Set directions"), [this](Voyage& voyage) {
            voyage.search.neighbours = neighbours_->currentData().toInt();
        });
    });
    clearance_ = addNumber(form, tr("Clearance off land"), tr(" nm"), 50.0, 0.5);
    connect(clearance_, &QDoubleSpinBox::valueChanged, this, [&document](double nmi) {
        document.edit(tr("Set clearance off land"), [nmi](Voyage& voyage) {
            voyage.search.clearance_off_land = Length::nautical_miles(nmi);
        });
    });
    tolerance_ = addNumber(form, tr("Waypoint tolerance"), tr(" nm"), 20.0, 0.1);
    tolerance_->setSpecialValueText(tr("by the plan"));
    tolerance_->setToolTip(tr("How far a line of fewer waypoints may lie from the best one"));
    connect(tolerance_, &QDoubleSpinBox::valueChanged, this, [&document](double nmi) {
        document.edit(tr("Set waypoint tolerance"), [nmi](Voyage& voyage) {
            voyage.search.waypoint_tolerance =
                nmi > 0.0 ? std::optional(Length::nautical_miles(nmi)) : std::nullopt;
        });
    });
    may_wait_ = new QCheckBox(tr("May wait for ice to open"), this);
    form.addRow(QString(), may_wait_);
    connect(may_wait_, &QCheckBox::clicked, this, [&document](bool may) {
        document.edit(may ? tr("Allow waiting") : tr("Forbid waiting"),
                      [may](Voyage& voyage) { voyage.search.may_wait = may; });
    });
    beyond_ = new QComboBox(this);
    beyond_->addItem(tr("as the data say"), -1);
    beyond_->addItem(tr("refuse"), static_cast<int>(env::BeyondData::refuse));
    beyond_->addItem(tr("hold the last value"), static_cast<int>(env::BeyondData::hold));
    beyond_->addItem(tr("climatology"), static_cast<int>(env::BeyondData::climatology));
    beyond_->setAccessibleName(tr("Beyond the end of the data"));
    form.addRow(tr("Beyond the data"), beyond_);
    connect(beyond_, &QComboBox::activated, this, [this, &document] {
        document.edit(tr("Set what stands in beyond the data"), [this](Voyage& voyage) {
            const int choice = beyond_->currentData().toInt();
            voyage.sea.beyond_data =
                choice < 0 ? std::nullopt : std::optional(static_cast<env::BeyondData>(choice));
        });
    });
}

void AdvancedPage::addPrice(QFormLayout& form, const QString& label, double PriceChoice::*price) {
    constexpr double greatest_price = 1e6;
    auto* box = addNumber(form, label, {}, greatest_price, 10.0);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, price](double value) {
        session_.document().edit(tr("Set price"),
                                 [&](Voyage& voyage) { voyage.prices.*price = value; });
    });
    prices_.emplace_back(price, box);
}

void AdvancedPage::makeMoney(QFormLayout& form) {
    const auto objective = [&](cost::ObjectiveKind kind) {
        auto* box = new QCheckBox(objective_text(kind), this);
        form.addRow(QString(), box);
        connect(box, &QCheckBox::clicked, this, [this, kind](bool is_wanted) {
            session_.document().edit(tr("Choose objectives"), [&](Voyage& voyage) {
                set_objective(voyage, kind, is_wanted);
            });
            refresh(); // the last one stays
        });
        return box;
    };
    co2_ = objective(cost::ObjectiveKind::co2);
    money_ = objective(cost::ObjectiveKind::money);
    addPrice(form, tr("Price of an hour"), &PriceChoice::per_hour);
    addPrice(form, tr("Price of a tonne of fuel"), &PriceChoice::per_tonne_fuel);
    addPrice(form, tr("Price of an hour of risk"), &PriceChoice::per_risk);
    addPrice(form, tr("Price of a tonne of CO₂"), &PriceChoice::per_tonne_co2);
    form.addRow(new CostModelEdit(session_, this));
}

void AdvancedPage::refresh() {
    const auto& voyage = session_.voyage();
    const auto put = [](QDoubleSpinBox& box, double value) {
        const QSignalBlocker quiet(box);
        box.setValue(value);
    };
    put(*cell_, voyage.search.cell_km.value_or(0.0));
    put(*margin_, voyage.search.margin_km.value_or(0.0));
    put(*clearance_, voyage.search.clearance_off_land.in_nautical_miles());
    put(*tolerance_, voyage.search.waypoint_tolerance.value_or(Length()).in_nautical_miles());
    for (const auto& [price, box] : prices_) {
        put(*box, voyage.prices.*price);
    }
    neighbours_->setCurrentIndex(neighbours_->findData(voyage.search.neighbours));
    may_wait_->setChecked(voyage.search.may_wait);
    beyond_->setCurrentIndex(
        beyond_->findData(voyage.sea.beyond_data ? static_cast<int>(*voyage.sea.beyond_data) : -1));
    const auto is_wanted = [&](cost::ObjectiveKind kind) {
        return std::find(voyage.objectives.begin(), voyage.objectives.end(), kind) !=
               voyage.objectives.end();
    };
    co2_->setChecked(is_wanted(cost::ObjectiveKind::co2));
    money_->setChecked(is_wanted(cost::ObjectiveKind::money));
}

} // namespace fairlead::gui
