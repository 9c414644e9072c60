// SPDX-License-Identifier: Apache-2.0
#include "core/io/study_file.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/cost_model_file.hpp"
#include "core/io/toml_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace fairlead::io {
namespace {

constexpr Limits any_price{0.0, 1e12};
/// Hourly for a century.
constexpr std::size_t most_departures = 900'000;
constexpr Limits departure_step_h{1.0 / 60.0, 24.0 * 366.0};

const TomlKeys study_keys{"name",       "notes",         "scenarios",   "ships",     "voyage",
                          "departures", "objectives",    "cost_models", "prices",    "rules",
                          "skip",       "sample",        "grid",        "coastline", "line",
                          "may_wait",   "clearance_nmi", "lower_bound", "sail_in"};

/// At least one, each once.
std::vector<std::string> axis(const TomlTable& study, std::string_view key,
                              std::vector<std::string> otherwise = {}) {
    auto values = study.has(key) ? study.texts(key) : std::move(otherwise);
    if (values.empty()) {
        study.fail(key, study.has(key) ? "names none" : "is missing: a study needs at least one");
    }
    std::set<std::string> seen;
    for (const auto& value : values) {
        if (value.empty()) {
            study.fail(key, "holds an empty text");
        }
        if (!seen.insert(value).second) {
            study.fail(key, fmt::format("names '{}' twice", value));
        }
    }
    return values;
}

StudyVoyage way_back(const StudyVoyage& out, bool is_named) {
    StudyVoyage back = out;
    std::swap(back.from, back.to);
    std::reverse(back.via.begin(), back.via.end());
    back.name = is_named ? out.name + ", back" : fmt::format("{} to {}", back.from, back.to);
    return back;
}

std::vector<StudyVoyage> read_voyages(const TomlTable& study, const std::string& file) {
    std::vector<StudyVoyage> voyages;
    for (const auto* table : study.tables("voyage")) {
        const TomlTable toml(*table, file, {"name", "from", "to", "via", "both_ways"});
        StudyVoyage voyage;
        voyage.where = toml.where();
        voyage.from = required_text(toml, "from");
        voyage.to = required_text(toml, "to");
        voyage.via = toml.texts("via");
        const auto given = toml.text("name");
        voyage.name = given.value_or(fmt::format("{} to {}", voyage.from, voyage.to));
        voyages.push_back(voyage);
        if (toml.boolean("both_ways").value_or(false)) {
            voyages.push_back(way_back(voyage, given.has_value()));
        }
    }
    if (voyages.empty()) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: no [[voyage]]: a study needs at least one", file));
    }
    std::set<std::string> names;
    for (const auto& voyage : voyages) {
        if (!names.insert(voyage.name).second) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: a second voyage of the name '{}'; give one of them "
                                    "another 'name'",
                                    voyage.where, voyage.name));
        }
    }
    return voyages;
}

std::vector<Instant> read_departures(const toml::table& table, const std::string& file) {
    const TomlTable toml(table, file, {"from", "until", "step_h", "list"});
    std::set<Instant> departures;
    for (const auto time : toml.instants("list")) {
        if (!departures.insert(time).second) {
            toml.fail("list", fmt::format("names {} twice", format_instant(time)));
        }
    }
    const auto from = toml.instant("from");
    const auto until = toml.instant("until");
    if (from.has_value() != until.has_value()) {
        toml.fail(from ? "from" : "until", "needs the other end of the window, too");
    }
    if (!from && toml.has("step_h")) {
        toml.fail("step_h", "needs a window: from and until");
    }
    if (from) {
        if (*until < *from) {
            toml.fail("until", "is earlier than from");
        }
        const double step_h = number_or(toml, "step_h", 24.0, departure_step_h);
        const auto step = std::chrono::seconds{std::llround(step_h * seconds_per_hour)};
        if (static_cast<std::size_t>((*until - *from) / step) >= most_departures) {
            toml.fail("step_h", fmt::format("makes more than {} departures", most_departures));
        }
        for (auto time = *from; time <= *until; time += step) {
            departures.insert(time);
        }
    }
    if (departures.empty()) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: [departures] needs a window (from, until, step_h) or a list",
                                toml.where()));
    }
    return {departures.begin(), departures.end()};
}

