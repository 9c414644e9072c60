// SPDX-License-Identifier: Apache-2.0
// Fields over the chart's plane and time, what a ship makes of them, and arrows.
#include "core/base/error.hpp"
#include "core/env/projected_grid.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"
#include "gui/chart/arrow_painter.hpp"
#include "gui/chart/raster_source.hpp"
#include "gui/chart/transit_raster.hpp"

#include <catch2/catch.hpp>

#include <QImage>

#include <chrono>
#include <cmath>

using namespace fairlead;
using namespace fairlead::chart;
using std::chrono::hours;

namespace {

const Instant start = parse_instant("2020-03-01T12:00Z");
const geo::Projection north = geo::Projection::polar_north();
constexpr auto concentration = env::Variable::sea_ice_concentration;

/// `days` daily slices of 20 x 20 cells of 100 km around the pole; `value(day)` everywhere but in
/// the upper left quarter, where day 1 has a hole. Steps over two days are gaps.
std::shared_ptr<const env::Field> daily(env::Variable variable, std::vector<int> days,
                                        std::vector<float> values) {
    const auto grid = std::make_shared<env::ProjectedGrid>(
        north, env::RasterGeometry{-1e6, 1e6, 1e5, 1e5, 20, 20}, "EPSG:3413");
    std::vector<env::SliceInfo> slices;
    for (const int day : days) {
        const Instant noon = start + hours(24 * day);
        slices.push_back({noon, noon - hours(12), noon + hours(12), "made"});
    }
    return std::make_shared<env::Field>(
        variable, grid, slices,
        [values, days](std::size_t index) {
            env::FieldSlice slice{std::vector<float>(400, values[index]),
                                  std::vector<env::Quality>(400, env::Quality::ok)};
            for (std::size_t i = 0; i < 400; ++i) {
                if (days[index] == 1 && i / 20 < 10 && i % 20 < 10) {
                    slice.value[i] = std::numeric_limits<float>::quiet_NaN();
                    slice.quality[i] = env::Quality::missing;
                }
            }
            return slice;
        },
        env::StepLimits{Duration::hours(36.0), Duration::hours(48.0)});
}

env::Environment sea_of(std::shared_ptr<const env::Field> field) {
    env::Environment sea;
    const env::Variable variable = field->variable();
    sea.add({variable, std::move(field), std::nullopt, nullptr, "made"});
    return sea;
}

WarpRequest around(Instant from, Instant until) {
    return {north, from, until};
}

float at(const RasterSource& source, Instant time, geo::PlanePoint point) {
    const auto raster = source.at(time);
    const auto cell = raster->grid.cell_at(point);
    return cell ? raster->values[raster->grid.index(*cell)]
                : std::numeric_limits<float>::quiet_NaN();
}

constexpr geo::PlanePoint plain{5.5e5, -5.5e5};
constexpr geo::PlanePoint with_hole{-5.5e5, 5.5e5};

vessel::Vessel ship() {
    vessel::Particulars particulars;
    particulars.ice_class = vessel::IceClass::pc6;
    particulars.length = Length::metres(120.0);
    particulars.beam = Length::metres(20.0);
    particulars.draught = Length::metres(8.0);
    particulars.power = Power::kilowatts(8000.0);
    return {particulars,
            Speed::knots(16.0),
            Speed::knots(2.0),
            std::make_shared<vessel::SpeedTableModel>(
                vessel::SpeedTableModel::Table{{0.0, 1.0, 2.0}, {}, {16.0, 8.0, 0.0}},
                Speed::knots(16.0), particulars.power),
            std::make_shared<vessel::SpecificConsumption>(
                200.0, particulars.power, vessel::SpecificConsumption::LoadDependence::none),
            0.1,
            3.0,
            {},
            "test"};
}

std::shared_ptr<const RasterSource> still(float value, const geo::GridGeometry& grid) {
    return std::make_shared<StillRaster>(
        std::make_shared<Raster>(Raster{grid, std::vector<float>(grid.cell_count(), value)}));
}

} // namespace

TEST_CASE("byte scale: values come back within half a step", "[chart][source]") {
    for (const env::VariableInfo& info : env::all_variables()) {
        const ByteScale scale = byte_scale(info.variable);
        CAPTURE(info.name);
        for (int code = 1; code <= 255; ++code) {
            const auto byte = static_cast<std::uint8_t>(code);
            CHECK(scale.code(scale.value(byte)) == byte);
            CHECK(scale.code(scale.value(byte) + 0.4F * scale.step) == byte);
        }
        CHECK(scale.code(std::numeric_limits<float>::quiet_NaN()) == 0);
        CHECK(scale.code(1e9F) == 255);
        CHECK(scale.code(-1e9F) == 1);
    }
    CHECK(byte_scale(concentration).value(byte_scale(concentration).code(1.0F)) == 1.0F);
}

