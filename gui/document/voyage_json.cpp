// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/voyage_json.hpp"
#include "core/io/raster_units.hpp"
#include "gui/document/json_names.hpp"
#include "gui/document/limits.hpp"
#include "gui/document/qt_text.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

namespace fairlead::gui {

namespace {

constexpr JsonMembers::Range speeds_kn{0.0, 100.0};
constexpr JsonMembers::Range prices{0.0, 1e12};
constexpr JsonMembers::Range cells_km{0.1, 200.0};
constexpr JsonMembers::Range margins_km{0.0, 20000.0};
constexpr JsonMembers::Range margins_nmi{0.0, 1000.0};
constexpr JsonMembers::Range any_value{std::numeric_limits<double>::lowest(),
                                       std::numeric_limits<double>::max()};

struct VoyageWords {
    Q_DECLARE_TR_FUNCTIONS(VoyageJson)
};

/// Without the noise of conversion: 12.5 kn stays 12.5.
double twelve_digits(double value) {
    return QString::number(value, 'g', 12).toDouble();
}

constexpr Names<LegKind, 3> leg_kinds{{{LegKind::optimised, "optimised"},
                                       {LegKind::great_circle, "great_circle"},
                                       {LegKind::rhumb_line, "rhumb_line"}}};
constexpr Names<env::BeyondData, 3> beyond_data{{{env::BeyondData::refuse, "refuse"},
                                                 {env::BeyondData::hold, "hold"},
                                                 {env::BeyondData::climatology, "climatology"}}};

// ---------------------------------------------------------------- points

QString place_of(const VoyagePoint& point) {
    return QStringLiteral("points/%1").arg(point.id);
}

QJsonObject point_to_json(const VoyagePoint& point) {
    QJsonObject json{{QStringLiteral("id"), static_cast<qint64>(point.id)},
                     {QStringLiteral("name"), to_qt(point.name)},
                     {QStringLiteral("latitude_deg"), point.position.latitude_deg()},
                     {QStringLiteral("longitude_deg"), point.position.longitude_deg()},
                     {QStringLiteral("fixed"), point.is_fixed},
                     {QStringLiteral("arrive_by"), name_of(point.arrive_by, leg_kinds)},
                     {QStringLiteral("leg_found"), point.is_leg_found},
                     {QStringLiteral("note"), to_qt(point.note)}};
    if (point.speed_limit) {
        json.insert(QStringLiteral("speed_limit_kn"), twelve_digits(point.speed_limit->in_knots()));
    }
    if (point.leave_not_before) {
        json.insert(QStringLiteral("leave_not_before"),
                    to_qt(format_instant(*point.leave_not_before)));
    }
    return json;
}

VoyagePoint point_from_json(JsonMembers& members) {
    VoyagePoint point;
    point.id = members.id("id");
    point.name = members.text("name").toStdString();
    point.position = members.position();
    point.is_fixed = members.flag("fixed");
    point.arrive_by = read_name(members, "arrive_by", leg_kinds);
    point.is_leg_found = members.flag("leg_found");
    point.note = members.text("note").toStdString();
    if (const auto limit = members.optional_number("speed_limit_kn", speeds_kn)) {
        point.speed_limit = Speed::knots(*limit);
    }
    point.leave_not_before = members.optional_instant("leave_not_before");
    return point;
}

std::vector<VoyagePoint> read_points(JsonMembers& members, KeptMembers& kept) {
    const auto array = members.array("points");
    if (array.size() > static_cast<qsizetype>(most_points)) {
        members.refuse("points", VoyageWords::tr("a list of %1 waypoints").arg(array.size()),
                       VoyageWords::tr("one of %1 at most").arg(most_points));
    }
    std::vector<VoyagePoint> points;
    std::set<PointId> ids;
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto element = members.element("points", i, array[i]);
        auto point = point_from_json(element);
        if (!ids.insert(point.id).second) {
            element.refuse("id", QString::number(point.id),
                           VoyageWords::tr("a number that no other waypoint has"));
        }
        element.keep_rest(place_of(point), kept);
        points.push_back(std::move(point));
    }
    return points;
}

// ---------------------------------------------------------------- sea

QString place_of(const LayerChoice& layer, qsizetype index) {
    return QStringLiteral("sea/layers/%1/%2").arg(index).arg(to_qt(env::info(layer.variable).name));
}

QJsonObject layer_to_json(const LayerChoice& layer) {
    QJsonArray sources;
    for (const auto& source : layer.sources) {
        sources.append(to_qt(source));
    }
    QJsonObject json{{QStringLiteral("variable"), to_qt(env::info(layer.variable).name)},
                     {QStringLiteral("sources"), sources},
                     {QStringLiteral("unit"), to_qt(layer.unit)}};
    if (layer.value) {
        json.insert(QStringLiteral("value"), *layer.value);
    }
    return json;
}

LayerChoice layer_from_json(JsonMembers& members) {
    LayerChoice layer;
    const auto variable = members.text("variable");
    const auto known = env::variable_named(variable.toStdString());
    if (!known) {
        members.refuse("variable", variable, VoyageWords::tr("a variable that Fairlead knows"));
    }
    layer.variable = *known;
    for (const auto& source : members.array("sources")) {
        const auto name = members.checked_text("sources", source);
        if (name.trimmed().isEmpty()) {
            members.refuse("sources", VoyageWords::tr("a list with an empty name"),
                           VoyageWords::tr("one of files"));
        }
        layer.sources.push_back(name.toStdString());
    }
    layer.value = members.optional_number("value", any_value);
    const auto unit = members.text("unit");
    layer.unit = unit.toStdString();
    if (!layer.unit.empty() && !io::unit_conversion(layer.variable, layer.unit)) {
        members.refuse("unit", QStringLiteral("\"%1\"").arg(unit),
                       VoyageWords::tr("a unit of %1").arg(variable));
    }
    return layer;
}

QJsonObject sea_to_json(const SeaChoice& sea, const KeptMembers& kept) {
    QJsonArray layers;
    for (const auto& layer : sea.layers) {
        layers.append(with_kept(layer_to_json(layer), place_of(layer, layers.size()), kept));
    }
    QJsonObject json{{QStringLiteral("scenario"), to_qt(sea.scenario)},
                     {QStringLiteral("layers"), layers}};
    if (sea.beyond_data) {
        json.insert(QStringLiteral("beyond_data"), name_of(*sea.beyond_data, beyond_data));
    }
    return json;
}

SeaChoice sea_from_json(JsonMembers members, KeptMembers& kept) {
    SeaChoice sea;
    sea.scenario = members.text("scenario").toStdString();
    const auto layers = members.array("layers");
    for (qsizetype i = 0; i < layers.size(); ++i) {
        auto element = members.element("layers", i, layers[i]);
        auto layer = layer_from_json(element);
        element.keep_rest(place_of(layer, i), kept);
        sea.layers.push_back(std::move(layer));
    }
    if (members.has("beyond_data")) {
        sea.beyond_data = read_name(members, "beyond_data", beyond_data);
    }
    members.keep_rest(QStringLiteral("sea"), kept);
    return sea;
}

// ---------------------------------------------------------------- zones

QString place_of_zone(qsizetype index) {
    return QStringLiteral("zones/%1").arg(index);
}

QJsonObject zone_to_json(const VoyageZone& zone) {
    QJsonArray corners;
    for (const auto& corner : zone.corners) {
        corners.append(QJsonObject{{QStringLiteral("latitude_deg"), corner.latitude_deg()},
                                   {QStringLiteral("longitude_deg"), corner.longitude_deg()}});
    }
    QJsonObject json{{QStringLiteral("name"), to_qt(zone.name)},
                     {QStringLiteral("corners"), corners}};
    if (zone.speed_limit) {
        json.insert(QStringLiteral("speed_limit_kn"), twelve_digits(zone.speed_limit->in_knots()));
    }
    if (zone.from) {
        json.insert(QStringLiteral("from"), to_qt(format_instant(*zone.from)));
    }
    if (zone.until) {
        json.insert(QStringLiteral("until"), to_qt(format_instant(*zone.until)));
    }
    return json;
}

VoyageZone zone_from_json(JsonMembers& members) {
    constexpr qsizetype fewest_corners = 3;
    VoyageZone zone;
    zone.name = members.text("name").toStdString();
    const auto corners = members.array("corners");
    if (corners.size() < fewest_corners || corners.size() > static_cast<qsizetype>(most_points)) {
        members.refuse("corners", VoyageWords::tr("a list of %1 corners").arg(corners.size()),
                       VoyageWords::tr("one of %1 to %2").arg(fewest_corners).arg(most_points));
    }
    for (qsizetype i = 0; i < corners.size(); ++i) {
        auto corner = members.element("corners", i, corners[i]);
        zone.corners.push_back(corner.position());
    }
    if (const auto limit = members.optional_number("speed_limit_kn", speeds_kn)) {
        zone.speed_limit = Speed::knots(*limit);
    }
    zone.from = members.optional_instant("from");
    zone.until = members.optional_instant("until");
    return zone;
}

/// None in files of voyages without.
std::vector<VoyageZone> read_zones(JsonMembers& members, KeptMembers& kept) {
    std::vector<VoyageZone> zones;
    const auto array = members.optional_array("zones");
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto element = members.element("zones", i, array[i]);
        zones.push_back(zone_from_json(element));
        element.keep_rest(place_of_zone(i), kept);
    }
    return zones;
}

