// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/io/inspect.hpp"
#include "core/io/source_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::cli {
namespace {

class InspectCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "inspect"; }
    std::string_view summary() const noexcept override {
        return "Prints what Fairlead sees in a data file, and what is wrong with it.";
    }

    bool wants_json() const noexcept override { return json_; }

    void define(OptionTable& table) override {
        table
            .argument(
                "FILE", files_,
                "A data file, a folder, a glob in quotes or a zip; several are inspected in turn.")
            .required();
        table.value(
            "--variable", variable_, "VARIABLE",
            "Looks at this variable alone. A raster that does not say what it holds is taken for "
            "it, FILE:ARRAY names one array of a netCDF, and VARIABLE[UNIT] the unit of a file "
            "that gives none.");
        table.flag("--json", json_, "Prints one JSON object instead of text.");
        table.footer(R"(
Prints variables with their units, grid, projection, time steps, share of usable values, least and
greatest value, and each quirk that was corrected or is suspected. All values are read. The exit
code is 3 if something could not be read.

Examples:
  fairlead inspect nt_20180715_f18_nrt_n.bin
  fairlead inspect season_2018.zip
  fairlead inspect my_thickness.tif --variable sea_ice_thickness
  fairlead inspect model.nc:hi --variable "sea_ice_thickness[cm]")");
    }

    ExitCode execute(const Progress& progress) override {
        io::RasterOptions options;
        if (!variable_.empty()) {
            const auto meant = parse_variable(variable_, "--variable");
            options.variable = meant.variable;
            options.unit = meant.unit;
        }
        std::vector<io::FileReport> reports;
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const auto count = static_cast<double>(files_.size());
            const auto part = progress.sub_range(static_cast<double>(i) / count,
                                                 static_cast<double>(i + 1) / count);
            reports.push_back(report_on(files_[i], options, part));
            if (!json_) {
                print((i == 0 ? "" : "\n") + io::to_text(reports.back()));
            }
        }
        if (json_) {
            print(io::inspect_json(reports));
        }
        return std::all_of(reports.begin(), reports.end(),
                           [](const io::FileReport& report) { return report.problems.empty(); })
                   ? ExitCode::ok
                   : ExitCode::bad_input;
    }

  private:
    /// One bad file must not hide what the others are.
    [[nodiscard]] io::FileReport report_on(const std::string& file, io::RasterOptions options,
                                           const Progress& progress) const {
        try {
            if (!options.variable) {
                return io::inspect_file(file, {}, options, progress);
            }
            auto named = io::split_array_name(file, {});
            options.array = std::move(named.array);
            return io::inspect_file(named.source, {}, options, progress);
        } catch (const Error& problem) {
            if (files_.size() == 1 || problem.code() == ErrorCode::cancelled) {
                throw;
            }
            io::FileReport report;
            report.name = file;
            report.problems.emplace_back(problem.what());
            return report;
        }
    }

    std::vector<std::string> files_;
    std::string variable_;
    bool json_ = false;
};

} // namespace

std::unique_ptr<Command> make_inspect_command() {
    return std::make_unique<InspectCommand>();
}

} // namespace fairlead::cli
