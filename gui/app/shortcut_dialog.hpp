// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// All actions with their keys, to look up and to change.

#include "gui/app/actions.hpp"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace fairlead::gui {

class ShortcutDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ShortcutDialog(Actions& actions, QWidget* parent = nullptr);

  private:
    void fill();
    void filter(const QString& words);
    void showKeysOf(int row);
    void take();
    [[nodiscard]] const Actions::Entry* entryAt(int row) const;

    Actions& actions_;
    QLineEdit* search_;
    QTableWidget* table_;
    QKeySequenceEdit* keys_;
    QLabel* clash_;
};

} // namespace fairlead::gui
