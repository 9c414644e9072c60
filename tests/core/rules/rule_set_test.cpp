// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_set.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace fairlead;
using namespace fairlead::rules;
using env::Quality;
using env::Sample;
using vessel::IceClass;

namespace {

vessel::Vessel ship_of(IceClass ice_class, bool needs_thickness = true) {
    vessel::Particulars ship;
    ship.name = "Test ship";
    ship.ice_class = ice_class;
    ship.length = Length::metres(120.0);
    ship.beam = Length::metres(20.0);
    ship.draught = Length::metres(8.0);
    ship.power = Power::kilowatts(8000.0);
    const vessel::SpeedTableModel::Table by_thickness{{0.0, 1.0, 2.0}, {}, {15.0, 8.0, 0.0}};
    const vessel::SpeedTableModel::Table by_concentration{{0.0}, {0.0, 1.0}, {15.0, 5.0}};
    return {ship,
            Speed::knots(15.0),
            Speed::knots(2.0),
            std::make_shared<vessel::SpeedTableModel>(
                needs_thickness ? by_thickness : by_concentration, Speed::knots(15.0), ship.power),
            std::make_shared<vessel::SpecificConsumption>(
                200.0, ship.power, vessel::SpecificConsumption::LoadDependence::none),
            0.1,
            3.2,
            {},
            "test"};
}

env::Conditions ice(double concentration, double thickness_m, double depth_m = 500.0) {
    env::Conditions conditions;
    conditions.concentration = {concentration, Quality::ok};
    conditions.thickness = {thickness_m, Quality::ok};
    conditions.depth = {depth_m, Quality::ok};
    return conditions;
}

RuleSet all_rules() {
    RuleSet::Options options;
    options.polaris = Polaris::standard();
    options.under_keel_clearance = UnderKeelClearance{};
    return RuleSet(std::move(options));
}

RuleSet no_rules() {
    RuleSet::Options options;
    options.zones = false;
    return RuleSet(std::move(options));
}

env::Zone zone(const std::string& name, std::optional<double> limit_kn) {
    const std::vector<geo::Position> ring{geo::Position::degrees(70.0, 30.0),
                                          geo::Position::degrees(70.0, 31.0),
                                          geo::Position::degrees(71.0, 31.0)};
    return {name,
            geo::Region({ring}),
            limit_kn ? std::optional(Speed::knots(*limit_kn)) : std::nullopt,
            std::nullopt,
            parse_instant("2018-06-12"),
            "zones.geojson"};
}

std::vector<Finding> explain(const RuleSet& rules, const env::Conditions& conditions,
                             const vessel::Vessel& vessel,
                             std::span<const env::Zone* const> zones = {}) {
    return rules.explain(conditions, zones, vessel, geo::Position::degrees(70.5, 30.9),
                         parse_instant("2018-06-11"));
}

} // namespace

TEST_CASE("rule_set: open deep water is allowed at any speed and explained by nothing",
          "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::none);
    auto conditions = ice(0.0, 0.0);
    conditions.thickness = Sample::none(Quality::missing); // no ice has no thickness
    const auto verdict = rules.judge(conditions, {}, vessel);
    CHECK(verdict.allowed());
    CHECK(verdict.rio == 30.0);
    CHECK(verdict.speed_limit_kn >= 15.0);
    CHECK(explain(rules, conditions, vessel).empty());
}

