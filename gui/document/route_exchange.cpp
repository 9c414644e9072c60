// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/route_exchange.hpp"

#include "core/base/contract.hpp"
#include "core/base/text.hpp"
#include "core/io/route_file.hpp"
#include "core/io/rtz.hpp"
#include "core/io/rtz_fields.hpp"
#include "core/io/scenario_file.hpp"
#include "gui/document/limits.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/document/voyage_doubts.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace fairlead::gui {

namespace {

struct ExchangeWords {
    Q_DECLARE_TR_FUNCTIONS(RouteExchange)
};

constexpr std::string_view speed_limit_attribute = "speedMax"; // knots in every version
constexpr std::string_view note_attribute = "legNote1";

std::string lower_suffix(const std::filesystem::path& file) {
    return to_lower(file.extension().string());
}

// ---------------------------------------------------------------- attributes of RTZ legs

std::optional<std::string> attribute(const io::RtzElement& element, std::string_view name) {
    const auto found =
        std::find_if(element.attributes.begin(), element.attributes.end(),
                     [name](const io::RtzAttribute& each) { return each.name == name; });
    return found == element.attributes.end() ? std::nullopt : std::optional(found->value);
}

/// Nothing removes it.
void set_attribute(io::RtzElement& element, std::string_view name,
                   const std::optional<std::string>& value) {
    if (attribute(element, name) == value) {
        return;
    }
    std::erase_if(element.attributes,
                  [name](const io::RtzAttribute& each) { return each.name == name; });
    if (value) {
        element.attributes.push_back({std::string(name), *value});
    }
}

std::optional<Speed> speed_in(const std::optional<std::string>& knots) {
    const auto number = knots ? parse_number(*knots) : std::nullopt;
    return number && *number > 0.0 && io::is_possible_speed(*number)
               ? std::optional(Speed::knots(*number))
               : std::nullopt;
}

/// The file's default holds where the leg says nothing.
std::optional<Speed> speed_limit_of(const io::RoutePoint& point, const io::RouteDocument& route) {
    auto knots = attribute(point.rtz.leg, speed_limit_attribute);
    if (!knots && route.rtz && route.rtz->default_waypoint && route.rtz->default_waypoint->leg) {
        knots = attribute(*route.rtz->default_waypoint->leg, speed_limit_attribute);
    }
    return speed_in(knots);
}

// ---------------------------------------------------------------- reading

VoyagePoint point_from(const io::RoutePoint& read, const io::RouteDocument& route, PointId id,
                       bool is_first) {
    VoyagePoint point;
    point.id = id;
    point.name = read.name;
    point.position = read.position;
    point.leave_not_before = read.leave_not_before;
    if (!is_first) {
        point.arrive_by =
            read.line == geo::EdgeKind::rhumb_line ? LegKind::rhumb_line : LegKind::great_circle;
        point.speed_limit = speed_limit_of(read, route);
        point.note = attribute(read.rtz.leg, note_attribute).value_or("");
    }
    return point;
}

void remark_on_route(const io::RouteDocument& route, const Voyage& voyage, QStringList& remarks) {
    for (const auto& remark : route.remarks) {
        remarks.append(to_qt(remark));
    }
    if (!route.points.front().time) {
        remarks.append(ExchangeWords::tr("The file gives no time of departure; %1 is taken.")
                           .arg(to_qt(format_instant(voyage.departure))));
    }
    const auto any_after_first = [&route](auto has) {
        return std::any_of(route.points.begin() + 1, route.points.end(), has);
    };
    if (any_after_first([](const io::RoutePoint& point) { return point.time.has_value(); })) {
        remarks.append(ExchangeWords::tr(
            "Times of arrival in the file are not kept: they are computed for the ship."));
    }
    if (any_after_first([](const io::RoutePoint& point) { return point.speed.has_value(); })) {
        remarks.append(ExchangeWords::tr(
            "Planned speeds in the file are not kept: they are computed for the ship."));
    }
    if (!route.findings.empty()) {
        remarks.append(
            ExchangeWords::tr("Findings in the file are not kept: the line is judged anew."));
    }
    remarks.append(ExchangeWords::tr("A route says nothing of ship and data: %1 and %2 are taken.")
                       .arg(to_qt(voyage.vessel), voyage.sea.scenario.empty()
                                                      ? ExchangeWords::tr("the layers chosen last")
                                                      : to_qt(voyage.sea.scenario)));
}

/// What is taken here can be saved and opened again.
void expect_possible_voyage(const io::RouteDocument& route, const QString& file) {
    if (route.points.size() > most_points) {
        throw_error(ErrorCode::unsupported,
                    ExchangeWords::tr("%1: has %2 waypoints; a voyage has %3 at most")
                        .arg(file)
                        .arg(route.points.size())
                        .arg(most_points));
    }
    const auto& departure = route.points.front().time;
    if (departure && !is_possible_departure(*departure)) {
        throw_error(ErrorCode::unsupported,
                    ExchangeWords::tr("%1: the departure is %2, not %3")
                        .arg(file, to_qt(format_instant(*departure)), possible_departures()));
    }
}

OpenedVoyage open_route(const std::filesystem::path& file, const Voyage& current,
                        std::size_t which) {
    auto routes = io::read_route_file(file);
    if (which >= routes.size()) {
        throw_error(ErrorCode::invalid_argument, ExchangeWords::tr("%1: there is no route %2 in it")
                                                     .arg(to_qt(file.string()))
                                                     .arg(which + 1));
    }
    OpenedVoyage opened;
    if (routes.size() > 1) {
        for (const auto& route : routes) {
            opened.routes.append(to_qt(route.name));
        }
        opened.remarks.append(
            ExchangeWords::tr("The file holds several routes; this is number %1, %2.")
                .arg(which + 1)
                .arg(opened.routes[static_cast<qsizetype>(which)]));
    }
    auto origin = std::make_shared<RouteOrigin>();
    origin->document = std::move(routes[which]);
    const auto& route = origin->document;
    expect_possible_voyage(route, to_qt(file.string()));
    auto& voyage = opened.project.voyage;
    voyage = current;
    voyage.name = route.name.empty() ? file.stem().string() : route.name;
    voyage.accepted.clear();
    voyage.notes.clear();
    voyage.points.clear();
    for (const auto& read : route.points) {
        const auto id = free_id(voyage);
        voyage.points.push_back(point_from(read, route, id, voyage.points.empty()));
        origin->ids.push_back(id);
    }
    voyage.departure = route.points.front().time.value_or(current.departure);
    remark_on_route(route, voyage, opened.remarks);
    opened.origin = std::move(origin);
    opened.project.route = kept_route(opened.origin.get());
    return opened;
}

OpenedVoyage open_project(const std::filesystem::path& file) {
    OpenedVoyage opened;
    opened.project = read_project(file);
    opened.file = file;
    const auto name = to_qt(file.string());
    opened.remarks = cut_long_names(opened.project.voyage, name);
    opened.remarks += doubts_about(opened.project.voyage, name);
    if (const auto& route = opened.project.route) {
        auto origin = std::make_shared<RouteOrigin>();
        origin->document = io::parse_rtz(route->rtz, file.string() + ", route").front();
        origin->ids = route->ids;
        if (origin->ids.size() != origin->document.points.size()) {
            throw_error(ErrorCode::malformed,
                        ExchangeWords::tr("%1: route.ids has %2 elements, not %3 as the route")
                            .arg(to_qt(file.string()))
                            .arg(origin->ids.size())
                            .arg(origin->document.points.size()));
        }
        opened.origin = std::move(origin);
    }
    return opened;
}

OpenedVoyage open_scenario(const std::filesystem::path& file, const Voyage& current) {
    const auto scenario = io::read_scenario(file);
    OpenedVoyage opened;
    auto& voyage = opened.project.voyage;
    voyage = current;
    voyage.sea = {};
    voyage.sea.scenario = std::filesystem::absolute(file).lexically_normal().generic_string();
    if (voyage.points.empty()) {
        voyage.name = scenario.name;
    }
    for (const auto& note : scenario.notes) {
        opened.remarks.append(to_qt(note));
    }
    return opened;
}

// ---------------------------------------------------------------- writing

/// As the voyage draws it, without times.
io::RouteDocument plain_document(const Voyage& voyage) {
    io::RouteDocument document;
    for (const auto& point : voyage.points) {
        io::RoutePoint written;
        written.position = point.position;
        written.name = point.name;
        written.leave_not_before = point.leave_not_before;
        if (!document.points.empty() && point.arrive_by == LegKind::rhumb_line) {
            written.line = geo::EdgeKind::rhumb_line;
        }
        document.points.push_back(std::move(written));
    }
    document.points.front().time = voyage.departure;
    return document;
}

void put_back_rtz(const Voyage& voyage, const RouteOrigin& origin, io::RouteDocument& document) {
    if (!origin.document.rtz) {
        return;
    }
    document.rtz = origin.document.rtz;
    document.rtz->schedules.clear(); // the times are the voyage's own
    if (auto& defaults = document.rtz->default_waypoint; defaults && defaults->leg) {
        // Each leg has its own; a limit that was taken away must not come back from here.
        set_attribute(*defaults->leg, speed_limit_attribute, std::nullopt);
    }
    for (std::size_t i = 0; i < voyage.points.size(); ++i) {
        const auto known = std::find(origin.ids.begin(), origin.ids.end(), voyage.points[i].id);
        if (known != origin.ids.end()) {
            const auto at = static_cast<std::size_t>(known - origin.ids.begin());
            document.points[i].rtz = origin.document.points[at].rtz;
            if (i == 0 && at != 0) {
                document.points[i].rtz.leg = {}; // nothing leads to the first waypoint
            }
        }
    }
}

/// What a voyage says of a leg and only RTZ has a place for.
void put_leg_words(const Voyage& voyage, io::RouteDocument& document) {
    for (std::size_t i = 1; i < voyage.points.size(); ++i) {
        const auto& point = voyage.points[i];
        auto& written = document.points[i];
        if (speed_limit_of(written, document) != point.speed_limit) {
            set_attribute(written.rtz.leg, speed_limit_attribute,
                          point.speed_limit
                              ? std::optional(io::decimal_text(point.speed_limit->in_knots()))
                              : std::nullopt);
        }
        set_attribute(written.rtz.leg, note_attribute,
                      point.note.empty() ? std::nullopt : std::optional(point.note));
    }
}

} // namespace

