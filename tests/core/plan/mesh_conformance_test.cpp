// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mesh_cases.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

TEST_CASE("mesh_voyage: no route of PolarRoute's costs less than ours", "[plan][mesh]") {
    const auto folder = test::mesh_case_folder();
    if (!folder) {
        return;
    }
    // Their last segments carry rounded lengths of a degree, by turns the one and the other.
    constexpr double allowance = 1.001;
    for (const auto& mesh_case : test::read_mesh_cases(*folder).routes) {
        INFO(mesh_case.id);
        const plan::MeshWorld world(io::read_polarroute_mesh(mesh_case.mesh), mesh_case.options);
        for (const auto& route : mesh_case.routes) {
            const auto answer = plan::plan_mesh_voyage(world, route.from, route.to);
            INFO(route.from.name << " to " << route.to.name);
            REQUIRE(answer.route() != nullptr);
            CHECK(answer.route()->cost <= test::true_total(world, route) * allowance);
            if (const auto line = test::value_of_line(world, route.line)) {
                CHECK(answer.route()->cost <= *line * (1.0 + 1e-5));
            }
        }
        for (const auto& route : mesh_case.without_route) {
            INFO(route.from.name << " to " << route.to.name);
            CHECK(plan::plan_mesh_voyage(world, route.from, route.to).route() == nullptr);
        }
    }
}
