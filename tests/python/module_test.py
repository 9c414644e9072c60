#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python module: module_test.py FOLDER_OF_EXAMPLE_MODELS, with the module in PYTHONPATH."""

import datetime
import json
import pathlib
import sys
import unittest

import numpy
import fairlead

MODELS = pathlib.Path(sys.argv.pop())
SEA = dict(layers={"sea_ice_concentration": 0.6, "sea_ice_thickness": 0.7}, coastline="none",
           vessel="sda", depart="2018-07-15", cell_km=25.0)


def plan(**more):
    return fairlead.plan("72,10", "75,20", **{**SEA, **more})


class Plans(unittest.TestCase):
    def test_result_is_plain(self):
        result = plan()
        self.assertTrue(result.ok)
        self.assertGreater(result.route["distance_nmi"], 200.0)
        self.assertEqual(len(result.legs) + 1, len(result.waypoints))
        json.dumps(result.answer)
        feature = result.geojson()
        self.assertEqual(feature["type"], "Feature")
        self.assertEqual(feature["geometry"]["type"], "LineString")

    def test_times_may_be_objects(self):
        result = plan(depart=datetime.datetime(2018, 7, 15, 6, tzinfo=datetime.timezone.utc))
        self.assertEqual(result.route["departure"], "2018-07-15T06:00:00Z")

    def test_no_route_is_an_answer(self):
        result = plan(vessel="bulk_carrier_no_ice_class",
                      layers={"sea_ice_concentration": 1, "sea_ice_thickness": 3})
        self.assertFalse(result.ok)
        self.assertIsNone(result.route)
        self.assertTrue(result.no_route["reason"])
        with self.assertRaisesRegex(fairlead.Error, "there is no route to write"):
            result.geojson()

    def test_bad_input_is_one_sentence(self):
        with self.assertRaisesRegex(fairlead.Error, "did you mean"):
            plan(vessel="sdb_")
        with self.assertRaisesRegex(ValueError, "objective 'fule' is not one of"):
            plan(objective="fule")
        with self.assertRaisesRegex(fairlead.Error, "goes without objective"):
            plan(objective="fuel", cost_model="fuel_t")


class Models(unittest.TestCase):
    def test_numpy_function_is_that_of_the_formula(self):
        sizes = []

        @fairlead.cost_model(unit="EUR", version="2")
        def hire_and_bunker(fuel_t_per_h, rio):
            sizes.append(len(rio))
            return 850 + 620 * fuel_t_per_h + 40 * numpy.maximum(0, -rio)

        self.assertEqual(hire_and_bunker.inputs, ["fuel_t_per_h", "rio"])
        by_function = plan(cost_model=hire_and_bunker)
        by_formula = plan(cost_model="850*time_h + 620*fuel_t + 40*max(0,-rio)*time_h")
        by_library = plan(cost_model=str(MODELS / "ice_hours.so"))
        self.assertEqual(by_function.route["cost_unit"], "EUR")
        self.assertEqual(by_function.answer["provenance"]["cost_model"], "hire_and_bunker 2 (Python)")
        for other in (by_formula, by_library):
            self.assertAlmostEqual(by_function.route["cost"] / other.route["cost"], 1.0, 5)
        self.assertGreater(max(sizes), 1000, "called with arrays, not cell by cell")

    def test_pair_and_number(self):
        per_mile = plan(cost_model=lambda speed_kn: (0.0, numpy.ones_like(speed_kn)))
        self.assertAlmostEqual(per_mile.route["cost"], per_mile.route["distance_nmi"], 1)
        per_hour = plan(cost_model=lambda speed_kn: 1.0)
        self.assertAlmostEqual(per_hour.route["cost"], per_hour.route["duration_h"], 2)

    def test_a_function_that_fails(self):
        def refused(function, sentence):
            with self.assertRaisesRegex(fairlead.Error, sentence):
                plan(cost_model=fairlead.cost_model(function, name="mine"))

        def raises(rio):
            raise KeyError("tides")

        refused(raises, r"cost model 'mine' failed: it raised KeyError: 'tides'$")
        refused(lambda rio: "dear", "cost model 'mine' failed: its rates per hour are no numbers")
        refused(lambda rio: numpy.ones(3), r"have the shape \(3,\) for \d+ conditions")
        refused(lambda rio: (1, 2, 3), "it returned 3 values")
        refused(lambda rio: -numpy.ones_like(rio), "gives -1 per hour for rio=")
        refused(lambda rio: rio * numpy.nan, "gives nan per hour for rio=")
        with self.assertRaisesRegex(fairlead.Error, "cost model 'mine' asks for 'roi', .* mean rio"):
            fairlead.cost_model(lambda roi: roi, name="mine")

    def test_conformance_kit(self):
        def verdicts(function):
            return {row.check: row.verdict for row in fairlead.cost_model(function).check()}

        right = verdicts(lambda fuel_t_per_h: 1 + fuel_t_per_h)
        self.assertNotIn("failed", right.values())
        self.assertEqual(right["threads"], "passed")
        calls = iter(range(10**9))
        self.assertEqual(verdicts(lambda rio: rio * 0 + next(calls))["order"], "failed")


if __name__ == "__main__":
    unittest.main()
