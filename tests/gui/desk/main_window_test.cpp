// SPDX-License-Identifier: Apache-2.0
#include "gui/app/main_window.hpp"

#include "core/base/text.hpp"
#include "core/geo/geodesic.hpp"
#include "core/io/rtz.hpp"
#include "gui/app/chart_companion.hpp"
#include "gui/app/identify_card.hpp"
#include "gui/app/settings.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/dialogs/guide_window.hpp"
#include "gui/document/backups.hpp"
#include "gui/document/journal.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/panels/leg_panel.hpp"
#include "gui/view/chart_view.hpp"
#include "gui/widgets/notice.hpp"
#include "gui/widgets/place_search.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/thread_clock.hpp"

#include <catch2/catch.hpp>

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolBar>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>

using namespace fairlead;
using gui::MainWindow;

namespace {

constexpr int patience_ms = 60000;

template <class Condition>
bool wait_for(Condition condition) {
    return QTest::qWaitFor(condition, patience_ms);
}

/// A window whose settings nobody else sees.
struct TestWindow {
    test::ScratchFolder folder;
    gui::Settings settings{QString::fromStdString((folder.path() / "gui.ini").string())};
    MainWindow window{settings};

    TestWindow() {
        chart::ensure_gui_application();
        window.resize(1600, 1000);
        window.show();
    }
};

/// Open water from one corner of the Barents Sea to another; saved as a project.
std::filesystem::path barents_project(const std::filesystem::path& folder) {
    gui::Project project;
    auto& voyage = project.voyage;
    voyage.name = "Barents";
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    voyage.sea.scenario.clear();
    gui::LayerChoice none;
    none.value = 0.0;
    voyage.sea.layers.push_back(none);
    voyage.objectives = {cost::ObjectiveKind::time};
    gui::append_point(voyage, geo::Position::degrees(72.0, 30.0), "West");
    gui::append_point(voyage, geo::Position::degrees(74.0, 44.0), "East");
    const auto file = folder / "barents.fairlead";
    gui::write_project(file, project);
    return file;
}

/// Answers the modal dialog that comes next: the one that asks for a file, by this name.
void answer_with_name(const QString& name) {
    QTimer::singleShot(0, [name] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        auto* line = dialog->findChild<QLineEdit*>();
        REQUIRE(line != nullptr);
        line->setText(name);
        static_cast<QDialog*>(dialog)->accept();
    });
}

/// Presses a button of the message box that comes, and keeps what it said.
void answer_box(QMessageBox::StandardButton button, QString& said) {
    auto* timer = new QTimer(QApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, [timer, button, &said] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box != nullptr) {
            said = box->text();
            timer->deleteLater();
            box->button(button)->click();
        }
    });
    timer->start(1);
}

double luminance(QRgb pixel) {
    const auto linear = [](int value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(pixel)) + 0.7152 * linear(qGreen(pixel)) +
           0.0722 * linear(qBlue(pixel));
}

} // namespace

TEST_CASE("window: a project is opened, planned, undone, saved", "[main_window]") {
    TestWindow test;
    auto& window = test.window;
    const auto file = barents_project(test.folder.path());
    window.files().open(file);
    CHECK(window.windowTitle().startsWith(QStringLiteral("Barents")));
    CHECK_FALSE(window.isWindowModified());
    REQUIRE(wait_for([&] { return window.session().surroundings().complete(); }));
    REQUIRE(window.actions()["plan"].isEnabled());
    window.actions()["plan"].trigger();
    CHECK(window.actions()["cancel"].isEnabled());
    CHECK_FALSE(window.actions()["plan"].isEnabled());
    REQUIRE(wait_for([&] { return !window.session().isPlanning(); }));
    REQUIRE(window.session().candidates().size() == 1);
    REQUIRE(window.session().isJudged());
    CHECK(window.isWindowModified());
    REQUIRE_FALSE(window.chart().content().routes.empty());
    const auto& line = window.chart().content().routes.back();
    CHECK(line.standing == gui::ChartRoute::Standing::selected);
    CHECK_FALSE(line.stale);
    CHECK(window.chart().marks().ship);

    window.actions()["undo"].trigger();
    CHECK_FALSE(window.isWindowModified());
    CHECK(window.chart().content().routes.back().stale);
    window.actions()["redo"].trigger();
    CHECK(window.session().isJudged());
    REQUIRE(window.files().save());
    CHECK_FALSE(window.isWindowModified());
    CHECK(gui::read_project(file).voyage == window.session().voyage());
    CHECK(test.settings.recentFiles().size() == 1);
}

