// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The user guide beside the chart: contents on the left, text on the right, search above. The
/// texts are built into the program, so that no network, folder or browser is asked for.

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBrowser;
class QTreeWidget;

namespace fairlead::gui {

class GuideWindow : public QWidget {
    Q_OBJECT

  public:
    /// A window of its own, also with a parent; deletes itself when it is closed.
    explicit GuideWindow(QWidget* parent = nullptr);

  private:
    void fillContents();
    void findNext(bool backwards);

    QTreeWidget* contents_;
    QTextBrowser* text_;
    QLineEdit* search_;
    QLabel* said_;
};

} // namespace fairlead::gui
