// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A cost that somebody else defines: conditions in, rates per hour and per nautical mile out,
/// whole arrays at once.

#include "core/cost/model_input.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fairlead::cost {

struct ModelParameter {
    std::string name;
    double value = 0.0;
};

/// What a model says of itself.
struct ModelCard {
    std::string name;
    std::string version; ///< "" where it has none
    std::string unit;    ///< of the cost: "EUR", "points"
    std::string source;  ///< the formula or file, for provenance
    std::vector<ModelParameter> parameters;
    /// What it is given, in this order. Nothing else reaches it, so that missing data are known
    /// before the search.
    std::vector<ModelInput> inputs;
    /// Cost of an hour of waiting. None: the model is asked about a ship at rest in calm, ice-free
    /// water, which only a model can answer that asks for nothing else (has_value_at_rest).
    std::optional<double> waiting_per_h;
    /// It says that more ice never makes it cheaper.
    bool claims_monotone_in_ice = false;
};

/// "harbour 1.2 (harbour.toml; dues=3)".
[[nodiscard]] std::string describe(const ModelCard& card);

/// Safe from any thread, and a function of its inputs alone: the same values give the same rates,
/// whatever was asked before.
class CostModel {
  public:
    static constexpr std::size_t most_inputs = 32;
    /// @throws Error (unsupported) for more inputs than that.
    explicit CostModel(ModelCard card);
    CostModel(const CostModel&) = delete;
    CostModel& operator=(const CostModel&) = delete;
    virtual ~CostModel() = default;

    [[nodiscard]] const ModelCard& card() const noexcept { return card_; }

    /// @param inputs arrays in the order of card().inputs, each with a value per element of
    ///               per_hour; all finite.
    /// @param per_hour, per_nmi of equal size; overwritten.
    /// @throws Error naming the model, the rate and the conditions, if a rate is negative, infinite
    ///         or not a number, or if the model fails.
    void rates(std::span<const double* const> inputs, std::span<double> per_hour,
               std::span<double> per_nmi) const;

    /// As rates(), without looking at what comes: for those who look themselves (model_check.hpp).
    void rates_as_given(std::span<const double* const> inputs, std::span<double> per_hour,
                        std::span<double> per_nmi) const;

    /// Of one set of conditions, at a speed over ground: per_hour + per_nmi x speed.
    [[nodiscard]] double rate_per_h(std::span<const double> inputs,
                                    double speed_over_ground_kn) const;

  private:
    /// Fills both arrays, which hold zeros.
    virtual void evaluate(std::span<const double* const> inputs, std::span<double> per_hour,
                          std::span<double> per_nmi) const = 0;

    ModelCard card_;
};

} // namespace fairlead::cost
