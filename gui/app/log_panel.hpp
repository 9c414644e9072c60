// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the program has said since it was started: a notice on the chart gives way to the next one,
/// here it stays and can be copied.

#include "core/rules/finding.hpp"

#include <QWidget>

class QAction;
class QTreeWidget;

namespace fairlead::gui {

class LogPanel : public QWidget {
    Q_OBJECT

  public:
    explicit LogPanel(QWidget* parent = nullptr);

    /// The newest is the lowest. What is said again at once counts up instead of standing twice.
    void add(rules::Severity severity, const QString& sentence);
    /// All of it, a line each: time, severity, sentence.
    [[nodiscard]] QString text() const;

  private:
    QTreeWidget* lines_;
    QAction* copy_;
};

} // namespace fairlead::gui
