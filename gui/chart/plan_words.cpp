// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/plan_words.hpp"

#include "core/base/text.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/ice_class.hpp"
#include "core/vessel/vessel.hpp"

#include <QCoreApplication>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <utility>

namespace fairlead::chart {

namespace {

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
    case cost::ObjectiveKind::model:
        return "least cost by a model";
    }
    return "";
}

} // namespace

std::string name_of(const plan::Place& place) {
    return place.name.empty() ? geo::format_position(place.position) : place.name;
}

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
        {"Distance", fmt::format("{:.0f} nm", route.totals.distance.in_nautical_miles())},
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
        facts.push_back(
            {"Still to go", fmt::format("{:.0f} nm", none.farthest_remaining.in_nautical_miles())});
    }
    return facts;
}

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

std::string zone_time_text(const env::Zone& zone) {
    const auto time = [](Instant instant) {
        return QString::fromStdString(format_instant_short(instant));
    };
    QString text;
    if (zone.from && zone.until) {
        text = QCoreApplication::translate("Chart", "from %1 until %2")
                   .arg(time(*zone.from), time(*zone.until));
    } else if (zone.from) {
        text = QCoreApplication::translate("Chart", "from %1").arg(time(*zone.from));
    } else if (zone.until) {
        text = QCoreApplication::translate("Chart", "until %1").arg(time(*zone.until));
    }
    return text.toStdString();
}

std::string ice_date_text(const env::Environment& environment,
                          const env::Environment::Coverage& coverage, Instant from, Instant until) {
    std::string text = from < until ? "as met, " + days_text(from, until) : instant_text(from);
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

} // namespace fairlead::chart
