// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The rules a voyage is held to: one verdict for ice + depth + zones + ship.

#include "core/env/conditions.hpp"
#include "core/env/zone.hpp"
#include "core/rules/finding.hpp"
#include "core/rules/polaris.hpp"
#include "core/rules/under_keel_clearance.hpp"
#include "core/vessel/vessel.hpp"

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::rules {

/// What forbids passage; none if nothing does. In order of precedence when several do.
enum class Block : unsigned char { none, land, no_data, zone, under_keel_clearance, polaris, beset };
[[nodiscard]] std::string_view name(Block block) noexcept;

/// Cheap: asked for every cell and slice.
struct Verdict {
    Block block = Block::none;
    double speed_limit_kn = std::numeric_limits<double>::infinity();
    double rio = 30.0; ///< 30 where POLARIS is not among the rules

    [[nodiscard]] bool allowed() const noexcept { return block == Block::none; }
};

/// Immutable; safe from any thread. Which rules are in it, is a matter of what is set.
class RuleSet {
  public:
    struct Options {
        std::optional<Polaris> polaris;
        std::optional<UnderKeelClearance> under_keel_clearance;
        bool zones = true;
    };
    explicit RuleSet(Options options) : options_(std::move(options)) {}

    /// Ice concentration of quality not usable forbids (no_data); depth not usable does not
    /// (it is reported as not checked). Thickness is needed only where POLARIS is set and
    /// concentration is above 0: else no_data.
    [[nodiscard]] Verdict judge(const env::Conditions& conditions, std::span<const env::Zone* const> zones,
                                const vessel::Vessel& vessel) const noexcept;

    /// The same judgement in words: every rule that restricts, forbids or could not be checked,
    /// with clause and margin. Place and time are copied into the findings.
    [[nodiscard]] std::vector<Finding> explain(const env::Conditions& conditions,
                                               std::span<const env::Zone* const> zones,
                                               const vessel::Vessel& vessel, const geo::Position& place,
                                               Instant time) const;

    [[nodiscard]] const Options& options() const noexcept { return options_; }
    /// For provenance: name, edition, table file and its status, thickness bounds in force.
    [[nodiscard]] std::vector<std::string> describe() const;

  private:
    Options options_;
};

} // namespace fairlead::rules
