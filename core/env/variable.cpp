// SPDX-License-Identifier: Apache-2.0
#include "core/env/variable.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

namespace fairlead::env {
namespace {

// Bounds are physical: what no sea has ever shown is a code or an error, not a value. Sources:
// sea ice thickness 40 m: deeper keels are icebergs (WMO-No. 259); depth 11 000 m: Challenger Deep
// 10 935 m (IHO-IOC GEBCO Gazetteer); wind 120 m/s: record gust 113 m/s (WMO, Barrow Island 1996);
// significant wave height 30 m: record 19 m (WMO 2013); sea current 10 m/s: Saltstraumen about
// 10 m/s; air temperature 180-340 K: records 184 K (Vostok) and 330 K (WMO archive of extremes).
constexpr std::array<VariableInfo, known_variable_count> known{{
    {Variable::sea_ice_concentration, "sea_ice_concentration", "sea_ice_area_fraction", "SIC", "1",
     0.0, 1.0},
    {Variable::sea_ice_thickness, "sea_ice_thickness", "sea_ice_thickness", "SIT", "m", 0.0, 40.0},
    {Variable::sea_floor_depth, "sea_floor_depth", "sea_floor_depth_below_sea_level", "DEPTH", "m",
     0.0, 11000.0},
    {Variable::eastward_wind, "eastward_wind", "eastward_wind", "U10", "m/s", -120.0, 120.0},
    {Variable::northward_wind, "northward_wind", "northward_wind", "V10", "m/s", -120.0, 120.0},
    {Variable::significant_wave_height, "significant_wave_height",
     "sea_surface_wave_significant_height", "SWH", "m", 0.0, 30.0},
    {Variable::mean_wave_period, "mean_wave_period",
     "sea_surface_wave_mean_period_from_variance_spectral_density_inverse_frequency_moment", "MWP",
     "s", 0.0, 40.0},
    {Variable::mean_wave_direction, "mean_wave_direction", "sea_surface_wave_from_direction", "MWD",
     "deg", 0.0, 360.0},
    {Variable::eastward_current, "eastward_current", "eastward_sea_water_velocity", "UO", "m/s",
     -10.0, 10.0},
    {Variable::northward_current, "northward_current", "northward_sea_water_velocity", "VO", "m/s",
     -10.0, 10.0},
    {Variable::air_temperature, "air_temperature", "air_temperature", "T2M", "K", 180.0, 340.0},
    {Variable::attainable_speed, "attainable_speed", "attainable_speed", "SPEED", "kn", 0.0, 100.0},
}};

constexpr std::string_view custom_prefix = "custom.";
constexpr std::size_t longest_custom_name = 48;
constexpr double greatest_custom_value = 1e30; ///< beyond it is a code

/// All variables; entries behind `count` have no name yet. Only ever added to.
class Table {
  public:
    Table() { std::copy(known.begin(), known.end(), entries_.begin()); }

    [[nodiscard]] std::span<const VariableInfo> entries() const noexcept {
        return std::span(entries_).first(count_.load(std::memory_order_acquire));
    }

    /// That of the name, new or not; nothing if there are too many.
    std::optional<Variable> custom(std::string_view name) {
        const std::lock_guard lock(mutex_);
        for (const auto& entry : entries()) {
            if (entry.name == name) {
                return entry.variable;
            }
        }
        const std::size_t next = count_.load(std::memory_order_relaxed);
        if (next == entries_.size()) {
            return std::nullopt;
        }
        auto& kept = names_[next - known_variable_count];
        kept = name;
        entries_[next] = {
            static_cast<Variable>(next), kept, kept, kept, "1", -greatest_custom_value,
            greatest_custom_value};
        count_.store(next + 1, std::memory_order_release);
        return entries_[next].variable;
    }

  private:
    std::array<VariableInfo, variable_count> entries_{};
    std::array<std::string, custom_variable_count> names_;
    std::atomic<std::size_t> count_ = known_variable_count;
    std::mutex mutex_;
};

Table& table() {
    static Table all;
    return all;
}

bool is_custom_name(std::string_view name) noexcept {
    return name.starts_with(custom_prefix) && name.size() > custom_prefix.size() &&
           name.size() <= longest_custom_name &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", custom_prefix.size()) ==
               std::string_view::npos;
}

} // namespace

const VariableInfo& info(Variable variable) noexcept {
    return table().entries()[static_cast<std::size_t>(variable)];
}

std::span<const VariableInfo> all_variables() noexcept {
    return table().entries();
}

std::string_view unit_name(Variable variable) noexcept {
    const auto unit = info(variable).unit;
    return unit == "1" && !is_custom(variable) ? "fraction" : unit;
}

std::string with_unit(Variable variable, std::string_view number) {
    const auto unit = info(variable).unit;
    std::string text(number);
    if (unit != "1") {
        text += ' ';
        text += unit;
    }
    return text;
}

std::optional<Variable> variable_named(std::string_view text) noexcept {
    const auto wanted = to_lower(trim(text));
    if (is_custom_name(wanted)) {
        return table().custom(wanted);
    }
    for (const auto& entry : known) {
        if (wanted == entry.name || wanted == entry.cf_name ||
            wanted == to_lower(entry.short_name)) {
            return entry.variable;
        }
    }
    return std::nullopt;
}

} // namespace fairlead::env
