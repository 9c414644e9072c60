// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "gui/app/about_dialog.hpp"
#include "gui/app/chart_companion.hpp"
#include "gui/app/chart_composer.hpp"
#include "gui/app/log_panel.hpp"
#include "gui/app/shortcut_dialog.hpp"
#include "gui/app/status_strip.hpp"
#include "gui/app/welcome_card.hpp"
#include "gui/dialogs/departure_dialog.hpp"
#include "gui/dialogs/guide_window.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/models/words.hpp"
#include "gui/panels/candidate_panel.hpp"
#include "gui/panels/leg_panel.hpp"
#include "gui/panels/problem_panel.hpp"
#include "gui/panels/timeline_panel.hpp"
#include "gui/view/chart_view.hpp"
#include "gui/widgets/notice.hpp"
#include "gui/widgets/place_search.hpp"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QTime>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace fairlead::gui {

namespace {

/// A click means a port that is this near.
constexpr double snap_px = 14.0;
constexpr Length least_snap = Length::nautical_miles(1.0);
constexpr Length greatest_snap = Length::nautical_miles(60.0);
/// The sea of the chart begins before the departure and goes on after the arrival.
constexpr auto sea_before = std::chrono::hours(24 * 3);
constexpr auto sea_after = std::chrono::hours(24 * 40);
constexpr auto sea_step = std::chrono::hours(24 * 30);

constexpr std::array<std::pair<const char*, ToolKind>, tool_count> tool_actions{
    {{"tool_pan", ToolKind::pan},
     {"tool_waypoint", ToolKind::add_waypoint},
     {"tool_edit", ToolKind::edit_route},
     {"tool_measure", ToolKind::measure},
     {"tool_identify", ToolKind::identify},
     {"tool_zone", ToolKind::draw_zone}}};

chart::Scheme chart_scheme(const QString& name) {
    return name == QStringLiteral("night")  ? chart::Scheme::night
           : name == QStringLiteral("dusk") ? chart::Scheme::dusk
                                            : chart::Scheme::day;
}

} // namespace

MainWindow::MainWindow(Settings& settings, QWidget* parent)
    : QMainWindow(parent), settings_(settings),
      gazetteer_(geo::Gazetteer::read(data_folder() / "ports" / "ports.csv")),
      actions_(settings, this) {
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    chart_ = new ChartView(this);
    setCentralWidget(chart_);
    chart_->installEventFilter(this);
    files_.emplace(session_, gazetteer_, settings_, *this);
    edits_.emplace(session_, gazetteer_, [this] {
        const auto centre =
            chart_->view().position_at({chart_->width() / 2.0, chart_->height() / 2.0});
        const double pixel_m = centre ? chart_->view().true_metres_per_pixel(*centre) : 1.0;
        return std::clamp(Length::metres(snap_px * pixel_m), least_snap, greatest_snap);
    });
    edits_->setReplans(settings_.replansWhenDragged());
    chart_->setEdits(&*edits_);
    setScheme(settings_.scheme()); // before there are headings to be measured in its style
    makeParts();
    welcome_->setVisible(settings_.showsWelcome());
    connectActions();
    connectTools();
    connectSession();
    // Most of the screen, as far as the eye follows.
    resize((screen()->availableSize() * 0.92).boundedTo({1920, 1200}));
    first_layout_ = saveState(layout_version);
    if (!settings_.geometry().isEmpty()) {
        restoreGeometry(settings_.geometry());
        restoreState(settings_.windowState(), layout_version);
    }
    updateActions();
}

