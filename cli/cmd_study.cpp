// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/study_kinds.hpp"
#include "cli/study_submit.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/base/text_layout.hpp"
#include "core/study/forecast.hpp"
#include "core/study/manifest.hpp"
#include "core/study/report.hpp"
#include "core/study/route_maps.hpp"
#include "core/study/run.hpp"
#include "core/study/study_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace fairlead::cli {
namespace {

constexpr const char* study_examples = R"(
  new      writes a study file to begin with: STUDY is departure-window, hindcast, ship-comparison,
           cost-model-comparison or forecast-value
  plan     lists the routes without planning them: how many, how long, how much memory
  run      plans them on all cores; killed or stopped, the same command goes on where it was
  submit   gives the shards to Slurm or to processes of this machine, starts again those that are
           killed, and merges
  merge    makes the results of a study that was run in shards
  report   draws figures and tables of the results: report.html, figures/, tables/
  map      writes route density and reachability as GeoTIFF

Results in the folder: routes.csv, routes.gpkg (QGIS), routes.jsonl; docs/studies.md explains study
files and results, docs/study-report.md the figures.

Examples:
  fairlead study new departure-window --out season.toml
  fairlead study plan season.toml
  fairlead study run season.toml --out season
  fairlead study run season.toml --out season --shard 3/7     on another machine
  fairlead study merge season.toml --out season
  fairlead study submit season.toml --out season --engine slurm --shards 200 --threads 4 \
      --time 4:00:00
  fairlead study report season.toml --out season)";

struct Shard {
    std::size_t index = 1;
    std::size_t count = 1;
};

Shard parse_shard(const std::string& text) {
    const auto parts = split(text, '/');
    const auto index = parse_number(parts.front());
    const auto count = parts.size() == 2 ? parse_number(parts.back()) : std::nullopt;
    const auto is_whole = [](double value) {
        return value >= 1.0 && value <= 1e6 &&
               value == static_cast<double>(static_cast<std::size_t>(value));
    };
    if (!index || !count || !is_whole(*index) || !is_whole(*count) || *index > *count) {
        throw UsageError(fmt::format("--shard '{}' is not INDEX/COUNT such as 3/7", text));
    }
    return {static_cast<std::size_t>(*index), static_cast<std::size_t>(*count)};
}

class StudyCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "study"; }
    std::string_view summary() const noexcept override {
        return "Plans many routes from one file: days, ships, years, ports.";
    }

    void define(OptionTable& table) override {
        table.group_help();
        table
            .argument("ACTION", action_, "new, plan, run, submit, merge, report or map, see below.")
            .required()
            .one_of({"new", "plan", "run", "submit", "merge", "report", "map"});
        table.argument("STUDY", file_, "Study file (TOML).").required();
        table.value("--out", folder_, "FOLDER",
                    "Where the study is kept. Default: the study file without its .toml. "
                    "new: the file to write.");
        table.value("--shard", shard_, "INDEX/COUNT",
                    "Plans only this part of the routes; `merge` joins the parts.");
        table
            .value("--threads", threads_, "NUMBER",
                   "Default: as many as the machine has. submit: of each shard, default 1.")
            .between(1, 1024);
        table.flag("--partial", partial_,
                   "merge, report, map: of what is done so far, routes may be missing.");
        submit_.define(table);
        table.footer(study_examples);
    }

    ExitCode execute(const Progress& progress) override {
        if (action_ != "submit" && submit_.any_given()) {
            throw UsageError("options of submitting are for `study submit`");
        }
        if (action_ == "submit" && !shard_.empty()) {
            throw UsageError("--shard is for `study run`; submit plans all of --shards NUMBER");
        }
        if (action_ == "new") {
            print(write_study_of_kind(file_, folder_).string() + '\n');
            return ExitCode::ok;
        }
        const auto manifest = study::make_manifest(io::read_study(file_));
        const auto folder = folder_.empty() ? std::filesystem::path(file_).replace_extension()
                                            : std::filesystem::path(folder_);
        if (action_ == "submit") {
            return submit_study(submit_, manifest, file_, folder, std::max(1U, threads()),
                                progress);
        }
        if (action_ == "plan") {
            return plan(manifest, progress);
        }
        if (action_ == "merge") {
            return merge(manifest, folder);
        }
        if (action_ == "report" || action_ == "map") {
            return draw(manifest, folder);
        }
        return run(manifest, folder, progress);
    }

  private:
    [[nodiscard]] unsigned threads() const { return static_cast<unsigned>(threads_.value_or(0)); }

    [[nodiscard]] ExitCode plan(const study::Manifest& manifest, const Progress& progress) const {
        const auto forecast = study::forecast(manifest, threads(), progress);
        print(study::forecast_text(manifest, forecast));
        return ExitCode::ok;
    }

    [[nodiscard]] ExitCode run(const study::Manifest& manifest, const std::filesystem::path& folder,
                               const Progress& progress) const {
        const auto shard = shard_.empty() ? Shard{} : parse_shard(shard_);
        const auto summary =
            study::run(manifest, {folder, shard.index, shard.count, threads()}, progress);
        const auto& tally = summary.tally;
        const auto done = tally.done();
        auto text = fmt::format(
            "{} of {} routes done{}: {} found, {} without a way, {} failed\n", done, tally.wanted,
            shard.count == 1 ? "" : fmt::format(" of shard {}/{}", shard.index, shard.count),
            tally.found, tally.without_way, tally.failed);
        if (summary.interrupted && done < tally.wanted) {
            print(text + "Stopped; the same command goes on from here.\n");
            return ExitCode::interrupted;
        }
        print(text);
        return shard.count == 1 ? merge(manifest, folder) : ExitCode::ok;
    }

    [[nodiscard]] ExitCode merge(const study::Manifest& manifest,
                                 const std::filesystem::path& folder) const {
        const auto collected = collect(manifest, folder);
        study::write_results(collected.records, folder);
        print(fmt::format("{}: routes.csv, routes.gpkg and routes.jsonl hold {} routes\n",
                          folder.string(), collected.records.size()));
        return ExitCode::ok;
    }

    /// @throws Error where routes are missing, unless that was allowed for.
    [[nodiscard]] study::Collected collect(const study::Manifest& manifest,
                                           const std::filesystem::path& folder) const {
        auto collected = study::collect(manifest, folder);
        if (!collected.missing.empty() && !partial_) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{}: {} of {} routes are not done, the first of them number "
                                    "{}; run the study to its end, or take what is there with "
                                    "--partial",
                                    folder.string(), collected.missing.size(),
                                    manifest.routes.size(), collected.missing.front()));
        }
        return collected;
    }

    [[nodiscard]] ExitCode draw(const study::Manifest& manifest,
                                const std::filesystem::path& folder) const {
        const auto collected = collect(manifest, folder);
        const auto files =
            action_ == "report"
                ? study::report_files(manifest, collected.records, collected.missing.size(), folder)
                      .files
                : study::map_files(manifest, collected.records, folder);
        for (const auto& file : files) {
            std::filesystem::create_directories(file.file.parent_path());
        }
        write_files_together(files);
        std::string text;
        for (const auto& file : files) {
            if (file.file.parent_path() == folder) {
                text += file.file.string() + '\n';
            }
        }
        print(text);
        return ExitCode::ok;
    }

    std::string action_;
    std::string file_;
    std::string folder_;
    std::string shard_;
    std::optional<int> threads_;
    bool partial_ = false;
    SubmitOptions submit_;
};

} // namespace

std::unique_ptr<Command> make_study_command() {
    return std::make_unique<StudyCommand>();
}

} // namespace fairlead::cli
