// SPDX-License-Identifier: Apache-2.0
#include "gui/models/leg_model.hpp"

#include "gui/document/limits.hpp"
#include "gui/models/words.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"

#include <catch2/catch.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace fairlead;
using gui::LegModel;
using gui::VoyageSession;

namespace {

struct Table {
    VoyageSession session;
    LegModel model{session};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Table() { gui::test::open_planned(session); }
    [[nodiscard]] std::string text(int row, int column) const {
        return model.index(row, column).data().toString().toStdString();
    }
    bool set(int row, int column, const char* text) {
        return model.setData(model.index(row, column), QString::fromUtf8(text), Qt::EditRole);
    }
    /// The edit can be undone and done again.
    void check_round_trip(const gui::Voyage& before) {
        auto& stack = session.document().undoStack();
        const auto after = session.voyage();
        CHECK_FALSE(after == before);
        REQUIRE(stack.count() == 1);
        CHECK_FALSE(stack.undoText().isEmpty());
        stack.undo();
        CHECK(session.voyage() == before);
        stack.redo();
        CHECK(session.voyage() == after);
    }
};

} // namespace

TEST_CASE("leg model: a row for each waypoint, with the leg that arrives there", "[leg_model]") {
    const Table table;
    REQUIRE(table.model.rowCount() == 4);
    CHECK(table.text(0, LegModel::name_column) == "Murmansk");
    CHECK(table.text(0, LegModel::latitude_column) == "68°58.860′N");
    CHECK(table.text(0, LegModel::longitude_column) == "033°02.820′E");
    CHECK(table.text(0, LegModel::eta_column) == "2030-08-10 00:00");
    CHECK(table.text(0, LegModel::kind_column).empty());
    CHECK(table.text(0, LegModel::course_column).empty());
    CHECK(table.text(1, LegModel::kind_column) == "optimised");
    CHECK(table.text(1, LegModel::speed_column) == "14.0");
    CHECK(table.text(2, LegModel::rio_column) == "13.0");
    CHECK(table.text(3, LegModel::rio_column) == "−4.0");
    CHECK(table.text(3, LegModel::ice_column) == "6");
    CHECK(table.text(3, LegModel::depth_column) == "30");
    CHECK(table.model.index(0, 0).data(LegModel::fixed_role).toBool());
    CHECK_FALSE(table.model.index(1, 0).data(LegModel::fixed_role).toBool());
}

TEST_CASE("leg model: rows carry the worst finding that is not accepted", "[leg_model]") {
    Table table;
    const auto severity = [&](int row) {
        return table.model.index(row, 0).data(LegModel::severity_role);
    };
    CHECK(severity(1) == static_cast<int>(rules::Severity::caution));
    CHECK_FALSE(severity(2).isValid());
    CHECK(severity(3) == static_cast<int>(rules::Severity::violation));
    table.session.document().edit(QStringLiteral("accept"), [](gui::Voyage& voyage) {
        voyage.accepted["zone.closed:Northern bank"] = "permit 12";
    });
    CHECK(severity(3) == static_cast<int>(rules::Severity::warning));
    CHECK(table.model.index(3, 0).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("4, Warning"));
}

