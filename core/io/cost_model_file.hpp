// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Cost models as people write them; docs/cost-models.md describes them.

#include "core/cost/cost_model.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace fairlead::io {

/// A file of formulas (TOML), read strictly.
/// @throws Error (not_found, io, malformed, invalid_argument) naming file and line or formula.
[[nodiscard]] std::shared_ptr<const cost::CostModel>
read_cost_model_file(const std::filesystem::path& file);
/// As read_cost_model_file, for text already in memory; `file` stands for it in errors.
[[nodiscard]] std::shared_ptr<const cost::CostModel> parse_cost_model(std::string_view text,
                                                                      const std::string& file);

/// A file by its name (".toml": formulas; ".so": a shared library), or else the formula of what a
/// stretch costs.
/// @param what names a formula in errors: "--cost-model".
[[nodiscard]] std::shared_ptr<const cost::CostModel>
find_cost_model(const std::string& formula_or_file, const std::string& what);

} // namespace fairlead::io
