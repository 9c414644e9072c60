// SPDX-License-Identifier: Apache-2.0
#include "core/env/projected_grid.hpp"
#include "gui/chart/environment_raster.hpp"
#include "gui/chart/plan_picture.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

const Instant first_day = parse_instant("2018-07-15T00:00Z");

/// Ice that covers nothing on 15 July and everything ten days later, over all of the Arctic.
std::shared_ptr<const env::Field> freezing_sea() {
    const auto grid = std::make_shared<env::ProjectedGrid>(
        geo::Projection::polar_north(), env::RasterGeometry{-4e6, 4e6, 1e5, 1e5, 80, 80},
        "EPSG:3413");
    std::vector<env::SliceInfo> slices;
    for (int slice = 0; slice < 2; ++slice) {
        const Instant time = first_day + Duration::hours(240.0 * slice);
        slices.push_back({time, time, time, "made for tests"});
    }
    return std::make_shared<env::Field>(
        env::Variable::sea_ice_concentration, grid, slices,
        [](std::size_t index) {
            return env::FieldSlice{std::vector<float>(6400, static_cast<float>(index)),
                                   std::vector<env::Quality>(6400, env::Quality::ok)};
        },
        env::StepLimits{Duration::hours(1000.0), Duration::hours(1000.0)});
}

plan::PlanRequest sample_request() {
    plan::PlanRequest request;
    auto environment = std::make_shared<env::Environment>();
    environment->add(
        {env::Variable::sea_ice_concentration, freezing_sea(), std::nullopt, nullptr, "made"});
    request.environment = environment;
    request.departure = first_day;
    const route::Route route = sample_route(30.0);
    request.places = {{"West Port", route.waypoints.front().position},
                      {"East Port", route.waypoints.back().position}};
    return request;
}

/// Ten days from west to east.
plan::PlanResult sample_result() {
    route::Route route = sample_route(-5.0);
    for (std::size_t i = 0; i < route.track.size(); ++i) {
        route.track[i].time =
            first_day + Duration::hours(240.0 * static_cast<double>(i) /
                                        static_cast<double>(route.track.size() - 1));
    }
    route.arrival = route.track.back().time;
    plan::PlanResult result;
    result.outcome = route;
    return result;
}

plan::PlanResult no_route() {
    plan::NoRoute none;
    none.reason = "ice of 9 tenths blocks the way";
    rules::Finding blocking;
    blocking.code = "polaris.special_consideration";
    blocking.severity = rules::Severity::violation;
    blocking.message = "RIO is -14 where -10 is the least.";
    blocking.position = geo::Position::degrees(74, 8);
    none.blocking = {blocking};
    none.farthest = geo::Position::degrees(74, 5);
    none.farthest_time = first_day + Duration::hours(20.0);
    none.remedies = {{plan::RemedyKind::stronger_ship, "a ship of class PC3"}};
    plan::PlanResult result;
    result.outcome = none;
    return result;
}

double value_at(const RasterLayer& layer, const geo::Projection& plane,
                const geo::Position& place) {
    const auto cell = layer.raster->grid.cell_at(plane.forward(place).value());
    return static_cast<double>(layer.raster->values.at(layer.raster->grid.index(cell.value())));
}

const RasterLayer& ice_of(const Scene& scene) {
    REQUIRE_FALSE(scene.rasters.empty());
    return scene.rasters.back();
}

} // namespace

TEST_CASE("plan picture: the ice under the line is the ice the ship meets", "[chart][plan]") {
    const plan::PlanResult result = sample_result();
    const PlanPicture picture = compose_plan_picture(sample_request(), result, {});
    for (const std::size_t index : {0U, 25U, 50U, 76U, 101U}) {
        CAPTURE(index);
        const route::TrackPoint& point = result.route()->track[index];
        const double met = between(first_day, point.time).in_hours() / 240.0;
        CHECK(value_at(ice_of(picture.scene), picture.scene.plane, point.position) ==
              Approx(met).margin(0.04));
    }
    CHECK(ice_of(picture.scene).data_date == "as met, 15 Jul to 25 Jul 2018");
}