// ---------------------------------------------------------------- the smaller parts

RuleChoice rules_from_json(JsonMembers members, KeptMembers& kept) {
    RuleChoice rules;
    rules.polaris = members.flag("polaris");
    rules.under_keel_clearance = members.flag("under_keel_clearance");
    rules.zones = members.flag("zones");
    members.keep_rest(QStringLiteral("rules"), kept);
    return rules;
}

PriceChoice prices_from_json(JsonMembers members, KeptMembers& kept) {
    PriceChoice choice;
    choice.per_hour = members.number("per_hour", prices);
    choice.per_tonne_fuel = members.number("per_tonne_fuel", prices);
    choice.per_risk = members.number("per_risk", prices);
    choice.per_tonne_co2 = members.number("per_tonne_co2", prices);
    members.keep_rest(QStringLiteral("prices"), kept);
    return choice;
}

QJsonObject search_to_json(const SearchChoice& search) {
    QJsonObject json{{QStringLiteral("neighbours"), search.neighbours},
                     {QStringLiteral("may_wait"), search.may_wait},
                     {QStringLiteral("clearance_off_land_nmi"),
                      twelve_digits(search.clearance_off_land.in_nautical_miles())}};
    if (search.cell_km) {
        json.insert(QStringLiteral("cell_km"), *search.cell_km);
    }
    if (search.margin_km) {
        json.insert(QStringLiteral("margin_km"), *search.margin_km);
    }
    if (search.waypoint_tolerance) {
        json.insert(QStringLiteral("waypoint_tolerance_nmi"),
                    twelve_digits(search.waypoint_tolerance->in_nautical_miles()));
    }
    return json;
}

