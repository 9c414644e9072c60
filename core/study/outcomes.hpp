// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The records of a study by its axes: for figures and tables, which compare along them.

#include "core/io/route_record.hpp"
#include "core/study/manifest.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::study {

enum class Axis { scenario, voyage, ship, objective, rules };
inline constexpr std::array all_axes{Axis::scenario, Axis::voyage, Axis::ship, Axis::objective,
                                     Axis::rules};
[[nodiscard]] std::string_view name(Axis axis) noexcept;

/// Positions on the axes.
using Coordinates = std::array<std::size_t, all_axes.size()>;

struct Outcome {
    Coordinates at{};
    const io::RouteRecord* record = nullptr;

    [[nodiscard]] std::size_t on(Axis axis) const noexcept {
        return at[static_cast<std::size_t>(axis)];
    }
    /// Numbers of a route that was found; null for none.
    [[nodiscard]] const io::RouteNumbers* numbers() const noexcept {
        return record->numbers ? &*record->numbers : nullptr;
    }
};

/// Outcomes that agree on some axes, by their positions there, rising.
using Groups = std::map<std::vector<std::size_t>, std::vector<const Outcome*>>;

class Outcomes {
  public:
    /// Values come in the order of the study. @param records must outlive this.
    Outcomes(const Manifest& manifest, const std::vector<io::RouteRecord>& records);

    [[nodiscard]] const std::vector<Outcome>& all() const noexcept { return all_; }
    [[nodiscard]] std::size_t count(Axis axis) const noexcept { return names_of(axis).size(); }
    [[nodiscard]] bool varies(Axis axis) const noexcept { return count(axis) > 1; }
    /// For people: of a file its name alone, where that says which it is.
    [[nodiscard]] const std::string& label(Axis axis, std::size_t value) const {
        return names_of(axis)[value];
    }
    /// Those of the axes that vary, in the order given.
    [[nodiscard]] std::vector<Axis> varying(std::span<const Axis> axes) const;
    [[nodiscard]] Groups grouped(std::span<const Axis> axes) const;
    /// "Murmansk - Sabetta, PC7"; "all routes" for no axes.
    [[nodiscard]] std::string label(std::span<const Axis> axes,
                                    std::span<const std::size_t> values) const;

  private:
    [[nodiscard]] const std::vector<std::string>& names_of(Axis axis) const noexcept {
        return names_[static_cast<std::size_t>(axis)];
    }

    std::array<std::vector<std::string>, all_axes.size()> names_;
    std::vector<Outcome> all_;
};

/// Subset of outcomes on the same axes, for groups of groups.
[[nodiscard]] Groups grouped(std::span<const Outcome* const> outcomes, std::span<const Axis> axes);

/// "polaris: not permitted" for `polaris.not_permitted`.
[[nodiscard]] std::string words_of_code(std::string_view code);

} // namespace fairlead::study
