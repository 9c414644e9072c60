// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// A route file before it is written: its bytes, and what whoever receives it must know.

#include "core/plan/judgement.hpp"
#include "gui/document/route_exchange.hpp"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <string>

namespace fairlead::gui {

/// What is to be exported. Pointers may be null.
struct ExportSource {
    const Voyage& voyage;
    const plan::Judgement* judgement; ///< of the line as it stands
    const RouteOrigin* origin;
};

struct PreparedExport {
    std::string bytes;
    QStringList warnings; ///< why the line should not be sailed as it stands
    QStringList remarks;  ///< what the format cannot hold
};

/// @throws Error naming the file, for what the format does not allow.
/// @pre two waypoints at least
[[nodiscard]] PreparedExport prepare_export(const ExportSource& source, const RouteFormat& format,
                                            const std::filesystem::path& file);

} // namespace fairlead::gui
