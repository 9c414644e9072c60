// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Ties a document to a journal: whatever changes in the one is written down in the other.

#include "gui/document/journal.hpp"
#include "gui/document/voyage_document.hpp"

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>

namespace fairlead::gui {

class JournalKeeper : public QObject {
    Q_OBJECT

  public:
    /// @param document outlives this.
    JournalKeeper(VoyageDocument& document, std::filesystem::path folder,
                  QObject* parent = nullptr);

    /// After a voyage was opened, made or saved: as it stands there is nothing to recover.
    /// @param steps as Journal::begin().
    void begin(const std::filesystem::path& project, int steps = 0);
    /// At an orderly end, when nothing is left to be saved.
    void finish() { journal_.finish(); }

  Q_SIGNALS:
    /// Edits cannot be written down; said once, until they can again.
    void failed(const QString& sentence);

  private:
    template <class Work>
    void attempt(Work work);

    VoyageDocument& document_;
    Journal journal_;
    std::optional<std::filesystem::path> project_; ///< none: begin() was not called
    bool has_failed_ = false;
};

} // namespace fairlead::gui