QStringList openable_suffixes() {
    return {QStringLiteral(".fairlead"), QStringLiteral(".toml"), QStringLiteral(".rtz"),
            QStringLiteral(".rtzp"),     QStringLiteral(".gpx"),  QStringLiteral(".geojson"),
            QStringLiteral(".json"),     QStringLiteral(".csv")};
}

bool is_openable(const std::filesystem::path& file) {
    return openable_suffixes().contains(to_qt(lower_suffix(file)));
}

OpenedVoyage open_voyage(const std::filesystem::path& file, const Voyage& current,
                         std::size_t which) {
    const auto suffix = lower_suffix(file);
    if (suffix == project_suffix) {
        return open_project(file);
    }
    return suffix == ".toml" ? open_scenario(file, current) : open_route(file, current, which);
}

io::RouteDocument route_document(const Voyage& voyage, const io::RouteDocument* judged,
                                 const RouteOrigin* origin) {
    FAIRLEAD_EXPECTS(voyage.points.size() >= 2 &&
                     (judged == nullptr || judged->points.size() == voyage.points.size()));
    auto document = judged != nullptr ? *judged : plain_document(voyage);
    if (!voyage.name.empty()) {
        document.name = voyage.name;
    }
    if (origin != nullptr) {
        put_back_rtz(voyage, *origin, document);
    }
    put_leg_words(voyage, document);
    return document;
}