SearchChoice search_from_json(JsonMembers members, KeptMembers& kept) {
    SearchChoice search;
    search.neighbours = static_cast<int>(members.whole_number("neighbours", 8, 32));
    if (search.neighbours != 8 && search.neighbours != 16 && search.neighbours != 32) {
        members.refuse("neighbours", QString::number(search.neighbours),
                       VoyageWords::tr("8, 16 or 32"));
    }
    search.may_wait = members.flag("may_wait");
    search.clearance_off_land =
        Length::nautical_miles(members.number("clearance_off_land_nmi", margins_nmi));
    search.cell_km = members.optional_number("cell_km", cells_km);
    search.margin_km = members.optional_number("margin_km", margins_km);
    if (const auto nmi = members.optional_number("waypoint_tolerance_nmi", margins_nmi)) {
        search.waypoint_tolerance = Length::nautical_miles(*nmi);
    }
    members.keep_rest(QStringLiteral("search"), kept);
    return search;
}

std::vector<cost::ObjectiveKind> objectives_from_json(JsonMembers& members) {
    std::vector<cost::ObjectiveKind> objectives;
    for (const auto& value : members.array("objectives")) {
        const auto text = members.checked_text("objectives", value);
        const auto kind = objective_from_json(members, "objectives", text);
        if (std::find(objectives.begin(), objectives.end(), kind) != objectives.end()) {
            members.refuse("objectives", VoyageWords::tr("a list with %1 twice").arg(text),
                           VoyageWords::tr("one of different objectives"));
        }
        objectives.push_back(kind);
    }
    if (objectives.empty()) {
        members.refuse("objectives", VoyageWords::tr("an empty list"),
                       VoyageWords::tr("one of one objective at least"));
    }
    return objectives;
}

/// None in files of voyages without.
void read_cost_model(JsonMembers& members, Voyage& voyage) {
    const auto is_by_model = [](cost::ObjectiveKind kind) {
        return kind == cost::ObjectiveKind::model;
    };
    if (members.has("cost_model")) {
        const auto text = members.text("cost_model");
        if (text.size() > most_formula_characters) {
            members.refuse("cost_model",
                           VoyageWords::tr("a text of %1 characters").arg(text.size()),
                           VoyageWords::tr("one of %1 at most").arg(most_formula_characters));
        }
        voyage.cost_model = text.trimmed().toStdString();
    }
    if (voyage.cost_model.empty() &&
        std::any_of(voyage.objectives.begin(), voyage.objectives.end(), is_by_model)) {
        members.refuse("objectives", VoyageWords::tr("a list with a cost model"),
                       VoyageWords::tr("one without, as the member cost_model says none"));
    }
}

/// Apart, as sentences below a type of another namespace are not found for translation.
[[noreturn]] void refuse_objective(const JsonMembers& members, const char* name,
                                   const QString& text) {
    members.refuse(name, text, VoyageWords::tr("an objective that Fairlead knows"));
}

} // namespace

