// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A cost model that is a Python function of NumPy arrays.

#include "core/cost/cost_model.hpp"

#include <pybind11/pybind11.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::python {

struct NumpyModelText {
    std::string name;
    std::string version;
    std::string unit;
    std::vector<std::string> inputs;
    std::optional<double> waiting_per_hour;
    bool monotone_in_ice = false;
};

/// @param function called with one array per input; returns rates per hour, as an array or a
///                 number, or a pair of rates per hour and per nautical mile.
/// @throws Error (malformed) for an input that is not known.
[[nodiscard]] std::shared_ptr<const cost::CostModel> make_numpy_model(const NumpyModelText& text,
                                                                      pybind11::function function);

} // namespace fairlead::python