TEST_CASE("warp: between slices values change linearly", "[chart][source]") {
    const auto source = warp(sea_of(daily(concentration, {0, 1}, {0.2F, 0.8F})), concentration,
                             around(start, start + hours(24)));
    REQUIRE(source);
    CHECK(at(*source, start, plain) == Approx(0.2));
    CHECK(at(*source, start + hours(12), plain) == Approx(0.5));
    CHECK(at(*source, start + hours(24), plain) == Approx(0.8));
    CHECK(std::isnan(at(*source, start, {1.6e6, 0.0}))); // beyond the grid
}

TEST_CASE("warp: where one slice has a hole the nearer in time speaks", "[chart][source]") {
    const auto source = warp(sea_of(daily(concentration, {0, 1}, {0.2F, 0.8F})), concentration,
                             around(start, start + hours(24)));
    CHECK(at(*source, start + hours(6), with_hole) == Approx(0.2));
    CHECK(std::isnan(at(*source, start + hours(18), with_hole)));
}

TEST_CASE("warp: nothing is shown before and after the data", "[chart][source]") {
    const auto source = warp(sea_of(daily(concentration, {0, 1}, {0.2F, 0.8F})), concentration,
                             around(start - hours(72), start + hours(96)));
    CHECK(std::isnan(at(*source, start - hours(60), plain)));
    CHECK(std::isnan(at(*source, start - hours(13), plain)));
    CHECK(at(*source, start - hours(11), plain) == Approx(0.2));
    CHECK(at(*source, start + hours(35), plain) == Approx(0.8));
    CHECK(std::isnan(at(*source, start + hours(37), plain)));
    CHECK(std::isnan(at(*source, start + hours(90), plain)));
}

TEST_CASE("warp: or the last is held, if the environment says so", "[chart][source]") {
    env::Environment sea = sea_of(daily(concentration, {0, 1}, {0.2F, 0.8F}));
    sea.set_beyond_data(env::BeyondData::hold);
    const auto source = warp(sea, concentration, around(start, start + hours(96)));
    CHECK(at(*source, start + hours(90), plain) == Approx(0.8));
}

TEST_CASE("warp: a gap that is not bridged stays empty", "[chart][source]") {
    const auto source = warp(sea_of(daily(concentration, {0, 5}, {0.2F, 0.8F})), concentration,
                             around(start, start + hours(120)));
    CHECK(at(*source, start + hours(10), plain) == Approx(0.2));
    for (const int hour : {14, 40, 60, 80, 106}) {
        CAPTURE(hour);
        CHECK(std::isnan(at(*source, start + hours(hour), plain)));
    }
    CHECK(at(*source, start + hours(110), plain) == Approx(0.8));
}

TEST_CASE("warp: what has no date is kept in full precision", "[chart][source]") {
    env::Environment sea;
    sea.add({env::Variable::sea_floor_depth, nullptr, 123.456, nullptr, "123.456"});
    const auto source = warp(sea, env::Variable::sea_floor_depth, around(start, start + hours(24)));
    CHECK(at(*source, start, plain) == 123.456F);
    CHECK(at(*source, start, {0.0, -6.0e6}) == 123.456F); // all of the plane
    CHECK_FALSE(source->newest_data(start));
    CHECK(warp(sea, concentration, around(start, start)) == nullptr);
}

TEST_CASE("warp: a constant that stands in for a hole is not drawn", "[chart][source]") {
    env::Environment sea;
    sea.add({concentration, nullptr, 0.0, nullptr, "0"});
    sea.add(
        {concentration, daily(concentration, {0, 1}, {0.2F, 0.8F}), std::nullopt, nullptr, "made"});
    const auto source = warp(sea, concentration, around(start, start + hours(24)));
    CHECK(std::isnan(at(*source, start + hours(24), with_hole)));
    CHECK(at(*source, start + hours(24), {3e6, 3e6}) == 0.0F); // outside the data: as stated
}

TEST_CASE("warp: the age of the data", "[chart][source]") {
    const auto source = warp(sea_of(daily(concentration, {0, 1}, {0.2F, 0.8F})), concentration,
                             around(start, start + hours(24)));
    CHECK_FALSE(source->newest_data(start - hours(1)));
    CHECK(source->newest_data(start) == start);
    CHECK(source->newest_data(start + hours(23)) == start);
    CHECK(source->newest_data(start + hours(500)) == start + hours(24));
}

