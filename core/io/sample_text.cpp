// SPDX-License-Identifier: Apache-2.0
#include "core/io/sample_text.hpp"

#include "core/base/text_layout.hpp"
#include "core/io/finding_text.hpp"

#include <fmt/format.h>

namespace fairlead::io {

namespace {

std::string land_text(const SampleDocument& sample) {
    if (!sample.land) {
        return "  Land       not looked at (--coastline none)\n";
    }
    const auto& distance = sample.land->distance;
    const auto words = sample.land->is_land ? std::string("this is land")
                       : distance ? fmt::format("{:.2f} nm away", distance->in_nautical_miles())
                                  : fmt::format("more than {:.0f} nm away",
                                                SampleDocument::land_reach.in_nautical_miles());
    return fmt::format("  Land       {} ({})\n", words, sample.land->coastline);
}

std::string ship_text(const SampleDocument::Ship& ship, Instant told) {
    std::string text = fmt::format("\n{} (ice class {})\n", ship.name, ship.ice_class);
    text += ship.allowed ? fmt::format("  Speed      {:.1f} kn, {:.2f} t of fuel an hour\n",
                                       ship.speed_kn, ship.fuel_t_per_h)
                         : fmt::format("  Speed      none: {}\n", ship.block);
    if (ship.speed_limit_kn) {
        text += fmt::format("  Limit      {:.1f} kn by rule\n", *ship.speed_limit_kn);
    }
    if (ship.rio) {
        text += fmt::format("  RIO        {:.1f}\n", *ship.rio);
    }
    if (ship.risk_per_h) {
        text += fmt::format("  Ice risk   {:.2f} risk hours an hour\n", *ship.risk_per_h);
    }
    return text + findings_text(ship.findings, told);
}

} // namespace

std::string sample_text(const SampleDocument& sample) {
    const auto position = geo::format_position(sample.position);
    std::string text =
        fmt::format("{}{}{}\n", position, sample.name == position ? "" : " (" + sample.name + ")",
                    sample.time ? " at " + format_instant(*sample.time) : std::string());
    if (!sample.note.empty()) {
        text += wrapped(sample.note, "  Place      ");
    }
    using Align = TextTable::Align;
    TextTable table({{"Variable", "", Align::left},
                     {"Value", "", Align::right},
                     {"Unit", "", Align::left},
                     {"Quality", "", Align::left},
                     {"From", "", Align::left}});
    for (const auto& value : sample.values) {
        table.add_row({value.variable, value.value ? fmt::format("{:.4g}", *value.value) : "-",
                       value.unit, value.quality, value.from});
    }
    text += land_text(sample) + "\n" + table.text();
    if (sample.coastal_ice_doubt) {
        text += '\n';
        text += wrapped("the cell of the ice is mixed with land or filled from its "
                        "neighbours: satellites take coasts for ice, there may be none; "
                        "compare with an ice chart",
                        "  Caution    ");
    }
    if (sample.ship) {
        text += ship_text(*sample.ship, sample.time.value_or(Instant{}));
    }
    return text + findings_text(sample.findings, sample.time.value_or(Instant{}));
}

} // namespace fairlead::io
