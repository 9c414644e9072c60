// SPDX-License-Identifier: Apache-2.0
#include "gui/models/finding_model.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"

#include <catch2/catch.hpp>

#include <QAbstractItemModelTester>

using namespace fairlead;
using gui::FindingModel;
using gui::VoyageSession;
using rules::Severity;

namespace {

struct Problems {
    VoyageSession session;
    FindingModel model{session};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] Severity severity(int row) const { return model.finding(row).severity; }
};

} // namespace

TEST_CASE("finding model: the worst first, then by time; what is accepted last",
          "[finding_model]") {
    Problems problems;
    CHECK(problems.model.subject() == FindingModel::Subject::nothing);
    gui::test::open_planned(problems.session);
    auto& model = problems.model;
    REQUIRE(model.rowCount() == 4);
    CHECK(model.subject() == FindingModel::Subject::line);
    CHECK(problems.severity(0) == Severity::violation);
    CHECK(problems.severity(1) == Severity::warning);
    CHECK(problems.severity(2) == Severity::caution);
    CHECK(problems.severity(3) == Severity::info);
    CHECK(model.worst() == Severity::violation);

    const auto before = problems.session.voyage();
    model.accept(0, QStringLiteral(" permit 12 "));
    CHECK(problems.session.voyage().accepted.at("zone.closed:Northern bank") == "permit 12");
    CHECK(problems.severity(3) == Severity::violation);
    CHECK(model.acceptedBecause(3) == QStringLiteral("permit 12"));
    CHECK(model.index(3, 0).data().toString() == QStringLiteral("Accepted"));
    CHECK(model.index(3, 0).data(FindingModel::accepted_role).toBool());
    CHECK(model.worst() == Severity::warning);
    problems.session.document().undoStack().undo();
    CHECK(problems.session.voyage() == before);
    CHECK(problems.severity(0) == Severity::violation);
    problems.session.document().undoStack().redo();
    model.takeBack(3);
    CHECK(problems.session.voyage() == before);
}

TEST_CASE("finding model: without a route it says what blocks", "[finding_model]") {
    Problems problems;
    auto voyage = gui::test::planned_voyage();
    voyage.points.erase(voyage.points.begin() + 1, voyage.points.end() - 1);
    voyage.points.back().is_leg_found = false;
    problems.session.open(voyage);
    problems.session.adopt(
        {gui::test::refused_candidate(gui::test::planned_voyage(), cost::ObjectiveKind::time)});
    REQUIRE(problems.model.subject() == FindingModel::Subject::no_route);
    REQUIRE(problems.model.noRoute() != nullptr);
    CHECK(problems.model.headline() ==
          QStringLiteral("No route. Ice stops the ship in the Vilkitsky Strait."));
    REQUIRE(problems.model.rowCount() == 1);
    CHECK(problems.model.details(0).contains(QStringLiteral("Margin to the limit: −4.0")));
    problems.session.document().edit(QStringLiteral("later"), [](gui::Voyage& changed) {
        changed.departure += std::chrono::hours(24);
    });
    CHECK(problems.model.headline().startsWith(QStringLiteral("Out of date")));
}

TEST_CASE("finding filter: by severity and by words", "[finding_model]") {
    Problems problems;
    gui::test::open_planned(problems.session);
    gui::FindingFilter filter;
    filter.setSourceModel(&problems.model);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(filter.rowCount() == 4);
    filter.setLeastSeverity(Severity::warning);
    CHECK(filter.rowCount() == 2);
    filter.setWanted(QStringLiteral("northern BANK"));
    REQUIRE(filter.rowCount() == 1);
    CHECK(filter.mapToSource(filter.index(0, 0)).row() == 0);
    problems.model.accept(0, QStringLiteral("permit"));
    CHECK(filter.rowCount() == 1);
}
