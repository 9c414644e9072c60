// SPDX-License-Identifier: Apache-2.0
#include "gui/document/project_file.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "tests/gui/document/whole_voyage.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <csignal>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace fairlead;
using Catch::Matchers::Contains;
using gui::Project;
using gui::Voyage;
using test::whole_voyage;

namespace {

/// A disk that is full: writing beyond the limit fails, as it does there, and only when the bytes
/// are handed over.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes_left) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
        auto limit = before_;
        limit.rlim_cur = bytes_left;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        static_cast<void>(std::signal(SIGXFSZ, handler_));
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

} // namespace

TEST_CASE("project file: a voyage comes back with every member as it was", "[project_file]") {
    const test::ScratchFolder folder;
    const auto file = folder.path() / "kara.fairlead";
    Project project;
    project.voyage = whole_voyage();
    project.candidates = {{cost::ObjectiveKind::fuel, "cheapest so far", false}};
    project.route = gui::KeptRoute{"<route/>", {1, 2}};
    gui::write_project(file, project);
    const auto read = gui::read_project(file);
    CHECK(read.voyage == project.voyage);
    CHECK(read.candidates == project.candidates);
    CHECK(read.route == project.route);
    CHECK(read.kept.empty());

    gui::write_project(file, {});
    CHECK(gui::read_project(file).voyage == Voyage{});
}

TEST_CASE("project file: no change of a single member is lost", "[project_file]") {
    using Change = std::function<void(Voyage&)>;
    const std::vector<Change> changes{
        [](Voyage& v) { v.name = "x"; },
        [](Voyage& v) { v.points[0].id = 1; },
        [](Voyage& v) { v.points[0].name.clear(); },
        [](Voyage& v) { v.points[0].position = geo::Position::degrees(0.1, 0.2); },
        [](Voyage& v) { v.points[0].is_fixed = false; },
        [](Voyage& v) { v.points[0].arrive_by = gui::LegKind::optimised; },
        [](Voyage& v) { v.points[0].is_leg_found = false; },
        [](Voyage& v) { v.points[0].note = "x"; },
        [](Voyage& v) { v.points[1].speed_limit.reset(); },
        [](Voyage& v) { v.points[1].leave_not_before.reset(); },
        [](Voyage& v) { v.points.pop_back(); },
        [](Voyage& v) { v.departure += std::chrono::seconds(1); },
        [](Voyage& v) { v.vessel = "sda"; },
        [](Voyage& v) { v.sea.scenario.clear(); },
        [](Voyage& v) { v.sea.layers[0].variable = env::Variable::sea_floor_depth; },
        [](Voyage& v) { v.sea.layers[0].sources.pop_back(); },
        [](Voyage& v) { v.sea.layers[0].unit.clear(); },
        [](Voyage& v) { v.sea.layers[1].value.reset(); },
        [](Voyage& v) { v.sea.beyond_data.reset(); },
        [](Voyage& v) { v.rules.polaris = true; },
        [](Voyage& v) { v.rules.under_keel_clearance = true; },
        [](Voyage& v) { v.rules.zones = true; },
        [](Voyage& v) { v.objectives.pop_back(); },
        [](Voyage& v) { v.prices.per_hour = 1.0; },
        [](Voyage& v) { v.prices.per_tonne_fuel = 1.0; },
        [](Voyage& v) { v.prices.per_risk = 1.0; },
        [](Voyage& v) { v.prices.per_tonne_co2 = 1.0; },
        [](Voyage& v) { v.cost_model = "850*time_h/2"; },
        [](Voyage& v) { v.search.cell_km.reset(); },
        [](Voyage& v) { v.search.margin_km.reset(); },
        [](Voyage& v) { v.search.neighbours = 8; },
        [](Voyage& v) { v.search.may_wait = true; },
        [](Voyage& v) { v.search.clearance_off_land = Length::nautical_miles(0.0); },
        [](Voyage& v) { v.search.waypoint_tolerance.reset(); },
        [](Voyage& v) { v.accepted.erase("zone.x"); },
        [](Voyage& v) { v.notes.clear(); },
    };
    const std::filesystem::path file = "/voyages/kara.fairlead";
    for (std::size_t i = 0; i < changes.size(); ++i) {
        INFO("change " << i);
        Project project;
        project.voyage = whole_voyage();
        changes[i](project.voyage);
        REQUIRE_FALSE(project.voyage == whole_voyage());
        CHECK(gui::parse_project(gui::project_text(project, file), file).voyage == project.voyage);
    }
}

