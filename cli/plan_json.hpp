// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A plan's answer as the JSON that programs read.

#include "core/io/result_json.hpp"
#include "core/plan/plan_result.hpp"

namespace fairlead::cli {

[[nodiscard]] io::ResultDocument json_document(const plan::PlanResult& result);

} // namespace fairlead::cli
