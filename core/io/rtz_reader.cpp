// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/rtz.hpp"
#include "core/io/rtz_fields.hpp"
#include "core/io/rtz_schedule.hpp"
#include "core/io/source_files.hpp"
#include "core/io/xml_text.hpp"
#include "core/io/zip_directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace fairlead::io {
namespace {

/// Without its prefix: files use one for the RTZ namespace now and then.
std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    return parent.find_child(
        [&](const pugi::xml_node& node) { return local_name(node.name()) == name; });
}

std::vector<pugi::xml_node> children(const pugi::xml_node& parent, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const auto& node : parent.children()) {
        if (local_name(node.name()) == name) {
            found.push_back(node);
        }
    }
    return found;
}

std::string raw_text(const pugi::xml_node& node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(out).str();
}

std::optional<Instant> instant_in(std::string_view text) {
    try {
        return parse_instant(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

class RtzReader {
  public:
    explicit RtzReader(std::string name) : name_(std::move(name)) {}

    RouteDocument read(const pugi::xml_node& root);

  private:
    [[noreturn]] void refuse(const std::string& sentence) const {
        throw Error(ErrorCode::malformed, fmt::format("{}: {}", name_, sentence));
    }
    /// Where a whole file departs from the schema its first departures tell enough.
    void remark(const std::string& sentence) {
        if (document_.remarks.size() < most_remarks) {
            add_once({sentence}, document_.remarks);
        } else {
            ++unsaid_remarks_;
        }
    }

    void read_version(const pugi::xml_node& root);
    /// @return none if it is not there
    /// @throws Error if it is there twice
    pugi::xml_node only_child(const pugi::xml_node& parent, std::string_view name,
                              const std::string& where) const;
    /// Everything but what `taken` names, which the caller reads itself. Elements that are neither
    /// in `elements` nor extensions are named in a remark.
    RtzElement kept(const pugi::xml_node& node, RtzOwner owner,
                    std::initializer_list<std::string_view> taken, const std::string& where,
                    std::initializer_list<std::string_view> elements = {});
    std::string value_as_written(RtzKind kind, std::string value, const std::string& where,
                                 std::string_view attribute);
    /// @throws Error if it is there and not what its kind demands
    std::optional<std::string> strict(const pugi::xml_node& node, RtzKind kind,
                                      const char* attribute, const std::string& where) const;
    std::optional<double> strict_number(const pugi::xml_node& node, RtzKind kind,
                                        const char* attribute, const std::string& where) const;
    std::uint64_t needed_id(const pugi::xml_node& node, const char* attribute,
                            const std::string& where) const;
    double degrees(const pugi::xml_node& node, const char* attribute, double greatest,
                   const std::string& where) const;
    void read_waypoints(const pugi::xml_node& waypoints);
    RoutePoint read_waypoint(const pugi::xml_node& node, const std::string& where);
    std::optional<geo::EdgeKind> line_of(const pugi::xml_node& leg, const std::string& where);
    void read_leg(const pugi::xml_node& leg, RoutePoint& point, const std::string& where);
    void settle_lines(std::optional<geo::EdgeKind> usual_line);
    void read_schedules(const pugi::xml_node& schedules);
    std::optional<RtzTimetable> read_timetable(const pugi::xml_node& node,
                                               const std::string& where);

    std::string name_;
    RouteDocument document_;
    RtzDetails details_;
    std::vector<bool> has_line_; ///< by point: its leg says which line it is
    std::unordered_map<std::uint64_t, std::size_t> index_of_; ///< points by id
    static constexpr std::size_t most_remarks = 20;
    std::size_t unsaid_remarks_ = 0;
};

pugi::xml_node RtzReader::only_child(const pugi::xml_node& parent, std::string_view name,
                                     const std::string& where) const {
    const auto found = children(parent, name);
    if (found.size() > 1) {
        refuse(fmt::format("{} has {} elements {}, not one", where, found.size(), name));
    }
    return found.empty() ? pugi::xml_node() : found.front();
}

void RtzReader::read_version(const pugi::xml_node& root) {
    const std::string_view text = trim(root.attribute("version").value());
    const auto version = rtz_version_named(text);
    if (!version) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: route version is '{}'; RTZ 1.0, 1.1 and 1.2 can be read",
                                name_, text));
    }
    details_.version = *version;
    const std::string_view element = root.name();
    const auto colon = element.find(':');
    const auto declaration = colon == std::string_view::npos
                                 ? std::string("xmlns")
                                 : "xmlns:" + std::string(element.substr(0, colon));
    const std::string_view space = root.attribute(declaration.c_str()).value();
    if (space != rtz_namespace(*version)) {
        // Which of the two is right decides about units.
        if (space.find("/RTZ/1/") != std::string_view::npos) {
            refuse(fmt::format("route version is {}, but its namespace is {}", text, space));
        }
        remark(fmt::format("The namespace is '{}', not {}; the version {} was trusted.", space,
                           rtz_namespace(*version), text));
    }
}

