// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The window: chart in the middle, panels around it, one session. It only ties together what the
/// parts say to each other.

#include "core/geo/gazetteer.hpp"
#include "gui/app/actions.hpp"
#include "gui/app/document_edits.hpp"
#include "gui/app/scheme.hpp"
#include "gui/app/sea_pictures.hpp"
#include "gui/app/settings.hpp"
#include "gui/document/journal.hpp"
#include "gui/document/journal_keeper.hpp"
#include "gui/document/project_file.hpp"
#include "gui/document/route_exchange.hpp"
#include "gui/session/background.hpp"
#include "gui/session/chart_layers.hpp"
#include "gui/session/voyage_session.hpp"

#include <QMainWindow>

#include <filesystem>
#include <optional>

class QDockWidget;
class QMenu;
class QToolBar;

namespace fairlead::gui {

class CandidatePanel;
class ChartView;
class LegPanel;
class Notice;
class PlaceSearch;
class ProblemPanel;
class StatusStrip;
class TimelinePanel;
class WelcomeCard;

class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    /// @param settings must outlive the window.
    explicit MainWindow(Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] VoyageSession& session() noexcept { return session_; }
    [[nodiscard]] ChartLayers& layers() noexcept { return layers_; }
    [[nodiscard]] ChartView& chart() noexcept { return *chart_; }
    [[nodiscard]] Actions& actions() noexcept { return actions_; }

    /// A project, a scenario or a route file. Says so in the window if it cannot be had.
    void openFile(const std::filesystem::path& file);
    void openSample();
    /// Offers what an earlier run left unsaved. @return whether something was taken
    bool offerRecovery();
    /// False if it was not saved: refused by the disk, or by the user who was asked for a name.
    bool save();

    void setScheme(const QString& name);
    void resetLayout();

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void makePanels();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* panel,
                         Qt::DockWidgetArea area);
    void makeMenus();
    void makeToolBar();
    void connectActions();
    void connectTools();
    void connectSession();

    /// Whether the voyage may go: saved, nothing to save, or not wanted.
    bool mayLeave();
    bool saveAs();
    bool write(const std::filesystem::path& file);
    /// @param steps edits that no project file has: of a recovered voyage.
    void begin(const Project& project, const std::filesystem::path& file, int steps = 0);
    void exportRoute();
    void writeReport();
    [[nodiscard]] QString suggestedName() const;
    void rememberFile(const std::filesystem::path& file);
    void fillRecentFiles();

    void updateChart();
    void updatePictures();
    void updateMarks();
    void updateTitle();
    void updateActions();
    void fitFirst();
    void say(rules::Severity severity, const QString& sentence);
    void placeOverlays();
    void showPlace(const geo::Position& place);

    Settings& settings_;
    VoyageSession session_;
    ChartLayers layers_;
    geo::Gazetteer gazetteer_;
    Actions actions_;
    SeaPictures pictures_;
    JournalKeeper journal_;
    std::optional<DocumentEdits> edits_;
    std::filesystem::path file_; ///< of the project; "": not saved yet
    KeptMembers kept_;
    std::shared_ptr<const RouteOrigin> origin_;
    Background reporting_;
    QString previous_scheme_;
    std::vector<std::string> fitted_; ///< names and places of the voyage the chart was fitted to
    std::optional<std::size_t> current_problem_;
    std::optional<PointId> selected_point_;

    ChartView* chart_ = nullptr;
    Notice* notice_ = nullptr;
    WelcomeCard* welcome_ = nullptr;
    StatusStrip* status_ = nullptr;
    PlaceSearch* search_ = nullptr;
    LegPanel* legs_ = nullptr;
    ProblemPanel* problems_ = nullptr;
    CandidatePanel* candidates_ = nullptr;
    TimelinePanel* timeline_ = nullptr;
    QMenu* recent_files_ = nullptr;
    QMenu* panels_menu_ = nullptr;
    std::vector<QDockWidget*> panels_;
    QByteArray first_layout_;
};

} // namespace fairlead::gui
