// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The files that --output asks for: route files and chart pictures.

#include "core/io/route_document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::cli {

/// True for a picture (.png), false for a route file.
[[nodiscard]] bool is_picture(const std::string& file);

/// Before any work is done.
/// @param inputs files that are read; none of them may be written over.
/// @throws Error for a format that cannot be written here, a folder that is not there, an output
///         that is an input, or one that is named twice.
void expect_writable(const std::vector<std::string>& files, const std::vector<std::string>& inputs);

/// Severity names in the order of gravity; nothing for "never".
/// @throws UsageError for another word.
[[nodiscard]] std::optional<rules::Severity> parse_fail_on(const std::string& word);
[[nodiscard]] bool any_at_or_above(const std::vector<rules::Finding>& findings,
                                   std::optional<rules::Severity> severity);

} // namespace fairlead::cli
