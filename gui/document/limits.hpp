// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// How much a voyage may hold, however it comes in: opened, imported or pasted. What is taken can
/// be saved, written down in the journal and opened again.

#include "core/base/time.hpp"

#include <QString>

#include <cstddef>

namespace fairlead::gui {

/// Waypoints of a voyage and corners of a zone: far more than anybody enters; more is a mistake or
/// mischief.
inline constexpr std::size_t most_points = 20000;

/// Of a cost model written as a formula: what can still be read.
inline constexpr int most_formula_characters = 4000;

/// A departure before the first or from the last of these years on is a slip of the keyboard, or an
/// hour that nobody set.
inline constexpr int first_departure_year = 1900;
inline constexpr int departure_years_end = 2200;

/// From the first of January of the one year until that of the other, UTC.
[[nodiscard]] bool is_possible_departure(Instant departure);
/// Which they are, for sentences: "a time from 1900 to 2199".
[[nodiscard]] QString possible_departures();

} // namespace fairlead::gui
