// SPDX-License-Identifier: Apache-2.0
#include "tests/core/env/small_fields.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using env::Field;
using env::Quality;
using env::Stencil;
using env::Variable;
using geo::Position;
using test::nan_f;
using test::seconds;

namespace {
constexpr Stencil quarter{{0, 1, 2, 3}, {0.4F, 0.3F, 0.2F, 0.1F}};
} // namespace

TEST_CASE("field: between usable nodes a sample is their weighted mean", "[env][field]") {
    const auto sample = Field::interpolate(test::slice_of({0.0F, 1.0F, 0.5F, 0.2F}), quarter);
    CHECK(sample.value == Approx(0.3 + 0.1 + 0.02));
    CHECK(sample.quality == Quality::ok);
}

TEST_CASE("field: unusable neighbours are left out and the rest weighted anew", "[env][field]") {
    const auto sample =
        Field::interpolate(test::slice_of({0.4F, nan_f, 1.0F, nan_f}, Quality::coast), quarter);
    CHECK(sample.value == Approx((0.4 * 0.4 + 0.2 * 1.0) / 0.6));
    CHECK(sample.is_usable());
}

TEST_CASE("field: where the nearest node is unusable the sample says why and has no value",
          "[env][field]") {
    const auto sample =
        Field::interpolate(test::slice_of({nan_f, 1.0F, 1.0F, 1.0F}, Quality::land), quarter);
    CHECK(sample.quality == Quality::land);
    CHECK(sample.value == 0.0);
}

TEST_CASE("field: the worst usable quality counts, but not that of nodes without weight",
          "[env][field]") {
    auto slice = test::slice_of({0.1F, 0.1F, 0.1F, 0.1F});
    slice.quality[1] = Quality::filled;
    CHECK(Field::interpolate(slice, quarter).quality == Quality::filled);
    CHECK(Field::interpolate(slice, {{0, 1, 2, 3}, {0.5F, 0.0F, 0.5F, 0.0F}}).quality ==
          Quality::ok);
}

TEST_CASE("field: directions meet at north and not at south", "[env][field]") {
    const auto slice = test::slice_of({350.0F, 10.0F, 350.0F, 10.0F});
    const Stencil even{{0, 1, 2, 3}, {0.25F, 0.25F, 0.25F, 0.25F}};
    const auto sample = Field::interpolate(slice, even, env::Interpolation::circular);
    CHECK(std::min(sample.value, 360.0 - sample.value) < 1e-6);
    const auto opposite = Field::interpolate(test::slice_of({0.0F, 180.0F, 0.0F, 180.0F}), even,
                                             env::Interpolation::circular);
    CHECK(opposite.quality == Quality::missing);
    CHECK(env::interpolation_of(Variable::mean_wave_direction) == env::Interpolation::circular);
    CHECK(
        Field::blend({350.0, Quality::ok}, {10.0, Quality::ok}, 0.75, env::Interpolation::circular)
            .value == Approx(5.0).margin(0.1));
}

TEST_CASE("field: between slices values change linearly, outside them there is none",
          "[env][field]") {
    const auto field = test::small_field(
        Variable::sea_ice_concentration, 2, 2, {"2018-07-01T12:00Z", "2018-07-02T12:00Z"},
        {test::slice_of({0, 0, 0, 0}), test::slice_of({1, 1, 1, 1})});
    const auto at = [&](const char* time) {
        return field->sample(Position::degrees(80.0, 0.0), parse_instant(time));
    };
    CHECK(at("2018-07-01T18:00Z").value == Approx(0.25));
    CHECK(at("2018-07-01T12:00Z").value == 0.0);
    CHECK(at("2018-07-02T12:00Z").value == 1.0);
    CHECK(at("2018-07-01T11:59Z").quality == Quality::outside_time);
    CHECK(at("2018-07-02T12:01Z").quality == Quality::outside_time);
    CHECK(field->sample(Position::degrees(40.0, 0.0), parse_instant("2018-07-01T18:00Z")).quality ==
          Quality::outside_area);
}

