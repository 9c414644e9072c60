// SPDX-License-Identifier: Apache-2.0
#include "core/io/cost_model_file.hpp"

#include "core/base/text.hpp"
#include "core/cost/formula_model.hpp"
#include "core/io/model_library.hpp"
#include "core/io/toml_values.hpp"

namespace fairlead::io {
namespace {

constexpr double greatest_parameter = 1e15;

std::map<std::string, double> parameters_of(const TomlTable& document, const std::string& file) {
    std::map<std::string, double> parameters;
    const auto* const toml = document.table("parameters");
    if (toml == nullptr) {
        return parameters;
    }
    TomlKeys keys;
    for (const auto& [key, value] : *toml) {
        keys.emplace_back(key.str());
    }
    const TomlTable table(*toml, file, keys);
    for (const auto& key : keys) {
        if (key.empty() ||
            key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
                                  "XYZ0123456789_") != std::string::npos ||
            (key.front() >= '0' && key.front() <= '9')) {
            table.fail(key, "is not a name of letters, digits and _ that begins with a letter");
        }
        parameters[key] = required_number(table, key, {-greatest_parameter, greatest_parameter});
    }
    return parameters;
}

} // namespace

std::shared_ptr<const cost::CostModel> parse_cost_model(std::string_view text,
                                                        const std::string& file) {
    const auto toml = parse_toml(text, file);
    const TomlTable document(toml, file,
                             {"name", "version", "unit", "cost", "per_hour", "per_nm",
                              "waiting_per_hour", "monotone_in_ice", "parameters"});
    cost::FormulaModelText model;
    model.name = required_text(document, "name");
    model.version = document.text("version").value_or("");
    model.unit = required_text(document, "unit");
    model.source = file;
    model.cost = document.text("cost");
    model.per_hour = document.text("per_hour");
    model.per_nmi = document.text("per_nm");
    if (document.has("waiting_per_hour")) {
        model.waiting_per_h =
            required_number(document, "waiting_per_hour", {0.0, greatest_parameter});
    }
    model.claims_monotone_in_ice = document.boolean("monotone_in_ice").value_or(false);
    model.parameters = parameters_of(document, file);
    return cost::make_formula_model(model);
}

std::shared_ptr<const cost::CostModel> read_cost_model_file(const std::filesystem::path& file) {
    return parse_cost_model(read_text_file(file), file.string());
}

std::shared_ptr<const cost::CostModel> find_cost_model(const std::string& formula_or_file,
                                                       const std::string& what) {
    if (formula_or_file.ends_with(".so")) {
        return load_cost_model_library(formula_or_file);
    }
    if (formula_or_file.ends_with(".toml")) {
        return read_cost_model_file(formula_or_file);
    }
    cost::FormulaModelText model;
    model.name = formula_or_file;
    model.source = formula_or_file;
    model.cost = formula_or_file;
    model.what = what;
    return cost::make_formula_model(model);
}

} // namespace fairlead::io
