// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Waypoints as tab-separated text, from and for a spreadsheet.

#include "gui/document/voyage.hpp"

#include <QString>
#include <QStringList>

#include <vector>

namespace fairlead::gui {

/// What a cell may hold without breaking the table: no tabs, no line ends.
[[nodiscard]] QString cell_text(QString text);

struct PastedWaypoints {
    std::vector<VoyagePoint> points; ///< fixed, without ids
    QStringList passed_over;         ///< headings of columns that were not taken
};
/// Reads lines of cells. The first may hold headings, those of the leg table in the user's language
/// or in English, or the user guide's; without them the columns are name, latitude, longitude, leg,
/// speed limit [kn], note. Latitude and longitude may also be written into one cell, in any
/// notation that geo::parse_position reads. A number may have the decimal sign of the user's
/// locale.
/// @throws Error (invalid_argument) naming line and cell, and above most_points.
[[nodiscard]] PastedWaypoints parse_waypoints(const QString& text);

enum class Coordinate { latitude, longitude };
/// A position of which one cell was edited. The text is that coordinate alone, and the other one is
/// kept exactly; or a whole position, with the letters of both hemispheres or a comma between.
/// @throws Error (invalid_argument) quoting the text.
[[nodiscard]] geo::Position edited_position(const geo::Position& before, const QString& text,
                                            Coordinate edited);

/// Knots, with the decimal sign of the user's locale or a point; nothing for "" and dashes.
/// @throws Error (invalid_argument) quoting the text where it is no speed above 0.
[[nodiscard]] std::optional<Speed> parse_speed_limit(const QString& text);

} // namespace fairlead::gui
