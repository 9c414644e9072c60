// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/contract.hpp"
#include "gui/models/candidate_model.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/remedies.hpp"
#include "gui/models/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fairlead::gui {

namespace {

struct Why {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Why)
};

constexpr double percent = 100.0;

/// A total, and which leg has most of it where there are several.
/// @param whole "Fuel: %1 t.": of a single leg, or of none
/// @param with_leg "Fuel: %1 t; most of it on the leg to waypoint %2: %3 t, %4 %."
QString total_line(const route::Route& route, double total, const QString& total_words,
                   double (*of)(const route::Leg&), const QString& whole, const QString& with_leg) {
    if (route.legs.size() < 2 || !(total > 0.0)) {
        return whole.arg(total_words);
    }
    const auto most =
        std::max_element(route.legs.begin(), route.legs.end(),
                         [of](const route::Leg& a, const route::Leg& b) { return of(a) < of(b); });
    const auto number = most - route.legs.begin() + 2; // waypoints count from 1
    return with_leg.arg(total_words, QString::number(number), number_text(of(*most), 1),
                        number_text(percent * of(*most) / total, 0));
}

/// Units of models are of any size.
int model_decimals(double cost) {
    constexpr double many = 100.0;
    return cost < many ? 2 : 0;
}

void add_model(const VoyageSession& session, std::size_t candidate, QStringList& lines) {
    const auto* cost = session.costByModel(candidate);
    if (cost == nullptr) {
        return;
    }
    lines << Why::tr("By your model: %1.").arg(model_cost_text(*cost));
    for (std::size_t i = 0; i < session.candidates().size(); ++i) {
        const auto* other = session.costByModel(i);
        if (i != candidate && other != nullptr) {
            lines << Why::tr("By your model against %1: %2 %3.")
                         .arg(candidate_letter(i), model_difference_text(*cost, *other),
                              QString::fromStdString(cost->unit));
        }
    }
}

void add_money(const route::Route& route, const PriceChoice& prices, QStringList& lines) {
    const auto& totals = route.totals;
    lines << Why::tr("Money: %1 for time, %2 for fuel, %3 for risk, %4 for CO₂; %5 in all.")
                 .arg(number_text(prices.per_hour * totals.duration.in_hours(), 0),
                      number_text(prices.per_tonne_fuel * totals.fuel_t, 0),
                      number_text(prices.per_risk * totals.risk, 0),
                      number_text(prices.per_tonne_co2 * totals.co2_t, 0),
                      number_text(totals.money, 0));
}

/// The finding with the least margin; without margins the worst.
const rules::Finding* binding_finding(const std::vector<rules::Finding>& findings) {
    const rules::Finding* binding = nullptr;
    for (const auto& finding : findings) {
        if (finding.severity < rules::Severity::caution) {
            continue;
        }
        if (binding == nullptr || finding.severity > binding->severity ||
            (finding.severity == binding->severity && finding.margin &&
             (!binding->margin || *finding.margin < *binding->margin))) {
            binding = &finding;
        }
    }
    return binding;
}

void add_comparisons(const VoyageSession& session, std::size_t candidate, QStringList& lines) {
    const auto& own = session.candidates()[candidate].result->route()->totals;
    for (std::size_t i = 0; i < session.candidates().size(); ++i) {
        const auto* other = session.candidates()[i].result->route();
        if (i == candidate || other == nullptr) {
            continue;
        }
        lines << Why::tr("Against %1 (%2): %3, %4 nm, %5 t fuel, %6 h risk.")
                     .arg(candidate_letter(i), objective_text(session.candidates()[i].objective),
                          duration_difference_text(own.duration - other->totals.duration),
                          difference_text(
                              (own.distance - other->totals.distance).in_nautical_miles(), 0),
                          difference_text(own.fuel_t - other->totals.fuel_t, 0),
                          difference_text(own.risk - other->totals.risk, 1));
    }
}

} // namespace

QString model_cost_text(const ModelCost& cost) {
    return QStringLiteral("%1 %2").arg(number_text(cost.cost, model_decimals(cost.cost)),
                                       QString::fromStdString(cost.unit));
}

QString model_difference_text(const ModelCost& cost, const ModelCost& other) {
    return difference_text(cost.cost - other.cost, model_decimals(cost.cost));
}