TEST_CASE("project file: data move with the project", "[project_file]") {
    Project project;
    project.voyage.vessel = "/home/mate/voyages/ship.toml";
    project.voyage.sea.scenario = "/home/mate/ice/kara";
    gui::LayerChoice layer;
    layer.sources = {"/home/mate/voyages", "/home/mate/voyages/ice.nc", "/mnt/share/ice.nc"};
    project.voyage.sea.layers = {layer};
    const auto text = gui::project_text(project, "/home/mate/voyages/a.fairlead");
    CHECK_THAT(text, Contains(R"("ship.toml")") && Contains(R"("../ice/kara")"));
    CHECK_THAT(text, Contains(R"("./ice.nc")") && Contains(R"("/mnt/share/ice.nc")"));

    CHECK(gui::parse_project(text, "/home/mate/voyages/a.fairlead").voyage == project.voyage);
    const auto moved = gui::parse_project(text, "/srv/x/y/a.fairlead").voyage;
    CHECK(moved.vessel == "/srv/x/y/ship.toml");
    CHECK(moved.sea.scenario == "/srv/x/ice/kara");
    CHECK(moved.sea.layers[0].sources ==
          std::vector<std::string>{"/srv/x/y", "/srv/x/y/ice.nc", "/mnt/share/ice.nc"});
}

TEST_CASE("project file: names of what comes with Fairlead are no paths", "[project_file]") {
    const auto text = gui::project_text({}, "/home/mate/a.fairlead");
    const auto voyage = gui::parse_project(text, "/elsewhere/a.fairlead").voyage;
    CHECK(voyage.vessel == "expedition_pc5");
    CHECK(voyage.sea.scenario == "sample");
}

TEST_CASE("project file: what a later program has added is kept", "[project_file]") {
    const std::filesystem::path file = "/v/a.fairlead";
    Project project;
    project.voyage = whole_voyage();
    auto text = gui::project_text(project, file);
    text = replaced(text, R"("version": 1)", R"("version": 1, "charterer": {"name": "A"})");
    text = replaced(text, R"("id": 3,)", R"("id": 3, "turn_radius_nmi": 0.5,)");
    text = replaced(text, R"("polaris": false,)", R"("polaris": false, "airss": true,)");
    text = replaced(text, R"("unit": "cm",)", R"("unit": "cm", "opacity": 0.5,)");
    auto read = gui::parse_project(text, file);
    CHECK(read.voyage == project.voyage);
    read.voyage.points.erase(read.voyage.points.begin());
    const auto again = gui::project_text(read, file);
    for (const auto* added : {R"("name": "A")", "turn_radius_nmi", "airss", "opacity"}) {
        CHECK_THAT(again, Contains(added));
    }
    const auto point = again.substr(again.find("\"points\""));
    CHECK(point.find("turn_radius_nmi") < point.find("Pevek")); // still that of waypoint 3
}

TEST_CASE("project file: a removed value does not come back", "[project_file]") {
    const std::filesystem::path file = "/v/a.fairlead";
    Project project;
    project.voyage = whole_voyage();
    auto read = gui::parse_project(gui::project_text(project, file), file);
    read.voyage.points[1].speed_limit.reset();
    CHECK_FALSE(gui::parse_project(gui::project_text(read, file), file)
                    .voyage.points[1]
                    .speed_limit.has_value());
}