TEST_CASE("plan picture: or the ice of the departure, everywhere", "[chart][plan]") {
    PlanPictureOptions options;
    options.ice_time = IceTime::departure;
    const PlanPicture picture = compose_plan_picture(sample_request(), sample_result(), options);
    CHECK(value_at(ice_of(picture.scene), picture.scene.plane, geo::Position::degrees(74, 19)) ==
          0.0);
    CHECK(ice_of(picture.scene).data_date == "15 Jul 2018 00:00 UTC");
}

TEST_CASE("plan picture: where and when the data end there are none", "[chart][plan]") {
    plan::PlanRequest request = sample_request();
    request.departure = first_day + Duration::hours(-48.0);
    PlanPictureOptions options;
    options.ice_time = IceTime::departure;
    const PlanPicture picture = compose_plan_picture(request, sample_result(), options);
    CHECK(std::all_of(ice_of(picture.scene).raster->values.begin(),
                      ice_of(picture.scene).raster->values.end(),
                      [](float value) { return std::isnan(value); }));
    CHECK(ice_of(picture.scene).hatch_gaps);
}

TEST_CASE("plan picture: constants and missing layers", "[chart][plan]") {
    plan::PlanRequest request = sample_request();
    auto environment = std::make_shared<env::Environment>();
    environment->add({env::Variable::sea_ice_concentration, nullptr, 0.3, nullptr, "0.3"});
    request.environment = environment;
    const PlanPicture constant = compose_plan_picture(request, sample_result(), {});
    CHECK(value_at(ice_of(constant.scene), constant.scene.plane, geo::Position::degrees(74, 0)) ==
          Approx(0.3).margin(1e-6));
    CHECK(ice_of(constant.scene).data_date.empty());
    CHECK(constant.scene.rasters.size() == 1);

    request.environment = std::make_shared<env::Environment>();
    CHECK(compose_plan_picture(request, sample_result(), {}).scene.rasters.empty());
    CHECK(picture_of(request, sample_result(), {}).size() == QSize(1600, 1000));
}

TEST_CASE("plan picture: without POLARIS the line is not coloured by RIO", "[chart][plan]") {
    plan::PlanRequest request = sample_request();
    CHECK_FALSE(
        compose_plan_picture(request, sample_result(), {}).scene.routes.front().coloured_by_rio);
    rules::RuleSet::Options options;
    request.rules = std::make_shared<rules::RuleSet>(options);
    CHECK_FALSE(
        compose_plan_picture(request, sample_result(), {}).scene.routes.front().coloured_by_rio);
    options.polaris = rules::Polaris::standard();
    request.rules = std::make_shared<rules::RuleSet>(options);
    CHECK(compose_plan_picture(request, sample_result(), {}).scene.routes.front().coloured_by_rio);
}

TEST_CASE("plan picture: a route that breaks a rule is headed so", "[chart][plan]") {
    auto result = sample_result();
    CHECK(compose_plan_picture(sample_request(), result, {}).scene.headline_problem.empty());
    rules::Finding violation;
    violation.severity = rules::Severity::violation;
    violation.message = "leg 3 crosses land";
    result.findings.push_back(violation);
    CHECK(compose_plan_picture(sample_request(), result, {}).scene.headline_problem ==
          "Not safe as it stands. Leg 3 crosses land.");
}

TEST_CASE("plan picture: no route shows how far it goes and what blocks", "[chart][plan]") {
    const PlanPicture picture = compose_plan_picture(sample_request(), no_route(), {});
    const Scene& scene = picture.scene;
    CHECK(scene.routes.empty());
    CHECK(scene.headline_problem == "No route. Ice of 9 tenths blocks the way.");
    REQUIRE(scene.places.size() == 3);
    CHECK(scene.places[2].name == "farthest place reached");
    CHECK(scene.places[2].detail == "15 Jul 20:00Z");
    CHECK(scene.places[0].detail == "15 Jul 00:00Z");
    CHECK(scene.places[1].detail.empty()); // never reached
    REQUIRE(scene.notes.size() == 2);
    CHECK(scene.notes[0].text == "RIO is -14 where -10 is the least.");
    CHECK(scene.notes[0].severity == rules::Severity::violation);
    CHECK(scene.notes[1].text == "Would open a way: a ship of class PC3");
    for (const PlaceMark& place : scene.places) {
        const auto pixel = picture.view.view.pixel_of(place.position);
        REQUIRE(pixel);
        CHECK(picture.view.view.contains(*pixel));
    }
    CHECK(picture_of(sample_request(), no_route(), {}).size() == QSize(1600, 1000));
}

