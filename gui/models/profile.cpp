// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/profile.hpp"

#include "core/base/contract.hpp"
#include "gui/session/voyage_cursor.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::gui {

namespace {

struct Profile {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Profile)
};

constexpr double in_percent = 100.0;

double hours_from(const route::Route& route, Instant time) {
    return between(route.departure, time).in_hours();
}

double lane_value(const route::TrackPoint& point, Lane lane) {
    switch (lane) {
    case Lane::ice:
        return in_percent * point.concentration;
    case Lane::thickness:
        return point.thickness_m;
    case Lane::rio:
        return point.rio;
    case Lane::speed:
        return point.speed_kn;
    case Lane::depth:
        return point.depth_m.value_or(std::numeric_limits<double>::quiet_NaN());
    case Lane::fuel:
        break;
    }
    return 0.0;
}

Curve fuel_of(const route::Route& route, Along along) {
    Curve curve;
    double distance_nmi = 0.0;
    double fuel_t = 0.0;
    const auto add = [&](Instant time) {
        curve.x.push_back(along == Along::distance ? distance_nmi : hours_from(route, time));
        curve.y.push_back(fuel_t);
    };
    add(route.departure);
    for (const auto& leg : route.legs) {
        distance_nmi += leg.distance.in_nautical_miles();
        fuel_t += leg.fuel_t;
        add(leg.arrival);
    }
    return curve;
}

} // namespace

QString lane_text(Lane lane) {
    switch (lane) {
    case Lane::ice:
        return Profile::tr("Ice %");
    case Lane::thickness:
        return Profile::tr("Thick. m");
    case Lane::rio:
        return Profile::tr("RIO");
    case Lane::speed:
        return Profile::tr("Speed kn");
    case Lane::fuel:
        return Profile::tr("Fuel t");
    case Lane::depth:
        break;
    }
    return Profile::tr("Depth m");
}

Curve curve_of(const route::Route& route, Lane lane, Along along) {
    if (route.track.empty()) {
        return {};
    }
    if (lane == Lane::fuel) {
        return fuel_of(route, along);
    }
    Curve curve;
    curve.x.reserve(route.track.size());
    curve.y.reserve(route.track.size());
    for (const auto& point : route.track) {
        curve.x.push_back(along == Along::distance ? point.distance_nmi
                                                   : hours_from(route, point.time));
        curve.y.push_back(lane_value(point, lane));
    }
    return curve;
}

double shown_depth_m(const std::optional<Length>& draught) {
    constexpr double draughts = 6.0;
    /// Ends of a scale with even marks.
    constexpr std::array ends_m{20.0, 40.0, 60.0, 80.0, 100.0, 150.0, 200.0};
    constexpr double unknown_m = 100.0;
    const double wanted = draught ? draughts * draught->in_metres() : unknown_m;
    const auto* const end = std::lower_bound(ends_m.begin(), ends_m.end(), wanted);
    return end == ends_m.end() ? ends_m.back() : *end;
}

Curve clipped(Curve curve, double most) {
    for (double& value : curve.y) {
        value = value > most ? most : value; // not std::min, which would fill gaps
    }
    return curve;
}

Curve thinned(const Curve& curve, std::size_t most) {
    FAIRLEAD_EXPECTS(most >= 4);
    if (curve.x.size() <= most) {
        return curve;
    }
    // Two of each bucket, in their order; a third would be the gap.
    const std::size_t buckets = most / 3;
    Curve thin;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        const std::size_t first = bucket * curve.x.size() / buckets;
        const std::size_t end = (bucket + 1) * curve.x.size() / buckets;
        std::optional<std::size_t> least;
        std::optional<std::size_t> greatest;
        std::optional<std::size_t> gap;
        for (std::size_t i = first; i < end; ++i) {
            if (std::isnan(curve.y[i])) {
                gap = i;
                continue;
            }
            if (!least || curve.y[i] < curve.y[*least]) {
                least = i;
            }
            if (!greatest || curve.y[i] > curve.y[*greatest]) {
                greatest = i;
            }
        }
        std::vector<std::size_t> kept;
        for (const auto& one : {least, greatest, gap}) {
            if (one && std::find(kept.begin(), kept.end(), *one) == kept.end()) {
                kept.push_back(*one);
            }
        }
        std::sort(kept.begin(), kept.end());
        for (const auto i : kept) {
            thin.x.push_back(curve.x[i]);
            thin.y.push_back(curve.y[i]);
        }
    }
    return thin;
}

std::optional<double> value_at(const Curve& curve, double x) {
    if (curve.x.empty() || x < curve.x.front() || x > curve.x.back()) {
        return std::nullopt;
    }
    const auto after = static_cast<std::size_t>(
        std::lower_bound(curve.x.begin(), curve.x.end(), x) - curve.x.begin());
    if (std::isnan(curve.y[after])) {
        return std::nullopt;
    }
    if (after == 0 || curve.x[after] == x || curve.x[after] == curve.x[after - 1]) {
        return curve.y[after];
    }
    if (std::isnan(curve.y[after - 1])) {
        return std::nullopt;
    }
    const double share = (x - curve.x[after - 1]) / (curve.x[after] - curve.x[after - 1]);
    return std::lerp(curve.y[after - 1], curve.y[after], share);
}

double along_at(const route::Route& route, Along along, Instant time) {
    if (along == Along::distance) {
        return ship_at(route, time).distance_nmi;
    }
    return hours_from(route, std::clamp(time, route.departure, route.arrival));
}

Instant instant_at(const route::Route& route, Along along, double x) {
    if (along == Along::distance) {
        return time_at(route, x);
    }
    return std::clamp(route.departure + Duration::hours(x), route.departure, route.arrival);
}

} // namespace fairlead::gui
