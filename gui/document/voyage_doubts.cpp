// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/voyage_doubts.hpp"

#include "core/base/error.hpp"
#include "core/io/vessel_file.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/document/zone_shape.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace fairlead::gui {

namespace {

struct DoubtWords {
    Q_DECLARE_TR_FUNCTIONS(VoyageDoubts)
};

/// A scenario that comes with Fairlead has a name and no path.
bool is_missing_file(const std::string& scenario) {
    std::error_code ignored;
    return scenario.find('/') != std::string::npos &&
           !std::filesystem::is_regular_file(scenario, ignored);
}

/// Never in the middle of a character of UTF-8.
std::string first_bytes(const std::string& text, std::size_t most) {
    constexpr unsigned continuation_mask = 0xC0;
    constexpr unsigned continuation = 0x80;
    auto end = std::min(text.size(), most);
    while (end > 0 && end < text.size() &&
           (static_cast<unsigned char>(text[end]) & continuation_mask) == continuation) {
        --end;
    }
    return text.substr(0, end);
}

void doubt_zone(const VoyageZone& zone, std::size_t index, const QString& file,
                QStringList& doubts) {
    const auto member = QStringLiteral("zones[%1]").arg(index);
    const auto name = to_qt(zone.name);
    if (lies_on_one_line(zone.corners)) {
        doubts.append(DoubtWords::tr("%1: the corners of %2 (\"%3\") lie on one line: the zone "
                                     "encloses nothing and keeps no ship out.")
                          .arg(file, member, name));
    } else if (const auto crossing = crossing_edges(zone.corners)) {
        doubts.append(DoubtWords::tr("%1: %2 (\"%3\") crosses itself: its edge after corner %4 "
                                     "and that after corner %5. Look on the chart at what is "
                                     "inside, and move its corners.")
                          .arg(file, member, name)
                          .arg(crossing->first + 1)
                          .arg(crossing->second + 1));
    }
    if (zone.from && zone.until && *zone.from >= *zone.until) {
        doubts.append(DoubtWords::tr("%1: %2 (\"%3\") is in force from %4 until %5, so it never "
                                     "is: set its times.")
                          .arg(file, member, name, to_qt(format_instant(*zone.from)),
                               to_qt(format_instant(*zone.until))));
    }
}

} // namespace

QStringList cut_long_names(Voyage& voyage, const QString& file) {
    QStringList said;
    for (std::size_t i = 0; i < voyage.points.size(); ++i) {
        auto& name = voyage.points[i].name;
        const auto bytes = name.size();
        if (bytes > most_name_bytes) {
            name = first_bytes(name, most_name_bytes);
            said.append(DoubtWords::tr("%1: points[%2].name has %3 bytes; the first %4 are kept.")
                            .arg(file)
                            .arg(i)
                            .arg(bytes)
                            .arg(name.size()));
        }
    }
    return said;
}

QStringList doubts_about(const Voyage& voyage, const QString& file) {
    QStringList doubts;
    for (std::size_t i = 0; i < voyage.zones.size(); ++i) {
        doubt_zone(voyage.zones[i], i, file, doubts);
    }
    try {
        static_cast<void>(io::find_vessel(voyage.vessel));
    } catch (const Error& problem) {
        doubts.append(
            DoubtWords::tr("%1: vessel: %2").arg(file, QString::fromUtf8(problem.what())));
    }
    if (is_missing_file(voyage.sea.scenario)) {
        doubts.append(DoubtWords::tr("%1: sea.scenario is \"%2\", and there is no such file.")
                          .arg(file, to_qt(voyage.sea.scenario)));
    }
    return doubts;
}

} // namespace fairlead::gui
