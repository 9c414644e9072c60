// SPDX-License-Identifier: Apache-2.0
#include "core/base/table.hpp"
#include "core/study/calendar.hpp"
#include "core/study/calendar_figure.hpp"
#include "core/study/comparison.hpp"
#include "core/study/departure_figure.hpp"
#include "core/study/distribution_figure.hpp"
#include "core/study/failure_figure.hpp"
#include "core/study/figure_style.hpp"
#include "core/study/foresight_figure.hpp"
#include "core/study/panels.hpp"
#include "core/study/quantiles.hpp"
#include "tests/core/study/season_records.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <set>

using namespace fairlead;
using namespace fairlead::study;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

struct Season {
    Manifest manifest = test::season_manifest();
    std::vector<io::RouteRecord> records = test::season_records(manifest);
    Outcomes outcomes{manifest, records};
};

Table table_of(const Figure& figure, const std::string& name) {
    for (const auto& table : figure.tables) {
        if (table.name == name) {
            return Table::parse(table.csv, name);
        }
    }
    FAIL("no table " << name);
    return Table::parse("", "");
}

} // namespace

TEST_CASE("quantiles: interpolated between the sorted values", "[study]") {
    CHECK_FALSE(quantiles_of({}).has_value());
    const auto one = quantiles_of({7.0});
    CHECK((one->least == 7.0 && one->median == 7.0 && one->q95 == 7.0 && one->count == 1));
    const auto five = quantiles_of({5.0, 1.0, 4.0, 2.0, 3.0});
    CHECK(five->median == 3.0);
    CHECK(five->q25 == 2.0);
    CHECK_THAT(five->q05, WithinAbs(1.2, 1e-12));
    CHECK_THAT(five->q95, WithinAbs(4.8, 1e-12));
    CHECK(five->mean == 3.0);
}

TEST_CASE("figure style: ticks are round and hold the range", "[study]") {
    CHECK(round_ticks(0.0, 10.0, 5) == std::vector{0.0, 2.0, 4.0, 6.0, 8.0, 10.0});
    CHECK(round_ticks(3.0, 3.0, 5) == std::vector{3.0});
    const auto scale = rounded_scale(3.2, 17.0, 100.0, 0.0);
    CHECK((scale.low <= 3.2 && scale.high >= 17.0));
    const auto single = rounded_scale(4.0, 4.0, 100.0, 0.0);
    CHECK(single.high > single.low);
    CHECK(ramp_colour(0.0) == "#fde725");
    CHECK(ramp_colour(2.0) == "#440154");
}

TEST_CASE("svg: texts are escaped and cut by whole letters", "[study]") {
    CHECK(escaped("a<b> & \"c\"\n") == "a&lt;b&gt; &amp; &quot;c&quot; ");
    CHECK(short_number(-0.001) == "0");
    CHECK(short_number(12.50) == "12.5");
    CHECK(fitted("Мурманск", 1000.0, 11.0) == "Мурманск");
    CHECK(fitted("Мурманск", 40.0, 11.0) == "Мурм…");
}

TEST_CASE("calendar: a row for each ship and objective, a column for each step", "[study]") {
    const Season season;
    const auto calendar = calendar_of(season.outcomes, 100);
    CHECK(calendar.axes == std::vector{Axis::voyage, Axis::ship, Axis::objective});
    CHECK(calendar.days_per_column == 5);
    CHECK(calendar.columns == static_cast<int>(season.manifest.file.departures.size()));
    REQUIRE(calendar.rows.size() == 8);
    CHECK(calendar.rows[0].labels ==
          std::vector<std::string>{"Murmansk to Sabetta", "pc7", "time"});
    const auto& winter = calendar.rows[0].cells.at(0);
    CHECK((winter.found == 0 && winter.cause == "ice_too_thick"));
    for (const auto& [column, cell] : calendar.rows[0].cells) {
        const auto& record = season.records[static_cast<std::size_t>(column)];
        CHECK(cell.found == (record.status == "ok" ? 1 : 0));
        if (record.numbers) {
            CHECK(cell.median_duration_h == record.numbers->duration_h);
        }
    }
}

TEST_CASE("calendar: axes are pooled where there is no room, and cells keep their shares",
          "[study]") {
    const Season season;
    const auto calendar = calendar_of(season.outcomes, 2);
    CHECK(calendar.axes == std::vector{Axis::voyage});
    CHECK(calendar.pooled == std::vector{Axis::objective, Axis::ship});
    REQUIRE(calendar.rows.size() == 2);
    std::size_t tried = 0;
    for (const auto& row : calendar.rows) {
        for (const auto& [column, cell] : row.cells) {
            CHECK(cell.tried == 4);
            tried += cell.tried;
        }
    }
    CHECK(tried == season.records.size());
}

