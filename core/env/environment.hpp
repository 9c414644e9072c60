// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Everything known about the sea of a scenario: layers by variable, zones, and what to do where
/// and when the data end. This is the truth that routes are evaluated against.

#include "core/env/conditions.hpp"
#include "core/env/field.hpp"
#include "core/env/zone.hpp"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::env {

/// What stands in after the last slice of a layer.
enum class BeyondData { refuse, hold, climatology };

/// One layer: a field or a constant. Later layers of a variable lie on top of earlier ones; a
/// layer that has no usable value at a place leaves the answer to the one below.
struct Layer {
    Variable variable = Variable::sea_ice_concentration;
    std::shared_ptr<const Field> field;       ///< null for a constant
    std::optional<double> constant;           ///< in the variable's unit
    std::shared_ptr<const Field> climatology; ///< used beyond the data if the policy says so
    std::string label;                        ///< what the user named: file, folder or number

    [[nodiscard]] bool is_dated() const noexcept { return field && !field->is_static(); }
    /// The data of a dated layer end before this.
    [[nodiscard]] bool has_ended(double time_s) const noexcept {
        return is_dated() &&
               time_s > static_cast<double>(field->valid_until().time_since_epoch().count());
    }
};

/// The instant at which a climatology is asked for another year's `time_s`: whole mean Gregorian
/// years earlier or later, the first such instant not before its data begin. For a climatology
/// valid always: `time_s` itself.
[[nodiscard]] double climatology_time_s(const Field& climatology, double time_s) noexcept;

class Environment {
  public:
    Environment() = default;

    void add(Layer layer);
    void add(Zone zone) { zones_.push_back(std::move(zone)); }
    void set_beyond_data(BeyondData policy) noexcept { beyond_ = policy; }

    [[nodiscard]] BeyondData beyond_data() const noexcept { return beyond_; }
    [[nodiscard]] const std::vector<Zone>& zones() const noexcept { return zones_; }
    /// Bottom first.
    [[nodiscard]] const std::vector<Layer>& layers(Variable variable) const noexcept;
    [[nodiscard]] bool has(Variable variable) const noexcept { return !layers(variable).empty(); }

    /// The topmost layer with a usable value at the place and time. Only where no layer has one
    /// does the policy for places beyond the data apply, again from the top. Without any usable
    /// value the quality is that of the topmost layer whose area holds the place.
    /// A layer without dates says what the sea is where dated layers do not reach, not when: it is
    /// passed over where a dated layer above it holds the place but not the time. Else "no ice
    /// outside the chart" would clear the chart itself the day after it was drawn.
    /// @param time_s seconds since 1970-01-01T00:00Z.
    [[nodiscard]] Sample sample(Variable variable, const geo::Position& place, double time_s) const;
    /// Until when the last value was valid that is held at the place and time; nothing where
    /// sample() holds none.
    [[nodiscard]] std::optional<Instant> held_since(Variable variable, const geo::Position& place,
                                                    double time_s) const;
    /// Distance between the nodes of the layer that answers; nothing if none does or a constant.
    [[nodiscard]] std::optional<Length> spacing(Variable variable, const geo::Position& place,
                                                double time_s) const;
    [[nodiscard]] Conditions conditions(const geo::Position& place, double time_s) const;

    /// Earliest and latest instant for which every time-dependent variable has data of its own;
    /// nothing if no variable depends on time. Layers of one variable add up; those without dates
    /// do not count, but what lies under a constant is never asked. from > until: no common time.
    struct Coverage {
        Instant from;
        Instant until;
    };
    [[nodiscard]] std::optional<Coverage> coverage() const;
    /// Where and when nothing answers because slices are missing in the midst of a layer: the last
    /// instant before it and the first after it that the topmost such layer has data for.
    [[nodiscard]] std::optional<Coverage> gap(Variable variable, const geo::Position& place,
                                              double time_s) const;
    [[nodiscard]] std::optional<Coverage> coverage(Variable variable) const;

  private:
    std::array<std::vector<Layer>, variable_count> layers_;
    std::vector<Zone> zones_;
    BeyondData beyond_ = BeyondData::refuse;
};

} // namespace fairlead::env
