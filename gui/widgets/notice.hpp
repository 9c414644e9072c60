// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A sentence at the top of a panel that can be put away: what was refused, what is out of date.
/// Never in the way, never modal.

#include "core/rules/finding.hpp"

#include <QFrame>

class QLabel;
class QToolButton;

namespace fairlead::gui {

class Notice : public QFrame {
    Q_OBJECT

  public:
    explicit Notice(QWidget* parent = nullptr); ///< hidden until there is something to say

    void say(rules::Severity severity, const QString& sentence);
    [[nodiscard]] QString sentence() const;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void updateIcon();

    rules::Severity severity_ = rules::Severity::info;
    QLabel* icon_;
    QLabel* text_;
    QToolButton* close_;
};

} // namespace fairlead::gui