TEST_CASE("calendar: several years are rows over the days of a year", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["a.toml"]
ships = ["pc7.toml"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[departures]
list = [2015-07-01, 2015-07-11, 2016-07-01, 2016-07-11, 2017-07-11]
)");
    const auto records = test::season_records(manifest);
    const auto calendar = calendar_of(Outcomes(manifest, records), 100);
    CHECK(calendar.by_year);
    CHECK(calendar.columns == 2);
    REQUIRE(calendar.rows.size() == 3);
    CHECK(calendar.rows[2].labels == std::vector<std::string>{"2017"});
    CHECK(calendar.rows[2].cells.size() == 1);
    CHECK_THAT(calendar_csv(calendar), Contains("2016,07-11,10,1,"));
}

TEST_CASE("calendar: ships that wait for months leave colours to all others", "[study]") {
    Season season;
    std::size_t number = 0;
    for (auto& record : season.records) {
        if (record.numbers) {
            // Every tenth waits for five months; the others take 8 to 10 days.
            const bool waits = number % 10 == 0;
            record.numbers->duration_h =
                24.0 * (waits ? 150.0 : 8.0 + 2.0 * static_cast<double>(number % 7) / 6.0);
            ++number;
        }
    }
    const auto figure = calendar_figure(Outcomes(season.manifest, season.records));
    REQUIRE(figure.drawings.size() == 1);
    const auto& svg = figure.drawings.front().svg;
    std::set<std::string> fills;
    for (auto at = svg.find("fill=\"#"); at != std::string::npos;
         at = svg.find("fill=\"#", at + 1)) {
        if (svg.rfind("<path", at) != std::string::npos &&
            svg.rfind('<', at) == svg.rfind("<path", at)) {
            fills.insert(svg.substr(at, 14));
        }
    }
    CHECK(fills.size() >= 5);
}

TEST_CASE("departures: the best is the cheapest, and others cost what they cost more", "[study]") {
    const Season season;
    const auto figure = departure_figure(season.outcomes);
    const auto best = table_of(figure, "best_departures");
    REQUIRE(best.row_count() == 8);
    // The ice is gone on 1 September: the departure nearest to it.
    CHECK(best.text(0, "best_departure") == "2018-09-02T00:00:00Z");
    const auto all = table_of(figure, "departures");
    CHECK(all.row_count() == season.records.size());
    for (std::size_t row = 0; row < all.row_count(); ++row) {
        if (all.text(row, "status") == "ok") {
            CHECK(all.number(row, "more_cost") >= 0.0);
        } else {
            CHECK(all.text(row, "cost").empty());
        }
    }
}

TEST_CASE("distributions: by month and ship, with how many were tried and found", "[study]") {
    const Season season;
    const auto table = table_of(distribution_figure(season.outcomes), "distributions");
    std::size_t tried = 0;
    std::size_t found = 0;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        if (table.text(row, "measure") == "fuel") {
            tried += static_cast<std::size_t>(table.number(row, "departures"));
            found += static_cast<std::size_t>(table.number(row, "n"));
        }
    }
    CHECK(tried == season.records.size());
    CHECK(found ==
          static_cast<std::size_t>(std::count_if(season.records.begin(), season.records.end(),
                                                 [](const auto& r) { return r.status == "ok"; })));
}

TEST_CASE("comparison: the strong ship gets through alone in spring and burns half as much again",
          "[study]") {
    const Season season;
    const auto comparisons = comparisons_of(season.outcomes);
    REQUIRE(comparisons.size() == 2);
    const auto& ships = comparisons[0];
    CHECK((ships.axis == Axis::ship && ships.first == "pc7" && ships.second == "pc3"));
    CHECK(ships.first_only == 0);
    CHECK(ships.second_only > 0);
    CHECK(ships.both + ships.second_only + ships.neither == season.records.size() / 2);
    REQUIRE(ships.differences.size() == 3); // two objectives have no cost in common
    CHECK(ships.differences[0].equal == ships.both);
    CHECK(ships.differences[1].more == ships.both);
    CHECK_THAT(ships.differences[1].percent->median, WithinAbs(50.0, 1e-9));
    const auto& objectives = comparisons[1];
    CHECK(objectives.axis == Axis::objective);
    CHECK_THAT(objectives.differences[0].percent->q05, WithinAbs(20.0, 1e-9));
    CHECK_THAT(objectives.differences[1].percent->median, WithinAbs(-16.0, 1e-9));
    CHECK(objectives.differences[1].less == objectives.both);
}

TEST_CASE("comparison: years without a common departure are matched by the day", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["y2017.toml", "y2018.toml"]
ships = ["pc7.toml"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[departures]
list = [2017-08-01, 2017-09-01, 2018-08-01, 2018-09-01]
[[skip]]
scenario = ["y2017.toml"]
from = 2018-01-01
[[skip]]
scenario = ["y2018.toml"]
until = 2017-12-31
)");
    const auto records = test::season_records(manifest);
    const auto comparisons = comparisons_of(Outcomes(manifest, records));
    REQUIRE(comparisons.size() == 1);
    CHECK(comparisons[0].by_day_of_year);
    CHECK(comparisons[0].both + comparisons[0].first_only + comparisons[0].second_only +
              comparisons[0].neither ==
          2);
}

