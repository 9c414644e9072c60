// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Values of an enumeration by their names in a file.

#include "gui/document/json_members.hpp"
#include "gui/document/qt_text.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace fairlead::gui {

/// Names of an enumeration's values, both ways.
template <class Enum, std::size_t n>
using Names = std::array<std::pair<Enum, std::string_view>, n>;

/// @pre the value has a name
template <class Enum, std::size_t n>
[[nodiscard]] QString name_of(Enum value, const Names<Enum, n>& names) {
    const auto found = std::find_if(names.begin(), names.end(),
                                    [value](const auto& entry) { return entry.first == value; });
    return to_qt(found->second);
}

/// @throws Error (malformed) naming the member, for a text that is no name of these.
template <class Enum, std::size_t n>
[[nodiscard]] Enum read_name(JsonMembers& members, const char* member,
                             const Names<Enum, n>& names) {
    const auto text = members.text(member);
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& entry) { return to_qt(entry.second) == text; });
    if (found == names.end()) {
        QStringList known;
        for (const auto& entry : names) {
            known.append(to_qt(entry.second));
        }
        members.refuse(member, text,
                       QCoreApplication::translate("VoyageJson", "one of %1")
                           .arg(known.join(QStringLiteral(", "))));
    }
    return found->first;
}

} // namespace fairlead::gui
