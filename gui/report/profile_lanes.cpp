// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/profile_lanes.hpp"

#include "core/base/contract.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/models/profile.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <vector>

namespace fairlead::gui {

namespace {

struct ProfileWords {
    Q_DECLARE_TR_FUNCTIONS(ProfileLanes)
};

/// Limits of POLARIS, table 1.1 (MSC.1/Circ.1519).
constexpr double normal_operation_rio = 0.0;
constexpr double elevated_risk_rio = -10.0;

struct LimitLine {
    double value = 0.0;
    QString label;
};

struct ReportLane {
    QString title; ///< with its unit
    std::function<std::optional<double>(const route::TrackPoint&)> value;
    double least = 0.0;
    double greatest = 1.0;
    bool downwards = false; ///< greater values lie lower: depths
    bool has_more = false;  ///< what is greater than the scale stands at its end, which says so
    double base = 0.0;      ///< the filled area reaches from here to the value
    std::vector<LimitLine> limits;
};

/// A step of 1, 2 or 5 times a power of ten, so that there are at most so many.
double tidy_step(double span, int most) {
    const double raw = span / most;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

class ProfilePainter {
  public:
    ProfilePainter(QPainter& painter, const QRectF& box, double unit, const route::Route& route,
                   const chart::ChartStyle& style)
        : painter_(painter), unit_(unit), route_(route), style_(style),
          plot_(box.adjusted(46.0 * unit, 16.0 * unit, -6.0 * unit, -26.0 * unit)) {}

    void paint(const std::vector<ReportLane>& lanes) {
        const double gap = 5.0 * unit_;
        const auto count = static_cast<double>(lanes.size());
        const double height = (plot_.height() - gap * (count - 1.0)) / count;
        double top = plot_.top();
        for (const auto& lane : lanes) {
            paint_lane(lane, {plot_.left(), top, plot_.width(), height});
            top += height + gap;
        }
        paint_waypoints();
        paint_axes();
    }

  private:
    [[nodiscard]] double length_nmi() const { return route_.track.back().distance_nmi; }
    [[nodiscard]] double x_of(double distance_nmi) const {
        return plot_.left() + plot_.width() * distance_nmi / std::max(length_nmi(), 1e-9);
    }
    [[nodiscard]] static double y_of(const ReportLane& lane, const QRectF& area, double value) {
        const double share = (std::clamp(value, lane.least, lane.greatest) - lane.least) /
                             (lane.greatest - lane.least);
        return lane.downwards ? area.top() + share * area.height()
                              : area.bottom() - share * area.height();
    }
    void text(const QRectF& area, Qt::Alignment align, const QString& words, double size_pt = 6.5,
              bool quiet = true) {
        painter_.setFont(chart::chart_font(size_pt * unit_));
        painter_.setPen(quiet ? style_.quiet_ink : style_.ink);
        painter_.drawText(area, static_cast<int>(align) | Qt::TextDontClip, words);
    }

    void paint_scale(const ReportLane& lane, const QRectF& area) {
        const double step = tidy_step(lane.greatest - lane.least, 4);
        const QLocale locale;
        for (double value = std::ceil(lane.least / step) * step; value <= lane.greatest + 1e-9;
             value += step) {
            const double y = y_of(lane, area, value);
            painter_.setPen(QPen(style_.rule, 0.4 * unit_));
            painter_.drawLine(QLineF(area.left(), y, area.right(), y));
            auto words = locale.toString(value, 'f', step < 1.0 ? 1 : 0);
            if (lane.has_more && value > lane.greatest - 0.5 * step) {
                words.prepend(QStringLiteral("\u2265 "));
            }
            text({area.left() - 30.0 * unit_, y - 5.0 * unit_, 27.0 * unit_, 10.0 * unit_},
                 Qt::AlignRight | Qt::AlignVCenter, words, 6.0);
        }
        painter_.save();
        painter_.translate(area.left() - 36.0 * unit_, area.center().y());
        painter_.rotate(-90.0);
        text({-40.0 * unit_, -6.0 * unit_, 80.0 * unit_, 12.0 * unit_}, Qt::AlignCenter, lane.title,
             6.5, false);
        painter_.restore();
    }

    void paint_piece(const ReportLane& lane, const QRectF& area, const QPolygonF& piece) {
        if (piece.size() < 2) {
            return;
        }
        QPolygonF filled = piece;
        const double base = y_of(lane, area, lane.base);
        filled.append({piece.back().x(), base});
        filled.append({piece.front().x(), base});
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(style_.rule);
        painter_.drawPolygon(filled);
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(QPen(style_.water, 1.0 * unit_, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter_.drawPolyline(piece);
    }

    /// Its label above it, or below where the lane ends.
    void paint_limit(const LimitLine& limit, const QRectF& area, double y) {
        painter_.setPen(QPen(style_.warning, 0.9 * unit_, Qt::DashLine));
        painter_.drawLine(QLineF(area.left(), y, area.right(), y));
        const double label = 9.0 * unit_;
        const bool above = y - label > area.top();
        text({area.left() + 3.0 * unit_, above ? y - label : y + 0.5 * unit_,
              area.width() - 6.0 * unit_, label},
             Qt::AlignRight | (above ? Qt::AlignBottom : Qt::AlignTop), limit.label, 6.0);
    }

    void paint_lane(const ReportLane& lane, const QRectF& area) {
        paint_scale(lane, area);
        QPolygonF piece;
        std::size_t known = 0;
        for (const auto& point : route_.track) {
            const auto value = lane.value(point);
            if (value) {
                piece.append({x_of(point.distance_nmi), y_of(lane, area, *value)});
                ++known;
            } else {
                paint_piece(lane, area, piece);
                piece.clear();
            }
        }
        paint_piece(lane, area, piece);
        if (known == 0) {
            text(area, Qt::AlignCenter, ProfileWords::tr("not known along this route"), 7.5);
        } else if (known < route_.track.size()) {
            text(area.adjusted(0.0, 0.0, -3.0 * unit_, -1.0 * unit_),
                 Qt::AlignRight | Qt::AlignBottom, ProfileWords::tr("gaps: not known"), 6.0);
        }
        for (const auto& limit : lane.limits) {
            paint_limit(limit, area, y_of(lane, area, limit.value));
        }
        painter_.setPen(QPen(style_.quiet_ink, 0.5 * unit_));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(area);
    }

    void paint_waypoints() {
        double distance_nmi = 0.0;
        double free_from = plot_.left();
        for (std::size_t i = 0; i <= route_.legs.size(); ++i) {
            const double x = x_of(std::min(distance_nmi, length_nmi()));
            painter_.setPen(QPen(style_.quiet_ink, 0.5 * unit_));
            painter_.drawLine(QLineF(x, plot_.top() - 4.0 * unit_, x, plot_.top()));
            if (x >= free_from || i == 0) {
                text({x - 10.0 * unit_, plot_.top() - 14.0 * unit_, 20.0 * unit_, 10.0 * unit_},
                     Qt::AlignHCenter | Qt::AlignBottom, QString::number(i + 1), 6.0);
                free_from = x + 11.0 * unit_;
            }
            if (i < route_.legs.size()) {
                distance_nmi += route_.legs[i].distance.in_nautical_miles();
            }
        }
        text({plot_.left() - 46.0 * unit_, plot_.top() - 14.0 * unit_, 34.0 * unit_, 10.0 * unit_},
             Qt::AlignLeft | Qt::AlignBottom, ProfileWords::tr("Waypoint"), 6.0);
    }

    void paint_axes() {
        const double step = tidy_step(length_nmi(), 8);
        const QLocale locale;
        for (double nmi = 0.0; nmi <= length_nmi() + 1e-9; nmi += step) {
            const double x = x_of(nmi);
            painter_.setPen(QPen(style_.quiet_ink, 0.5 * unit_));
            painter_.drawLine(QLineF(x, plot_.bottom(), x, plot_.bottom() + 3.0 * unit_));
            const auto passed = std::lower_bound(route_.track.begin(), route_.track.end(), nmi,
                                                 [](const route::TrackPoint& point, double value) {
                                                     return point.distance_nmi < value;
                                                 });
            const auto& at = passed == route_.track.end() ? route_.track.back() : *passed;
            text({x - 34.0 * unit_, plot_.bottom() + 3.0 * unit_, 68.0 * unit_, 20.0 * unit_},
                 Qt::AlignHCenter | Qt::AlignTop,
                 ProfileWords::tr("%1 nm").arg(locale.toString(nmi, 'f', step < 1.0 ? 1 : 0)) +
                     QLatin1Char('\n') + to_qt(format_instant_short(at.time)),
                 6.0);
        }
    }

    QPainter& painter_;
    double unit_;
    const route::Route& route_;
    const chart::ChartStyle& style_;
    QRectF plot_;
};

/// Of the values that are known; nothing if none is.
std::optional<double> greatest_of(const route::Route& route, const ReportLane& lane) {
    std::optional<double> greatest;
    for (const auto& point : route.track) {
        if (const auto value = lane.value(point)) {
            greatest = std::max(greatest.value_or(*value), *value);
        }
    }
    return greatest;
}

ReportLane ice_lane() {
    ReportLane lane;
    lane.title = ProfileWords::tr("Ice, tenths");
    lane.value = [](const route::TrackPoint& at) { return std::optional(at.concentration * 10.0); };
    lane.greatest = 10.0;
    return lane;
}

ReportLane thickness_lane(const route::Route& route) {
    ReportLane lane;
    lane.title = ProfileWords::tr("Thickness, m");
    lane.value = [](const route::TrackPoint& at) { return std::optional(at.thickness_m); };
    lane.greatest = std::max(1.0, 1.1 * greatest_of(route, lane).value_or(0.0));
    return lane;
}

ReportLane rio_lane(const route::Route& route, bool is_polar_class) {
    ReportLane lane;
    lane.title = ProfileWords::tr("RIO");
    lane.value = [](const route::TrackPoint& at) { return std::optional(at.rio); };
    lane.least = std::min(elevated_risk_rio - 5.0, route.totals.min_rio - 2.0);
    lane.greatest = 30.0;
    if (is_polar_class) {
        lane.limits = {{normal_operation_rio, ProfileWords::tr("below 0: elevated risk")},
                       {elevated_risk_rio, ProfileWords::tr("below -10: special consideration")}};
    } else {
        lane.limits = {{normal_operation_rio, ProfileWords::tr("below 0: special consideration")}};
    }
    return lane;
}

ReportLane speed_lane(const route::Route& route) {
    ReportLane lane;
    lane.title = ProfileWords::tr("Speed, kn");
    lane.value = [](const route::TrackPoint& at) { return std::optional(at.speed_kn); };
    lane.greatest = std::max(1.0, 1.1 * greatest_of(route, lane).value_or(0.0));
    return lane;
}

ReportLane depth_lane(const std::optional<Length>& draught) {
    const double shown_m = shown_depth_m(draught);
    ReportLane lane;
    lane.title = ProfileWords::tr("Depth, m");
    lane.value = [](const route::TrackPoint& at) { return at.depth_m; };
    lane.greatest = shown_m;
    lane.downwards = true;
    lane.has_more = true;
    lane.base = shown_m;
    if (draught) {
        lane.limits = {{draught->in_metres(), ProfileWords::tr("draught")}};
    }
    return lane;
}

} // namespace

void paint_profile(QPainter& painter, const QRectF& box, double unit, const route::Route& route,
                   const ProfileOptions& options, const chart::ChartStyle& style) {
    FAIRLEAD_EXPECTS(!route.track.empty());
    std::vector<ReportLane> lanes{ice_lane(), thickness_lane(route)};
    if (options.with_rio) {
        lanes.push_back(rio_lane(route, options.is_polar_class));
    }
    lanes.push_back(speed_lane(route));
    lanes.push_back(depth_lane(options.draught));
    ProfilePainter(painter, box, unit, route, style).paint(lanes);
}

} // namespace fairlead::gui
