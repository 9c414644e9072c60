// SPDX-License-Identifier: Apache-2.0
#include "core/io/rtz_schedule.hpp"

#include "core/base/text.hpp"
#include "core/io/rtz_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace fairlead::io {
namespace {

/// What a table says, by waypoint.
class Timetable {
  public:
    explicit Timetable(const std::optional<RtzTimetable>& table) {
        if (table) {
            for (const auto& element : table->elements) {
                elements_.emplace(element.waypoint_id, &element);
            }
        }
    }

    /// "" if it is not there.
    [[nodiscard]] std::string value(std::uint64_t id, std::string_view name) const {
        const auto element = elements_.find(id);
        if (element == elements_.end()) {
            return "";
        }
        const auto& attributes = element->second->kept.attributes;
        const auto found =
            std::find_if(attributes.begin(), attributes.end(),
                         [&](const RtzAttribute& attribute) { return attribute.name == name; });
        return found == attributes.end() ? "" : std::string(trim(found->value));
    }

  private:
    std::unordered_map<std::uint64_t, const RtzScheduleElement*> elements_;
};

/// The calculated table and, where that is silent, the manual one.
class Times {
  public:
    explicit Times(const RtzSchedule& schedule)
        : calculated_(schedule.calculated), manual_(schedule.manual) {}

    [[nodiscard]] std::string value(const RoutePoint& point, std::string_view name) const {
        auto value = calculated_.value(*point.rtz.id, name);
        return value.empty() ? manual_.value(*point.rtz.id, name) : value;
    }
    [[nodiscard]] std::optional<Instant> instant(const RoutePoint& point,
                                                 std::string_view name) const {
        const auto text = value(point, name);
        return text.empty() ? std::nullopt : std::optional(parse_instant(text, name));
    }
    [[nodiscard]] bool any(const std::vector<RoutePoint>& points) const {
        return std::any_of(points.begin(), points.end(), [&](const RoutePoint& point) {
            return !value(point, "eta").empty() || !value(point, "etd").empty();
        });
    }

  private:
    Timetable calculated_;
    Timetable manual_;
};

/// When she leaves a point, where that is more than that she goes on as she comes.
std::optional<Instant> departure_from(const std::vector<RoutePoint>& points, std::size_t index) {
    const auto& [time, hold] = std::tie(points[index].time, points[index].leave_not_before);
    if (index + 1 == points.size()) {
        return std::nullopt;
    }
    if (hold && (!time || *hold > *time)) {
        return hold;
    }
    return index == 0 ? time : std::nullopt;
}

/// "waits at ... until ..." for each wait between its two waypoints, which the times include and
/// the speed does not; "" without any.
std::string waits_on_leg(const route::Route& route, std::size_t leg) {
    std::string note;
    for (const auto& wait : route.waits) {
        const bool before = leg > 0 && wait.until <= route.legs[leg - 1].arrival;
        if (!wait.intended && !before && wait.until <= route.legs[leg].arrival) {
            note += fmt::format("{}waits at {} from {} until {}", note.empty() ? "" : "; ",
                                geo::format_position(wait.position), format_instant(wait.from),
                                format_instant(wait.until));
        }
    }
    return note;
}

/// As a decimal of that precision: 100 for hundredths.
std::string rounded_text(double value, double per_unit) {
    return decimal_text(std::round(value * per_unit) / per_unit);
}

} // namespace

void take_times(std::span<const RtzSchedule> schedules, RouteDocument& document) {
    const auto used =
        std::find_if(schedules.begin(), schedules.end(), [&](const RtzSchedule& schedule) {
            return Times(schedule).any(document.points);
        });
    if (used == schedules.end()) {
        return;
    }
    const Times times(*used);
    if (schedules.size() > 1) {
        document.remarks.push_back(
            fmt::format("The file has {} schedules; times are those of schedule {}.",
                        schedules.size(), used->id));
    }
    for (std::size_t i = 0; i < document.points.size(); ++i) {
        auto& point = document.points[i];
        const auto eta = times.instant(point, "eta");
        const auto etd = times.instant(point, "etd");
        const auto stay = parse_span(times.value(point, "stay"));
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
        const auto speed = parse_number(times.value(point, "speed"));
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
        RtzScheduleElement entry{ids[i], {}};
        const auto& point = points[i];
        auto& attributes = entry.kept.attributes;
        const auto leaves = departure_from(points, i);
        if (i > 0 && point.time) {
            attributes.push_back({"eta", format_instant(*point.time)});
        }
        if (leaves) {
            attributes.push_back({"etd", format_instant(*leaves)});
        }
        if (i > 0 && point.time && leaves) {
            if (const auto stay = span_text(between(*point.time, *leaves).in_seconds(), version)) {
                attributes.push_back({"stay", *stay});
            }
        }
        if (i > 0 && point.speed) {
            attributes.push_back({"speed", rounded_text(point.speed->in_knots(), 100.0)});
        }
        if (i > 0 && document.route) {
            // RTZ leaves the unit open: the schedule's name says it.
            attributes.push_back(
                {"fuel", rounded_text(document.route->legs[i - 1].fuel_t, 1000.0)});
            if (auto note = waits_on_leg(*document.route, i - 1); !note.empty()) {
                attributes.push_back({"Note", std::move(note)});
            }
        }
        table.elements.push_back(std::move(entry)); // also without values: some want all waypoints
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