TEST_CASE("window: waypoints are placed, moved and deleted by the chart's tools", "[main_window]") {
    TestWindow test;
    auto& window = test.window;
    window.files().open(barents_project(test.folder.path()));
    REQUIRE(wait_for([&] { return window.session().surroundings().complete(); }));
    auto& chart = window.chart();
    chart.setAnimated(false);
    chart.showSelectedRoute();
    REQUIRE(wait_for([&] { return chart.isSettled(); }));
    const auto before = window.session().voyage();
    const auto pixel_of = [&](const geo::Position& place) {
        const auto pixel = chart.view().pixel_of(place);
        REQUIRE(pixel);
        return QPoint(static_cast<int>(std::lround(pixel->x)),
                      static_cast<int>(std::lround(pixel->y)));
    };
    window.actions()["tool_edit"].trigger();
    const auto from = pixel_of(before.points[1].position);
    QTest::mousePress(&chart, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i) {
        QTest::mouseMove(&chart, from + QPoint(0, -8 * i));
    }
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, from + QPoint(0, -40));
    REQUIRE(window.session().voyage().points[1].position != before.points[1].position);
    CHECK(window.session().document().undoStack().count() == 1);
    window.actions()["undo"].trigger();
    CHECK(window.session().voyage() == before);

    window.actions()["tool_waypoint"].trigger();
    QTest::mouseClick(&chart, Qt::LeftButton, {}, from + QPoint(-60, -60));
    CHECK(window.session().voyage().points.size() == 3);
    window.actions()["undo"].trigger();
    CHECK(window.session().voyage() == before);
}

namespace {

/// The window with the Barents voyage open, its sea and coast read, and the pointer's pixels.
struct BarentsWindow : TestWindow {
    BarentsWindow() {
        window.files().open(barents_project(folder.path()));
        REQUIRE(wait_for([&] { return window.session().surroundings().complete(); }));
        window.chart().setAnimated(false);
        window.chart().showSelectedRoute();
        REQUIRE(wait_for([&] { return window.chart().isSettled(); }));
    }
    [[nodiscard]] QPoint pixel_of(const geo::Position& place) {
        const auto pixel = window.chart().view().pixel_of(place);
        REQUIRE(pixel);
        return {static_cast<int>(std::lround(pixel->x)), static_cast<int>(std::lround(pixel->y))};
    }
    /// Also where the screen of the tests does not reach.
    void point_at(const QPoint& pixel, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent move(QEvent::MouseMove, pixel, window.chart().mapToGlobal(pixel), Qt::NoButton,
                         buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&window.chart(), &move);
    }
    [[nodiscard]] const std::vector<gui::VoyagePoint>& points() {
        return window.session().voyage().points;
    }
    [[nodiscard]] gui::Notice& notice() {
        return *window.chart().findChild<gui::Notice*>(QString(), Qt::FindDirectChildrenOnly);
    }
};

} // namespace

TEST_CASE("window: Delete removes what is under the pointer, or the rows of the table",
          "[main_window]") {
    BarentsWindow test;
    auto& window = test.window;
    window.activateWindow();
    test.point_at(test.pixel_of(test.points()[1].position));
    window.actions()["delete"].trigger(); // no click first
    REQUIRE(test.points().size() == 1);
    CHECK(test.points().front().name == "West");
    CHECK(window.actions()["undo"].text().contains(QStringLiteral("Delete waypoint 2")));
    window.actions()["undo"].trigger();
    REQUIRE(test.points().size() == 2);

    test.point_at({5, 5});
    auto& legs = *window.findChild<gui::LegPanel*>();
    legs.table().setFocus();
    legs.selectWaypoint(test.points()[0].id);
    QTest::keyClick(&legs.table(), Qt::Key_Delete); // by one action, or Qt would do neither
    REQUIRE(test.points().size() == 1);
    CHECK(test.points().front().name == "East");
}

