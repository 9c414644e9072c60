// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/actions.hpp"

#include "core/base/contract.hpp"
#include "gui/widgets/icons.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace fairlead::gui {

namespace {

struct Row {
    const char* name;
    MenuId menu;
    const char* words;
    const char* keys; ///< portable text; several are separated by "; "
    const char* icon;
    bool begins_group = false;
    bool is_checkable = false;
};

constexpr std::array table{
    Row{"new", MenuId::file, QT_TRANSLATE_NOOP("Actions", "&New voyage"), "Ctrl+N", "new"},
    Row{"open", MenuId::file, QT_TRANSLATE_NOOP("Actions", "&Open..."), "Ctrl+O", "open"},
    Row{"open_sample", MenuId::file, QT_TRANSLATE_NOOP("Actions", "Open sample &voyage"), "", ""},
    Row{"save", MenuId::file, QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", "save", true},
    Row{"save_as", MenuId::file, QT_TRANSLATE_NOOP("Actions", "Save &as..."), "Ctrl+Shift+S", ""},
    Row{"export", MenuId::file, QT_TRANSLATE_NOOP("Actions", "&Export route..."), "Ctrl+E",
        "export", true},
    Row{"report", MenuId::file, QT_TRANSLATE_NOOP("Actions", "Report as &PDF..."), "Ctrl+P",
        "report"},
    Row{"quit", MenuId::file, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", "", true},

    Row{"undo", MenuId::edit, QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo"},
    Row{"redo", MenuId::edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo"},
    Row{"delete", MenuId::edit, QT_TRANSLATE_NOOP("Actions", "&Delete waypoint"), "Del", "delete",
        true},
    Row{"reverse", MenuId::edit, QT_TRANSLATE_NOOP("Actions", "Re&verse voyage"), "", ""},
    Row{"find", MenuId::edit, QT_TRANSLATE_NOOP("Actions", "&Find place or position"), "/; Ctrl+F",
        "search", true},

    Row{"plan", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "&Plan voyage"), "Ctrl+R", "plan"},
    Row{"cancel", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "&Cancel planning"), "Esc", "cancel"},
    Row{"compare_departures", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "C&ompare departures..."),
        "Ctrl+D", ""},
    Row{"read_again", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "&Read the data again"), "Ctrl+F5",
        "", true},
    Row{"pin", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "P&in candidate for comparison"), "P",
        "pin", true},
    Row{"next_problem", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "&Next problem"), "F8",
        "severity-warning", true},
    Row{"previous_problem", MenuId::plan, QT_TRANSLATE_NOOP("Actions", "Pre&vious problem"),
        "Shift+F8", ""},
    Row{"replan_when_dragged", MenuId::plan,
        QT_TRANSLATE_NOOP("Actions", "Find legs anew when &dragged"), "", "", true, true},

    Row{"zoom_in", MenuId::view, QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "+; =; PgUp", "zoom-in"},
    Row{"zoom_out", MenuId::view, QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "-; PgDown",
        "zoom-out"},
    Row{"fit_route", MenuId::view, QT_TRANSLATE_NOOP("Actions", "&Fit voyage"), "Home", "fit"},
    Row{"fit_all", MenuId::view, QT_TRANSLATE_NOOP("Actions", "Fit &everything"), "Ctrl+0", ""},
    Row{"rotate_to_route", MenuId::view,
        QT_TRANSLATE_NOOP("Actions", "&Turn voyage from left to right"), "R", "rotate", true},
    Row{"north_up", MenuId::view, QT_TRANSLATE_NOOP("Actions", "&North up"), "Shift+R", "north"},
    Row{"scheme", MenuId::view, QT_TRANSLATE_NOOP("Actions", "Next &colours: day, dusk, night"),
        "F5", "scheme", true},
    Row{"reset_layout", MenuId::view, QT_TRANSLATE_NOOP("Actions", "Reset &layout"), "", ""},

    Row{"tool_pan", MenuId::tools, QT_TRANSLATE_NOOP("Actions", "&Pan"), "H", "pan", false, true},
    Row{"tool_waypoint", MenuId::tools, QT_TRANSLATE_NOOP("Actions", "&New waypoint"), "N",
        "waypoint", false, true},
    Row{"tool_edit", MenuId::tools, QT_TRANSLATE_NOOP("Actions", "&Edit line"), "E", "edit", false,
        true},
    Row{"tool_measure", MenuId::tools, QT_TRANSLATE_NOOP("Actions", "&Measure"), "M; F4", "measure",
        false, true},
    Row{"tool_zone", MenuId::tools, QT_TRANSLATE_NOOP("Actions", "No-&go zone"), "G", "zone", false,
        true},
    Row{"tool_identify", MenuId::tools, QT_TRANSLATE_NOOP("Actions", "&Identify"), "I", "identify",
        false, true},

    Row{"play", MenuId::time, QT_TRANSLATE_NOOP("Actions", "&Play or pause"), "Space", "play"},
    Row{"step_back", MenuId::time, QT_TRANSLATE_NOOP("Actions", "Step &back"), ",", "previous",
        true},
    Row{"step_on", MenuId::time, QT_TRANSLATE_NOOP("Actions", "Step &on"), ".", "next"},
    Row{"day_back", MenuId::time, QT_TRANSLATE_NOOP("Actions", "A &day back"), "Shift+,", ""},
    Row{"day_on", MenuId::time, QT_TRANSLATE_NOOP("Actions", "A day o&n"), "Shift+.", ""},

    Row{"guide", MenuId::help, QT_TRANSLATE_NOOP("Actions", "&User guide"), "F1", "help"},
    Row{"shortcuts", MenuId::help, QT_TRANSLATE_NOOP("Actions", "&Shortcuts..."), "", ""},
    Row{"welcome", MenuId::help, QT_TRANSLATE_NOOP("Actions", "&First steps"), "", ""},
    Row{"about", MenuId::help, QT_TRANSLATE_NOOP("Actions", "&About Fairlead"), "", "", true},
};