cost::ObjectiveKind objective_from_json(const JsonMembers& members, const char* name,
                                        const QString& text) {
    if (text == to_qt(cost::name(cost::ObjectiveKind::model))) {
        return cost::ObjectiveKind::model;
    }
    const auto kind = cost::objective_named(text.toStdString());
    if (!kind) {
        refuse_objective(members, name, text);
    }
    return *kind;
}

QJsonObject with_kept(QJsonObject object, const QString& place, const KeptMembers& kept) {
    const auto found = kept.find(place);
    if (found != kept.end()) {
        for (auto member = found->second.begin(); member != found->second.end(); ++member) {
            if (!object.contains(member.key())) {
                object.insert(member.key(), member.value());
            }
        }
    }
    return object;
}

QJsonObject voyage_to_json(const Voyage& voyage, const KeptMembers& kept) {
    QJsonArray points;
    for (const auto& point : voyage.points) {
        points.append(with_kept(point_to_json(point), place_of(point), kept));
    }
    QJsonArray zones;
    for (const auto& zone : voyage.zones) {
        zones.append(with_kept(zone_to_json(zone), place_of_zone(zones.size()), kept));
    }
    QJsonArray objectives;
    for (const auto kind : voyage.objectives) {
        objectives.append(to_qt(cost::name(kind)));
    }
    QJsonObject accepted;
    for (const auto& [key, reason] : voyage.accepted) {
        accepted.insert(to_qt(key), to_qt(reason));
    }
    const QJsonObject rules{
        {QStringLiteral("polaris"), voyage.rules.polaris},
        {QStringLiteral("under_keel_clearance"), voyage.rules.under_keel_clearance},
        {QStringLiteral("zones"), voyage.rules.zones}};
    const QJsonObject prices{{QStringLiteral("per_hour"), voyage.prices.per_hour},
                             {QStringLiteral("per_tonne_fuel"), voyage.prices.per_tonne_fuel},
                             {QStringLiteral("per_risk"), voyage.prices.per_risk},
                             {QStringLiteral("per_tonne_co2"), voyage.prices.per_tonne_co2}};
    const auto part = [&kept](const char* name, const QJsonObject& object) {
        return with_kept(object, QString::fromUtf8(name), kept);
    };
    QJsonObject json{{QStringLiteral("name"), to_qt(voyage.name)},
                     {QStringLiteral("departure"), to_qt(format_instant(voyage.departure))},
                     {QStringLiteral("vessel"), to_qt(voyage.vessel)},
                     {QStringLiteral("points"), points},
                     {QStringLiteral("sea"), part("sea", sea_to_json(voyage.sea, kept))},
                     {QStringLiteral("zones"), zones},
                     {QStringLiteral("rules"), part("rules", rules)},
                     {QStringLiteral("objectives"), objectives},
                     {QStringLiteral("prices"), part("prices", prices)},
                     {QStringLiteral("search"), part("search", search_to_json(voyage.search))},
                     {QStringLiteral("accepted"), accepted},
                     {QStringLiteral("notes"), to_qt(voyage.notes)}};
    if (!voyage.cost_model.empty()) {
        json.insert(QStringLiteral("cost_model"), to_qt(voyage.cost_model));
    }
    if (voyage.line_by) {
        json.insert(QStringLiteral("line_by"), to_qt(cost::name(*voyage.line_by)));
    }
    return json;
}

Voyage voyage_from_json(JsonMembers& members, KeptMembers& kept) {
    Voyage voyage;
    voyage.name = members.text("name").toStdString();
    voyage.departure = members.instant("departure");
    if (!is_possible_departure(voyage.departure)) {
        members.refuse("departure", to_qt(format_instant(voyage.departure)), possible_departures());
    }
    voyage.vessel = members.text("vessel").toStdString();
    voyage.points = read_points(members, kept);
    voyage.sea = sea_from_json(members.object("sea"), kept);
    voyage.zones = read_zones(members, kept);
    voyage.rules = rules_from_json(members.object("rules"), kept);
    voyage.objectives = objectives_from_json(members);
    voyage.prices = prices_from_json(members.object("prices"), kept);
    read_cost_model(members, voyage);
    voyage.search = search_from_json(members.object("search"), kept);
    if (members.has("line_by")) {
        voyage.line_by = objective_from_json(members, "line_by", members.text("line_by"));
    }
    auto accepted = members.object("accepted");
    for (const auto& key : accepted.names()) {
        voyage.accepted.emplace(key.toStdString(),
                                accepted.text(key.toUtf8().constData()).toStdString());
    }
    voyage.notes = members.text("notes").toStdString();
    return voyage;
}

} // namespace fairlead::gui
