// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A form that scrolls up and down alone: never narrower than what is in it, in any language.

#include <QScrollArea>

namespace fairlead::gui {

class FormScroll : public QScrollArea {
  public:
    explicit FormScroll(QWidget* form, QWidget* parent = nullptr);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void takeWidth();
};

} // namespace fairlead::gui
