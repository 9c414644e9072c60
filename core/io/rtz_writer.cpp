// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/cost/objective.hpp"
#include "core/io/rtz.hpp"
#include "core/io/rtz_fields.hpp"
#include "core/io/rtz_schedule.hpp"
#include "core/io/xml_text.hpp"
#include "core/route/synthetic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace fairlead::io {
namespace {

constexpr const char* stand_in = "fairlead-extensions";
/// Of the extension that holds what stood freely among the extensions of RTZ 1.0.
constexpr std::string_view wrapper_maker = "Fairlead";
constexpr std::string_view wrapper_name = "from RTZ 1.0";

std::string line_name(geo::EdgeKind line) {
    return line == geo::EdgeKind::rhumb_line ? "Loxodrome" : "Orthodrome";
}

/// A centimetre is what the other formats keep; a file's own digits stay as they are.
geo::Position without_noise(const geo::Position& position) {
    constexpr double per_degree = 1e7;
    return geo::Position::degrees(std::round(position.latitude_deg() * per_degree) / per_degree,
                                  std::round(position.longitude_deg() * per_degree) / per_degree);
}

/// What the elements `<extensions>` in the text hold.
std::string inside(const std::string& extensions) {
    const auto open = extensions.find('>');
    const auto close = extensions.rfind("</");
    return open == std::string::npos || close == std::string::npos || close < open
               ? ""
               : extensions.substr(open + 1, close - open - 1);
}

/// Is each element in it one that RTZ 1.1 and 1.2 ask for there? In 1.0 any may stand there.
bool holds_extensions_only(const std::string& extensions) {
    pugi::xml_document xml;
    static_cast<void>(xml.load_string(extensions.c_str()));
    for (const auto& element : xml.first_child().children()) {
        if (std::string_view(element.name()) != "extension" ||
            std::string_view(element.attribute("manufacturer").value()).empty() ||
            std::string_view(element.attribute("name").value()).empty()) {
            return false;
        }
    }
    return true;
}

/// Bridges show it beside the name.
constexpr std::string_view synthetic_status = "SYNTHETIC DATA: NOT FOR NAVIGATION";

/// The status of a route that rests on synthetic data; what else a file said stays.
void mark_synthetic(const RouteDocument& document, RtzElement& info) {
    const auto is_status = [](const RtzAttribute& each) { return each.name == "routeStatus"; };
    auto& attributes = info.attributes;
    const bool is_synthetic =
        document.provenance && route::calls_itself_synthetic(*document.provenance);
    const auto status = std::find_if(attributes.begin(), attributes.end(), is_status);
    if (is_synthetic) {
        if (status != attributes.end()) {
            status->value = synthetic_status;
        } else {
            attributes.push_back({"routeStatus", std::string(synthetic_status)});
        }
    } else if (document.provenance && status != attributes.end() &&
               status->value == synthetic_status) {
        attributes.erase(status); // of the data that the route was read with
    }
}

/// Nothing for a route that was only read.
RtzElement info_of_plan(const RouteDocument& document) {
    RtzElement info;
    if (document.route) {
        const auto& route = *document.route;
        info.attributes.push_back({"validityPeriodStart", format_instant(route.departure)});
        info.attributes.push_back({"validityPeriodStop", format_instant(route.arrival)});
        info.attributes.push_back(
            {"optimizationMethod", std::string(cost::name(route.objective.kind))});
    }
    if (document.provenance) {
        info.attributes.push_back({"routeAuthor", "Fairlead " + document.provenance->version});
        info.attributes.push_back({"vesselName", document.provenance->vessel});
    }
    return info;
}

class RtzWriter {
  public:
    RtzWriter(const RouteDocument& document, RtzVersion version, std::string route_name,
              std::string name)
        : document_(document), details_(document.rtz ? *document.rtz : RtzDetails{}),
          from_(document.rtz ? document.rtz->version : version), to_(version),
          route_name_(std::move(route_name)), name_(std::move(name)) {}

    RtzText write();

  private:
    void remark(const std::string& sentence) { add_once({sentence}, result_.remarks); }
    void put(pugi::xml_node node, RtzOwner owner, std::string_view name, std::string value,
             const std::string& where);
    void put_kept(pugi::xml_node node, RtzOwner owner, const RtzElement& element,
                  const std::string& where);
    /// The text takes the place of a stand-in once the rest is text too: it stays as it is.
    void put_extensions(pugi::xml_node node, const std::string& extensions);
    /// In the form that the version has for them.
    std::string converted_extensions(const std::string& extensions) const;
    void choose_ids();
    void write_default(pugi::xml_node waypoints);
    void write_waypoint(pugi::xml_node waypoints, std::size_t index);
    void write_schedules(pugi::xml_node route);
    void remark_unclear_holds();
    void write_timetable(pugi::xml_node schedule, const char* element,
                         const std::optional<RtzTimetable>& table, const std::string& where,
                         RtzVersion from);

