// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Ship, departure, what the voyage is optimised for and which rules hold; the rest is on a page
/// that opens on demand.

#include "gui/session/voyage_session.hpp"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QToolButton;

namespace fairlead::gui {

class AdvancedPage;

class VesselPanel : public QWidget {
    Q_OBJECT

  public:
    explicit VesselPanel(VoyageSession& session, QWidget* parent = nullptr);

    void setAdvancedShown(bool is_shown);

  private:
    void makeShip(QFormLayout& form);
    void makeDeparture(QFormLayout& form);
    void makeObjectives(QFormLayout& form);
    void makeRules(QFormLayout& form);
    void refresh();
    void updateShip();
    void chooseShip(int index);
    void chooseShipFile();

    VoyageSession& session_;
    QComboBox* ship_;
    QLabel* particulars_;
    QLabel* marks_;
    QDateTimeEdit* departure_;
    std::map<cost::ObjectiveKind, QCheckBox*> objectives_;
    QCheckBox* polaris_;
    QCheckBox* under_keel_;
    QCheckBox* zones_;
    QToolButton* advanced_button_;
    AdvancedPage* advanced_;
    bool is_updating_ = false;
};

} // namespace fairlead::gui