QString candidate_letter(std::size_t number) {
    constexpr std::size_t letters = 26;
    return QString(QChar(static_cast<char16_t>(u'A' + number % letters)));
}

QString measure_text(RouteMeasure measure) {
    switch (measure) {
    case RouteMeasure::time:
        return Why::tr("Voyage time, h");
    case RouteMeasure::distance:
        return Why::tr("Distance, nm");
    case RouteMeasure::fuel:
        return Why::tr("Fuel, t");
    case RouteMeasure::co2:
        return Why::tr("CO₂, t");
    case RouteMeasure::risk:
        break;
    }
    return Why::tr("Ice risk, h");
}

double measured(const route::Route& route, RouteMeasure measure) noexcept {
    switch (measure) {
    case RouteMeasure::time:
        return route.totals.duration.in_hours();
    case RouteMeasure::distance:
        return route.totals.distance.in_nautical_miles();
    case RouteMeasure::fuel:
        return route.totals.fuel_t;
    case RouteMeasure::co2:
        return route.totals.co2_t;
    case RouteMeasure::risk:
        break;
    }
    return route.totals.risk;
}

QString no_candidates_text(const VoyageSession& session) {
    if (session.candidates().empty() && session.voyage().line_by) {
        return Why::tr("Not planned since the voyage was opened. The line is kept, found by: %1. "
                       "Plan again to see candidates.")
            .arg(objective_text(*session.voyage().line_by));
    }
    return session.candidates().empty() ? Why::tr("Plan the voyage to see candidates.")
                                        : Why::tr("No route yet.");
}

QStringList why_this_route(const VoyageSession& session, std::size_t candidate) {
    FAIRLEAD_EXPECTS(candidate < session.candidates().size());
    const auto& chosen = session.candidates()[candidate];
    const auto* route = chosen.result->route();
    if (route == nullptr) {
        const auto& none = *chosen.result->no_route();
        QStringList lines{no_route_line(none)};
        if (lines.front() != sentence_text(none.reason)) {
            lines << sentence_text(none.reason);
        }
        for (const auto& account : none.account) {
            lines << sentence_text(account);
        }
        for (const auto& remedy : none.remedies) {
            lines << remedy_text(remedy);
        }
        return lines;
    }
    const auto& totals = route->totals;
    QStringList lines{Why::tr("%1 %2: of all routes that ship and rules allow.")
                          .arg(candidate_letter(candidate), objective_text(chosen.objective))};
    if (const auto gap = route->gap()) {
        lines << Why::tr("Proven: none is better by more than %1 %.")
                     .arg(number_text(percent * *gap, 1));
    }
    lines << total_line(
        *route, totals.duration.in_hours(), duration_text(totals.duration),
        [](const route::Leg& leg) { return between(leg.departure, leg.arrival).in_hours(); },
        Why::tr("Time: %1."),
        Why::tr("Time: %1; most of it on the leg to waypoint %2: %3 h, %4 %."));
    if (totals.waiting > Duration::seconds(0.0)) {
        lines << Why::tr("Of it waiting: %1.").arg(duration_text(totals.waiting));
    }
    for (const auto& wait : route->waits) {
        lines << Why::tr("Waits %1 from %2: %3")
                     .arg(duration_text(between(wait.from, wait.until)),
                          instant_text_utc(wait.from), sentence_text(wait.reason));
    }
    lines << total_line(
        *route, totals.fuel_t, number_text(totals.fuel_t, 1),
        [](const route::Leg& leg) { return leg.fuel_t; }, Why::tr("Fuel: %1 t."),
        Why::tr("Fuel: %1 t; most of it on the leg to waypoint %2: %3 t, %4 %."));
    lines << total_line(
        *route, totals.risk, number_text(totals.risk, 1),
        [](const route::Leg& leg) { return leg.risk; }, Why::tr("Ice risk: %1 h."),
        Why::tr("Ice risk: %1 h; most of it on the leg to waypoint %2: %3 h, %4 %."));
    if (chosen.objective == cost::ObjectiveKind::money) {
        add_money(*route, session.voyage().prices, lines);
    }
    add_model(session, candidate, lines);
    if (const auto* binding = binding_finding(chosen.result->findings)) {
        lines << Why::tr("What binds most: %1").arg(finding_line(*binding));
    } else {
        lines << Why::tr("No rule binds it.");
    }
    add_comparisons(session, candidate, lines);
    return lines;
}

} // namespace fairlead::gui