TEST_CASE("window: a click on land offers the nearest water, and takes it", "[main_window]") {
    BarentsWindow test;
    auto& window = test.window;
    const auto inland = geo::Position::degrees(70.5, 30.0); // on Varanger
    window.chart().showPlace(inland);
    window.actions()["tool_waypoint"].trigger();
    QTest::mouseClick(&window.chart(), Qt::LeftButton, Qt::AltModifier, test.pixel_of(inland));
    CHECK(test.points().size() == 2);
    CHECK(test.notice().sentence().contains(QStringLiteral("is on land")));
    auto* offer = test.notice().findChild<QPushButton*>();
    REQUIRE(offer != nullptr);
    REQUIRE(offer->isVisible());
    offer->click();
    REQUIRE(test.points().size() == 3);
    const auto land =
        window.session().surroundings().land->index_on(geo::Projection::polar_north());
    CHECK_FALSE(land->is_land(test.points().back().position));
    CHECK(test.notice().sentence().isEmpty());
}

TEST_CASE("window: a waypoint dragged onto land stays, and the nearest water is offered",
          "[main_window]") {
    BarentsWindow test;
    auto& window = test.window;
    const auto inland = geo::Position::degrees(70.5, 30.0); // on Varanger
    const auto before = test.points();
    const auto from = test.pixel_of(before.front().position);
    const auto to = test.pixel_of(inland);
    const auto send = [&](QEvent::Type type, const QPoint& pixel, Qt::MouseButtons buttons) {
        QMouseEvent event(type, pixel, window.chart().mapToGlobal(pixel), Qt::LeftButton, buttons,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&window.chart(), &event);
    };
    test.point_at(from);
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    test.point_at((from + to) / 2, Qt::LeftButton);
    test.point_at(to, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::NoButton);
    CHECK(test.points() == before);
    CHECK(test.notice().sentence().contains(QStringLiteral("is on land")));
    auto* offer = test.notice().findChild<QPushButton*>();
    REQUIRE(offer != nullptr);
    offer->click();
    REQUIRE(test.points().size() == before.size());
    CHECK(test.points().front().id == before.front().id);
    CHECK(geo::geodesic_distance(test.points().front().position, inland) <
          Length::nautical_miles(100.0));
    const auto land =
        window.session().surroundings().land->index_on(geo::Projection::polar_north());
    CHECK_FALSE(land->is_land(test.points().front().position));
    window.session().document().undoStack().undo();
    CHECK(test.points() == before);
}

TEST_CASE("window: what was refused is put away by what succeeds, and cards keep off it",
          "[main_window]") {
    BarentsWindow test;
    auto& window = test.window;
    window.files().open(test.folder.path() / "none.fairlead");
    REQUIRE_FALSE(test.notice().sentence().isEmpty());
    window.chart().setFocus();
    Q_EMIT window.chart().identifyRequested(geo::Position::degrees(73.0, 35.0));
    auto& card = window.companion().identifyCard();
    REQUIRE(card.isVisible());
    CHECK_FALSE(card.geometry().intersects(test.notice().geometry()));
    window.session().document().edit(QStringLiteral("another name"),
                                     [](gui::Voyage& voyage) { voyage.name = "Other"; });
    CHECK_FALSE(test.notice().sentence().isEmpty()); // that was no file
    REQUIRE(window.files().save());
    CHECK(test.notice().sentence().isEmpty());
    CHECK(card.y() < 40); // there is room again

    auto& search =
        *window.findChild<QToolBar*>(QStringLiteral("tools"))->findChild<gui::PlaceSearch*>();
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("nowhere at all"));
    QTest::keyClick(&search, Qt::Key_Return);
    CHECK_FALSE(test.notice().sentence().isEmpty());
    QTest::keyClick(&search, Qt::Key_Escape);
    CHECK(search.text().isEmpty());
    CHECK(test.notice().sentence().isEmpty());
    CHECK(window.chart().hasFocus());
}

