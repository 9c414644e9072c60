# SPDX-License-Identifier: Apache-2.0
"""Fairlead plans routes for ships in polar waters.

    import fairlead
    result = fairlead.plan("Murmansk", "Bering Strait", depart="2030-08-10", vessel="expedition_pc5",
                           scenario="sample")
    print(result.route["distance_nmi"], result.route["arrival"])

Cost models are functions of NumPy arrays, called with whole arrays of conditions:

    @fairlead.cost_model(unit="EUR")
    def hire_and_bunker(fuel_t_per_h):
        return 850 + 620 * fuel_t_per_h

    fairlead.plan(..., cost_model=hire_and_bunker)

docs/python.md is the tutorial. Not for navigation.
"""

import inspect
import json
from dataclasses import dataclass

from . import _engine
from ._engine import Error

__all__ = ["CheckOutcome", "CostModel", "Error", "Result", "cost_model", "plan"]


@dataclass(frozen=True)
class Result:
    """The answer to plan(): plain lists and dictionaries with the keys of `fairlead plan --json`."""

    answer: dict
    _geojson: str

    @property
    def ok(self):
        """Whether there is a route."""
        return self.answer["status"] == "ok"

    @property
    def route(self):
        """Totals, waypoints, legs and waits; None where there is no route."""
        return self.answer["routes"][0] if self.answer.get("routes") else None

    @property
    def legs(self):
        """One dictionary a leg: pandas.DataFrame(result.legs) is a table."""
        return self.route["legs"] if self.route else []

    @property
    def waypoints(self):
        return self.route["waypoints"] if self.route else []

    @property
    def findings(self):
        return self.answer["findings"]

    @property
    def no_route(self):
        """Why there is none, with what blocks and what opens a way; None where there is a route."""
        return self.answer.get("no_route")

    def geojson(self):
        """The route as a GeoJSON Feature (a dictionary)."""
        if not self.ok:
            raise Error("there is no route to write: " + self.no_route["reason"])
        return json.loads(self._geojson)


@dataclass(frozen=True)
class CheckOutcome:
    """One line of the card that CostModel.check() gives."""

    check: str
    verdict: str  # "passed", "failed" or "skipped"
    demands: str
    detail: str


class CostModel:
    """A cost model: a function of NumPy arrays, a formula, or a file of formulas or a library."""

    def __init__(self, engine_model, function=None):
        self._model = engine_model
        self._function = function

    def __call__(self, *arrays):
        return self._function(*arrays)

    @property
    def name(self):
        return self._model.name

    @property
    def unit(self):
        return self._model.unit

    @property
    def inputs(self):
        return self._model.inputs

    def check(self):
        """The conformance kit: a list of CheckOutcome."""
        return [CheckOutcome(*row) for row in _engine.check(self._model)]


def cost_model(function=None, *, name=None, version="1", unit="cost", inputs=None,
               waiting_per_hour=None, monotone_in_ice=False):
    """Makes a function a cost model; a decorator, with or without arguments.

    The function gets one array per parameter, whose name is that of an input (docs/cost-models.md),
    or as `inputs` says, and returns the cost per hour, or a pair of costs per hour and per nautical
    mile. It must give the same for the same values.
    """
    if function is None:
        return lambda given: cost_model(
            given, name=name, version=version, unit=unit, inputs=inputs,
            waiting_per_hour=waiting_per_hour, monotone_in_ice=monotone_in_ice)
    if inputs is None:
        inputs = list(inspect.signature(function).parameters)
    model = _engine.numpy_model(name or function.__name__, version, unit, list(inputs),
                                waiting_per_hour, monotone_in_ice, function)
    return CostModel(model, function)


def _engine_model(model):
    if isinstance(model, CostModel):
        return model._model
    if isinstance(model, str):
        return _engine.find_model(model)
    if callable(model):
        return cost_model(model)._model
    raise Error(f"cost_model is a {type(model).__name__}: give a formula, a file or a function")


def plan(start, end, *, depart, vessel, via=(), scenario="", layers=None, zones=(), beyond_data="",
         rules="polaris,ukc,zones", coastline="gshhg", objective="time", prices=None,
         cost_model=None, cell_km=None, margin_km=None, neighbours=16, wait=True, lower_bound=True):
    """Plans a route; the arguments are those of `fairlead plan`, which its --help explains.

    start, end, via   ports by name, or positions as text: "69.0,33.05"
    depart            time in UTC, as text (ISO 8601) or a datetime
    layers            {"sea_ice_concentration": "ice.nc", "sea_ice_thickness": 1.0}
    cost_model        a CostModel, a function of arrays, a formula or a file, instead of `objective`

    Raises fairlead.Error (a ValueError) in one sentence for bad input. That there is no route is a
    Result.
    """
    if cost_model is not None and (objective != "time" or prices):
        raise Error("cost_model is the objective: it goes without objective and prices")
    arguments = _engine.PlanArguments()
    sea = _engine.SeaOptions()
    sea.scenario = str(scenario)
    sea.layers = [f"{variable}={source}" for variable, source in (layers or {}).items()]
    sea.zones = [str(file) for file in zones]
    sea.beyond_data = beyond_data
    sea.rules = rules
    sea.coastline = str(coastline)
    arguments.sea = sea
    arguments.vessel = str(vessel)
    arguments.places = [start, *via, end]
    arguments.depart = depart if isinstance(depart, str) else depart.strftime("%Y-%m-%dT%H:%M:%SZ")
    arguments.objective = objective
    arguments.prices = prices or {}
    if cost_model is not None:
        arguments.set_cost_model(_engine_model(cost_model))
    arguments.cell_km = cell_km
    arguments.margin_km = margin_km
    arguments.neighbours = neighbours
    arguments.may_wait = wait
    arguments.with_lower_bound = lower_bound
    answer, geojson = _engine.plan_json(arguments)
    return Result(json.loads(answer), geojson)
