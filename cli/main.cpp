// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/fault_watch.hpp"
#include "cli/help.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_bar.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "core/io/result_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::cli {
namespace {

constexpr const char* overview =
    "Fairlead plans routes for ships in polar waters: safe by rule, timed by the ice and weather "
    "of\n"
    "the moment, and with a bound on how much better a route could be. Not for navigation.\n";

constexpr const char* overview_footer =
    R"(
First steps:
  fairlead vessel                  lists the ships
  fairlead plan --scenario sample --vessel expedition_pc5 --from Murmansk \
      --to "Bering Strait" --depart 2030-08-10 --output voyage.png
                                   plans on the synthetic sample season
  fairlead COMMAND --help          explains a command, its units, and gives examples

Exit codes: 0 done, 2 command line not understood, 3 bad input, 4 no route, 5 findings at or above
--fail-on, 70 fault of the program, 75 shards of a study killed or lost, 130 stopped.)";

/// What an error repeats may be long; its beginning and its end say enough.
std::string shortened(std::string_view sentence) {
    constexpr std::size_t most = 1000;
    constexpr std::size_t kept_at_end = 300;
    if (sentence.size() <= most) {
        return std::string(sentence);
    }
    const auto whole_letters = [sentence](std::size_t at) { // of UTF-8
        while (at > 0 && (static_cast<unsigned char>(sentence[at]) & 0xC0U) == 0x80U) {
            --at;
        }
        return at;
    };
    return fmt::format("{} ... {}", sentence.substr(0, whole_letters(most - kept_at_end)),
                       sentence.substr(whole_letters(sentence.size() - kept_at_end)));
}

/// One line, whatever is in the names it repeats: they may hold line ends and terminal codes.
void complain(std::string_view sentence) {
    auto text = fmt::format("fairlead: {}", shortened(sentence));
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    text += '\n';
    std::fwrite(text.data(), 1, text.size(), stderr);
}

/// An error as a program reads it.
void print_error_json(std::string_view sentence) {
    io::ResultDocument result;
    result.status = "bad_input";
    result.error = sentence;
    try {
        print(io::result_json(result));
    } catch (const Error&) {
        return; // stdout is gone: the sentence is on stderr already, and the exit code says it
    }
}

ExitCode run_command(Command& command, const InterruptWatch& interrupt) {
    auto& bar = the_bar();
    try {
        return command.execute(bar.progress(interrupt.token()));
    } catch (const UsageError& problem) {
        bar.clear();
        complain(fmt::format("{}; see fairlead {} --help", problem.what(), command.name()));
        return ExitCode::usage;
    } catch (const Error& problem) {
        bar.clear();
        complain(problem.what());
        if (problem.code() == ErrorCode::cancelled) {
            return ExitCode::interrupted;
        }
        if (command.wants_json()) {
            print_error_json(problem.what());
        }
        return ExitCode::bad_input;
    } catch (const std::filesystem::filesystem_error& problem) {
        // A file that went away, or may not be looked at, where no reader expected it.
        bar.clear();
        complain(fmt::format("{}: {}", problem.path1().string(), problem.code().message()));
        if (command.wants_json()) {
            print_error_json(problem.what());
        }
        return ExitCode::bad_input;
    }
}

/// Nothing if the first word is a command or an option.
std::optional<std::string> unknown_command(std::string_view word,
                                           const std::vector<std::unique_ptr<Command>>& commands) {
    std::vector<std::string> names;
    names.reserve(commands.size() + 1);
    names.emplace_back("help");
    for (const auto& command : commands) {
        names.emplace_back(command->name());
    }
    if (word.starts_with('-') || std::find(names.begin(), names.end(), word) != names.end()) {
        return std::nullopt;
    }
    const auto meant = closest(word, names);
    return fmt::format("unknown command '{}'{}; see fairlead --help", word,
                       meant ? fmt::format("; did you mean '{}'?", *meant) : "");
}

/// `help` and `help COMMAND` are `--help` and `COMMAND --help`.
std::vector<const char*> words_meant(int argc, char** argv) {
    std::vector<const char*> words(argv, argv + argc);
    bool asked = false;
    while (words.size() > 1 && std::string_view(words[1]) == "help") {
        words.erase(words.begin() + 1);
        asked = true;
    }
    if (asked) {
        words.insert(words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)), "--help");
    }
    return words;
}

ExitCode run(int argc, char** argv) {
    const InterruptWatch interrupt;
    const auto commands = all_commands();
    CLI::App app(overview, "fairlead");
    app.formatter(help_formatter());
    app.footer(overview_footer);
    app.require_subcommand(1);
    app.set_help_flag("-h,--help", "Prints this help.");
    app.set_version_flag("--version", fmt::format("fairlead {}", version()), "Prints the version.");
    std::map<const CLI::App*, Command*> by_app;
    for (const auto& command : commands) {
        auto* sub =
            app.add_subcommand(std::string(command->name()), std::string(command->summary()));
        sub->set_help_flag("-h,--help", "Prints this help.");
        sub->group("Commands");
        OptionTable table(*sub);
        command->define(table);
        by_app[sub] = command.get();
    }
    if (argc < 2) {
        print(app.help());
        complain("a command is missing");
        return ExitCode::usage;
    }
    const auto words = words_meant(argc, argv);
    if (const auto problem = unknown_command(words[1], commands)) {
        complain(*problem);
        return ExitCode::usage;
    }
    try {
        app.parse(static_cast<int>(words.size()), words.data());
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        print(chosen.empty() ? app.help() : chosen.front()->help("fairlead"));
        return ExitCode::ok;
    } catch (const CLI::CallForVersion& version_text) {
        print(fmt::format("{}\n", version_text.what()));
        return ExitCode::ok;
    } catch (const CLI::ParseError& problem) {
        const auto chosen = app.get_subcommands();
        const CLI::App& reading = chosen.empty() ? app : *chosen.front();
        complain(fmt::format("{}; see fairlead {}--help", usage_sentence(problem, reading),
                             chosen.empty() ? "" : reading.get_name() + " "));
        return ExitCode::usage;
    }
    return run_command(*by_app.at(app.get_subcommands().front()), interrupt);
}

} // namespace

} // namespace fairlead::cli

int main(int argc, char** argv) {
    using fairlead::cli::ExitCode;
    fairlead::cli::watch_for_faults();
    try {
        return static_cast<int>(fairlead::cli::run(argc, argv));
    } catch (const fairlead::Error& problem) {
        fairlead::cli::complain(problem.what());
        return static_cast<int>(ExitCode::bad_input);
    } catch (const std::exception& fault) {
        fairlead::cli::complain(fmt::format("fault of the program: {}", fault.what()));
    } catch (...) {
        fairlead::cli::complain("fault of the program of an unknown kind");
    }
    return static_cast<int>(ExitCode::internal);
}
