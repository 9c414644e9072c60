// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The one cursor of the window: an instant. Chart, timeline, profile and table show it and move
/// it; where the ship then is, follows from the route.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"
#include "core/route/route.hpp"

#include <QObject>

#include <optional>

namespace fairlead::gui {

class VoyageCursor : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    [[nodiscard]] Instant time() const noexcept { return time_; }
    void setTime(Instant time);

  Q_SIGNALS:
    void moved(fairlead::Instant time);

  private:
    Instant time_{};
};

/// Where a ship on the route is at an instant, by its track. Before departure and after arrival:
/// at the ends. @pre the route has a track
struct ShipPlace {
    geo::Position position;
    double distance_nmi = 0.0; ///< from the departure along the route
    std::size_t leg = 0;       ///< index of the leg
};
[[nodiscard]] ShipPlace ship_at(const route::Route& route, Instant time);

/// When the ship has come that far; where it waits, when it comes to wait. Clamped to the route.
[[nodiscard]] Instant time_at(const route::Route& route, double distance_nmi);

/// The instant at which the route passes nearest to a place, and how far off that is.
struct NearestPassage {
    Instant time;
    Length distance;
};
[[nodiscard]] NearestPassage nearest_passage(const route::Route& route, const geo::Position& place);

} // namespace fairlead::gui