TEST_CASE("plan picture: a ship that never left her harbour has got no farther", "[chart][plan]") {
    plan::PlanResult result = no_route();
    std::get<plan::NoRoute>(result.outcome).farthest = sample_request().places.front().position;
    CHECK(compose_plan_picture(sample_request(), result, {}).scene.places.size() == 2);
}

TEST_CASE("plan picture: ports of call are named with their times", "[chart][plan]") {
    plan::PlanRequest request = sample_request();
    const plan::PlanResult result = sample_result();
    const geo::Position call = result.route()->waypoints[1].position;
    request.places.insert(request.places.begin() + 1, {"Half Way", call});
    request.places.insert(request.places.begin() + 2,
                          {"Nowhere Near", geo::Position::degrees(75, 0)});
    const Scene scene = compose_plan_picture(request, result, {}).scene;
    REQUIRE(scene.places.size() == 4);
    CHECK(scene.places[0].detail == format_instant_short(result.route()->departure));
    CHECK(scene.places[1].detail == format_instant_short(result.route()->legs[0].arrival));
    CHECK(scene.places[1].kind == PlaceKind::via);
    CHECK(scene.places[2].detail.empty());
    CHECK(scene.places[3].detail == format_instant_short(result.route()->arrival));
    CHECK(scene.subtitle.starts_with("by way of Half Way, Nowhere Near; "));
}

TEST_CASE("plan picture: remarks are sentences that call variables by words", "[chart][plan]") {
    plan::PlanResult result = sample_result();
    const auto add = [&](const char* code, const char* message) {
        rules::Finding finding;
        finding.code = code;
        finding.severity = rules::Severity::caution;
        finding.message = message;
        result.findings.push_back(finding);
    };
    add("a", "sea_ice_thickness is assumed to be 1 m");
    add("a", "the second of its kind");
    add("b", "days/nt_1.bin: cut short");
    const Scene scene = compose_plan_picture(sample_request(), result, {}).scene;
    REQUIRE(scene.notes.size() == 3);
    CHECK(scene.notes[0].text == "Sea ice thickness is assumed to be 1 m.");
    CHECK(scene.notes[1].text == "days/nt_1.bin: cut short."); // another kind comes before
    CHECK(scene.notes[2].text == "The second of its kind.");
}