std::string RtzReader::value_as_written(RtzKind kind, std::string value, const std::string& where,
                                        std::string_view attribute) {
    if (kind == RtzKind::instant) {
        std::transform(value.begin(), value.end(), value.begin(), [](char c) {
            return c == 'z' ? 'Z' : c == 't' ? 'T' : c;
        });
    }
    if (kind != RtzKind::text && kind != RtzKind::history) {
        value = std::string(trim(value));
    }
    if (const auto demand = rtz_demand(kind, value, details_.version)) {
        const auto time = kind == RtzKind::instant ? instant_in(value) : std::nullopt;
        auto taken = time ? format_instant(*time) : value;
        remark(fmt::format("{}: {} is '{}', not {}; {}.", where, attribute, value, *demand,
                           time ? "taken as " + taken : "it was kept"));
        return taken;
    }
    return value;
}

RtzElement RtzReader::kept(const pugi::xml_node& node, RtzOwner owner,
                           std::initializer_list<std::string_view> taken, const std::string& where,
                           std::initializer_list<std::string_view> elements) {
    RtzElement element;
    for (const auto& attribute : node.attributes()) {
        std::string name = attribute.name();
        if (std::find(taken.begin(), taken.end(), name) != taken.end() || name == "xmlns") {
            continue;
        }
        if (owner == RtzOwner::entry && name == "absFuelSace") {
            name = "absFuelSave";
        }
        const auto kind = rtz_kind(owner, name);
        if (!kind && name.find(':') == std::string::npos) {
            remark(fmt::format("{}: {} is no attribute of RTZ {}; it was kept.", where, name,
                               rtz_name(details_.version)));
        }
        element.attributes.push_back(
            {name, kind ? value_as_written(*kind, attribute.value(), where, name)
                        : std::string(attribute.value())});
    }
    for (const auto& inner : node.children()) {
        const auto name = local_name(inner.name());
        if (name == "extensions") {
            element.extensions += raw_text(inner);
        } else if (inner.type() == pugi::node_element &&
                   std::find(elements.begin(), elements.end(), name) == elements.end()) {
            remark(fmt::format("{}: the element {} is not of RTZ {}; it was passed over.", where,
                               name, rtz_name(details_.version)));
        }
    }
    return element;
}

std::optional<std::string> RtzReader::strict(const pugi::xml_node& node, RtzKind kind,
                                             const char* attribute,
                                             const std::string& where) const {
    const auto found = node.attribute(attribute);
    if (!found) {
        return std::nullopt;
    }
    auto value = std::string(trim(found.value()));
    if (const auto demand = rtz_demand(kind, value, details_.version)) {
        refuse(fmt::format("{}: {} is '{}', not {}", where, attribute, value, *demand));
    }
    return value;
}

std::optional<double> RtzReader::strict_number(const pugi::xml_node& node, RtzKind kind,
                                               const char* attribute,
                                               const std::string& where) const {
    const auto text = strict(node, kind, attribute, where);
    return text ? parse_number(*text) : std::nullopt;
}

std::uint64_t RtzReader::needed_id(const pugi::xml_node& node, const char* attribute,
                                   const std::string& where) const {
    const auto text = strict(node, RtzKind::whole, attribute, where);
    if (!text) {
        refuse(fmt::format("{} has no {}", where, attribute));
    }
    return *parse_whole(*text);
}

double RtzReader::degrees(const pugi::xml_node& node, const char* attribute, double greatest,
                          const std::string& where) const {
    const auto value = parse_number(node.attribute(attribute).value());
    if (!value || std::abs(*value) > greatest) {
        refuse(fmt::format("{}: {} is '{}', not degrees within -{} and {}", where, attribute,
                           node.attribute(attribute).value(), greatest, greatest));
    }
    return *value;
}

std::optional<geo::EdgeKind> RtzReader::line_of(const pugi::xml_node& leg,
                                                const std::string& where) {
    const auto type = leg.attribute("geometryType");
    const std::string_view text = trim(type.value());
    const auto plain = to_lower(text);
    if (plain == "loxodrome" || plain == "orthodrome") {
        if (const auto demand = rtz_demand(RtzKind::line, text, details_.version)) {
            remark(fmt::format("{}: geometryType is '{}', not {}; case was passed over.", where,
                               text, *demand));
        }
        return plain == "loxodrome" ? geo::EdgeKind::rhumb_line : geo::EdgeKind::geodesic;
    }
    static_cast<void>(strict(leg, RtzKind::line, "geometryType", where));
    return std::nullopt;
}

