// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/plan_picture.hpp"

#include "core/base/contract.hpp"
#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "core/env/environment.hpp"
#include "core/geo/geodesic.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/ice_class.hpp"
#include "core/vessel/vessel.hpp"
#include "gui/chart/environment_raster.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/route_painter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double land_vertex_px = 0.3;

/// `15 Jul 2018`.
std::string date_text(Instant instant) {
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(instant));
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()));
}

/// `15 Jul 2018 06:00 UTC`.
std::string instant_text(Instant instant) {
    const std::string iso = format_instant(instant);
    return date_text(instant) + " " + iso.substr(11, 5) + " UTC";
}

/// `15 Jul to 23 Jul 2018`.
std::string days_text(Instant from, Instant until) {
    std::string first = date_text(from);
    const std::string last = date_text(until);
    if (first == last) {
        return first;
    }
    constexpr std::size_t year_length = 5; // with the space before it
    if (first.ends_with(last.substr(last.size() - year_length))) {
        first.resize(first.size() - year_length);
    }
    return first + " to " + last;
}

/// Days of data: what ends at midnight ends with the day before.
std::string data_days_text(Instant from, Instant until) {
    return days_text(from, std::max(from, until - std::chrono::seconds(1)));
}

std::string name_of(const plan::Place& place) {
    return place.name.empty() ? geo::format_position(place.position) : place.name;
}

geo::Projection plane_for(const plan::PlanRequest& request) {
    double latitudes = 0.0;
    for (const plan::Place& place : request.places) {
        latitudes += place.position.latitude_deg();
    }
    return latitudes < 0.0 ? geo::Projection::polar_south() : geo::Projection::polar_north();
}

std::vector<TimedPlace> timed_places(const plan::PlanRequest& request,
                                     const plan::PlanResult& result, IceTime ice_time) {
    std::vector<TimedPlace> places;
    const route::Route* route = result.route();
    if (ice_time == IceTime::as_met && route != nullptr) {
        for (const route::TrackPoint& point : route->track) {
            places.push_back({point.position, point.time});
        }
    }
    if (places.empty()) {
        places.push_back({request.places.front().position, request.departure});
    }
    return places;
}

/// All that must be seen, in the order of the voyage.
std::vector<geo::PlanePoint> points_to_show(const plan::PlanRequest& request,
                                            const plan::PlanResult& result,
                                            const geo::Projection& plane) {
    std::vector<geo::PlanePoint> points;
    const auto add = [&](const geo::Position& place) {
        if (const auto point = plane.forward(place)) {
            points.push_back(*point);
        }
    };
    if (const route::Route* route = result.route()) {
        points = route_on_plane(*route, plane);
        return points;
    }
    add(request.places.front().position);
    if (result.no_route()->farthest) {
        add(*result.no_route()->farthest);
    }
    for (std::size_t i = 1; i < request.places.size(); ++i) {
        add(request.places[i].position);
    }
    return points;
}

/// When the ship is at a place she calls at: the waypoint that stands nearest to it, if that is at
/// the place.
std::optional<Instant> time_at(const route::Route& route, const geo::Position& place) {
    constexpr double at_place_nmi = 1.0;
    std::optional<Instant> time;
    double nearest_nmi = at_place_nmi;
    for (std::size_t i = 0; i < route.legs.size() && i + 1 < route.waypoints.size(); ++i) {
        const double nmi =
            geo::geodesic_distance(route.waypoints[i + 1].position, place).in_nautical_miles();
        if (nmi < nearest_nmi) {
            nearest_nmi = nmi;
            time = route.legs[i].arrival;
        }
    }
    return time;
}

std::vector<PlaceMark> place_marks(const plan::PlanRequest& request, const plan::PlanResult& result,
                                   std::span<const plan::Place> ports) {
    std::vector<PlaceMark> marks;
    const route::Route* route = result.route();
    for (std::size_t i = 0; i < request.places.size(); ++i) {
        const PlaceKind kind = i == 0                          ? PlaceKind::start
                               : i + 1 < request.places.size() ? PlaceKind::via
                                                               : PlaceKind::destination;
        std::optional<Instant> when;
        if (kind == PlaceKind::start) {
            when = route != nullptr ? route->departure : request.departure;
        } else if (route != nullptr) {
            when = kind == PlaceKind::destination ? route->arrival
                                                  : time_at(*route, request.places[i].position);
        }
        marks.push_back({name_of(request.places[i]), request.places[i].position, kind,
                         when ? format_instant_short(*when) : ""});
    }
    if (const plan::NoRoute* none = result.no_route(); none != nullptr && none->farthest) {
        // A ship that cannot leave has got no farther than her harbour, which is marked already.
        constexpr double left_harbour_nmi = 1.0;
        if (geo::geodesic_distance(request.places.front().position, *none->farthest)
                .in_nautical_miles() > left_harbour_nmi) {
            marks.push_back(
                {"farthest place reached", *none->farthest, PlaceKind::via,
                 none->farthest_time ? format_instant_short(*none->farthest_time) : ""});
        }
    }
    for (const plan::Place& port : ports) {
        marks.push_back({port.name, port.position, PlaceKind::port, ""});
    }
    return marks;
}

