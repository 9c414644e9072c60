// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A voyage of which no member is as it is by default.

#include "gui/document/voyage.hpp"

namespace fairlead::test {

inline gui::Voyage whole_voyage() {
    gui::Voyage voyage;
    voyage.name = "Мурманск – Pevek";
    gui::VoyagePoint start;
    start.id = 7;
    start.name = "Murmansk";
    start.position = geo::Position::degrees(69.0 + 1.0 / 3.0, 33.0 + 1.0 / 7.0);
    start.note = "pilot at the \"outer\" roads";
    start.is_leg_found = true;
    start.arrive_by = gui::LegKind::great_circle;
    voyage.points.push_back(start);
    gui::VoyagePoint turn;
    turn.id = 3;
    turn.position = geo::Position::degrees(-0.0, -180.0);
    turn.is_fixed = false;
    turn.arrive_by = gui::LegKind::rhumb_line;
    turn.speed_limit = Speed::knots(12.3);
    turn.leave_not_before = parse_instant("2030-08-12T03:04:05Z");
    voyage.points.push_back(turn);
    gui::VoyagePoint end;
    end.id = 4294967294U;
    end.name = "Pevek";
    end.position = geo::Position::degrees(90.0, 12.0);
    voyage.points.push_back(end);
    voyage.departure = parse_instant("2030-08-10T06:00:01Z");
    voyage.vessel = "/ships/own.toml";
    voyage.sea.scenario = "/data/2030/kara.toml";
    gui::LayerChoice ice;
    ice.variable = env::Variable::sea_ice_thickness;
    ice.sources = {"/data/2030/ice/*.nc", "/vsizip/archive.zip/ice.tif"};
    ice.unit = "cm";
    voyage.sea.layers.push_back(ice);
    gui::LayerChoice depth;
    depth.variable = env::Variable::sea_floor_depth;
    depth.value = 1234.5;
    voyage.sea.layers.push_back(depth);
    voyage.sea.beyond_data = env::BeyondData::climatology;
    gui::VoyageZone range;
    range.name = "Firing range \"B\"";
    range.corners = {geo::Position::degrees(72.0, 179.0), geo::Position::degrees(73.0, -179.5),
                     geo::Position::degrees(71.5, -178.25), geo::Position::degrees(71.0, 179.9)};
    range.from = parse_instant("2030-08-11T00:00:00Z");
    range.until = parse_instant("2030-08-12T12:30:00Z");
    voyage.zones.push_back(range);
    gui::VoyageZone slow;
    slow.corners = {geo::Position::degrees(70.0, 30.0), geo::Position::degrees(70.0, 31.0),
                    geo::Position::degrees(71.0, 30.5)};
    slow.speed_limit = Speed::knots(8.4);
    voyage.zones.push_back(slow);
    voyage.rules = {false, false, false};
    voyage.objectives = {cost::ObjectiveKind::money, cost::ObjectiveKind::co2};
    voyage.cost_model = "/data/2030/whales.toml";
    voyage.prices = {850.5, 600.0, 12.0, 90.0};
    voyage.search = {6.25,  32, false, Length::nautical_miles(2.3), Length::nautical_miles(0.7),
                     1200.0};
    voyage.accepted = {{"ukc.unknown", "charted anew, see NtM 12/30"}, {"zone.x", ""}};
    voyage.notes = "first line\nsecond line";
    return voyage;
}

} // namespace fairlead::test
