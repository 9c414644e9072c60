// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/sample_voyage.hpp"

#include "gui/document/line_edits.hpp"

namespace fairlead::gui {

Voyage sample_voyage(const geo::Gazetteer& gazetteer) {
    Voyage voyage;
    voyage.name = "Sample voyage";
    voyage.departure = parse_instant("2030-08-10T06:00Z");
    for (const auto* name : {"Murmansk", "Bering Strait"}) {
        append_point(voyage, gazetteer.find(name).position, name);
    }
    return voyage;
}

} // namespace fairlead::gui
