// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Chart pictures of answers.

#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"

#include <string>

namespace fairlead::cli {

/// The bytes of a PNG; none in a build without pictures, where expect_writable() has refused the
/// file.
/// @param coastline as --coastline names it.
[[nodiscard]] std::string picture_bytes(const plan::PlanRequest& request,
                                        const plan::PlanResult& result,
                                        const std::string& coastline, const std::string& file);

} // namespace fairlead::cli
