// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What is seldom changed: grid, clearance, tolerance, waiting, data beyond their end, money.

#include "gui/session/voyage_session.hpp"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace fairlead::gui {

/// Ticks the objective or takes its tick away; at least one stays.
void set_objective(Voyage& voyage, cost::ObjectiveKind kind, bool is_wanted);

class AdvancedPage : public QWidget {
    Q_OBJECT

  public:
    explicit AdvancedPage(VoyageSession& session, QWidget* parent = nullptr);

  private:
    QDoubleSpinBox* addNumber(QFormLayout& form, const QString& label, const QString& unit,
                              double greatest, double step);
    void addPrice(QFormLayout& form, const QString& label, double PriceChoice::*price);
    void makeGrid(QFormLayout& form);
    void makeMoney(QFormLayout& form);
    void refresh();

    VoyageSession& session_;
    QDoubleSpinBox* cell_;
    QDoubleSpinBox* margin_;
    QComboBox* neighbours_;
    QDoubleSpinBox* clearance_;
    QDoubleSpinBox* tolerance_;
    QCheckBox* may_wait_;
    QComboBox* beyond_;
    QCheckBox* co2_;
    QCheckBox* money_;
    std::vector<std::pair<double PriceChoice::*, QDoubleSpinBox*>> prices_;
};

} // namespace fairlead::gui
