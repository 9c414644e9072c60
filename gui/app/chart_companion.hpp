// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What stands over the chart and beside it: the legend, the cards of a place and of a zone, the
/// menu of the right button, and what the layer panel says of the data.

#include "gui/app/document_edits.hpp"
#include "gui/session/chart_layers.hpp"
#include "gui/session/voyage_session.hpp"
#include "gui/view/chart_view.hpp"

#include <QObject>

class QMenu;

namespace fairlead::gui {

class IdentifyCard;
class LayerPanel;
class LegendBox;
struct LegendEntry;
class ZoneCard;

class ChartCompanion : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it; it is a child of the chart.
    ChartCompanion(ChartView& chart, VoyageSession& session, ChartLayers& layers, LayerPanel& panel,
                   DocumentEdits& edits);
    ~ChartCompanion() override;
    ChartCompanion(const ChartCompanion&) = delete;
    ChartCompanion& operator=(const ChartCompanion&) = delete;

    void setScheme(chart::Scheme scheme);
    /// Cards stand below this, in pixels of the chart.
    void setTop(int top_px);

    [[nodiscard]] LegendBox& legend() noexcept { return *legend_; }
    [[nodiscard]] IdentifyCard& identifyCard() noexcept { return *identify_; }
    [[nodiscard]] ZoneCard& zoneCard() noexcept { return *zone_; }
    /// The menu for a place, as the right button shows it.
    void fillMenu(QMenu& menu, const geo::Position& place,
                  const std::optional<WaypointRef>& waypoint, QPointF pixel);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void update();
    /// The candidates that the chart shows.
    [[nodiscard]] std::vector<LegendEntry> routeEntries() const;
    void place();
    void identify(const geo::Position& where);
    void showZone(std::size_t zone);
    void insertHere(const geo::Position& where, const std::optional<WaypointRef>& leg);
    void addLegKinds(QMenu& menu, PointId leg_end);

    ChartView& chart_;
    VoyageSession& session_;
    ChartLayers& layers_;
    LayerPanel& panel_;
    DocumentEdits& edits_;
    chart::Scheme scheme_ = chart::Scheme::day;
    int top_px_ = 0;
    LegendBox* legend_;
    IdentifyCard* identify_;
    ZoneCard* zone_;
};

} // namespace fairlead::gui