TEST_CASE("window: on a small screen the panels lie in tabs, and the chart has room",
          "[main_window]") {
    const test::ScratchFolder folder;
    gui::Settings settings{QString::fromStdString((folder.path() / "gui.ini").string())};
    chart::ensure_gui_application();
    MainWindow window{settings};
    const QSize room(800, 500); // 1600 by 1000 pixels at double scale
    window.arrangeFor(room);
    window.resize(room);
    window.show();
    QTest::qWait(50);
    CHECK(window.width() <= room.width());
    CHECK(window.height() <= room.height());
    CHECK(window.chart().width() >= 400);
    CHECK(window.chart().height() >= 170);
    window.resetLayout();
    CHECK(window.tabifiedDockWidgets(window.findChild<QDockWidget*>(QStringLiteral("layers")))
              .size() == 2);
}

TEST_CASE("window: a zone of 18 000 corners and 20 000 waypoints hold nothing up",
          "[main_window]") {
    BarentsWindow test;
    auto& window = test.window;
    gui::VoyageZone zone;
    zone.name = "Ice edge";
    constexpr int corners = 18000;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        const double reach = 1.0 + 0.1 * std::sin(701.0 * angle);
        zone.corners.push_back(geo::Position::degrees(76.0 + reach * std::sin(angle),
                                                      40.0 + 4.0 * reach * std::cos(angle)));
    }
    // What the window's thread does, whatever others do meanwhile.
    const auto seconds = [&](const auto& act) {
        const fairlead::test::ThreadClock clock;
        act();
        QTest::qWait(300);
        return clock.seconds();
    };
    CHECK(seconds([&] {
              window.session().document().edit(QStringLiteral("zone"), [&](gui::Voyage& voyage) {
                  voyage.zones.push_back(zone);
              });
          }) < 3.0);
    window.actions()["tool_zone"].trigger();
    window.chart().showPlace(zone.corners.front());
    const auto corner = test.pixel_of(zone.corners.front());
    CHECK(seconds([&] {
              QTest::mousePress(&window.chart(), Qt::LeftButton, {}, corner);
              for (int i = 1; i <= 5; ++i) {
                  test.point_at(corner + QPoint(4 * i, 0), Qt::LeftButton);
              }
              QTest::mouseRelease(&window.chart(), Qt::LeftButton, {}, corner + QPoint(20, 0));
          }) < 5.0);
    const auto many = test.folder.path() / "many.csv";
    {
        std::ofstream file(many);
        file << "lat,lon\n";
        for (int i = 0; i < 20000; ++i) {
            file << 72.0 + 1e-4 * i << ',' << 30.0 + 5e-4 * i << '\n';
        }
    }
    REQUIRE(window.files().save());
    CHECK(seconds([&] { window.files().open(many); }) < 8.0);
    REQUIRE(test.points().size() == 20000);
    CHECK(seconds([&] {
              auto& legs = *window.findChild<gui::LegPanel*>();
              legs.table().selectAll();
              legs.selectWaypoint(test.points()[10000].id);
          }) < 3.0);
}

