// SPDX-License-Identifier: Apache-2.0
#include "cli/option_names.hpp"
#include "cli/progress_bar.hpp"
#include "cli/report.hpp"
#include "core/base/text_layout.hpp"
#include "core/io/finding_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>

using namespace fairlead;
using namespace fairlead::cli;

namespace {

std::size_t widest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) {
        widest = std::max(widest, display_width(line));
    }
    return widest;
}

/// A route of many long names, deep water, thick ice and a wait.
route::Route busy_route() {
    route::Route route;
    route.departure = parse_instant("2018-12-28T23:00Z");
    auto time = route.departure;
    for (int i = 0; i < 12; ++i) {
        route.waypoints.push_back({geo::Position::degrees(-60.0 - i, -175.0 + i),
                                   i % 3 == 0 ? "Провидения, залив Комсомольская" : ""});
        if (i > 0) {
            route::Leg leg;
            leg.distance = Length::nautical_miles(1234.5);
            leg.initial_bearing = geo::Bearing::degrees(359.0);
            leg.departure = time;
            time += std::chrono::hours{100};
            leg.arrival = time;
            leg.mean_speed = Speed::knots(12.3);
            leg.max_concentration = i == 1 ? 0.0 : 0.987;
            leg.mean_concentration = 0.5;
            leg.max_thickness_m = 3.4;
            leg.min_rio = i == 1 ? 30.0 : -12.4;
            if (i % 2 == 0) {
                leg.min_depth_m = 5432.1;
            }
            route.legs.push_back(leg);
        }
    }
    route.arrival = time;
    route.totals.distance = Length::nautical_miles(13579.5);
    route.totals.duration = between(route.departure, route.arrival);
    route.totals.waiting = Duration::hours(3.0);
    route.totals.min_rio = -12.4;
    route.totals.cost = 1100.0;
    route.waits.push_back(
        {geo::Position::degrees(-62.0, 10.0), route.departure, time, "closed by ice"});
    return route;
}

rules::Finding finding(rules::Severity severity, const std::string& message) {
    rules::Finding result;
    result.severity = severity;
    result.message = message;
    return result;
}

} // namespace

TEST_CASE("text layout: words are broken at the width and indented", "[cli][text]") {
    CHECK(wrapped("one two three", "  - ", 11) == "  - one two\n    three\n");
    CHECK(wrapped("", "  - ") == "");
    CHECK(wrapped("a\n  b") == "a b\n");
    CHECK(wrapped("incomprehensibilities x", "", 5) == "incomprehensibilities\nx\n");
}

TEST_CASE("text layout: width counts characters, not bytes", "[cli][text]") {
    CHECK(display_width("69°00.00'N") == 10);
    CHECK(wrapped("°° °°", "", 5) == "°° °°\n");
    CHECK(wrapped("°° °°", "", 4) == "°°\n°°\n");
}

TEST_CASE("text layout: a table is aligned and has no blanks at line ends", "[cli][text]") {
    TextTable table(
        {{"Place", "", TextTable::Align::left}, {"Speed", "kn", TextTable::Align::right}});
    table.add_row({"Tromsø", "9.5"});
    table.add_row({"A", ""});
    CHECK(table.text(1) == " Place   Speed\n"
                           "            kn\n"
                           " Tromsø    9.5\n"
                           " A\n");
}

TEST_CASE("progress bar: a line has the width asked for and grows with the work", "[cli][bar]") {
    const auto empty = ProgressBar::line(0.0, "searching", 79);
    const auto full = ProgressBar::line(1.0, "searching", 79);
    CHECK(empty.size() == 79);
    CHECK(full.size() == 79);
    CHECK(empty.find('=') == std::string::npos);
    CHECK(full.find("100 %") != std::string::npos);
    CHECK(std::count(full.begin(), full.end(), '=') >
          std::count(empty.begin(), empty.end(), '=') + 30);
    // Not yet done is never shown as done.
    CHECK(ProgressBar::line(0.999, "x", 79).find(" 99 %") != std::string::npos);
    CHECK(ProgressBar::line(0.5, "a label much longer than the room there is for it", 79).size() ==
          79);
    // Words that say how far a study is are not cut for the sake of a bar.
    const std::string words = "7 shards: 2 waiting, 1 running, 3 done, 1 failed; 310 of 744 routes";
    CHECK(ProgressBar::line(0.5, words, 119).starts_with(words));
    CHECK(ProgressBar::line(0.5, words, 119).ends_with(" 50 %"));
    CHECK(ProgressBar::line(0.5, "x", 119).size() == 80);
    for (int width = 0; width < 45; ++width) {
        CHECK(ProgressBar::line(0.5, words, width).size() == static_cast<std::size_t>(width));
        CHECK(ProgressBar::line(0.5, "x", width).size() == static_cast<std::size_t>(width));
    }
}

