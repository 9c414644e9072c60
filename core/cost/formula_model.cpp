// SPDX-License-Identifier: Apache-2.0
#include "core/cost/formula_model.hpp"

#include "core/base/error.hpp"
#include "core/cost/formula.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fairlead::cost {
namespace {

/// What an hour of the way takes, under the name that a stretch's formula has for it.
struct Taken {
    const char* name;
    std::optional<Quantity> an_hour; ///< none: always 1
};
constexpr std::array<Taken, 5> taken{{{"time_h", std::nullopt},
                                      {"distance_nm", Quantity::speed_over_ground_kn},
                                      {"fuel_t", Quantity::fuel_t_per_h},
                                      {"co2_t", Quantity::co2_t_per_h},
                                      {"risk_h", Quantity::risk_per_h}}};

const Taken* taken_named(std::string_view name) noexcept {
    const auto* const found = std::find_if(taken.begin(), taken.end(),
                                           [&](const Taken& entry) { return entry.name == name; });
    return found == taken.end() ? nullptr : found;
}

std::vector<std::string> input_names(bool of_stretch) {
    std::vector<std::string> names;
    for (const auto& input : all_model_inputs()) {
        names.emplace_back(name(input));
    }
    if (of_stretch) {
        for (const auto& entry : taken) {
            names.emplace_back(entry.name);
        }
    }
    return names;
}

/// The input behind a variable of a formula; none: it is 1.
std::optional<ModelInput> input_of(const std::string& variable) {
    if (const auto* const entry = taken_named(variable)) {
        return entry->an_hour ? std::optional(ModelInput{*entry->an_hour}) : std::nullopt;
    }
    return model_input_named(variable);
}

/// A formula and where its variables lie among the inputs of the model.
struct Rate {
    Formula formula;
    std::vector<std::optional<std::size_t>> input; ///< by variable; none: it is 1
};

class FormulaModel final : public CostModel {
  public:
    FormulaModel(ModelCard card, std::optional<Rate> per_hour, std::optional<Rate> per_nmi)
        : CostModel(std::move(card)), per_hour_(std::move(per_hour)), per_nmi_(std::move(per_nmi)) {
    }

  private:
    void evaluate(std::span<const double* const> inputs, std::span<double> per_hour,
                  std::span<double> per_nmi) const override {
        compute(per_hour_, inputs, per_hour);
        compute(per_nmi_, inputs, per_nmi);
    }

    static void compute(const std::optional<Rate>& rate, std::span<const double* const> inputs,
                        std::span<double> result) {
        if (!rate) {
            return;
        }
        const std::vector<double> ones(result.size(), 1.0);
        std::vector<const double*> variables;
        for (const auto& input : rate->input) {
            variables.push_back(input ? inputs[*input] : ones.data());
        }
        rate->formula.evaluate(variables, result);
    }

    std::optional<Rate> per_hour_;
    std::optional<Rate> per_nmi_;
};

Rate rate_of(Formula formula, std::vector<ModelInput>& inputs) {
    Rate rate{std::move(formula), {}};
    for (const auto& variable : rate.formula.variables()) {
        const auto input = input_of(variable);
        if (!input) {
            rate.input.emplace_back();
            continue;
        }
        auto known = std::find(inputs.begin(), inputs.end(), *input);
        if (known == inputs.end()) {
            known = inputs.insert(inputs.end(), *input);
        }
        rate.input.emplace_back(static_cast<std::size_t>(known - inputs.begin()));
    }
    return rate;
}

/// Twice the stretch must cost twice as much: asked of conditions spread over those of a ship, on
/// either side of where a formula may change its course.
void expect_proportional(const Formula& formula, const std::string& text, const std::string& what) {
    constexpr std::size_t probes = 64;
    constexpr double golden = 0.6180339887498949;
    const auto& names = formula.variables();
    for (std::size_t probe = 0; probe < probes; ++probe) {
        std::vector<double> once;
        std::vector<double> twice;
        for (std::size_t v = 0; v < names.size(); ++v) {
            const double share =
                std::fmod(golden * static_cast<double>((probe + 1) * (v + 1)) + 0.37, 1.0);
            const bool of_stretch = taken_named(names[v]) != nullptr;
            once.push_back(of_stretch ? 0.1 + 10.0 * share : -20.0 + 50.0 * share);
            twice.push_back(of_stretch ? 2.0 * once.back() : once.back());
        }
        const auto value = [&](const std::vector<double>& values) {
            std::vector<const double*> arrays(values.size());
            std::transform(values.begin(), values.end(), arrays.begin(),
                           [](const double& one) { return &one; });
            double result = 0.0;
            formula.evaluate(arrays, {&result, 1});
            return result;
        };
        const double one = value(once);
        const double two = value(twice);
        constexpr double noise = 1e-9;
        if (std::isfinite(one) && std::isfinite(two) &&
            std::abs(two - 2.0 * one) > noise * (std::abs(one) + std::abs(two))) {
            std::string at;
            for (std::size_t v = 0; v < names.size(); ++v) {
                at += fmt::format("{}{}={:.3g}", v == 0 ? "" : ", ", names[v], once[v]);
            }
            throw Error(
                ErrorCode::invalid_argument,
                fmt::format("{} '{}' is not proportional to the stretch it is for ({:.4g}{}{}, "
                            "{:.4g} for one of twice the length): multiply each term by one of "
                            "time_h, distance_nm, fuel_t, co2_t, risk_h",
                            what, text, one, at.empty() ? "" : " at ", at, two));
        }
    }
}

} // namespace

std::shared_ptr<const CostModel> make_formula_model(const FormulaModelText& text) {
    if (text.cost ? text.per_hour || text.per_nmi : !text.per_hour && !text.per_nmi) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: give either cost, or per_hour, per_nm or both", text.source));
    }
    ModelCard card{text.name, text.version, text.unit,          text.source,
                   {},        {},           text.waiting_per_h, text.claims_monotone_in_ice};
    for (const auto& [name, value] : text.parameters) {
        if (taken_named(name) != nullptr || model_input_named(name)) {
            throw Error(
                ErrorCode::malformed,
                fmt::format("{}: parameter {} has the name of an input", text.source, name));
        }
        card.parameters.push_back({name, value});
    }
    const auto parse = [&](const std::optional<std::string>& formula, const char* key,
                           bool of_stretch) {
        std::optional<Rate> rate;
        if (formula) {
            const auto what =
                text.what.empty() ? fmt::format("{}: {}", text.source, key) : text.what;
            Formula parsed(*formula, what, input_names(of_stretch), text.parameters);
            if (of_stretch) {
                expect_proportional(parsed, *formula, what);
            }
            rate = rate_of(std::move(parsed), card.inputs);
        }
        return rate;
    };
    auto per_hour =
        text.cost ? parse(text.cost, "cost", true) : parse(text.per_hour, "per_hour", false);
    auto per_nmi = parse(text.per_nmi, "per_nm", false);
    return std::make_shared<FormulaModel>(std::move(card), std::move(per_hour), std::move(per_nmi));
}

} // namespace fairlead::cost
