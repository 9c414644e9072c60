// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/limits.hpp"

#include <QCoreApplication>

namespace fairlead::gui {

namespace {

struct LimitWords {
    Q_DECLARE_TR_FUNCTIONS(VoyageLimits)
};

Instant start_of(int year) {
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::January / 1);
}

} // namespace

bool is_possible_departure(Instant departure) {
    return departure >= start_of(first_departure_year) && departure < start_of(departure_years_end);
}

QString possible_departures() {
    return LimitWords::tr("a time from %1 to %2")
        .arg(first_departure_year)
        .arg(departure_years_end - 1);
}

} // namespace fairlead::gui
