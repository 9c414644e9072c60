// SPDX-License-Identifier: Apache-2.0
#include "cli/report.hpp"

#include "core/base/text_layout.hpp"
#include "core/cost/objective.hpp"
#include "core/io/finding_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace fairlead::cli {
namespace {

using Align = TextTable::Align;

constexpr double no_ice_below = 0.005; ///< printed as tenths with one decimal
constexpr double ice_free_rio = rules::Polaris::ice_free_rio;

/// "" where the waypoint has no name but its position.
std::string own_name(const route::Waypoint& waypoint) {
    return waypoint.name == geo::format_position(waypoint.position) ? "" : waypoint.name;
}

std::string waypoint_name(const route::Waypoint& waypoint) {
    return waypoint.name.empty() ? geo::format_position(waypoint.position) : waypoint.name;
}

/// A name that fits its column; cut between code points.
std::string short_name(const std::string& name) {
    constexpr std::size_t greatest = 14;
    if (display_width(name) <= greatest) {
        return name;
    }
    std::string cut = name;
    while (display_width(cut) >= greatest) {
        while ((static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U) {
            cut.pop_back();
        }
        cut.pop_back();
    }
    return cut + ".";
}

std::string line(std::string_view label, std::string_view text) {
    return wrapped(text, fmt::format("  {:<11}", label));
}

std::string ice_text(const route::Leg& leg) {
    return leg.max_concentration < no_ice_below
               ? "-"
               : fmt::format("{:.1f}", leg.max_concentration * 10.0);
}

std::string thickness_text(const route::Leg& leg) {
    return leg.max_concentration < no_ice_below ? "-" : fmt::format("{:.1f}", leg.max_thickness_m);
}

std::string rio_text(const route::Leg& leg) {
    return leg.min_rio >= ice_free_rio ? "-" : fmt::format("{:.0f}", leg.min_rio);
}

/// Files of one layer come as one source each; people want the layer.
std::string data_text(const std::vector<route::DataSource>& data) {
    std::string text;
    for (std::size_t i = 0; i < data.size();) {
        const auto& first = data[i];
        std::size_t next = i + 1;
        while (next < data.size() && data[next].variable == first.variable &&
               data[next].product == first.product) {
            ++next;
        }
        const auto& last = data[next - 1];
        std::string words = fmt::format("{}: {}", first.variable, first.file);
        if (next - i > 1) {
            words += fmt::format(" and {} more, to {}", next - i - 1, last.file);
        }
        if (!first.product.empty() && first.product != "constant") {
            words += fmt::format(" ({})", first.product);
        }
        if (first.valid_from && last.valid_until) {
            words += fmt::format(", {} to {}", format_instant(*first.valid_from),
                                 format_instant(*last.valid_until));
        }
        text += wrapped(words, "  - ");
        i = next;
    }
    return text;
}

} // namespace

std::string ship_name(const route::Provenance& provenance) {
    return provenance.vessel.substr(0, provenance.vessel.rfind(" ("));
}

std::string voyage_name(const route::Route& route) {
    return fmt::format("{} to {}", waypoint_name(route.waypoints.front()),
                       waypoint_name(route.waypoints.back()));
}

std::string totals_text(const route::Route& route) {
    const auto& totals = route.totals;
    std::string text;
    text += line("Departure", format_instant(route.departure));
    text += line("Arrival", format_instant(route.arrival));
    text += line("Distance", fmt::format("{:.1f} nm", totals.distance.in_nautical_miles()));
    std::string duration = format_duration(totals.duration);
    if (totals.waiting.in_seconds() > 0.0) {
        duration += fmt::format(", {} of it waiting", format_duration(totals.waiting));
    }
    text += line("Duration", duration);
    text += line("Fuel", fmt::format("{:.1f} t, CO2 {:.1f} t", totals.fuel_t, totals.co2_t));
    text += line("Ice risk", totals.min_rio >= ice_free_rio
                                 ? fmt::format("{:.1f} risk hours", totals.risk)
                                 : fmt::format("{:.1f} risk hours, lowest RIO {:.1f}", totals.risk,
                                               totals.min_rio));
    for (const auto& wait : route.waits) {
        text += line("Wait",
                     fmt::format("at {} from {} until {}: {}", geo::format_position(wait.position),
                                 format_instant_short(wait.from), format_instant_short(wait.until),
                                 wait.reason));
    }
    return text;
}

std::string bound_text(const route::Route& route) {
    const auto unit = cost::unit(route.objective);
    std::string words = fmt::format("{:.2f} {} by the objective '{}'", route.totals.cost, unit,
                                    cost::name(route.objective));
    constexpr double says_nothing = 0.995;
    if (const auto gap = route.gap(); gap && *gap < says_nothing) {
        words += fmt::format(
            "; no route under these data and rules can cost less than {:.2f} {}, so this "
            "one is within {:.1f} % of the best",
            *route.lower_bound, unit, std::max(*gap, 0.0) * 100.0);
    } else if (gap) {
        words += "; the lower bound is next to nothing, so how much better a route could be is not "
                 "known";
    } else {
        words += "; no bound on how much better a route could be was computed";
    }
    if (!route.exact_search) {
        words += "; the search was not exact, see the findings";
    }
    return line("Cost", words);
}

std::string leg_table(const route::Route& route) {
    const bool any_name =
        std::any_of(route.waypoints.begin(), route.waypoints.end(),
                    [](const route::Waypoint& waypoint) { return !own_name(waypoint).empty(); });
    std::vector<TextTable::Column> columns{{"#", "", Align::right}, {"Position", "", Align::left}};
    if (any_name) {
        columns.push_back({"Name", "", Align::left});
    }
    for (const auto& [title, unit] : {std::pair{"Crs", "deg"},
                                      {"Dist", "nm"},
                                      {"Time", "UTC"},
                                      {"SOG", "kn"},
                                      {"Ice", "/10"},
                                      {"Thick", "m"},
                                      {"RIO", ""},
                                      {"Depth", "m"}}) {
        columns.push_back({title, unit, Align::right});
    }
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < route.waypoints.size(); ++i) {
        const auto& waypoint = route.waypoints[i];
        std::vector<std::string> row{std::to_string(i + 1),
                                     geo::format_position(waypoint.position)};
        if (any_name) {
            row.push_back(short_name(own_name(waypoint)));
        }
        if (i == 0) {
            row.insert(row.end(),
                       {"", "", format_instant_short(route.departure), "", "", "", "", ""});
        } else {
            const auto& leg = route.legs[i - 1];
            row.insert(row.end(),
                       {fmt::format("{:.0f}{}", leg.initial_bearing.in_degrees(),
                                    waypoint.arrive_by == geo::EdgeKind::rhumb_line ? "R" : ""),
                        fmt::format("{:.1f}", leg.distance.in_nautical_miles()),
                        format_instant_short(leg.arrival),
                        fmt::format("{:.1f}", leg.mean_speed.in_knots()), ice_text(leg),
                        thickness_text(leg), rio_text(leg),
                        leg.min_depth_m ? fmt::format("{:.0f}", *leg.min_depth_m) : "?"});
        }
        table.add_row(std::move(row));
    }
    return table.text(0);
}

