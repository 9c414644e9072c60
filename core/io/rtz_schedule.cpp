// SPDX-License-Identifier: Apache-2.0
#include "core/io/rtz_schedule.hpp"

#include "core/base/text.hpp"
#include "core/io/rtz_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::io {
namespace {

/// "" if it is not there.
std::string value_in(const std::optional<RtzTimetable>& table, std::uint64_t id,
                     std::string_view name) {
    if (!table) {
        return "";
    }
    const auto entry =
        std::find_if(table->elements.begin(), table->elements.end(),
                     [&](const RtzScheduleElement& element) { return element.waypoint_id == id; });
    if (entry == table->elements.end()) {
        return "";
    }
    const auto& attributes = entry->kept.attributes;
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [&](const RtzAttribute& attribute) { return attribute.name == name; });
    return found == attributes.end() ? "" : std::string(trim(found->value));
}

std::string value_of(const RtzSchedule& schedule, std::uint64_t id, std::string_view name) {
    auto value = value_in(schedule.calculated, id, name);
    return value.empty() ? value_in(schedule.manual, id, name) : value;
}

std::optional<Instant> instant_of(const RtzSchedule& schedule, std::uint64_t id,
                                  std::string_view name) {
    const auto text = value_of(schedule, id, name);
    return text.empty() ? std::nullopt : std::optional(parse_instant(text, name));
}

bool has_times(const RtzSchedule& schedule, const std::vector<RoutePoint>& points) {
    return std::any_of(points.begin(), points.end(), [&](const RoutePoint& point) {
        return !value_of(schedule, *point.rtz.id, "eta").empty() ||
               !value_of(schedule, *point.rtz.id, "etd").empty();
    });
}

double rounded(double value, double per_unit) {
    return std::round(value * per_unit) / per_unit;
}

} // namespace

void take_times(std::span<const RtzSchedule> schedules, RouteDocument& document) {
    const auto used =
        std::find_if(schedules.begin(), schedules.end(), [&](const RtzSchedule& schedule) {
            return has_times(schedule, document.points);
        });
    if (used == schedules.end()) {
        return;
    }
    if (schedules.size() > 1) {
        document.remarks.push_back(
            fmt::format("The file has {} schedules; times are those of schedule {}.",
                        schedules.size(), used->id));
    }
    for (std::size_t i = 0; i < document.points.size(); ++i) {
        auto& point = document.points[i];
        const auto eta = instant_of(*used, *point.rtz.id, "eta");
        const auto etd = instant_of(*used, *point.rtz.id, "etd");
        const auto stay = parse_span(value_of(*used, *point.rtz.id, "stay"));
        if (i == 0) {
            point.time = etd ? etd : eta;
            continue;
        }
        point.time = eta;
        const auto leaves = etd           ? etd
                            : eta && stay ? std::optional(*eta + Duration::seconds(*stay))
                                          : std::nullopt;
        const bool stays = stay ? *stay > 0.0 : eta && etd && *etd > *eta;
        if (leaves && stays && i + 1 < document.points.size()) {
            point.leave_not_before = leaves;
        } else if (!point.time && etd) {
            point.time = etd; // no stay: she leaves as she comes
        }
        const auto speed = parse_number(value_of(*used, *point.rtz.id, "speed"));
        if (speed && is_possible_speed(*speed)) {
            point.speed = Speed::knots(*speed);
        }
    }
}

std::optional<RtzSchedule> schedule_of(const RouteDocument& document,
                                       std::span<const std::uint64_t> ids, RtzVersion version) {
    const auto& points = document.points;
    if (std::none_of(points.begin(), points.end(),
                     [](const RoutePoint& point) { return point.time.has_value(); })) {
        return std::nullopt;
    }
    RtzTimetable table;
    for (std::size_t i = 0; i < points.size(); ++i) {
        RtzScheduleElement entry;
        entry.waypoint_id = ids[i];
        auto& attributes = entry.kept.attributes;
        const auto& point = points[i];
        std::optional<Instant> leaves = point.leave_not_before;
        if (document.route && i < document.route->legs.size()) {
            leaves = document.route->legs[i].departure;
        }
        if (i == 0) {
            leaves = leaves ? leaves : point.time;
        } else if (point.time) {
            attributes.push_back({"eta", format_instant(*point.time)});
        }
        if (leaves && i + 1 < points.size()) {
            attributes.push_back({"etd", format_instant(*leaves)});
            const auto stay = i > 0 && point.time && *leaves > *point.time
                                  ? span_text(between(*point.time, *leaves).in_seconds(), version)
                                  : std::nullopt;
            if (stay) {
                attributes.push_back({"stay", *stay});
            }
        }
        if (i > 0 && point.speed) {
            attributes.push_back({"speed", decimal_text(rounded(point.speed->in_knots(), 1e4))});
        }
        if (i > 0 && document.route) {
            // RTZ leaves the unit open: the schedule's name says it.
            attributes.push_back(
                {"fuel", decimal_text(rounded(document.route->legs[i - 1].fuel_t, 1e3))});
        }
        if (!attributes.empty()) {
            table.elements.push_back(std::move(entry));
        }
    }
    RtzSchedule schedule;
    schedule.id = 1;
    if (document.route) {
        schedule.kept.attributes.push_back({"name", "Fairlead, fuel in tonnes"});
        schedule.calculated = std::move(table);
    } else {
        schedule.manual = std::move(table);
    }
    return schedule;
}

} // namespace fairlead::io