TEST_CASE("plan picture: what a constant stands in for is drawn as no data", "[chart][plan]") {
    // Ten tenths on a grid of 500 km around the island, without a value in its western half.
    const geo::Projection plane = geo::Projection::polar_north();
    const geo::PlanePoint middle = plane.forward(geo::Position::degrees(75, 0)).value();
    const auto grid = std::make_shared<env::ProjectedGrid>(
        plane, env::RasterGeometry{middle.x_m - 250e3, middle.y_m + 250e3, 25e3, 25e3, 20, 20},
        "EPSG:3413");
    const auto field = std::make_shared<env::Field>(
        env::Variable::sea_ice_concentration, grid,
        std::vector<env::SliceInfo>{
            {first_day, first_day, first_day + Duration::hours(24.0), "made for tests"}},
        [](std::size_t) {
            env::FieldSlice slice{std::vector<float>(400, 1.0F),
                                  std::vector<env::Quality>(400, env::Quality::ok)};
            for (std::size_t i = 0; i < 400; ++i) {
                if (i % 20 < 10) {
                    slice.value[i] = std::numeric_limits<float>::quiet_NaN();
                    slice.quality[i] = env::Quality::missing;
                }
            }
            return slice;
        },
        env::StepLimits{Duration::hours(24.0), Duration::hours(24.0)});
    plan::PlanRequest request = sample_request();
    auto environment = std::make_shared<env::Environment>();
    constexpr auto ice = env::Variable::sea_ice_concentration;
    environment->add({ice, nullptr, 0.0, nullptr, "constant 0"});
    environment->add({ice, field, std::nullopt, nullptr, "made"});
    environment->set_beyond_data(env::BeyondData::hold);
    request.environment = environment;
    const auto place = [&](double east_m, double north_m) {
        return plane.inverse({middle.x_m + east_m, middle.y_m + north_m}).value();
    };
    for (const IceTime time : {IceTime::departure, IceTime::as_met}) {
        PlanPictureOptions options;
        options.ice_time = time;
        const Scene scene = compose_plan_picture(request, sample_result(), options).scene;
        CHECK(value_at(ice_of(scene), plane, place(125e3, 0.0)) == 1.0);
        CHECK(std::isnan(value_at(ice_of(scene), plane, place(-125e3, 0.0))));
        CHECK(value_at(ice_of(scene), plane, place(290e3, 290e3)) == 0.0); // beyond the file's grid
        CHECK(ice_of(scene).hatch_gaps);
        CHECK(ice_of(scene).gap_label == "no data, taken as 0 tenths");
        CHECK(ice_of(scene).data_date ==
              (time == IceTime::departure
                   ? "15 Jul 2018 00:00 UTC"
                   : "as met, 15 Jul to 25 Jul 2018; data end 16 Jul 2018 00:00 UTC, then held"));
    }
    CHECK(ice_of(compose_plan_picture(sample_request(), sample_result(), {}).scene).gap_label ==
          "no data");
}

TEST_CASE("plan picture: remarks come most severe first and once each", "[chart][plan]") {
    plan::PlanResult result = sample_result();
    for (const rules::Severity severity : {rules::Severity::info, rules::Severity::violation,
                                           rules::Severity::caution, rules::Severity::violation}) {
        rules::Finding finding;
        finding.code = std::to_string(static_cast<int>(severity));
        finding.severity = severity;
        finding.message = "message " + finding.code;
        result.findings.push_back(finding);
    }
    const Scene scene = compose_plan_picture(sample_request(), result, {}).scene;
    REQUIRE(scene.notes.size() == 3);
    CHECK(scene.notes[0].severity == rules::Severity::violation);
    CHECK(scene.notes[1].severity == rules::Severity::caution);
    CHECK(scene.notes[2].severity == rules::Severity::info);
}

TEST_CASE("plan picture: synthetic data are called so", "[chart][plan]") {
    plan::PlanResult result = sample_result();
    CHECK(compose_plan_picture(sample_request(), result, {}).scene.banner.empty());
    result.provenance.data.push_back(
        {"sea_ice_concentration", "x.bin", "", "Synthetic season", std::nullopt, std::nullopt});
    CHECK(compose_plan_picture(sample_request(), result, {}).scene.banner == "SYNTHETIC DATA");
}

TEST_CASE("plan picture: files of one product are one line, each product its own",
          "[chart][plan]") {
    plan::PlanResult result = sample_result();
    for (int day = 0; day < 4; ++day) {
        const Instant from = first_day + Duration::hours(24.0 * day);
        result.provenance.data.push_back(
            {"sea_ice_concentration", "nt_" + std::to_string(day) + ".bin", "",
             day < 3 ? "nsidc-0051-bin" : "nsidc-0081-bin", from, from + Duration::hours(24.0)});
    }
    result.provenance.data.push_back(
        {"sea_ice_thickness", "constant 1.0 m", "", "constant", std::nullopt, std::nullopt});
    result.provenance.coastline = "Some Shores 1.2";
    result.provenance.model = "a model of ice: with many, many coefficients";
    PlanPictureOptions options;
    const Scene scene = compose_plan_picture(sample_request(), result, options).scene;
    REQUIRE(scene.sources.size() == 5);
    CHECK(scene.sources[0] ==
          "sea ice concentration: nsidc-0051-bin, 15 Jul to 17 Jul 2018 (3 files)");
    CHECK(scene.sources[1] == "sea ice concentration: nsidc-0081-bin, 18 Jul 2018");
    CHECK(scene.sources[2] == "sea ice thickness: constant 1.0 m");
    CHECK(scene.sources[3] == "coastline: Some Shores 1.2");
    CHECK(scene.sources[4] == "model: a model of ice");
    options.attribution = "Some Shores 1.2"; // stands under the data already
    CHECK(compose_plan_picture(sample_request(), result, options).scene.sources.size() == 4);
}

