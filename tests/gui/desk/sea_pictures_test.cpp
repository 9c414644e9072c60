// SPDX-License-Identifier: Apache-2.0
#include "gui/app/sea_pictures.hpp"
#include "gui/session/voyage_session.hpp"

#include <catch2/catch.hpp>

#include <QTest>

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
