// SPDX-License-Identifier: Apache-2.0
#include "core/cost/cost_model.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::cost {
namespace {

bool is_rate(double value) noexcept {
    return value >= 0.0 && std::isfinite(value);
}

[[noreturn]] void refuse(const ModelCard& card, std::span<const double* const> inputs,
                         std::size_t at, double rate, const char* per) {
    std::vector<double> values;
    values.reserve(inputs.size());
    for (const double* const input : inputs) {
        values.push_back(input[at]);
    }
    throw Error(ErrorCode::invalid_argument,
                fmt::format("cost model '{}' gives {:g} {} for {}: a rate must be a finite number "
                            "that is not negative",
                            card.name, rate, per, values_text(card.inputs, values)));
}

} // namespace

std::string describe(const ModelCard& card) {
    std::string text = card.name;
    if (!card.version.empty()) {
        text += " " + card.version;
    }
    std::string about = card.source == card.name ? "" : card.source;
    for (const auto& [name, value] : card.parameters) {
        about += fmt::format("{}{}={:g}", about.empty() ? "" : "; ", name, value);
    }
    return about.empty() ? text : fmt::format("{} ({})", text, about);
}

CostModel::CostModel(ModelCard card) : card_(std::move(card)) {
    if (card_.inputs.size() > most_inputs) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("cost model '{}' asks for {} inputs: at most {} are given",
                                card_.name, card_.inputs.size(), most_inputs));
    }
}

void CostModel::rates_as_given(std::span<const double* const> inputs, std::span<double> per_hour,
                               std::span<double> per_nmi) const {
    FAIRLEAD_EXPECTS(inputs.size() == card_.inputs.size() && per_hour.size() == per_nmi.size());
    std::fill(per_hour.begin(), per_hour.end(), 0.0);
    std::fill(per_nmi.begin(), per_nmi.end(), 0.0);
    evaluate(inputs, per_hour, per_nmi);
}

void CostModel::rates(std::span<const double* const> inputs, std::span<double> per_hour,
                      std::span<double> per_nmi) const {
    rates_as_given(inputs, per_hour, per_nmi);
    for (std::size_t i = 0; i < per_hour.size(); ++i) {
        if (!is_rate(per_hour[i])) {
            refuse(card_, inputs, i, per_hour[i], "per hour");
        }
        if (!is_rate(per_nmi[i])) {
            refuse(card_, inputs, i, per_nmi[i], "per nautical mile");
        }
    }
}

double CostModel::rate_per_h(std::span<const double> inputs, double speed_over_ground_kn) const {
    std::array<const double*, most_inputs> arrays{};
    FAIRLEAD_EXPECTS(inputs.size() <= arrays.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        arrays[i] = &inputs[i];
    }
    double per_hour = 0.0;
    double per_nmi = 0.0;
    rates(std::span(arrays).first(inputs.size()), {&per_hour, 1}, {&per_nmi, 1});
    return per_hour + per_nmi * speed_over_ground_kn;
}

} // namespace fairlead::cost
