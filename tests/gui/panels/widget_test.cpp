// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/icons.hpp"
#include "gui/widgets/position_edit.hpp"
#include "gui/widgets/tone.hpp"
#include "tests/gui/panels/panel_fixture.hpp"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace fairlead;

TEST_CASE("tones: severities are legible and do not outshine the text at night", "[tone]") {
    for (const auto& palette : {QPalette(Qt::white), gui::test::dark_palette()}) {
        const auto base = palette.color(QPalette::Base);
        const bool is_dark = gui::luminance(palette.color(QPalette::Text)) > gui::luminance(base);
        for (const auto severity : {rules::Severity::info, rules::Severity::caution,
                                    rules::Severity::warning, rules::Severity::violation}) {
            const auto ink = gui::severity_ink(palette, severity);
            CHECK(gui::contrast(ink, base) >= 3.0);
            CHECK(gui::contrast(palette.color(QPalette::Text),
                                gui::severity_tint(palette, severity)) >= 4.5);
            if (is_dark) {
                CHECK(gui::luminance(ink) <= gui::luminance(palette.color(QPalette::Text)));
            }
        }
        for (int i = 0; i < gui::series_count; ++i) {
            const auto ink = gui::series_ink(palette, i);
            CHECK(gui::contrast(ink, base) >= 3.0);
            if (is_dark) { // curves cover more than letters do
                const auto text = gui::luminance(palette.color(QPalette::Text));
                CHECK((gui::luminance(ink) <= 0.5 * text || gui::contrast(ink, base) < 3.5));
            }
        }
    }
}

TEST_CASE("icons: drawn in the ink of the palette; an unknown name is none", "[icons]") {
    const auto pixmap = gui::icon(QStringLiteral("play")).pixmap(24, 24);
    REQUIRE_FALSE(pixmap.isNull());
    CHECK(pixmap.toImage().pixelColor(10, 12).alpha() == 255);
    CHECK(gui::icon(QStringLiteral("no such icon")).isNull());
    CHECK(gui::icon(QString()).isNull());
}

TEST_CASE("icons: the program has its own", "[icons]") {
    const auto drawn = gui::program_icon().pixmap(64, 64).toImage();
    REQUIRE_FALSE(drawn.isNull());
    CHECK(drawn.pixelColor(32, 32).alpha() == 255);
}

TEST_CASE("icons: every drawing leaves ink on a transparent ground", "[icons]") {
    const auto folder = QFileInfo(gui::icon_file(QStringLiteral("play"))).dir();
    const auto files = folder.entryInfoList({QStringLiteral("*.svg")});
    REQUIRE(files.size() > 50);
    for (const auto& file : files) {
        INFO(file.fileName().toStdString());
        const auto drawn = gui::icon(file.completeBaseName())
                               .pixmap(24, 24)
                               .toImage()
                               .convertToFormat(QImage::Format_ARGB32);
        REQUIRE_FALSE(drawn.isNull());
        CHECK(drawn.pixelColor(0, 0).alpha() == 0);
        int inked = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                inked += drawn.pixelColor(x, y).alpha() > 128 ? 1 : 0;
            }
        }
        CHECK(inked > 10);
    }
}

TEST_CASE("position edit: any notation in, degrees and minutes out", "[position_edit]") {
    gui::PositionEdit edit;
    QSignalSpy edited(&edit, &gui::PositionEdit::positionEdited);
    QTest::keyClicks(&edit, QStringLiteral("S65.2 W64.1"));
    REQUIRE(edit.position());
    CHECK(edit.position() == geo::Position::degrees(-65.2, -64.1));
    CHECK(edited.count() > 0);
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(edit.text() == QStringLiteral("65°12.000′S 064°06.000′W"));
    edit.setText({});
    QTest::keyClicks(&edit, QStringLiteral("north"));
    CHECK_FALSE(edit.position());
    CHECK_FALSE(edit.problem().isEmpty());
    edit.setPosition(geo::Position::degrees(70.0, 20.0));
    CHECK(edit.problem().isEmpty());
    CHECK(edit.text() == QStringLiteral("70°00.000′N 020°00.000′E"));
}
