// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/voyage_file.hpp"

#include "core/base/error.hpp"
#include "gui/document/backups.hpp"

#include <system_error>
#include <utility>

namespace fairlead::gui {

namespace {

/// Nothing if there is no such file.
std::optional<std::filesystem::file_time_type> changed_at(const std::filesystem::path& file) {
    std::error_code problem;
    const auto time = std::filesystem::last_write_time(file, problem);
    return problem ? std::nullopt : std::optional(time);
}

} // namespace

VoyageFile::VoyageFile(VoyageSession& session, QObject* parent)
    : QObject(parent), session_(session), journal_(session.document(), Journal::default_folder()) {
    connect(&journal_, &JournalKeeper::failed, this, &VoyageFile::remarked);
}

bool VoyageFile::isSaved() const {
    return session_.document().undoStack().isClean();
}

void VoyageFile::begin(const OpenedVoyage& opened) {
    start(opened, 0);
}

void VoyageFile::recover(const Recoverable& lost) {
    OpenedVoyage opened;
    const auto voyage = Journal::recover(lost);
    if (changed_at(lost.project)) {
        try { // the journal has the voyage alone
            opened = open_voyage(lost.project, voyage);
        } catch (const Error& problem) {
            Q_EMIT remarked(QString::fromUtf8(problem.what()));
        }
    }
    opened.project.voyage = voyage;
    opened.file = lost.project;
    start(opened, lost.steps);
    Journal::discard(lost); // it is in this program's journal now
}

void VoyageFile::start(const OpenedVoyage& opened, int steps) {
    path_ = opened.file;
    seen_ = changed_at(path_);
    kept_ = opened.project.kept;
    origin_ = opened.origin;
    session_.open(opened.project.voyage, opened.project.candidates, opened.project.plans);
    if (steps > 0) {
        session_.document().undoStack().resetClean();
    }
    journal_.begin(path_, steps);
    Q_EMIT begun();
}

void VoyageFile::keepFormerState(const std::filesystem::path& file) {
    try {
        back_up(file, backup_folder());
    } catch (const Error& problem) {
        Q_EMIT remarked(QString::fromUtf8(problem.what()));
        return;
    }
    const auto now = changed_at(file);
    if (file == path_ && now && seen_ && now != seen_) {
        Q_EMIT remarked(tr("%1 was changed by another program since it was opened here. That "
                           "state is kept in %2.")
                            .arg(QString::fromStdString(file.string()),
                                 QString::fromStdString(backup_folder().string())));
    }
}

void VoyageFile::write(const std::filesystem::path& file) {
    keepFormerState(file);
    write_project(file, {session_.voyage(), session_.notes(), session_.plans(),
                         kept_route(origin_.get()), kept_});
    path_ = file;
    seen_ = changed_at(file);
    session_.document().undoStack().setClean();
    journal_.begin(file);
    Q_EMIT written();
}

} // namespace fairlead::gui
