// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Three steps to a first route, on a card over the chart that can be put away for good.

#include <QFrame>

class QCheckBox;
class QLabel;

namespace fairlead::gui {

class WelcomeCard : public QFrame {
    Q_OBJECT

  public:
    explicit WelcomeCard(QWidget* parent);

  Q_SIGNALS:
    /// @param for_good the card need not come at the next start.
    void dismissed(bool for_good);

  private:
    QCheckBox* for_good_;
};

} // namespace fairlead::gui
