// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/position.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace fairlead;
using namespace fairlead::geo;

TEST_CASE("position: every accepted form of one place reads alike", "[geo][position]") {
    for (const char* text : {"69.5,33.05",
                             "69.5 33.05",
                             " +69.5 ; +33.05 ",
                             "69.5N 33.05E",
                             "69.5N,33.05E",
                             "N69.5 E33.05",
                             "33.05E 69.5N",
                             "E 33.05, N 69.5",
                             "69°30.0'N 033°03.0'E",
                             "69°30'N, 33°3'E",
                             "69 30.0 N, 33 03.0 E",
                             "69°30'00\"N 33°03'00\"E",
                             "69º30′00″n 33º03′00″e",
                             "69-30.0N 033-03.0E",
                             "69°30'00''N 33°03'00''E",
                             "69°30.0' 033°03.0'",
                             "69 30, 33 03",
                             "69\u00a030.0’N 33\u00a003.0’E",
                             "69°30'00”N 33°03'00”E",
                             "6930N 03303E",
                             "6930N03303E",
                             "693000N0330300E",
                             "6930.0N 03303.0E",
                             "N6930 E03303",
                             "6930.00N, 0330300E"}) {
        CAPTURE(text);
        const auto place = parse_position(text);
        CHECK(place.latitude_deg() == Approx(69.5).margin(1e-12));
        CHECK(place.longitude_deg() == Approx(33.05).margin(1e-12));
    }
}

TEST_CASE("position: south and west, minus signs and the sign of -0 degrees", "[geo][position]") {
    for (const char* text : {"-65.25,-64.125", "S65.25 W64.125", "65°15.0'S 064°07.5'W",
                             "\u221265.25 \u221264.125", "-65 15 0, -64 7 30", "-65.25, 295.875"}) {
        CAPTURE(text);
        const auto place = parse_position(text);
        CHECK(place.latitude_deg() == Approx(-65.25).margin(1e-12));
        CHECK(place.longitude_deg() == Approx(-64.125).margin(1e-12));
    }
    CHECK(parse_position("-0 30, -0 15").latitude_deg() == -0.5);
    CHECK(parse_position("-0 30, -0 15").longitude_deg() == -0.25);
    CHECK(parse_position("90N 0E").latitude_deg() == 90.0);
    CHECK(parse_position("-90,0").latitude_deg() == -90.0);
    CHECK(parse_position("652030S0643015W") ==
          Position::degrees(-(65.0 + 20.0 / 60.0 + 30.0 / 3600.0),
                            -(64.0 + 30.0 / 60.0 + 15.0 / 3600.0)));
    CHECK(parse_position("66N 180E") == parse_position("66N 180W"));
    CHECK(parse_position("66,180").longitude_deg() == -180.0);
}

TEST_CASE("position: what could mean two places is refused, with the text and the reason",
          "[geo][position]") {
    const std::pair<const char*, const char*> refused[] = {
        {"", "empty"},
        {"Murmansk", "cannot read it from 'Murmansk'"},
        {"69", "needs a latitude and a longitude"},
        {"69 30 33 03", "more than two numbers"},
        {"69,5 33,05", "one latitude and one longitude"},
        {"69,5N 33,05E", "a comma may only stand between"},
        {"69N", "one of N or S and one of E or W"},
        {"69N 70N", "one of N or S and one of E or W"},
        {"N 69 33E", "a coordinate has no number"},
        {"N E", "no number"},
        {"-69S 33E", "minus sign"},
        {"95,33", "latitude 95 is not within -90 and 90 degrees (latitude comes first)"},
        {"95N 33E", "latitude 95 is not within -90 and 90 degrees"},
        {"6960N 03303E", "60 minutes are not below 60"},
        {"69000N 03303E", "latitude 69000 is not within -90 and 90 degrees"},
        {"6900N 3303E", "longitude 3303 is not within -180 and 180"},
        {"9100N 03303E", "latitude 91 is not within -90 and 90 degrees"},
        {"69N 190E", "longitude 190 is not within -180 and 180"},
        {"69,361", "longitude 361 is not within -180 and 360"},
        {"69,-181", "longitude -181"},
        {"69°60.0'N 33E", "60 minutes are not below 60"},
        {"69°30'75\"N 33E", "75 seconds are not below 60"},
        {"69.5°30'N 33E", "only the last may have a decimal point"},
        {"69°30\"N 33E", "degrees, then minutes, then seconds"},
        {"69 1 2 3N 33E", "degrees, then minutes, then seconds"},
        {"6.9.5N 33E", "'6.9.5' is not a number"},
        {"69.0-33.05", "out of place"},
        {"1e3,2", "a comma may only stand between"},
        {"69 N 33 E 12", "one of N or S and one of E or W"},
        {"nan,nan", "cannot read"},
    };
    for (const auto& [text, reason] : refused) {
        CAPTURE(text);
        CHECK_THROWS_WITH(parse_position(text), Catch::Contains("'" + std::string(text) + "'"));
        CHECK_THROWS_WITH(parse_position(text), Catch::Contains(reason));
    }
}

TEST_CASE("position: printed as on a chart, rounded as a whole", "[geo][position]") {
    CHECK(format_position(Position::degrees(69.0, 33.05)) == "69°00.00'N 033°03.00'E");
    CHECK(format_position(Position::degrees(-65.25, -64.125)) == "65°15.00'S 064°07.50'W");
    CHECK(format_position(Position::degrees(68.999999, 9.999999)) == "69°00.00'N 010°00.00'E");
    CHECK(format_position(Position::degrees(-0.000001, -0.000001)) == "00°00.00'N 000°00.00'E");
    CHECK(format_position(Position::degrees(90.0, 180.0)) == "90°00.00'N 180°00.00'W");
}

TEST_CASE("position: printing and reading again moves it by less than a hundredth of a minute",
          "[geo][position]") {
    for (double latitude = -90.0; latitude <= 90.0; latitude += 7.123) {
        for (double longitude = -180.0; longitude < 180.0; longitude += 11.317) {
            const auto place = Position::degrees(latitude, longitude);
            const auto again = parse_position(format_position(place));
            CHECK(std::fabs(again.latitude_deg() - latitude) <= 0.0051 / 60.0);
            CHECK(std::fabs(normalised_longitude_deg(again.longitude_deg() - longitude)) <=
                  0.0051 / 60.0);
        }
    }
}

TEST_CASE("position: longitude is kept in [-180, 180), latitude must be one", "[geo][position]") {
    CHECK(Position::degrees(0.0, 180.0).longitude_deg() == -180.0);
    CHECK(Position::degrees(0.0, -180.0).longitude_deg() == -180.0);
    CHECK(Position::degrees(0.0, 540.0).longitude_deg() == -180.0);
    CHECK(Position::degrees(0.0, 359.0).longitude_deg() == -1.0);
    CHECK(Position::degrees(90.0, 77.0).longitude_deg() == 77.0);
    CHECK_THROWS_AS(Position::degrees(90.000001, 0.0), Error);
    CHECK_THROWS_AS(Position::degrees(std::nan(""), 0.0), Error);
    CHECK_THROWS_AS(Position::degrees(0.0, std::numeric_limits<double>::infinity()), Error);
}

TEST_CASE("bearing: kept in [0, 360)", "[geo][position]") {
    CHECK(Bearing::degrees(-90.0).in_degrees() == 270.0);
    CHECK(Bearing::degrees(360.0).in_degrees() == 0.0);
    CHECK(Bearing::degrees(725.0).in_degrees() == 5.0);
    CHECK(Bearing::degrees(-1e-20).in_degrees() == 0.0);
}