TEST_CASE("rule_set: POLARIS forbids special consideration and limits elevated risk",
          "[rules][rule_set]") {
    const auto rules = all_rules();
    // 10/10 thick first-year ice: PC6 -10 elevated, PC7 -20 special, PC5 0 normal.
    const auto thick = ice(1.0, 1.5);
    const auto pc6 = rules.judge(thick, {}, ship_of(IceClass::pc6));
    CHECK(pc6.allowed());
    CHECK(pc6.rio == Approx(-10.0));
    CHECK(pc6.speed_limit_kn == 3.0);
    const auto pc7 = rules.judge(thick, {}, ship_of(IceClass::pc7));
    CHECK(pc7.block == Block::polaris);
    CHECK(pc7.rio == Approx(-20.0));
    const auto pc5 = rules.judge(thick, {}, ship_of(IceClass::pc5));
    CHECK(pc5.allowed());
    CHECK(pc5.speed_limit_kn > 15.0);
    // Below PC7 a negative outcome is special consideration at once: IB in 6/10 medium has -6.
    const auto ib = rules.judge(ice(0.6, 1.1), {}, ship_of(IceClass::ib));
    CHECK(ib.rio == Approx(-6.0));
    CHECK(ib.block == Block::polaris);
    CHECK(rules.judge(ice(0.6, 1.1), {}, ship_of(IceClass::ia)).allowed());
}

TEST_CASE("rule_set: what POLARIS finds is said with clause, margin and remedy",
          "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto elevated = explain(rules, ice(1.0, 1.5), ship_of(IceClass::pc6));
    REQUIRE(elevated.size() == 1);
    CHECK(elevated[0].code == "polaris.elevated");
    CHECK(elevated[0].severity == Severity::warning);
    CHECK(elevated[0].rule == "POLARIS, MSC.1/Circ.1519 (6 June 2016), tables 1.1 and 1.2");
    CHECK(elevated[0].remedy == "none needed: the speeds and times given here keep to 3.0 kn");
    CHECK(*elevated[0].margin == Approx(0.0).margin(1e-12));
    CHECK(elevated[0].position->latitude_deg() == 70.5);
    CHECK(elevated[0].time == parse_instant("2018-06-11"));

    const auto forbidden = explain(rules, ice(1.0, 1.5), ship_of(IceClass::pc7));
    REQUIRE(forbidden.size() == 1);
    CHECK(forbidden[0].code == "polaris.special_consideration");
    CHECK(forbidden[0].severity == Severity::violation);
    CHECK(forbidden[0].message == "10.0/10 ice of 1.50 m (thick first-year ice) gives PC7 a Risk "
                                  "Index Outcome of -20.0: special "
                                  "consideration, 10.0 below the least that is allowed (-10)");
    CHECK(forbidden[0].remedy ==
          "ice class PC6 or better would be allowed here; this ship at ice below 1.20 m");
    CHECK(*forbidden[0].margin == Approx(-10.0));
}

TEST_CASE("rule_set: what is a hair beyond a bound is not said to be on it", "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::none);
    double concentration = 0.0;
    while (rules.judge(ice(concentration, 1.5), {}, vessel).rio > -1e-6) {
        concentration += 1e-5;
    }
    const auto found = explain(rules, ice(concentration, 1.5), vessel);
    REQUIRE(found.size() == 1);
    CAPTURE(found[0].message);
    CHECK(found[0].code == "polaris.special_consideration");
    CHECK(found[0].message.find("0.0:") == std::string::npos);
    CHECK(found[0].message.find(" 0.0 below") == std::string::npos);
    CHECK(found[0].message.find("Index Outcome of -0.00") != std::string::npos);
}

