// SPDX-License-Identifier: Apache-2.0
#include "cli/option_table.hpp"

#include "core/base/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <type_traits>

namespace fairlead::cli {
namespace {

/// "nan" is no number within anything.
CLI::Validator number_within(double least, double greatest) {
    const auto check = [least, greatest](const std::string& text) -> std::string {
        const auto number = parse_number(text);
        return number && *number >= least && *number <= greatest
                   ? ""
                   : fmt::format("'{}' is not a number from {} to {}", text, least, greatest);
    };
    return {check, ""};
}

} // namespace

OptionEntry& OptionEntry::required() {
    option_->required();
    return *this;
}

OptionEntry& OptionEntry::group(const std::string& heading) {
    option_->group(heading);
    return *this;
}

OptionEntry& OptionEntry::one_of(std::initializer_list<const char*> words) {
    option_->check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
    return *this;
}

OptionEntry& OptionEntry::one_of(std::initializer_list<int> numbers) {
    option_->check(CLI::IsMember(std::vector<int>(numbers)));
    return *this;
}

OptionEntry& OptionEntry::between(double least, double greatest) {
    option_->check(number_within(least, greatest));
    return *this;
}

OptionEntry& OptionEntry::words(int least, int greatest) {
    option_->expected(least, greatest);
    return *this;
}

template <class Value>
OptionEntry OptionTable::value(const std::string& flag, Value& value, const std::string& type_name,
                               const std::string& description) {
    auto* option = app_->add_option(flag, value, description)->type_name(type_name);
    if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        option->type_size(1)->expected(1)->allow_extra_args(false)->multi_option_policy(
            CLI::MultiOptionPolicy::TakeAll);
    }
    return OptionEntry(*option);
}

template <class Value>
OptionEntry OptionTable::argument(const std::string& name, Value& value,
                                  const std::string& description) {
    return OptionEntry(*app_->add_option(name, value, description));
}

template OptionEntry OptionTable::value(const std::string&, std::string&, const std::string&,
                                        const std::string&);
template OptionEntry OptionTable::value(const std::string&, int&, const std::string&,
                                        const std::string&);
template OptionEntry OptionTable::value(const std::string&, double&, const std::string&,
                                        const std::string&);
template OptionEntry OptionTable::value(const std::string&, std::optional<int>&, const std::string&,
                                        const std::string&);
template OptionEntry OptionTable::value(const std::string&, std::optional<double>&,
                                        const std::string&, const std::string&);
template OptionEntry OptionTable::value(const std::string&, std::vector<std::string>&,
                                        const std::string&, const std::string&);
template OptionEntry OptionTable::argument(const std::string&, std::string&, const std::string&);
template OptionEntry OptionTable::argument(const std::string&, std::vector<std::string>&,
                                           const std::string&);

OptionEntry OptionTable::flag(const std::string& flag, bool& is_given,
                              const std::string& description) {
    return OptionEntry(*app_->add_flag(flag, is_given, description));
}

void OptionTable::group_help() {
    app_->get_option("--help")->group(help_group);
}

void OptionTable::footer(const std::string& text) {
    app_->footer(text);
}

} // namespace fairlead::cli
