// SPDX-License-Identifier: Apache-2.0
#include "core/io/inspect.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/raster_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>

namespace fairlead::io {
namespace {

std::string number_text(double value) {
    return fmt::format("{:.6g}", value);
}

/// Counts of one variable over all its slices.
struct Tally {
    VariableReport report;
    std::array<std::uint64_t, 256> by_quality{};
    double minimum = std::numeric_limits<double>::infinity();
    double maximum = -std::numeric_limits<double>::infinity();
    std::vector<Instant> times;
    std::optional<Duration> step;

    std::optional<env::FieldSlice::Range> out_of_range;

    void add(const env::FieldSlice& slice) {
        if (const auto& range = slice.out_of_range) {
            out_of_range =
                out_of_range
                    ? env::FieldSlice::Range{std::min(out_of_range->least, range->least),
                                             std::max(out_of_range->greatest, range->greatest)}
                    : range;
        }
        for (std::size_t i = 0; i < slice.value.size(); ++i) {
            ++by_quality[static_cast<std::size_t>(slice.quality[i])];
            if (env::usable(slice.quality[i])) {
                minimum = std::min(minimum, static_cast<double>(slice.value[i]));
                maximum = std::max(maximum, static_cast<double>(slice.value[i]));
            }
        }
    }
};

void find_gaps(Tally& tally) {
    std::sort(tally.times.begin(), tally.times.end());
    for (const auto time : tally.times) {
        tally.report.times.push_back(format_instant(time));
    }
    std::vector<double> steps_s;
    for (std::size_t i = 1; i < tally.times.size(); ++i) {
        steps_s.push_back(between(tally.times[i - 1], tally.times[i]).in_seconds());
    }
    if (steps_s.empty()) {
        return;
    }
    auto sorted = steps_s;
    std::sort(sorted.begin(), sorted.end());
    const double usual_s = tally.step ? tally.step->in_seconds() : sorted[sorted.size() / 2];
    for (std::size_t i = 0; i < steps_s.size(); ++i) {
        if (steps_s[i] > 1.5 * usual_s) {
            tally.report.gaps.push_back(
                fmt::format("{} to {}", tally.report.times[i], tally.report.times[i + 1]));
        }
        if (steps_s[i] == 0.0) {
            tally.report.suspected.push_back(
                fmt::format("{} stands twice in the series", tally.report.times[i]));
        }
    }
}

VariableReport finished(Tally tally) {
    find_gaps(tally);
    auto& report = tally.report;
    std::uint64_t all = 0;
    std::uint64_t valid = 0;
    for (std::size_t q = 0; q < tally.by_quality.size(); ++q) {
        all += tally.by_quality[q];
        valid += env::usable(static_cast<env::Quality>(q)) ? tally.by_quality[q] : 0;
    }
    const auto share = [&](std::uint64_t count) {
        return all == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(all);
    };
    report.valid_share = share(valid);
    for (std::size_t q = 0; q < tally.by_quality.size(); ++q) {
        const auto quality = static_cast<env::Quality>(q);
        if (!env::usable(quality) && tally.by_quality[q] > 0) {
            report.flag_share.emplace(env::name(quality), share(tally.by_quality[q]));
        }
    }
    if (tally.out_of_range) {
        report.suspected.push_back(fmt::format(
            "values out of range, from {} to {}: another unit, or codes?",
            number_text(tally.out_of_range->least),
            env::with_unit(report.variable, number_text(tally.out_of_range->greatest))));
    }
    if (valid > 0) {
        report.minimum = tally.minimum;
        report.maximum = tally.maximum;
        if (are_fractions_called_otherwise(report.variable, report.unit, tally.maximum)) {
            report.suspected.push_back(
                fmt::format("no concentration is more than one {}: fractions, not {}?", report.unit,
                            report.unit));
        }
    } else {
        report.suspected.emplace_back("no usable value at all");
    }
    return std::move(report);
}

/// Reads one file into the tallies, which are kept apart by product, variable and grid.
class Inspection {
  public:
    explicit Inspection(RasterOptions options) : options_(std::move(options)) {}
    void add(const SourceFile& file) {
        const auto raster = open_raster(file, options_, grids_);
        formats_.insert(raster.format);
        for (const auto& problem : raster.problems) {
            problems_.push_back(problem);
        }
        if (raster.variables.empty() && raster.problems.empty()) {
            problems_.push_back(
                fmt::format("{} ({}): {}", file.name, raster.product, why_nothing(raster)));
        }
        for (const auto& variable : raster.variables) {
            add(raster, variable);
        }
    }
    void add_problem(std::string problem) { problems_.push_back(std::move(problem)); }
    [[nodiscard]] const std::set<std::string>& formats() const noexcept { return formats_; }
    void finish(FileReport& report) {
        for (auto& [key, tally] : tallies_) {
            report.variables.push_back(finished(std::move(tally)));
        }
        report.problems = std::move(problems_);
    }

