// SPDX-License-Identifier: Apache-2.0
#include "core/cost/model_probes.hpp"

#include <array>
#include <cmath>

namespace fairlead::cost {
namespace {

/// In the order of Quantity. The times are the years 2000 to 2059.
constexpr std::array<InputRange, 10> quantity_ranges{{{0.5, 25.0},
                                                      {0.5, 28.0},
                                                      {0.0, 60e3},
                                                      {0.0, 15.0},
                                                      {0.0, 48.0},
                                                      {-80.0, 30.0},
                                                      {0.0, 14.0},
                                                      {-90.0, 90.0},
                                                      {-180.0, 180.0},
                                                      {946684800.0, 2840140800.0}}};

/// The number's digits in the base, mirrored at the point: 6 in base 2 is 0.011.
double mirrored(std::size_t number, std::size_t base) noexcept {
    double value = 0.0;
    double digit = 1.0;
    for (; number > 0; number /= base) {
        digit /= static_cast<double>(base);
        value += digit * static_cast<double>(number % base);
    }
    return value;
}

std::size_t next_prime(std::size_t after) noexcept {
    for (std::size_t candidate = after + 1;; ++candidate) {
        bool is_prime = true;
        for (std::size_t divisor = 2; divisor * divisor <= candidate; ++divisor) {
            is_prime = is_prime && candidate % divisor != 0;
        }
        if (is_prime) {
            return candidate;
        }
    }
}

} // namespace

InputRange range_of(const ModelInput& input) noexcept {
    if (input.quantity == Quantity::layer) {
        const auto& about = env::info(input.layer);
        return {about.minimum, about.maximum};
    }
    return quantity_ranges[static_cast<std::size_t>(input.quantity)];
}

std::vector<const double*> Probes::arrays(std::size_t from) const {
    std::vector<const double*> result;
    result.reserve(values.size());
    for (const auto& input : values) {
        result.push_back(input.data() + from);
    }
    return result;
}

std::vector<double> Probes::row(std::size_t at) const {
    std::vector<double> result;
    result.reserve(values.size());
    for (const auto& input : values) {
        result.push_back(input[at]);
    }
    return result;
}

Probes make_probes(std::span<const ModelInput> inputs, std::size_t count) {
    Probes probes;
    probes.count = count;
    std::size_t base = 1;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        base = next_prime(base);
        const auto range = range_of(inputs[i]);
        std::vector<double> values;
        for (std::size_t at = 0; at < count; ++at) {
            // First all at their least, all at their greatest, and each alone at its greatest.
            const bool is_end = at < inputs.size() + 2;
            const double share = !is_end ? mirrored(at, base) : at == 1 || at == i + 2 ? 1.0 : 0.0;
            values.push_back(std::lerp(range.least, range.greatest, share));
        }
        probes.values.push_back(std::move(values));
    }
    return probes;
}

Rates rates_of(const CostModel& model, const Probes& probes, std::size_t from, std::size_t count) {
    Rates rates{std::vector<double>(count), std::vector<double>(count)};
    model.rates_as_given(probes.arrays(from), rates.per_hour, rates.per_nmi);
    return rates;
}

Rates rates_of(const CostModel& model, const Probes& probes) {
    return rates_of(model, probes, 0, probes.count);
}

} // namespace fairlead::cost
