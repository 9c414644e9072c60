// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include "cli/option_table.hpp"
#include "core/base/text.hpp"
#include "core/base/text_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead::cli {
namespace {

constexpr std::size_t option_column = 34;

class HelpFormatter : public CLI::Formatter {
  public:
    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        std::string name = "  " + make_option_name(option, is_positional);
        if (option->get_type_size() != 0 && !option->get_type_name().empty() && !is_positional) {
            // After a colon CLI11 puts what its validators allow, which the text says better.
            const auto type = option->get_type_name();
            name += " " + type.substr(0, type.find(':'));
        }
        const auto description =
            option->get_description() + (option->get_required() ? " Required." : "");
        if (name.size() + 2 <= option_column) {
            name.resize(option_column, ' ');
            return wrapped(description, name);
        }
        return name + "\n" + wrapped(description, std::string(option_column, ' '));
    }

    /// How often an optional second word may come is said by the description.
    std::string make_option_usage(const CLI::Option* option) const override {
        auto name = make_option_name(option, true);
        if (option->get_expected_max() >= CLI::detail::expected_max_vector_size) {
            name += "...";
        }
        return option->get_required() ? name : "[" + name + "]";
    }

    /// As CLI11 does, but parts are one blank line apart (footers begin with theirs).
    std::string make_help(const CLI::App* command, std::string name,
                          CLI::AppFormatMode mode) const override {
        return make_description(command) + make_usage(command, std::move(name)) +
               make_positionals(command) + option_groups(command) +
               make_subcommands(command, mode) + make_footer(command);
    }

  private:
    /// CLI11 puts the group first that was seen first, which is that of --help.
    [[nodiscard]] std::string option_groups(const CLI::App* command) const {
        auto groups = command->get_groups();
        std::stable_partition(groups.begin(), groups.end(),
                              [](const std::string& group) { return group != help_group; });
        std::string text;
        for (const auto& group : groups) {
            const auto options = command->get_options([&group](const CLI::Option* option) {
                return option->get_group() == group && option->nonpositional();
            });
            if (!group.empty() && !options.empty()) {
                text += make_group(group, false, options);
            }
        }
        return text;
    }
};

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

} // namespace

std::shared_ptr<CLI::Formatter> help_formatter() {
    auto formatter = std::make_shared<HelpFormatter>();
    formatter->label("SUBCOMMAND", "COMMAND");
    return formatter;
}

std::string usage_sentence(const CLI::ParseError& problem, const CLI::App& command) {
    // A misspelt option is told before one that is missing: the one is often the other.
    for (const auto& extra : command.remaining()) {
        if (!extra.starts_with('-')) {
            if (dynamic_cast<const CLI::ExtrasError*>(&problem) == nullptr) {
                continue;
            }
            return fmt::format("'{}' is one word too many", extra);
        }
        const auto flag = extra.substr(0, extra.find('='));
        const auto meant = closest(flag, option_names(command));
        return fmt::format("unknown option '{}'{}", flag,
                           meant ? fmt::format("; did you mean '{}'?", *meant) : "");
    }
    return problem.what();
}

} // namespace fairlead::cli
