// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.hpp"

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/io/route_file.hpp"
#include "core/io/rtz_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace fairlead::cli {

namespace {

#ifdef FAIRLEAD_HAS_CHART
constexpr const char* beside_routes = "; chart pictures are .png";
#else
constexpr const char* beside_routes = "";
#endif

} // namespace

bool is_picture(const std::string& file) {
    return to_lower(std::filesystem::path(file).extension().string()) == ".png";
}

void expect_not_read(const std::vector<std::string>& files,
                     const std::vector<std::filesystem::path>& inputs) {
    for (const auto& file : files) {
        for (const auto& input : inputs) {
            std::error_code not_there;
            if (std::filesystem::equivalent(file, input, not_there)) {
                throw UsageError(fmt::format(
                    "{}: is read here and cannot be written over; name another file", file));
            }
        }
    }
}

void AnswerOptions::define(OptionTable& table, const std::string& written) {
    constexpr const char* group = "Answer";
    table
        .value("--output", outputs, "FILE",
               written + " (.rtz, .geojson, .gpx, .csv, .kml, .gpkg) or a chart picture (.png); "
                         "repeat for more. A file of that name is replaced.")
        .group(group);
    define_rtz_version(table, rtz_version, group);
    table.flag("--json", json, "Prints one JSON object instead of text.").group(group);
    table
        .value("--fail-on", fail_on, "SEVERITY",
               "Exit code 5 if a finding is at least this grave: info, caution, warning, violation "
               "(the default) or never.")
        .one_of({"info", "caution", "warning", "violation", "never"})
        .group(group);
}

void define_rtz_version(OptionTable& table, std::string& version, const char* group) {
    table
        .value("--rtz-version", version, "VERSION",
               "Of .rtz files that are written: 1.0 (the default), 1.1 or 1.2.")
        .one_of({"1.0", "1.1", "1.2"})
        .group(group);
}

void expect_writable(const std::vector<std::string>& files) {
    std::set<std::filesystem::path> known;
    for (const auto& file : files) {
        if (file.empty()) {
            throw UsageError("--output: a file name is missing");
        }
        std::error_code unresolved;
        if (!known
                 .insert(
                     std::filesystem::weakly_canonical(std::filesystem::absolute(file), unresolved))
                 .second) {
            throw Error(ErrorCode::invalid_argument, fmt::format("{}: is named twice", file));
        }
        if (!is_picture(file)) {
            io::expect_writable_route_format(file, beside_routes);
        }
#ifndef FAIRLEAD_HAS_CHART
        else {
            throw Error(
                ErrorCode::unsupported,
                fmt::format("{}: this build of Fairlead has no chart pictures (Qt 6 was not "
                            "there when it was made)",
                            file));
        }
#endif
        const auto folder = std::filesystem::absolute(file).parent_path();
        std::error_code ignored;
        if (!std::filesystem::is_directory(folder, ignored)) {
            throw Error(ErrorCode::not_found,
                        fmt::format("{}: there is no folder {}", file, folder.string()));
        }
        if (std::filesystem::is_directory(file, ignored)) {
            throw Error(ErrorCode::io, fmt::format("{}: is a folder, not a file", file));
        }
    }
}

void Outputs::add_route(const std::string& file, const io::RouteDocument& document,
                        const std::string& rtz_version) {
    const auto version = io::rtz_version_named(rtz_version);
    FAIRLEAD_EXPECTS(version);
    auto content = io::route_file_content(file, document, *version);
    files.push_back({file, std::move(content.bytes)});
    remarks.insert(remarks.end(), content.remarks.begin(), content.remarks.end());
}

void write_outputs(const Outputs& outputs) {
    const UninterruptedWriting writing;
    write_files_together(outputs.files);
    for (const auto& remark : outputs.remarks) {
        fmt::print(stderr, "{}\n", remark);
    }
}

std::optional<rules::Severity> parse_fail_on(const std::string& word) {
    for (const auto severity : {rules::Severity::info, rules::Severity::caution,
                                rules::Severity::warning, rules::Severity::violation}) {
        if (word == rules::name(severity)) {
            return severity;
        }
    }
    return std::nullopt;
}

bool any_at_or_above(const std::vector<rules::Finding>& findings,
                     std::optional<rules::Severity> severity) {
    return severity &&
           std::any_of(findings.begin(), findings.end(), [&](const rules::Finding& finding) {
               return finding.severity >= *severity;
           });
}

} // namespace fairlead::cli
