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

class FileCommands : public QObject {
    Q_OBJECT

  public:
    /// @param window that questions belong to; all outlive this.
    FileCommands(VoyageSession& session, const geo::Gazetteer& gazetteer, Settings& settings,
                 QWidget& window);

    [[nodiscard]] VoyageFile& file() noexcept { return file_; }

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