TEST_CASE("leg model: every edit is one step of undo", "[leg_model]") {
    Table table;
    const auto before = table.session.voyage();
    SECTION("name") {
        CHECK(table.set(1, LegModel::name_column, "Zhelaniya"));
        CHECK(table.session.voyage().points[1].name == "Zhelaniya");
        CHECK(table.session.voyage().points[1].is_fixed);
    }
    SECTION("latitude") {
        CHECK(table.set(1, LegModel::latitude_column, "76°30.5'N"));
        CHECK(table.session.voyage().points[1].position ==
              geo::Position::degrees(76.0 + 30.5 / 60.0, 68.5));
        CHECK_FALSE(table.session.voyage().points[1].is_leg_found);
        CHECK_FALSE(table.session.voyage().points[2].is_leg_found);
        CHECK(table.session.voyage().points[3].is_leg_found);
    }
    SECTION("longitude") {
        CHECK(table.set(2, LegModel::longitude_column, "W104.25"));
        CHECK(table.session.voyage().points[2].position == geo::Position::degrees(78.2, -104.25));
    }
    SECTION("both coordinates in one cell") {
        CHECK(table.set(2, LegModel::longitude_column, "78°00'N 105°30'E"));
        CHECK(table.session.voyage().points[2].position == geo::Position::degrees(78.0, 105.5));
    }
    SECTION("leg kind, which keeps both ends") {
        CHECK(table.set(2, LegModel::kind_column, "rhumb line"));
        CHECK(table.session.voyage().points[2].arrive_by == gui::LegKind::rhumb_line);
        CHECK(table.session.voyage().points[1].is_fixed);
        CHECK(table.session.voyage().points[2].is_fixed);
        CHECK(gui::is_line_complete(table.session.voyage()));
    }
    SECTION("speed limit") {
        CHECK(table.set(3, LegModel::limit_column, "8.5"));
        CHECK(table.text(3, LegModel::limit_column) == "8.5");
    }
    SECTION("note") {
        CHECK(table.set(0, LegModel::note_column, "pilot at 06:00"));
        CHECK(table.text(0, LegModel::note_column) == "pilot at 06:00");
    }
    SECTION("delete") {
        table.model.removeWaypoints({2, 1});
        CHECK(table.model.rowCount() == 2);
        CHECK_FALSE(table.session.voyage().points[1].is_leg_found);
    }
    SECTION("insert") {
        CHECK(table.model.insertAfter(0) == 1);
        CHECK(table.model.rowCount() == 5);
        CHECK(gui::is_line_complete(table.session.voyage()));
    }
    SECTION("keep") {
        table.model.setKept({1, 2}, true);
        CHECK(table.session.voyage().points[1].is_fixed);
    }
    SECTION("add a place") {
        CHECK(table.model.addPlace(-1, QStringLiteral("Nome"),
                                   geo::Position::degrees(64.5, -165.4)) == 4);
        CHECK(table.text(4, LegModel::name_column) == "Nome");
        CHECK(table.text(4, LegModel::distance_column).empty());
    }
    SECTION("paste after a row") {
        const auto pasted =
            table.model.paste(QStringLiteral("Dikson\t73.5\t80.48\tGC\t7\tice\n"), {0});
        CHECK(pasted == std::vector<int>{1});
        const auto& point = table.session.voyage().points[1];
        CHECK(point.name == "Dikson");
        CHECK(point.position == geo::Position::degrees(73.5, 80.48));
        CHECK(point.arrive_by == gui::LegKind::great_circle);
        CHECK(point.speed_limit->in_knots() == Approx(7.0));
        CHECK(point.note == "ice");
        CHECK_FALSE(table.session.voyage().points[2].is_leg_found);
    }
    table.check_round_trip(before);
    CHECK(table.model.rowCount() == static_cast<int>(table.session.voyage().points.size()));
}

TEST_CASE("leg model: what cannot be read changes nothing and is refused", "[leg_model]") {
    Table table;
    QSignalSpy refused(&table.model, &LegModel::refused);
    const auto before = table.session.voyage();
    CHECK_FALSE(table.set(1, LegModel::latitude_column, "95 N"));
    CHECK_FALSE(table.set(1, LegModel::latitude_column, "70,5"));
    CHECK_FALSE(table.set(1, LegModel::longitude_column, "west"));
    CHECK_FALSE(table.set(1, LegModel::limit_column, "-3"));
    CHECK_FALSE(table.set(1, LegModel::kind_column, "straight"));
    CHECK(table.model.paste(QStringLiteral("A\t70\t20\nB\tx\t20"), {}).empty());
    CHECK(table.model.paste(QStringLiteral("\n"), {}).empty());
    CHECK(refused.count() == 7);
    CHECK(refused[5][0].toString().startsWith(QStringLiteral("Line 2")));
    CHECK_FALSE(table.set(0, LegModel::kind_column, "rhumb line"));
    CHECK(table.session.voyage() == before);
    CHECK(table.session.document().undoStack().count() == 0);
}

TEST_CASE("leg model: columns that are not pasted are named", "[leg_model]") {
    Table table;
    QSignalSpy said(&table.model, &LegModel::refused);
    const auto pasted =
        table.model.paste(QStringLiteral("Name\tLatitude\tLongitude\tSpeed limit\tDraught\tRemark\n"
                                         "Dikson\t73.5\t80.48\t7\t6.1\tx\n"),
                          {0});
    REQUIRE(pasted == std::vector<int>{1});
    CHECK(table.session.voyage().points[1].speed_limit->in_knots() == Approx(7.0));
    REQUIRE(said.count() == 1);
    CHECK(said[0][0].toString().contains(QStringLiteral("Draught, Remark")));
    // What the table computes itself is in every copy of it.
    REQUIRE(table.model.paste(table.model.copied({0, 1}), {0}).size() == 2);
    CHECK(said.count() == 1);
}

