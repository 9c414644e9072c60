// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_set.hpp"

#include <algorithm>

namespace fairlead::rules {

std::string_view name(Block block) noexcept {
    switch (block) {
    case Block::none:
        return "none";
    case Block::land:
        return "land";
    case Block::no_data:
        return "no data";
    case Block::zone:
        return "zone";
    case Block::under_keel_clearance:
        return "under-keel clearance";
    case Block::polaris:
        return "POLARIS";
    case Block::beset:
        break;
    }
    return "beset";
}

RuleSet::Missing RuleSet::missing(const env::Conditions& conditions,
                                  const vessel::Vessel& vessel) const noexcept {
    const bool own_model = !conditions.attainable_speed.is_usable();
    if (!conditions.concentration.is_usable()) {
        return {own_model || enforces_polaris(), false};
    }
    const bool thickness_counts =
        conditions.concentration.value > 0.0 &&
        (enforces_polaris() || (own_model && vessel.speed_model().needs_thickness()));
    return {false, thickness_counts && !conditions.thickness.is_usable()};
}

double RuleSet::risk_index_outcome(const env::Conditions& conditions,
                                   vessel::IceClass ice_class) const noexcept {
    const auto& polaris = *options_.polaris;
    if (!conditions.concentration.is_usable()) {
        return polaris.least_risk_index_outcome(ice_class, 1.0);
    }
    const double concentration = std::min(conditions.concentration.value, 1.0);
    if (concentration > 0.0 && !conditions.thickness.is_usable()) {
        return polaris.least_risk_index_outcome(ice_class, concentration);
    }
    return polaris.risk_index_outcome(ice_class, concentration, conditions.thickness.value);
}

Verdict RuleSet::judge(const env::Conditions& conditions, std::span<const env::Zone* const> zones,
                       const vessel::Vessel& vessel) const noexcept {
    const auto& ship = vessel.particulars();
    Verdict verdict;
    Block limiting = Block::none;
    // In order of rising precedence, so that the last one to forbid names the block.
    if (options_.polaris) {
        verdict.rio = risk_index_outcome(conditions, ship.ice_class);
        if (options_.enforce_polaris) {
            const auto level = Polaris::operation_level(ship.ice_class, verdict.rio);
            if (!options_.polaris->allows(level)) {
                verdict.block = Block::polaris;
            }
            verdict.speed_limit_kn = options_.polaris->speed_limit_kn(ship.ice_class, level);
            limiting = Block::polaris;
        }
    }
    const auto limit = [&](double limit_kn, Block by) {
        if (limit_kn < verdict.speed_limit_kn) {
            verdict.speed_limit_kn = limit_kn;
            limiting = by;
        }
    };
    if (options_.under_keel_clearance && conditions.depth.is_usable() &&
        !options_.under_keel_clearance->is_deep(ship, conditions.depth.value)) {
        if (const auto limit_kn =
                options_.under_keel_clearance->greatest_speed_kn(ship, conditions.depth.value)) {
            limit(*limit_kn, Block::under_keel_clearance);
        } else {
            verdict.block = Block::under_keel_clearance;
        }
    }
    if (options_.zones) {
        for (const auto* zone : zones) {
            if (zone->speed_limit) {
                limit(zone->speed_limit->in_knots(), Block::zone);
            } else {
                verdict.block = Block::zone;
            }
        }
    }
    const auto gaps = missing(conditions, vessel);
    if (gaps.concentration || gaps.thickness) {
        verdict.block = Block::no_data;
    }
    if (verdict.block == Block::none && verdict.speed_limit_kn < vessel.least_speed_kn()) {
        verdict.block = limiting;
    }
    return verdict;
}

std::vector<std::string> RuleSet::describe() const {
    std::vector<std::string> lines;
    if (options_.polaris) {
        lines = options_.polaris->describe();
        lines.insert(lines.begin(),
                     options_.polaris->edition() +
                         (options_.enforce_polaris
                              ? ", enforced"
                              : ", computed for the risk figure only, not enforced"));
    } else {
        lines.emplace_back(
            "POLARIS: not among the rules; Risk Index Outcome and risk are not computed");
    }
    lines.push_back(options_.under_keel_clearance ? options_.under_keel_clearance->describe()
                                                  : "under-keel clearance: not among the rules");
    lines.emplace_back(options_.zones ? "zones, each with its time window, enforced"
                                      : "zones: not among the rules");
    return lines;
}

} // namespace fairlead::rules
