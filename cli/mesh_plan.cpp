// SPDX-License-Identifier: Apache-2.0
#include "cli/mesh_plan.hpp"

#include "cli/command.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/base/stopwatch.hpp"
#include "core/base/text_layout.hpp"
#include "core/io/mesh_json.hpp"
#include "core/io/polarroute_config.hpp"
#include "core/io/polarroute_mesh.hpp"
#include "core/plan/mesh_vehicle.hpp"
#include "core/plan/mesh_voyage.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace fairlead::cli {
namespace {

using Voyage = std::pair<plan::MeshPlace, plan::MeshPlace>;

std::vector<Voyage> voyages_of(const MeshPlanRequest& request) {
    std::vector<Voyage> voyages;
    if (request.options.waypoints.empty()) {
        const auto gazetteer = ports();
        const auto place = [&](const std::string& text, const char* option) {
            const auto found = find_place(gazetteer, text, option);
            return plan::MeshPlace{found.name, found.position};
        };
        voyages.emplace_back(place(request.from, "--from"), place(request.to, "--to"));
        return voyages;
    }
    const auto waypoints = io::read_polarroute_waypoints(request.options.waypoints);
    for (const auto& from : waypoints) {
        for (const auto& to : waypoints) {
            if (from.is_source && to.is_destination && from.position != to.position) {
                voyages.emplace_back(plan::MeshPlace{from.name, from.position},
                                     plan::MeshPlace{to.name, to.position});
            }
        }
    }
    if (voyages.empty()) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format("{}: every source is its only destination", request.options.waypoints));
    }
    return voyages;
}

plan::MeshOptions mesh_options(const MeshPlanRequest& request) {
    plan::MeshOptions options;
    auto objective = request.objective;
    if (!request.options.route_config.empty()) {
        const auto config = io::read_polarroute_route(request.options.route_config);
        options.east_key = config.east_key;
        options.north_key = config.north_key;
        options.zero_currents = config.zero_currents;
        options.fixed_speed = config.fixed_speed;
        options.adjust_waypoints = config.adjust_waypoints;
        if (objective != "time") {
            throw UsageError("--objective, but --route-config gives the objective");
        }
        objective = config.objective;
    }
    const auto named = plan::mesh_objective_named(objective);
    if (!named) {
        throw UsageError(fmt::format(
            "--objective: '{}' is not one that a mesh has; those are time, fuel and battery",
            objective));
    }
    options.objective = *named;
    return options;
}

/// With the vessel that was asked for, which need not be the one that the mesh was made for.
io::PolarrouteMesh open_mesh(const MeshPlanRequest& request,
                             std::vector<rules::Finding>& findings) {
    auto mesh = io::read_polarroute_mesh(request.options.mesh);
    if (request.vessel.empty()) {
        return mesh;
    }
    const auto vessel = io::read_polarroute_vessel(request.vessel);
    std::size_t nan_cells = 0;
    mesh = plan::mesh_with_vessel(std::move(mesh), vessel, nan_cells);
    if (nan_cells > 0) {
        rules::Finding filled;
        filled.code = "mesh.nan_as_zero";
        filled.severity = rules::Severity::caution;
        filled.subject = request.options.mesh;
        filled.message = fmt::format("{} cells hold values that are NaN: these were taken for 0, "
                                     "as PolarRoute does.",
                                     nan_cells);
        findings.push_back(std::move(filled));
    }
    return mesh;
}

const char* objective_name(plan::MeshObjective objective) {
    switch (objective) {
    case plan::MeshObjective::fuel:
        return "fuel";
    case plan::MeshObjective::battery:
        return "battery";
    default:
        return "time";
    }
}

std::string route_text(const io::MeshVoyageRecord& voyage) {
    auto text = fmt::format("{} to {}\n", voyage.from, voyage.to);
    if (!voyage.route) {
        return text + wrapped("No route: " + voyage.reason, "  ");
    }
    const auto& route = *voyage.route;
    text += fmt::format("  {:.1f} nm, {:.2f} h", route.distance.in_nautical_miles(),
                        route.time.in_hours());
    if (route.fuel_t) {
        text += fmt::format(", {:.3f} t of fuel", *route.fuel_t);
    }
    if (route.battery) {
        text += fmt::format(", battery {:.2f} in the vessel's unit", *route.battery);
    }
    text += fmt::format("; {} waypoints\n", route.points.size());
    for (std::size_t i = 0; i < route.points.size(); ++i) {
        text += fmt::format("  {:>3}  {}", i + 1, geo::format_position(route.points[i]));
        if (i > 0) {
            const auto& leg = route.legs[i - 1];
            text += fmt::format("  {:>7.1f} nm  {:>7.2f} h  {:>5.1f} kn  cell {}",
                                leg.distance.in_nautical_miles(), leg.time.in_hours(),
                                leg.speed.in_knots(), leg.cell);
        }
        text += '\n';
    }
    return text;
}

