// SPDX-License-Identifier: Apache-2.0
#include "gui/app/main_window.hpp"

#include "gui/app/settings.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/view/chart_view.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QContextMenuEvent>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <array>
#include <random>

using namespace fairlead;
using gui::MainWindow;

namespace {

/// Four hands do together about what somebody who never stops does in half an hour; side by side
/// they take a machine under sanitizers as long as it has patience for.
constexpr int event_count = 900;

/// Not what ends the program or starts another one.
bool is_tried(const gui::Actions::Entry& entry) {
    return entry.name != QStringLiteral("quit") && entry.name != QStringLiteral("guide");
}

/// A hand that knows nothing, and always does the same.
class RandomHand {
  public:
    RandomHand(MainWindow& window, unsigned seed) : window_(window), numbers_(seed) {
        for (const auto& entry : window.actions().entries()) {
            if (is_tried(entry)) {
                actions_.push_back(entry.action);
            }
        }
        // Questions and menus wait for an answer inside the event that brought them up.
        QObject::connect(&patience_, &QTimer::timeout, [] {
            if (auto* popup = QApplication::activePopupWidget()) {
                popup->close();
            } else if (auto* question = QApplication::activeModalWidget()) {
                question->close();
            }
        });
        patience_.start(20);
    }

    void act() {
        switch (below(10)) {
        case 0:
            actions_[static_cast<std::size_t>(below(static_cast<int>(actions_.size())))]->trigger();
            break;
        case 1:
        case 2:
            pressKey();
            break;
        case 3:
            turnWheel();
            break;
        case 4:
            drag(window_.chart());
            break;
        case 5:
        case 6:
            click(window_.chart());
            break;
        default:
            click(anyWidget());
        }
        QApplication::processEvents();
    }

  private:
    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(numbers_); }

    QPoint anywhere(const QWidget& widget) {
        return {below(std::max(1, widget.width())), below(std::max(1, widget.height()))};
    }

    QWidget& anyWidget() {
        QList<QWidget*> shown;
        for (auto* widget : window_.findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->isEnabled()) {
                shown.append(widget);
            }
        }
        return *shown[below(static_cast<int>(shown.size()))];
    }

    void click(QWidget& widget) {
        constexpr std::array modifiers{Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
                                       Qt::ControlModifier, Qt::AltModifier};
        const auto modifier = modifiers[static_cast<std::size_t>(below(modifiers.size()))];
        const auto place = anywhere(widget);
        switch (below(8)) {
        case 0:
            QTest::mouseDClick(&widget, Qt::LeftButton, modifier, place);
            break;
        case 1: {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget.mapToGlobal(place));
            QApplication::sendEvent(&widget, &event);
            break;
        }
        default:
            QTest::mouseClick(&widget, Qt::LeftButton, modifier, place);
        }
    }

    void drag(QWidget& widget) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, anywhere(widget));
        for (int i = below(6); i >= 0; --i) {
            QTest::mouseMove(&widget, anywhere(widget));
        }
        if (below(4) == 0) {
            QTest::keyClick(&widget, Qt::Key_Escape); // while the button is down
        }
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, anywhere(widget));
    }

    void turnWheel() {
        auto& chart = window_.chart();
        const QPointF place = anywhere(chart);
        const QPoint turn(0, below(2) == 0 ? 120 : -120);
        QWheelEvent event(place, chart.mapToGlobal(place), {}, turn, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&chart, &event);
    }

    void pressKey() {
        constexpr std::array keys{
            Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_Return, Qt::Key_Space,
            Qt::Key_Delete, Qt::Key_Up,      Qt::Key_Down,   Qt::Key_Left,   Qt::Key_Right,
            Qt::Key_Home,   Qt::Key_End,     Qt::Key_PageUp, Qt::Key_F2,     Qt::Key_F8,
            Qt::Key_0,      Qt::Key_1,       Qt::Key_2,      Qt::Key_9,      Qt::Key_Minus,
            Qt::Key_Period, Qt::Key_Comma,   Qt::Key_Slash,  Qt::Key_N,      Qt::Key_E,
            Qt::Key_A,      Qt::Key_S,       Qt::Key_W,      Qt::Key_Menu,   Qt::Key_Backspace};
        auto* focus = QApplication::focusWidget();
        auto& widget = focus != nullptr ? *focus : window_.chart();
        QTest::keyClick(&widget, keys[static_cast<std::size_t>(below(keys.size()))]);
    }

    MainWindow& window_;
    std::vector<QAction*> actions_;
    std::mt19937 numbers_;
    QTimer patience_;
};

void act_at_random(unsigned seed) {
    chart::ensure_gui_application();
    const test::ScratchFolder folder;
    gui::Settings settings(QString::fromStdString((folder.path() / "gui.ini").string()));
    MainWindow window(settings);
    window.resize(1600, 1000);
    window.show();
    window.chart().setAnimated(false);
    gui::Project project;
    project.voyage.name = "Anything";
    project.voyage.departure = parse_instant("2030-08-10T00:00Z");
    project.voyage.sea.scenario.clear();
    gui::LayerChoice ice;
    ice.value = 0.2;
    gui::LayerChoice thickness;
    thickness.variable = env::Variable::sea_ice_thickness;
    thickness.value = 0.3;
    project.voyage.sea.layers = {ice, thickness};
    gui::append_point(project.voyage, geo::Position::degrees(75.0, 30.0), "West");
    gui::append_point(project.voyage, geo::Position::degrees(76.0, 38.0), "East");
    const auto file = folder.path() / "anything.fairlead";
    gui::write_project(file, project);
    REQUIRE(window.files().open(file));

    RandomHand hand(window, seed);
    for (int i = 0; i < event_count; ++i) {
        hand.act();
        if (i % 100 == 0) { // what is shown follows what is known, whatever was done
            const auto& voyage = window.session().voyage();
            REQUIRE(gui::parse_project(gui::project_text({voyage, {}, {}, {}, {}}, file), file)
                        .voyage == voyage);
        }
    }
    window.session().cancel();
    auto& stack = window.session().document().undoStack();
    const auto last = window.session().voyage();
    const int steps = stack.index();
    stack.setIndex(0);
    stack.setIndex(steps);
    CHECK(window.session().voyage() == last);
}

} // namespace

TEST_CASE("window: half an hour of anything breaks nothing, first hand", "[main_window][random]") {
    act_at_random(20301);
}

TEST_CASE("window: half an hour of anything breaks nothing, second hand", "[main_window][random]") {
    act_at_random(20302);
}

TEST_CASE("window: half an hour of anything breaks nothing, third hand", "[main_window][random]") {
    act_at_random(20303);
}

TEST_CASE("window: half an hour of anything breaks nothing, fourth hand", "[main_window][random]") {
    act_at_random(20304);
}
