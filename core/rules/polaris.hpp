// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// POLARIS: Risk Index Outcome (RIO) of an ice regime for a ship, and what it allows.
/// Source: IMO MSC.1/Circ.1519 (6 June 2016), appendix: levels of operation table 1.1, speed
/// limits table 1.2, Risk Index Values (RIV) tables 1.3 (winter) and 1.4 (decayed ice). The
/// numbers are read from data/rules/, one file each, with their source and status.

#include "core/vessel/ice_class.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::rules {

/// The columns of the RIV tables, thinnest first.
enum class IceType : std::uint8_t {
    ice_free,
    new_ice,                    ///< below 10 cm
    grey,                       ///< 10-15 cm
    grey_white,                 ///< 15-30 cm
    thin_first_year_1,          ///< 30-50 cm
    thin_first_year_2,          ///< 50-70 cm
    medium_first_year_below_1m, ///< 70-100 cm
    medium_first_year,          ///< 100-120 cm
    thick_first_year,           ///< above 120 cm
    second_year,
    light_multi_year, ///< below 2.5 m
    heavy_multi_year
};
inline constexpr std::size_t ice_type_count = 12;
/// "medium first-year ice below 1 m".
[[nodiscard]] std::string_view name(IceType type) noexcept;

/// Which RIVs apply: those for winter ice, or those for ice whose decay is confirmed.
enum class IceSeason { winter, decayed };

enum class OperationLevel : std::uint8_t { normal, elevated, special_consideration };
/// "normal operation", "elevated operational risk", "special consideration".
[[nodiscard]] std::string_view name(OperationLevel level) noexcept;

struct PartialConcentration {
    IceType type = IceType::ice_free;
    double tenths = 0.0;
};

/// Tables and choices of POLARIS in force. Immutable; safe from any thread; copies are cheap
/// enough for options, not for inner loops.
class Polaris {
  public:
    /// RIO without any ice, whatever the class: the greatest there is.
    static constexpr double ice_free_rio = 30.0;

    struct Options {
        IceSeason season = IceSeason::winter;
        /// The most severe level a ship may enter. The default keeps out of special consideration,
        /// which the circular leaves to a case-by-case judgement that no program makes.
        OperationLevel greatest_allowed = OperationLevel::elevated;
        /// Ice type by thickness; empty: data/rules/stage_from_thickness.csv.
        std::filesystem::path stage_from_thickness;
    };

    /// From the tables of data_folder()/rules.
    /// @throws Error (not_found, malformed) naming file, line and value.
    [[nodiscard]] static Polaris standard() { return standard(Options{}); }
    [[nodiscard]] static Polaris standard(const Options& options);

    /// [-8, 3].
    [[nodiscard]] int risk_index_value(vessel::IceClass ice_class, IceType type) const noexcept {
        return riv_[static_cast<std::size_t>(ice_class)][static_cast<std::size_t>(type)];
    }

    /// Risk Index Outcome: sum of partial concentration times RIV.
    /// @param regime partial concentrations [tenths], ice-free water included; they sum to 10
    ///               within 0.05 tenths. Order does not matter.
    /// @return [-80, 30].
    /// @throws Error (invalid_argument) if tenths are negative or do not sum to 10.
    [[nodiscard]] double risk_index_outcome(std::span<const PartialConcentration> regime,
                                            vessel::IceClass ice_class) const;

    /// RIO of one ice type, told by thickness, in open water. @pre concentration in 0..1,
    /// thickness_m >= 0 (not read where concentration is 0)
    [[nodiscard]] double risk_index_outcome(vessel::IceClass ice_class, double concentration,
                                            double thickness_m) const noexcept {
        if (!(concentration > 0.0)) {
            return ice_free_rio;
        }
        return mixed_with_water(ice_class, concentration, type_of(thickness_m));
    }
    /// The least RIO that ice of this concentration can have for the class, whatever its type.
    [[nodiscard]] double least_risk_index_outcome(vessel::IceClass ice_class,
                                                  double concentration) const noexcept {
        return mixed_with_water(ice_class, concentration, IceType::heavy_multi_year);
    }

