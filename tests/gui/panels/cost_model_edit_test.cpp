// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/cost_model_edit.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace fairlead;
using gui::CostModelEdit;
using gui::VoyageSession;

namespace {

bool is_by_model(const VoyageSession& session) {
    const auto& objectives = session.voyage().objectives;
    return std::find(objectives.begin(), objectives.end(), cost::ObjectiveKind::model) !=
           objectives.end();
}

} // namespace

TEST_CASE("cost model: the place of a mistake is told while it is typed, and nothing is taken",
          "[cost_model]") {
    VoyageSession session;
    gui::test::open_planned(session);
    const auto before = session.voyage();
    CostModelEdit edit(session);
    auto& text = *edit.findChild<QLineEdit*>();
    QTest::keyClicks(&text, QStringLiteral("850*time_h + 620*fule_t"));
    CHECK(edit.state().contains(QStringLiteral("character 18")));
    CHECK(edit.state().contains(QStringLiteral("fule_t")));
    gui::test::keep_pictures(edit, QStringLiteral("cost_model_mistake"), {360, 130});
    QTest::keyClick(&text, Qt::Key_Return);
    CHECK(session.voyage() == before);
    text.selectAll();
    QTest::keyClicks(&text, QStringLiteral("850*time_h + 620*fuel_t"));
    CHECK(edit.state() == QStringLiteral("The formula can be used."));
    QTest::keyClick(&text, Qt::Key_Return);
    CHECK(session.voyage().cost_model == "850*time_h + 620*fuel_t");
    CHECK(is_by_model(session));
    CHECK(edit.findChild<QCheckBox*>()->isChecked());
    session.document().undoStack().undo();
    CHECK(session.voyage() == before);
    CHECK(text.text().isEmpty());
}

TEST_CASE("cost model: a file says its name, version and unit", "[cost_model]") {
    const test::ScratchFolder scratch;
    scratch.write("bunker.toml", "name = 'bunker'\nversion = '1.2'\nunit = 'EUR'\n"
                                 "per_hour = '620*fuel_t_per_h'\n");
    const auto file = (scratch.path() / "bunker.toml").string();
    VoyageSession session;
    gui::test::open_planned(session);
    CostModelEdit edit(session);
    edit.take(QString::fromStdString(file));
    CHECK(session.voyage().cost_model == file);
    CHECK(edit.state() == QStringLiteral("bunker, version 1.2, in EUR."));
    edit.take({});
    CHECK(session.voyage().cost_model.empty());
    CHECK_FALSE(is_by_model(session));
    edit.take(QStringLiteral("/nowhere/gone.toml"));
    CHECK(session.voyage().cost_model.empty());
    CHECK(edit.state().contains(QStringLiteral("/nowhere/gone.toml")));
}

TEST_CASE("cost model: a library of a voyage's file waits for its user", "[cost_model]") {
    VoyageSession session;
    auto voyage = gui::test::planned_voyage();
    voyage.cost_model = "/voyages/ice_hours.so";
    session.open(voyage);
    CostModelEdit edit(session);
    CHECK(edit.state().contains(QStringLiteral("with all its rights")));
    const auto buttons = edit.findChildren<QPushButton*>();
    const auto load = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
        return button->text() == QStringLiteral("Load");
    });
    REQUIRE(load != buttons.end());
    CHECK_FALSE((*load)->isHidden());
    (*load)->click(); // there is no such file
    CHECK(edit.state().contains(QStringLiteral("ice_hours.so")));
    CHECK(session.trustedLibrary().empty());
}