TEST_CASE("report: no line of a plan is wider than 100 columns", "[cli][report]") {
    plan::PlanResult result;
    result.provenance.vessel = "A ship of a very long name indeed (file.toml)";
    result.provenance.rules = {std::string(300, 'x') + " " + std::string(40, 'y')};
    for (int i = 0; i < 3; ++i) {
        result.findings.push_back(finding(rules::Severity::info,
                                          "a note of many words that goes on and on "
                                          "until the line is full and then some more"));
    }
    result.provenance.rules = {"POLARIS (source: somewhere)"};
    const auto text = plan_text(busy_route(), result);
    CHECK(widest_line(text) <= text_width);
    CHECK(text.find("POLARIS\n") != std::string::npos);
    // Said three times, printed once.
    CHECK(text.find("a note of many") == text.rfind("a note of many"));
}

TEST_CASE("report: the leg table says what is not known and what is not there", "[cli][report]") {
    const auto table = leg_table(busy_route());
    std::istringstream lines(table);
    std::string line;
    for (int i = 0; i < 4; ++i) {
        std::getline(lines, line);
    }
    // Second waypoint: a leg without ice whose depth is not known.
    CHECK(line.find("2  61°00.00'S 174°00.00'W") != std::string::npos);
    CHECK(line.find("12.3    -      -    -      ?") != std::string::npos);
    std::getline(lines, line);
    CHECK(line.find("9.9    3.4  -12   5432") != std::string::npos);
}

TEST_CASE("report: the gravest findings come first", "[cli][report]") {
    const auto text = io::findings_text({finding(rules::Severity::info, "small"),
                                         finding(rules::Severity::violation, "great"),
                                         finding(rules::Severity::caution, "middling")},
                                        {});
    const auto at = [&](const char* word) { return text.find(word); };
    CHECK(at("Violations") < at("great"));
    CHECK(at("great") < at("Cautions"));
    CHECK(at("Cautions") < at("middling"));
    CHECK(at("middling") < at("Notes"));
    CHECK(text.find("Warnings") == std::string::npos);
    CHECK(io::findings_text({}, {}).empty());
}

TEST_CASE("report: the bound is a sentence, and its absence is one too", "[cli][report]") {
    auto route = busy_route();
    CHECK(bound_text(route).find("no bound") != std::string::npos);
    route.lower_bound = 1089.0;
    CHECK(bound_text(route).find("within 1.0 %") != std::string::npos);
    route.exact_search = false;
    CHECK(bound_text(route).find("not exact") != std::string::npos);
}

TEST_CASE("report: no route says why, how far, and what would help", "[cli][report]") {
    plan::PlanResult result;
    plan::NoRoute answer;
    answer.reason = "ice closes the way";
    answer.farthest = geo::Position::degrees(77.0, 104.0);
    answer.farthest_remaining = Length::nautical_miles(1234.0);
    answer.account = {"12 nm from there the way is closed"};
    answer.remedies = {{plan::RemedyKind::leave_later, "leave ten days later"}};
    answer.blocking = {finding(rules::Severity::violation, "RIO -25 where 0 is needed")};
    const auto departure = parse_instant("2018-12-30T06:00Z");
    answer.farthest_time = parse_instant("2018-12-31T18:00Z");
    answer.blocking.front().position = answer.farthest;
    answer.blocking.front().time = parse_instant("2019-01-01T00:00Z");
    const auto text = no_route_text("A to B", departure, answer, result);
    for (const char* words :
         {"A to B: NO ROUTE", "Departure  2018-12-30T06:00:00Z", "reached 31 Dec 18:00Z",
          "01 Jan 2019 00:00Z", "ice closes the way", "77°00.00'N 104°00.00'E", "1234 nm short",
          "Ahead      12 nm from there", "leave ten days later", "RIO -25"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    answer.remedies.clear();
    CHECK(no_route_text("A to B", departure, answer, result).find("nothing that was tried") !=
          std::string::npos);
}

TEST_CASE("option names: each remedy that an option does is told with it", "[cli][report]") {
    plan::PlanResult result;
    plan::NoRoute none;
    for (int kind = 0; kind <= static_cast<int>(plan::RemedyKind::other_place); ++kind) {
        none.remedies.push_back({static_cast<plan::RemedyKind>(kind), "this helps"});
    }
    result.outcome = none;
    result.findings = {finding(rules::Severity::caution, "at the edge")};
    result.findings.front().code = "grid.edge";
    result.findings.front().remedy = "a wider grid";
    name_options(result);
    CHECK(result.findings.front().remedy ==
          "a wider grid (--margin, or bounds of the scenario; --via)");
    const auto words_of = [&](plan::RemedyKind kind) {
        return result.no_route()->remedies.at(static_cast<std::size_t>(kind)).sentence;
    };
    CHECK(words_of(plan::RemedyKind::leave_later) == "this helps");
    CHECK(words_of(plan::RemedyKind::hold_data) == "this helps (--beyond-data hold)");
    CHECK(words_of(plan::RemedyKind::smaller_cells) == "this helps (--cell)");
    CHECK(words_of(plan::RemedyKind::wider_grid).find("--margin") != std::string::npos);
    CHECK(words_of(plan::RemedyKind::fill_pole_hole) == "this helps (--fill-pole-hole)");
    CHECK(words_of(plan::RemedyKind::other_place) == "this helps");
}
