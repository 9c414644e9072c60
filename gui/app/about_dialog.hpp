// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Version, licences, and what the program stands on.

class QWidget;

namespace fairlead::gui {

void show_about(QWidget* parent);

} // namespace fairlead::gui