void RtzReader::read_leg(const pugi::xml_node& leg, RoutePoint& point, const std::string& where) {
    const auto here = where + " leg";
    point.rtz.port_xtd_nmi = strict_number(leg, RtzKind::off_track, "portsideXTD", here);
    point.rtz.starboard_xtd_nmi = strict_number(leg, RtzKind::off_track, "starboardXTD", here);
    if (document_.points.empty()) { // there is no line that it could mean
        remark("The first waypoint has a leg; legs lead to their waypoint, so it means nothing.");
        point.rtz.leg = kept(leg, RtzOwner::leg, {"portsideXTD", "starboardXTD"}, here);
        return;
    }
    if (const auto line = line_of(leg, here)) {
        has_line_.back() = true;
        point.line = *line;
    }
    point.rtz.leg = kept(leg, RtzOwner::leg, {"portsideXTD", "starboardXTD", "geometryType"}, here);
}

RoutePoint RtzReader::read_waypoint(const pugi::xml_node& node, const std::string& where) {
    RoutePoint point;
    point.name = node.attribute("name").value();
    point.rtz.id = needed_id(node, "id", where);
    if (const auto revision = strict(node, RtzKind::whole, "revision", where)) {
        point.rtz.revision = parse_whole(*revision);
    } else if (details_.version == RtzVersion::v1_2) {
        remark("Waypoints have no revision, which RTZ 1.2 asks for.");
    }
    point.rtz.turn_radius_nmi = strict_number(node, RtzKind::radius, "radius", where);
    point.rtz.point = kept(node, RtzOwner::waypoint, {"id", "revision", "name", "radius"}, where,
                           {"position", "leg"});
    const auto position = only_child(node, "position", where);
    if (!position) {
        refuse(fmt::format("{} has no position", where));
    }
    const double longitude = degrees(position, "lon", 180.0, where);
    if (longitude == 180.0) {
        remark(where + ": lon is 180, which RTZ writes as -180.");
    }
    point.position = geo::Position::degrees(degrees(position, "lat", 90.0, where), longitude);
    if (const auto leg = only_child(node, "leg", where)) {
        read_leg(leg, point, where);
    }
    return point;
}

/// A leg that does not say which line it is takes that of the default waypoint, else a rhumb line:
/// what a bridge sails by autopilot.
void RtzReader::settle_lines(std::optional<geo::EdgeKind> usual_line) {
    std::size_t unsaid = 0;
    for (std::size_t i = 1; i < document_.points.size(); ++i) {
        if (!has_line_[i]) {
            document_.points[i].line = usual_line.value_or(geo::EdgeKind::rhumb_line);
            unsaid += usual_line ? 0U : 1U;
        }
    }
    if (unsaid > 0) {
        remark(fmt::format("{} of {} legs do not say which line they are: rhumb lines were taken.",
                           unsaid, document_.points.size() - 1));
    }
}

void RtzReader::read_waypoints(const pugi::xml_node& waypoints) {
    details_.waypoints =
        kept(waypoints, RtzOwner::waypoints, {}, "waypoints", {"defaultWaypoint", "waypoint"});
    std::optional<geo::EdgeKind> usual_line;
    if (const auto usual = only_child(waypoints, "defaultWaypoint", "waypoints")) {
        const std::string where = "defaultWaypoint";
        details_.default_waypoint.emplace();
        details_.default_waypoint->point = kept(usual, RtzOwner::waypoint, {}, where, {"leg"});
        if (const auto leg = only_child(usual, "leg", where)) {
            usual_line = line_of(leg, where + " leg");
            details_.default_waypoint->leg = kept(leg, RtzOwner::leg, {}, where + " leg");
        }
    }
    for (const auto& node : children(waypoints, "waypoint")) {
        const std::size_t index = document_.points.size();
        const auto where = fmt::format("waypoint {}", index + 1);
        has_line_.push_back(false);
        auto point = read_waypoint(node, where);
        const auto [before, is_new] = index_of_.emplace(*point.rtz.id, index);
        if (!is_new) {
            refuse(fmt::format("{}: id is {}, as of waypoint {}", where, *point.rtz.id,
                               before->second + 1));
        }
        document_.points.push_back(std::move(point));
    }
    if (document_.points.size() < 2) {
        refuse("has fewer than two waypoints");
    }
    settle_lines(usual_line);
}

