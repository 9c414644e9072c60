// SPDX-License-Identifier: Apache-2.0
#include "gui/app/language.hpp"
#include "gui/app/main_window.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"
#include "gui/view/chart_view.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace fairlead;

namespace {

/// English again, and the numbers of the C locale, whatever the test did.
struct QuietEnd {
    QuietEnd() = default;
    QuietEnd(const QuietEnd&) = delete;
    QuietEnd& operator=(const QuietEnd&) = delete;
    ~QuietEnd() {
        gui::speak(QStringLiteral("en"));
        QLocale::setDefault(QLocale::c());
    }
};

QString utf8(const char* text) {
    return QString::fromUtf8(text);
}

QStringList menu_titles(const gui::MainWindow& window) {
    QStringList titles;
    for (const auto* action : window.menuBar()->actions()) {
        titles << action->text();
    }
    return titles;
}

QStringList dock_titles(const gui::MainWindow& window) {
    QStringList titles;
    for (const auto* dock :
         window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        titles << dock->windowTitle();
    }
    return titles;
}

} // namespace

TEST_CASE("language: the choice goes before the system's, which goes before English",
          "[language]") {
    const auto shown = [](const char* choice, const QStringList& system) {
        return gui::shown_language(QLatin1String(choice), system).toStdString();
    };
    CHECK(shown("ru", {QStringLiteral("zh-CN")}) == "ru");
    CHECK(shown("", {QStringLiteral("ru-KZ"), QStringLiteral("en-US")}) == "ru");
    CHECK(shown("", {QStringLiteral("zh-Hans-SG")}) == "zh_CN");
    CHECK(shown("", {QStringLiteral("zh-CN")}) == "zh_CN");
    CHECK(shown("", {QStringLiteral("nb-NO"), QStringLiteral("ru-RU")}) == "ru");
    CHECK(shown("", {QStringLiteral("nb-NO")}) == "en");
    CHECK(shown("", {}) == "en");
    // Another script, which readers of it would not call their language.
    CHECK(shown("", {QStringLiteral("zh-Hant-TW")}) == "en");
    CHECK(shown("", {QStringLiteral("zh-TW")}) == "en");
    CHECK(shown("tlh", {QStringLiteral("ru-RU")}) == "ru");
}

TEST_CASE("language: numbers follow the choice, or the system's own way with it", "[language]") {
    const QLocale norwegian(QLocale::NorwegianBokmal, QLocale::Norway);
    CHECK(gui::locale_of(QStringLiteral("ru"), norwegian).decimalPoint() == QStringLiteral(","));
    CHECK(gui::locale_of(QStringLiteral("zh_CN"), norwegian).decimalPoint() == QStringLiteral("."));
    CHECK(gui::locale_of(QString(), norwegian) == norwegian);
    const QLocale irish(QLocale::English, QLocale::Ireland);
    CHECK(gui::locale_of(QStringLiteral("en"), irish) == irish);
}

TEST_CASE("language: plurals have the forms of the language", "[language]") {
    const QuietEnd end;
    const auto steps = [](int count) {
        return QCoreApplication::translate("fairlead::gui::FindingModel", "%n warning(s)", nullptr,
                                           count);
    };
    gui::speak(QStringLiteral("en"));
    CHECK(steps(1) == QStringLiteral("1 warning"));
    CHECK(steps(2) == QStringLiteral("2 warnings"));
    gui::speak(QStringLiteral("ru"));
    CHECK(steps(1) == utf8("1 предупреждение"));
    CHECK(steps(3) == utf8("3 предупреждения"));
    CHECK(steps(11) == utf8("11 предупреждений"));
    CHECK(steps(21) == utf8("21 предупреждение"));
    gui::speak(QStringLiteral("zh_CN"));
    CHECK(steps(2) == utf8("2 项警告"));
}

TEST_CASE("language: Qt's own words come with it", "[language]") {
    const QuietEnd end;
    gui::speak(QStringLiteral("ru"));
    CHECK(QCoreApplication::translate("QPlatformTheme", "Discard") != QStringLiteral("Discard"));
}

