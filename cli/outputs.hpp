// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The files that --output asks for: route files and chart pictures.

#include "cli/option_table.hpp"
#include "core/base/text.hpp"
#include "core/io/route_document.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::cli {

/// True for a picture (.png), false for a route file.
[[nodiscard]] bool is_picture(const std::string& file);

/// Before any work is done.
/// @throws Error for a format that cannot be written here, a folder that is not there, or an output
///         that is named twice.
void expect_writable(const std::vector<std::string>& files);

/// Nothing writes over what it reads.
/// @param inputs files that are read; names of what is no file are passed over.
/// @throws UsageError for an output that is one of them.
void expect_not_read(const std::vector<std::string>& files,
                     const std::vector<std::filesystem::path>& inputs);

/// How the answer is given: the options that plan and check share.
struct AnswerOptions {
    std::vector<std::string> outputs;
    bool json = false;
    std::string fail_on = "violation";
    std::string rtz_version = "1.0";

    /// @param written what --output writes, up to the formats: "Writes the route with its times".
    void define(OptionTable& table, const std::string& written);
};

/// The option --rtz-version, for commands that write route files.
void define_rtz_version(OptionTable& table, std::string& version, const char* group = "Options");

/// Files that are ready to be written.
struct Outputs {
    std::vector<FileContent> files;
    std::vector<std::string> remarks; ///< what formats cannot hold, in sentences for people

    void add_route(const std::string& file, const io::RouteDocument& document,
                   const std::string& rtz_version);
};

/// All of them or, where one fails, none; a second Ctrl-C does not come between. The remarks then
/// go to the error stream.
/// @throws Error (io) naming the file.
void write_outputs(const Outputs& outputs);

/// Severity names in the order of gravity; nothing for "never".
/// @throws UsageError for another word.
[[nodiscard]] std::optional<rules::Severity> parse_fail_on(const std::string& word);
[[nodiscard]] bool any_at_or_above(const std::vector<rules::Finding>& findings,
                                   std::optional<rules::Severity> severity);

} // namespace fairlead::cli
