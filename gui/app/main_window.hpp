// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The window: chart in the middle, panels around it, one session. It only ties together what the
/// parts say to each other.

#include "core/geo/gazetteer.hpp"
#include "gui/app/actions.hpp"
#include "gui/app/document_edits.hpp"
#include "gui/app/file_commands.hpp"
#include "gui/app/scheme.hpp"
#include "gui/app/sea_pictures.hpp"
#include "gui/app/settings.hpp"
#include "gui/session/chart_layers.hpp"
#include "gui/session/voyage_session.hpp"

#include <QMainWindow>

#include <optional>

class QDockWidget;
class QMenu;
class QToolBar;

namespace fairlead::gui {

class CandidatePanel;
class ChartCompanion;
class ChartView;
class LegPanel;
class LogPanel;
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
    [[nodiscard]] ChartCompanion& companion() noexcept { return *companion_; }
    [[nodiscard]] Actions& actions() noexcept { return actions_; }

    [[nodiscard]] FileCommands& files() noexcept { return *files_; }

    void setScheme(const QString& name);
    void resetLayout();
    /// Panels in tabs where there is no room for them side by side; as the user left them, if he
    /// has been here before.
    void arrangeFor(const QSize& room);

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    /// Panels move between versions: a state of another one is not taken.
    static constexpr int layout_version = 2;

    /// Everything with words on it but the chart, the actions and the title.
    void makeParts();
    /// In another language: the voyage, its undo, the chart and the layout stay.
    void remakeParts();
    void makePanels();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* panel,
                         Qt::DockWidgetArea area);
    void letPanelsScroll();
    void makeMenus();
    void makeToolBar();
    void connectActions();
    void connectTools();
    void connectSession();

    void showVoyage();
    void updateChart();
    void updatePictures();
    void updateMarks();
    void updateTitle();
    void updateActions();
    void fitFirst();
    void fitPlanned();
    /// What a sentence is about: it is put away when that has succeeded.
    enum class Topic { edit, data, unread, planning, told, files, search, chart };
    void say(rules::Severity severity, const QString& sentence, Topic topic);
    void sayOnLand(const geo::Position& place, const std::optional<geo::Position>& water);
    void settle(Topic topic);
    void deleteChosen();
    void placeOverlays();
    void showPlace(const geo::Position& place);

    Settings& settings_;
    VoyageSession session_;
    ChartLayers layers_;
    geo::Gazetteer gazetteer_;
    Actions actions_;
    SeaPictures pictures_;
    std::optional<FileCommands> files_;
    std::optional<DocumentEdits> edits_;
    QString previous_scheme_;
    std::vector<std::string> fitted_; ///< names and places of the voyage the chart was fitted to
    std::optional<std::size_t> current_problem_;
    std::optional<PointId> selected_point_;
    std::optional<Topic> said_about_;

    ChartView* chart_ = nullptr;
    ChartCompanion* companion_ = nullptr;
    Notice* notice_ = nullptr;
    WelcomeCard* welcome_ = nullptr;
    StatusStrip* status_ = nullptr;
    PlaceSearch* search_ = nullptr;
    LegPanel* legs_ = nullptr;
    LogPanel* log_ = nullptr;
    ProblemPanel* problems_ = nullptr;
    CandidatePanel* candidates_ = nullptr;
    TimelinePanel* timeline_ = nullptr;
    QMenu* panels_menu_ = nullptr;
    std::vector<QDockWidget*> panels_;
    QByteArray first_layout_;
    bool is_narrow_ = false; ///< panels are scrolled rather than as large as they want to be
};

} // namespace fairlead::gui
