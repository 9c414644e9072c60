// SPDX-License-Identifier: Apache-2.0
#include "core/rules/polaris.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::rules {
namespace {

struct TypeName {
    std::string_view column; ///< in the tables
    std::string_view text;   ///< for people
};
constexpr std::array<TypeName, ice_type_count> type_names{{
    {"ice_free", "ice-free water"},
    {"new", "new ice"},
    {"grey", "grey ice"},
    {"grey_white", "grey-white ice"},
    {"thin_first_year_1", "thin first-year ice, first stage"},
    {"thin_first_year_2", "thin first-year ice, second stage"},
    {"medium_first_year_below_1m", "medium first-year ice below 1 m"},
    {"medium_first_year", "medium first-year ice"},
    {"thick_first_year", "thick first-year ice"},
    {"second_year", "second-year ice"},
    {"light_multi_year", "light multi-year ice"},
    {"heavy_multi_year", "heavy multi-year ice"},
}};

[[noreturn]] void malformed(const std::string& sentence) {
    throw Error(ErrorCode::malformed, sentence);
}

vessel::IceClass class_of_row(const Table& table, std::size_t row) {
    const auto& text = table.text(row, "ice_class");
    const auto found = vessel::ice_class_named(text);
    if (!found) {
        malformed(
            fmt::format("{}: ice_class '{}' is not one of PC1 to PC7, IA Super, IA, IB, IC, none",
                        table.where(row), text));
    }
    return *found;
}

/// "file (source; status)".
std::string provenance(const std::filesystem::path& file, const Table& table) {
    return fmt::format("{} (source: {}; status: {})", file.filename().string(),
                       table.note("source"), table.note("status"));
}

} // namespace

std::string_view name(IceType type) noexcept {
    return type_names[static_cast<std::size_t>(type)].text;
}

std::string_view name(OperationLevel level) noexcept {
    switch (level) {
    case OperationLevel::normal:
        return "normal operation";
    case OperationLevel::elevated:
        return "elevated operational risk";
    case OperationLevel::special_consideration:
        break;
    }
    return "special consideration";
}

Polaris Polaris::standard(const Options& options) {
    const auto folder = data_folder() / "rules";
    Polaris polaris;
    polaris.season_ = options.season;
    polaris.greatest_allowed_ = options.greatest_allowed;
    polaris.edition_ = "POLARIS, MSC.1/Circ.1519 (6 June 2016)";
    polaris.read_values(folder / (options.season == IceSeason::winter ? "polaris_riv_standard.csv"
                                                                      : "polaris_riv_decayed.csv"));
    polaris.read_speed_limits(folder / "polaris_speed_limits.csv");
    polaris.read_types(options.stage_from_thickness.empty() ? folder / "stage_from_thickness.csv"
                                                            : options.stage_from_thickness);
    polaris.description_.push_back(
        fmt::format("POLARIS: levels up to {} are allowed", name(options.greatest_allowed)));
    return polaris;
}

void Polaris::read_values(const std::filesystem::path& file) {
    const auto table = Table::read(file);
    std::array<bool, vessel::ice_class_count> seen{};
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const auto index = static_cast<std::size_t>(class_of_row(table, row));
        if (seen[index]) {
            malformed(fmt::format("{}: a second row for {}", table.where(row),
                                  table.text(row, "ice_class")));
        }
        seen[index] = true;
        for (std::size_t type = 0; type < ice_type_count; ++type) {
            const auto column = type_names[type].column;
            const double value = table.number(row, column);
            if (!(value >= -8.0 && value <= 3.0) || value != std::round(value)) {
                malformed(fmt::format("{}: {} {} is not a whole number from -8 to 3",
                                      table.where(row), column, value));
            }
            riv_[index][type] = static_cast<std::int8_t>(value);
        }
        if (table.number(row, "ice_free") != 3.0) {
            malformed(fmt::format("{}: ice_free {} must be 3", table.where(row),
                                  table.text(row, "ice_free")));
        }
    }
    for (std::size_t index = 0; index < seen.size(); ++index) {
        if (!seen[index]) {
            malformed(fmt::format("{}: no row for ice class {}", file.string(),
                                  name(static_cast<vessel::IceClass>(index))));
        }
    }
    if (const auto status = table.note("status"); status != "verified") {
        edition_ += fmt::format(", {}", status);
    }
    description_.push_back("POLARIS risk index values: " + provenance(file, table));
}