cost::Prices read_prices(const toml::table& table, const std::string& file) {
    const TomlTable toml(table, file, {"per_hour", "per_tonne_fuel", "per_risk", "per_tonne_co2"});
    return {number_or(toml, "per_hour", 0.0, any_price),
            number_or(toml, "per_tonne_fuel", 0.0, any_price),
            number_or(toml, "per_risk", 0.0, any_price),
            number_or(toml, "per_tonne_co2", 0.0, any_price)};
}

/// Beside the study file where it is there; else as it is written.
std::string beside(const std::string& study_file, const std::string& written) {
    const auto file = std::filesystem::path(study_file).parent_path() / written;
    std::error_code ignored; // a formula may be longer than any file's name
    return std::filesystem::exists(file, ignored) ? file.string() : written;
}

std::vector<StudyObjective> read_objectives(const TomlTable& study, const std::string& file) {
    std::vector<StudyObjective> objectives;
    bool by_money = false;
    const bool only_models = study.has("cost_models") && !study.has("objectives");
    for (const auto& word :
         only_models ? std::vector<std::string>{} : axis(study, "objectives", {"time"})) {
        const auto kind = cost::objective_named(word);
        if (!kind) {
            const auto meant = closest(word, {"time", "distance", "fuel", "risk", "co2", "money"});
            study.fail("objectives",
                       fmt::format("names '{}'; {}", word,
                                   meant ? fmt::format("did you mean {}?", *meant)
                                         : "it is one of time, distance, fuel, risk, co2, money"));
        }
        objectives.push_back({word, {*kind, {}}});
        by_money = by_money || *kind == cost::ObjectiveKind::money;
    }
    if (study.has("cost_models")) {
        for (const auto& text : axis(study, "cost_models")) {
            const auto what = study.where("cost_models") + ": cost_models";
            objectives.push_back(
                {text,
                 {cost::ObjectiveKind::model, {}, find_cost_model(beside(file, text), what)}});
        }
    }
    const auto* prices = study.table("prices");
    if (by_money != (prices != nullptr)) {
        study.fail(by_money ? "objectives" : "prices",
                   by_money ? "names money, but there is no [prices]"
                            : "are for the objective money, which is not among the objectives");
    }
    if (prices != nullptr) {
        for (auto& [text, objective] : objectives) {
            if (objective.kind == cost::ObjectiveKind::money) {
                objective.prices = read_prices(*prices, file);
            }
        }
    }
    return objectives;
}

StudySkip read_skip(const toml::table& table, const std::string& file) {
    const TomlTable toml(table, file,
                         {"scenario", "ship", "voyage", "objective", "rules", "from", "until"});
    StudySkip skip;
    skip.where = toml.where();
    skip.scenarios = toml.texts("scenario");
    skip.ships = toml.texts("ship");
    skip.voyages = toml.texts("voyage");
    skip.objectives = toml.texts("objective");
    skip.rules = toml.texts("rules");
    skip.from = toml.instant("from");
    skip.until = toml.instant("until");
    if (skip.scenarios.empty() && skip.ships.empty() && skip.voyages.empty() &&
        skip.objectives.empty() && skip.rules.empty() && !skip.from && !skip.until) {
        throw Error(ErrorCode::malformed, skip.where + ": a [[skip]] that leaves out every route");
    }
    return skip;
}

/// Skips that name what the study has not are slips of the keyboard.
void expect_known(const StudySkip& skip, const char* key, const std::vector<std::string>& named,
                  const std::vector<std::string>& known) {
    for (const auto& name : named) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const auto meant = closest(name, known);
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: skip: {} '{}' is not one of the study{}", skip.where, key,
                                    name,
                                    meant ? fmt::format("; did you mean '{}'?", *meant) : ""));
        }
    }
}

