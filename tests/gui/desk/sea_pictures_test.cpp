// SPDX-License-Identifier: Apache-2.0
#include "gui/app/layer_facts.hpp"
#include "gui/app/sea_pictures.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/models/finding_model.hpp"
#include "gui/session/voyage_session.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QImage>
#include <QTest>

#include <filesystem>

using namespace fairlead;
using namespace fairlead::gui;

namespace {

constexpr int patience_ms = 60000;

Voyage icy_voyage(const char* ship) {
    Voyage voyage;
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    voyage.vessel = ship;
    voyage.sea.scenario.clear();
    LayerChoice ice;
    ice.value = 0.5;
    voyage.sea.layers.push_back(ice);
    return voyage;
}

} // namespace

TEST_CASE("sea pictures: the ship's own layer changes with the ship, and only then",
          "[sea_pictures]") {
    VoyageSession session;
    ChartLayers layers;
    layers.setShown(ChartLayer::rio, true);
    SeaPictures pictures;
    const auto want = [&] {
        pictures.want(session.surroundings(), geo::Projection::polar_north(), layers,
                      session.voyage().departure,
                      session.voyage().departure + Duration::hours(24.0));
    };
    const auto rio = [&] {
        const auto shown = pictures.content(layers).layers;
        return shown.empty() ? nullptr : shown.front().source;
    };
    const auto is_there = [&] { return rio() != nullptr; };

    session.open(icy_voyage("expedition_pc5"));
    REQUIRE(QTest::qWaitFor([&] { return session.surroundings().complete(); }, patience_ms));
    want();
    REQUIRE(QTest::qWaitFor(is_there, patience_ms));
    const auto of_first_ship = rio();
    want();
    CHECK(rio() == of_first_ship);

    session.document().edit(QStringLiteral("Ship"),
                            [](Voyage& voyage) { voyage.vessel = "arc7_lng_carrier"; });
    REQUIRE(QTest::qWaitFor(
        [&] {
            return session.surroundings().complete() &&
                   session.surroundings().are_of(session.voyage());
        },
        patience_ms));
    want();
    CHECK(rio() != of_first_ship);
    REQUIRE(QTest::qWaitFor(is_there, patience_ms));
    CHECK(rio() != of_first_ship);
}

namespace {

/// Two days of 70 % of ice, 70 to 80 N and 0 to 20 E, and a chart of it.
struct ChangingFile {
    test::ScratchFolder scratch;
    std::filesystem::path path;
    VoyageSession session;
    ChartLayers layers;
    SeaPictures pictures;
    FindingModel problems{session};

    ChangingFile() {
        chart::ensure_gui_application();
        path = write();
        auto voyage = icy_voyage("expedition_pc5");
        voyage.departure = parse_instant("2018-07-01T06:00Z");
        voyage.sea.layers[0].value.reset();
        voyage.sea.layers[0].sources = {path.string()};
        session.open(voyage);
        QObject::connect(&pictures, &SeaPictures::unreadChanged,
                         [this] { session.setUnreadData(pictures.unread()); });
    }
    std::filesystem::path write() const {
        auto file = test::small_ice_file();
        file.variables.back().values.assign(12, 120.0);
        return scratch.write("ice.nc", file.bytes());
    }
    [[nodiscard]] bool isOpen() {
        return QTest::qWaitFor(
            [&] { return session.surroundings().complete() && !session.isOpening(); }, patience_ms);
    }
    void want() {
        pictures.want(session.surroundings(), geo::Projection::polar_north(), layers,
                      session.voyage().departure, session.voyage().departure + Duration::hours(24));
    }
    [[nodiscard]] bool isMade() {
        return QTest::qWaitFor(
            [&] { return pictures.source(env::Variable::sea_ice_concentration) != nullptr; },
            patience_ms);
    }
    /// Of a pixel amidst the ice. @param hour after the first slice
    [[nodiscard]] QRgb colour(int hour) const {
        auto content = pictures.content(layers);
        content.graticule = false;
        content.land.reset();
        content.time = session.voyage().departure + Duration::hours(hour);
        const auto plane = geo::Projection::polar_north();
        const chart::Viewport view(plane, *plane.forward(geo::Position::degrees(75.0, 10.0)),
                                   2000.0, Angle(), {60, 60});
        return chart::ScreenRenderer().render(content, view, 1.0, chart::Scheme::day).pixel(31, 30);
    }
    [[nodiscard]] QString age(int hour) const {
        return layer_facts(session.surroundings(), ChartLayer::concentration,
                           session.voyage().departure + Duration::hours(hour), session.unreadData())
            .age;
    }
};

} // namespace

TEST_CASE("sea pictures: a file damaged while it is open is drawn as not known, and told",
          "[sea_pictures]") {
    ChangingFile sea;
    REQUIRE(sea.isOpen());
    std::filesystem::resize_file(sea.path, std::filesystem::file_size(sea.path) - 12);
    sea.want();
    REQUIRE(sea.isMade());
    // The first day was read when the file was opened.
    const QRgb ice = sea.colour(0);
    CHECK(sea.age(0) == QStringLiteral("0 h old"));
    const QRgb unknown = sea.colour(24);
    CHECK(unknown != ice);
    CHECK(sea.age(24) == QStringLiteral("cannot be read"));
    REQUIRE(sea.problems.rowCount() == 1);
    const auto& problem = sea.problems.finding(0);
    CHECK(problem.code == "data.unread");
    CHECK(problem.severity == rules::Severity::warning);
    CHECK(problem.time == sea.session.voyage().departure + Duration::hours(24));
    CHECK(problem.message.find("ice.nc") != std::string::npos);

    // As hatched as where there never were data, and unlike water.
    auto content = sea.pictures.content(sea.layers);
    REQUIRE_FALSE(content.layers.empty());
    CHECK(content.layers.back().hatch_gaps);

    sea.write();
    sea.session.readDataAgain();
    REQUIRE(sea.isOpen());
    sea.want();
    REQUIRE(sea.isMade());
    CHECK(sea.colour(24) == ice);
    CHECK(sea.age(24) == QStringLiteral("0 h old"));
    CHECK(sea.problems.rowCount() == 0);
}

TEST_CASE("sea pictures: without a sea the ice is not known", "[sea_pictures]") {
    VoyageSession session;
    const ChartLayers layers;
    SeaPictures pictures;
    pictures.want(session.surroundings(), geo::Projection::polar_north(), layers, Instant{},
                  Instant{});
    const auto shown = pictures.content(layers).layers;
    REQUIRE(shown.size() == 1); // the ice
    CHECK(shown[0].hatch_gaps);
    CHECK(std::isnan(shown[0].source->at(Instant{})->values.at(0)));
}
