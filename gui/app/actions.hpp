// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Everything the user can ask of the window, in one table: name, words, icon, keys, menu. Menus,
/// tool bar and the list of shortcuts are made of it. No bare key destroys anything but Delete,
/// which undo takes back.

#include "gui/app/settings.hpp"

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <map>
#include <string_view>
#include <vector>

namespace fairlead::gui {

enum class MenuId { file, edit, plan, view, tools, time, help };

class Actions : public QObject {
    Q_OBJECT

  public:
    /// @param settings must outlive the actions.
    Actions(Settings& settings, QObject* parent);

    /// @pre there is an action of that name
    [[nodiscard]] QAction& operator[](std::string_view name) const;

    struct Entry {
        QAction* action = nullptr;
        MenuId menu = MenuId::file;
        bool begins_group = false; ///< a separator stands before it
        QString name;              ///< stable: settings and tests use it
    };
    /// In the order of the menus.
    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

    /// The action that has these keys already, but for `other_than`; null if none.
    [[nodiscard]] const Entry* user_of(const QKeySequence& keys, const QAction* other_than) const;
    /// Kept in the settings. Empty keys: no shortcut.
    void setShortcut(const Entry& entry, const QKeySequence& keys);
    void resetShortcut(const Entry& entry);
    [[nodiscard]] QKeySequence ownShortcut(const Entry& entry) const;

    /// As in the table, whatever the action is called at the moment.
    [[nodiscard]] static QString words(const Entry& entry);
    /// Words anew, after the language has changed.
    void retranslate();

    [[nodiscard]] static QString menuTitle(MenuId menu);

  private:
    Settings& settings_;
    std::vector<Entry> entries_;
    std::map<std::string, QAction*, std::less<>> by_name_;
};

} // namespace fairlead::gui
