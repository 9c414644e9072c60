// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The file that the session's voyage is in, and what that file says beyond the voyage: opened,
/// written, recovered, with the state before kept. Shows nothing and asks nobody.

#include "gui/document/journal.hpp"
#include "gui/document/journal_keeper.hpp"
#include "gui/document/project_file.hpp"
#include "gui/document/route_exchange.hpp"
#include "gui/session/voyage_session.hpp"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>

namespace fairlead::gui {

class VoyageFile : public QObject {
    Q_OBJECT

  public:
    /// @param session outlives this.
    explicit VoyageFile(VoyageSession& session, QObject* parent = nullptr);

    /// Of the project; "": not saved yet.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// What a route file said and the voyage does not hold; null where there is nothing.
    [[nodiscard]] std::shared_ptr<const RouteOrigin> origin() const noexcept { return origin_; }
    [[nodiscard]] bool isSaved() const;

    /// The session goes on with this voyage.
    void begin(const OpenedVoyage& opened);
    /// With a voyage that an earlier run left unsaved, as steps of undo that are not saved.
    /// @throws Error as Journal::recover; the session is as it was then
    void recover(const Recoverable& lost);
    /// The voyage, what its file said beyond it, and what the planner said of candidates. The file
    /// as it was goes to the backups.
    /// @throws Error (io) naming the file; it is as it was then
    void write(const std::filesystem::path& file);
    /// Nothing is left to be saved, or it is not wanted.
    void finish() { journal_.finish(); }

  Q_SIGNALS:
    void begun();
    void written();
    /// What the planner should know, and no reason to stop: the journal or a backup cannot be
    /// written, or another program has changed the file.
    void remarked(const QString& sentence);

  private:
    void start(const OpenedVoyage& opened, int steps);
    void keepFormerState(const std::filesystem::path& file);

    VoyageSession& session_;
    JournalKeeper journal_;
    std::filesystem::path path_;
    KeptMembers kept_;
    std::shared_ptr<const RouteOrigin> origin_;
    std::optional<std::filesystem::file_time_type> seen_; ///< of the file when it was as it is here
};

} // namespace fairlead::gui
