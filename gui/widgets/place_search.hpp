// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Type-ahead search for a place: name, other name, UN/LOCODE, or a position in any notation.

#include "gui/models/place_model.hpp"

#include <QLineEdit>

namespace fairlead::gui {

class PlaceSearch : public QLineEdit {
    Q_OBJECT

  public:
    explicit PlaceSearch(QWidget* parent = nullptr);

    [[nodiscard]] PlaceModel& matches() noexcept { return *matches_; }

  Q_SIGNALS:
    /// Chosen from the list, or the best match by Return. A bare position has no name.
    void placeChosen(const QString& name, const fairlead::geo::Position& position);
    /// Return was pressed and nothing is called that.
    void notFound(const QString& text);
    /// By Escape, which empties the line.
    void left();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void choose(int row);
    void chooseBest();

    PlaceModel* matches_;
};

} // namespace fairlead::gui
