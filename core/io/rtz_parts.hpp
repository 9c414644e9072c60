// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What an RTZ file says beyond the waypoints that every route format has. Values that Fairlead
/// does not compute with are kept as they stand, so that a file written back has lost nothing.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

/// Editions of the route exchange format.
enum class RtzVersion { v1_0, v1_1, v1_2 };

/// As it stands in the file, in the units and spelling of the file's version (but `absFuelSave`,
/// whose name in 1.0 is a slip).
struct RtzAttribute {
    std::string name;
    std::string value;
    friend bool operator==(const RtzAttribute&, const RtzAttribute&) = default;
};

/// Attributes that have no field of their own, and the element `extensions` as XML ("": none).
struct RtzElement {
    std::vector<RtzAttribute> attributes;
    std::string extensions;
    friend bool operator==(const RtzElement&, const RtzElement&) = default;
};

struct RtzScheduleElement {
    std::uint64_t waypoint_id = 0;
    RtzElement kept; ///< etd, eta, stay, speed, fuel and the rest
    friend bool operator==(const RtzScheduleElement&, const RtzScheduleElement&) = default;
};

/// `manual` or `calculated`.
struct RtzTimetable {
    std::vector<RtzScheduleElement> elements;
    RtzElement kept;
    friend bool operator==(const RtzTimetable&, const RtzTimetable&) = default;
};

struct RtzSchedule {
    std::uint64_t id = 0;
    RtzElement kept;
    std::optional<RtzTimetable> manual;
    std::optional<RtzTimetable> calculated;
    friend bool operator==(const RtzSchedule&, const RtzSchedule&) = default;
};

/// What holds where a waypoint does not say otherwise.
struct RtzDefaultWaypoint {
    RtzElement point;
    std::optional<RtzElement> leg;
    friend bool operator==(const RtzDefaultWaypoint&, const RtzDefaultWaypoint&) = default;
};

/// Of a whole file.
struct RtzDetails {
    RtzVersion version = RtzVersion::v1_0; ///< whose units and spelling the values have
    RtzElement route;                      ///< without version and default namespace
    RtzElement info;                       ///< without routeName
    RtzElement waypoints;
    std::optional<RtzDefaultWaypoint> default_waypoint;
    RtzElement schedules_kept;
    std::vector<RtzSchedule> schedules;
    friend bool operator==(const RtzDetails&, const RtzDetails&) = default;
};

/// Of one waypoint and the leg that arrives there.
struct RtzPoint {
    std::optional<std::uint64_t> id;
    std::optional<std::uint64_t> revision; ///< raised in writing if the waypoint has changed
    std::optional<double> turn_radius_nmi;
    std::optional<double> port_xtd_nmi; ///< how far off the leg the ship may be, each side
    std::optional<double> starboard_xtd_nmi;
    RtzElement point;
    RtzElement leg;
    std::string as_read; ///< what the waypoint said in its file; "" if it is from no file
};

} // namespace fairlead::io