TEST_CASE("rule_set: too little water forbids, shallow water limits speed", "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc5);
    CHECK(rules.judge(ice(0.0, 0.0, 9.9), {}, vessel).block == Block::under_keel_clearance);
    CHECK(rules.judge(ice(0.0, 0.0, -3.0), {}, vessel).block == Block::under_keel_clearance);
    const auto shallow = rules.judge(ice(0.0, 0.0, 10.4), {}, vessel);
    CHECK(shallow.allowed());
    CHECK(shallow.speed_limit_kn < 15.0);
    CHECK(shallow.speed_limit_kn > 2.0);
    // A limit below the least speed is a block in the name of the rule.
    CHECK(rules.judge(ice(0.0, 0.0, 10.005), {}, vessel).block == Block::under_keel_clearance);

    const auto limited = explain(rules, ice(0.0, 0.0, 10.4), vessel);
    REQUIRE(limited.size() == 1);
    CHECK(limited[0].code == "under_keel_clearance.speed_limit");
    CHECK(limited[0].severity == Severity::warning);
    CHECK(*limited[0].margin == Approx(0.4));
    CHECK(limited[0].remedy.find("none needed: ") == 0);
    const auto aground = explain(rules, ice(0.0, 0.0, 9.5), vessel);
    REQUIRE(aground.size() == 1);
    CHECK(aground[0].code == "under_keel_clearance.insufficient");
    CHECK(aground[0].message ==
          "depth 9.5 m leaves 1.5 m under a draught of 8.0 m where 2.0 m are required");
    CHECK(aground[0].remedy == "a draught of 7.5 m or less, or deeper water");
    const auto crawling = explain(rules, ice(0.0, 0.0, 10.005), vessel);
    REQUIRE(crawling.size() == 1);
    CHECK(crawling[0].severity == Severity::violation);
    CHECK(crawling[0].remedy == "less draught, or deeper water");
}

TEST_CASE("rule_set: unknown depth forbids nothing and is said", "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc5);
    auto conditions = ice(0.0, 0.0);
    conditions.depth = Sample::none(Quality::outside_area);
    CHECK(rules.judge(conditions, {}, vessel).allowed());
    const auto findings = explain(rules, conditions, vessel);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "under_keel_clearance.not_checked");
    CHECK(findings[0].severity == Severity::caution);
}

TEST_CASE("rule_set: unknown ice forbids where something needs it", "[rules][rule_set]") {
    const auto with_polaris = all_rules();
    const auto without = no_rules();
    const auto by_thickness = ship_of(IceClass::pc5);
    const auto by_concentration = ship_of(IceClass::pc5, false);

    auto no_concentration = ice(0.0, 0.5);
    no_concentration.concentration = Sample::none(Quality::missing);
    auto no_thickness = ice(0.5, 0.0);
    no_thickness.thickness = Sample::none(Quality::no_layer);

    for (const auto* rules : {&with_polaris, &without}) {
        CHECK(rules->judge(no_concentration, {}, by_thickness).block == Block::no_data);
        CHECK(rules->judge(no_concentration, {}, by_concentration).block == Block::no_data);
        CHECK(rules->judge(no_thickness, {}, by_thickness).block == Block::no_data);
    }
    CHECK(with_polaris.judge(no_thickness, {}, by_concentration).block == Block::no_data);
    CHECK(without.judge(no_thickness, {}, by_concentration).allowed());

    // A layer of attainable speed stands in for the ship's model, but not for POLARIS.
    no_concentration.attainable_speed = {9.0, Quality::ok};
    CHECK(without.judge(no_concentration, {}, by_thickness).allowed());
    CHECK(with_polaris.judge(no_concentration, {}, by_thickness).block == Block::no_data);

    const auto findings = explain(with_polaris, no_thickness, by_thickness);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "data.no_thickness");
    CHECK(findings[0].severity == Severity::violation);
    CHECK(findings[0].message ==
          "sea_ice_thickness is not known here (no layer), and POLARIS needs it");
}