MainWindow::~MainWindow() {
    // What shows the session, and what it tells, goes before the session does.
    session_.document().undoStack().disconnect(this);
    session_.document().disconnect(this);
    session_.cursor().disconnect(this);
    session_.disconnect(this);
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

// ------------------------------------------------------------------ tying together

void MainWindow::connectActions() {
    const auto on = [this](const char* name, auto what) {
        connect(&actions_[name], &QAction::triggered, this, what);
    };
    on("new", [this] { files_->beginNew(); });
    on("open", [this] { files_->askAndOpen(); });
    on("open_sample", [this] { files_->beginSample(); });
    on("save", [this] { files_->save(); });
    on("save_as", [this] { files_->saveAs(); });
    on("export", [this] { files_->exportRoute(); });
    on("report", [this] { files_->writeReport(); });
    on("quit", [this] { close(); });
    on("undo", [this] { session_.document().undoStack().undo(); });
    on("redo", [this] { session_.document().undoStack().redo(); });
    on("delete", [this] { deleteChosen(); });
    on("reverse", [this] {
        session_.document().edit(tr("Reverse voyage"), [](Voyage& voyage) { reverse(voyage); });
    });
    on("find", [this] {
        search_->setFocus(Qt::ShortcutFocusReason);
        search_->selectAll();
    });
    on("plan", [this] { session_.plan(); });
    on("pin", [this] { candidates_->togglePin(); });
    on("next_problem", [this] { problems_->selectNext(); });
    on("previous_problem", [this] { problems_->selectPrevious(); });
    on("play", [this] { timeline_->togglePlay(); });
    on("step_on", [this] { timeline_->stepOn(); });
    on("step_back", [this] { timeline_->stepBack(); });
    on("day_on", [this] { timeline_->dayOn(); });
    on("day_back", [this] { timeline_->dayBack(); });
    on("compare_departures", [this] {
        auto* dialog = new DepartureDialog(session_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &DepartureDialog::planWanted, this, [this] { session_.plan(); });
        dialog->show();
    });
    on("read_again", [this] { session_.readDataAgain(); });
    on("cancel", [this] { session_.cancel(); });
    on("replan_when_dragged", [this](bool does) {
        settings_.setReplansWhenDragged(does);
        edits_->setReplans(does);
    });
    on("zoom_in", [this] { chart_->zoomBy(1.5); });
    on("zoom_out", [this] { chart_->zoomBy(1.0 / 1.5); });
    on("fit_route", [this] { chart_->showSelectedRoute(); });
    on("fit_all", [this] { chart_->showAll(); });
    on("rotate_to_route", [this] { chart_->turnToRoute(); });
    on("north_up", [this] { chart_->turnNorthUp(); });
    on("scheme", [this] {
        const auto now = settings_.scheme();
        setScheme(Scheme::next(now, std::exchange(previous_scheme_, now)));
    });
    on("reset_layout", [this] { resetLayout(); });
    on("guide", [this] { (new GuideWindow(this))->show(); });
    on("shortcuts", [this] {
        auto* dialog = new ShortcutDialog(actions_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    on("welcome", [this] {
        settings_.setShowsWelcome(true);
        welcome_->show();
        placeOverlays();
    });
    on("about", [this] { show_about(this); });
    actions_["replan_when_dragged"].setChecked(settings_.replansWhenDragged());
    auto& stack = session_.document().undoStack();
    for (const auto signal :
         {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged, &QUndoStack::cleanChanged}) {
        connect(&stack, signal, this, &MainWindow::updateActions);
    }
    connect(&stack, &QUndoStack::indexChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectTools() {
    auto* group = new QActionGroup(this);
    for (const auto& tool : tool_actions) {
        auto& action = actions_[tool.first];
        group->addAction(&action);
        connect(&action, &QAction::triggered, this,
                [this, kind = tool.second] { chart_->setTool(kind); });
    }
    connect(chart_, &ChartView::toolChanged, this, [this](ToolKind kind) {
        for (const auto& tool : tool_actions) {
            if (tool.second == kind) {
                actions_[tool.first].setChecked(true);
            }
        }
    });
    chart_->setTool(ToolKind::edit_route);
    actions_["tool_edit"].setChecked(true);
    connect(chart_, &ChartView::pointerMoved, this,
            [this](const geo::Position& place) { status_->setPointer(place); });
    connect(chart_, &ChartView::pointerLeft, this, [this] { status_->setPointer(std::nullopt); });
    connect(chart_, &ChartView::renderFailed, this,
            [this](const QString& reason) { say(rules::Severity::warning, reason, Topic::chart); });
    connect(chart_, &ChartView::pictureShown, this, [this] { settle(Topic::chart); });
    connect(chart_, &ChartView::waypointSelected, this, [this](const WaypointRef& waypoint) {
        const auto& points = session_.voyage().points;
        if (waypoint.route == line_id && waypoint.index < points.size()) {
            selected_point_ = points[waypoint.index].id;
            legs_->selectWaypoint(*selected_point_);
            updateMarks();
        }
    });
    connect(&*edits_, &DocumentEdits::refused, this, [this](const QString& sentence) {
        say(rules::Severity::warning, sentence, Topic::edit);
    });
    connect(&*edits_, &DocumentEdits::onLand, this, &MainWindow::sayOnLand);
    connect(&session_.document().undoStack(), &QUndoStack::indexChanged, this,
            [this] { settle(Topic::edit); });
}

void MainWindow::connectSession() {
    auto& document = session_.document();
    connect(&document, &VoyageDocument::changed, this, [this] {
        updateChart();
        updateTitle();
        updateActions();
    });
    connect(&session_, &VoyageSession::surroundingsChanged, this, [this] {
        if (session_.surroundingsProblem().isEmpty()) {
            settle(Topic::data);
        } else {
            say(rules::Severity::warning, session_.surroundingsProblem(), Topic::data);
        }
        updatePictures();
        updateChart();
    });
    connect(&session_, &VoyageSession::candidatesChanged, this, &MainWindow::updateChart);
    connect(&session_, &VoyageSession::selectionChanged, this, &MainWindow::updateChart);
    connect(&session_, &VoyageSession::judgementChanged, this, [this] {
        current_problem_.reset();
        updateActions();
        updatePictures();
        updateChart();
    });
    connect(&session_, &VoyageSession::refused, this, [this](const QString& sentence) {
        say(rules::Severity::warning, sentence, Topic::planning);
    });
    connect(&session_, &VoyageSession::told, this,
            [this](const QString& sentence) { say(rules::Severity::info, sentence, Topic::told); });
    connect(&session_, &VoyageSession::planningStarted, this, [this] { settle(Topic::told); });
    connect(&session_, &VoyageSession::planningStarted, this, &MainWindow::updateActions);
    for (const auto signal :
         {&VoyageSession::candidatesChanged, &VoyageSession::selectionChanged}) {
        connect(&session_, signal, this, [this] { settle(Topic::planning); });
    }
    connect(&session_, &VoyageSession::planningFinished, this, [this] {
        updateActions();
        fitPlanned();
    });
    connect(&session_.cursor(), &VoyageCursor::moved, this, [this](Instant time) {
        updatePictures();
        chart_->setTime(time);
        updateMarks();
    });
    connect(&layers_, &ChartLayers::changed, this, [this] {
        updatePictures();
        updateChart();
    });
    connect(&pictures_, &SeaPictures::changed, this, &MainWindow::updateChart);
    connect(&pictures_, &SeaPictures::changed, this, [this] { settle(Topic::data); });
    connect(&pictures_, &SeaPictures::failed, this, [this](const QString& sentence) {
        say(rules::Severity::warning, sentence, Topic::data);
    });
    connect(&pictures_, &SeaPictures::unreadChanged, this, [this] {
        const auto unread = pictures_.unread();
        if (!unread.empty()) {
            say(rules::Severity::warning, QString::fromStdString(unread.front().problem),
                Topic::unread);
        } else {
            settle(Topic::unread);
        }
        session_.setUnreadData(unread);
    });
    connect(&*files_, &FileCommands::said, this,
            [this](rules::Severity severity, const QString& sentence) {
                say(severity, sentence, Topic::files);
            });
    for (const auto signal : {&VoyageFile::begun, &VoyageFile::written}) {
        connect(&files_->file(), signal, this, [this] { settle(Topic::files); });
    }
    connect(&files_->file(), &VoyageFile::begun, this, &MainWindow::showVoyage);
    connect(&files_->file(), &VoyageFile::written, this, [this] {
        status_->setSaved(
            tr("Saved %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm"))));
        updateTitle();
    });
}

// ------------------------------------------------------------------ files

void MainWindow::showVoyage() {
    fitted_.clear();
    selected_point_.reset();
    current_problem_.reset();
    status_->setSaved({});
    updatePictures();
    updateChart();
    updateActions();
    chart_->setTime(session_.cursor().time());
    chart_->showSelectedRoute();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayLeave()) {
        event->ignore();
        return;
    }
    session_.cancel();
    settings_.setWindow(saveGeometry(), saveState(layout_version));
    files_->file().finish();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->urls().size() == 1 && event->mimeData()->urls().front().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    files_->open(event->mimeData()->urls().front().toLocalFile().toStdString());
}

// ------------------------------------------------------------------ showing

void MainWindow::setScheme(const QString& name) {
    settings_.setScheme(name);
    const auto scheme = Scheme::named(name);
    apply(scheme, *qobject_cast<QApplication*>(QApplication::instance()));
    chart_->setScheme(chart_scheme(name));
    if (companion_ != nullptr) { // or it takes that of the chart when it is made
        companion_->setScheme(chart_scheme(name));
        updateChart(); // candidates are drawn in colours of the window
    }
}

void MainWindow::resetLayout() {
    restoreState(first_layout_, layout_version);
    for (auto* dock : panels_) {
        dock->show();
    }
}

void MainWindow::arrangeFor(const QSize& room) {
    constexpr QSize side_by_side(1150, 700);
    if (room.width() >= side_by_side.width() && room.height() >= side_by_side.height()) {
        return;
    }
    constexpr int share_of_panels = 3;
    is_narrow_ = true;
    letPanelsScroll();
    const auto dock = [this](const char* name) {
        return findChild<QDockWidget*>(QString::fromLatin1(name));
    };
    tabifyDockWidget(dock("layers"), dock("vessel"));
    tabifyDockWidget(dock("vessel"), dock("candidates"));
    tabifyDockWidget(dock("log"), dock("profile"));
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    dock("layers")->raise();
    dock("legs")->raise();
    resizeDocks({dock("layers")}, {room.width() / share_of_panels}, Qt::Horizontal);
    resizeDocks({dock("legs")}, {room.height() / share_of_panels}, Qt::Vertical);
    first_layout_ = saveState(layout_version);
    if (!settings_.windowState().isEmpty()) {
        restoreState(settings_.windowState(), layout_version);
    }
}

void MainWindow::updatePictures() {
    const auto& voyage = session_.voyage();
    const auto last = session_.judgement() ? session_.judgement()->route.arrival : voyage.departure;
    auto from = voyage.departure - sea_before;
    auto until = std::max(last, voyage.departure) + sea_after;
    // Wherever the cursor goes the sea of its hour is shown; in steps, so that it is made seldom.
    while (session_.cursor().time() < from) {
        from -= sea_step;
    }
    while (session_.cursor().time() > until) {
        until += sea_step;
    }
    pictures_.want(session_.surroundings(), chart_plane(voyage), layers_, from, until);
}

void MainWindow::updateChart() {
    auto content = compose_chart(session_, layers_, gazetteer_, palette());
    content.base = pictures_.content(layers_);
    content.base.time = session_.cursor().time();
    chart_->setContent(std::move(content));
    updateMarks();
    fitFirst();
}

/// A voyage is shown whole when it first has its two ends; after that the view is the user's.
void MainWindow::fitFirst() {
    std::vector<std::string> ends;
    for (const auto& point : fixed_points(session_.voyage())) {
        ends.push_back(point.name + geo::format_position(point.position));
    }
    if (fitted_.empty() && ends.size() >= 2) {
        fitted_ = ends;
        chart_->showSelectedRoute();
    }
}

/// Who looks at all of the voyage's places wants to see all of the line, which may go round.
void MainWindow::fitPlanned() {
    const auto is_seen = [this](const VoyagePoint& point) {
        const auto pixel = chart_->view().pixel_of(point.position);
        return pixel && chart_->view().contains(*pixel);
    };
    const auto& points = session_.voyage().points;
    const auto fixed = fixed_points(session_.voyage());
    if (std::all_of(fixed.begin(), fixed.end(), is_seen) &&
        !std::all_of(points.begin(), points.end(), is_seen)) {
        chart_->showSelectedRoute();
    }
}

void MainWindow::updateMarks() {
    ChartMarks marks;
    marks.ship = ship_mark(session_, session_.cursor().time());
    const auto at = selected_point_ ? index_of(session_.voyage(), *selected_point_) : std::nullopt;
    if (at) {
        marks.selected_waypoint = WaypointRef{line_id, *at};
        status_->setOrigin(session_.voyage().points[*at]);
    } else {
        status_->setOrigin(std::nullopt);
    }
    marks.current_problem = current_problem_;
    chart_->setMarks(marks);
}

void MainWindow::updateTitle() {
    const auto& voyage = session_.voyage();
    QString name = QString::fromStdString(voyage.name);
    if (name.isEmpty()) {
        const auto& file = files_->file().path();
        name = file.empty() ? tr("New voyage") : QString::fromStdString(file.stem().string());
    }
    setWindowTitle(QStringLiteral("%1[*] \u2013 Fairlead").arg(name));
    setWindowModified(!files_->file().isSaved());
}

void MainWindow::updateActions() {
    auto& stack = session_.document().undoStack();
    actions_["undo"].setEnabled(stack.canUndo());
    actions_["redo"].setEnabled(stack.canRedo());
    actions_["undo"].setText(stack.canUndo() ? tr("&Undo: %1").arg(stack.undoText()) : tr("&Undo"));
    actions_["redo"].setText(stack.canRedo() ? tr("&Redo: %1").arg(stack.redoText()) : tr("&Redo"));
    actions_["export"].setEnabled(session_.voyage().points.size() >= 2);
    actions_["report"].setEnabled(session_.isJudged());
    actions_["plan"].setEnabled(!session_.isPlanning() &&
                                fixed_points(session_.voyage()).size() >= 2);
    actions_["cancel"].setEnabled(session_.isPlanning());
    actions_["reverse"].setEnabled(session_.voyage().points.size() >= 2);
    updateTitle();
}

void MainWindow::say(rules::Severity severity, const QString& sentence, Topic topic) {
    notice_->say(severity, sentence);
    log_->add(severity, sentence);
    said_about_ = topic;
    placeOverlays();
}

void MainWindow::sayOnLand(const geo::Position& place, const std::optional<geo::Position>& water) {
    const auto where = position_text(place);
    if (!water) {
        say(rules::Severity::warning, tr("%1 is on land, and there is no water near.").arg(where),
            Topic::edit);
        return;
    }
    const auto sentence =
        tr("%1 is on land. The nearest water is at %2.").arg(where, position_text(*water));
    say(rules::Severity::warning, sentence, Topic::edit);
    notice_->offer(rules::Severity::warning, sentence, tr("Put it there"),
                   [this] { edits_->takeWater(); });
    placeOverlays();
}

void MainWindow::settle(Topic topic) {
    if (said_about_ == topic) {
        said_about_.reset();
        notice_->hide();
    }
}

/// In the leg table the rows that are selected; else what is under the pointer on the chart; else
/// the waypoint that was selected last.
void MainWindow::deleteChosen() {
    if (legs_->isAncestorOf(QApplication::focusWidget())) {
        legs_->deleteSelected();
    } else if (!chart_->deleteUnderPointer() && selected_point_) {
        if (const auto at = index_of(session_.voyage(), *selected_point_)) {
            edits_->remove_point({line_id, *at});
        }
    }
}

void MainWindow::showPlace(const geo::Position& place) {
    chart_->showPlace(place);
}

void MainWindow::placeOverlays() {
    constexpr int margin_px = 12;
    notice_->setFixedWidth(std::max(200, chart_->width() - 2 * margin_px));
    notice_->adjustSize();
    notice_->move(margin_px, margin_px);
    welcome_->adjustSize();
    welcome_->move(std::max(margin_px, chart_->width() - welcome_->width() - margin_px),
                   std::max(margin_px, chart_->height() - welcome_->height() - margin_px));
    // Cards stand below what is said, never on its buttons.
    if (companion_ != nullptr) {
        companion_->setTop(notice_->isVisibleTo(chart_) ? notice_->geometry().bottom() : 0);
    }
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && welcome_ != nullptr) {
        remakeParts();
    }
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    const bool is_other_notice =
        watched == notice_ && (event->type() == QEvent::Hide || event->type() == QEvent::Show);
    if ((watched == chart_ && event->type() == QEvent::Resize) || is_other_notice) {
        placeOverlays();
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace fairlead::gui
