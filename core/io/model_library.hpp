// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Cost models in shared libraries, by the interface of include/fairlead/model.h.

#include "core/cost/cost_model.hpp"

#include <filesystem>
#include <memory>

namespace fairlead::io {

/// Loads and runs code of the file; it stays loaded.
/// @throws Error (not_found, malformed; unsupported: another version of the interface) in one
///         sentence that names the file.
[[nodiscard]] std::shared_ptr<const cost::CostModel>
load_cost_model_library(const std::filesystem::path& file);

} // namespace fairlead::io