/// Findings are clauses, and call variables as data files do; people read sentences.
std::string sentence_of(std::string clause) {
    for (const auto& variable : env::all_variables()) {
        std::string words(variable.name);
        std::replace(words.begin(), words.end(), '_', ' ');
        for (auto at = clause.find(variable.name); at != std::string::npos;
             at = clause.find(variable.name, at)) {
            clause.replace(at, words.size(), words);
        }
    }
    if (clause.empty()) {
        return clause;
    }
    // A file's name stays as it is written.
    const std::string first = clause.substr(0, clause.find(' '));
    if (first.find_first_of("./_") == std::string::npos) {
        clause.front() =
            static_cast<char>(std::toupper(static_cast<unsigned char>(clause.front())));
    }
    if (clause.back() != '.') {
        clause += '.';
    }
    return clause;
}

/// What blocks first, then findings by severity, most severe first; then what would help.
std::vector<NoteMark> note_marks(const plan::PlanResult& result) {
    std::vector<rules::Finding> findings;
    const plan::NoRoute* none = result.no_route();
    if (none != nullptr) {
        findings = none->blocking;
    }
    std::vector<rules::Finding> others = result.findings;
    // Of many findings of one kind, the first comes early and the others after those of other
    // kinds: room is short, and seven harbours say nothing more than one.
    std::map<std::string, int> count;
    std::vector<std::tuple<int, int, bool, std::size_t>> order;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const rules::Finding& finding = others[i];
        order.emplace_back(-static_cast<int>(finding.severity), count[finding.code]++,
                           !finding.position.has_value(), i);
    }
    std::sort(order.begin(), order.end());
    for (const auto& rank : order) {
        rules::Finding& finding = others[std::get<std::size_t>(rank)];
        const bool known =
            std::any_of(findings.begin(), findings.end(), [&](const rules::Finding& other) {
                return other.code == finding.code && other.message == finding.message;
            });
        if (!known) {
            findings.push_back(std::move(finding));
        }
    }
    std::vector<NoteMark> notes;
    notes.reserve(findings.size());
    for (const rules::Finding& finding : findings) {
        notes.push_back({finding.severity, sentence_of(finding.message), finding.position});
    }
    if (none != nullptr) {
        for (const std::string& remedy : none->remedies) {
            notes.push_back({rules::Severity::info, "Would open a way: " + remedy, std::nullopt});
        }
    }
    return notes;
}

const char* objective_text(cost::ObjectiveKind kind) {
    switch (kind) {
    case cost::ObjectiveKind::time:
        return "least time";
    case cost::ObjectiveKind::distance:
        return "least distance";
    case cost::ObjectiveKind::fuel:
        return "least fuel";
    case cost::ObjectiveKind::risk:
        return "least ice risk";
    case cost::ObjectiveKind::co2:
        return "least CO2";
    case cost::ObjectiveKind::money:
        return "least money";
    }
    return "";
}

std::string subtitle_of(const plan::PlanRequest& request) {
    std::string text;
    for (std::size_t i = 1; i + 1 < request.places.size(); ++i) {
        text += (i == 1 ? "by way of " : ", ") + name_of(request.places[i]);
    }
    if (!text.empty()) {
        text += "; ";
    }
    if (request.vessel) {
        const vessel::Particulars& ship = request.vessel->particulars();
        text += ship.name;
        text += ship.ice_class == vessel::IceClass::none
                    ? std::string(", no ice class")
                    : ", " + std::string(vessel::name(ship.ice_class));
        text += ", ";
    }
    return text + objective_text(request.objective.kind);
}

