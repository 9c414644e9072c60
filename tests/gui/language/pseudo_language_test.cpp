// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/language/pseudo_language.hpp"

#include "core/base/version.hpp"
#include "core/io/vessel_file.hpp"
#include "gui/app/about_dialog.hpp"
#include "gui/app/language.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/shortcut_dialog.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/dialogs/export_dialog.hpp"
#include "gui/models/words.hpp"
#include "gui/view/chart_view.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace fairlead;

namespace {

struct PseudoWindow {
    test::ScratchFolder folder;
    gui::Settings settings{QString::fromStdString((folder.path() / "gui.ini").string())};
    gui::test::PseudoLanguage language;
    gui::MainWindow window{settings};

    PseudoWindow() {
        chart::ensure_gui_application();
        window.resize(1600, 1000);
        window.show();
    }

    void openPlanned() {
        gui::test::open_planned(window.session());
        QTest::qWait(50);
    }
};

/// A panel behind another one has its size only once it has been in front.
void bring_each_to_the_front(gui::MainWindow& window) {
    for (auto* dock : window.findChildren<QDockWidget*>()) {
        dock->raise();
        QTest::qWait(1);
    }
}

} // namespace

namespace {

/// What is shown in the tongue it comes in: names of ships, files, places and languages, units,
/// codes and formulas, and the engine's sentences, which stay in English as details.
class Spoken {
  public:
    explicit Spoken(const gui::VoyageSession& session) {
        for (const auto& listed : io::list_vessels()) {
            add(listed.vessel->particulars().name);
        }
        for (const auto& one : gui::languages()) {
            add(one.own_name);
        }
        for (const auto& point : session.voyage().points) {
            add(point.name);
        }
        add(session.voyage().name);
        add(session.voyage().vessel);
        add(session.surroundingsProblem().toStdString());
        add("Fairlead");
        for (const auto& candidate : session.candidates()) {
            add(candidate.result->findings);
            if (const auto* none = candidate.result->no_route()) {
                add(none->blocking);
                add(none->reason);
                for (const auto& sentence : none->account) {
                    add(sentence);
                }
                for (const auto& remedy : none->remedies) {
                    add(remedy.sentence);
                }
            }
            if (const auto* route = candidate.result->route()) {
                for (const auto& wait : route->waits) {
                    add(wait.reason);
                }
            }
        }
    }

    void add(const std::string& text) {
        if (!text.empty()) {
            texts_ << QString::fromStdString(text) << gui::sentence_text(text);
        }
        std::sort(texts_.begin(), texts_.end(),
                  [](const QString& a, const QString& b) { return a.size() > b.size(); });
    }

    /// Words that nobody translated.
    [[nodiscard]] QStringList unspoken(QString text) const {
        for (const auto& one : texts_) {
            text.remove(one);
        }
        auto words = gui::test::bare_words(text);
        for (const auto* fixed : {"time_h", "fuel_t", "UTC", "Ctrl", "Shift", "Esc", "Del", "PgUp",
                                  "PgDown", "Home", "Space", "Alt", "Super"}) {
            words.removeAll(QLatin1String(fixed));
        }
        static const QRegularExpression code(QStringLiteral("^(PC\\d|IA|F\\d+|[NSEW])$"));
        words.removeIf([](const QString& word) { return code.match(word).hasMatch(); });
        return words;
    }

  private:
    void add(const std::vector<rules::Finding>& findings) {
        for (const auto& finding : findings) {
            add(finding.message);
            add(finding.rule);
            add(finding.remedy);
            add(finding.subject);
            add(finding.key());
        }
    }

    QStringList texts_;
};

void check_spoken(const QWidget& widget, const Spoken& spoken) {
    const auto texts = gui::test::texts_of(widget);
    CHECK_FALSE(texts.isEmpty());
    for (const auto& text : texts) {
        const auto words = spoken.unspoken(text);
        INFO(text.toStdString());
        CHECK(words.join(QLatin1Char(' ')).toStdString() == "");
    }
}

std::string lines(const QStringList& texts) {
    return texts.join(QLatin1Char('\n')).toStdString();
}

} // namespace

TEST_CASE("pseudo language: brackets tell what was translated", "[pseudo]") {
    const gui::test::PseudoLanguage language;
    CHECK(gui::test::bare_words(QCoreApplication::translate("Any", "Save")).isEmpty());
    CHECK(gui::test::bare_words(QStringLiteral("\u27e6Undo: \u27e6Move\u27e7\u27e7")).isEmpty());
    CHECK(gui::test::bare_words(QStringLiteral("12.5 \u27e6kn\u27e7 by hand")) ==
          QStringList{QStringLiteral("by"), QStringLiteral("hand")});
    CHECK(
        gui::test::bare_words(QStringLiteral("<p style='x'>70\u00b000.000\u2032N</p>")).isEmpty());
    QLabel hard(QStringLiteral("Hard-coded"));
    CHECK(gui::test::texts_of(hard) == QStringList{QStringLiteral("Hard-coded")});
    CHECK_FALSE(gui::test::bare_words(hard.text()).isEmpty());
}