std::string leg_table_key(const route::Route& route) {
    const bool any_rhumb =
        std::any_of(route.waypoints.begin(), route.waypoints.end(), [](const auto& waypoint) {
            return waypoint.arrive_by == geo::EdgeKind::rhumb_line;
        });
    return "Each row is a waypoint and the leg, a geodesic, that leads to it: initial course, mean "
           "speed over\nground, most and thickest ice (\"-\": none), lowest RIO, least depth "
           "(\"?\": not "
           "known)." +
           std::string(any_rhumb ? "\nA course with an R is that of a rhumb line." : "") + "\n";
}

std::string provenance_text(const route::Provenance& provenance) {
    std::string text = "\nMade from\n";
    text += line("Scenario", provenance.scenario);
    text += data_text(provenance.data);
    text += line("Coastline", provenance.coastline);
    text += line("Ship", provenance.vessel);
    text += line("Model", provenance.model);
    if (!provenance.cost_model.empty()) {
        text += line("Cost model", provenance.cost_model);
    }
    for (const auto& rule : provenance.rules) {
        // Sources of tables are for programs: the JSON answer has them.
        text += line("Rule", rule.substr(0, rule.find(" (source:")));
    }
    text += line("Grid", provenance.grid);
    text += line("Program", "Fairlead " + provenance.version + ". Not for navigation.");
    return text;
}

std::string plan_text(const route::Route& route, const plan::PlanResult& result) {
    std::string text = wrapped(fmt::format("{}: {:.0f} nm in {}, arriving {}", voyage_name(route),
                                           route.totals.distance.in_nautical_miles(),
                                           format_duration(route.totals.duration),
                                           format_instant_short(route.arrival)));
    text += wrapped(ship_name(result.provenance)) + "\n";
    text += totals_text(route) + bound_text(route) + "\n" + leg_table(route);
    return text + leg_table_key(route) + io::findings_text(result.findings, route.departure) +
           provenance_text(result.provenance);
}

std::string no_route_text(const std::string& voyage, Instant departure, const plan::NoRoute& answer,
                          const plan::PlanResult& result) {
    std::string text = wrapped(voyage + ": NO ROUTE");
    text += wrapped(ship_name(result.provenance)) + "\n" +
            line("Departure", format_instant(departure)) + line("Reason", answer.reason);
    if (answer.farthest) {
        auto words = fmt::format("{}, {:.0f} nm short of the destination",
                                 geo::format_position(*answer.farthest),
                                 answer.farthest_remaining.in_nautical_miles());
        if (answer.farthest_time) {
            words += fmt::format(", reached {}",
                                 format_instant_beside(*answer.farthest_time, departure));
        }
        text += line("Farthest", words);
    }
    for (const auto& sentence : answer.account) {
        text += line("Ahead", sentence);
    }
    for (const auto& remedy : answer.remedies) {
        text += line("Would help", remedy.sentence);
    }
    if (answer.remedies.empty()) {
        text += line("Would help", "nothing that was tried opens a way");
    }
    if (!answer.blocking.empty()) {
        text += "\nWhat stops her, then the worst of what else is closed on the way\n";
        for (const auto& finding : answer.blocking) {
            text += io::finding_text(finding, departure);
        }
    }
    return text + io::findings_text(result.findings, departure) +
           provenance_text(result.provenance);
}

} // namespace fairlead::cli