TEST_CASE("field: a daily mean holds for its whole day", "[env][field]") {
    const auto noon = parse_instant("2018-07-01T12:00Z");
    const std::vector<env::SliceInfo> days{
        {noon, noon - std::chrono::hours{12}, noon + std::chrono::hours{12}, "a"}};
    const Field field(Variable::sea_ice_concentration, test::small_grid(2, 2), days,
                      [](std::size_t) {
                          return test::slice_of({0.5F, 0.5F, 0.5F, 0.5F});
                      },
                      {Duration::hours(36.0), Duration::hours(240.0)});
    const auto at = [&](const char* time) {
        return field.sample(Position::degrees(75.0, 5.0), parse_instant(time));
    };
    CHECK(at("2018-07-01T00:00Z").value == 0.5);
    CHECK(at("2018-07-02T00:00Z").value == 0.5);
    CHECK(at("2018-06-30T23:59Z").quality == Quality::outside_time);
    CHECK(at("2018-07-02T00:01Z").quality == Quality::outside_time);
}

TEST_CASE("field: long steps are gaps, and very long ones are not bridged", "[env][field]") {
    const auto make = [](double bridged_h) {
        return test::small_field(Variable::sea_ice_concentration, 2, 2,
                                 {"2018-07-01T12:00Z", "2018-07-05T12:00Z"},
                                 {test::slice_of({0, 0, 0, 0}), test::slice_of({1, 1, 1, 1})},
                                 {Duration::hours(36.0), Duration::hours(bridged_h)});
    };
    const auto place = Position::degrees(80.0, 0.0);
    const auto middle = make(240.0)->sample(place, parse_instant("2018-07-03T12:00Z"));
    CHECK(middle.value == Approx(0.5));
    CHECK(middle.quality == Quality::gap);
    CHECK(make(240.0)->sample(place, parse_instant("2018-07-05T12:00Z")).quality == Quality::ok);
    CHECK(make(48.0)->sample(place, parse_instant("2018-07-03T12:00Z")).quality ==
          Quality::outside_time);
    CHECK(make(48.0)->sample(place, parse_instant("2018-07-01T12:00Z")).quality == Quality::ok);
}

TEST_CASE("field: a node known on one of two days only follows the nearer day", "[env][field]") {
    const auto field = test::small_field(
        Variable::sea_ice_concentration, 2, 2, {"2018-07-01T12:00Z", "2018-07-02T12:00Z"},
        {test::slice_of({0.5F, 0, 0, 0}), test::slice_of({nan_f, 1, 1, 1})});
    const auto place = Position::degrees(80.0, 0.0);
    const auto near = field->sample(place, parse_instant("2018-07-01T18:00Z"));
    CHECK(near.value == Approx(0.5));
    CHECK(near.quality == Quality::gap);
    CHECK(field->sample(place, parse_instant("2018-07-02T06:00Z")).quality == Quality::missing);
}

TEST_CASE("field: a slice is read once and kept, an error of the reader comes through",
          "[env][field]") {
    int reads = 0;
    const auto noon = parse_instant("2018-07-01T12:00Z");
    const Field field(Variable::sea_ice_concentration, test::small_grid(2, 2),
                      {{noon, noon, noon, "a"}},
                      [&](std::size_t) {
                          ++reads;
                          return test::slice_of({0, 0, 0, 0});
                      },
                      {Duration::hours(1.0), Duration::hours(1.0)});
    CHECK(&field.slice(0) == &field.slice(0));
    CHECK(reads == 1);
    CHECK(field.read(0).value.size() == 4);
    CHECK(reads == 1);
    const Field broken(
        Variable::sea_ice_concentration, test::small_grid(2, 2), {{noon, noon, noon, "a"}},
        [](std::size_t) -> env::FieldSlice { throw std::runtime_error("a: cannot be read"); },
        {Duration::hours(1.0), Duration::hours(1.0)});
    CHECK_THROWS_WITH(broken.slice(0), "a: cannot be read");
}

TEST_CASE("field: depth near land is unknown where the nearest node is land", "[env][field]") {
    const auto field =
        test::static_field(Variable::sea_floor_depth, 2, 2,
                           test::slice_of({nan_f, 100.0F, 200.0F, 300.0F}, Quality::land));
    CHECK(field->is_static());
    CHECK(field->sample(Position::degrees(79.0, 1.0), parse_instant("1950-01-01")).quality ==
          Quality::land);
    const auto sea = field->sample(Position::degrees(75.0, 9.0), parse_instant("2050-01-01"));
    CHECK(sea.is_usable());
    CHECK(sea.value > 100.0);
}
