// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// For tests of panels: palettes, and the widgets that a reader of the screen could not name.

#include <QPalette>
#include <QStringList>
#include <QWidget>

namespace fairlead::gui::test {

[[nodiscard]] QPalette dark_palette();

/// Class and object name of each widget below (and of itself) that can be focused and has neither
/// an accessible name nor a label.
[[nodiscard]] QStringList nameless(const QWidget& widget);

/// Where FAIRLEAD_PICTURES names a folder: day and dark pictures of the widget for people to look
/// at, `<name>.png` and `<name>_dark.png`.
void keep_pictures(QWidget& widget, const QString& name, const QSize& size);

} // namespace fairlead::gui::test