void Polaris::read_speed_limits(const std::filesystem::path& file) {
    const auto table = Table::read(file);
    speed_limit_kn_.fill(0.0);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const double limit_kn = table.number(row, "speed_limit_kn");
        if (!(limit_kn > 0.0)) {
            malformed(
                fmt::format("{}: speed_limit_kn {} must be above 0", table.where(row), limit_kn));
        }
        speed_limit_kn_[static_cast<std::size_t>(class_of_row(table, row))] = limit_kn;
    }
    for (std::size_t index = 0; index < vessel::ice_class_count; ++index) {
        const auto ice_class = static_cast<vessel::IceClass>(index);
        if (vessel::is_polar_class(ice_class) && speed_limit_kn_[index] == 0.0) {
            malformed(fmt::format("{}: no row for ice class {}", file.string(), name(ice_class)));
        }
        if (!vessel::is_polar_class(ice_class)) {
            speed_limit_kn_[index] =
                speed_limit_kn_[static_cast<std::size_t>(vessel::IceClass::pc7)];
        }
    }
    description_.push_back("POLARIS speed limits: " + provenance(file, table));
}

void Polaris::read_types(const std::filesystem::path& file) {
    const auto table = Table::read(file);
    std::string bounds;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const auto& text = table.text(row, "ice_type");
        const auto found =
            std::find_if(type_names.begin() + 1, type_names.end(),
                         [&](const TypeName& candidate) { return candidate.column == text; });
        if (found == type_names.end()) {
            malformed(fmt::format("{}: ice_type '{}' is not a column of the POLARIS table",
                                  table.where(row), text));
        }
        const TypeFrom next{table.number(row, "from_m"),
                            static_cast<IceType>(found - type_names.begin())};
        if (row == 0
                ? next.from_m != 0.0
                : !(next.from_m > types_[row - 1].from_m && next.type > types_[row - 1].type)) {
            malformed(fmt::format(
                "{}: ice types and their from_m must rise, from 0 m on, but '{}' begins at {} m",
                table.where(row), text, next.from_m));
        }
        types_[row] = next;
        bounds += fmt::format("{}{} from {} m", row == 0 ? "" : ", ", found->text, next.from_m);
    }
    type_count_ = table.row_count();
    if (type_count_ == 0) {
        malformed(fmt::format("{}: no ice type", file.string()));
    }
    description_.push_back("POLARIS ice type by thickness: " + bounds + "; " +
                           provenance(file, table));
}

double Polaris::risk_index_outcome(std::span<const PartialConcentration> regime,
                                   vessel::IceClass ice_class) const {
    double total = 0.0;
    double rio = 0.0;
    for (const auto& part : regime) {
        if (!(part.tenths >= 0.0)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("partial concentration {} tenths of {}: must be 0 or more",
                                    part.tenths, name(part.type)));
        }
        total += part.tenths;
        rio += part.tenths * risk_index_value(ice_class, part.type);
    }
    constexpr double rounding_tenths = 0.05;
    if (!(std::abs(total - 10.0) <= rounding_tenths)) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format(
                "partial concentrations sum to {} tenths: must sum to 10, ice-free water included",
                total));
    }
    return rio;
}

double Polaris::least_allowed_rio(vessel::IceClass ice_class) const noexcept {
    if (greatest_allowed_ == OperationLevel::special_consideration) {
        return -std::numeric_limits<double>::infinity();
    }
    return greatest_allowed_ == OperationLevel::elevated && vessel::is_polar_class(ice_class)
               ? elevated_from_rio
               : normal_from_rio;
}

std::optional<vessel::IceClass> Polaris::weakest_class_allowed(double concentration,
                                                               double thickness_m) const noexcept {
    for (std::size_t index = vessel::ice_class_count; index-- > 0;) {
        const auto ice_class = static_cast<vessel::IceClass>(index);
        if (allows(operation_level(ice_class,
                                   risk_index_outcome(ice_class, concentration, thickness_m)))) {
            return ice_class;
        }
    }
    return std::nullopt;
}

std::optional<double> Polaris::greatest_thickness_allowed_m(vessel::IceClass ice_class,
                                                            double concentration) const noexcept {
    for (std::size_t i = 0; i < type_count_; ++i) {
        const double rio = risk_index_outcome(ice_class, concentration, types_[i].from_m);
        if (!allows(operation_level(ice_class, rio))) {
            return i == 0 ? std::nullopt : std::optional(types_[i].from_m);
        }
    }
    return std::numeric_limits<double>::infinity();
}

} // namespace fairlead::rules
