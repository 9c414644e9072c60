// SPDX-License-Identifier: Apache-2.0
#include "cli/objective_options.hpp"

#include "cli/command.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/cost_model_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead::cli {
namespace {

constexpr std::array price_names{
    std::pair{"per_hour", &cost::Prices::per_hour},
    std::pair{"per_tonne_fuel", &cost::Prices::per_tonne_fuel},
    std::pair{"per_risk", &cost::Prices::per_risk},
    std::pair{"per_tonne_co2", &cost::Prices::per_tonne_co2},
};

/// In any currency; more is a slip of the keyboard.
constexpr double greatest_price = 1e12;

cost::Prices parse_prices(const std::string& text) {
    cost::Prices prices;
    std::vector<std::string> known;
    known.reserve(std::size(price_names));
    for (const auto& [name, member] : price_names) {
        known.emplace_back(name);
    }
    for (const auto& part : split(text, ',')) {
        const auto equals = part.find('=');
        const std::string name(trim(part.substr(0, equals)));
        const auto* const found =
            std::find_if(price_names.begin(), price_names.end(),
                         [&](const auto& price) { return price.first == name; });
        if (found == price_names.end()) {
            const auto meant = closest(name, known);
            throw UsageError(
                fmt::format("--prices: unknown price '{}'; {}", name,
                            meant ? fmt::format("did you mean {}?", *meant)
                                  : fmt::format("prices are {}", fmt::join(known, ", "))));
        }
        const auto value =
            equals == std::string::npos ? std::nullopt : parse_number(part.substr(equals + 1));
        if (!value || !(*value >= 0.0 && *value <= greatest_price)) {
            throw UsageError(fmt::format("--prices: '{}' is not {}=NUMBER from 0 to {:g}", part,
                                         name, greatest_price));
        }
        prices.*(found->second) = *value;
    }
    if (std::all_of(price_names.begin(), price_names.end(),
                    [&](const auto& price) { return prices.*(price.second) == 0.0; })) {
        throw UsageError("--prices: all prices are 0, so that no route costs less than another");
    }
    return prices;
}

} // namespace

void ObjectiveOptions::define(OptionTable& table) {
    table
        .value("--objective", objective, "WHAT",
               "time (h, the default), distance (nm), fuel (t), co2 (t), risk (risk hours of ice, "
               "docs/methods.md) or money (needs --prices).")
        .group("Voyage");
    table
        .value("--prices", prices, "NAME=NUMBER,...",
               "For --objective money: per_hour, per_tonne_fuel, per_tonne_co2, per_risk (a risk "
               "hour), "
               "in one currency of your choice.")
        .group("Voyage");
    table
        .value("--cost-model", cost_model, "FORMULA|FILE",
               "A cost of your own instead of --objective: a formula such as "
               "'850*time_h + 620*fuel_t + 40*max(0,-rio)*time_h', or a file of formulas (TOML, "
               "docs/cost-models.md).")
        .group("Voyage");
}

cost::Objective ObjectiveOptions::parse() const {
    cost::Objective result;
    if (!cost_model.empty()) {
        if (!objective.empty() || !prices.empty()) {
            throw UsageError("--cost-model is the objective: it goes without --objective and "
                             "--prices");
        }
        result.kind = cost::ObjectiveKind::model;
        result.model = io::find_cost_model(cost_model, "--cost-model");
        return result;
    }
    if (objective.empty()) {
        if (!prices.empty()) {
            throw UsageError("--prices are for --objective money");
        }
        return result;
    }
    const auto kind = cost::objective_named(objective);
    if (!kind) {
        const auto meant = closest(objective, {"time", "distance", "fuel", "risk", "co2", "money"});
        throw UsageError(fmt::format("--objective: unknown objective '{}'; {}", objective,
                                     meant ? fmt::format("did you mean {}?", *meant)
                                           : "it is one of time, distance, fuel, risk, co2, money; "
                                             "a formula goes with --cost-model"));
    }
    result.kind = *kind;
    if ((result.kind == cost::ObjectiveKind::money) != !prices.empty()) {
        throw UsageError(prices.empty() ? "--objective money needs --prices"
                                        : "--prices are for --objective money");
    }
    if (!prices.empty()) {
        result.prices = parse_prices(prices);
    }
    return result;
}

} // namespace fairlead::cli
