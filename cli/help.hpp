// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Help texts of at most 100 columns, and parse errors in plain words.

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace fairlead::cli {

/// Where --help stands if a command's other options have groups of their own: at the end.
inline constexpr const char* help_group = "Other";

/// For every command: option names in one column, wrapped descriptions in the next.
[[nodiscard]] std::shared_ptr<CLI::Formatter> help_formatter();

/// One option that takes one value each time it is given, so that a positional may follow it.
/// @param type_name as shown in help, e.g. "FILE".
template <class Value>
CLI::Option* add_value(CLI::App& app, const std::string& flag, Value& value,
                       const std::string& type_name, const std::string& description) {
    return app.add_option(flag, value, description)->type_name(type_name);
}
inline CLI::Option* add_value(CLI::App& app, const std::string& flag,
                              std::vector<std::string>& values, const std::string& type_name,
                              const std::string& description) {
    return app.add_option(flag, values, description)
        ->type_name(type_name)
        ->type_size(1)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Takes numbers from `least` to `greatest`, ends included; "nan" is none.
[[nodiscard]] CLI::Validator number_within(double least, double greatest);

/// What is wrong with the command line, in one sentence without a full stop.
/// @param command the one that was being read.
[[nodiscard]] std::string usage_sentence(const CLI::ParseError& problem, const CLI::App& command);

} // namespace fairlead::cli