std::optional<RtzTimetable> RtzReader::read_timetable(const pugi::xml_node& node,
                                                      const std::string& where) {
    if (!node) {
        return std::nullopt;
    }
    RtzTimetable table;
    table.kept = kept(node, RtzOwner::schedules, {}, where, {"scheduleElement", "sheduleElement"});
    std::size_t next = 0; // no element may lead to a waypoint before this one
    for (const auto& element : node.children()) {
        const auto name = local_name(element.name());
        if (name != "scheduleElement" && name != "sheduleElement") {
            continue;
        }
        const auto here = fmt::format("{} element {}", where, table.elements.size() + 1);
        RtzScheduleElement entry;
        entry.waypoint_id = needed_id(element, "waypointId", here);
        for (const char* time : {"etd", "eta"}) {
            auto text = std::string(element.attribute(time).value());
            if (!trim(text).empty()) {
                static_cast<void>(
                    parse_instant(trim(text), fmt::format("{}: {} {}", name_, here, time)));
            }
        }
        const auto found = index_of_.find(entry.waypoint_id);
        if (found == index_of_.end()) {
            refuse(fmt::format("{}: waypointId {} is of no waypoint", here, entry.waypoint_id));
        }
        const std::size_t index = found->second;
        if (index < next) {
            refuse(fmt::format("{}: waypointId {} is not in the order of the waypoints", here,
                               entry.waypoint_id));
        }
        next = index + 1;
        entry.kept = kept(element, RtzOwner::entry, {"waypointId"}, here);
        table.elements.push_back(std::move(entry));
    }
    return table;
}

void RtzReader::read_schedules(const pugi::xml_node& schedules) {
    if (!schedules) {
        return;
    }
    details_.schedules_kept = kept(schedules, RtzOwner::schedules, {}, "schedules", {"schedule"});
    std::set<std::uint64_t> ids;
    for (const auto& node : children(schedules, "schedule")) {
        const auto where = fmt::format("schedule {}", details_.schedules.size() + 1);
        RtzSchedule schedule;
        schedule.id = needed_id(node, "id", where);
        if (!ids.insert(schedule.id).second) {
            remark(fmt::format("{}: id is {}, as of a schedule before it.", where, schedule.id));
        }
        schedule.kept = kept(node, RtzOwner::schedule, {"id"}, where, {"manual", "calculated"});
        schedule.manual = read_timetable(only_child(node, "manual", where), where + " manual");
        schedule.calculated =
            read_timetable(only_child(node, "calculated", where), where + " calculated");
        details_.schedules.push_back(std::move(schedule));
    }
    take_times(details_.schedules, document_);
}

RouteDocument RtzReader::read(const pugi::xml_node& root) {
    read_version(root);
    const auto info = only_child(root, "routeInfo", "route");
    const auto waypoints = only_child(root, "waypoints", "route");
    if (!waypoints) {
        refuse("has no element waypoints");
    }
    details_.route =
        kept(root, RtzOwner::route, {"version"}, "route", {"routeInfo", "waypoints", "schedules"});
    document_.name = info.attribute("routeName").value();
    if (document_.name.empty()) {
        remark("The route has no routeName.");
    }
    details_.info = kept(info, RtzOwner::info, {"routeName"}, "routeInfo");
    read_waypoints(waypoints);
    read_schedules(only_child(root, "schedules", "route"));
    for (auto& point : document_.points) {
        point.rtz.as_read = rtz_fingerprint(point);
    }
    if (unsaid_remarks_ > 0) {
        document_.remarks.push_back(
            fmt::format("There are {} more remarks of these kinds.", unsaid_remarks_));
    }
    document_.rtz = std::move(details_);
    return std::move(document_);
}

} // namespace

std::vector<RouteDocument> parse_rtz(std::string_view text, const std::string& name) {
    // Extensions belong to others: all of them is kept, comments and line ends included.
    const auto xml = parse_xml(text, name,
                               pugi::parse_default | pugi::parse_comments | pugi::parse_pi |
                                   pugi::parse_ws_pcdata);
    const auto root = child(*xml, "route");
    if (!root) {
        throw Error(ErrorCode::malformed, fmt::format("{}: has no element route", name));
    }
    auto document = RtzReader(name).read(root);
    if (auto sentence = rtz_size_remark(text.size())) {
        document.remarks.push_back(std::move(*sentence));
    }
    return {std::move(document)};
}

std::vector<RouteDocument> read_rtz_container(const std::filesystem::path& file) {
    std::vector<RouteDocument> routes;
    for (const auto& member : expand_sources(file.string(), "")) {
        if (to_lower(std::filesystem::path(member.name).extension().string()) != ".rtz") {
            continue;
        }
        constexpr std::uint64_t greatest_bytes = 16'000'000;
        const auto bytes = byte_count(member);
        if (bytes > greatest_bytes) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: has {} bytes; routes of at most {} are read", member.name,
                                    bytes, greatest_bytes));
        }
        expect_undamaged(member);
        for (auto& route : parse_rtz(read_bytes(member, bytes), member.name)) {
            routes.push_back(std::move(route));
        }
    }
    if (routes.empty()) {
        throw Error(ErrorCode::malformed, fmt::format("{}: holds no .rtz file", file.string()));
    }
    return routes;
}

} // namespace fairlead::io
