// SPDX-License-Identifier: Apache-2.0
#include "cli/option_names.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::cli {
namespace {

constexpr std::string_view wider_grid = "--margin, or bounds of the scenario";

/// "" for what no option does.
std::string_view options_of(plan::RemedyKind kind) {
    using plan::RemedyKind;
    switch (kind) {
    case RemedyKind::hold_data:
        return "--beyond-data hold";
    case RemedyKind::later_data:
        return "--beyond-data";
    case RemedyKind::missing_data:
    case RemedyKind::data_elsewhere:
        return "--layer";
    case RemedyKind::farther_from_coast:
        return "--fill-coast-cells, --layer";
    case RemedyKind::fill_pole_hole:
        return "--fill-pole-hole";
    case RemedyKind::smaller_cells:
        return "--cell";
    case RemedyKind::wider_grid:
        return wider_grid;
    case RemedyKind::leave_later:
    case RemedyKind::stronger_ship:
    case RemedyKind::less_draught:
    case RemedyKind::without_zones:
    case RemedyKind::free_leg:
    case RemedyKind::other_place:
        break;
    }
    return "";
}

void add_options(std::string& sentence, std::string_view options) {
    if (!options.empty()) {
        sentence += fmt::format(" ({})", options);
    }
}

void name_options(std::vector<rules::Finding>& findings) {
    for (auto& finding : findings) {
        if (finding.code == "grid.edge") {
            add_options(finding.remedy, fmt::format("{}; --via", wider_grid));
        } else if (finding.code == "data.end") {
            add_options(finding.remedy, "--beyond-data");
        }
    }
}

} // namespace

void name_options(plan::PlanResult& result) {
    name_options(result.findings);
    if (auto* const none = std::get_if<plan::NoRoute>(&result.outcome)) {
        name_options(none->blocking);
        for (auto& remedy : none->remedies) {
            add_options(remedy.sentence, options_of(remedy.kind));
        }
    }
}

void expect_ice_layers(const plan::Sea& sea, const rules::RuleSet& rules,
                       const vessel::Vessel& vessel) {
    try {
        plan::expect_ice_data(sea, rules, vessel);
    } catch (const Error& problem) {
        throw Error(problem.code(), fmt::format("{} (--layer sea_ice_concentration=FILE, --layer "
                                                "sea_ice_thickness=NUMBER)",
                                                problem.what()));
    }
}

} // namespace fairlead::cli