TEST_CASE("window: dialogs are left by Escape, and nothing is written", "[main_window]") {
    BarentsWindow test;
    auto& window = test.window;
    for (const auto* name : {"export", "shortcuts"}) {
        window.actions()[name].trigger();
        auto* dialog = window.findChild<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
        REQUIRE(dialog != nullptr);
        CHECK(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        CHECK_FALSE(dialog->isVisible());
        QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
    }
    CHECK_FALSE(window.isWindowModified());
}

TEST_CASE("window: a file that is none is said, and nothing is lost", "[main_window]") {
    TestWindow test;
    auto& window = test.window;
    window.files().open(barents_project(test.folder.path()));
    const auto before = window.session().voyage();
    window.files().open(test.folder.path() / "missing.fairlead");
    CHECK(window.session().voyage() == before);
}

TEST_CASE("window: saving keeps what the file said beyond the voyage, and the file as it was",
          "[main_window]") {
    TestWindow test;
    auto& commands = test.window.files();
    auto& session = test.window.session();
    const auto file = barents_project(test.folder.path());
    auto project = gui::read_project(file);
    project.candidates = {{cost::ObjectiveKind::fuel, "For the charterer.", true}};
    gui::write_project(file, project);
    commands.open(file);
    const auto rtz = test.folder.path() / "barents.rtz";
    std::ofstream(rtz) << io::rtz_text(gui::route_document(session.voyage(), nullptr, nullptr),
                                       io::RtzVersion::v1_1, "Barents", "test")
                              .text;

    session.document().edit(QStringLiteral("name"), [](gui::Voyage& v) { v.name = "Barents 2"; });
    REQUIRE(commands.save());
    CHECK(gui::read_project(file).candidates == project.candidates);
    const auto backups = gui::backups_of(file, gui::backup_folder());
    REQUIRE_FALSE(backups.empty());
    CHECK(gui::read_project(backups.front()).voyage == project.voyage);

    commands.open(rtz);
    CHECK(commands.file().path().empty());
    commands.file().write(file);
    REQUIRE(gui::read_project(file).route);
    commands.open(file);
    REQUIRE(commands.file().origin() != nullptr);
    CHECK(commands.file().origin()->document.rtz->version == io::RtzVersion::v1_1);
    session.document().edit(QStringLiteral("name"), [](gui::Voyage& v) { v.name = "Barents 3"; });
    REQUIRE(commands.save());
    CHECK(gui::read_project(file).route);
}

TEST_CASE("window: a route that is opened at the start sails at the sample's hour, not in 1970",
          "[main_window]") {
    TestWindow test;
    const auto file = test.folder.path() / "line.csv";
    std::ofstream(file) << "name,latitude,longitude\nWest,72,30\nEast,74,44\n";
    test.window.files().beginWith({QString::fromStdString(file.string())});
    const auto& voyage = test.window.session().voyage();
    REQUIRE(voyage.points.size() == 2);
    CHECK(voyage.points.front().name == "West");
    CHECK(format_instant(voyage.departure).starts_with("2030-08-10"));

    test.window.files().beginWith({});
    CHECK(test.window.session().voyage().points.front().name == "West"); // left off with
}

TEST_CASE("window: a file that another program has changed is kept, and that is said",
          "[main_window]") {
    TestWindow test;
    auto& commands = test.window.files();
    auto& session = test.window.session();
    const auto file = barents_project(test.folder.path());
    commands.open(file);
    auto theirs = gui::read_project(file);
    theirs.voyage.notes = "From the other chart table.";
    gui::write_project(file, theirs);
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) +
                                               std::chrono::seconds(2));
    QSignalSpy remarks(&commands.file(), &gui::VoyageFile::remarked);
    session.document().edit(QStringLiteral("name"), [](gui::Voyage& v) { v.name = "Mine"; });
    REQUIRE(commands.save());
    REQUIRE(remarks.count() == 1);
    CHECK(gui::read_project(gui::backups_of(file, gui::backup_folder()).front()).voyage.notes ==
          "From the other chart table.");
    session.document().edit(QStringLiteral("name"), [](gui::Voyage& v) { v.name = "Mine 2"; });
    REQUIRE(commands.save());
    CHECK(remarks.count() == 1);
}

