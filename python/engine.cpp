// SPDX-License-Identifier: Apache-2.0
/// @file
/// What fairlead/__init__.py calls: options as the command line has them, answers as JSON.

#include "cli/command.hpp"
#include "cli/plan_json.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/cost/model_check.hpp"
#include "core/io/cost_model_file.hpp"
#include "core/io/geojson.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/planner.hpp"
#include "core/plan/planning_grid.hpp"
#include "python/numpy_model.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace fairlead::python {
namespace {

namespace py = pybind11;

using Model = std::shared_ptr<const cost::CostModel>;

struct PlanArguments {
    cli::SeaOptions sea;
    std::string vessel;
    std::vector<std::string> places;
    std::string depart;
    std::string objective;
    Model cost_model;
    std::map<std::string, double> prices;
    std::optional<double> cell_km;
    std::optional<double> margin_km;
    int neighbours = 16;
    bool may_wait = true;
    bool with_lower_bound = true;
};

cost::Objective objective_of(const PlanArguments& arguments) {
    if (arguments.cost_model) {
        return {cost::ObjectiveKind::model, {}, arguments.cost_model};
    }
    const auto kind = cost::objective_named(arguments.objective);
    if (!kind) {
        throw Error(ErrorCode::invalid_argument,
                    "objective '" + arguments.objective +
                        "' is not one of time, distance, fuel, risk, co2, money");
    }
    cost::Objective objective{*kind, {}};
    const auto price = [&](const char* name) {
        const auto found = arguments.prices.find(name);
        return found == arguments.prices.end() ? 0.0 : found->second;
    };
    objective.prices = {price("per_hour"), price("per_tonne_fuel"), price("per_risk"),
                        price("per_tonne_co2")};
    return objective;
}

plan::PlanRequest request_of(const PlanArguments& arguments, const plan::Sea& sea) {
    plan::PlanRequest request;
    request.departure = parse_instant(arguments.depart, "depart");
    request.objective = objective_of(arguments);
    request.rules = cli::make_rules(arguments.sea.rules);
    request.vessel = io::find_vessel(arguments.vessel);
    plan::expect_ice_data(sea, *request.rules, *request.vessel);
    request.environment = sea.data.environment;
    request.provenance = sea.provenance();
    const auto gazetteer = cli::ports();
    for (const auto& place : arguments.places) {
        request.places.push_back(cli::find_place(gazetteer, place, "place"));
    }
    request.grid = sea.grid();
    request.grid.neighbours = arguments.neighbours;
    request.grid.cell_km = arguments.cell_km.value_or(request.grid.cell_km);
    request.grid.margin_km = arguments.margin_km;
    request.may_wait = arguments.may_wait;
    request.with_lower_bound = arguments.with_lower_bound;
    request.land =
        cli::open_land(arguments.sea, plan::planning_plane(request.grid, request.places));
    return request;
}

/// The answer of `plan --json`, and the route as GeoJSON ("" without one).
std::pair<std::string, std::string> plan_json(const PlanArguments& arguments) {
    const py::gil_scoped_release others_may_run;
    const auto sea = cli::open_sea(arguments.sea, {});
    const auto result = plan::plan(request_of(arguments, sea));
    const auto* const route = result.route();
    return {io::result_json(cli::json_document(result)),
            route == nullptr
                ? ""
                : io::geojson_text(io::document_of(*route, result.findings, result.provenance))};
}

std::vector<std::array<std::string, 4>> check(const Model& model) {
    const py::gil_scoped_release others_may_run;
    std::vector<std::array<std::string, 4>> rows;
    for (const auto& outcome : cost::check_model(*model)) {
        constexpr std::array words{"passed", "failed", "skipped"};
        rows.push_back({outcome.check, words[static_cast<std::size_t>(outcome.verdict)],
                        outcome.demands, outcome.detail});
    }
    return rows;
}

} // namespace

PYBIND11_MODULE(_engine, module) {
    // Lives as long as the module.
    static const py::exception<Error> error(module, "Error", PyExc_ValueError);
    // pybind11 takes a plain function of this very type.
    // NOLINTNEXTLINE(performance-unnecessary-value-param)
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) {
                std::rethrow_exception(thrown);
            }
        } catch (const Error& failure) {
            PyErr_SetString(error.ptr(), failure.what());
        } catch (const cli::UsageError& failure) {
            PyErr_SetString(error.ptr(), failure.what());
        }
    });

    py::class_<cost::CostModel, std::shared_ptr<cost::CostModel>>(module, "Model")
        .def_property_readonly("name",
                               [](const cost::CostModel& model) { return model.card().name; })
        .def_property_readonly("unit",
                               [](const cost::CostModel& model) { return model.card().unit; })
        .def_property_readonly("inputs", [](const cost::CostModel& model) {
            std::vector<std::string> names;
            for (const auto& input : model.card().inputs) {
                names.emplace_back(cost::name(input));
            }
            return names;
        });
    py::class_<cli::SeaOptions>(module, "SeaOptions")
        .def(py::init<>())
        .def_readwrite("scenario", &cli::SeaOptions::scenario)
        .def_readwrite("layers", &cli::SeaOptions::layers)
        .def_readwrite("zones", &cli::SeaOptions::zones)
        .def_readwrite("beyond_data", &cli::SeaOptions::beyond_data)
        .def_readwrite("rules", &cli::SeaOptions::rules)
        .def_readwrite("coastline", &cli::SeaOptions::coastline);
    py::class_<PlanArguments>(module, "PlanArguments")
        .def(py::init<>())
        .def_readwrite("sea", &PlanArguments::sea)
        .def_readwrite("vessel", &PlanArguments::vessel)
        .def_readwrite("places", &PlanArguments::places)
        .def_readwrite("depart", &PlanArguments::depart)
        .def_readwrite("objective", &PlanArguments::objective)
        .def("set_cost_model",
             [](PlanArguments& arguments, std::shared_ptr<cost::CostModel> model) {
                 arguments.cost_model = std::move(model);
             })
        .def_readwrite("prices", &PlanArguments::prices)
        .def_readwrite("cell_km", &PlanArguments::cell_km)
        .def_readwrite("margin_km", &PlanArguments::margin_km)
        .def_readwrite("neighbours", &PlanArguments::neighbours)
        .def_readwrite("may_wait", &PlanArguments::may_wait)
        .def_readwrite("with_lower_bound", &PlanArguments::with_lower_bound);
    module.def("plan_json", &plan_json);
    module.def("numpy_model", [](const std::string& name, const std::string& version,
                                 const std::string& unit, const std::vector<std::string>& inputs,
                                 std::optional<double> waiting_per_hour, bool monotone_in_ice,
                                 py::function function) {
        return std::const_pointer_cast<cost::CostModel>(make_numpy_model(
            {name, version, unit, inputs, waiting_per_hour, monotone_in_ice}, std::move(function)));
    });
    module.def("find_model", [](const std::string& formula_or_file) {
        return std::const_pointer_cast<cost::CostModel>(
            io::find_cost_model(formula_or_file, "cost_model"));
    });
    module.def("check", [](const std::shared_ptr<cost::CostModel>& model) { return check(model); });
}

} // namespace fairlead::python
