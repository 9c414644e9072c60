// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Everything that is known of one place at one time, in the words of `fairlead sample`, to be read
/// and copied.

#include "gui/session/background.hpp"
#include "gui/session/requests.hpp"

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace fairlead::gui {

class IdentifyCard : public QFrame {
    Q_OBJECT

  public:
    explicit IdentifyCard(QWidget* parent = nullptr);

    /// Looks the place up in the background, and shows what it finds.
    void ask(const Surroundings& around, const geo::Position& place, Instant time);
    [[nodiscard]] QString text() const;

  Q_SIGNALS:
    /// There is an answer, or the reason why there is none.
    void answered();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void show(const QString& text);

    QLabel* heading_;
    QPlainTextEdit* text_;
    Background probe_;
};

} // namespace fairlead::gui
