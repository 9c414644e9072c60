// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A sentence at the top of a panel that can be put away: what was refused, what is out of date.
/// Never in the way, never modal.

#include "core/rules/finding.hpp"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace fairlead::gui {

class Notice : public QFrame {
    Q_OBJECT

  public:
    explicit Notice(QWidget* parent = nullptr); ///< hidden until there is something to say

    void say(rules::Severity severity, const QString& sentence);
    /// As above, with a button that does something about it; used once, it puts the sentence away.
    void offer(rules::Severity severity, const QString& sentence, const QString& what,
               std::function<void()> act);
    [[nodiscard]] QString sentence() const;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void updateIcon();

    rules::Severity severity_ = rules::Severity::info;
    QLabel* icon_;
    QLabel* text_;
    QPushButton* offer_;
    QToolButton* close_;
    std::function<void()> act_;
};

} // namespace fairlead::gui
