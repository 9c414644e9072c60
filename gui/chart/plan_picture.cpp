// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/plan_picture.hpp"

#include "core/base/contract.hpp"
#include "core/base/version.hpp"
#include "core/env/environment.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/polyline.hpp"
#include "core/route/synthetic.hpp"
#include "core/rules/rule_set.hpp"
#include "gui/chart/environment_raster.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/plan_words.hpp"
#include "gui/chart/route_painter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double land_vertex_px = 0.3;

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

/// The rings of an area, with places put in so that their edges may be taken as geodesics.
std::vector<std::vector<geo::Position>> geodesic_rings(const geo::Region& area) {
    std::vector<std::vector<geo::Position>> rings = area.rings();
    if (area.edges() == geo::EdgeKind::rhumb_line) {
        for (std::vector<geo::Position>& ring : rings) {
            ring.push_back(ring.front());
            ring = geo::densify_rhumb(ring, Length::nautical_miles(5.0));
        }
    }
    return rings;
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
        for (const plan::Remedy& remedy : none->remedies) {
            notes.push_back(
                {rules::Severity::info, "Would open a way: " + remedy.sentence, std::nullopt});
        }
    }
    return notes;
}

std::optional<RasterLayer> raster_of(const env::Environment& environment, env::Variable variable,
                                     const Viewport& view, std::span<const TimedPlace> voyage,
                                     std::string_view palette) {
    if (!environment.has(variable)) {
        return std::nullopt;
    }
    EnvironmentRaster sampled = sample_environment(environment, variable, view, voyage);
    RasterLayer layer;
    layer.raster = std::make_shared<Raster>(std::move(sampled.raster));
    layer.palette = std::make_shared<Palette>(Palette::named(palette));
    const auto& stack = environment.layers(variable);
    const auto number = std::find_if(stack.rbegin(), stack.rend(),
                                     [](const env::Layer& one) { return one.constant; });
    if (sampled.has_stood_in && number != stack.rend()) {
        layer.gap_label =
            fmt::format("no data, taken as {:g} {}",
                        *number->constant * layer.palette->unit_per_value(), layer.palette->unit());
    }
    return layer;
}

} // namespace

std::vector<ZoneMark> zone_marks(const env::Environment& environment) {
    std::vector<ZoneMark> marks;
    for (const env::Zone& zone : environment.zones()) {
        marks.push_back(
            {zone.name, geodesic_rings(zone.area), zone.speed_limit, zone_time_text(zone)});
    }
    return marks;
}

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
    if (auto depth =
            raster_of(environment, env::Variable::sea_floor_depth, view, voyage, "depth")) {
        depth->hatch_gaps = false; // land has no depth; gaps at sea are said in the remarks
        scene.rasters.push_back(std::move(*depth));
    }
    if (auto ice = raster_of(environment, concentration, view, voyage, options.ice_palette)) {
        if (const auto coverage = environment.coverage(concentration)) {
            ice->data_date =
                ice_date_text(environment, *coverage, voyage.front().time, voyage.back().time);
        }
        scene.rasters.push_back(std::move(*ice));
    }

    scene.zones = zone_marks(environment);
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
    scene.banner = route::calls_itself_synthetic(result.provenance) ? "SYNTHETIC DATA" : "";
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