    /// Ice type of that thickness by the table in force. @pre thickness_m >= 0
    [[nodiscard]] IceType type_of(double thickness_m) const noexcept {
        std::size_t i = type_count_ - 1;
        while (i > 0 && thickness_m < types_[i].from_m) {
            --i;
        }
        return types_[i].type;
    }

    /// Level of operation by table 1.1: below PC7 and without class there is no elevated level.
    /// RIO within 1e-9 of a bound counts as on it, because -10 and 0 themselves are the better
    /// level and sums of tenths are not exact.
    [[nodiscard]] static OperationLevel operation_level(vessel::IceClass ice_class,
                                                        double rio) noexcept {
        if (rio >= normal_from_rio - rounding) {
            return OperationLevel::normal;
        }
        return vessel::is_polar_class(ice_class) && rio >= elevated_from_rio - rounding
                   ? OperationLevel::elevated
                   : OperationLevel::special_consideration;
    }
    /// Lowest RIO of the levels that may be entered; minus infinity if all may.
    [[nodiscard]] double least_allowed_rio(vessel::IceClass ice_class) const noexcept;

    [[nodiscard]] bool allows(OperationLevel level) const noexcept {
        return level <= greatest_allowed_;
    }
    /// Infinite in normal operation. Special consideration, where it is allowed at all, keeps the
    /// limit of elevated risk (that of PC7 below PC7): the circular gives none.
    [[nodiscard]] double speed_limit_kn(vessel::IceClass ice_class,
                                        OperationLevel level) const noexcept {
        return level == OperationLevel::normal
                   ? std::numeric_limits<double>::infinity()
                   : speed_limit_kn_[static_cast<std::size_t>(ice_class)];
    }

    /// The weakest class that could pass: "PC7" before "PC6"; nothing if none can.
    [[nodiscard]] std::optional<vessel::IceClass>
    weakest_class_allowed(double concentration, double thickness_m) const noexcept;
    /// Greatest thickness bound below which the class may pass at that concentration [m]; nothing
    /// if no ice of it may be passed. Infinite if any may.
    [[nodiscard]] std::optional<double>
    greatest_thickness_allowed_m(vessel::IceClass ice_class, double concentration) const noexcept;

    [[nodiscard]] IceSeason season() const noexcept { return season_; }
    /// "POLARIS, MSC.1/Circ.1519 (6 June 2016)", with the status where the table is not verified.
    [[nodiscard]] const std::string& edition() const noexcept { return edition_; }
    /// For provenance: tables with their status, thickness bounds in force.
    [[nodiscard]] const std::vector<std::string>& describe() const noexcept { return description_; }

  private:
    static constexpr double normal_from_rio = 0.0;
    static constexpr double elevated_from_rio = -10.0;
    static constexpr double rounding = 1e-9;

    struct TypeFrom {
        double from_m = 0.0;
        IceType type = IceType::new_ice;
    };

    Polaris() = default;
    void read_values(const std::filesystem::path& file);
    void read_speed_limits(const std::filesystem::path& file);
    void read_types(const std::filesystem::path& file);

    [[nodiscard]] double mixed_with_water(vessel::IceClass ice_class, double concentration,
                                          IceType type) const noexcept {
        const double ice = risk_index_value(ice_class, type);
        const double water = risk_index_value(ice_class, IceType::ice_free);
        return 10.0 * (concentration * ice + (1.0 - concentration) * water);
    }

    std::array<std::array<std::int8_t, ice_type_count>, vessel::ice_class_count> riv_{};
    std::array<double, vessel::ice_class_count> speed_limit_kn_{};
    std::array<TypeFrom, ice_type_count> types_{};
    std::size_t type_count_ = 0;
    IceSeason season_ = IceSeason::winter;
    OperationLevel greatest_allowed_ = OperationLevel::elevated;
    std::string edition_;
    std::vector<std::string> description_;
};

} // namespace fairlead::rules
