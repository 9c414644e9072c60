// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Colours of windows by day, dusk and night (data/palettes/window_*.csv), for everything that is
/// not chart. The chart has a style of the same name.

#include "core/base/table.hpp"

#include <QColor>
#include <QPalette>
#include <QString>
#include <QStringList>

class QApplication;

namespace fairlead::gui {

struct Scheme {
    QString name; ///< "day", "dusk" or "night"
    QPalette palette;
    QString style_sheet; ///< what a palette cannot say: outlines of boxes, tool tips

    /// @throws Error (malformed) naming file and row if a colour is missing or not known.
    [[nodiscard]] static Scheme from_table(const QString& name, const Table& table);
    /// @throws Error (not_found, malformed)
    [[nodiscard]] static Scheme named(const QString& name);
    /// day, dusk, night.
    [[nodiscard]] static QStringList names();
    /// What F5 goes to: day, dusk, night, dusk, day. @param came_from the one before `current`.
    [[nodiscard]] static QString next(const QString& current, const QString& came_from);
};

/// For the whole program, with Qt's Fusion style underneath: it is the same on every platform.
void apply(const Scheme& scheme, QApplication& application);

} // namespace fairlead::gui
