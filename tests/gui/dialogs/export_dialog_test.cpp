// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/export_dialog.hpp"

#include "core/base/text.hpp"
#include "gui/document/qt_text.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <string>

using namespace fairlead;
using Catch::Matchers::Contains;
using gui::ExportDialog;
using gui::VoyageSession;

namespace {

gui::Voyage across_180() {
    gui::Voyage voyage;
    voyage.name = "Chukchi";
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    for (const double longitude : {178.0, -178.0}) {
        gui::VoyagePoint point;
        point.id = gui::free_id(voyage);
        point.position = geo::Position::degrees(72.0, longitude);
        point.arrive_by = gui::LegKind::rhumb_line;
        voyage.points.push_back(point);
    }
    return voyage;
}

std::string listed(const ExportDialog& dialog) {
    const auto* list = dialog.findChild<QListWidget*>();
    QStringList lines;
    for (int i = 0; i < list->count(); ++i) {
        lines.append(list->item(i)->text());
    }
    return lines.join(QLatin1Char('\n')).toStdString();
}

QPushButton* button(const ExportDialog& dialog, const char* text) {
    for (auto* each : dialog.findChildren<QPushButton*>()) {
        if (each->text() == QString::fromUtf8(text)) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("export: an unjudged line says so before it is written", "[export_dialog]") {
    const gui::Voyage voyage = across_180();
    const auto formats = gui::route_formats();
    const auto prepared = gui::prepare_export({voyage, nullptr, nullptr}, formats[0], "c.rtz");
    REQUIRE(prepared.warnings.size() == 1);
    CHECK_THAT(prepared.warnings[0].toStdString(), Contains("has not been judged"));
    CHECK_THAT(prepared.bytes, Contains("routeName=\"Chukchi\"") && Contains("Loxodrome"));

    auto to_find = voyage;
    to_find.points[1].arrive_by = gui::LegKind::optimised;
    CHECK_THAT(gui::prepare_export({to_find, nullptr, nullptr}, formats[0], "c.rtz")
                   .warnings[0]
                   .toStdString(),
               Contains("still to be found"));
}

TEST_CASE("export: the route of an RTZ file has the name of the voyage", "[export_dialog]") {
    auto voyage = across_180();
    voyage.name = "Round the corner";
    const auto prepared =
        gui::prepare_export({voyage, nullptr, nullptr}, gui::route_formats()[0], "c.rtz");
    CHECK_THAT(prepared.bytes, Contains("routeName=\"Round the corner\""));
    CHECK_THAT(prepared.remarks.join(QLatin1Char(' ')).toStdString(),
               Contains("Round the corner.rtz"));
}

TEST_CASE("export: a line that breaks a rule, or ends early, is called that", "[export_dialog]") {
    const gui::Voyage voyage = across_180();
    plan::Judgement judgement;
    const auto warnings = [&] {
        return gui::prepare_export({voyage, &judgement, nullptr}, gui::route_formats()[4],
                                   "c.geojson")
            .warnings.join(QLatin1Char('\n'))
            .toStdString();
    };
    CHECK_THAT(warnings(), Contains("does not come to its end"));
    rules::Finding violation;
    violation.severity = rules::Severity::violation;
    judgement.findings = {violation, violation};
    CHECK_THAT(warnings(), Contains("Violations: 2"));
    judgement.findings.clear();
    judgement.feasible = true;
    CHECK(warnings().empty());
}

TEST_CASE("export dialog: writes what it has shown, in every format", "[export_dialog]") {
    const test::ScratchFolder folder;
    VoyageSession session;
    session.document().reset(across_180());
    ExportDialog dialog(session);
    dialog.suggest(gui::to_qt((folder.path() / "chukchi").string()));
    QSignalSpy written(&dialog, &ExportDialog::written);
    auto* formats = dialog.findChild<QComboBox*>();
    REQUIRE(formats->count() == 8);
    for (int i = 0; i < formats->count(); ++i) {
        formats->setCurrentIndex(i);
        INFO(formats->currentText().toStdString());
        CHECK_THAT(listed(dialog), Contains("has not been judged"));
        const bool exists = std::filesystem::exists(dialog.file().toStdString());
        auto* write = button(dialog, exists ? "Replace file" : "Export");
        REQUIRE(write != nullptr);
        QTest::mouseClick(write, Qt::LeftButton);
        REQUIRE(written.count() == i + 1);
        CHECK(std::filesystem::file_size(dialog.file().toStdString()) > 100);
        CHECK(button(dialog, "Replace file") != nullptr);
    }
    CHECK_THAT(read_text_file(folder.path() / "chukchi.rtz"), Contains("RTZ/1/2"));
}

TEST_CASE("export dialog: cannot write where there is no route, no name or no folder",
          "[export_dialog]") {
    const test::ScratchFolder folder;
    VoyageSession session;
    ExportDialog dialog(session);
    CHECK_FALSE(button(dialog, "Export")->isEnabled());
    CHECK_THAT(listed(dialog), Contains("two waypoints"));

    dialog.show();
    session.document().reset(across_180()); // it follows the line
    dialog.suggest(gui::to_qt((folder.path() / "none" / "a").string()));
    REQUIRE(button(dialog, "Export")->isEnabled());
    QTest::mouseClick(button(dialog, "Export"), Qt::LeftButton);
    const auto labels = dialog.findChildren<QLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().startsWith(QStringLiteral("Not written"));
    }));

    dialog.findChild<QLineEdit*>()->clear();
    CHECK_FALSE(button(dialog, "Export")->isEnabled());
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("a.pdf"));
    CHECK_FALSE(button(dialog, "Export")->isEnabled());
    CHECK_THAT(listed(dialog), Contains("a.pdf"));
}

TEST_CASE("export dialog: everything that takes the focus has a name", "[export_dialog]") {
    VoyageSession session;
    ExportDialog dialog(session);
    for (const auto* widget : dialog.findChildren<QWidget*>()) {
        const auto* own_button = qobject_cast<const QPushButton*>(widget);
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&dialog) ||
            widget->objectName().startsWith(QStringLiteral("qt_"))) {
            continue;
        }
        INFO(widget->metaObject()->className());
        CHECK((!widget->accessibleName().isEmpty() ||
               (own_button != nullptr && !own_button->text().isEmpty())));
    }
}
