// SPDX-License-Identifier: Apache-2.0
// The judgement of rule_set.cpp in words.
#include "core/rules/rule_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::rules {
namespace {

constexpr const char* data_rule = "data needed to judge";

std::string ice_in_words(double concentration, double thickness_m) {
    return fmt::format("{:.1f}/10 ice of {:.2f} m", concentration * 10.0, thickness_m);
}

/// As many decimals as tell a speed from the least speed it is below, but no fewer than usual:
/// "2.0 kn, below 2.0 kn" makes no sense.
int decimals_apart(double speed_kn, double least_kn, int usual) {
    constexpr int most = 6;
    int decimals = usual;
    while (decimals < most && fmt::format("{:.{}f}", speed_kn, decimals) ==
                                  fmt::format("{:.{}f}", least_kn, decimals)) {
        ++decimals;
    }
    return decimals;
}

/// "5 kn"; and for limits that forbid "2.0 kn, which is below the ship's least speed of 3.0 kn".
std::string limit_in_words(double limit_kn, const vessel::Vessel& vessel, int usual_decimals) {
    const double least_kn = vessel.least_speed_kn();
    if (limit_kn >= least_kn) {
        return fmt::format("{:.{}f} kn", limit_kn, usual_decimals);
    }
    const int decimals = decimals_apart(limit_kn, least_kn, usual_decimals);
    return fmt::format("{:.{}f} kn, which is below the ship's least speed of {:.{}f} kn", limit_kn,
                       decimals, least_kn, std::max(1, decimals));
}

/// Every speed and time the program gives keeps to the limits already, so that nothing is left to
/// be done; of a limit the ship cannot keep, that helps which is said beside it.
std::string limit_remedy(double limit_kn, const vessel::Vessel& vessel, std::string otherwise) {
    return limit_kn < vessel.least_speed_kn()
               ? std::move(otherwise)
               : fmt::format("none needed: the speeds and times given here keep to {:.1f} kn",
                             limit_kn);
}

Severity limit_severity(double limit_kn, const vessel::Vessel& vessel) {
    return limit_kn < vessel.least_speed_kn() ? Severity::violation : Severity::warning;
}

Finding missing_data(const char* code, const char* variable, env::Quality quality,
                     const char* needed_for) {
    Finding finding;
    finding.code = code;
    finding.severity = Severity::violation;
    finding.rule = data_rule;
    finding.message = fmt::format("{} is not known here ({}), and {} needs it", variable,
                                  env::name(quality), needed_for);
    finding.remedy = fmt::format("give a {} layer that covers this place and time; a number will "
                                 "do, given before the others, "
                                 "as later layers lie on top",
                                 variable);
    finding.subject = variable;
    return finding;
}

Finding zone_finding(const env::Zone& zone, const vessel::Vessel& vessel) {
    Finding finding;
    finding.rule = fmt::format("zone '{}' ({})", zone.name, zone.source);
    finding.subject = zone.name;
    const char* const avoid = zone.until ? "pass later, or around it" : "pass around it";
    if (!zone.speed_limit) {
        finding.code = "zone.prohibited";
        finding.severity = Severity::violation;
        finding.message =
            fmt::format("passage is prohibited in zone '{}'{}", zone.name,
                        zone.until ? " until " + format_instant(*zone.until) : std::string());
        finding.remedy = avoid;
        return finding;
    }
    const double limit_kn = zone.speed_limit->in_knots();
    finding.code = "zone.speed_limit";
    finding.severity = limit_severity(limit_kn, vessel);
    finding.message = fmt::format("speed in zone '{}' is limited to {}", zone.name,
                                  limit_in_words(limit_kn, vessel, 1));
    finding.remedy = limit_remedy(limit_kn, vessel, avoid);
    return finding;
}

std::optional<Finding> clearance_finding(const UnderKeelClearance& rule, const env::Sample& depth,
                                         const vessel::Vessel& vessel) {
    const auto& ship = vessel.particulars();
    Finding finding;
    finding.rule = "under-keel clearance, squat by Barrass (2004)";
    const double required_m = rule.required(ship).in_metres();
    if (!depth.is_usable()) {
        finding.code = "under_keel_clearance.not_checked";
        finding.severity = Severity::caution;
        finding.message =
            fmt::format("depth is not known here ({}): under-keel clearance was not checked",
                        env::name(depth.quality));
        finding.remedy = "give a sea_floor_depth layer that covers this place, and check the chart";
        return finding;
    }
    const double at_rest_m = depth.value - ship.draught.in_metres();
    finding.margin = at_rest_m - required_m;
    const auto limit_kn = rule.greatest_speed_kn(ship, depth.value);
    if (!limit_kn) {
        finding.code = "under_keel_clearance.insufficient";
        finding.severity = Severity::violation;
        finding.message =
            fmt::format("depth {:.1f} m leaves {:.1f} m under a draught of {:.1f} m where {:.1f} m "
                        "are required",
                        depth.value, at_rest_m, ship.draught.in_metres(), required_m);
        finding.remedy =
            fmt::format("a draught of {:.1f} m or less, or deeper water",
                        std::max(0.0, std::min(depth.value - rule.least.in_metres(),
                                               depth.value / (1.0 + rule.share_of_draught))));
        return finding;
    }
    if (*limit_kn >= vessel.open_water_speed_kn()) {
        return std::nullopt;
    }
    finding.code = "under_keel_clearance.speed_limit";
    finding.severity = limit_severity(*limit_kn, vessel);
    finding.message = fmt::format(
        "depth {:.1f} m leaves {:.1f} m under the keel; squat keeps {:.1f} m only up to {}",
        depth.value, at_rest_m, required_m, limit_in_words(*limit_kn, vessel, 1));
    finding.remedy = limit_remedy(*limit_kn, vessel, "less draught, or deeper water");
    return finding;
}

/// With one decimal, or as many as tell it from 0.
std::string in_tenths(double value) {
    constexpr double would_read_as_0 = 0.05;
    return std::abs(value) < would_read_as_0 ? fmt::format("{:.2g}", value)
                                             : fmt::format("{:.1f}", value);
}

std::optional<Finding> polaris_finding(const Polaris& polaris, double rio, double concentration,
                                       double thickness_m, const vessel::Vessel& vessel) {
    const auto ice_class = vessel.particulars().ice_class;
    const auto level = Polaris::operation_level(ice_class, rio);
    if (level == OperationLevel::normal) {
        return std::nullopt;
    }
    const double least = polaris.least_allowed_rio(ice_class);
    const double limit_kn = polaris.speed_limit_kn(ice_class, level);
    const auto situation =
        fmt::format("{} ({}) gives {} a Risk Index Outcome of {}: {}",
                    ice_in_words(concentration, thickness_m), name(polaris.type_of(thickness_m)),
                    ice_class == vessel::IceClass::none ? "a ship without ice class"
                                                        : std::string(vessel::name(ice_class)),
                    in_tenths(rio), name(level));
    Finding finding;
    finding.code =
        level == OperationLevel::elevated ? "polaris.elevated" : "polaris.special_consideration";
    if (std::isfinite(least)) {
        finding.margin = rio - least;
    }
    if (polaris.allows(level)) {
        finding.severity = limit_severity(limit_kn, vessel);
        finding.rule = polaris.edition() + ", tables 1.1 and 1.2";
        finding.message =
            fmt::format("{}, speed at most {}", situation, limit_in_words(limit_kn, vessel, 0));
        finding.remedy = limit_remedy(limit_kn, vessel, "wait for lighter ice, or go around");
        return finding;
    }
    finding.severity = Severity::violation;
    finding.rule = polaris.edition() + ", table 1.1";
    finding.message = fmt::format("{}, {} below the least that is allowed ({:.0f})", situation,
                                  in_tenths(least - rio), least);
    const auto weakest = polaris.weakest_class_allowed(concentration, thickness_m);
    finding.remedy = weakest ? fmt::format("ice class {} or better would be allowed here",
                                           vessel::name(*weakest))
                             : "no ice class is allowed here";
    if (const auto bound = polaris.greatest_thickness_allowed_m(ice_class, concentration)) {
        finding.remedy += fmt::format("; this ship at ice below {:.2f} m", *bound);
    }
    return finding;
}

std::optional<Finding> beset_finding(const env::Conditions& conditions,
                                     const vessel::Vessel& vessel) {
    Finding finding;
    finding.code = "vessel.beset";
    finding.severity = Severity::violation;
    const double least_kn = vessel.least_speed_kn();
    double speed_kn = 0.0;
    std::string who_makes;
    std::string how;
    if (conditions.attainable_speed.is_usable()) {
        speed_kn = conditions.attainable_speed.value;
        finding.rule = "attainable_speed layer";
        who_makes = "the attainable_speed layer gives";
        finding.remedy = "wait for better conditions, or go around";
    } else {
        const vessel::IceState ice{std::min(conditions.concentration.value, 1.0),
                                   conditions.thickness.value};
        speed_kn = vessel.speed_model().attainable_speed_kn(ice);
        finding.rule = "speed model of the vessel";
        who_makes = fmt::format("in {} {} makes",
                                vessel.speed_model().needs_thickness()
                                    ? ice_in_words(ice.concentration, ice.thickness_m)
                                    : fmt::format("{:.1f}/10 ice", ice.concentration * 10.0),
                                vessel.particulars().name);
        how = " at full power";
        finding.remedy = "wait for lighter ice, go around, or take an icebreaker's escort";
    }
    if (speed_kn >= least_kn) {
        return std::nullopt;
    }
    const int decimals = decimals_apart(speed_kn, least_kn, 1);
    finding.message = fmt::format("{} {:.{}f} kn{}, below the least speed of {:.{}f} kn: beset",
                                  who_makes, speed_kn, decimals, how, least_kn, decimals);
    finding.margin = speed_kn - least_kn;
    return finding;
}

} // namespace

