// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The voyage's own cost model: a formula, told while it is typed where it is wrong, or a file. A
/// library runs inside the program: one that a voyage's file names is loaded when the user says so.

#include "gui/session/voyage_session.hpp"

#include <QString>
#include <QWidget>

#include <string>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fairlead::gui {

class CostModelEdit : public QWidget {
    Q_OBJECT

  public:
    explicit CostModelEdit(VoyageSession& session, QWidget* parent = nullptr);

    /// As if typed and confirmed. What cannot be opened is said, and the voyage stays as it is.
    void take(const QString& formula_or_file);
    /// What is said of the model, or of the mistake in it.
    [[nodiscard]] QString state() const;

  private:
    void checkTyped(const QString& text);
    void chooseFile();
    void refresh();
    void say(const QString& sentence, bool is_mistake);

    VoyageSession& session_;
    QCheckBox* wanted_;
    QLineEdit* text_;
    QPushButton* load_; ///< only where the voyage's file names a library
    QLabel* state_;
    std::string opened_; ///< what card_ is of
    QString card_;       ///< what the model says of itself
};

} // namespace fairlead::gui