std::optional<KeptRoute> kept_route(const RouteOrigin* origin) {
    if (origin == nullptr || !origin->document.rtz) {
        return std::nullopt;
    }
    const auto& document = origin->document;
    return KeptRoute{
        io::rtz_text(document, document.rtz->version, document.name, document.name).text,
        origin->ids};
}

std::vector<RouteFormat> route_formats() {
    const auto rtz = QStringLiteral(".rtz");
    return {
        {ExchangeWords::tr("RTZ 1.0"), rtz,
         ExchangeWords::tr("For ECDIS and other bridge systems; the version most of them read."),
         io::RtzVersion::v1_0},
        {ExchangeWords::tr("RTZ 1.1"), rtz,
         ExchangeWords::tr("For bridge systems that ask for it."), io::RtzVersion::v1_1},
        {ExchangeWords::tr("RTZ 1.2"), rtz,
         ExchangeWords::tr("For bridge systems that ask for it."), io::RtzVersion::v1_2},
        {ExchangeWords::tr("GPX"), QStringLiteral(".gpx"),
         ExchangeWords::tr("For plotters and OpenCPN."), io::RtzVersion::v1_0},
        {ExchangeWords::tr("GeoJSON"), QStringLiteral(".geojson"),
         ExchangeWords::tr("For maps and programs: everything that is known of the route."),
         io::RtzVersion::v1_0},
        {ExchangeWords::tr("CSV"), QStringLiteral(".csv"),
         ExchangeWords::tr("For spreadsheets: one line for each waypoint."), io::RtzVersion::v1_0},
        {ExchangeWords::tr("KML"), QStringLiteral(".kml"), ExchangeWords::tr("For Google Earth."),
         io::RtzVersion::v1_0},
        {ExchangeWords::tr("GeoPackage"), QStringLiteral(".gpkg"),
         ExchangeWords::tr("For QGIS and other geographic information systems."),
         io::RtzVersion::v1_0},
    };
}

} // namespace fairlead::gui
