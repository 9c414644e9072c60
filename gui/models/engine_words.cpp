// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/engine_words.hpp"

#include "gui/models/words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace fairlead::gui {

namespace {

struct EngineWords {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::EngineWords)
};

struct Title {
    std::string_view code;
    const char* words;
};

/// In the order of the engine's folders: route, rules, plan.
constexpr std::array titles{
    Title{"route.wait", QT_TRANSLATE_NOOP("FindingTitle", "Waiting under way")},
    Title{"route.times_not_kept",
          QT_TRANSLATE_NOOP("FindingTitle", "Times of the file cannot be kept")},
    Title{"route.judged_ahead",
          QT_TRANSLATE_NOOP("FindingTitle", "Judged ahead of the file's times")},
    Title{"route.closed", QT_TRANSLATE_NOOP("FindingTitle", "Passage forbidden")},
    Title{"route.trapped",
          QT_TRANSLATE_NOOP("FindingTitle", "Waiting does not help: the place itself closes")},
    Title{"route.no_opening",
          QT_TRANSLATE_NOOP("FindingTitle", "Waiting does not help: the way does not open")},
    Title{"ship.current", QT_TRANSLATE_NOOP("FindingTitle", "The current sets the ship off")},
    Title{"ship.forced_speed",
          QT_TRANSLATE_NOOP("FindingTitle", "Beset: times go on at the least speed")},
    Title{"land.crossing", QT_TRANSLATE_NOOP("FindingTitle", "The track meets land")},
    Title{"land.close", QT_TRANSLATE_NOOP("FindingTitle", "The track passes close to land")},
    Title{"data.filled", QT_TRANSLATE_NOOP("FindingTitle", "Filled from the nearest value")},
    Title{"data.gap", QT_TRANSLATE_NOOP("FindingTitle", "Interpolated over missing days")},
    Title{"data.unread", QT_TRANSLATE_NOOP("FindingTitle", "Data that cannot be read")},
    Title{"data.held", QT_TRANSLATE_NOOP("FindingTitle", "Held at the last value")},
    Title{"data.climatology", QT_TRANSLATE_NOOP("FindingTitle", "Climatology beyond the data")},
    Title{"data.assumed", QT_TRANSLATE_NOOP("FindingTitle", "Assumed value")},
    Title{"data.stood_in",
          QT_TRANSLATE_NOOP("FindingTitle", "Assumed value where the data have none")},
    Title{"data.no_current",
          QT_TRANSLATE_NOOP("FindingTitle", "Current not known, taken for none")},

    Title{"data.no_concentration",
          QT_TRANSLATE_NOOP("FindingTitle", "Not known, but needed to judge")},
    Title{"data.no_thickness", QT_TRANSLATE_NOOP("FindingTitle", "Not known, but needed to judge")},
    Title{"zone.prohibited", QT_TRANSLATE_NOOP("FindingTitle", "Passage prohibited in a zone")},
    Title{"zone.speed_limit", QT_TRANSLATE_NOOP("FindingTitle", "Speed limited in a zone")},
    Title{"under_keel_clearance.not_checked",
          QT_TRANSLATE_NOOP("FindingTitle", "Under-keel clearance not checked: depth not known")},
    Title{"under_keel_clearance.insufficient",
          QT_TRANSLATE_NOOP("FindingTitle", "Under-keel clearance insufficient")},
    Title{"under_keel_clearance.speed_limit",
          QT_TRANSLATE_NOOP("FindingTitle", "Speed limited by squat in shallow water")},
    Title{"polaris.elevated", QT_TRANSLATE_NOOP("FindingTitle", "POLARIS: elevated risk in ice")},
    Title{"polaris.special_consideration",
          QT_TRANSLATE_NOOP("FindingTitle", "POLARIS: subject to special consideration")},
    Title{"risk.worst_case",
          QT_TRANSLATE_NOOP("FindingTitle", "Risk counted for the heaviest ice: it is not known")},
    Title{"vessel.beset", QT_TRANSLATE_NOOP("FindingTitle", "Beset in ice")},

    Title{"blocked.none",
          QT_TRANSLATE_NOOP("FindingTitle", "Open only when the ship is not there")},
    Title{"blocked.land", QT_TRANSLATE_NOOP("FindingTitle", "Blocked by land")},
    Title{"blocked.no data", QT_TRANSLATE_NOOP("FindingTitle", "Blocked for want of data")},
    Title{"blocked.zone", QT_TRANSLATE_NOOP("FindingTitle", "Blocked by a zone")},
    Title{"blocked.under-keel clearance",
          QT_TRANSLATE_NOOP("FindingTitle", "Blocked by under-keel clearance")},
    Title{"blocked.POLARIS", QT_TRANSLATE_NOOP("FindingTitle", "Blocked by POLARIS")},
    Title{"blocked.beset", QT_TRANSLATE_NOOP("FindingTitle", "Blocked: the ship would be beset")},
    Title{"data.missing", QT_TRANSLATE_NOOP("FindingTitle", "Data missing under way")},
    Title{"data.end", QT_TRANSLATE_NOOP("FindingTitle", "The data end before the ship is there")},
    Title{"time.window",
          QT_TRANSLATE_NOOP("FindingTitle", "Never open when the ship can be there")},
    Title{"land.enclosed", QT_TRANSLATE_NOOP("FindingTitle", "No water joins it to the open sea")},
    Title{"search.not_exact", QT_TRANSLATE_NOOP("FindingTitle", "Not proven on the grid")},
    Title{"search.repaired",
          QT_TRANSLATE_NOOP("FindingTitle", "Cells closed after the check of the line")},
    Title{"bound.none", QT_TRANSLATE_NOOP("FindingTitle", "No lower bound proven")},
    Title{"remedy.none",
          QT_TRANSLATE_NOOP("FindingTitle", "None of the changes tried opens a way")},
    Title{"grid.edge", QT_TRANSLATE_NOOP("FindingTitle", "The route runs along the grid's edge")},
    Title{"mesh.place_moved", QT_TRANSLATE_NOOP("FindingTitle", "A place was moved into the mesh")},
    Title{"grid.widened", QT_TRANSLATE_NOOP("FindingTitle", "Searched again on a wider grid")},
    Title{"place.note", QT_TRANSLATE_NOOP("FindingTitle", "Note on the place")},
    Title{"place.moved", QT_TRANSLATE_NOOP("FindingTitle", "Place moved from land to water")},
    Title{"place.approach",
          QT_TRANSLATE_NOOP("FindingTitle", "Harbour approach not held off land: pilotage")},
    Title{"zone.without_effect", QT_TRANSLATE_NOOP("FindingTitle", "Zone without effect")},
    Title{"ice.near_land", QT_TRANSLATE_NOOP("FindingTitle", "Ice near land may be none")},
    Title{"vessel.unverified", QT_TRANSLATE_NOOP("FindingTitle", "Value of the ship not verified")},
    Title{"data.hidden", QT_TRANSLATE_NOOP("FindingTitle", "A number hides the data below it")},
    Title{"data.doubt", QT_TRANSLATE_NOOP("FindingTitle", "Doubt about the data")},
    Title{"data.note", QT_TRANSLATE_NOOP("FindingTitle", "Note on the data")},
    Title{"scenario.note", QT_TRANSLATE_NOOP("FindingTitle", "Note of the scenario")},
};

