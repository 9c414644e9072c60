// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The conformance kit: what a cost model must be for a plan by it to be right, tried out on
/// conditions spread over all that ships meet. Each check is named by a stable word.

#include "core/cost/cost_model.hpp"

#include <string>
#include <vector>

namespace fairlead::cost {

struct CheckOutcome {
    enum class Verdict : unsigned char { passed, failed, skipped };

    std::string check;   ///< "card", "answers", "finite", "not_negative", "order", "threads",
                         ///< "monotone_in_ice", "waiting", "first_in_first_out", "speed"
    std::string demands; ///< one clause: what the model must do
    Verdict verdict = Verdict::passed;
    std::string detail; ///< why it failed, with the conditions, or was skipped; or a figure
};

struct CheckOptions {
    /// More than this for one set of conditions, asked in arrays, fails `speed`.
    double slowest_ns = 2000.0;
};

/// All checks, in the order above. What cannot be judged because an earlier check failed is
/// skipped, so that each fault is told by one check.
[[nodiscard]] std::vector<CheckOutcome> check_model(const CostModel& model,
                                                    const CheckOptions& options = {});

} // namespace fairlead::cost