TEST_CASE("failures: causes with counts, shares and the first sentence", "[study]") {
    const Season season;
    const auto figure = failure_figure(season.outcomes);
    const auto table = table_of(figure, "failures");
    REQUIRE(table.row_count() == 2);
    std::set<std::string> causes;
    double share = 0.0;
    for (std::size_t row = 0; row < 2; ++row) {
        causes.insert(table.text(row, "cause"));
        share += table.number(row, "share");
    }
    CHECK(causes == std::set<std::string>{"ice_too_thick", "polaris"});
    const auto failed = std::count_if(season.records.begin(), season.records.end(),
                                      [](const auto& r) { return r.status != "ok"; });
    CHECK_THAT(
        share,
        WithinAbs(static_cast<double>(failed) / static_cast<double>(season.records.size()), 1e-3));
    CHECK_THAT(figure.html, Contains("&lt;in&gt; the Kara Sea"));
}

TEST_CASE("departures: several years lie over each other, and no line joins them", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["a.toml"]
ships = ["pc7.toml"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[departures]
list = [2017-08-01, 2017-09-01, 2018-08-11, 2018-09-11, 2018-09-21]
)");
    auto records = test::season_records(manifest);
    for (std::size_t i = 0; i < records.size(); ++i) { // whatever the ice, all get through
        records[i] = test::season_record(manifest, manifest.routes.back());
        records[i].departure = manifest.routes[i].departure;
    }
    const auto figure = departure_figure(Outcomes(manifest, records));
    CHECK_THAT(figure.caption, Contains("Years lie over each other"));
    REQUIRE(figure.drawings.size() == 1);
    const auto& svg = figure.drawings[0].svg;
    CHECK_THAT(svg, !Contains("2017") && !Contains("2018"));
    // The lines of a plot: two departures of 2017, three of 2018.
    const auto line = svg.find("stroke-linejoin");
    const auto path = svg.substr(svg.rfind("<path", line), line - svg.rfind("<path", line));
    CHECK(std::count(path.begin(), path.end(), 'M') == 2);
    CHECK(std::count(path.begin(), path.end(), 'L') == 3);
}

TEST_CASE("foresight: regret against the routes of perfect knowledge", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["came.toml", "foreseen.toml"]
sail_in = "came.toml"
ships = ["pc7.toml"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[departures]
from = 2018-08-02
until = 2018-09-01
step_h = 240
)");
    auto records = test::season_records(manifest);
    std::size_t turn = 0;
    for (auto& record : records) {
        if (!record.numbers) {
            continue;
        }
        io::SailedNumbers sailed;
        sailed.cost = record.numbers->cost;
        if (record.scenario == "foreseen.toml") {
            sailed.cost += 5.0;
            if (turn++ == 1) {
                sailed.violations = {"polaris.not_permitted"};
            }
        }
        record.sailed = sailed;
    }
    const auto figure = foresight_figure(manifest, Outcomes(manifest, records));
    REQUIRE(figure);
    const auto table = table_of(*figure, "foresight");
    REQUIRE(table.row_count() == 4); // of the forecast alone
    for (std::size_t row = 0; row < 4; ++row) {
        CHECK(table.text(row, "regret") == (row == 1 ? "" : "5.00000"));
        CHECK(table.text(row, "violations") == (row == 1 ? "polaris.not_permitted" : ""));
    }
    CHECK_THAT(figure->html, Contains("3 of 4") && Contains("5.0 (5.0) h"));
    CHECK(figure->drawings.size() == 1);

    const Season unsailed;
    CHECK_FALSE(foresight_figure(unsailed.manifest, unsailed.outcomes));
}

TEST_CASE("panels: where series are too many, the last axis parts panels instead", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["y17.toml", "y18.toml"]
ships = ["pc7.toml", "pc3.toml", "ia.toml"]
objectives = ["time", "fuel"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[departures]
list = [2018-08-01]
)");
    const auto records = test::season_records(manifest);
    const Outcomes outcomes(manifest, records);
    const std::array axes{Axis::ship, Axis::objective, Axis::scenario};
    CHECK(panels_of(outcomes, axes).at(0).series.size() == 12);
    const auto drawn = drawn_panels(outcomes, axes);
    REQUIRE(drawn.panels.size() == 2);
    CHECK(drawn.panels[1].title == "Murmansk to Sabetta, y18");
    CHECK(drawn.panels[1].series.size() == 6);
    CHECK(drawn.panels[1].series[5].label == "ia, fuel");
    CHECK(drawn.left_out.empty());
}
