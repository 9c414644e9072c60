// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settings.hpp"

#include <array>

namespace fairlead::gui {

namespace {

constexpr qsizetype most_recent_files = 10;

QString shortcut_key(const QString& action) {
    return QStringLiteral("shortcuts/") + action;
}

} // namespace

Settings::Settings()
    : store_(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Fairlead"),
             QStringLiteral("desktop")) {}

Settings::Settings(const QString& file) : store_(file, QSettings::IniFormat) {}

QString Settings::scheme() const {
    auto name = text("scheme");
    for (const auto* known : {"dusk", "night"}) {
        if (name == QLatin1String(known)) {
            return name;
        }
    }
    return QStringLiteral("day");
}

QStringList Settings::recentFiles() const {
    return store_.value("recent_files").toStringList();
}

void Settings::addRecentFile(const QString& file) {
    auto files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    store_.setValue("recent_files", QStringList(files.mid(0, most_recent_files)));
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    store_.setValue("window/geometry", geometry);
    store_.setValue("window/state", state);
}

std::optional<QKeySequence> Settings::shortcut(const QString& action) const {
    const auto value = store_.value(shortcut_key(action));
    if (!value.isValid()) {
        return std::nullopt;
    }
    return QKeySequence(value.toString(), QKeySequence::PortableText);
}

void Settings::setShortcut(const QString& action, const std::optional<QKeySequence>& keys) {
    if (keys) {
        store_.setValue(shortcut_key(action), keys->toString(QKeySequence::PortableText));
    } else {
        store_.remove(shortcut_key(action));
    }
}

QString Settings::text(const char* key) const {
    return store_.value(QLatin1String(key)).toString();
}

bool Settings::flag(const char* key, bool otherwise) const {
    const auto value = store_.value(QLatin1String(key));
    return value.canConvert<bool>() ? value.toBool() : otherwise;
}

QByteArray Settings::bytes(const char* key) const {
    return store_.value(QLatin1String(key)).toByteArray();
}

} // namespace fairlead::gui
