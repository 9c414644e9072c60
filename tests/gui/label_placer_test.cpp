// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/label_placer.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace fairlead::chart;

TEST_CASE("label placer: labels never overlap and stay in the area", "[chart][labels]") {
    const QRectF area(0, 0, 300, 200);
    LabelPlacer placer(area);
    std::vector<QRectF> placed;
    for (int i = 0; i < 60; ++i) {
        const QPointF anchor(17.0 * (i % 20), 9.0 * (i % 23));
        const QRectF box = placer.place_beside(anchor, QSizeF(40, 12), 5.0);
        if (!box.isEmpty()) {
            placed.push_back(box);
        }
    }
    REQUIRE(placed.size() > 15);
    CHECK(placed.size() < 60); // there is no room for all
    for (std::size_t i = 0; i < placed.size(); ++i) {
        CHECK(area.contains(placed[i]));
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_FALSE(placed[i].intersects(placed[j]));
        }
    }
}

TEST_CASE("label placer: the right side is taken first, then the left", "[chart][labels]") {
    LabelPlacer placer(QRectF(0, 0, 300, 200));
    const QPointF anchor(150, 100);
    CHECK(placer.place_beside(anchor, QSizeF(40, 12), 5.0).left() == Approx(155.0));
    CHECK(placer.place_beside(anchor, QSizeF(40, 12), 5.0).right() == Approx(145.0));
}

TEST_CASE("label placer: a line keeps labels away along all of it", "[chart][labels]") {
    LabelPlacer placer(QRectF(0, 0, 300, 200));
    placer.occupy(QPolygonF({QPointF(0, 100), QPointF(300, 100)}), 6.0);
    for (double x = 5.0; x < 290.0; x += 3.0) {
        CHECK_FALSE(placer.is_free(QRectF(x, 95, 2, 2)));
    }
    CHECK(placer.is_free(QRectF(100, 120, 10, 10)));
    placer.occupy(QPolygonF(), 6.0);
    placer.occupy(QPolygonF({QPointF(50, 50)}), 6.0);
    CHECK_FALSE(placer.is_free(QRectF(49, 49, 2, 2)));
}

TEST_CASE("label placer: no room gives no rectangle", "[chart][labels]") {
    LabelPlacer placer(QRectF(0, 0, 30, 30));
    CHECK(placer.place_beside(QPointF(15, 15), QSizeF(40, 12), 5.0).isEmpty());
}

TEST_CASE("label placer: a leader crosses no label, and no label lies on a leader",
          "[chart][labels]") {
    LabelPlacer placer(QRectF(0, 0, 400, 400));
    std::vector<std::pair<QRectF, QPointF>> placed;
    for (int i = 0; i < 40; ++i) {
        const QPointF anchor(200.0 + 9.0 * (i % 6), 200.0 + 9.0 * (i / 6));
        const QRectF box = placer.place_beside(anchor, QSizeF(20, 12), 9.0);
        if (!box.isEmpty()) {
            placed.emplace_back(box, anchor);
        }
    }
    int leaders = 0;
    for (const auto& [box, anchor] : placed) {
        const auto leader = leader_to(box, anchor);
        leaders += leader ? 1 : 0;
        for (double part = 0.0; leader && part <= 1.0; part += 0.02) {
            const QPointF point = leader->pointAt(part);
            for (const auto& [other, mark] : placed) {
                // The first pixels lie within the room of the mark itself.
                CHECK_FALSE((other != box && part * leader->length() > 11.0 &&
                             other.adjusted(0.5, 0.5, -0.5, -0.5).contains(point)));
            }
        }
    }
    CHECK(placed.size() > 8);
    CHECK(leaders > 3);
}

TEST_CASE("label placer: what must be placed is, where it covers least", "[chart][labels]") {
    const QRectF area(0, 0, 200, 100);
    LabelPlacer placer(area);
    placer.occupy(QRectF(0, 0, 120, 100));
    placer.occupy(QRectF(120, 0, 80, 30));
    // Too high for any free place: the best covers nothing but a part of the lower right.
    const QRectF box = placer.place_in_any_case(QPointF(115, 50), QSizeF(60, 80), 5.0);
    CHECK(area.contains(box));
    CHECK(box.left() >= 120.0);
    const QRectF again = placer.place_in_any_case(QPointF(115, 50), QSizeF(60, 80), 5.0);
    CHECK(area.contains(again));
    LabelPlacer empty(area);
    CHECK(empty.place_in_any_case(QPointF(50, 50), QSizeF(20, 10), 5.0) ==
          LabelPlacer(area).place_beside(QPointF(50, 50), QSizeF(20, 10), 5.0));
}

TEST_CASE("label placer: no farther than asked", "[chart][labels]") {
    LabelPlacer placer(QRectF(0, 0, 200, 200));
    placer.occupy(QRectF(89.5, 89.5, 21, 21));
    CHECK(placer.place_beside(QPointF(100, 100), QSizeF(10, 10), 2.0, 0.0).isEmpty());
    CHECK(placer.place_beside(QPointF(100, 100), QSizeF(10, 10), 2.0, 8.0).isEmpty());
    CHECK_FALSE(placer.place_beside(QPointF(100, 100), QSizeF(10, 10), 2.0, 18.0).isEmpty());
}
