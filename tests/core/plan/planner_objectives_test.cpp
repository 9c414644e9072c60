// SPDX-License-Identifier: Apache-2.0
#include "tests/core/plan/drifting_ice.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

TEST_CASE("plan: nothing does better by an objective than the plan made for it",
          "[plan][objective]") {
    int voyages = 0;
    for (int seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        auto request = test::voyage_through_drifting_ice(seed);
        const auto earliest = plan::plan(request);
        if (earliest.route() == nullptr) {
            continue;
        }
        ++voyages;
        const auto by = [&](cost::ObjectiveKind kind) {
            request.objective.kind = kind;
            const auto result = plan::plan(request);
            REQUIRE(result.route() != nullptr);
            return result.route()->totals.cost;
        };
        // What finishing may lose before it is doubted.
        constexpr double slack = 1.01;
        const auto& totals = earliest.route()->totals;
        CHECK(by(cost::ObjectiveKind::risk) <= totals.risk * slack);
        CHECK(by(cost::ObjectiveKind::fuel) <= totals.fuel_t * slack);
    }
    CHECK(voyages > 6);
}

TEST_CASE("plan: on a grid that another objective was planned on, the plan is the same",
          "[plan][objective]") {
    auto request = test::voyage_through_drifting_ice(1);
    const auto grid = std::make_shared<const plan::VoyageGrid>(plan::make_voyage_grid(request));
    for (const auto kind : {cost::ObjectiveKind::time, cost::ObjectiveKind::fuel}) {
        request.objective.kind = kind;
        const auto own = plan::plan(request);
        const auto shared = plan::plan_on(grid, request);
        REQUIRE(own.route() != nullptr);
        REQUIRE(shared.route() != nullptr);
        CHECK(shared.route()->totals.cost == own.route()->totals.cost);
        CHECK(shared.provenance.grid == own.provenance.grid);
        CHECK(shared.findings.size() == own.findings.size());
    }
}
