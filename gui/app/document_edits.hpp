// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the tools of the chart do to the voyage: steps of undo on the document, places checked
/// before they are taken, legs found anew when a drag ends.

#include "core/geo/gazetteer.hpp"
#include "core/geo/land_index.hpp"
#include "gui/session/voyage_session.hpp"
#include "gui/view/chart_edits.hpp"

#include <QObject>

#include <functional>
#include <memory>

namespace fairlead::gui {

/// The route of the chart that is the voyage's line; its waypoints are the voyage's, by index.
inline const QString line_id = QStringLiteral("line");

class DocumentEdits : public QObject, public ChartEdits {
    Q_OBJECT

  public:
    /// @param session   must outlive this, as must the gazetteer.
    /// @param snap_reach how near a click must be to a port to mean it: some pixels of the chart.
    DocumentEdits(VoyageSession& session, const geo::Gazetteer& gazetteer,
                  std::function<Length()> snap_reach, QObject* parent = nullptr);

    /// Off: legs stay to be found until somebody plans.
    void setReplans(bool replans) noexcept { replans_ = replans; }

    void add_point(const geo::Position& place, bool snap) override;
    std::optional<WaypointRef> insert_point(const WaypointRef& before,
                                            const geo::Position& place) override;
    void remove_point(const WaypointRef& waypoint) override;
    bool begin_drag(const WaypointRef& waypoint) override;
    void move_point(const WaypointRef& waypoint, const geo::Position& place) override;
    void end_drag(bool keep) override;
    [[nodiscard]] std::optional<geo::Position> crossing(const std::vector<geo::Position>& corners,
                                                        bool is_closed) const override;
    std::optional<std::size_t> add_zone(std::span<const geo::Position> corners) override;
    void remove_zone(std::size_t zone) override;
    void remove_corner(const ZoneCorner& corner) override;
    bool begin_zone_drag(std::size_t zone) override;
    void insert_corner(const ZoneCorner& before, const geo::Position& place) override;
    void move_corner(const ZoneCorner& corner, const geo::Position& place) override;
    void end_zone_drag(bool keep) override;

    /// A named place as the next waypoint.
    void append(const QString& name, const geo::Position& place);
    /// Does what was refused by the last onLand() at the water near by. Once.
    void takeWater();

  Q_SIGNALS:
    void refused(const QString& sentence);
    /// A waypoint was to be put on land. @param water near by, if there is any: takeWater().
    void onLand(const fairlead::geo::Position& place,
                const std::optional<fairlead::geo::Position>& water);

  private:
    [[nodiscard]] std::shared_ptr<const geo::LandIndex> landAt(const geo::Position& place) const;
    [[nodiscard]] bool isOnLand(const geo::Position& place) const;
    /// Says so. @param at_water does there what was wanted here
    void refuseLand(const geo::Position& place,
                    const std::function<void(const geo::Position&)>& at_water);
    /// The end of a drag that put the waypoint on land: as before, with the water near by offered.
    void refuseDragged(PointId point);
    void putBack();
    [[nodiscard]] std::optional<PointId> pointOf(const WaypointRef& waypoint) const;
    [[nodiscard]] QString nameOf(std::size_t zone) const;
    void replan(PointId point, const QString& merge_as);
    /// A step of the drag, if the zone is there and stays an area.
    void dragZone(std::size_t zone, const std::function<void(VoyageZone&)>& change);

    VoyageSession& session_;
    const geo::Gazetteer& gazetteer_;
    std::function<Length()> snap_reach_;
    bool replans_ = true;
    std::optional<PointId> dragged_;
    QString drag_; ///< what the steps of the drag merge as
    int drag_count_ = 0;
    Voyage before_drag_;
    bool is_dragging_zone_ = false;
    std::function<void()> take_water_;
};

} // namespace fairlead::gui