    const RouteDocument& document_;
    RtzDetails details_;
    RtzVersion from_;
    RtzVersion to_;
    std::string route_name_;
    std::string name_;
    std::vector<std::uint64_t> ids_;
    std::vector<std::string> extensions_;
    RtzText result_;
};

void RtzWriter::put(pugi::xml_node node, RtzOwner owner, std::string_view name, std::string value,
                    const std::string& where) {
    if (const auto kind = rtz_kind(owner, name)) {
        if (const auto demand = rtz_demand(*kind, value, to_)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{}: {}: {} is '{}'; RTZ {} wants {}", name_, where, name,
                                    value, rtz_name(to_), *demand));
        }
    }
    if (owner == RtzOwner::entry && name == "absFuelSave" && to_ == RtzVersion::v1_0) {
        name = "absFuelSace"; // so its schema spells it
    }
    node.append_attribute(std::string(name).c_str()) = clean_text(value).c_str();
}

void RtzWriter::put_kept(pugi::xml_node node, RtzOwner owner, const RtzElement& element,
                         const std::string& where) {
    for (const auto& [name, value] : element.attributes) {
        if (from_ != to_ && name.ends_with(":schemaLocation")) {
            continue; // it leads to the schema of the other version
        }
        const auto kind = rtz_kind(owner, name);
        const auto converted =
            kind ? rtz_converted(*kind, value, from_, to_) : std::optional(value);
        const auto demand = kind && converted ? rtz_demand(*kind, *converted, to_) : std::nullopt;
        if (!converted) {
            remark(fmt::format("{}: {} '{}' is left out, as RTZ {} cannot say it.", where, name,
                               value, rtz_name(to_)));
        } else if (demand) { // a bridge may refuse the whole file for it
            remark(fmt::format("{}: {} '{}' is left out, as it is not {}.", where, name, value,
                               *demand));
        } else {
            put(node, owner, name, *converted, where);
        }
    }
}

std::string RtzWriter::converted_extensions(const std::string& extensions) const {
    const auto content = inside(extensions);
    const bool was_free = from_ == RtzVersion::v1_0;
    const bool is_free = to_ == RtzVersion::v1_0;
    if (was_free == is_free || trim(content).empty()) {
        return extensions;
    }
    const auto wrapping =
        fmt::format("<extension manufacturer=\"{}\" name=\"{}\">", wrapper_maker, wrapper_name);
    constexpr std::string_view wrapping_end = "</extension>";
    if (is_free) { // what was wrapped comes out again
        const bool wrapped = content.starts_with(wrapping) && content.ends_with(wrapping_end) &&
                             content.find("<extension ", wrapping.size()) == std::string::npos;
        return wrapped
                   ? fmt::format("<extensions>{}</extensions>",
                                 content.substr(wrapping.size(), content.size() - wrapping.size() -
                                                                     wrapping_end.size()))
                   : extensions;
    }
    return holds_extensions_only(extensions)
               ? extensions
               : fmt::format("<extensions>{}{}{}</extensions>", wrapping, content, wrapping_end);
}

void RtzWriter::put_extensions(pugi::xml_node node, const std::string& extensions) {
    if (!extensions.empty()) {
        node.append_child(stand_in);
        extensions_.push_back(converted_extensions(extensions));
    }
}

void RtzWriter::choose_ids() {
    std::set<std::uint64_t> taken;
    for (const auto& point : document_.points) {
        if (point.rtz.id && !taken.insert(*point.rtz.id).second) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{}: two waypoints have the id {}", name_, *point.rtz.id));
        }
    }
    std::uint64_t next = 1;
    for (const auto& point : document_.points) {
        while (!point.rtz.id && !taken.insert(next).second) {
            ++next;
        }
        ids_.push_back(point.rtz.id ? *point.rtz.id : next);
    }
}

