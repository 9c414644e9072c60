// SPDX-License-Identifier: Apache-2.0
#include "core/study/report.hpp"
#include "tests/core/study/season_records.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace fairlead;
using namespace fairlead::study;
using Catch::Matchers::Contains;

namespace {

const std::string& page_of(const ReportFiles& report) {
    return report.files.front().bytes;
}

/// What opens is closed, and in order; nothing is loaded from elsewhere.
void expect_whole(const std::string& page) {
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(page.ends_with("</html>\n"));
    for (const auto* const never : {"<script", "src=", "http://fonts", "nan", "inf\""}) {
        CAPTURE(never);
        CHECK(page.find(never) == std::string::npos);
    }
    const auto count = [&](std::string_view what) {
        std::size_t found = 0;
        for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) {
            ++found;
        }
        return found;
    };
    for (const std::string tag : {"svg", "table", "figure", "g", "p"}) {
        CAPTURE(tag);
        CHECK(count("<" + tag + ">") + count("<" + tag + " ") == count("</" + tag + ">"));
    }
}

} // namespace

TEST_CASE("report: a page with every figure, the same bytes each time", "[study]") {
    const auto manifest = test::season_manifest();
    const auto records = test::season_records(manifest);
    const auto report = report_files(manifest, records, 3, "out");
    const auto& page = page_of(report);
    expect_whole(page);
    CHECK_THAT(page, Contains("Season &lt;2018&gt; &amp; ships"));
    CHECK_THAT(page, Contains("Not for navigation"));
    CHECK_THAT(page, Contains("Ice of 2018."));
    CHECK_THAT(page, Contains("Incomplete: 3 of"));
    CHECK_THAT(page, Contains("Pevek")); // on the map
    CHECK_THAT(page, Contains("no inputs.csv"));
    std::set<std::string> names;
    for (const auto& file : report.files) {
        CHECK(names.insert(file.file.string()).second);
        CHECK_FALSE(file.bytes.empty());
    }
    for (const auto* const name :
         {"out/report.html", "out/tables/calendar.csv", "out/tables/departures.csv",
          "out/tables/best_departures.csv", "out/tables/distributions.csv",
          "out/tables/density.csv", "out/tables/comparisons.csv", "out/tables/failures.csv",
          "out/figures/calendar.svg", "out/figures/density-north.svg"}) {
        CAPTURE(name);
        CHECK(names.contains(name));
    }
    const auto again = report_files(manifest, records, 3, "out");
    CHECK(std::equal(report.files.begin(), report.files.end(), again.files.begin(),
                     again.files.end(),
                     [](const auto& a, const auto& b) { return a.bytes == b.bytes; }));
}

TEST_CASE("report: nothing planned yet is a page that says so", "[study]") {
    const auto manifest = test::season_manifest();
    const auto page = page_of(report_files(manifest, {}, manifest.routes.size(), "out"));
    expect_whole(page);
    CHECK_THAT(page, Contains("No departure is planned yet"));
    CHECK_THAT(page, Contains("not done yet"));
}

TEST_CASE("report: a study in which no ship gets through", "[study]") {
    const auto manifest = test::season_manifest();
    auto records = test::season_records(manifest);
    std::erase_if(records, [](const auto& record) { return record.status == "ok"; });
    const auto page = page_of(report_files(manifest, records, 0, "out"));
    expect_whole(page);
    CHECK_THAT(page, Contains("on no day"));
    CHECK_THAT(page, Contains("none in common"));
}

TEST_CASE("report: one departure, and inputs that a route could not be planned from", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["a.toml"]
ships = ["pc7.toml"]
[[voyage]]
from = "Murmansk"
to = "Nowhere"
[departures]
list = [2018-08-01]
)");
    auto records = test::season_records(manifest);
    REQUIRE(records.size() == 1);
    expect_whole(page_of(report_files(manifest, records, 0, "out")));
    records[0].status = "error";
    records[0].numbers.reset();
    records[0].line.clear();
    records[0].failure = io::RouteFailure{"bad_input", "No place is named 'Nowhere'.", {}, {}, {}};
    const auto page = page_of(report_files(manifest, records, 0, "out"));
    expect_whole(page);
    CHECK_THAT(page, Contains("No place is named 'Nowhere'."));
    CHECK_THAT(page, Contains("bad input (not planned)"));
}

TEST_CASE("report: the files that were read stand in it with their hashes", "[study]") {
    const test::ScratchFolder folder;
    folder.write("inputs.csv", "path,bytes,sha256\n\"ice, <day 1>.nc\",12,00ff\n");
    const auto manifest = test::season_manifest();
    const auto page = page_of(report_files(manifest, {}, 0, folder.path()));
    CHECK_THAT(page, Contains("ice, &lt;day 1&gt;.nc"));
    CHECK_THAT(page, Contains("00ff"));
}

TEST_CASE("report: ten thousand routes make a page below 3 MB", "[study]") {
    const auto manifest = test::season_manifest(R"(
scenarios = ["a.toml"]
ships = ["pc7.toml", "pc3.toml"]
objectives = ["time", "fuel"]
[[voyage]]
from = "Murmansk"
to = "Sabetta"
[[voyage]]
from = "Murmansk"
to = "Pevek"
[departures]
from = 2015-01-01
until = 2018-12-31
step_h = 14
)");
    const auto records = test::season_records(manifest);
    REQUIRE(records.size() > 10000);
    const auto report = report_files(manifest, records, 0, "out");
    CHECK(page_of(report).size() < 3'000'000);
    expect_whole(page_of(report));
}
