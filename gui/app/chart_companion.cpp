// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/chart_companion.hpp"

#include "core/geo/geodesic.hpp"
#include "gui/app/chart_composer.hpp"
#include "gui/app/identify_card.hpp"
#include "gui/app/layer_facts.hpp"
#include "gui/app/layer_panel.hpp"
#include "gui/app/legend_box.hpp"
#include "gui/app/sea_pictures.hpp"
#include "gui/app/zone_card.hpp"
#include "gui/chart/marks.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/models/words.hpp"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <array>
#include <limits>

namespace fairlead::gui {

namespace {

constexpr int inset_px = 12;
constexpr int gap_px = 8;
/// The topmost picture first, as on the chart.
constexpr std::array explained{ChartLayer::concentration, ChartLayer::thickness, ChartLayer::rio,
                               ChartLayer::speed,         ChartLayer::waves,     ChartLayer::wind,
                               ChartLayer::current,       ChartLayer::depth};

/// The leg that becomes longer by least when it goes by the place, named by its end.
std::size_t cheapest_leg(const std::vector<VoyagePoint>& points, const geo::Position& place) {
    std::size_t best = 1;
    auto least = Length::metres(std::numeric_limits<double>::infinity());
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto& from = points[i - 1].position;
        const auto& to = points[i].position;
        const auto detour = geo::geodesic_distance(from, place) +
                            geo::geodesic_distance(place, to) - geo::geodesic_distance(from, to);
        if (detour < least) {
            least = detour;
            best = i;
        }
    }
    return best;
}

} // namespace

ChartCompanion::ChartCompanion(ChartView& chart, VoyageSession& session, ChartLayers& layers,
                               LayerPanel& panel, DocumentEdits& edits)
    : QObject(&chart), chart_(chart), session_(session), layers_(layers), panel_(panel),
      edits_(edits), legend_(new LegendBox(&chart)), identify_(new IdentifyCard(&chart)),
      zone_(new ZoneCard(session.document(), &chart)) {
    chart_.installEventFilter(this);
    connect(legend_, &LegendBox::resized, this, &ChartCompanion::place);
    connect(&layers_, &ChartLayers::changed, this, &ChartCompanion::update);
    connect(&session_.cursor(), &VoyageCursor::moved, this, &ChartCompanion::update);
    connect(&session_, &VoyageSession::surroundingsChanged, this, &ChartCompanion::update);
    connect(&session_, &VoyageSession::unreadDataChanged, this, &ChartCompanion::update);
    connect(&session_, &VoyageSession::candidatesChanged, this, &ChartCompanion::update);
    connect(&session_, &VoyageSession::selectionChanged, this, &ChartCompanion::update);
    connect(&session_.document(), &VoyageDocument::changed, this, &ChartCompanion::update);
    connect(&chart_, &ChartView::identifyRequested, this, &ChartCompanion::identify);
    connect(&chart_, &ChartView::zoneSelected, this, &ChartCompanion::showZone);
    connect(zone_, &ZoneCard::deleteWanted, this,
            [this](std::size_t zone) { edits_.remove_zone(zone); });
    connect(&chart_, &ChartView::contextMenuRequested, this,
            [this](const geo::Position& where, const std::optional<WaypointRef>& waypoint,
                   QPoint global) {
                auto* menu = new QMenu(&chart_);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                fillMenu(*menu, where, waypoint, chart_.mapFromGlobal(global));
                menu->popup(global);
            });
    update();
}

ChartCompanion::~ChartCompanion() {
    delete legend_;
    delete identify_;
    delete zone_;
}

void ChartCompanion::setScheme(chart::Scheme scheme) {
    scheme_ = scheme;
    update();
}

void ChartCompanion::setTop(int top_px) {
    top_px_ = top_px;
    place();
}

void ChartCompanion::update() {
    auto entries = routeEntries();
    for (const auto layer : explained) {
        const auto facts = layer_facts(session_.surroundings(), layer, session_.cursor().time(),
                                       session_.unreadData());
        const auto palette = palette_of(layer, layers_);
        panel_.setRemark(layer, facts.age, facts.source);
        const bool is_shown = layers_.isShown(layer);
        panel_.setKey(layer, is_shown ? palette : nullptr, scheme_);
        if (!is_shown) {
            continue;
        }
        const auto unit = unit_words(layer);
        entries.push_back({unit.isEmpty()
                               ? LayerPanel::title(layer)
                               : QStringLiteral("%1, %2").arg(LayerPanel::title(layer), unit),
                           palette, facts.age, facts.source});
    }
    legend_->setEntries(std::move(entries), scheme_);
    place();
}

