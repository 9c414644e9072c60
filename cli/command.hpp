// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One object per command: it names its options, then does its work.

#include "cli/exit_code.hpp"
#include "cli/option_table.hpp"
#include "core/base/progress.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::cli {

/// The command line asks for something it cannot mean; the text is one sentence.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
    [[nodiscard]] virtual std::string_view summary() const noexcept = 0; ///< one line
    /// Adds options, positionals and the footer with examples.
    virtual void define(OptionTable& table) = 0;
    /// Called once, after the options have been read. Results go to stdout by print().
    /// @throws Error, UsageError
    virtual ExitCode execute(const Progress& progress) = 0;
    /// True if results are to be one JSON object; errors then are one too.
    [[nodiscard]] virtual bool wants_json() const noexcept { return false; }
};

/// Every command, in the order of the help text.
[[nodiscard]] std::vector<std::unique_ptr<Command>> all_commands();

/// To stdout at once. @throws Error (io) if stdout does not take it.
void print(std::string_view text);

} // namespace fairlead::cli