TEST_CASE("pseudo language: what is too narrow for its words is named", "[pseudo]") {
    chart::ensure_gui_application();
    QWidget window;
    window.resize(400, 300);
    QLabel narrow(QStringLiteral("Too long for this"), &window);
    narrow.setFixedWidth(20);
    QLabel wide(QStringLiteral("Wide enough"), &window);
    wide.setFixedWidth(300);
    window.show();
    const auto found = gui::test::clipped(window);
    REQUIRE(found.size() == 1);
    CHECK(found.front().contains(narrow.text()));
}

TEST_CASE("pseudo language: every word of the window goes through the translators", "[pseudo]") {
    PseudoWindow test;
    SECTION("with a planned voyage") {
        test.openPlanned();
        check_spoken(test.window, Spoken(test.window.session()));
    }
    SECTION("with no route to be had") {
        test.openPlanned();
        auto& session = test.window.session();
        session.document().edit(QStringLiteral("\u27e6-\u27e7"),
                                [](gui::Voyage& voyage) { voyage.points.clear(); });
        session.adopt(
            {gui::test::refused_candidate(gui::test::planned_voyage(), cost::ObjectiveKind::time)});
        QTest::qWait(20);
        check_spoken(test.window, Spoken(session));
    }
    SECTION("empty") {
        check_spoken(test.window, Spoken(test.window.session()));
    }
}

TEST_CASE("pseudo language: every word of the dialogs goes through the translators", "[pseudo]") {
    PseudoWindow test;
    test.openPlanned();
    Spoken spoken(test.window.session());
    for (const auto* name : {"GPL-3.0-or-later",
                             "Apache-2.0",
                             "LGPL-3.0-or-later",
                             "LGPL-3.0",
                             "LGPL-2.1",
                             "BSL-1.0",
                             "MIT",
                             "QCustomPlot",
                             "Qt",
                             "GDAL",
                             "PROJ",
                             "pugixml",
                             "toml++",
                             "nlohmann-json",
                             "fmt",
                             "muParser",
                             "BSD-2-Clause",
                             "GEOS",
                             "Boost",
                             "GSHHG",
                             "Wessel",
                             "Smith",
                             ".rtz"}) {
        spoken.add(name);
    }
    gui::show_about(&test.window);
    check_spoken(*test.window.findChild<QDialog*>(), spoken);
    gui::ExportDialog exporting(test.window.session(), nullptr);
    exporting.show();
    gui::ShortcutDialog shortcuts(test.window.actions());
    check_spoken(shortcuts, spoken);
    exporting.suggest(QStringLiteral("/1/2"));
    check_spoken(exporting, spoken);
}

TEST_CASE("pseudo language: words that are 40 % longer fit the window", "[pseudo]") {
    PseudoWindow test;
    QTest::qWait(20);
    CHECK(lines(gui::test::clipped(test.window)) == "");
    test.openPlanned();
    CHECK(lines(gui::test::clipped(test.window)) == "");
}

TEST_CASE("language: the window's words fit in every language", "[pseudo]") {
    chart::ensure_gui_application();
    for (const auto& one : gui::languages()) {
        gui::speak(QLatin1String(one.code));
        const test::ScratchFolder folder;
        gui::Settings settings(QString::fromStdString((folder.path() / "gui.ini").string()));
        gui::MainWindow window(settings);
        window.resize(1600, 1000);
        window.show();
        QTest::qWait(20);
        bring_each_to_the_front(window);
        CHECK(lines(gui::test::clipped(window)) == "");
        gui::test::open_planned(window.session());
        QTest::qWait(50);
        bring_each_to_the_front(window);
        INFO(one.code);
        CHECK(lines(gui::test::clipped(window)) == "");
    }
    gui::speak(QStringLiteral("en"));
    QLocale::setDefault(QLocale::c());
}

TEST_CASE("language: no letter is asked for twice in a menu", "[pseudo]") {
    chart::ensure_gui_application();
    for (const auto& one : gui::languages()) {
        gui::speak(QLatin1String(one.code));
        const test::ScratchFolder folder;
        gui::Settings settings(QString::fromStdString((folder.path() / "gui.ini").string()));
        gui::MainWindow window(settings);
        QList<QWidget*> menus{window.menuBar()};
        for (auto* menu : window.findChildren<QMenu*>()) {
            menus << menu;
        }
        CHECK(menus.size() > 7);
        for (const auto* menu : menus) {
            QStringList letters;
            for (const auto* action : menu->actions()) {
                const auto letter = QKeySequence::mnemonic(action->text()).toString();
                if (!letter.isEmpty()) {
                    INFO(one.code << ' ' << action->text().toStdString());
                    CHECK_FALSE(letters.contains(letter));
                    letters << letter;
                }
            }
        }
    }
    gui::speak(QStringLiteral("en"));
    QLocale::setDefault(QLocale::c());
}