QString translated(const char* words) {
    return QCoreApplication::translate("Actions", words);
}

const Row& row_of(const QString& name) {
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const Row& one) { return name == QLatin1String(one.name); });
    FAIRLEAD_EXPECTS(row != table.end());
    return *row;
}

QList<QKeySequence> own_keys(const Row& row) {
    const QLatin1String keys(row.keys);
    return keys.isEmpty() ? QList<QKeySequence>()
                          : QKeySequence::listFromString(keys, QKeySequence::PortableText);
}

} // namespace

Actions::Actions(Settings& settings, QObject* parent) : QObject(parent), settings_(settings) {
    for (const auto& row : table) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(row.name));
        action->setCheckable(row.is_checkable);
        action->setIcon(icon(QLatin1String(row.icon)));
        FAIRLEAD_EXPECTS(*row.icon == '\0' || !action->icon().isNull());
        const auto name = QString::fromLatin1(row.name);
        if (const auto keys = settings_.shortcut(name)) {
            action->setShortcut(*keys);
        } else {
            action->setShortcuts(own_keys(row));
        }
        entries_.push_back({action, row.menu, row.begins_group, name});
        by_name_.emplace(row.name, action);
    }
    retranslate();
}

QAction& Actions::operator[](std::string_view name) const {
    const auto found = by_name_.find(name);
    FAIRLEAD_EXPECTS(found != by_name_.end());
    return *found->second;
}

const Actions::Entry* Actions::user_of(const QKeySequence& keys, const QAction* other_than) const {
    for (const auto& entry : entries_) {
        if (entry.action != other_than && entry.action->shortcuts().contains(keys)) {
            return &entry;
        }
    }
    return nullptr;
}

void Actions::setShortcut(const Entry& entry, const QKeySequence& keys) {
    entry.action->setShortcut(keys);
    settings_.setShortcut(entry.name, keys);
}

void Actions::resetShortcut(const Entry& entry) {
    entry.action->setShortcuts(own_keys(row_of(entry.name)));
    settings_.setShortcut(entry.name, std::nullopt);
}

QKeySequence Actions::ownShortcut(const Entry& entry) const {
    return own_keys(row_of(entry.name)).value(0);
}

QString Actions::words(const Entry& entry) {
    return translated(row_of(entry.name).words);
}

void Actions::retranslate() {
    for (const auto& entry : entries_) {
        entry.action->setText(words(entry));
    }
}

QString Actions::menuTitle(MenuId menu) {
    switch (menu) {
    case MenuId::file:
        return tr("&File");
    case MenuId::edit:
        return tr("&Edit");
    case MenuId::plan:
        return tr("&Plan");
    case MenuId::view:
        return tr("&View");
    case MenuId::tools:
        return tr("&Tools");
    case MenuId::time:
        return tr("T&ime");
    case MenuId::help:
        return tr("&Help");
    }
    return {};
}

} // namespace fairlead::gui
