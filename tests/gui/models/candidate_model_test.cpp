// SPDX-License-Identifier: Apache-2.0
#include "gui/models/candidate_model.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"

#include <catch2/catch.hpp>

#include <QAbstractItemModelTester>

using namespace fairlead;
using gui::CandidateModel;
using gui::VoyageSession;

namespace {

struct Candidates {
    VoyageSession session;
    CandidateModel model{session};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Candidates() { gui::test::open_planned(session); }
    [[nodiscard]] std::string text(int row, int column) const {
        return model.index(row, column).data().toString().toStdString();
    }
};

} // namespace

TEST_CASE("candidate model: a row for each, with the reason where there is no route",
          "[candidate_model]") {
    const Candidates table;
    REQUIRE(table.model.rowCount() == 3);
    CHECK(table.text(0, CandidateModel::key_column) == "A");
    CHECK(table.text(1, CandidateModel::objective_column) == "Least fuel");
    CHECK(table.text(0, CandidateModel::distance_column) == "2361");
    CHECK(table.text(0, CandidateModel::gap_column) == "2.0");
    CHECK(table.text(0, CandidateModel::state_column) == "chosen");
    CHECK(table.text(2, CandidateModel::duration_column) ==
          "No route. Ice stops the ship in the Vilkitsky Strait.");
    CHECK(table.text(2, CandidateModel::fuel_column).empty());
}

TEST_CASE("candidate model: the others differ from the pinned one", "[candidate_model]") {
    Candidates table;
    table.session.pin(0);
    CHECK(table.text(0, CandidateModel::fuel_column) == "118");
    CHECK(table.text(1, CandidateModel::fuel_column) == "148 (+30)");
    CHECK(table.text(1, CandidateModel::distance_column) == "2361 (±0)");
    CHECK(table.text(0, CandidateModel::state_column) == "chosen, pinned");
    table.session.pin(std::nullopt);
    CHECK(table.text(1, CandidateModel::fuel_column) == "148");
}

TEST_CASE("candidate model: those of an older voyage say so", "[candidate_model]") {
    Candidates table;
    table.session.document().edit(QStringLiteral("later"), [](gui::Voyage& voyage) {
        voyage.departure += std::chrono::hours(24);
    });
    CHECK(table.text(1, CandidateModel::state_column) == "out of date");
    CHECK(table.model.index(1, 0).data(CandidateModel::stale_role).toBool());
    table.session.document().undoStack().undo();
    CHECK(table.text(1, CandidateModel::state_column).empty());
}

TEST_CASE("candidate model: notes are written and candidates hidden", "[candidate_model]") {
    Candidates table;
    CHECK(table.model.setData(table.model.index(1, CandidateModel::note_column),
                              QStringLiteral("slower"), Qt::EditRole));
    CHECK(table.session.candidates()[1].note == QStringLiteral("slower"));
    CHECK(table.model.setData(table.model.index(1, CandidateModel::key_column), Qt::Unchecked,
                              Qt::CheckStateRole));
    CHECK_FALSE(table.session.candidates()[1].is_shown);
    CHECK_FALSE(table.model.setData(table.model.index(1, CandidateModel::fuel_column),
                                    QStringLiteral("0"), Qt::EditRole));
}

TEST_CASE("candidate words: why a route is as it is", "[candidate_model]") {
    const Candidates table;
    const auto why = gui::why_this_route(table.session, 1).join(QLatin1Char('\n'));
    CHECK(why.contains(QStringLiteral("none is better by more than 2.0 %")));
    CHECK(why.contains(QStringLiteral("most of it on the leg to waypoint 4")));
    CHECK(why.contains(QStringLiteral("What binds most: The route enters the closed area")));
    CHECK(why.contains(QStringLiteral("Against A (Least time): +72.4 h, ±0 nm, +30 t fuel")));
    const auto none = gui::why_this_route(table.session, 2);
    CHECK(none.front() == QStringLiteral("Ice stops the ship in the Vilkitsky Strait."));
}

TEST_CASE("candidate model: cost by the voyage's own model stands in its unit, with the difference",
          "[candidate_model][cost_model]") {
    Candidates table;
    auto voyage = table.session.voyage();
    voyage.cost_model = "bunker.toml";
    table.session.open(voyage);
    std::vector<gui::Candidate> candidates{
        gui::test::candidate(voyage, cost::ObjectiveKind::time, 1.0),
        gui::test::candidate(voyage, cost::ObjectiveKind::model, 1.25),
        gui::test::candidate(voyage, cost::ObjectiveKind::fuel, 1.25)};
    candidates[0].by_model = {"bunker.toml", "bunker", "EUR", 12500.0};
    candidates[1].by_model = {"bunker.toml", "bunker", "EUR", 12000.0};
    candidates[2].by_model = {"another.toml", "another", "EUR", 7.0};
    table.session.adopt(std::move(candidates));
    CHECK(table.text(1, CandidateModel::objective_column) == "My model");
    CHECK(table.text(0, CandidateModel::cost_column) == "12500 EUR");
    CHECK(table.text(2, CandidateModel::cost_column).empty());
    table.session.pin(0);
    CHECK(table.text(1, CandidateModel::cost_column) == "12000 EUR (\u2212500)");
    const auto why = gui::why_this_route(table.session, 1).join(QLatin1Char('\n'));
    CHECK(why.contains(QStringLiteral("By your model: 12000 EUR.")));
    CHECK(why.contains(QStringLiteral("By your model against A: \u2212500 EUR.")));
}