std::vector<Finding> RuleSet::explain(const env::Conditions& conditions,
                                      std::span<const env::Zone* const> zones,
                                      const vessel::Vessel& vessel, const geo::Position& place,
                                      Instant time) const {
    std::vector<Finding> findings;
    const auto add = [&](std::optional<Finding> finding) {
        if (finding) {
            finding->position = place;
            finding->time = time;
            findings.push_back(*std::move(finding));
        }
    };

    const auto gaps = missing(conditions, vessel);
    const char* needed_for = enforces_polaris() ? "POLARIS" : "the speed model of the vessel";
    if (gaps.concentration) {
        add(missing_data("data.no_concentration", "sea_ice_concentration",
                         conditions.concentration.quality, needed_for));
    }
    if (gaps.thickness) {
        add(missing_data("data.no_thickness", "sea_ice_thickness", conditions.thickness.quality,
                         needed_for));
    }
    if (options_.zones) {
        for (const auto* zone : zones) {
            add(zone_finding(*zone, vessel));
        }
    }
    if (options_.under_keel_clearance) {
        add(clearance_finding(*options_.under_keel_clearance, conditions.depth, vessel));
    }
    const bool ice_known =
        conditions.concentration.is_usable() &&
        (conditions.concentration.value <= 0.0 || conditions.thickness.is_usable());
    if (enforces_polaris() && ice_known) {
        add(polaris_finding(
            *options_.polaris, risk_index_outcome(conditions, vessel.particulars().ice_class),
            std::min(conditions.concentration.value, 1.0), conditions.thickness.value, vessel));
    }
    if (options_.polaris && !options_.enforce_polaris && !ice_known) {
        Finding finding;
        finding.code = "risk.worst_case";
        finding.severity = Severity::caution;
        finding.rule = options_.polaris->edition();
        finding.message =
            "the ice is not fully known here: its risk is counted as that of the heaviest ice "
            "there may be";
        finding.remedy =
            "give layers of sea_ice_concentration and sea_ice_thickness that cover this place";
        add(std::move(finding));
    }
    if (!gaps.concentration && !gaps.thickness) {
        add(beset_finding(conditions, vessel));
    }
    return findings;
}

} // namespace fairlead::rules
