// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the program remembers between runs: one table of keys, types and defaults. Kept as an INI
/// file; a value of the wrong kind counts as the default.

#include <QByteArray>
#include <QKeySequence>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <optional>

namespace fairlead::gui {

class Settings {
  public:
    /// The user's own. Tests give a file.
    Settings();
    explicit Settings(const QString& file);

    /// "" follows the system; "en", "ru", "zh_CN".
    [[nodiscard]] QString language() const { return text("language"); }
    void setLanguage(const QString& code) { store_.setValue("language", code); }

    /// "day", "dusk" or "night".
    [[nodiscard]] QString scheme() const;
    void setScheme(const QString& name) { store_.setValue("scheme", name); }

    [[nodiscard]] bool showsWelcome() const { return flag("welcome", true); }
    void setShowsWelcome(bool shows) { store_.setValue("welcome", shows); }

    [[nodiscard]] bool foldsLegend() const { return flag("legend_folded", false); }
    void setFoldsLegend(bool folds) { store_.setValue("legend_folded", folds); }

    [[nodiscard]] bool replansWhenDragged() const { return flag("replan_when_dragged", true); }
    void setReplansWhenDragged(bool does) { store_.setValue("replan_when_dragged", does); }

    /// Newest first, at most ten; files that are gone are left out by the menu, not here.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& file);
    void clearRecentFiles() { store_.remove("recent_files"); }

    [[nodiscard]] QByteArray geometry() const { return bytes("window/geometry"); }
    [[nodiscard]] QByteArray windowState() const { return bytes("window/state"); }
    void setWindow(const QByteArray& geometry, const QByteArray& state);
    void forgetWindow() { store_.remove("window"); }

    /// What the user has put in place of an action's own shortcut; nothing: its own.
    [[nodiscard]] std::optional<QKeySequence> shortcut(const QString& action) const;
    /// Nothing: its own again.
    void setShortcut(const QString& action, const std::optional<QKeySequence>& keys);

  private:
    [[nodiscard]] QString text(const char* key) const;
    [[nodiscard]] bool flag(const char* key, bool otherwise) const;
    [[nodiscard]] QByteArray bytes(const char* key) const;

    QSettings store_;
};

} // namespace fairlead::gui
