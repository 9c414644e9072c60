// SPDX-License-Identifier: Apache-2.0
#include "python/numpy_model.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>
#include <pybind11/numpy.h>

#include <algorithm>

namespace fairlead::python {
namespace {

namespace py = pybind11;
using Array = py::array_t<double, py::array::c_style | py::array::forcecast>;

class NumpyModel final : public cost::CostModel {
  public:
    NumpyModel(cost::ModelCard card, py::function function)
        : CostModel(std::move(card)), function_(std::move(function)) {}
    ~NumpyModel() override {
        const py::gil_scoped_acquire lock;
        function_.release().dec_ref();
    }

  private:
    void evaluate(std::span<const double* const> inputs, std::span<double> per_hour,
                  std::span<double> per_nmi) const override {
        const py::gil_scoped_acquire lock;
        try {
            py::tuple arguments(inputs.size());
            for (std::size_t i = 0; i < inputs.size(); ++i) {
                // A copy: the function may keep what it is given.
                arguments[i] = Array(static_cast<py::ssize_t>(per_hour.size()), inputs[i]);
            }
            const py::object answer = function_(*arguments);
            if (!py::isinstance<py::tuple>(answer)) {
                take(answer, per_hour, "per hour");
                return;
            }
            const auto both = py::reinterpret_borrow<py::tuple>(answer);
            if (both.size() != 2) {
                fail(fmt::format("it returned {} values, not rates per hour or a pair of rates per "
                                 "hour and per nautical mile",
                                 both.size()));
            }
            take(both[0], per_hour, "per hour");
            take(both[1], per_nmi, "per nautical mile");
        } catch (const py::error_already_set& raised) {
            const std::string text = raised.what(); // the first line is the error, then where
            fail("it raised " + text.substr(0, text.find('\n')));
        }
    }

    void take(const py::handle& answer, std::span<double> rates, const char* per) const {
        const auto array = Array::ensure(answer);
        if (!array) {
            PyErr_Clear();
            fail(fmt::format("its rates {} are no numbers but a {}", per,
                             std::string(py::str(py::type::of(answer).attr("__name__")))));
        }
        if (array.size() == 1 && array.ndim() <= 1) { // a number, the same everywhere
            std::fill(rates.begin(), rates.end(), *array.data());
            return;
        }
        if (array.ndim() != 1 || static_cast<std::size_t>(array.size()) != rates.size()) {
            fail(fmt::format("its rates {} have the shape {} for {} conditions", per,
                             std::string(py::str(array.attr("shape"))), rates.size()));
        }
        std::copy_n(array.data(), rates.size(), rates.begin());
    }

    [[noreturn]] void fail(const std::string& reason) const {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("cost model '{}' failed: {}", card().name, reason));
    }

    py::function function_;
};

} // namespace

std::shared_ptr<const cost::CostModel> make_numpy_model(const NumpyModelText& text,
                                                        py::function function) {
    cost::ModelCard card;
    card.name = text.name;
    card.version = text.version;
    card.unit = text.unit;
    card.source = "Python";
    card.waiting_per_h = text.waiting_per_hour;
    card.claims_monotone_in_ice = text.monotone_in_ice;
    for (const auto& name : text.inputs) {
        card.inputs.push_back(
            cost::expect_model_input(name, fmt::format("cost model '{}'", text.name)));
    }
    return std::make_shared<NumpyModel>(std::move(card), std::move(function));
}

} // namespace fairlead::python
