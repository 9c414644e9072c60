// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What would open a way, in the words of the window, and what of it the program can try.

#include "core/plan/remedy.hpp"
#include "gui/session/voyage_session.hpp"

#include <QString>

#include <functional>
#include <optional>

namespace fairlead::gui {

/// Those that need no name of a ship, zone or place are in the user's language.
[[nodiscard]] QString remedy_text(const plan::Remedy& remedy);

/// A change of the voyage, by which it can be planned again.
struct RemedyAction {
    QString name;
    std::function<void(Voyage&)> change;
};
/// Nothing for what only the planner can do: another ship, other files.
[[nodiscard]] std::optional<RemedyAction> remedy_action(const plan::Remedy& remedy,
                                                        const VoyageSession& session);

} // namespace fairlead::gui