TEST_CASE("leg model: no more waypoints are pasted than a voyage can be saved with",
          "[leg_model]") {
    Table table;
    QSignalSpy refused(&table.model, &LegModel::refused);
    const auto before = table.session.voyage();
    const auto line = QStringLiteral("\t70\t20\n");
    const auto most = static_cast<int>(gui::most_points);
    CHECK(table.model.paste(line.repeated(most + 1), {}).empty());
    CHECK(table.model.paste(line.repeated(most), {}).empty()); // those of the voyage count, too
    CHECK(refused.count() == 2);
    for (const auto& sentence : refused) {
        CHECK(sentence[0].toString().contains(QStringLiteral("20000")));
    }
    CHECK(table.session.voyage() == before);
}

TEST_CASE("leg model: a cell that is opened and left as it was is no edit", "[leg_model]") {
    Table table;
    for (int row = 0; row < table.model.rowCount(); ++row) {
        for (int column = 0; column < LegModel::column_count; ++column) {
            const auto index = table.model.index(row, column);
            if (table.model.flags(index) & Qt::ItemIsEditable) {
                CHECK(table.model.setData(index, index.data(Qt::EditRole), Qt::EditRole));
            }
        }
    }
    CHECK(table.session.document().undoStack().count() == 0);
}

TEST_CASE("leg model: a copied table pasted over itself changes no place", "[leg_model]") {
    Table table;
    const std::vector<int> all{0, 1, 2, 3};
    const auto copied = table.model.copied(all);
    CHECK(copied.count(QLatin1Char('\n')) == 5);
    const auto before = table.session.voyage().points;
    REQUIRE(table.model.paste(copied, all).size() == 4);
    const auto& after = table.session.voyage().points;
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(after[i].name == before[i].name);
        CHECK(gui::position_text(after[i].position) == gui::position_text(before[i].position));
    }
}

TEST_CASE("leg model: judged cells are marked out of date once the line is edited", "[leg_model]") {
    Table table;
    CHECK_FALSE(table.model.index(1, LegModel::eta_column).data(LegModel::stale_role).toBool());
    table.set(3, LegModel::limit_column, "6");
    CHECK(table.model.index(1, LegModel::eta_column).data(LegModel::stale_role).toBool());
    CHECK_FALSE(table.model.index(1, LegModel::name_column).data(LegModel::stale_role).toBool());
    table.session.document().undoStack().undo();
    CHECK_FALSE(table.model.index(1, LegModel::eta_column).data(LegModel::stale_role).toBool());
}

TEST_CASE("leg model: the cursor's leg follows the cursor", "[leg_model]") {
    Table table;
    const auto& legs = table.session.judgement()->route.legs;
    table.session.cursor().setTime(legs[1].departure + Duration::hours(1.0));
    CHECK(table.model.index(2, 0).data(LegModel::cursor_role).toBool());
    CHECK(table.model.rowAt(legs[2].arrival) == 3);
    CHECK(table.model.arrivalAt(2) == legs[1].arrival);
    table.session.cursor().setTime(legs[2].arrival + Duration::hours(1.0));
    CHECK_FALSE(table.model.index(3, 0).data(LegModel::cursor_role).toBool());
}

TEST_CASE("words: minutes and courses round up into the next degree", "[words]") {
    CHECK(gui::latitude_text(geo::Position::degrees(-69.9999999, 0.0)).toStdString() ==
          "70°00.000′S");
    CHECK(gui::longitude_text(geo::Position::degrees(0.0, -179.9999999)).toStdString() ==
          "180°00.000′W");
    CHECK(gui::course_text(geo::Bearing::degrees(359.97)).toStdString() == "000.0");
    CHECK(gui::difference_text(-0.04, 1).toStdString() == "±0.0");
    CHECK(gui::difference_text(2.5, 1).toStdString() == "+2.5");
    CHECK(gui::duration_text(Duration::hours(100.0)).toStdString() == "4 d 4.0 h");
    CHECK(gui::duration_text(Duration::hours(47.99)).toStdString() == "2 d 0.0 h");
    CHECK(gui::instant_text_utc(parse_instant("2030-08-12T03:43:31Z")).toStdString() ==
          "2030-08-12 03:44 UTC");
}
