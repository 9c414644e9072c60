// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Conditions to try a model on.

#include "core/cost/cost_model.hpp"

#include <span>
#include <vector>

namespace fairlead::cost {

struct InputRange {
    double least = 0.0;
    double greatest = 0.0;
};
/// What ships under way meet; for a layer all that the variable can have.
[[nodiscard]] InputRange range_of(const ModelInput& input) noexcept;

/// Values of all inputs of a model under many conditions, arrays as the model takes them.
struct Probes {
    std::vector<std::vector<double>> values; ///< by input
    std::size_t count = 0;

    [[nodiscard]] std::vector<const double*> arrays(std::size_t from = 0) const;
    [[nodiscard]] std::vector<double> row(std::size_t at) const;
};

/// The ends of all ranges, then points that fill the space between evenly (Halton: J. H. Halton,
/// Numerische Mathematik 2 (1960) 84-90); always the same.
[[nodiscard]] Probes make_probes(std::span<const ModelInput> inputs, std::size_t count);

/// What a model answers, unchecked.
struct Rates {
    std::vector<double> per_hour;
    std::vector<double> per_nmi;

    friend bool operator==(const Rates&, const Rates&) = default;
};
/// @throws Error where the model fails.
[[nodiscard]] Rates rates_of(const CostModel& model, const Probes& probes);
[[nodiscard]] Rates rates_of(const CostModel& model, const Probes& probes, std::size_t from,
                             std::size_t count);

} // namespace fairlead::cost
