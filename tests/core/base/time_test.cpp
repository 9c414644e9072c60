// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/time.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

TEST_CASE("time: ISO 8601 texts in every accepted form give the same instant", "[base][time]") {
    const auto expected = Instant{std::chrono::seconds{1531634400}};
    for (const char* text :
         {"2018-07-15T06:00Z", "2018-07-15T06:00:00Z", "2018-07-15 06:00", "2018-07-15T09:00+03:00",
          "2018-07-15T01:30:00-0430", "2018-07-15t06:00:00.999z"}) {
        CAPTURE(text);
        CHECK(parse_instant(text) == expected);
    }
    CHECK(format_instant(expected) == "2018-07-15T06:00:00Z");
    CHECK(format_instant_short(expected) == "15 Jul 06:00Z");
    CHECK(format_instant_beside(expected, parse_instant("2018-01-01")) == "15 Jul 06:00Z");
    CHECK(format_instant_beside(expected, parse_instant("2017-12-31")) == "15 Jul 2018 06:00Z");
}

TEST_CASE("time: what is no date is refused in one sentence with the text", "[base][time]") {
    for (const char* text : {"", "2018-02-30", "2018-7-15", "15.07.2018", "2018-07-15T25:00",
                             "2018-07-15T06:00X", "2018-07-15T06:00Z and more", "tomorrow"}) {
        CAPTURE(text);
        CHECK_THROWS_WITH(parse_instant(text, "--depart"),
                          Catch::Contains("--depart '" + std::string(text) + "'"));
    }
}

TEST_CASE("time: a day or an hour that there is not is told from what is no date", "[base][time]") {
    CHECK_THROWS_WITH(parse_instant("2018-02-30T00:00Z", "--depart"),
                      "--depart '2018-02-30T00:00Z' is no date and time: February 2018 has the "
                      "days 1 to 28");
    CHECK_THROWS_WITH(parse_instant("2020-02-30"),
                      Catch::Contains("February 2020 has the days 1 to 29"));
    CHECK_THROWS_WITH(parse_instant("2018-13-01"), Catch::Contains("there is no month 13"));
    CHECK_THROWS_WITH(parse_instant("2018-06-00"), Catch::Contains("June 2018 has the days 1"));
    CHECK_THROWS_WITH(parse_instant("2018-06-01T24:00Z"), Catch::Contains("hours go to 23"));
}

TEST_CASE("time: durations are printed in hours below two days and never as 24.0 h",
          "[base][time]") {
    CHECK(format_duration(Duration::hours(4.54)) == "4.5 h");
    CHECK(format_duration(Duration::hours(47.9)) == "47.9 h");
    CHECK(format_duration(Duration::hours(18 * 24 + 4.5)) == "18 d 4.5 h");
    CHECK(format_duration(Duration::hours(71.97)) == "3 d 0.0 h");
}
