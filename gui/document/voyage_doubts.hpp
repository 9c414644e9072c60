// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What is strange in a voyage that was read, and no reason to keep it from its planner, who may
/// have made it so: each is said with file, member and value.

#include "gui/document/voyage.hpp"

#include <QString>
#include <QStringList>

namespace fairlead::gui {

/// Bytes of a waypoint's name; names are for people, and one that fills a screen is none.
inline constexpr std::size_t most_name_bytes = 1000;

/// Cuts names that are too long. @return a sentence for each that was cut.
/// @param file names the voyage in the sentences, here and below.
[[nodiscard]] QStringList cut_long_names(Voyage& voyage, const QString& file);

/// A sentence for each: a zone that crosses itself, encloses nothing or is never in force; a ship
/// that cannot be had, a scenario that is not there. Reads the ship's file.
/// @param voyage with absolute paths.
[[nodiscard]] QStringList doubts_about(const Voyage& voyage, const QString& file);

} // namespace fairlead::gui