void RtzWriter::write_default(pugi::xml_node waypoints) {
    if (!details_.default_waypoint) {
        return;
    }
    const std::string where = "defaultWaypoint";
    auto node = waypoints.append_child("defaultWaypoint");
    put_kept(node, RtzOwner::waypoint, details_.default_waypoint->point, where);
    std::string moved;
    if (const auto& leg = details_.default_waypoint->leg) {
        auto child = node.append_child("leg");
        put_kept(child, RtzOwner::leg, *leg, where + " leg");
        if (from_ == to_ || to_ == RtzVersion::v1_2) {
            put_extensions(child, leg->extensions);
        } else {
            moved = inside(leg->extensions);
        }
    }
    const auto& own = details_.default_waypoint->point.extensions;
    put_extensions(node,
                   moved.empty() ? own : "<extensions>" + inside(own) + moved + "</extensions>");
}

void RtzWriter::write_waypoint(pugi::xml_node waypoints, std::size_t index) {
    const auto& point = document_.points[index];
    const auto where = fmt::format("waypoint {}", index + 1);
    auto node = waypoints.append_child("waypoint");
    node.append_attribute("id") = std::to_string(ids_[index]).c_str();
    const bool changed = !point.rtz.as_read.empty() && rtz_fingerprint(point) != point.rtz.as_read;
    const auto revision = point.rtz.revision.value_or(changed ? 0 : 1) + (changed ? 1 : 0);
    node.append_attribute("revision") = std::to_string(revision).c_str();
    if (!point.name.empty()) {
        put(node, RtzOwner::waypoint, "name", point.name, where);
    }
    if (point.rtz.turn_radius_nmi) {
        put(node, RtzOwner::waypoint, "radius", decimal_text(*point.rtz.turn_radius_nmi), where);
    }
    put_kept(node, RtzOwner::waypoint, point.rtz.point, where);
    auto position = node.append_child("position");
    // A Position keeps its longitude in [-180, 180), which is what the schema asks for.
    const auto place = document_.rtz ? point.position : without_noise(point.position);
    position.append_attribute("lat") = decimal_text(place.latitude_deg()).c_str();
    position.append_attribute("lon") = decimal_text(place.longitude_deg()).c_str();

    const auto& rtz = point.rtz;
    std::string moved;
    if (index > 0 || rtz.port_xtd_nmi || rtz.starboard_xtd_nmi || rtz.leg != RtzElement{}) {
        auto leg = node.append_child("leg");
        const auto here = where + " leg";
        if (rtz.starboard_xtd_nmi) {
            put(leg, RtzOwner::leg, "starboardXTD", decimal_text(*rtz.starboard_xtd_nmi), here);
        }
        if (rtz.port_xtd_nmi) {
            put(leg, RtzOwner::leg, "portsideXTD", decimal_text(*rtz.port_xtd_nmi), here);
        }
        if (index > 0) {
            put(leg, RtzOwner::leg, "geometryType", line_name(point.line), here);
        }
        put_kept(leg, RtzOwner::leg, rtz.leg, here);
        if (from_ == to_ || to_ == RtzVersion::v1_2) {
            put_extensions(leg, rtz.leg.extensions);
        } else if (!rtz.leg.extensions.empty()) {
            moved = inside(rtz.leg.extensions);
            remark(fmt::format("Extensions of legs now stand with their waypoints, as legs have "
                               "none in RTZ {}.",
                               rtz_name(to_)));
        }
    }
    put_extensions(node, moved.empty() ? rtz.point.extensions
                                       : "<extensions>" + inside(rtz.point.extensions) + moved +
                                             "</extensions>");
}

void RtzWriter::write_timetable(pugi::xml_node schedule, const char* element,
                                const std::optional<RtzTimetable>& table, const std::string& where,
                                RtzVersion from) {
    if (!table) {
        return;
    }
    auto node = schedule.append_child(element);
    const auto here = where + " " + element;
    put_kept(node, RtzOwner::schedules, table->kept, here);
    std::size_t next = 0;
    for (std::size_t i = 0; i < table->elements.size(); ++i) {
        const auto& entry = table->elements[i];
        const auto at = fmt::format("{} element {}", here, i + 1);
        const auto found = std::find(ids_.begin() + static_cast<std::ptrdiff_t>(next), ids_.end(),
                                     entry.waypoint_id);
        if (found == ids_.end()) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{}: {}: waypointId {} is of no waypoint, or not in their "
                                    "order",
                                    name_, at, entry.waypoint_id));
        }
        next = static_cast<std::size_t>(found - ids_.begin()) + 1;
        auto child =
            node.append_child(to_ == RtzVersion::v1_0 ? "sheduleElement" : "scheduleElement");
        child.append_attribute("waypointId") = std::to_string(entry.waypoint_id).c_str();
        const auto of_values = std::exchange(from_, from);
        put_kept(child, RtzOwner::entry, entry.kept, at);
        from_ = of_values;
        put_extensions(child, entry.kept.extensions);
    }
    put_extensions(node, table->kept.extensions);
}