TEST_CASE("rule_set: zones forbid or limit, and only when they are rules", "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc5);
    const auto range = zone("Firing range", std::nullopt);
    const auto slow = zone("Walrus haul-out", 6.0);
    const auto crawl = zone("Harbour works", 1.0);
    const auto open = ice(0.0, 0.0);
    const std::array<const env::Zone*, 1> in_range{&range};
    const std::array<const env::Zone*, 1> in_slow{&slow};
    const std::array<const env::Zone*, 2> in_both{&slow, &range};
    const std::array<const env::Zone*, 1> in_crawl{&crawl};
    CHECK(rules.judge(open, in_range, vessel).block == Block::zone);
    CHECK(rules.judge(open, in_both, vessel).block == Block::zone);
    CHECK(rules.judge(open, in_slow, vessel).speed_limit_kn == Approx(6.0));
    CHECK(rules.judge(open, in_crawl, vessel).block == Block::zone);
    CHECK(no_rules().judge(open, in_range, vessel).allowed());

    const auto prohibited = explain(rules, open, vessel, in_range);
    REQUIRE(prohibited.size() == 1);
    CHECK(prohibited[0].code == "zone.prohibited");
    CHECK(prohibited[0].key() == "zone.prohibited:Firing range");
    CHECK(prohibited[0].message ==
          "passage is prohibited in zone 'Firing range' until 2018-06-12T00:00:00Z");
    const auto slowed = explain(rules, open, vessel, in_slow);
    REQUIRE(slowed.size() == 1);
    CHECK(slowed[0].severity == Severity::warning);
    CHECK(slowed[0].remedy == "none needed: the speeds and times given here keep to 6.0 kn");
    const auto too_slow = explain(rules, open, vessel, in_crawl);
    REQUIRE(too_slow.size() == 1);
    CHECK(too_slow[0].severity == Severity::violation);
    CHECK(too_slow[0].remedy == "pass later, or around it");
}

TEST_CASE("rule_set: of several blocks the first in order of precedence is named",
          "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc7);
    const auto range = zone("Firing range", std::nullopt);
    const std::array<const env::Zone*, 1> zones{&range};
    auto everything = ice(1.0, 1.5, 3.0);
    CHECK(rules.judge(everything, {}, vessel).block == Block::under_keel_clearance);
    CHECK(rules.judge(everything, zones, vessel).block == Block::zone);
    everything.thickness = Sample::none(Quality::missing);
    CHECK(rules.judge(everything, zones, vessel).block == Block::no_data);
}

TEST_CASE("rule_set: POLARIS that is not enforced still tells the outcome", "[rules][rule_set]") {
    RuleSet::Options options;
    options.polaris = Polaris::standard();
    options.enforce_polaris = false;
    const RuleSet rules(std::move(options));
    const auto vessel = ship_of(IceClass::none, false);
    const auto verdict = rules.judge(ice(1.0, 1.5), {}, vessel);
    CHECK(verdict.allowed());
    CHECK(verdict.rio == Approx(-60.0));
    CHECK(std::isinf(verdict.speed_limit_kn));
    // Of unknown thickness: the worst it may be, and said so.
    auto unknown = ice(0.5, 0.0);
    unknown.thickness = Sample::none(Quality::no_layer);
    CHECK(rules.judge(unknown, {}, vessel).rio == Approx(10.0 * (0.5 * -8.0 + 0.5 * 3.0)));
    const auto findings = explain(rules, unknown, vessel);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "risk.worst_case");
    unknown.concentration = Sample::none(Quality::missing);
    CHECK(rules.judge(unknown, {}, vessel).rio == Approx(-80.0));
    CHECK(rules.describe()[0].find("not enforced") != std::string::npos);
    CHECK(no_rules().judge(ice(1.0, 1.5), {}, vessel).rio == 30.0);
}

TEST_CASE("rule_set: a ship that ice stops is explained as beset", "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc1);
    const auto findings = explain(rules, ice(1.0, 1.9), vessel);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "vessel.beset");
    CHECK(findings[0].message ==
          "in 10.0/10 ice of 1.90 m Test ship makes 0.8 kn at full power, below the least "
          "speed of 2.0 kn: beset");
    CHECK(*findings[0].margin == Approx(-1.2));
    auto layer = ice(0.0, 0.0);
    layer.attainable_speed = {0.0, Quality::ok};
    const auto by_layer = explain(rules, layer, vessel);
    REQUIRE(by_layer.size() == 1);
    CHECK(by_layer[0].rule == "attainable_speed layer");
    // Told apart where they would read the same.
    layer.attainable_speed = {1.996, Quality::ok};
    CHECK(explain(rules, layer, vessel)[0].message ==
          "the attainable_speed layer gives 1.996 kn, below the least speed of 2.000 kn: beset");
}

