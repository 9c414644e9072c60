// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Findings as text for people, at most 100 columns wide.

#include "core/rules/finding.hpp"

#include <string>
#include <vector>

namespace fairlead::io {

/// Message, rule, place (where the message does not say it already) and remedy.
/// @param told an instant whose year stands elsewhere in the answer: that year is not repeated.
[[nodiscard]] std::string finding_text(const rules::Finding& finding, Instant told);
/// Grouped by severity, the gravest first; what is alike is said once.
[[nodiscard]] std::string findings_text(const std::vector<rules::Finding>& findings, Instant told);

} // namespace fairlead::io