  private:
    void add(const RasterFile& raster, const RasterVariable& variable) {
        // What cannot be read leaves no trace but its problem.
        const auto first = variable.read(0);
        auto& tally = tallies_[{variable.variable, raster.product, variable.grid->describe()}];
        auto& report = tally.report;
        if (report.files++ == 0) {
            report.variable = variable.variable;
            report.name = variable.name;
            report.unit = variable.unit_assumed ? "" : variable.unit;
            report.grid = variable.grid->describe();
            report.crs = variable.crs;
            report.product = raster.product;
            tally.step = variable.step;
        }
        add_once(variable.corrected, report.corrected);
        add_once(variable.suspected, report.suspected);
        tally.add(first);
        for (std::size_t i = 1; i < variable.slices.size(); ++i) {
            tally.add(variable.read(i));
        }
        for (const auto& slice : variable.slices) {
            tally.times.push_back(slice.time);
        }
    }

    [[nodiscard]] std::string why_nothing(const RasterFile& raster) const {
        constexpr std::size_t most = 12;
        if (options_.variable) {
            return fmt::format("holds no {}{}", env::info(*options_.variable).name,
                               raster.unknown.empty() || !options_.array.empty()
                                   ? ""
                                   : fmt::format(" that says so; its arrays are {}",
                                                 fmt::join(raster.unknown, ", ")));
        }
        if (!raster.without_use.empty()) {
            return "holds " + raster.without_use;
        }
        if (raster.unknown.empty()) {
            return "does not say which variable it holds, and none was named";
        }
        const auto shown = std::min(raster.unknown.size(), most);
        return fmt::format("holds {}{}, of which Fairlead knows none{}",
                           fmt::join(raster.unknown.begin(),
                                     raster.unknown.begin() + static_cast<std::ptrdiff_t>(shown),
                                     ", "),
                           shown < raster.unknown.size()
                               ? fmt::format(" and {} more", raster.unknown.size() - shown)
                               : "",
                           raster.format.starts_with("netCDF")
                               ? "; --variable VARIABLE and FILE:ARRAY say what one of them is"
                               : "");
    }

    RasterOptions options_;
    GridCache grids_;
    std::map<std::tuple<env::Variable, std::string, std::string>, Tally> tallies_;
    std::set<std::string> formats_;
    std::vector<std::string> problems_;
};

} // namespace

FileReport inspect_file(const std::string& source, const std::filesystem::path& base_folder,
                        const RasterOptions& options, const Progress& progress) {
    const auto files = expand_sources(source, base_folder);
    FileReport report;
    report.name = source;
    Inspection inspection(options);
    std::set<std::filesystem::path> containers;
    for (std::size_t i = 0; i < files.size(); ++i) {
        progress.throw_if_stopped();
        progress.report(static_cast<double>(i) / static_cast<double>(files.size()), files[i].name);
        if (containers.insert(files[i].container).second) {
            report.bytes += std::filesystem::file_size(files[i].container);
        }
        try {
            inspection.add(files[i]);
        } catch (const Error& error) {
            if (files.size() == 1) {
                throw;
            }
            inspection.add_problem(error.what());
        }
    }
    inspection.finish(report);
    report.format = fmt::format("{}", fmt::join(inspection.formats(), ", "));
    if (files.size() > 1) {
        report.format = fmt::format("{} files{}{}", files.size(), report.format.empty() ? "" : ": ",
                                    report.format);
    }
    return report;
}

std::string to_text(const FileReport& report) {
    std::string text = report.name + "\n";
    if (!report.format.empty()) {
        text += fmt::format("  {}, {} bytes\n", report.format, report.bytes);
    }
    const auto line = [&](std::string_view label, const std::string& value) {
        text += fmt::format("    {:<12}{}\n", label, value);
    };
    for (const auto& variable : report.variables) {
        const auto& about = env::info(variable.variable);
        text += fmt::format("  {} [{}]\n", about.name, env::unit_name(variable.variable));
        line("product", variable.product);
        line("in file", fmt::format("{}, unit {}", variable.name,
                                    variable.unit.empty() ? "not given" : variable.unit));
        line("grid", variable.grid);
        if (variable.grid.find(variable.crs) == std::string::npos) {
            line("CRS", variable.crs);
        }
        if (variable.times.empty()) {
            line("time", "none: valid always");
        } else {
            line("time", variable.times.size() == 1
                             ? "1 step, " + variable.times.front()
                             : fmt::format("{} steps, {} to {}", variable.times.size(),
                                           variable.times.front(), variable.times.back()));
        }
        for (const auto& gap : variable.gaps) {
            line("gap", gap);
        }
        std::string flags;
        for (const auto& [flag, share] : variable.flag_share) {
            flags += fmt::format(", {} {:.2f} %", flag, 100.0 * share);
        }
        line("valid", fmt::format("{:.2f} %{}", 100.0 * variable.valid_share, flags));
        if (variable.minimum) {
            line("range",
                 fmt::format("{} to {}", number_text(*variable.minimum),
                             env::with_unit(variable.variable, number_text(*variable.maximum))));
        }
        for (const auto& sentence : variable.corrected) {
            line("corrected", sentence);
        }
        for (const auto& sentence : variable.suspected) {
            line("suspected", sentence);
        }
    }
    for (const auto& problem : report.problems) {
        text += fmt::format("  problem     {}\n", problem);
    }
    return text;
}

} // namespace fairlead::io
