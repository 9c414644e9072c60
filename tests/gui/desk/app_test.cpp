// SPDX-License-Identifier: Apache-2.0
#include "gui/app/actions.hpp"
#include "gui/app/log_panel.hpp"
#include "gui/app/scheme.hpp"
#include "gui/app/settings.hpp"
#include "gui/app/shortcut_dialog.hpp"

#include "core/base/error.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace fairlead;

namespace {

/// Relative luminance and contrast by WCAG 2.1.
double luminance(const QColor& colour) {
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

TEST_CASE("scheme: text can be read on every ground, by day, dusk and night", "[scheme]") {
    for (const auto& name : gui::Scheme::names()) {
        const auto palette = gui::Scheme::named(name).palette;
        INFO(name.toStdString());
        for (const auto ground :
             {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            CHECK(contrast(palette.color(QPalette::WindowText), palette.color(ground)) >= 4.5);
            CHECK(contrast(palette.color(QPalette::PlaceholderText), palette.color(ground)) >= 3.0);
        }
        CHECK(contrast(palette.color(QPalette::HighlightedText),
                       palette.color(QPalette::Highlight)) >= 4.5);
        CHECK(contrast(palette.color(QPalette::ToolTipText),
                       palette.color(QPalette::ToolTipBase)) >= 4.5);
        CHECK(contrast(palette.color(QPalette::Link), palette.color(QPalette::Base)) >= 4.5);
        CHECK(contrast(palette.color(QPalette::BrightText), palette.color(QPalette::Base)) >= 4.5);
    }
}

TEST_CASE("scheme: night is dark", "[scheme]") {
    const auto palette = gui::Scheme::named(QStringLiteral("night")).palette;
    for (int role = 0; role < QPalette::NColorRoles; ++role) {
        if (role != QPalette::NoRole) {
            CHECK(luminance(palette.color(static_cast<QPalette::ColorRole>(role))) < 0.27);
        }
    }
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button,
                              QPalette::Highlight, QPalette::ToolTipBase}) {
        CHECK(luminance(palette.color(ground)) < 0.02);
    }
}

TEST_CASE("scheme: a table that lacks a colour or has one too many is refused", "[scheme]") {
    const auto table = Table::parse("name,red,green,blue\nwindow,1,2,3\n", "a.csv");
    CHECK_THROWS_WITH(gui::Scheme::from_table(QStringLiteral("a"), table),
                      Catch::Contains("'text' is missing"));
    const auto odd = Table::parse("name,red,green,blue\nwindoow,1,2,3\n", "a.csv");
    CHECK_THROWS_WITH(gui::Scheme::from_table(QStringLiteral("a"), odd),
                      Catch::Contains("unknown name 'windoow'"));
    const auto bright = Table::parse("name,red,green,blue\nwindow,1,2,300\n", "a.csv");
    CHECK_THROWS_WITH(gui::Scheme::from_table(QStringLiteral("a"), bright),
                      Catch::Contains("blue 300"));
}

TEST_CASE("scheme: F5 passes dusk both ways", "[scheme]") {
    QString came_from;
    QString now = QStringLiteral("day");
    QStringList seen;
    for (int i = 0; i < 4; ++i) {
        const auto next = gui::Scheme::next(now, came_from);
        came_from = now;
        now = next;
        seen << now;
    }
    CHECK(seen == QStringList{QStringLiteral("dusk"), QStringLiteral("night"),
                              QStringLiteral("dusk"), QStringLiteral("day")});
}

TEST_CASE("settings: kept between runs, nonsense counts as the default", "[settings]") {
    const test::ScratchFolder folder;
    const auto file = QString::fromStdString((folder.path() / "gui.ini").string());
    {
        gui::Settings settings(file);
        CHECK(settings.scheme() == QStringLiteral("day"));
        CHECK(settings.showsWelcome());
        settings.setScheme(QStringLiteral("night"));
        settings.setShowsWelcome(false);
        for (int i = 0; i < 12; ++i) {
            settings.addRecentFile(QStringLiteral("voyage%1.fairlead").arg(i));
        }
        settings.addRecentFile(QStringLiteral("voyage5.fairlead"));
        settings.setShortcut(QStringLiteral("plan"), QKeySequence(Qt::CTRL | Qt::Key_F9));
    }
    gui::Settings settings(file);
    CHECK(settings.scheme() == QStringLiteral("night"));
    CHECK_FALSE(settings.showsWelcome());
    REQUIRE(settings.recentFiles().size() == 10);
    CHECK(settings.recentFiles().front() == QStringLiteral("voyage5.fairlead"));
    CHECK(settings.recentFiles().count(QStringLiteral("voyage5.fairlead")) == 1);
    CHECK(settings.shortcut(QStringLiteral("plan")) == QKeySequence(Qt::CTRL | Qt::Key_F9));
    settings.setShortcut(QStringLiteral("plan"), std::nullopt);
    CHECK_FALSE(settings.shortcut(QStringLiteral("plan")));
    settings.setScheme(QStringLiteral("pink"));
    CHECK(settings.scheme() == QStringLiteral("day"));
}

TEST_CASE("actions: no two share their keys, each has words, icons are there", "[actions]") {
    const test::ScratchFolder folder;
    gui::Settings settings(QString::fromStdString((folder.path() / "gui.ini").string()));
    QObject owner;
    gui::Actions actions(settings, &owner);
    std::map<QString, QString> owner_of;
    std::set<QString> names;
    for (const auto& entry : actions.entries()) {
        INFO(entry.name.toStdString());
        CHECK(names.insert(entry.name).second);
        CHECK_FALSE(entry.action->text().isEmpty());
        for (const auto& keys : entry.action->shortcuts()) {
            const auto text = keys.toString();
            CHECK_FALSE(text.isEmpty());
            CHECK(owner_of.emplace(text, entry.name).second);
        }
    }
    for (const auto* with_icon : {"new", "open", "save", "undo", "plan", "play", "tool_pan"}) {
        INFO(with_icon);
        CHECK_FALSE(actions[with_icon].icon().isNull());
    }
}

TEST_CASE("actions: keys that the user has chosen come back, and go back", "[actions]") {
    const test::ScratchFolder folder;
    const auto file = QString::fromStdString((folder.path() / "gui.ini").string());
    const QKeySequence chosen(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    {
        gui::Settings settings(file);
        QObject owner;
        gui::Actions actions(settings, &owner);
        const auto* plan = actions.user_of(actions["plan"].shortcut(), nullptr);
        REQUIRE(plan != nullptr);
        actions.setShortcut(*plan, chosen);
    }
    gui::Settings settings(file);
    QObject owner;
    gui::Actions actions(settings, &owner);
    CHECK(actions["plan"].shortcut() == chosen);
    const auto* plan = actions.user_of(chosen, nullptr);
    REQUIRE(plan != nullptr);
    CHECK(actions.user_of(chosen, plan->action) == nullptr);
    actions.resetShortcut(*plan);
    CHECK(actions["plan"].shortcut() == QKeySequence(Qt::CTRL | Qt::Key_R));
    CHECK_FALSE(settings.shortcut(QStringLiteral("plan")));
}

TEST_CASE("shortcut dialog: refuses keys that are taken, takes others", "[shortcut_dialog]") {
    const test::ScratchFolder folder;
    gui::Settings settings(QString::fromStdString((folder.path() / "gui.ini").string()));
    QObject owner;
    gui::Actions actions(settings, &owner);
    gui::ShortcutDialog dialog(actions);
    auto* table = dialog.findChild<QTableWidget*>();
    auto* keys = dialog.findChild<QKeySequenceEdit*>();
    REQUIRE(table != nullptr);
    REQUIRE(keys != nullptr);
    const auto button = [&](const QString& text) {
        for (auto* one : dialog.findChildren<QPushButton*>()) {
            if (one->text().remove(QLatin1Char('&')) == text) {
                return one;
            }
        }
        return static_cast<QPushButton*>(nullptr);
    };
    for (int row = 0; row < table->rowCount(); ++row) {
        if (actions.entries()[static_cast<std::size_t>(row)].name == QStringLiteral("report")) {
            table->setCurrentCell(row, 1);
        }
    }
    keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_R));
    button(QStringLiteral("Take"))->click();
    CHECK(actions["report"].shortcut() == QKeySequence(Qt::CTRL | Qt::Key_P));
    keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_F12));
    button(QStringLiteral("Take"))->click();
    CHECK(actions["report"].shortcut() == QKeySequence(Qt::CTRL | Qt::Key_F12));
    button(QStringLiteral("Default"))->click();
    CHECK(actions["report"].shortcut() == QKeySequence(Qt::CTRL | Qt::Key_P));

    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("undo"));
    int shown = 0;
    for (int row = 0; row < table->rowCount(); ++row) {
        shown += table->isRowHidden(row) ? 0 : 1;
    }
    CHECK(shown == 1);
}

TEST_CASE("log: keeps what was said, once for what is said again at once", "[app]") {
    gui::LogPanel log;
    log.add(rules::Severity::warning, QStringLiteral("The disk is full."));
    log.add(rules::Severity::warning, QStringLiteral("The disk is full."));
    log.add(rules::Severity::info, QStringLiteral("Saved."));
    const auto lines = log.text().split(QLatin1Char('\n'));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].contains(QStringLiteral("The disk is full.")));
    CHECK(lines[0].contains(QLatin1Char('2')));
    CHECK(lines[1].endsWith(QStringLiteral("Saved.")));
}