TEST_CASE("warp: cells grow where memory is short, and stopping is an error", "[chart][source]") {
    const env::Environment sea = sea_of(daily(concentration, {0, 1}, {0.2F, 0.8F}));
    WarpRequest request = around(start, start + hours(24));
    const auto full =
        std::dynamic_pointer_cast<const TimedRaster>(warp(sea, concentration, request));
    request.most_bytes = full->bytes() / 4;
    const auto less =
        std::dynamic_pointer_cast<const TimedRaster>(warp(sea, concentration, request));
    REQUIRE(full);
    REQUIRE(less);
    CHECK(less->bytes() <= full->bytes() / 3);
    CHECK(less->grid().cell_m > 1.8 * full->grid().cell_m);
    CHECK(at(*less, start, plain) == Approx(0.2));
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(warp(sea, concentration, request, Progress({}, stop.get_token())), Error);
}

TEST_CASE("warp: the south has its own plane", "[chart][source]") {
    env::Environment sea;
    sea.add({concentration, nullptr, 0.4, nullptr, "0.4"});
    WarpRequest request = around(start, start);
    request.plane = geo::Projection::polar_south();
    const auto source = warp(sea, concentration, request);
    CHECK(at(*source, start, {1e6, 2e6}) == 0.4F);
}

TEST_CASE("transit raster: RIO and speed are those of the transit model", "[chart][source]") {
    const vessel::Vessel vessel = ship();
    rules::RuleSet::Options options;
    options.polaris = rules::Polaris::standard();
    const rules::RuleSet rules(options);
    const cost::TransitModel model(vessel, rules);
    const auto table = std::make_shared<TransitTable>(model);
    const geo::GridGeometry grid{-1e6, 1e6, 1e5, 20, 20};
    const geo::GridGeometry finer{-1e6, 1e6, 5e4, 40, 40};
    for (const double ice : {0.0, 0.3, 0.7, 1.0}) {
        for (const double thick : {0.1, 0.5, 1.2, 2.4}) {
            CAPTURE(ice, thick);
            env::Conditions conditions;
            conditions.concentration = {ice, env::Quality::ok};
            conditions.thickness = {thick, env::Quality::ok};
            const cost::Transit truth = model.transit(conditions, {});
            const auto under = still(static_cast<float>(ice), grid);
            const auto metres = still(static_cast<float>(thick), finer);
            const TransitRaster rio(TransitRaster::Shows::rio, table, under, metres);
            const TransitRaster speed(TransitRaster::Shows::speed, table, under, metres);
            CHECK(at(rio, start, plain) == Approx(truth.rio).margin(0.2));
            CHECK(at(speed, start, plain) == Approx(truth.speed_kn).margin(0.1));
        }
    }
}

TEST_CASE("transit raster: what is not known is not shown", "[chart][source]") {
    const vessel::Vessel vessel = ship();
    rules::RuleSet::Options options;
    options.polaris = rules::Polaris::standard();
    const rules::RuleSet rules(options);
    const auto table = std::make_shared<TransitTable>(cost::TransitModel(vessel, rules));
    const geo::GridGeometry grid{-1e6, 1e6, 1e5, 20, 20};
    const auto ice = still(0.8F, grid);
    const auto none = still(std::numeric_limits<float>::quiet_NaN(), grid);
    using Shows = TransitRaster::Shows;
    CHECK(std::isnan(at(TransitRaster(Shows::rio, table, none, still(1.0F, grid)), start, plain)));
    CHECK(std::isnan(at(TransitRaster(Shows::rio, table, ice, nullptr), start, plain)));
    CHECK(std::isnan(at(TransitRaster(Shows::speed, table, ice, none), start, plain)));
    // Without ice, thickness does not matter.
    CHECK(at(TransitRaster(Shows::rio, table, still(0.0F, grid), nullptr), start, plain) == 30.0F);
}

TEST_CASE("transit raster: there is no speed over shoals", "[chart][source]") {
    const vessel::Vessel vessel = ship();
    const rules::RuleSet rules({});
    const auto table = std::make_shared<TransitTable>(cost::TransitModel(vessel, rules));
    const geo::GridGeometry grid{-1e6, 1e6, 1e5, 20, 20};
    const auto open_water = still(0.0F, grid);
    const auto speed_over = [&](float depth) {
        return at(TransitRaster(TransitRaster::Shows::speed, table, open_water, nullptr,
                                still(depth, grid), 10.0F),
                  start, plain);
    };
    CHECK(speed_over(9.9F) == 0.0F);
    CHECK(speed_over(10.1F) == Approx(16.0));
    CHECK(speed_over(std::numeric_limits<float>::quiet_NaN()) == Approx(16.0));
}