TEST_CASE("window: a voyage is saved under its suffix, and over nothing unasked", "[main_window]") {
    CHECK(gui::with_suffix(QStringLiteral("a"), QStringLiteral(".pdf")) == QStringLiteral("a.pdf"));
    CHECK(gui::with_suffix(QStringLiteral("A.PDF"), QStringLiteral(".pdf")) ==
          QStringLiteral("A.PDF"));
    CHECK(gui::with_suffix(QStringLiteral("a.fairlead"), QStringLiteral(".pdf")) ==
          QStringLiteral("a.fairlead.pdf"));
    TestWindow test;
    auto& commands = test.window.files();
    const auto folder = test.folder.path();
    commands.open(barents_project(folder));
    answer_with_name(QString::fromStdString((folder / "voyage 2.5").string()));
    REQUIRE(commands.saveAs());
    CHECK(commands.file().path() == folder / "voyage 2.5.fairlead");
    CHECK_FALSE(std::filesystem::exists(folder / "voyage 2.5"));

    const auto before = read_text_file(folder / "barents.fairlead");
    test.window.session().document().edit(QStringLiteral("name"),
                                          [](gui::Voyage& v) { v.name = "Other"; });
    QString asked;
    answer_with_name(QString::fromStdString((folder / "barents").string()));
    answer_box(QMessageBox::Cancel, asked);
    CHECK_FALSE(commands.saveAs());
    CHECK(asked.contains(QStringLiteral("barents.fairlead")));
    CHECK(read_text_file(folder / "barents.fairlead") == before);
    answer_with_name(QString::fromStdString((folder / "barents").string()));
    answer_box(QMessageBox::Yes, asked);
    CHECK(commands.saveAs());
    CHECK(gui::read_project(folder / "barents.fairlead").voyage.name == "Other");
}

TEST_CASE("window: a file named beside a recovered voyage is not dropped without a word",
          "[main_window]") {
    {
        gui::Journal journal(gui::Journal::default_folder());
        gui::Voyage voyage;
        gui::append_point(voyage, geo::Position::degrees(72.0, 30.0), "West");
        gui::append_point(voyage, geo::Position::degrees(74.0, 44.0), "East");
        journal.begin(voyage, "", 1);
    }
    TestWindow test;
    const auto file = QString::fromStdString(barents_project(test.folder.path()).string());
    QSignalSpy said(&test.window.files(), &gui::FileCommands::said);
    QString asked;
    answer_box(QMessageBox::Open, asked);
    test.window.files().start({file});
    CHECK(asked.startsWith(QStringLiteral("\"West \u2013 East\"")));
    CHECK(test.window.session().voyage().points.front().name == "West");
    REQUIRE(said.count() == 1);
    CHECK(said[0][1].toString().contains(file));
    CHECK(test.settings.recentFiles().value(0) == file);
    test.window.files().file().finish();
}

TEST_CASE("window: everything that takes the focus has a name", "[main_window]") {
    TestWindow test;
    auto& window = test.window;
    window.files().open(barents_project(test.folder.path()));
    REQUIRE(wait_for([&] { return window.session().surroundings().complete(); }));
    for (auto* dock : window.findChildren<QDockWidget*>()) {
        dock->show();
        dock->raise();
        QApplication::processEvents();
        for (const auto* widget : dock->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                widget->objectName().startsWith(QStringLiteral("qt_"))) {
                continue;
            }
            auto* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            REQUIRE(accessible != nullptr);
            INFO(dock->objectName().toStdString()
                 << ": " << widget->metaObject()->className() << " '"
                 << widget->objectName().toStdString() << "'");
            CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
        }
    }
}

TEST_CASE("window: help opens the guide", "[main_window]") {
    TestWindow test;
    auto* guide = test.window.findChild<QAction*>(QStringLiteral("guide"));
    REQUIRE(guide != nullptr);
    guide->trigger();
    CHECK(test.window.findChild<gui::GuideWindow*>() != nullptr);
}

TEST_CASE("window: night is dark, all of it", "[main_window]") {
    TestWindow test;
    auto& window = test.window;
    window.files().open(barents_project(test.folder.path()));
    REQUIRE(wait_for([&] { return window.session().surroundings().complete(); }));
    window.setScheme(QStringLiteral("night"));
    REQUIRE(wait_for([&] { return window.chart().isSettled(); }));
    QTest::qWait(200);
    const auto picture = window.grab().toImage();
    double sum = 0.0;
    double greatest = 0.0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const double light = luminance(picture.pixel(x, y));
            sum += light;
            greatest = std::max(greatest, light);
        }
    }
    CHECK(greatest < 0.35);
    CHECK(sum / (picture.width() * picture.height()) < 0.03);
    window.setScheme(QStringLiteral("day"));
}
