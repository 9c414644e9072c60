// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What all panels have alike: actions with icons, flat buttons for them, the look of tables.

#include <QAction>
#include <QKeySequence>
#include <QString>

class QTableView;
class QToolButton;
class QWidget;

namespace fairlead::gui {

/// An action of the panel, for it and its children; no icon for an empty name.
[[nodiscard]] QAction* make_action(QWidget& panel, const QString& icon_name, const QString& text,
                                   const QKeySequence& keys);
/// A flat button for an action, with its name and keys as tool tip and its text as accessible name.
[[nodiscard]] QToolButton* make_button(QWidget& parent, QAction& action);

/// Rows as one, no grid, narrow rows, headings that can be dragged.
void dress_table(QTableView& table);

} // namespace fairlead::gui
