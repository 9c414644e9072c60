// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/chart_composer.hpp"

#include "core/geo/geodesic.hpp"
#include "core/route/synthetic.hpp"
#include "gui/app/document_edits.hpp"
#include "gui/chart/plan_picture.hpp"
#include "gui/chart/plan_words.hpp"
#include "gui/models/candidate_model.hpp"
#include "gui/widgets/tone.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::gui {

namespace {

struct ComposerWords {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::ChartComposer)
};

/// Between two points of a track this is the ship's heading well enough.
constexpr Duration heading_reach = Duration::seconds(600.0);

bool rates_risk(const VoyageSession& session) {
    const auto& rules = session.surroundings().rules;
    return rules && rules->options().polaris.has_value();
}

/// The line as it stands: with its track where it is judged, else its waypoints alone.
ChartRoute line_of(const VoyageSession& session, const QPalette& palette) {
    ChartRoute shown;
    if (const auto selected = session.selected()) {
        shown.key = candidate_key(*selected, palette);
    }
    shown.id = line_id;
    shown.standing = ChartRoute::Standing::selected;
    shown.editable = true;
    chart::RouteLayer layer;
    layer.coloured_by_rio = rates_risk(session);
    const auto& voyage = session.voyage();
    if (session.isJudged()) {
        layer.route = session.judgement()->route;
    } else {
        layer.coloured_by_rio = false;
        for (const auto& point : voyage.points) {
            layer.route.waypoints.push_back({point.position, point.name});
        }
        shown.stale = true;
    }
    for (std::size_t i = 1; i < voyage.points.size(); ++i) {
        shown.legs.push_back(voyage.points[i].arrive_by == LegKind::rhumb_line
                                 ? LegShape::rhumb_line
                                 : LegShape::geodesic);
    }
    shown.layer = std::make_shared<const chart::RouteLayer>(std::move(layer));
    return shown;
}

void add_candidates(const VoyageSession& session, const QPalette& palette, ChartContent& content) {
    const auto& candidates = session.candidates();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto& candidate = candidates[i];
        const auto* route = candidate.result->route();
        const bool is_pinned = session.pinned() == i;
        if (route == nullptr || session.selected() == i || (!candidate.is_shown && !is_pinned)) {
            continue;
        }
        ChartRoute shown;
        shown.id = QStringLiteral("candidate %1").arg(i);
        shown.standing =
            is_pinned ? ChartRoute::Standing::pinned : ChartRoute::Standing::alternative;
        shown.stale = !session.isCurrent(candidate);
        shown.key = candidate_key(i, palette);
        shown.layer = std::make_shared<const chart::RouteLayer>(chart::RouteLayer{
            *route, std::string(cost::name(candidate.objective)), rates_risk(session), false});
        content.routes.push_back(std::move(shown));
    }
    if (!session.lineToCome().empty()) {
        ChartRoute to_come;
        to_come.id = QStringLiteral("to come");
        to_come.stale = true; // its numbers are not there yet
        chart::RouteLayer layer;
        for (const auto& place : session.lineToCome()) {
            layer.route.waypoints.push_back({place, {}});
        }
        to_come.layer = std::make_shared<const chart::RouteLayer>(std::move(layer));
        content.routes.push_back(std::move(to_come));
    }
}

void add_places(const Voyage& voyage, const ChartLayers& layers, const geo::Gazetteer& gazetteer,
                ChartContent& content) {
    const auto& points = voyage.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& point = points[i];
        if (!point.is_fixed || (point.name.empty() && i > 0 && i + 1 < points.size())) {
            continue;
        }
        const auto kind = i == 0                   ? chart::PlaceKind::start
                          : i + 1 == points.size() ? chart::PlaceKind::destination
                                                   : chart::PlaceKind::via;
        content.places.push_back(
            {point.name.empty() ? geo::format_position(point.position) : point.name,
             point.position,
             kind,
             {}});
    }
    if (!layers.isShown(ChartLayer::ports)) {
        return;
    }
    for (const auto& port : gazetteer.places()) {
        const bool is_named =
            std::any_of(points.begin(), points.end(),
                        [&](const VoyagePoint& one) { return one.name == port.name; });
        if (!is_named) {
            content.places.push_back({port.name, port.position, chart::PlaceKind::port, {}});
        }
    }
}

} // namespace

geo::Projection chart_plane(const Voyage& voyage) {
    return !voyage.points.empty() && voyage.points.front().position.latitude_deg() < 0.0
               ? geo::Projection::polar_south()
               : geo::Projection::polar_north();
}

std::vector<rules::Finding> charted_findings(const VoyageSession& session) {
    std::vector<rules::Finding> charted;
    const auto* refused = session.refusal();
    if (refused == nullptr && !session.isJudged()) {
        return charted;
    }
    for (const auto& finding : refused != nullptr ? refused->result->no_route()->blocking
                                                  : session.judgement()->findings) {
        if (finding.position && finding.severity >= rules::Severity::caution &&
            !session.voyage().accepted.contains(finding.key())) {
            charted.push_back(finding);
        }
    }
    std::stable_sort(
        charted.begin(), charted.end(), [](const rules::Finding& a, const rules::Finding& b) {
            return a.severity != b.severity ? a.severity > b.severity : a.time < b.time;
        });
    return charted;
}

RouteKey candidate_key(std::size_t candidate, const QPalette& palette) {
    const int number = static_cast<int>(candidate);
    return {candidate_letter(candidate), series_ink(palette, number), number};
}

ChartContent compose_chart(const VoyageSession& session, const ChartLayers& layers,
                           const geo::Gazetteer& gazetteer, const QPalette& palette) {
    ChartContent content;
    content.plane = chart_plane(session.voyage());
    content.route_palette =
        std::make_shared<const chart::Palette>(chart::Palette::named("route_risk"));
    if (layers.isShown(ChartLayer::routes)) {
        add_candidates(session, palette, content);
        if (!session.voyage().points.empty()) {
            content.routes.push_back(line_of(session, palette));
            // The line is found and judged to keep this far off land.
            const auto clearance = session.voyage().search.clearance_off_land;
            if (layers.isShown(ChartLayer::corridor) && clearance > Length()) {
                content.routes.back().corridor = Corridor{clearance, clearance};
            }
        }
    }
    add_places(session.voyage(), layers, gazetteer, content);
    const auto& sea = session.surroundings().sea;
    if (sea && layers.isShown(ChartLayer::zones)) {
        content.zones = chart::zone_marks(*sea->sea.data.environment);
    }
    for (const auto& zone : session.voyage().zones) {
        content.own_zones.push_back({zone.corners});
    }
    for (const auto& finding : charted_findings(session)) {
        content.problems.push_back({finding.severity, finding.message, finding.position});
    }
    if (sea && route::calls_itself_synthetic(sea->sea.provenance())) {
        content.banner = ComposerWords::tr("SYNTHETIC DATA");
    }
    return content;
}

std::optional<ShipMark> ship_mark(const VoyageSession& session, Instant time) {
    if (!session.isJudged() || session.judgement()->route.track.empty()) {
        return std::nullopt;
    }
    const auto& route = session.judgement()->route;
    const auto here = ship_at(route, time).position;
    const auto ahead = ship_at(route, time + heading_reach).position;
    const auto behind = ship_at(route, time + -heading_reach).position;
    return ShipMark{here, geo::geodesic_inverse(behind, ahead).initial_bearing};
}

} // namespace fairlead::gui