std::vector<Fact> facts_of(const route::Route& route, bool with_rio) {
    std::vector<Fact> facts{
        {"Departure", instant_text(route.departure)},
        {"Arrival", instant_text(route.arrival)},
        {"Distance", fmt::format("{:.0f} nmi", route.totals.distance.in_nautical_miles())},
        {"Time", format_duration(route.totals.duration)},
    };
    if (route.totals.waiting > Duration::seconds(0.0)) {
        facts.push_back({"of it waiting", format_duration(route.totals.waiting)});
    }
    if (route.totals.fuel_t > 0.0) {
        facts.push_back({"Fuel", fmt::format("{:.0f} t", route.totals.fuel_t)});
    }
    if (with_rio) {
        facts.push_back({"Lowest RIO", fmt::format("{:.1f}", route.totals.min_rio)});
    }
    if (const auto gap = route.gap()) {
        facts.push_back({"Possible gain", fmt::format("at most {:.2g} %", 100.0 * *gap)});
    }
    return facts;
}

std::vector<Fact> facts_of(const plan::PlanRequest& request, const plan::NoRoute& none) {
    std::vector<Fact> facts{{"Departure", instant_text(request.departure)}};
    if (none.farthest) {
        facts.push_back({"Still to go",
                         fmt::format("{:.0f} nmi", none.farthest_remaining.in_nautical_miles())});
    }
    return facts;
}

/// One line for each variable and product: files are many.
std::vector<std::string> source_lines(const route::Provenance& provenance,
                                      std::string_view attribution) {
    struct Group {
        std::size_t files = 0;
        std::string name;
        std::optional<Instant> from;
        std::optional<Instant> until;
    };
    std::vector<std::pair<std::string, Group>> groups;
    for (const route::DataSource& source : provenance.data) {
        std::string variable = source.variable;
        std::replace(variable.begin(), variable.end(), '_', ' ');
        const std::string key =
            variable + '\n' + (source.product == "constant" ? source.file : source.product);
        auto found = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& group) { return group.first == key; });
        if (found == groups.end()) {
            const std::string file = std::filesystem::path(source.file).filename().string();
            // A number has no product worth naming, and its "file" says the number.
            const bool is_number = source.product.empty() || source.product == "constant";
            const std::string& what = is_number ? file : source.product;
            groups.emplace_back(key, Group{0, fmt::format("{}: {}", variable, what), {}, {}});
            found = groups.end() - 1;
        }
        Group& group = found->second;
        ++group.files;
        if (source.valid_from && (!group.from || *source.valid_from < *group.from)) {
            group.from = source.valid_from;
        }
        if (source.valid_until && (!group.until || *source.valid_until > *group.until)) {
            group.until = source.valid_until;
        }
    }
    std::vector<std::string> lines;
    for (const auto& [key, group] : groups) {
        std::string line = group.name;
        if (group.from && group.until) {
            line += ", " + data_days_text(*group.from, *group.until);
        }
        if (group.files > 1) {
            line += fmt::format(" ({} files)", group.files);
        }
        lines.push_back(std::move(line));
    }
    // The line under the picture names the coastline drawn: mostly the one the plan was made on.
    if (!provenance.coastline.empty() && provenance.coastline != attribution) {
        lines.push_back("coastline: " + provenance.coastline);
    }
    if (!provenance.model.empty()) { // its coefficients are for the report
        lines.push_back("model: " + provenance.model.substr(0, provenance.model.find(": ")));
    }
    return lines;
}

bool calls_itself_synthetic(const route::Provenance& provenance) {
    const auto says_so = [](const std::string& text) {
        return to_lower(text).find("synthetic") != std::string::npos;
    };
    return says_so(provenance.scenario) ||
           std::any_of(provenance.data.begin(), provenance.data.end(),
                       [&](const route::DataSource& source) {
                           return says_so(source.file) || says_so(source.product);
                       });
}

std::optional<RasterLayer> raster_of(const env::Environment& environment, env::Variable variable,
                                     const Viewport& view, std::span<const TimedPlace> voyage,
                                     std::string_view palette) {
    if (!environment.has(variable)) {
        return std::nullopt;
    }
    EnvironmentRaster raster = sample_environment(environment, variable, view, voyage);
    RasterLayer layer;
    layer.grid = raster.grid;
    layer.values = std::move(raster.values);
    layer.palette = std::make_shared<Palette>(Palette::named(palette));
    const auto& stack = environment.layers(variable);
    const auto number = std::find_if(stack.rbegin(), stack.rend(),
                                     [](const env::Layer& one) { return one.constant; });
    if (raster.has_stood_in && number != stack.rend()) {
        layer.gap_label =
            fmt::format("no data, taken as {:g} {}",
                        *number->constant * layer.palette->unit_per_value(), layer.palette->unit());
    }
    return layer;
}