void RtzWriter::remark_unclear_holds() {
    for (std::size_t i = 1; i + 1 < document_.points.size(); ++i) {
        const auto& point = document_.points[i];
        if (point.leave_not_before && !point.time) {
            remark(fmt::format("waypoint {}: without a time of arrival RTZ cannot say that the "
                               "ship waits there until {}; it is written as her departure.",
                               i + 1, format_instant(*point.leave_not_before)));
        }
    }
}

void RtzWriter::write_schedules(pugi::xml_node route) {
    auto schedules = details_.schedules;
    auto from = from_;
    if (schedules.empty()) {
        if (auto made = schedule_of(document_, ids_, to_)) {
            schedules.push_back(std::move(*made));
            from = to_;
            remark_unclear_holds();
        }
    }
    if (schedules.empty() && details_.schedules_kept == RtzElement{}) {
        return;
    }
    auto node = route.append_child("schedules");
    put_kept(node, RtzOwner::schedules, details_.schedules_kept, "schedules");
    for (std::size_t i = 0; i < schedules.size(); ++i) {
        const auto where = fmt::format("schedule {}", i + 1);
        auto child = node.append_child("schedule");
        child.append_attribute("id") = std::to_string(schedules[i].id).c_str();
        put_kept(child, RtzOwner::schedule, schedules[i].kept, where);
        write_timetable(child, "manual", schedules[i].manual, where, from);
        write_timetable(child, "calculated", schedules[i].calculated, where, from);
        put_extensions(child, schedules[i].kept.extensions);
    }
    put_extensions(node, details_.schedules_kept.extensions);
}

RtzText RtzWriter::write() {
    if (document_.points.size() < 2) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{}: a route has at least two waypoints", name_));
    }
    choose_ids();
    pugi::xml_document xml;
    auto declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto route = xml.append_child("route");
    route.append_attribute("xmlns") = rtz_namespace(to_).c_str();
    route.append_attribute("version") = std::string(rtz_name(to_)).c_str();
    put_kept(route, RtzOwner::route, details_.route, "route");
    auto info = route.append_child("routeInfo");
    put(info, RtzOwner::info, "routeName", route_name_, "routeInfo");
    if (!document_.rtz) {
        details_.info = info_of_plan(document_);
    }
    mark_synthetic(document_, details_.info);
    put_kept(info, RtzOwner::info, details_.info, "routeInfo");
    put_extensions(info, details_.info.extensions);
    auto waypoints = route.append_child("waypoints");
    put_kept(waypoints, RtzOwner::waypoints, details_.waypoints, "waypoints");
    write_default(waypoints);
    for (std::size_t i = 0; i < document_.points.size(); ++i) {
        write_waypoint(waypoints, i);
    }
    put_extensions(waypoints, details_.waypoints.extensions);
    write_schedules(route);
    put_extensions(route, details_.route.extensions);

    const auto text = xml_text(xml);
    const auto mark = fmt::format("<{} />", stand_in);
    std::size_t at = 0;
    for (const auto& extension : extensions_) {
        const auto found = text.find(mark, at);
        result_.text += text.substr(at, found - at) + extension;
        at = found + mark.size();
    }
    result_.text += text.substr(at);
    if (auto sentence = rtz_size_remark(result_.text.size())) {
        remark(*sentence);
    }
    return std::move(result_);
}

} // namespace

RtzText rtz_text(const RouteDocument& document, RtzVersion version, const std::string& route_name,
                 const std::string& name) {
    return RtzWriter(document, version, route_name, name).write();
}

std::string rtz_fingerprint(const RoutePoint& point) {
    const auto number = [](const std::optional<double>& value) {
        return value ? decimal_text(*value) : std::string("-");
    };
    std::string text =
        fmt::format("{}|{}|{}|{}|{}|{}|{}", point.name, decimal_text(point.position.latitude_deg()),
                    decimal_text(point.position.longitude_deg()), line_name(point.line),
                    number(point.rtz.turn_radius_nmi), number(point.rtz.port_xtd_nmi),
                    number(point.rtz.starboard_xtd_nmi));
    for (const auto* element : {&point.rtz.point, &point.rtz.leg}) {
        for (const auto& attribute : element->attributes) {
            text += fmt::format("|{}={}", attribute.name, attribute.value);
        }
        text += "|" + element->extensions;
    }
    return text;
}

} // namespace fairlead::io
