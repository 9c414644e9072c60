// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The program's icons: line drawings of one ink (gui/resources/icons, 24 x 24), drawn in the ink
/// of the colours in use, so that they are seen by day and do not glare at night.

#include <QColor>
#include <QIcon>
#include <QString>

namespace fairlead::gui {

/// @param name of a file in the resources, without folder and suffix.
/// @param faint ink of what is disabled.
/// @return drawn at 1x to 4x of 24 pixels; an empty icon if there is no such file.
[[nodiscard]] QIcon tinted_icon(const QString& name, const QColor& ink, const QColor& faint);

} // namespace fairlead::gui
