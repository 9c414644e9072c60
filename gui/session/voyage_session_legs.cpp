// SPDX-License-Identifier: GPL-3.0-or-later
// Legs of a line that is edited by hand, found anew.
#include "core/plan/planner.hpp"
#include "gui/session/own_model.hpp"
#include "gui/session/voyage_session.hpp"

#include <algorithm>
#include <utility>

namespace fairlead::gui {

namespace {

/// A grid for legs that are edited by hand reaches this far beyond their ends.
constexpr Length edited_reach = Length::kilometres(150.0);

/// When a ship on the route leaves a place; nothing if it is no waypoint of it.
std::optional<Instant> leaves_at(const route::Route& route, const geo::Position& place) {
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
        if (is_same_place(route.waypoints[i].position, place)) {
            return route.legs[i].departure;
        }
    }
    return std::nullopt;
}

} // namespace

void VoyageSession::replanLegsAt(PointId point, const QString& merge_as) {
    const auto at = index_of(voyage(), point);
    if (!at || !surroundings_.are_of(voyage())) {
        return;
    }
    const auto& points = voyage().points;
    const auto is_wanted = [&](std::size_t leg_end) {
        return leg_end < points.size() && points[leg_end].arrive_by == LegKind::optimised;
    };
    const std::size_t first = *at > 0 && is_wanted(*at) ? *at - 1 : *at;
    const std::size_t last = is_wanted(*at + 1) ? *at + 1 : *at;
    if (first == last) {
        return;
    }
    const std::vector<VoyagePoint> places(points.begin() + static_cast<std::ptrdiff_t>(first),
                                          points.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    const auto departure =
        first == 0 || !judgement_
            ? voyage().departure
            : leaves_at(judgement_->route, places.front().position).value_or(voyage().departure);
    legs_.start([this, places, departure, merge_as, voyage = voyage(), trusted = trusted_library_,
                 known = surroundings_](const Progress& progress) -> Background::Deliver {
        const auto surroundings = legs_objective(voyage) == cost::ObjectiveKind::model
                                      ? with_model(known, voyage, trusted)
                                      : known;
        auto answer = plan::plan(
            legs_request(voyage, surroundings, places, departure, edited_reach), progress);
        if (answer.no_route() != nullptr) { // there may be a way farther round
            answer =
                plan::plan(legs_request(voyage, surroundings, places, departure, {}), progress);
        }
        const auto result = std::make_shared<const plan::PlanResult>(std::move(answer));
        return [this, places, merge_as, result] {
            if (const auto* none = result->no_route()) {
                Q_EMIT refused(QString::fromStdString(none->reason));
                return;
            }
            const auto begin = index_of(this->voyage(), places.front().id);
            if (!begin || *begin + places.size() > this->voyage().points.size() ||
                !std::equal(places.begin(), places.end(),
                            this->voyage().points.begin() + static_cast<std::ptrdiff_t>(*begin))) {
                return; // the line has been edited since
            }
            document_.edit(
                document_.undoStack().undoText(),
                [&](Voyage& changed) {
                    auto found = points_of(*result, places, free_id(changed));
                    const auto from = changed.points.begin() + static_cast<std::ptrdiff_t>(*begin);
                    found.front().is_leg_found = places.front().is_leg_found;
                    changed.points.erase(from, from + static_cast<std::ptrdiff_t>(places.size()));
                    changed.points.insert(changed.points.begin() +
                                              static_cast<std::ptrdiff_t>(*begin),
                                          found.begin(), found.end());
                },
                merge_as);
        };
    });
}

} // namespace fairlead::gui
