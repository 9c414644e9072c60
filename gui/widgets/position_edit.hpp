// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A line for a position in any notation; written as degrees and decimal minutes when left.

#include "core/geo/position.hpp"

#include <QLineEdit>

#include <optional>

namespace fairlead::gui {

class PositionEdit : public QLineEdit {
    Q_OBJECT

  public:
    explicit PositionEdit(QWidget* parent = nullptr);

    /// Nothing where the line is empty or cannot be read.
    [[nodiscard]] std::optional<geo::Position> position() const { return position_; }
    void setPosition(const std::optional<geo::Position>& position);
    /// Why the text is no position; "" if it is one, or empty.
    [[nodiscard]] const QString& problem() const noexcept { return problem_; }

  Q_SIGNALS:
    /// By the user, each time the line holds another position.
    void positionEdited(const fairlead::geo::Position& position);

  private:
    void read(const QString& text);
    void tidy();
    void showProblem(const QString& problem);

    std::optional<geo::Position> position_;
    QString problem_;
    QAction* problem_mark_ = nullptr;
};

} // namespace fairlead::gui
