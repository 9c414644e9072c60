// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What a first start opens: a voyage on the synthetic season that comes with the program.

#include "core/geo/gazetteer.hpp"
#include "gui/document/voyage.hpp"

namespace fairlead::gui {

/// Murmansk to the Bering Strait in August 2030, in synthetic ice; not planned yet.
[[nodiscard]] Voyage sample_voyage(const geo::Gazetteer& gazetteer);

} // namespace fairlead::gui