/// Rules that are no publication's.
constexpr std::array rule_names{
    QT_TRANSLATE_NOOP("RuleName", "data"),
    QT_TRANSLATE_NOOP("RuleName", "data coverage"),
    QT_TRANSLATE_NOOP("RuleName", "data needed to judge"),
    QT_TRANSLATE_NOOP("RuleName", "harbour approach"),
    QT_TRANSLATE_NOOP("RuleName", "land"),
    QT_TRANSLATE_NOOP("RuleName", "land: clearance"),
    QT_TRANSLATE_NOOP("RuleName", "layers"),
    QT_TRANSLATE_NOOP("RuleName", "lower bound"),
    QT_TRANSLATE_NOOP("RuleName", "opening times"),
    QT_TRANSLATE_NOOP("RuleName", "place"),
    QT_TRANSLATE_NOOP("RuleName", "place on water"),
    QT_TRANSLATE_NOOP("RuleName", "planning grid"),
    QT_TRANSLATE_NOOP("RuleName", "remedies"),
    QT_TRANSLATE_NOOP("RuleName", "search"),
    QT_TRANSLATE_NOOP("RuleName", "ship"),
    QT_TRANSLATE_NOOP("RuleName", "speed model of the vessel"),
    QT_TRANSLATE_NOOP("RuleName", "times of the file"),
    QT_TRANSLATE_NOOP("RuleName", "under-keel clearance, squat by Barrass (2004)"),
    QT_TRANSLATE_NOOP("RuleName", "vessel file"),
    QT_TRANSLATE_NOOP("RuleName", "waiting"),
    QT_TRANSLATE_NOOP("RuleName", "zones"),
};

