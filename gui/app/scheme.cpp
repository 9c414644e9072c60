// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/scheme.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "gui/widgets/icons.hpp"

#include <fmt/format.h>

#include <QApplication>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <map>

namespace fairlead::gui {

namespace {

struct Role {
    const char* name;
    QPalette::ColorRole role;
};

constexpr std::array roles{Role{"window", QPalette::Window},
                           Role{"text", QPalette::WindowText},
                           Role{"base", QPalette::Base},
                           Role{"alternate", QPalette::AlternateBase},
                           Role{"button", QPalette::Button},
                           Role{"highlight", QPalette::Highlight},
                           Role{"highlighted_text", QPalette::HighlightedText},
                           Role{"link", QPalette::Link},
                           Role{"faint", QPalette::PlaceholderText},
                           Role{"bright", QPalette::BrightText},
                           Role{"light", QPalette::Light},
                           Role{"midlight", QPalette::Midlight},
                           Role{"mid", QPalette::Mid},
                           Role{"dark", QPalette::Dark},
                           Role{"shadow", QPalette::Shadow},
                           Role{"tip", QPalette::ToolTipBase},
                           Role{"tip_text", QPalette::ToolTipText}};

std::map<std::string, QColor> colours_of(const Table& table) {
    std::map<std::string, QColor> colours;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const auto part = [&](const char* column) {
            const double value = table.number(row, column);
            if (value < 0.0 || value > 255.0) {
                throw Error(ErrorCode::malformed, fmt::format("{}: {} {} is not from 0 to 255",
                                                              table.where(row), column, value));
            }
            return static_cast<int>(value);
        };
        colours[table.text(row, "name")] = QColor(part("red"), part("green"), part("blue"));
    }
    return colours;
}

QString style_sheet_of(const QPalette& palette) {
    // A style sheet takes pictures from files only, and white ink would glare at night.
    const bool is_night = palette.color(QPalette::HighlightedText).lightnessF() < 0.7F;
    const auto tick = is_night ? QStringLiteral("tick-night") : QStringLiteral("tick");
    const auto name = [&](QPalette::ColorRole role) { return palette.color(role).name(); };
    // Fusion's own outlines vanish on dark windows.
    return QStringLiteral("QToolTip { color: %1; background: %2; border: 1px solid %3; }"
                          "QCheckBox::indicator, QGroupBox::indicator, QListView::indicator,"
                          " QTreeView::indicator, QTableView::indicator"
                          " { width: 13px; height: 13px; border: 1px solid %3; background: %4; }"
                          "QCheckBox::indicator:checked, QGroupBox::indicator:checked,"
                          " QListView::indicator:checked, QTreeView::indicator:checked,"
                          " QTableView::indicator:checked"
                          " { background: %5; image: url(%8); }"
                          "QCheckBox::indicator:focus { border: 2px solid %5; }"
                          "QDockWidget::title { background: %6; padding: 4px 8px; }"
                          "QHeaderView::section { background: %6; color: %7; border: 0;"
                          " border-right: 1px solid %3; padding: 3px 6px; }")
        .arg(name(QPalette::ToolTipText), name(QPalette::ToolTipBase), name(QPalette::Mid),
             name(QPalette::Base), name(QPalette::Highlight), name(QPalette::Button),
             name(QPalette::WindowText), icon_file(tick));
}

} // namespace

Scheme Scheme::from_table(const QString& name, const Table& table) {
    const auto colours = colours_of(table);
    Scheme scheme;
    scheme.name = name;
    for (const auto& colour : colours) {
        const auto& key = colour.first;
        const auto known = std::any_of(roles.begin(), roles.end(),
                                       [&](const Role& role) { return key == role.name; });
        if (!known) {
            throw Error(ErrorCode::malformed, fmt::format("window colours '{}': unknown name '{}'",
                                                          name.toStdString(), key));
        }
    }
    for (const auto& [key, role] : roles) {
        const auto found = colours.find(key);
        if (found == colours.end()) {
            throw Error(ErrorCode::malformed, fmt::format("window colours '{}': '{}' is missing",
                                                          name.toStdString(), key));
        }
        scheme.palette.setColor(role, found->second);
    }
    const auto text = colours.at("text");
    const auto faint = colours.at("faint");
    scheme.palette.setColor(QPalette::Text, text);
    scheme.palette.setColor(QPalette::ButtonText, text);
    scheme.palette.setColor(QPalette::LinkVisited, colours.at("link"));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        scheme.palette.setColor(QPalette::Disabled, role, faint);
    }
    scheme.palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.at("mid"));
    scheme.style_sheet = style_sheet_of(scheme.palette);
    return scheme;
}

Scheme Scheme::named(const QString& name) {
    const auto file = data_folder() / "palettes" / ("window_" + name.toStdString() + ".csv");
    return from_table(name, Table::read(file));
}

QStringList Scheme::names() {
    return {QStringLiteral("day"), QStringLiteral("dusk"), QStringLiteral("night")};
}

QString Scheme::next(const QString& current, const QString& came_from) {
    const auto all = names();
    if (current == all[1]) {
        return came_from == all[2] ? all[0] : all[2];
    }
    return all[1];
}

void apply(const Scheme& scheme, QApplication& application) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(scheme.palette);
    application.setStyleSheet(scheme.style_sheet);
}

} // namespace fairlead::gui