void expect_known(const StudyFile& study) {
    std::vector<std::string> voyages;
    for (const auto& voyage : study.voyages) {
        voyages.push_back(voyage.name);
    }
    std::vector<std::string> objectives;
    for (const auto& objective : study.objectives) {
        objectives.push_back(objective.text);
    }
    for (const auto& skip : study.skips) {
        expect_known(skip, "scenario", skip.scenarios, study.scenarios);
        expect_known(skip, "ship", skip.ships, study.ships);
        expect_known(skip, "voyage", skip.voyages, voyages);
        expect_known(skip, "objective", skip.objectives, objectives);
        expect_known(skip, "rules", skip.rules, study.rules);
    }
}

void read_grid_options(const toml::table& table, const std::string& file, StudyFile& study) {
    const TomlTable grid(table, file, {"cell_km", "margin_km", "neighbours"});
    if (grid.has("cell_km")) {
        study.cell_km = required_number(grid, "cell_km", {0.1, 200.0});
    }
    study.margin_km = number_or(grid, "margin_km", study.margin_km, {50.0, 20000.0});
    const auto neighbours = grid.integer("neighbours").value_or(study.neighbours);
    if (neighbours != 8 && neighbours != 16 && neighbours != 32) {
        grid.fail("neighbours", fmt::format("is {}, not 8, 16 or 32", neighbours));
    }
    study.neighbours = neighbours;
}

StudyFile::Sample read_sample(const toml::table& table, const std::string& file) {
    const TomlTable toml(table, file, {"count", "seed"});
    constexpr double greatest = std::numeric_limits<std::int32_t>::max();
    const double count = required_number(toml, "count", {1.0, greatest});
    const double seed = number_or(toml, "seed", 0.0, {0.0, greatest});
    return {static_cast<std::size_t>(count), static_cast<std::uint64_t>(seed)};
}

} // namespace

StudyFile parse_study(std::string_view text, const std::filesystem::path& file) {
    const auto name = file.string();
    const auto table = parse_toml(text, name);
    const TomlTable toml(table, name, study_keys);
    StudyFile study;
    study.file = file;
    study.name = toml.text("name").value_or(file.stem().string());
    study.notes = toml.texts("notes");
    study.scenarios = axis(toml, "scenarios");
    study.ships = axis(toml, "ships");
    study.voyages = read_voyages(toml, name);
    const auto* departures = toml.table("departures");
    if (departures == nullptr) {
        throw Error(ErrorCode::malformed, name + ": no [departures]");
    }
    study.departures = read_departures(*departures, name);
    study.objectives = read_objectives(toml, name);
    study.rules = axis(toml, "rules", {"polaris,ukc,zones"});
    for (const auto* skip : toml.tables("skip")) {
        study.skips.push_back(read_skip(*skip, name));
    }
    expect_known(study);
    if (const auto* sample = toml.table("sample")) {
        study.sample = read_sample(*sample, name);
    }
    if (const auto* grid = toml.table("grid")) {
        read_grid_options(*grid, name, study);
    }
    study.sail_in = toml.text("sail_in").value_or("");
    if (toml.has("sail_in") && study.sail_in.empty()) {
        toml.fail("sail_in", "holds an empty text");
    }
    study.coastline = toml.text("coastline").value_or(study.coastline);
    study.clearance_nmi = number_or(toml, "clearance_nmi", study.clearance_nmi, {0.0, 100.0});
    study.may_wait = toml.boolean("may_wait").value_or(study.may_wait);
    study.with_lower_bound = toml.boolean("lower_bound").value_or(study.with_lower_bound);
    if (const auto line = toml.text("line")) {
        study.line = choice<StudyLine>(toml, "line", *line,
                                       {{"grid", StudyLine::grid},
                                        {"refined", StudyLine::refined},
                                        {"waypoints", StudyLine::waypoints}});
    }
    return study;
}

StudyFile read_study(const std::filesystem::path& file) {
    return parse_study(read_text_file(file), file);
}

} // namespace fairlead::io
