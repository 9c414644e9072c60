// SPDX-License-Identifier: GPL-3.0-or-later
// What the window is made of: panels, menus, tool bar, and how they are made anew in another
// language. What they do to each other is in main_window.cpp.
#include "gui/app/chart_companion.hpp"
#include "gui/app/chart_composer.hpp"
#include "gui/app/language.hpp"
#include "gui/app/layer_panel.hpp"
#include "gui/app/legend_box.hpp"
#include "gui/app/log_panel.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/status_strip.hpp"
#include "gui/app/welcome_card.hpp"
#include "gui/panels/candidate_panel.hpp"
#include "gui/panels/leg_panel.hpp"
#include "gui/panels/problem_panel.hpp"
#include "gui/panels/profile_panel.hpp"
#include "gui/panels/timeline_panel.hpp"
#include "gui/panels/vessel_panel.hpp"
#include "gui/view/chart_view.hpp"
#include "gui/widgets/notice.hpp"
#include "gui/widgets/place_search.hpp"

#include <QDialog>
#include <QDockWidget>
#include <QMenuBar>
#include <QScrollArea>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <map>
#include <utility>

namespace fairlead::gui {

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* panel,
                                 Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name); // what saveState knows it by
    dock->setWidget(panel);
    // Closed by the menu, not by a slip: panels stay where they are looked for.
    dock->setFeatures(QDockWidget::DockWidgetMovable);
    addDockWidget(area, dock);
    panels_.push_back(dock);
    return dock;
}

void MainWindow::makeParts() {
    notice_ = new Notice(chart_);
    welcome_ = new WelcomeCard(chart_);
    status_ = new StatusStrip(session_, this);
    setStatusBar(status_);
    makePanels();
    if (is_narrow_) {
        letPanelsScroll();
    }
    companion_ = new ChartCompanion(*chart_, session_, layers_, *findChild<LayerPanel*>(), *edits_);
    companion_->setScheme(chart_->scheme());
    companion_->legend().setFolded(settings_.foldsLegend());
    connect(&companion_->legend(), &LegendBox::folded, this,
            [this](bool is_folded) { settings_.setFoldsLegend(is_folded); });
    notice_->installEventFilter(this);
    makeMenus();
    makeToolBar();
    connect(welcome_, &WelcomeCard::dismissed, this,
            [this](bool for_good) { settings_.setShowsWelcome(!for_good); });
    connect(status_, &StatusStrip::cancelRequested, this, [this] { session_.cancel(); });
    connect(chart_, &ChartView::hintChanged, status_, &StatusStrip::setHint);
}

void MainWindow::remakeParts() {
    const auto layout = saveState(layout_version);
    const bool was_welcoming = welcome_->isVisible();
    for (auto* dialog : findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly)) {
        dialog->close();
    }
    notice_->removeEventFilter(this); // it needs the companion
    // Docks that come and go resize the chart while there is none.
    delete std::exchange(companion_, nullptr);
    qDeleteAll(findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly));
    panels_.clear();
    delete menuBar();
    delete notice_;
    delete welcome_;
    setLocale(QLocale());
    actions_.retranslate();
    makeParts();
    welcome_->setVisible(was_welcoming);
    restoreState(layout, layout_version);
    updateActions();
    updateChart();
    placeOverlays();
    chart_->setFocus();
}

void MainWindow::makePanels() {
    legs_ = new LegPanel(session_, this);
    problems_ = new ProblemPanel(session_, this);
    candidates_ = new CandidatePanel(session_, this);
    timeline_ = new TimelinePanel(session_, this);
    log_ = new LogPanel(this);
    auto* layers = addDock(QStringLiteral("layers"), tr("Layers"), new LayerPanel(layers_, this),
                           Qt::LeftDockWidgetArea);
    auto* vessel = addDock(QStringLiteral("vessel"), tr("Ship and rules"),
                           new VesselPanel(session_, this), Qt::LeftDockWidgetArea);
    auto* candidates = addDock(QStringLiteral("candidates"), tr("Candidates"), candidates_,
                               Qt::RightDockWidgetArea);
    auto* legs = addDock(QStringLiteral("legs"), tr("Voyage"), legs_, Qt::BottomDockWidgetArea);
    auto* problems =
        addDock(QStringLiteral("problems"), tr("Problems"), problems_, Qt::BottomDockWidgetArea);
    auto* profile_panel = new ProfilePanel(session_, this);
    // As many lanes as can be read in a low window; the others are in its menu.
    profile_panel->setLaneShown(Lane::thickness, false);
    profile_panel->setLaneShown(Lane::fuel, false);
    auto* profile =
        addDock(QStringLiteral("profile"), tr("Profile"), profile_panel, Qt::BottomDockWidgetArea);
    auto* log = addDock(QStringLiteral("log"), tr("Log"), log_, Qt::BottomDockWidgetArea);
    tabifyDockWidget(legs, problems);
    tabifyDockWidget(problems, log);
    legs->raise();
    resizeDocks({layers, candidates}, {270, 430}, Qt::Horizontal);
    resizeDocks({layers, vessel}, {300, 300}, Qt::Vertical);
    resizeDocks({legs, profile}, {700, 700}, Qt::Horizontal);
    resizeDocks({legs}, {270}, Qt::Vertical);
    auto* time_bar = new QToolBar(tr("Time"), this);
    time_bar->setObjectName(QStringLiteral("time"));
    time_bar->setMovable(false);
    time_bar->addWidget(timeline_);
    addToolBar(Qt::BottomToolBarArea, time_bar);

    connect(legs_, &LegPanel::showPlace, this, &MainWindow::showPlace);
    connect(legs_, &LegPanel::waypointsSelected, this, [this](const std::vector<PointId>& points) {
        selected_point_ = points.empty() ? std::nullopt : std::optional(points.front());
        updateMarks();
    });
    connect(problems_, &ProblemPanel::showPlace, this,
            [this](const geo::Position& place, const std::optional<Instant>& time) {
                if (time) {
                    session_.cursor().setTime(*time);
                }
                const auto charted = charted_findings(session_);
                const auto shown =
                    std::find_if(charted.begin(), charted.end(), [&](const auto& finding) {
                        return finding.position == place && finding.time == time;
                    });
                current_problem_ = shown == charted.end()
                                       ? std::nullopt
                                       : std::optional<std::size_t>(shown - charted.begin());
                updateMarks();
                showPlace(place);
            });
    connect(problems_, &ProblemPanel::planWanted, this, [this] { session_.plan(); });
}

