// SPDX-License-Identifier: Apache-2.0

/// @file
/// Fairlead against PolarRoute on the cases of PolarRoute, as the Markdown table of
/// docs/benchmarks.md: what their route costs, that without known defects where it differs, what
/// ours costs, its ratio to theirs and to what their line costs by our values, and how long each
/// program takes to find it, reading not counted.

#include "tests/support/mesh_cases.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <string>

namespace {

using namespace fairlead;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// CPU seconds of PolarRoute 1.1.8 on a machine of two cores, which grow with the mesh: of the
/// path of cells, and of smoothing it besides. Meshes of few cells were not timed.
struct TheirTime {
    std::size_t cells;
    double path_s;
    double smoothing_s;
};
constexpr std::array<TheirTime, 5> their_times{
    {{400, 0.3, 14.0}, {1536, 3.1, 180.0}, {1600, 3.4, 22.0}, {1897, 2.0, 89.0}, {3066, 9.7, 0.0}}};

std::string their_time(std::size_t cells, bool is_smoothed) {
    for (const auto& time : their_times) {
        if (time.cells == cells) {
            return fmt::format("{:.1f}", time.path_s + (is_smoothed ? time.smoothing_s : 0.0));
        }
    }
    return "";
}

void print_case(const test::MeshCase& mesh_case) {
    const auto mesh = io::read_polarroute_mesh(mesh_case.mesh);
    const plan::MeshWorld world(mesh, mesh_case.options);
    const bool is_smoothed = mesh_case.id.find("smoothed") != std::string::npos;
    for (const auto& route : mesh_case.routes) {
        const auto begin = std::chrono::steady_clock::now();
        const auto answer = plan::plan_mesh_voyage(world, route.from, route.to);
        const double plan_s = seconds_since(begin);
        const auto* ours = answer.route();
        const double theirs = test::true_total(world, route);
        const auto line = test::value_of_line(world, route.line);
        const auto ratio = [ours](double other) {
            return ours == nullptr ? "no route" : fmt::format("{:.4f}", ours->cost / other);
        };
        fmt::print("| {} | {} | {:.6g} | {} | {} | {} | {} | {} | {:.2f} |\n", mesh_case.id,
                   mesh.cells.size(), route.theirs,
                   std::abs(theirs - route.theirs) > 1e-4 * theirs ? fmt::format("{:.6g}", theirs)
                                                                   : "",
                   ours == nullptr ? "none" : fmt::format("{:.6g}", ours->cost), ratio(theirs),
                   line ? ratio(*line) : "", their_time(mesh.cells.size(), is_smoothed), plan_s);
    }
    for (const auto& route : mesh_case.without_route) {
        const auto answer = plan::plan_mesh_voyage(world, route.from, route.to);
        fmt::print("| {} | {} | no route | | {} | | | | |\n", mesh_case.id, mesh.cells.size(),
                   answer.route() == nullptr ? "no route" : "a route");
    }
}

} // namespace

int main() {
    const auto folder = test::mesh_case_folder();
    if (!folder) {
        return 0;
    }
    fmt::print(
        "| case | cells | theirs | without defect | ours | ratio | to their line | theirs, s "
        "| ours, s |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (const auto& mesh_case : test::read_mesh_cases(*folder).routes) {
        print_case(mesh_case);
    }
    return 0;
}
