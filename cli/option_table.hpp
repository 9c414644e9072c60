// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a command may be asked: its options, arguments and the text below them. A thin face of
/// CLI11, whose header takes seconds to compile wherever it is included.

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): CLI11's own name
class App;
class Option;
} // namespace CLI

namespace fairlead::cli {

/// Where --help stands if a command's other options have groups of their own: at the end.
inline constexpr const char* help_group = "Other";

/// One option of a table; each call says one more thing about it.
class OptionEntry {
  public:
    explicit OptionEntry(CLI::Option& option) : option_(&option) {}

    OptionEntry& required();
    OptionEntry& group(const std::string& heading);
    OptionEntry& one_of(std::initializer_list<const char*> words);
    OptionEntry& one_of(std::initializer_list<int> numbers);
    OptionEntry& between(double least, double greatest); ///< both ends are allowed; "nan" is not
    OptionEntry& words(int least, int greatest);         ///< how many an argument may take

  private:
    CLI::Option* option_;
};

/// The options of one command. Values must outlive the parsing.
class OptionTable {
  public:
    explicit OptionTable(CLI::App& app) : app_(&app) {}

    /// One option that takes one value each time it is given, so that an argument may follow it.
    /// @tparam Value std::string, int, double, std::optional of int or double, or
    /// std::vector<std::string>
    /// @param type_name as shown in help, e.g. "FILE".
    template <class Value>
    OptionEntry value(const std::string& flag, Value& value, const std::string& type_name,
                      const std::string& description);
    /// An argument without a flag.
    /// @tparam Value std::string, or std::vector<std::string> for all that are left
    template <class Value>
    OptionEntry argument(const std::string& name, Value& value, const std::string& description);
    OptionEntry flag(const std::string& flag, bool& is_given, const std::string& description);
    /// Lists --help under `help_group`.
    void group_help();
    /// Below the options.
    void footer(const std::string& text);

  private:
    CLI::App* app_;
};

} // namespace fairlead::cli