void MainWindow::letPanelsScroll() {
    for (auto* dock : panels_) {
        auto* panel = dock->widget();
        auto* scroll = new QScrollArea(dock);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setFocusProxy(panel);
        dock->setWidget(scroll);
        scroll->setWidget(panel);
        panel->show();
    }
}

void MainWindow::makeMenus() {
    std::map<MenuId, QMenu*> menus;
    for (const auto& entry : actions_.entries()) {
        auto& menu = menus[entry.menu];
        if (menu == nullptr) {
            menu = menuBar()->addMenu(Actions::menuTitle(entry.menu));
        }
        if (entry.begins_group) {
            menu->addSeparator();
        }
        menu->addAction(entry.action);
        if (entry.name == QStringLiteral("open")) {
            auto* recent = menu->addMenu(tr("Open &recent"));
            connect(menu, &QMenu::aboutToShow, recent,
                    [this, recent] { files_->fillRecentFiles(*recent); });
        }
        if (entry.name == QStringLiteral("play")) {
            // A bare Space belongs to buttons everywhere else.
            entry.action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            chart_->addAction(entry.action);
        } else {
            addAction(entry.action); // its keys work where the menu bar is not seen
        }
    }
    auto* view = menus.at(MenuId::view);
    view->addSeparator();
    panels_menu_ = view->addMenu(tr("&Panels"));
    int number = 0;
    for (auto* dock : panels_) {
        panels_menu_->addAction(dock->toggleViewAction());
        auto* focus = new QAction(tr("Go to panel \"%1\"").arg(dock->windowTitle()), menuBar());
        focus->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++)));
        connect(focus, &QAction::triggered, this, [dock] {
            dock->show();
            dock->raise();
            dock->widget()->setFocus();
        });
        addAction(focus);
    }
    for (int i = 0; i < 9; ++i) {
        auto* choose = new QAction(tr("Take candidate %1").arg(QChar(u'A' + i)), menuBar());
        choose->setShortcut(QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + i)));
        connect(choose, &QAction::triggered, this,
                [this, i] { candidates_->choose(static_cast<std::size_t>(i)); });
        addAction(choose);
    }
    fill_language_menu(*view->addMenu(tr("Lan&guage")), settings_);
}

void MainWindow::makeToolBar() {
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    const auto add = [&](std::initializer_list<const char*> names) {
        for (const auto* name : names) {
            bar->addAction(&actions_[name]);
        }
        bar->addSeparator();
    };
    add({"open", "save"});
    add({"undo", "redo"});
    add({"tool_pan", "tool_waypoint", "tool_edit", "tool_measure", "tool_zone", "tool_identify"});
    add({"plan"});
    // What the window is for has its name on it.
    qobject_cast<QToolButton*>(bar->widgetForAction(&actions_["plan"]))
        ->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add({"fit_route", "zoom_in", "zoom_out", "scheme"});
    search_ = new PlaceSearch(this);
    search_->setMaximumWidth(320);
    bar->addWidget(search_);
    connect(search_, &PlaceSearch::placeChosen, this,
            [this](const QString& name, const geo::Position& place) {
                const bool is_added = actions_["tool_waypoint"].isChecked();
                if (is_added) {
                    edits_->append(name, place);
                }
                const auto pixel = chart_->view().pixel_of(place);
                if (!is_added || !pixel || !chart_->view().contains(*pixel)) {
                    showPlace(place);
                }
                chart_->setFocus();
            });
    connect(search_, &PlaceSearch::notFound, this, [this](const QString& text) {
        say(rules::Severity::caution,
            tr("\"%1\" is neither a place that is known nor a position.").arg(text), Topic::search);
    });
    connect(search_, &PlaceSearch::textEdited, this, [this] { settle(Topic::search); });
    connect(search_, &PlaceSearch::left, this, [this] {
        settle(Topic::search);
        chart_->setFocus();
    });
}

} // namespace fairlead::gui
