// SPDX-License-Identifier: Apache-2.0
#include "core/io/vessel_file.hpp"
#include "gui/report/voyage_report.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/document/qt_text.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QProcess>

#include <filesystem>
#include <regex>
#include <stop_token>
#include <string>

using namespace fairlead;
using Catch::Matchers::Contains;
using gui::ReportInput;

namespace {

gui::LayerChoice constant(env::Variable variable, double value) {
    gui::LayerChoice layer;
    layer.variable = variable;
    layer.value = value;
    return layer;
}

/// Half-open pack ice of one metre over 60 m of water, so that nothing is read but the coastline.
gui::Voyage barents_voyage() {
    gui::Voyage voyage;
    voyage.name = "Barents trial";
    voyage.notes = "Call the ice service on Monday.";
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    voyage.sea.scenario.clear();
    voyage.sea.layers = {constant(env::Variable::sea_ice_concentration, 0.5),
                         constant(env::Variable::sea_ice_thickness, 1.0),
                         constant(env::Variable::sea_floor_depth, 60.0)};
    const struct {
        double latitude, longitude;
        const char* name;
        gui::LegKind arrive_by;
    } places[] = {{72.0, 30.0, "Alfa", gui::LegKind::great_circle},
                  {74.0, 44.0, "Bravo", gui::LegKind::great_circle},
                  {75.0, 50.0, "Чарли", gui::LegKind::rhumb_line}};
    for (const auto& place : places) {
        gui::VoyagePoint point;
        point.id = gui::free_id(voyage);
        point.name = place.name;
        point.position = geo::Position::degrees(place.latitude, place.longitude);
        point.arrive_by = place.arrive_by;
        voyage.points.push_back(point);
    }
    voyage.points[1].speed_limit = Speed::knots(8.5);
    voyage.points[1].note = "Boat with mail.";
    return voyage;
}

const gui::Surroundings& surroundings() {
    static const gui::Surroundings opened = [] {
        const auto voyage = barents_voyage();
        return gui::Surroundings{gui::open_sea(voyage.sea, {}),
                                 std::make_shared<gui::LandShelf>("natural-earth"),
                                 io::find_vessel(voyage.vessel),
                                 gui::make_rules(voyage.rules),
                                 voyage.vessel,
                                 voyage.rules};
    }();
    return opened;
}

ReportInput report_of(const gui::Voyage& voyage) {
    ReportInput input;
    input.voyage = voyage;
    input.surroundings = surroundings();
    input.judgement =
        std::make_shared<const plan::Judgement>(gui::judge_line(voyage, input.surroundings, {}));
    input.made = parse_instant("2030-08-01T12:00Z");
    return input;
}

/// What a reader of the file sees, in the order of its lines.
std::string text_of(const std::filesystem::path& pdf) {
    QProcess reader;
    reader.start(QStringLiteral(FAIRLEAD_PDFTOTEXT),
                 {QStringLiteral("-layout"), gui::to_qt(pdf.string()), QStringLiteral("-")});
    REQUIRE(reader.waitForFinished(30000));
    REQUIRE(reader.exitCode() == 0);
    return reader.readAllStandardOutput().toStdString();
}

std::size_t count_in(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("report: says what the master needs, and on every page what it is not",
          "[voyage_report]") {
    const test::ScratchFolder folder;
    const auto file = folder.path() / "voyage.pdf";
    auto input = report_of(barents_voyage());
    REQUIRE_FALSE(input.judgement->findings.empty());
    input.voyage.accepted[input.judgement->findings.front().key()] = "seen by the master";
    gui::write_report(file, input);

    const auto bytes = read_text_file(file);
    CHECK(bytes.starts_with("%PDF-1.4"));
    CHECK_THAT(bytes, Contains("pdfaid:part"));
    const auto text = text_of(file);
    const auto pages = count_in(text, "\f");
    CHECK(pages >= 3);
    CHECK(count_in(text, "Not for navigation without official charts") == pages);
    CHECK_THAT(text,
               Contains("Page 1 of " + std::to_string(pages)) &&
                   Contains("Page " + std::to_string(pages) + " of " + std::to_string(pages)));
    for (const auto* said :
         {"Barents trial", "Alfa", "Bravo", "Чарли", "Call the ice service", "Boat with mail",
          "At most 8.5 kn", "seen by the master", "2030-08-10 00:00Z", "POLARIS", "RIO", "PC5",
          "Findings", "Sources and marks", "Ice thickness", "GC", "RL",
          "made 2030-08-01T12:00:00Z"}) {
        CHECK_THAT(text, Contains(said));
    }
    // Courses as they are said and written at sea, with three digits before the point.
    CHECK(std::regex_search(text, std::regex("GC +05[0-9]\\.[0-9] ")));
}

TEST_CASE("report: a line that breaks a rule is called that", "[voyage_report]") {
    const test::ScratchFolder folder;
    auto voyage = barents_voyage();
    voyage.points[1].position = geo::Position::degrees(70.0, 27.0); // ashore, in Finnmark
    const auto input = report_of(voyage);
    REQUIRE_FALSE(input.judgement->feasible);
    gui::write_report(folder.path() / "a.pdf", input);
    CHECK_THAT(text_of(folder.path() / "a.pdf"), Contains("Not to be sailed as it stands"));
}

TEST_CASE("report: many waypoints flow over pages with the heading on each", "[voyage_report]") {
    const test::ScratchFolder folder;
    auto voyage = barents_voyage();
    const auto last = voyage.points.back();
    voyage.points.pop_back();
    for (int i = 0; i < 120; ++i) {
        gui::VoyagePoint point;
        point.id = gui::free_id(voyage);
        point.name = "Turn" + std::to_string(i);
        point.position = geo::Position::degrees(74.0 + 0.005 * i, 44.0 + 0.03 * i);
        point.arrive_by = gui::LegKind::great_circle;
        point.is_fixed = false;
        voyage.points.push_back(point);
    }
    voyage.points.push_back(last);
    gui::write_report(folder.path() / "a.pdf", report_of(voyage));
    const auto text = text_of(folder.path() / "a.pdf");
    for (int i = 0; i < 120; ++i) {
        CHECK(count_in(text, "Turn" + std::to_string(i) + " ") == 1);
    }
    CHECK(count_in(text, "Longitude") >= 3);
}

TEST_CASE("report: can be cancelled, and says which file it could not write", "[voyage_report]") {
    const test::ScratchFolder folder;
    const auto input = report_of(barents_voyage());
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(gui::report_bytes(input, Progress(nullptr, stop.get_token())), Error);
    CHECK_THROWS_WITH(gui::write_report(folder.path() / "none" / "a.pdf", input),
                      Contains("a.pdf"));
}
