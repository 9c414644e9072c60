// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the File menu does: asks for names and for what would be lost, and says what came of it.

#include "core/geo/gazetteer.hpp"
#include "core/rules/finding.hpp"
#include "gui/app/settings.hpp"
#include "gui/app/voyage_file.hpp"
#include "gui/session/background.hpp"

#include <QObject>

#include <filesystem>
#include <optional>

class QMenu;
class QWidget;

namespace fairlead::gui {

/// The name with the suffix, which is added to any other: "voyage 2.5" becomes
/// "voyage 2.5.fairlead". One in capitals is one, too.
[[nodiscard]] QString with_suffix(const QString& name, const QString& suffix);

class FileCommands : public QObject {
    Q_OBJECT

  public:
    /// @param window that questions belong to; all outlive this.
    FileCommands(VoyageSession& session, const geo::Gazetteer& gazetteer, Settings& settings,
                 QWidget& window);

    [[nodiscard]] VoyageFile& file() noexcept { return file_; }

    /// At the start: what an earlier run left unsaved, if the user wants it; the files named are
    /// then said and put first among the recent ones. Else as beginWith().
    void start(const QStringList& files);
    /// The first of the files; without one the voyage the user left off with; else, and under a
    /// route that says nothing of ship, sea and hour, the sample.
    void beginWith(const QStringList& files);
    /// An empty voyage in the sea and with the ship of the open one.
    void beginNew();
    void beginSample();
    void askAndOpen();
    /// A project, a scenario or a route file. @return false if it cannot be had, which is said, or
    /// the open voyage is to stay
    bool open(const std::filesystem::path& file);
    /// Offers what an earlier run left unsaved. @return whether something was taken
    bool offerRecovery();
    /// False if it was not saved: refused by the disk, or by the user who was asked for a name.
    bool save();
    bool saveAs();
    /// Whether the voyage may go: saved, nothing to save, or not wanted.
    [[nodiscard]] bool mayLeave();

    void exportRoute();
    void writeReport();
    void fillRecentFiles(QMenu& menu);

  Q_SIGNALS:
    void said(rules::Severity severity, const QString& sentence);

  private:
    [[nodiscard]] std::optional<std::size_t> askForRoute(const QStringList& names);
    bool write(const std::filesystem::path& file);
    /// Asks for a name, and whether a file may go that the asking did not show.
    /// @return it ends in the suffix; "" if there is to be none
    [[nodiscard]] QString askForName(const QString& title, const QString& kinds,
                                     const QString& suffix);
    void remember(const std::filesystem::path& file);
    [[nodiscard]] QString suggestedName() const;

    VoyageSession& session_;
    const geo::Gazetteer& gazetteer_;
    Settings& settings_;
    QWidget& window_;
    VoyageFile file_;
    Background reporting_;
};

} // namespace fairlead::gui