/// What progress says, from opening data to the finished line.
constexpr std::array stages{
    QT_TRANSLATE_NOOP("Stage", "opening data"),
    QT_TRANSLATE_NOOP("Stage", "reading the sea"),
    QT_TRANSLATE_NOOP("Stage", "arcs clear of land"),
    QT_TRANSLATE_NOOP("Stage", "searching"),
    QT_TRANSLATE_NOOP("Stage", "search"),
    QT_TRANSLATE_NOOP("Stage", "refining"),
    QT_TRANSLATE_NOOP("Stage", "bounding"),
    QT_TRANSLATE_NOOP("Stage", "evaluating the route"),
};

/// What of the subject the title does not say yet: a ship's or a zone's name, a variable.
QString about(const rules::Finding& finding) {
    if (finding.subject.empty() ||
        (finding.position && finding.subject == geo::format_position(*finding.position))) {
        return {};
    }
    if (finding.subject == finding.message) {
        return sentence_text(finding.message);
    }
    if (const auto variable = env::variable_named(finding.subject);
        variable && env::info(*variable).name == finding.subject) {
        return variable_text(*variable);
    }
    return QString::fromStdString(finding.subject);
}

} // namespace

QString finding_title(const rules::Finding& finding) {
    const auto* const title = std::find_if(
        titles.begin(), titles.end(), [&](const Title& one) { return one.code == finding.code; });
    if (title == titles.end()) {
        return {};
    }
    const auto words = QCoreApplication::translate("FindingTitle", title->words);
    if (words == QLatin1String(title->words)) {
        return {}; // English: the sentence says the same, and more
    }
    const auto subject = about(finding);
    return subject.isEmpty() ? words : EngineWords::tr("%1: %2").arg(words, subject);
}

QString finding_line(const rules::Finding& finding) {
    const auto title = finding_title(finding);
    return title.isEmpty() ? sentence_text(finding.message) : title;
}

QString rule_text(const std::string& rule) {
    const auto* const name =
        std::find(rule_names.begin(), rule_names.end(), std::string_view(rule));
    if (name == rule_names.end()) {
        return sentence_text(rule);
    }
    const auto words = QCoreApplication::translate("RuleName", *name);
    return words == QLatin1String(*name) ? sentence_text(rule) : words;
}

QString ice_class_text(vessel::IceClass ice_class) {
    const auto name = vessel::name(ice_class);
    return ice_class == vessel::IceClass::none
               ? EngineWords::tr("no ice class")
               : QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString no_route_line(const plan::NoRoute& none) {
    const auto title = none.blocking.empty() ? QString() : finding_title(none.blocking.front());
    return title.isEmpty() ? sentence_text(none.reason) : title;
}

QString stage_text(const QString& stage) {
    const auto* const known = std::find_if(
        stages.begin(), stages.end(), [&](const char* one) { return stage == QLatin1String(one); });
    return known == stages.end() ? stage : QCoreApplication::translate("Stage", *known);
}

QString quality_text(env::Quality quality) {
    switch (quality) {
    case env::Quality::ok:
        return EngineWords::tr("known");
    case env::Quality::filled:
        return EngineWords::tr("filled from a neighbour");
    case env::Quality::gap:
        return EngineWords::tr("interpolated over a gap");
    case env::Quality::held:
        return EngineWords::tr("held");
    case env::Quality::climatology:
        return EngineWords::tr("climatology");
    case env::Quality::assumed:
        return EngineWords::tr("assumed");
    case env::Quality::stood_in:
        return EngineWords::tr("assumed for want of data");
    case env::Quality::land:
        return EngineWords::tr("land");
    case env::Quality::coast:
        return EngineWords::tr("coast");
    case env::Quality::pole_hole:
        return EngineWords::tr("pole hole");
    case env::Quality::missing:
        return EngineWords::tr("missing");
    case env::Quality::out_of_range:
        return EngineWords::tr("out of range");
    case env::Quality::too_coarse:
        return EngineWords::tr("the data are too coarse so near land");
    case env::Quality::outside_area:
        return EngineWords::tr("outside the area of the data");
    case env::Quality::outside_time:
        return EngineWords::tr("outside the time of the data");
    case env::Quality::no_layer:
        return EngineWords::tr("no such data");
    }
    return {};
}

} // namespace fairlead::gui
