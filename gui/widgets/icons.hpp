// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Our own icons: one ink, taken from the palette when they are painted, so that they suit every
/// colour scheme and follow when it changes.

#include "core/rules/finding.hpp"

#include <QIcon>
#include <QString>

namespace fairlead::gui {

/// Where the drawing gui/resources/icons/<name>.svg is, for style sheets, which take files only.
[[nodiscard]] QString icon_file(const QString& name);
/// The drawing in the text colour of the palette in force; an empty icon if
/// there is none of that name.
[[nodiscard]] QIcon icon(const QString& name);
/// The program's own, in its colours.
[[nodiscard]] QIcon program_icon();
/// In the ink of the severity; each has a shape of its own.
[[nodiscard]] QIcon severity_icon(rules::Severity severity);

} // namespace fairlead::gui
