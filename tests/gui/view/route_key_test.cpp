// SPDX-License-Identifier: Apache-2.0
#include "gui/view/route_key.hpp"

#include <catch2/catch.hpp>

#include <QLineF>

#include <algorithm>

using namespace fairlead;

namespace {

double nearest(QPointF place, const std::vector<QPointF>& taken) {
    double least = 1e9;
    for (const auto& other : taken) {
        least = std::min(least, QLineF(place, other).length());
    }
    return least;
}

} // namespace

TEST_CASE("route key: the letter stands where it is wanted, if nothing is there", "[view]") {
    const QPolygonF line{QPointF(0.0, 0.0), QPointF(100.0, 0.0)};
    CHECK(gui::free_along(line, 0.35, {}, 15.0) == gui::along_line(line, 0.35));
}

TEST_CASE("route key: the letter keeps clear of handles, along the line or else beside it",
          "[view]") {
    const QPolygonF line{QPointF(0.0, 0.0), QPointF(400.0, 0.0)};
    const std::vector<QPointF> few{QPointF(140.0, 0.0), QPointF(150.0, 0.0)};
    const auto along = gui::free_along(line, 0.35, few, 15.0);
    CHECK(nearest(along, few) >= 15.0);
    CHECK(along.y() == 0.0);
    CHECK(std::abs(along.x() - 140.0) < 40.0);
    std::vector<QPointF> many;
    for (int x = 0; x <= 400; x += 10) {
        many.emplace_back(x, 0.0);
    }
    const auto beside = gui::free_along(line, 0.35, many, 15.0);
    CHECK(nearest(beside, many) >= 15.0);
    CHECK(std::abs(beside.x() - 140.0) < 40.0);
}