std::vector<LegendEntry> ChartCompanion::routeEntries() const {
    std::vector<LegendEntry> entries;
    if (!layers_.isShown(ChartLayer::routes)) {
        return entries;
    }
    const auto& candidates = session_.candidates();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const bool is_chosen = session_.selected() == i;
        const bool is_pinned = session_.pinned() == i;
        const bool is_drawn = candidates[i].is_shown || is_chosen || is_pinned;
        if (candidates[i].result->route() == nullptr || !is_drawn) {
            continue;
        }
        LegendEntry entry;
        entry.title = objective_text(candidates[i].objective);
        entry.age = !session_.isCurrent(candidates[i]) ? tr("out of date")
                    : is_chosen                        ? tr("chosen, coloured by risk")
                    : is_pinned                        ? tr("pinned")
                                                       : QString();
        entry.route = candidate_key(i, chart_.palette());
        entry.is_wide = is_chosen;
        entries.push_back(std::move(entry));
    }
    return entries;
}

void ChartCompanion::place() {
    const int above_scale_bar =
        chart_.height() - inset_px - gap_px - static_cast<int>(chart::scale_bar_room.height());
    legend_->adjustSize();
    legend_->move(inset_px, std::max(inset_px, above_scale_bar - legend_->height()));
    for (QWidget* card : std::initializer_list<QWidget*>{identify_, zone_}) {
        const int top = top_px_ + inset_px;
        card->adjustSize();
        card->resize(std::min(card->width(), chart_.width() - 2 * inset_px),
                     std::min(card->height(), std::max(0, chart_.height() - top - inset_px)));
        card->move(std::max(inset_px, chart_.width() - card->width() - inset_px), top);
    }
}

/// Both cards stand in the same corner: the one that was asked for last is there.
void ChartCompanion::showZone(std::size_t zone) {
    identify_->hide();
    zone_->showZone(zone);
    place();
}

void ChartCompanion::identify(const geo::Position& where) {
    zone_->hide();
    identify_->ask(session_.surroundings(), where, session_.cursor().time());
    place();
}

void ChartCompanion::insertHere(const geo::Position& where, const std::optional<WaypointRef>& leg) {
    const auto& points = session_.voyage().points;
    const auto at = leg ? leg->index : cheapest_leg(points, where);
    if (edits_.insert_point({line_id, at}, where)) {
        edits_.end_drag(true); // finds the legs on both sides anew
    }
}

void ChartCompanion::addLegKinds(QMenu& menu, PointId leg_end) {
    const auto at = index_of(session_.voyage(), leg_end);
    if (!at || *at == 0) {
        return;
    }
    auto* kinds = menu.addMenu(tr("Leg to waypoint %1").arg(*at + 1));
    for (const auto kind : {LegKind::optimised, LegKind::great_circle, LegKind::rhumb_line}) {
        auto* action = kinds->addAction(leg_kind_text(kind), this, [this, leg_end, kind] {
            session_.document().edit(tr("Change kind of leg"),
                                     [&](Voyage& voyage) { set_leg_kind(voyage, leg_end, kind); });
        });
        action->setCheckable(true);
        action->setChecked(session_.voyage().points[*at].arrive_by == kind);
    }
}

void ChartCompanion::fillMenu(QMenu& menu, const geo::Position& place,
                              const std::optional<WaypointRef>& waypoint, QPointF pixel) {
    const auto& points = session_.voyage().points;
    const auto leg = waypoint ? std::nullopt : leg_at(chart_, pixel);
    if (waypoint && waypoint->route == line_id && waypoint->index < points.size()) {
        menu.addAction(tr("Delete waypoint %1").arg(waypoint->index + 1), this,
                       [this, waypoint] { edits_.remove_point(*waypoint); });
        addLegKinds(menu, points[waypoint->index].id);
    } else {
        if (points.size() >= 2) {
            menu.addAction(tr("Insert waypoint here"), this,
                           [this, place, leg] { insertHere(place, leg); });
        }
        menu.addAction(points.empty() ? tr("Depart from here") : tr("Go on to here"), this,
                       [this, place] { edits_.add_point(place, true); });
        if (leg && leg->index < points.size()) {
            addLegKinds(menu, points[leg->index].id);
        }
    }
    menu.addSeparator();
    const auto& zones = session_.voyage().zones;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (geo::Region({zones[i].corners}).contains(place)) {
            const auto name = QString::fromStdString(zones[i].name);
            menu.addAction(tr("Zone \"%1\"...").arg(name), this, [this, i] { showZone(i); });
            menu.addAction(tr("Delete zone \"%1\"").arg(name), this,
                           [this, i] { edits_.remove_zone(i); });
        }
    }
    menu.addAction(tr("Copy position"), this,
                   [place] { QGuiApplication::clipboard()->setText(position_text(place)); });
    menu.addAction(tr("What is here?"), this, [this, place] { identify(place); });
    menu.addAction(tr("Centre here"), this, [this, place] { chart_.showPlace(place); });
}

bool ChartCompanion::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &chart_ && event->type() == QEvent::Resize) {
        place();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace fairlead::gui