TEST_CASE("barbs: feathers add up to the speed", "[chart][arrows]") {
    CHECK(wind_barb(1.0, false).lines.elementCount() == 13); // a ring
    const auto strokes = [](double speed_kn) {
        const Barb barb = wind_barb(speed_kn, false);
        int moves = 0;
        for (int i = 0; i < barb.lines.elementCount(); ++i) {
            moves += barb.lines.elementAt(i).isMoveTo() ? 1 : 0;
        }
        return moves - 1; // but the staff
    };
    CHECK(strokes(5.0) == 1);
    CHECK(strokes(10.0) == 1);
    CHECK(strokes(15.0) == 2);
    CHECK(strokes(27.4) == 3); // 25: two and a half
    CHECK(strokes(50.0) == 0);
    CHECK_FALSE(wind_barb(50.0, false).pennants.isEmpty());
    CHECK(strokes(65.0) == 2);
    CHECK(wind_barb(20.0, false).lines.boundingRect().right() > 5.0);
    CHECK(wind_barb(20.0, true).lines.boundingRect().left() < -5.0);
}

TEST_CASE("arrows: a current points where it goes", "[chart][arrows]") {
    const geo::GridGeometry grid{-1e6, 1e6, 1e5, 20, 20};
    const auto flow = [&](float east, float northward) {
        ArrowLayer layer;
        layer.east = std::make_shared<Raster>(Raster{grid, std::vector<float>(400, east)});
        layer.north = std::make_shared<Raster>(Raster{grid, std::vector<float>(400, northward)});
        layer.kind = ArrowKind::arrows;
        return layer;
    };
    // At 80 N on the meridian that runs down the screen of EPSG:3413: north is up.
    const geo::PlanePoint place = north.forward(geo::Position::degrees(84, -45)).value();
    const Viewport view(north, place, 1000.0, Angle::degrees(0.0), {120, 120});
    const auto drawn = [&](const ArrowLayer& layer) {
        QImage image(120, 120, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        CHECK(paint_arrows(painter, layer, view, ChartStyle::day()));
        int tall = 0;
        int wide = 0;
        for (int i = 1; i < 119; ++i) {
            for (int j = 1; j < 119; ++j) {
                const bool dark = image.pixelColor(i, j).lightness() < 200;
                tall += dark && image.pixelColor(i, j - 1).lightness() < 200 ? 1 : 0;
                wide += dark && image.pixelColor(i - 1, j).lightness() < 200 ? 1 : 0;
            }
        }
        return tall - wide;
    };
    CHECK(drawn(flow(0.0F, 0.8F)) > 20);
    CHECK(drawn(flow(0.8F, 0.0F)) < -20);
    CHECK(drawn(flow(std::numeric_limits<float>::quiet_NaN(), 0.8F)) == 0);
    std::stop_source stop;
    stop.request_stop();
    QImage image(10, 10, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    CHECK_FALSE(paint_arrows(painter, flow(1, 1), view, ChartStyle::day(), stop.get_token()));
}

TEST_CASE("warp: what cannot be read is nothing, never water, and is told", "[chart][source]") {
    const auto whole = daily(concentration, {0, 2, 4, 6}, {0.2F, 0.4F, 0.6F, 0.8F});
    const auto field = std::make_shared<env::Field>(
        concentration, whole->shared_grid(), whole->slices(),
        [whole](std::size_t index) {
            if (index == 1) {
                throw Error(ErrorCode::io, "ice.nc: has changed since it was opened");
            }
            return whole->read(index);
        },
        env::StepLimits{Duration::hours(36.0), Duration::hours(72.0)});
    const auto source = warp(sea_of(field), concentration, around(start, start + hours(6 * 24)));
    const Instant unread = start + hours(48);
    CHECK(std::isnan(at(*source, unread, plain)));
    CHECK(std::isnan(at(*source, unread + hours(6), plain)));
    CHECK(at(*source, start, plain) == Approx(0.2F));
    CHECK(at(*source, start + hours(96), plain) == Approx(0.6F));
    REQUIRE(source->unread().size() == 1);
    CHECK(source->unread()[0] == Unread{unread, "ice.nc: has changed since it was opened"});
    CHECK(source->newest_data(unread) == start); // what is shown is older
}

TEST_CASE("warp: an undated field that cannot be read is nothing anywhere", "[chart][source]") {
    const auto whole = daily(env::Variable::sea_floor_depth, {0}, {30.0F});
    const auto sea = sea_of(env::Field::make_static(
        env::Variable::sea_floor_depth, whole->shared_grid(), "depth.nc",
        [](std::size_t) -> env::FieldSlice { throw Error(ErrorCode::io, "depth.nc: is gone"); }));
    const auto source = warp(sea, env::Variable::sea_floor_depth, around(start, start));
    CHECK(std::isnan(at(*source, start, plain)));
    REQUIRE(source->unread().size() == 1);
    CHECK(source->unread()[0] == Unread{std::nullopt, "depth.nc: is gone"});
}
