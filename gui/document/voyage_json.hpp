// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A voyage as JSON: what the project file and the journal have in common. Positions and times come
/// back as they were; speeds and lengths to twelve digits of the unit they are written in.

#include "gui/document/json_members.hpp"
#include "gui/document/voyage.hpp"

#include <QJsonObject>

namespace fairlead::gui {

/// @param kept members of the file it was read from that Fairlead does not know.
[[nodiscard]] QJsonObject voyage_to_json(const Voyage& voyage, const KeptMembers& kept = {});

/// @param members of an object made by voyage_to_json; others may be in it and stay unread.
/// @throws Error (malformed, invalid_argument) naming file, member and value.
[[nodiscard]] Voyage voyage_from_json(JsonMembers& members, KeptMembers& kept);

/// An objective by its name in a file, that of a cost model among them.
/// @throws Error (malformed) naming the member.
[[nodiscard]] cost::ObjectiveKind objective_from_json(const JsonMembers& members, const char* name,
                                                      const QString& text);

/// Puts back what keep_rest() kept.
[[nodiscard]] QJsonObject with_kept(QJsonObject object, const QString& place,
                                    const KeptMembers& kept);

} // namespace fairlead::gui