TEST_CASE("project file: what is wrong with a file is said by file, member and value",
          "[project_file]") {
    const std::filesystem::path file = "/v/a.fairlead";
    Project project;
    project.voyage = whole_voyage();
    const auto good = gui::project_text(project, file);
    struct Case {
        std::string text;
        std::vector<std::string> said;
    };
    const std::vector<Case> cases{
        {"", {"not a Fairlead voyage"}},
        {"{", {"not a Fairlead voyage", "line 1", "byte"}},
        {replaced(good, R"("latitude_deg": 90)", R"("latitude_deg": NaN)"), {"illegal", "in line"}},
        {"[]", {"\"format\""}},
        {"{\"format\": \"gpx\"}", {"\"format\"", "fairlead-voyage"}},
        {std::string(100000, '['), {"not a Fairlead voyage"}},
        {good.substr(0, good.size() / 2), {"not a Fairlead voyage"}},
        {"\xFF\xFE" + good, {"not a Fairlead voyage"}},
        {replaced(good, R"("version": 1)", R"("version": 2)"), {"newer Fairlead", "2", "up to 1"}},
        {replaced(good, R"("version": 1)", R"("version": 0)"), {"version is 0"}},
        {replaced(good, R"("version": 1)", R"("version": "1")"), {"version is \"1\""}},
        {replaced(good, R"("notes")", R"("nots")"), {"notes is missing"}},
        {replaced(good, R"("departure": "2030-08-10)", R"("departure": "2030-02-31)"),
         {"departure", "2030-02-31"}},
        {replaced(good, R"("latitude_deg": 90)", R"("latitude_deg": 90.1)"),
         {"points[2].latitude_deg is 90.1", "-90 to 90"}},
        {replaced(good, R"("latitude_deg": 90)", R"("latitude_deg": 1e400)"), {""}},
        {replaced(good, R"("longitude_deg": 12)", R"("longitude_deg": null)"),
         {"points[2].longitude_deg is null"}},
        {replaced(good, R"("id": 3)", R"("id": 7)"),
         {"points[1].id is 7, not a number that no other waypoint has"}},
        {replaced(good, R"("id": 3)", R"("id": 3.5)"), {"points[1].id is 3.5"}},
        {replaced(good, R"("id": 3)", R"("id": 4294967295)"), {"points[1].id is 4294967295"}},
        {replaced(good, R"("id": 3)", R"("id": 0)"), {"points[1].id is 0"}},
        {replaced(good, R"("rhumb_line")", R"("loxodrome")"),
         {"points[1].arrive_by is loxodrome", "rhumb_line"}},
        {replaced(good, R"("speed_limit_kn": 12.3)", R"("speed_limit_kn": -1)"),
         {"points[1].speed_limit_kn is -1"}},
        {replaced(good, R"("fixed": false)", R"("fixed": 0)"), {"points[1].fixed is 0"}},
        {replaced(good, R"("sea_ice_thickness")", R"("ice")"), {"sea.layers[0].variable is ice"}},
        {replaced(good, R"("neighbours": 32)", R"("neighbours": 24)"),
         {"search.neighbours is 24", "8, 16 or 32"}},
        {replaced(good, R"("cell_km": 6.25)", R"("cell_km": 0)"), {"search.cell_km is 0"}},
        {replaced(good, R"("per_hour": 850.5)", R"("per_hour": -850.5)"), {"prices.per_hour"}},
        {replaced(good, R"("money")", R"("honour")"), {"objectives is honour"}},
        {replaced(good, R"("money")", R"("co2")"), {"objectives is a list with co2 twice"}},
        {replaced(good, R"("objectives": [)", R"("objectives": [], "was": [)"),
         {"objectives is an empty list"}},
        {replaced(good, R"("unit": "cm")", R"("unit": "cheese")"),
         {"sea.layers[0].unit is \"cheese\"", "a unit of sea_ice_thickness"}},
        {replaced(good, R"("/data/2030/ice/*.nc")", R"(" ")"),
         {"sea.layers[0].sources is a list with an empty name"}},
        {replaced(good, R"("longitude_deg": 12)", R"("longitude_deg": 200)"),
         {"points[2].longitude_deg is 200", "-180 to 180"}},
        {replaced(good, R"("departure": "2030)", R"("departure": "9999)"),
         {"departure is 9999-08-10", "1900 to 2199"}},
        {replaced(good, R"("departure": "2030)", R"("departure": "0000)"), {"departure"}},
        {replaced(good, R"("/ships/own.toml")", R"("a\u0000b")"), {"vessel", "null character"}},
        {replaced(good, R"("accepted": {)", R"("accepted": {"k": 3, )"), {"accepted.k is 3"}},
        {replaced(good, R"("prices": {)", R"("prices": 3, "was": {)"), {"prices is 3", "object"}},
        {replaced(good, R"("points": [)", R"("points": [4, )"), {"points[0] is 4"}},
    };
    for (const auto& [text, said] : cases) {
        INFO(text.substr(0, 300));
        try {
            static_cast<void>(gui::parse_project(text, file));
            FAIL("no error");
        } catch (const Error& error) {
            CHECK_THAT(error.what(), Contains("/v/a.fairlead"));
            for (const auto& part : said) {
                CHECK_THAT(error.what(), Contains(part));
            }
        }
    }
}

TEST_CASE("project file: any byte may be damaged without harm", "[project_file]") {
    const std::filesystem::path file = "/v/a.fairlead";
    Project project;
    project.voyage = whole_voyage();
    const auto good = gui::project_text(project, file);
    for (std::size_t at = 0; at < good.size(); at += 3) {
        for (const char damage : {'\0', '9', '"', '}', '\xFF'}) {
            auto text = good;
            text[at] = damage;
            try {
                static_cast<void>(gui::parse_project(text, file));
            } catch (const Error& error) {
                CHECK(std::string(error.what()).find("/v/a.fairlead") == 0);
            }
        }
    }
}

TEST_CASE("project file: a file that cannot be written is left as it was", "[project_file]") {
    const test::ScratchFolder folder;
    CHECK_THROWS_WITH(gui::write_project(folder.path() / "none" / "a.fairlead", {}),
                      Contains("a.fairlead") && Contains("cannot be written"));
    const auto taken = folder.path() / "folder.fairlead";
    std::filesystem::create_directory(taken);
    CHECK_THROWS_AS(gui::write_project(taken, {}), Error);
    CHECK(std::filesystem::is_directory(taken));
    CHECK_THROWS_AS(gui::read_project(folder.path() / "none.fairlead"), Error);
}

TEST_CASE("project file: a full disk leaves the file as it was, and is said", "[project_file]") {
    const test::ScratchFolder folder;
    const auto file = folder.path() / "a.fairlead";
    Project project;
    project.voyage = whole_voyage();
    gui::write_project(file, project);
    auto changed = project;
    changed.voyage.name = "changed";
    std::string said;
    {
        const FullDisk full(100);
        try {
            gui::write_project(file, changed);
        } catch (const Error& problem) {
            said = problem.what();
        }
    }
    CHECK_THAT(said, Contains("a.fairlead: cannot be written"));
    CHECK(gui::read_project(file).voyage == project.voyage);
    CHECK_THROWS_WITH(gui::write_project("/dev/full", project), Contains("/dev/full"));
}