TEST_CASE("language: a finding is titled in other languages and speaks for itself in English",
          "[language]") {
    const QuietEnd end;
    rules::Finding finding;
    finding.code = "zone.prohibited";
    finding.message = "passage is prohibited in zone 'Seven'";
    finding.subject = "Seven";
    gui::speak(QStringLiteral("en"));
    CHECK(gui::finding_title(finding).isEmpty());
    CHECK(gui::finding_line(finding) == QStringLiteral("Passage is prohibited in zone 'Seven'."));
    gui::speak(QStringLiteral("ru"));
    CHECK(gui::finding_line(finding) == utf8("Проход в зоне запрещён: Seven"));

    SECTION("about a variable it says the variable's name") {
        finding.code = "data.held";
        finding.subject = "sea_ice_thickness";
        CHECK(gui::finding_line(finding) == utf8("Удержано последнее значение: Толщина льда"));
    }
    SECTION("a place that stands beside it is not said twice") {
        finding.code = "land.crossing";
        finding.position = geo::Position::degrees(70.0, 30.0);
        finding.subject = geo::format_position(*finding.position);
        CHECK(gui::finding_line(finding) == utf8("Линия пути пересекает берег"));
    }
    SECTION("a code without a title keeps the sentence") {
        finding.code = "made.up";
        CHECK(gui::finding_line(finding) ==
              QStringLiteral("Passage is prohibited in zone 'Seven'."));
    }
    SECTION("of no route the first thing that blocks is the line") {
        plan::NoRoute none;
        none.reason = "no way";
        CHECK(gui::no_route_line(none) == QStringLiteral("No way."));
        none.blocking.push_back(finding);
        CHECK(gui::no_route_line(none) == utf8("Проход в зоне запрещён: Seven"));
    }
}

TEST_CASE("language: stages of the engine are known by name", "[language]") {
    const QuietEnd end;
    gui::speak(QStringLiteral("ru"));
    CHECK(gui::stage_text(QStringLiteral("searching")) == utf8("поиск пути"));
    CHECK(gui::stage_text(QStringLiteral("season.nc")) == QStringLiteral("season.nc"));
}

TEST_CASE("language: positions and times are the same in every language", "[language]") {
    const QuietEnd end;
    const auto place = geo::Position::degrees(69.5, -33.25);
    const auto time = parse_instant("2030-08-12T03:44Z");
    gui::speak(QStringLiteral("en"));
    const auto position = gui::position_text(place);
    const auto instant = gui::instant_text_utc(time);
    for (const auto& one : gui::languages()) {
        gui::speak(QLatin1String(one.code));
        CHECK(gui::position_text(place) == position);
        CHECK(gui::instant_text_utc(time) == instant);
    }
    gui::speak(QStringLiteral("ru"));
    CHECK(gui::number_text(12.5, 1) == QStringLiteral("12,5"));
}

TEST_CASE("language: a running window changes it and keeps voyage, undo, view and layout",
          "[language]") {
    const QuietEnd end;
    chart::ensure_gui_application();
    gui::speak(QStringLiteral("en"));
    const test::ScratchFolder folder;
    gui::Settings settings(QString::fromStdString((folder.path() / "gui.ini").string()));
    gui::MainWindow window(settings);
    window.resize(1600, 1000);
    window.chart().setAnimated(false);
    window.show();
    window.session().document().edit(QStringLiteral("Add"), [](gui::Voyage& voyage) {
        gui::append_point(voyage, geo::Position::degrees(72.0, 30.0), "West");
        gui::append_point(voyage, geo::Position::degrees(74.0, 44.0), "East");
    });
    auto* profile = window.findChild<QDockWidget*>(QStringLiteral("profile"));
    REQUIRE(profile != nullptr);
    profile->hide();
    window.chart().setTool(gui::ToolKind::measure);
    const auto view = window.chart().view().centre();
    const auto voyage = window.session().voyage();
    const int edits = window.session().document().undoStack().count();
    const auto docks = dock_titles(window).size();
    CHECK(menu_titles(window).contains(QStringLiteral("&File")));

    auto* language = window.findChild<QAction*>(QStringLiteral("language ru"));
    REQUIRE(language != nullptr);
    language->trigger();
    QTest::qWait(50);

    CHECK(settings.language() == QStringLiteral("ru"));
    CHECK(menu_titles(window).contains(utf8("&Файл")));
    CHECK_FALSE(menu_titles(window).contains(QStringLiteral("&File")));
    CHECK(dock_titles(window).contains(utf8("Слои")));
    CHECK(dock_titles(window).size() == docks);
    CHECK(window.actions()["open"].text() == utf8("&Открыть..."));
    CHECK(window.chart().accessibleName() == utf8("Карта"));
    CHECK(window.session().voyage() == voyage);
    CHECK(window.session().document().undoStack().count() == edits);
    CHECK(window.chart().tool() == gui::ToolKind::measure);
    CHECK(window.actions()["tool_measure"].isChecked());
    CHECK(window.chart().view().centre().x_m == view.x_m);
    CHECK(window.findChild<QDockWidget*>(QStringLiteral("profile"))->isHidden());
    CHECK(window.findChild<QAction*>(QStringLiteral("language ru"))->isChecked());

    SECTION("and back, as often as one likes") {
        for (const auto* code : {"language zh_CN", "language en", "language "}) {
            window.findChild<QAction*>(QLatin1String(code))->trigger();
            QTest::qWait(50);
        }
        CHECK(settings.language().isEmpty());
        CHECK(dock_titles(window).size() == docks);
        window.session().document().undoStack().undo();
        CHECK(window.session().voyage().points.empty());
    }
}
