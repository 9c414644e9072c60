// SPDX-License-Identifier: Apache-2.0
#include "core/plan/rate_scale.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace fairlead;

TEST_CASE("rate scale: rates that outgrow it leave the earlier ones what they were",
          "[plan][rate]") {
    plan::RateScale scale;
    CHECK(scale.unit_per_h() > 0.0); // all rates may be 0
    std::vector<std::uint16_t> codes(2, 0);
    scale.reach(0.0, codes);
    scale.reach(130.0, codes);
    codes[0] = scale.code(130.0);
    CHECK(codes[0] == 65000);
    scale.reach(1000.0, codes);
    codes[1] = scale.code(1000.0);
    CHECK(codes[0] * scale.unit_per_h() == Approx(130.0).epsilon(1e-4));
    CHECK(codes[1] * scale.unit_per_h() == Approx(1000.0).epsilon(1e-4));
    CHECK(scale.code(0.0) == 0);
    const double unit = scale.unit_per_h();
    scale.reach(500.0, codes);
    CHECK(scale.unit_per_h() == unit);
}
