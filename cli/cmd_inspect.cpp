// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "core/base/error.hpp"
#include "core/io/inspect.hpp"
#include "core/io/scenario_file.hpp"

#include <fmt/format.h>

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

    void define(OptionTable& table) override {
        table
            .argument(
                "FILE", files_,
                "A data file, a folder, a glob in quotes or a zip; several are inspected in turn.")
            .required();
        table.value(
            "--variable", variable_, "VARIABLE",
            "Looks at this variable alone. A plain GeoTIFF that does not say what it holds is "
            "taken for it.");
        table.footer(R"(
Prints variables with their units, grid, projection, time steps, share of usable values, least and
greatest value, and each quirk that was corrected or is suspected. All values are read. The exit
code is 3 if something could not be read.

Examples:
  fairlead inspect nt_20180715_f18_nrt_n.bin
  fairlead inspect season_2018.zip
  fairlead inspect my_thickness.tif --variable sea_ice_thickness)");
    }

    ExitCode execute(const Progress& progress) override {
        std::optional<env::Variable> variable;
        if (!variable_.empty()) {
            variable = io::expect_variable(variable_, "--variable");
        }
        bool all_read = true;
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const auto count = static_cast<double>(files_.size());
            const auto part = progress.sub_range(static_cast<double>(i) / count,
                                                 static_cast<double>(i + 1) / count);
            print(i == 0 ? "" : "\n");
            try {
                const auto report = io::inspect_file(files_[i], {}, variable, part);
                all_read = all_read && report.problems.empty();
                print(io::to_text(report));
            } catch (const Error& problem) {
                // One bad file must not hide what the others are.
                if (files_.size() == 1 || problem.code() == ErrorCode::cancelled) {
                    throw;
                }
                all_read = false;
                print(fmt::format("{}\n  problem     {}\n", files_[i], problem.what()));
            }
        }
        return all_read ? ExitCode::ok : ExitCode::bad_input;
    }

  private:
    std::vector<std::string> files_;
    std::string variable_;
};

} // namespace

std::unique_ptr<Command> make_inspect_command() {
    return std::make_unique<InspectCommand>();
}

} // namespace fairlead::cli
