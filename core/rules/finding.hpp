// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the program has to say about a route or a plan, for people and for programs.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"

#include <optional>
#include <string>

namespace fairlead::rules {

enum class Severity {
    info,     ///< good to know: an assumption, a fill
    caution,  ///< something was not checked, or a margin is thin
    warning,  ///< allowed, but only with restrictions (elevated risk)
    violation ///< breaks a rule
};
[[nodiscard]] std::string_view name(Severity severity) noexcept;

struct Finding {
    std::string code; ///< stable, lower case, dotted: "polaris.special_consideration"
    Severity severity = Severity::info;
    std::string rule;    ///< rule and clause: "POLARIS, MSC.1/Circ.1519 table 1.1"
    std::string message; ///< one sentence: what, how much, by what margin
    std::optional<geo::Position> position; ///< where it begins or is worst
    std::optional<Instant> time;           ///< when
    std::string remedy;                    ///< what would help; "" if nothing is known
    std::optional<double> margin; ///< distance from the limit in the rule's unit; negative: over it
    std::optional<Length> extent; ///< how much of the route it concerns
    /// Stable over re-planning, for "accepted" marks: code plus subject.
    [[nodiscard]] std::string key() const;
    std::string subject; ///< port, zone, file the finding is about; part of the key
};

} // namespace fairlead::rules
