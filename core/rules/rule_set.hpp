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
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::rules {

/// What forbids passage; none if nothing does. In order of precedence when several do.
enum class Block : unsigned char {
    none,
    land,
    no_data,
    zone,
    under_keel_clearance,
    polaris,
    beset
};
[[nodiscard]] std::string_view name(Block block) noexcept;

/// Cheap: asked for every cell and slice.
struct Verdict {
    Block block = Block::none;
    double speed_limit_kn = std::numeric_limits<double>::infinity();
    /// Risk Index Outcome; 30 where no POLARIS table is set. Where the table is set but not
    /// enforced and the ice is not known, that of the heaviest ice it may be.
    double rio = Polaris::ice_free_rio;

    [[nodiscard]] bool allowed() const noexcept { return block == Block::none; }
};

/// Immutable; safe from any thread. Which rules are in it, is a matter of what is set.
class RuleSet {
  public:
    struct Options {
        std::optional<Polaris> polaris;
        /// False: RIO is computed for reports and for the risk figure, but forbids and limits
        /// nothing.
        bool enforce_polaris = true;
        std::optional<UnderKeelClearance> under_keel_clearance;
        bool zones = true;
    };
    explicit RuleSet(Options options) : options_(std::move(options)) {}

    /// Forbidden as no_data: concentration not usable where the ship's own speed model or POLARIS
    /// needs it; thickness not usable where there is ice and either needs it (an attainable_speed
    /// layer stands in for the ship's model). Depth not usable forbids nothing; explain says that
    /// it was not checked. A speed limit below the ship's least speed forbids, in the name of the
    /// rule that sets it. Never beset: whether the ship gets through is TransitModel's to say.
    /// @param zones those that contain the place and are in force; none is null.
    [[nodiscard]] Verdict judge(const env::Conditions& conditions,
                                std::span<const env::Zone* const> zones,
                                const vessel::Vessel& vessel) const noexcept;

    /// The same judgement in words: every rule that restricts, forbids or could not be checked,
    /// with clause, margin and remedy, and a ship that ice stops. Place and time are copied into
    /// the findings. No findings: passage at full speed.
    [[nodiscard]] std::vector<Finding> explain(const env::Conditions& conditions,
                                               std::span<const env::Zone* const> zones,
                                               const vessel::Vessel& vessel,
                                               const geo::Position& place, Instant time) const;

    [[nodiscard]] const Options& options() const noexcept { return options_; }
    [[nodiscard]] bool enforces_polaris() const noexcept {
        return options_.polaris.has_value() && options_.enforce_polaris;
    }
    /// For provenance: name, edition, table file and its status, thickness bounds in force.
    [[nodiscard]] std::vector<std::string> describe() const;

  private:
    struct Missing {
        bool concentration = false;
        bool thickness = false;
    };
    [[nodiscard]] Missing missing(const env::Conditions& conditions,
                                  const vessel::Vessel& vessel) const noexcept;
    [[nodiscard]] double risk_index_outcome(const env::Conditions& conditions,
                                            vessel::IceClass ice_class) const noexcept;

    Options options_;
};

} // namespace fairlead::rules
