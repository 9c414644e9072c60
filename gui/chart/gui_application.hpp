// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// QtGui needs an application object and a font before it draws text; a program without windows
/// has neither.

#include <QFont>

namespace fairlead::chart {

/// Makes a QGuiApplication on the offscreen platform if there is none yet (needs no display), and
/// loads the DejaVu Sans files where Debian keeps them. Call from the main thread; further calls do
/// nothing. The number format of the process stays that of the C locale.
void ensure_gui_application();

enum class Weight { regular, bold };

/// DejaVu Sans, or what the system has for it, in pixels of the view; not hinted, so that a
/// picture at twice the scale has the same layout.
[[nodiscard]] QFont chart_font(double size_px, Weight weight = Weight::regular);

} // namespace fairlead::chart