/// When the ice is of, and what stands in once the data have ended.
std::string ice_date_text(const env::Environment& environment,
                          const env::Environment::Coverage& coverage,
                          const std::vector<TimedPlace>& voyage) {
    const Instant from = voyage.front().time;
    const Instant until = voyage.back().time;
    std::string text = voyage.size() > 1 ? "as met, " + days_text(from, until) : instant_text(from);
    if (until <= coverage.until) {
        return text;
    }
    text += fmt::format("; data end {}, then ", instant_text(coverage.until));
    switch (environment.beyond_data()) {
    case env::BeyondData::refuse:
        return text + "none";
    case env::BeyondData::hold:
        return text + "held";
    case env::BeyondData::climatology:
        return text + "climatology";
    }
    return text;
}

} // namespace

PlanPicture compose_plan_picture(const plan::PlanRequest& request, const plan::PlanResult& result,
                                 const PlanPictureOptions& options) {
    FAIRLEAD_EXPECTS(request.environment != nullptr && request.places.size() >= 2);
    const geo::Projection plane = plane_for(request);
    const bool with_rio = request.rules && request.rules->options().polaris.has_value();
    PlanPicture picture{Scene{},
                        choose_view(plane, points_to_show(request, result, plane), options.size)};
    Scene& scene = picture.scene;
    const Viewport& view = picture.view.view;
    scene.plane = plane;

    if (!options.land.empty()) {
        scene.land = std::make_shared<ChartLand>(
            options.land, plane,
            Length::metres(land_vertex_px * view.metres_per_pixel() / options.size.scale));
    }
    const env::Environment& environment = *request.environment;
    const std::vector<TimedPlace> voyage = timed_places(request, result, options.ice_time);
    constexpr auto concentration = env::Variable::sea_ice_concentration;
    scene.ice = raster_of(environment, concentration, view, voyage, options.ice_palette);
    if (const auto coverage = environment.coverage(concentration); scene.ice && coverage) {
        scene.ice->data_date = ice_date_text(environment, *coverage, voyage);
    }
    scene.depth = raster_of(environment, env::Variable::sea_floor_depth, view, voyage, "depth");
    if (scene.depth) {
        scene.depth->hatch_gaps = false; // land has no depth; gaps at sea are said in the remarks
    }

    for (const env::Zone& zone : environment.zones()) {
        scene.zones.push_back({zone.name, zone.area.rings(), zone.speed_limit});
    }
    scene.places = place_marks(request, result, options.ports);
    scene.notes = note_marks(result);
    scene.title = name_of(request.places.front()) + " to " + name_of(request.places.back());
    scene.subtitle = subtitle_of(request);
    if (const route::Route* route = result.route()) {
        scene.routes.push_back({*route, {}, with_rio, true});
        scene.route_palette = std::make_shared<Palette>(Palette::named("route_risk"));
        scene.facts = facts_of(*route, with_rio);
        const auto violation =
            std::find_if(result.findings.begin(), result.findings.end(), [](const auto& finding) {
                return finding.severity == rules::Severity::violation;
            });
        if (violation != result.findings.end()) {
            scene.headline_problem = "Not safe as it stands. " + sentence_of(violation->message);
        }
    } else {
        scene.headline_problem = "No route. " + sentence_of(result.no_route()->reason);
        scene.facts = facts_of(request, *result.no_route());
    }
    scene.banner = calls_itself_synthetic(result.provenance) ? "SYNTHETIC DATA" : "";
    scene.sources = source_lines(result.provenance, options.attribution);
    scene.attribution = fmt::format("{}{}Drawn by Fairlead {}", options.attribution,
                                    options.attribution.empty() ? "" : ". ", version());
    return picture;
}

QImage picture_of(const plan::PlanRequest& request, const plan::PlanResult& result,
                  const PlanPictureOptions& options) {
    ensure_gui_application();
    const PlanPicture picture = compose_plan_picture(request, result, options);
    return draw_picture(picture.scene, picture.view.layout, picture.view.view, ChartStyle::day());
}

void write_plan_picture(const plan::PlanRequest& request, const plan::PlanResult& result,
                        const PlanPictureOptions& options, const std::filesystem::path& file) {
    write_png(picture_of(request, result, options), file);
}

} // namespace fairlead::chart
