// SPDX-License-Identifier: Apache-2.0
#include "core/study/study_folder.hpp"

#include "core/base/error.hpp"
#include "core/base/hash.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "core/io/scenario_file.hpp"
#include "core/study/group_planner.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace fairlead::study {
namespace {

constexpr const char* manifest_name = "manifest.csv";
constexpr const char* inputs_name = "inputs.csv";
constexpr const char* program_name = "program.txt";
constexpr const char* inputs_head = "path,bytes,sha256\n";

void add(const std::filesystem::path& file, std::map<std::string, InputFile>& inputs) {
    const auto path = file.string();
    std::error_code problem;
    if (inputs.contains(path) || !std::filesystem::is_regular_file(file, problem)) {
        return;
    }
    inputs[path] = {path, std::filesystem::file_size(file), sha256_of_file(file)};
}

/// Archives are named with what is read from inside them; the archive is the file.
std::filesystem::path on_disk(std::filesystem::path file) {
    std::error_code problem;
    while (!file.empty() && file.has_relative_path() &&
           !std::filesystem::is_regular_file(file, problem)) {
        file = file.parent_path();
    }
    return file;
}

std::string csv_of(const std::vector<InputFile>& inputs) {
    std::string csv = inputs_head;
    for (const auto& input : inputs) {
        csv += fmt::format("{},{},{}\n", csv_field(input.path), input.bytes, input.sha256);
    }
    return csv;
}

/// Which file is another than it was; "" if none is.
std::string changed_input(const std::filesystem::path& before,
                          const std::vector<InputFile>& inputs) {
    const auto table = Table::read(before);
    std::map<std::string, std::string> hashes;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        hashes[table.text(row, "path")] = table.text(row, "sha256");
    }
    for (const auto& input : inputs) {
        const auto known = hashes.find(input.path);
        if (known == hashes.end()) {
            return fmt::format("{} was not read when the study began", input.path);
        }
        if (known->second != input.sha256) {
            return fmt::format("{} has changed since the study began", input.path);
        }
        hashes.erase(known);
    }
    return hashes.empty()
               ? ""
               : fmt::format("{} is gone, which the study began with", hashes.begin()->first);
}

std::string program_line() {
    return fmt::format("fairlead {}\n", version());
}

/// @throws Error where the study there is another, or what it is planned from.
void expect_same_study(const std::filesystem::path& folder, const std::string& routes_csv,
                       const std::vector<InputFile>& inputs) {
    if (read_text_file(folder / manifest_name) != routes_csv) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} holds another study's routes; name another folder, or "
                                "remove this one",
                                folder.string()));
    }
    const auto not_comparable = [&](const std::string& what, const char* way_out) {
        return Error(ErrorCode::invalid_argument,
                     fmt::format("{}: {}; its routes would not be comparable. Name another "
                                 "folder, or {}",
                                 folder.string(), what, way_out));
    };
    const auto before = read_text_file(folder / program_name);
    if (before != program_line()) {
        throw not_comparable(fmt::format("the study was begun with {}, and this is {}",
                                         trim(before), trim(program_line())),
                             "go on with that version");
    }
    if (const auto changed = changed_input(folder / inputs_name, inputs); !changed.empty()) {
        throw not_comparable(changed, "bring the file back");
    }
}

} // namespace

std::vector<InputFile> inputs_of(const Manifest& manifest, const Progress& progress) {
    const auto& study = manifest.file;
    Commons commons(study);
    std::map<std::string, InputFile> inputs;
    auto scenarios = study.scenarios;
    if (!study.sail_in.empty()) {
        scenarios.push_back(study.sail_in);
    }
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        progress.report(static_cast<double>(i) / static_cast<double>(scenarios.size()),
                        "reading " + scenarios[i]);
        try {
            const auto sea = commons.sea(scenarios[i]);
            for (const auto& file : sea->files()) {
                add(on_disk(file), inputs);
            }
        } catch (const Error& problem) {
            if (problem.code() == ErrorCode::cancelled) {
                throw;
            }
            add(io::scenario_path(beside_study(study, scenarios[i])), inputs);
        }
    }
    for (const auto& ship : study.ships) {
        add(beside_study(study, ship), inputs);
    }
    for (const auto& objective : study.objectives) {
        if (objective.objective.model) {
            add(beside_study(study, objective.text), inputs); // where it is a file
        }
    }
    std::vector<InputFile> list;
    list.reserve(inputs.size());
    for (auto& [path, input] : inputs) {
        list.push_back(std::move(input));
    }
    return list;
}

void begin_study(const Manifest& manifest, const std::filesystem::path& folder,
                 const Progress& progress) {
    const auto inputs = inputs_of(manifest, progress);
    const auto routes_csv = manifest_csv(manifest);
    if (std::filesystem::exists(folder / manifest_name)) {
        expect_same_study(folder, routes_csv, inputs);
        return;
    }
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be made: {}", folder.string(), problem.message()));
    }
    write_files_together({{study_file(folder), read_text_file(manifest.file.file)},
                          {folder / program_name, program_line()},
                          {folder / inputs_name, csv_of(inputs)},
                          {folder / manifest_name, routes_csv}});
}

void write_results(const std::vector<io::RouteRecord>& records,
                   const std::filesystem::path& folder) {
    std::string lines;
    for (const auto& record : records) {
        lines += io::route_record_line(record);
    }
    const auto map = folder / "routes.gpkg";
    write_files_together({{folder / "routes.jsonl", std::move(lines)},
                          {folder / "routes.csv", io::route_record_csv(records)},
                          {map, io::route_record_geopackage(records, map.string())}});
}

std::filesystem::path journal_folder(const std::filesystem::path& folder) {
    return folder / "journal";
}

std::filesystem::path journal_file(const std::filesystem::path& folder, std::size_t shard,
                                   std::size_t shards) {
    return journal_folder(folder) / fmt::format("{}-of-{}.jsonl", shard, shards);
}

std::filesystem::path study_file(const std::filesystem::path& folder) {
    return folder / "study.toml";
}

} // namespace fairlead::study