/// The waypoints alone: a mesh knows no hour, so the document has no times.
io::RouteDocument document_of(const io::MeshVoyageRecord& voyage) {
    io::RouteDocument document;
    document.name = fmt::format("{} to {}", voyage.from, voyage.to);
    const auto& route = *voyage.route;
    for (std::size_t i = 0; i < route.points.size(); ++i) {
        io::RoutePoint point;
        point.position = route.points[i];
        if (i == 0) {
            point.name = voyage.from;
        } else {
            point.line = geo::EdgeKind::rhumb_line;
            point.speed = route.legs[i - 1].distance / route.legs[i - 1].time;
        }
        document.points.push_back(std::move(point));
    }
    document.points.back().name = voyage.to;
    return document;
}

/// The file itself, or with several voyages one a voyage: "line.gpx" becomes "line-2.gpx".
std::string numbered(const std::string& file, std::size_t number, std::size_t count) {
    if (count == 1) {
        return file;
    }
    const std::filesystem::path path(file);
    return (path.parent_path() /
            fmt::format("{}-{}{}", path.stem().string(), number, path.extension().string()))
        .string();
}

} // namespace

void MeshPlanOptions::define(OptionTable& table) {
    constexpr const char* group = "Mesh";
    table
        .value(
            "--mesh", mesh, "FILE",
            "Plans in a vessel mesh of PolarRoute (.json, .json.gz) by its own speeds, fuel and "
            "currents, instead of in a sea of layers. No --depart; --vessel may name PolarRoute's "
            "vessel file (JSON), for which the cells are then valued anew.")
        .group(group);
    table
        .value("--waypoints", waypoints, "CSV",
               "PolarRoute's table of places instead of --from and --to: every source to every "
               "destination.")
        .group(group);
    table
        .value("--route-config", route_config, "JSON",
               "PolarRoute's settings: objective, currents, fixed speed, adjusting of places.")
        .group(group);
}

ExitCode plan_in_mesh(const MeshPlanRequest& request, const Progress& progress) {
    const auto& files = request.answer.outputs;
    for (const auto& file : files) {
        if (is_picture(file)) {
            throw UsageError(fmt::format("{}: a mesh has no chart picture", file));
        }
    }
    expect_writable(files);
    expect_not_read(files, {request.options.mesh, request.options.waypoints,
                            request.options.route_config, request.vessel});
    const auto options = mesh_options(request);
    const auto voyages = voyages_of(request);

    io::MeshAnswerRecord answer;
    answer.objective = objective_name(options.objective);
    const Stopwatch reading;
    progress.report(0.0, "reading the mesh");
    answer.findings = plan::mesh_limits();
    const plan::MeshWorld world(open_mesh(request, answer.findings), options);
    answer.timing_ms.emplace_back("read", reading.elapsed_ms());

    const Stopwatch searching;
    Outputs outputs;
    for (const auto& [from, to] : voyages) {
        progress.throw_if_stopped();
        progress.report(static_cast<double>(answer.voyages.size()) /
                            static_cast<double>(voyages.size()),
                        "searching");
        const auto found = plan::plan_mesh_voyage(world, from, to);
        answer.findings.insert(answer.findings.end(), found.findings.begin(), found.findings.end());
        io::MeshVoyageRecord voyage{from.name, to.name, std::nullopt, ""};
        if (const auto* route = found.route()) {
            voyage.route = *route;
            for (const auto& file : files) {
                outputs.add_route(numbered(file, answer.voyages.size() + 1, voyages.size()),
                                  document_of(voyage), request.answer.rtz_version);
            }
        } else {
            voyage.reason = std::get<plan::NoMeshRoute>(found.outcome).reason;
        }
        answer.voyages.push_back(std::move(voyage));
    }
    answer.timing_ms.emplace_back("search", searching.elapsed_ms());
    write_outputs(outputs);

    bool is_whole = true;
    auto text =
        fmt::format("Least {}, by the cells of {}\n\n", answer.objective, request.options.mesh);
    for (const auto& voyage : answer.voyages) {
        is_whole = is_whole && voyage.route.has_value();
        text += route_text(voyage) + "\n";
    }
    for (const auto& finding : answer.findings) {
        text += wrapped(finding.message, fmt::format("{}: ", rules::name(finding.severity)));
    }
    print(request.answer.json ? io::mesh_answer_json(answer) : text);
    if (!is_whole) {
        return ExitCode::no_route;
    }
    return any_at_or_above(answer.findings, parse_fail_on(request.answer.fail_on))
               ? ExitCode::findings
               : ExitCode::ok;
}

} // namespace fairlead::cli
