// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Help texts of at most 100 columns, and parse errors in plain words.

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace fairlead::cli {

/// For every command: option names in one column, wrapped descriptions in the next.
[[nodiscard]] std::shared_ptr<CLI::Formatter> help_formatter();

/// What is wrong with the command line, in one sentence without a full stop.
/// @param command the one that was being read.
[[nodiscard]] std::string usage_sentence(const CLI::ParseError& problem, const CLI::App& command);

} // namespace fairlead::cli
