// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The languages the window speaks. Words come from gui/translations, those of Qt's own buttons and
/// dialogs from Qt. Numbers follow the same choice; positions, times and files never change.

#include "gui/app/settings.hpp"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <array>

class QMenu;

namespace fairlead::gui {

struct Language {
    const char* code;     ///< of the translation, and in the settings
    const char* own_name; ///< as its readers write it, UTF-8
};
[[nodiscard]] const std::array<Language, 3>& languages() noexcept;

/// The code of the language that is shown.
/// @param choice one of `languages()`, or anything else for that of the system
/// @param system languages of the system, the liked ones first: "ru-RU", "zh-Hans-CN"
/// @return one of `languages()`; English if the system speaks none of them
[[nodiscard]] QString shown_language(const QString& choice, const QStringList& system);

/// Numbers in the shown language; as the system writes them where it speaks that language itself.
[[nodiscard]] QLocale locale_of(const QString& choice, const QLocale& system);

/// Speaks it from now on, in every window: they get a `QEvent::LanguageChange`.
/// @param choice as for `shown_language`
/// @pre there is an application
void speak(const QString& choice);

/// Lets the user choose; the choice is kept and takes effect at once.
/// @param settings must outlive the menu.
void fill_language_menu(QMenu& menu, Settings& settings);

} // namespace fairlead::gui