TEST_CASE("plan picture: a zone's edges are those the rules use", "[chart][plan]") {
    const std::vector<geo::Position> corners{
        geo::Position::degrees(76, 60), geo::Position::degrees(76, 120),
        geo::Position::degrees(80, 120), geo::Position::degrees(80, 60)};
    plan::PlanRequest request = sample_request();
    for (const geo::EdgeKind edges : {geo::EdgeKind::rhumb_line, geo::EdgeKind::geodesic}) {
        auto environment = std::make_shared<env::Environment>();
        environment->add(env::Zone{"Range", geo::Region({corners}, edges), std::nullopt,
                                   std::nullopt, first_day, "made"});
        request.environment = environment;
        const Scene scene = compose_plan_picture(request, sample_result(), {}).scene;
        REQUIRE(scene.zones.size() == 1);
        CHECK(scene.zones[0].name == "Range");
        CHECK(scene.zones[0].when == "until " + format_instant_short(first_day));
        // Places along the southern edge, which is a parallel only as a rhumb line.
        int on_parallel = 0;
        for (const geo::Position& place : scene.zones[0].rings.at(0)) {
            on_parallel += std::abs(place.latitude_deg() - 76.0) < 1e-6 ? 1 : 0;
        }
        CHECK((edges == geo::EdgeKind::rhumb_line ? on_parallel > 100 : on_parallel == 2));
    }
}

TEST_CASE("plan picture: the southern hemisphere has its own plane", "[chart][plan]") {
    plan::PlanRequest request = sample_request();
    request.environment = std::make_shared<env::Environment>();
    request.places = {{"Ushuaia", geo::Position::degrees(-54.8, -68.3)},
                      {"", geo::Position::degrees(-67.57, -68.13)}};
    plan::PlanResult result = no_route();
    std::get<plan::NoRoute>(result.outcome).farthest.reset();
    const PlanPicture picture = compose_plan_picture(request, result, {});
    CHECK(picture.scene.plane.definition() == geo::Projection::polar_south().definition());
    CHECK(picture.scene.title == "Ushuaia to " + geo::format_position(request.places[1].position));
    const auto pixel = picture.view.view.pixel_of(request.places[0].position);
    CHECK(picture.view.view.contains(pixel.value()));
}

TEST_CASE("environment raster: cells cover the view and no more than they must", "[chart][plan]") {
    const plan::PlanRequest request = sample_request();
    const Viewport view(geo::Projection::polar_north(), {0.0, 0.0}, 5000.0, Angle::degrees(45.0),
                        {400, 100});
    const std::vector<TimedPlace> voyage{{geo::Position::degrees(90, 0), first_day}};
    const EnvironmentRaster sampled = sample_environment(
        *request.environment, env::Variable::sea_ice_concentration, view, voyage);
    const Raster& raster = sampled.raster;
    CHECK(raster.values.size() == raster.grid.cell_count());
    for (const PixelPoint pixel : {PixelPoint{1, 1}, {399, 1}, {1, 99}, {399, 99}, {200, 50}}) {
        const auto cell = raster.grid.cell_at(view.to_plane(pixel));
        REQUIRE(cell);
        CHECK(raster.values[raster.grid.index(*cell)] == 0.0F);
    }
    // The corners of the raster's box lie outside the turned view.
    CHECK(std::isnan(raster.values.front()));
    CHECK(std::isnan(raster.values.back()));
}
