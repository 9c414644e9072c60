// SPDX-License-Identifier: Apache-2.0
#include "gui/document/kept_plan.hpp"

#include "core/base/error.hpp"
#include "gui/document/project_file.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace fairlead;
using Catch::Matchers::Contains;
using gui::Project;

namespace {

const std::filesystem::path file = "/voyages/kara.fairlead";

/// A route with all there can be in one, by the second letter, and a lawful no.
Project planned_project() {
    Project project;
    project.voyage = gui::test::planned_voyage();
    project.voyage.vessel = "/voyages/ships/own.toml";
    const auto keep = [&](const gui::Candidate& candidate) {
        auto result = *candidate.result;
        if (const auto* found = result.route()) {
            auto route = *found;
            route.leave_not_before.assign(route.waypoints.size(), std::nullopt);
            route.leave_not_before[1] = route.legs[1].departure;
            route.waypoints[2].arrive_by = geo::EdgeKind::rhumb_line;
            route.waits.push_back({route.waypoints[1].position, route.legs[0].arrival,
                                   route.legs[1].departure, "ice", true});
            route.exact_search = false;
            route.graph_cost = 301.25;
            result.outcome = route;
        }
        result.provenance.data = {{"sea_ice_concentration", "ice.nc", "ab12", "", {}, {}}};
        project.plans.push_back(
            {std::make_shared<const plan::PlanResult>(std::move(result)), candidate.made_for});
    };
    keep(gui::test::refused_candidate(project.voyage, cost::ObjectiveKind::risk));
    keep(gui::test::candidate(project.voyage, cost::ObjectiveKind::fuel, 1.25));
    project.plans.back().by_model = {"/voyages/whales.toml", "whales", "whales", 12.5};
    return project;
}

std::string refusal(const QJsonObject& json) {
    try {
        static_cast<void>(gui::parse_project(QJsonDocument(json).toJson().toStdString(), file));
    } catch (const Error& problem) {
        return problem.what();
    }
    return "taken";
}

QJsonObject parsed(const Project& project) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(gui::project_text(project, file)))
        .object();
}

} // namespace

TEST_CASE("kept plans: line, figures and what it was planned for come back", "[kept_plan]") {
    const auto project = planned_project();
    const auto text = gui::project_text(project, file);
    CHECK_THAT(text, Contains("\"ships/own.toml\"") && !Contains("\"/voyages/ships/own.toml\""));
    const auto read = gui::parse_project(text, file);
    REQUIRE(read.plans.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(read.plans[i].made_for == project.plans[i].made_for);
        // As it is written says all there is to compare.
        CHECK(gui::plan_to_json(read.plans[i]) == gui::plan_to_json(project.plans[i]));
    }
    const auto* none = read.plans[0].result->no_route();
    REQUIRE(none != nullptr);
    CHECK(none->blocking.size() == 1);
    CHECK(none->remedies.front().later == Duration::hours(336.0));
    const auto* route = read.plans[1].result->route();
    const auto* was = project.plans[1].result->route();
    REQUIRE(route != nullptr);
    CHECK(route->totals.fuel_t == was->totals.fuel_t);
    CHECK(read.plans[1].by_model == project.plans[1].by_model);
    CHECK_THAT(text, Contains("\"model\": \"whales.toml\""));
    CHECK(route->arrival == was->arrival);
    CHECK(route->lower_bound == was->lower_bound);
    CHECK(route->leave_not_before == was->leave_not_before);
    CHECK(read.plans[1].result->findings.size() == was->legs.size() + 1);
    CHECK(read.plans[1].result->place_waypoints == project.plans[1].result->place_waypoints);
}

TEST_CASE("kept plans: a file without them is read, and says nothing of plans", "[kept_plan]") {
    Project project;
    project.voyage = gui::test::planned_voyage();
    CHECK_FALSE(parsed(project).contains(QStringLiteral("plans")));
    CHECK(gui::parse_project(gui::project_text(project, file), file).plans.empty());
}

TEST_CASE("kept plans: what no plan can be is refused in one sentence", "[kept_plan][hostile]") {
    struct Case {
        std::function<void(QJsonObject&)> change; ///< of the second plan
        const char* says;
    };
    const auto in_route = [](auto change) {
        return [change](QJsonObject& plan) {
            auto route = plan[QLatin1String("route")].toObject();
            change(route);
            plan[QLatin1String("route")] = route;
        };
    };
    const std::vector<Case> cases{
        {in_route([](QJsonObject& route) {
             route[QLatin1String("places")] = QJsonArray{0, 400};
         }),
         "plans[1].route.places is a list with a place that is not there, not one of waypoints"},
        {in_route([](QJsonObject& route) {
             route[QLatin1String("places")] = QJsonArray{3, 0};
         }),
         "plans[1].route.places"},
        {in_route([](QJsonObject& route) {
             route[QLatin1String("places")] = QJsonArray{0, -1};
         }),
         "plans[1].route.places"},
        {in_route([](QJsonObject& route) { route[QLatin1String("places")] = QJsonArray{0}; }),
         "plans[1].route.places is a list of 1, not one of the 2 places of the voyage"},
        {in_route([](QJsonObject& route) {
             auto legs = route[QLatin1String("legs")].toArray();
             legs.removeLast();
             route[QLatin1String("legs")] = legs;
         }),
         "plans[1].route.legs is a list of 2, not one of the 3 legs between the waypoints"},
        {in_route([](QJsonObject& route) {
             route[QLatin1String("legs")] = QJsonArray();
             route[QLatin1String("waypoints")] = QJsonArray();
         }),
         "plans[1].route.waypoints is a list of 0, not one of two at least"},
        {in_route([](QJsonObject& route) {
             route[QLatin1String("arrival")] = QStringLiteral("1999-01-01T00:00:00Z");
         }),
         "plans[1].route.arrival is 1999-01-01T00:00:00Z, not a time after the departure"},
        {in_route([](QJsonObject& route) { route[QLatin1String("lower_bound")] = -1.0; }),
         "plans[1].route.lower_bound is -1, not a number from 0"},
        {[](QJsonObject& plan) { plan.remove(QStringLiteral("route")); },
         "plans[1].route is missing"},
        {[](QJsonObject& plan) { plan[QLatin1String("made_for")] = 7; },
         "plans[1].made_for is 7, not an object"},
        {[](QJsonObject& plan) {
             auto made_for = plan[QLatin1String("made_for")].toObject();
             made_for[QLatin1String("objectives")] =
                 QJsonArray{QStringLiteral("fuel"), QStringLiteral("time")};
             plan[QLatin1String("made_for")] = made_for;
         },
         "plans[1].made_for is a voyage with 2 objectives"},
        {[](QJsonObject& plan) {
             auto made_for = plan[QLatin1String("made_for")].toObject();
             made_for[QLatin1String("objectives")] = QJsonArray{QStringLiteral("risk")};
             plan[QLatin1String("made_for")] = made_for;
         },
         "plans is a list with risk twice"},
    };
    const auto json = parsed(planned_project());
    for (const auto& one : cases) {
        auto changed = json;
        auto plans = changed[QLatin1String("plans")].toArray();
        auto plan = plans[1].toObject();
        one.change(plan);
        plans[1] = plan;
        changed[QLatin1String("plans")] = plans;
        CHECK_THAT(refusal(changed), Contains(one.says) && Contains("kara.fairlead"));
    }
    CHECK(refusal(json) == "taken");
}
