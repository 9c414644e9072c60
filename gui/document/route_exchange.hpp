// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Voyages from files of every kind that can be opened, and routes for other programs from
/// voyages. What a file says and a voyage does not hold is kept beside it where the format is RTZ,
/// and said in a remark otherwise.

#include "core/io/route_document.hpp"
#include "gui/document/project_file.hpp"
#include "gui/document/voyage.hpp"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::gui {

/// A route file as it was read, so that what only RTZ knows can be written back.
struct RouteOrigin {
    io::RouteDocument document;
    std::vector<PointId> ids; ///< of the voyage's points, in the order of the document's
};

struct OpenedVoyage {
    Project project;
    /// Where "save" writes to; "" if the voyage was read from a file of another kind.
    std::filesystem::path file;
    QStringList remarks; ///< what was taken, passed over or left out, in sentences
    QStringList routes;  ///< names of those in the file, where it holds several
    /// Null unless a route file was opened, or a project that began as one.
    std::shared_ptr<const RouteOrigin> origin;
};

/// Suffixes of what open_voyage() reads, with their dots.
[[nodiscard]] QStringList openable_suffixes();
[[nodiscard]] bool is_openable(const std::filesystem::path& file);

/// `.fairlead`: the voyage as it was saved. `.toml`: the scenario as the sea of `current`, whose
/// places and times stay. A route: its waypoints, set by the planner, its legs as the file draws
/// them; ship, sea and rules of `current`, as the remarks say.
/// @param which of several routes in the file.
/// @throws Error naming the file, as read_project, io::read_scenario and io::read_route_file.
[[nodiscard]] OpenedVoyage open_voyage(const std::filesystem::path& file, const Voyage& current,
                                       std::size_t which = 0);

/// The voyage's line for other programs: with times and findings where it was judged.
/// @param judged null, or of the line as it stands, with its findings and provenance.
/// @param origin null, or what the voyage was read from.
/// @pre two waypoints at least; judged has as many
[[nodiscard]] io::RouteDocument
route_document(const Voyage& voyage, const io::RouteDocument* judged, const RouteOrigin* origin);

/// So that a project file keeps the origin, too; none for null or what no RTZ file said.
[[nodiscard]] std::optional<KeptRoute> kept_route(const RouteOrigin* origin);

/// A format in which a route can be written.
struct RouteFormat {
    QString name;   ///< "RTZ 1.0 (bridges)"
    QString suffix; ///< ".rtz"
    QString about;  ///< for whom it is, in one sentence
    io::RtzVersion rtz_version = io::RtzVersion::v1_0;
};
[[nodiscard]] std::vector<RouteFormat> route_formats();

} // namespace fairlead::gui
