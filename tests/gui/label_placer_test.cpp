// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/label_placer.hpp"

#include <catch2/catch.hpp>

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
