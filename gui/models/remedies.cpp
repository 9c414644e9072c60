// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/remedies.hpp"

#include "core/base/error.hpp"
#include "core/plan/planning_grid.hpp"
#include "gui/models/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fairlead::gui {

namespace {

struct Remedies {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Remedies)
};

using plan::RemedyKind;

/// Wider than this is the whole of an ocean.
constexpr double greatest_margin_km = 4000.0;

int days_of(Duration later) {
    return static_cast<int>(std::lround(later.in_hours() / 24.0));
}

std::optional<RemedyAction> smaller_cells(const VoyageSession& session) {
    const auto& sea = session.surroundings().sea;
    const auto& chosen = session.voyage().search.cell_km;
    if (!chosen && !sea) {
        return std::nullopt;
    }
    const double cell_km = (chosen ? *chosen : sea->sea.grid().cell_km) / 2.0;
    if (cell_km < plan::least_cell_km) {
        return std::nullopt;
    }
    return RemedyAction{Remedies::tr("Cells of %1 km").arg(number_text(cell_km, 2)),
                        [cell_km](Voyage& voyage) { voyage.search.cell_km = cell_km; }};
}

std::optional<double> present_margin_km(const VoyageSession& session) {
    if (const auto& chosen = session.voyage().search.margin_km) {
        return chosen;
    }
    const auto& sea = session.surroundings().sea;
    std::vector<plan::Place> places;
    for (const auto& point : fixed_points(session.voyage())) {
        places.push_back({point.name, point.position});
    }
    if (!sea || places.empty()) {
        return std::nullopt;
    }
    try {
        return plan::default_margin_km(plan::planning_plane(sea->sea.grid(), places), places);
    } catch (const Error&) { // no plane holds them all
        return std::nullopt;
    }
}

std::optional<RemedyAction> wider_grid(const VoyageSession& session) {
    const auto present_km = present_margin_km(session);
    if (!present_km || *present_km >= greatest_margin_km) {
        return std::nullopt;
    }
    const double margin_km = std::min(2.0 * std::max(*present_km, 100.0), greatest_margin_km);
    return RemedyAction{Remedies::tr("Grid %1 km around").arg(number_text(margin_km, 0)),
                        [margin_km](Voyage& voyage) { voyage.search.margin_km = margin_km; }};
}

} // namespace

QString remedy_text(const plan::Remedy& remedy) {
    switch (remedy.kind) {
    case RemedyKind::leave_later:
        if (remedy.later) {
            return Remedies::tr("Leaving %n day(s) later finds a way.", nullptr,
                                days_of(*remedy.later));
        }
        break;
    case RemedyKind::hold_data:
        return Remedies::tr("With the last data held beyond their end there is a way: they are "
                            "then older than the ship's passage, and each is marked so.");
    case RemedyKind::less_draught:
        return Remedies::tr("With less draught a way may open: without the under-keel rule there "
                            "is one. Check charted depths.");
    case RemedyKind::without_zones:
        return Remedies::tr("Without the zones in force there is a way: wait for them to end, or "
                            "ask for leave.");
    case RemedyKind::smaller_cells:
        return Remedies::tr("Smaller cells find narrower ways.");
    case RemedyKind::wider_grid:
        return Remedies::tr("A wider grid finds longer ways round.");
    case RemedyKind::fill_pole_hole:
        return Remedies::tr("The ice around the pole is not known: a scenario can say what to "
                            "assume there.");
    case RemedyKind::free_leg:
        return Remedies::tr("Let the way between these places be found, or draw it elsewhere.");
    case RemedyKind::stronger_ship:
    case RemedyKind::later_data:
    case RemedyKind::missing_data:
    case RemedyKind::data_elsewhere:
    case RemedyKind::farther_from_coast:
    case RemedyKind::other_place:
        break;
    }
    return sentence_text(remedy.sentence);
}

std::optional<RemedyAction> remedy_action(const plan::Remedy& remedy,
                                          const VoyageSession& session) {
    switch (remedy.kind) {
    case RemedyKind::leave_later:
        if (const auto later = remedy.later) {
            return RemedyAction{
                Remedies::tr("Depart %n day(s) later", nullptr, days_of(*later)),
                [later](Voyage& voyage) { voyage.departure = voyage.departure + *later; }};
        }
        break;
    case RemedyKind::hold_data:
    case RemedyKind::later_data:
        return RemedyAction{Remedies::tr("Hold the last data"),
                            [](Voyage& voyage) { voyage.sea.beyond_data = env::BeyondData::hold; }};
    case RemedyKind::smaller_cells:
        return smaller_cells(session);
    case RemedyKind::wider_grid:
        return wider_grid(session);
    case RemedyKind::stronger_ship:
    case RemedyKind::less_draught:
    case RemedyKind::without_zones:
    case RemedyKind::missing_data:
    case RemedyKind::data_elsewhere:
    case RemedyKind::farther_from_coast:
    case RemedyKind::fill_pole_hole:
    case RemedyKind::free_leg:
    case RemedyKind::other_place:
        break;
    }
    return std::nullopt;
}

} // namespace fairlead::gui