TEST_CASE("rule_set: judgement and explanation agree", "[rules][rule_set][property]") {
    const auto rules = all_rules();
    for (std::size_t i = 0; i < vessel::ice_class_count; ++i) {
        const auto vessel = ship_of(static_cast<IceClass>(i));
        for (const double concentration : {0.0, 0.3, 0.7, 1.0}) {
            for (const double thickness_m : {0.05, 0.4, 0.9, 1.5}) {
                for (const double depth_m : {9.0, 10.2, 500.0}) {
                    const auto conditions = ice(concentration, thickness_m, depth_m);
                    const auto findings = explain(rules, conditions, vessel);
                    const bool violated =
                        std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
                            return finding.severity == Severity::violation &&
                                   finding.code != "vessel.beset";
                        });
                    CHECK(rules.judge(conditions, {}, vessel).allowed() == !violated);
                }
            }
        }
    }
}

TEST_CASE("rule_set: of several speed limits the lowest holds, in whatever order they come",
          "[rules][rule_set]") {
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc5);
    const auto slow = zone("Walrus haul-out", 6.0);
    const auto slower = zone("Harbour works", 4.0);
    const std::array<const env::Zone*, 2> falling{&slow, &slower};
    const std::array<const env::Zone*, 2> rising{&slower, &slow};
    CHECK(rules.judge(ice(0.0, 0.0), falling, vessel).speed_limit_kn == Approx(4.0));
    CHECK(rules.judge(ice(0.0, 0.0), rising, vessel).speed_limit_kn == Approx(4.0));
    // Shallow water below the limit of a zone, and above it.
    const double by_depth_kn = rules.judge(ice(0.0, 0.0, 10.1), {}, vessel).speed_limit_kn;
    REQUIRE(by_depth_kn < 6.0);
    REQUIRE(by_depth_kn > 4.0);
    CHECK(rules.judge(ice(0.0, 0.0, 10.1), std::span(rising).subspan(1), vessel).speed_limit_kn ==
          by_depth_kn);
    CHECK(rules.judge(ice(0.0, 0.0, 10.1), rising, vessel).speed_limit_kn == Approx(4.0));
    // Elevated risk: 3 kn for PC6 in 10/10 of thick first-year ice.
    const auto pc6 = ship_of(IceClass::pc6);
    CHECK(rules.judge(ice(1.0, 1.5), std::span(falling).first(1), pc6).speed_limit_kn == 3.0);
    const auto slowest = zone("Divers", 2.5);
    const std::array<const env::Zone*, 1> in_slowest{&slowest};
    CHECK(rules.judge(ice(1.0, 1.5), in_slowest, pc6).speed_limit_kn == Approx(2.5));
}

TEST_CASE("rule_set: more than all of the sea is ice of 10/10", "[rules][rule_set]") {
    // Interpolation of packed fields may overshoot by a rounding.
    const auto rules = all_rules();
    const auto vessel = ship_of(IceClass::pc7);
    const auto verdict = rules.judge(ice(1.02, 1.5), {}, vessel);
    CHECK(verdict.rio == rules.judge(ice(1.0, 1.5), {}, vessel).rio);
}

TEST_CASE("rule_set: describes every rule, set or not", "[rules][rule_set]") {
    const auto lines = all_rules().describe();
    CHECK(lines.front() == "POLARIS, MSC.1/Circ.1519 (6 June 2016), enforced");
    CHECK(lines.size() == 7);
    CHECK(no_rules().describe().size() == 3);
}

TEST_CASE("finding: names of severities and blocks", "[rules][finding]") {
    CHECK(name(Severity::info) == "info");
    CHECK(name(Severity::violation) == "violation");
    CHECK(name(Block::under_keel_clearance) == "under-keel clearance");
    CHECK(name(Block::beset) == "beset");
    Finding finding;
    finding.code = "a.b";
    CHECK(finding.key() == "a.b");
}
