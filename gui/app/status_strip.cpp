// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/status_strip.hpp"

#include "core/cost/transit_model.hpp"
#include "core/geo/geodesic.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>
#include <vector>

namespace fairlead::gui {

namespace {

struct Here {
    env::Conditions conditions;
    std::optional<cost::Transit> transit;
};

Here look(const Surroundings& around, const geo::Position& place, Instant time) {
    const auto& environment = *around.sea->sea.data.environment;
    const double time_s = unix_seconds(time);
    Here here;
    here.conditions = environment.conditions(place, time_s);
    std::vector<const env::Zone*> zones;
    for (const auto& zone : environment.zones()) {
        if (zone.in_force(time_s) && zone.area.contains(place)) {
            zones.push_back(&zone);
        }
    }
    here.transit =
        cost::TransitModel(*around.vessel, *around.rules).transit(here.conditions, zones);
    return here;
}

QString degrees_text(double degrees) {
    return QStringLiteral("%1\u00b0")
        .arg(static_cast<int>(std::lround(degrees)) % 360, 3, 10, QLatin1Char('0'));
}

} // namespace

StatusStrip::StatusStrip(VoyageSession& session, QWidget* parent)
    : QStatusBar(parent), session_(session), hint_(new QLabel(this)), position_(new QLabel(this)),
      values_(new QLabel(this)), range_(new QLabel(this)), saved_(new QLabel(this)),
      bar_(new QProgressBar(this)), cancel_(new QToolButton(this)) {
    position_->setAccessibleName(tr("Position of the pointer"));
    values_->setAccessibleName(tr("Values at the pointer"));
    range_->setAccessibleName(tr("Range and bearing from the selected waypoint"));
    bar_->setAccessibleName(tr("Progress"));
    bar_->setRange(0, 1000);
    bar_->setFixedWidth(330);
    bar_->setTextVisible(true);
    cancel_->setText(tr("Cancel"));
    cancel_->setAccessibleName(tr("Cancel planning"));
    position_->setMinimumWidth(position_->fontMetrics().horizontalAdvance(
        QStringLiteral("00\u00b000.000'N 000\u00b000.000'E  ")));
    for (auto* label : {values_, range_, hint_}) {
        label->setMinimumWidth(1); // cut rather than wider than the window
    }
    addWidget(position_);
    addWidget(values_);
    addWidget(range_);
    addWidget(hint_, 1);
    addPermanentWidget(bar_);
    addPermanentWidget(cancel_);
    addPermanentWidget(saved_);
    addPermanentWidget(new QLabel(tr("UTC  nm  kn  m  t"), this));
    endProgress();
    connect(cancel_, &QToolButton::clicked, this, &StatusStrip::cancelRequested);
    connect(&session_, &VoyageSession::planningStarted, this, [this] {
        since_start_.start();
        showProgress(0.0, tr("Planning"));
    });
    connect(&session_, &VoyageSession::planningProgressed, this, &StatusStrip::showProgress);
    connect(&session_, &VoyageSession::planningFinished, this, &StatusStrip::endProgress);
    connect(&session_.cursor(), &VoyageCursor::moved, this, &StatusStrip::lookUp);
}

void StatusStrip::setPointer(const std::optional<geo::Position>& place) {
    place_ = place;
    updatePlace();
    lookUp();
}

void StatusStrip::setOrigin(const std::optional<VoyagePoint>& origin) {
    origin_ = origin;
    updatePlace();
}

void StatusStrip::setSaved(const QString& words) {
    saved_->setText(words);
}

void StatusStrip::setHint(const QString& words) {
    hint_->setText(words);
}

QString StatusStrip::valuesText() const {
    return values_->text();
}

void StatusStrip::updatePlace() {
    position_->setText(place_ ? position_text(*place_) : QString());
    if (!place_ || !origin_ || origin_->position == *place_) {
        range_->clear();
        return;
    }
    const auto line = geo::geodesic_inverse(origin_->position, *place_);
    const auto from =
        origin_->name.empty() ? tr("selected waypoint") : QString::fromStdString(origin_->name);
    range_->setText(tr("%1 nm %2T from %3")
                        .arg(QLocale().toString(line.distance.in_nautical_miles(), 'f', 1),
                             degrees_text(line.initial_bearing.in_degrees()), from));
}

void StatusStrip::lookUp() {
    if (!place_ || !session_.surroundings().complete()) {
        probe_.cancel();
        values_->clear();
        return;
    }
    probe_.start([this, around = session_.surroundings(), place = *place_,
                  time = session_.cursor().time()](const Progress&) -> Background::Deliver {
        const auto here = look(around, place, time);
        return [this, here] {
            const QLocale locale;
            QStringList words;
            const auto add = [&](const env::Sample& sample, double factor, int decimals,
                                 const QString& pattern) {
                if (sample.is_usable()) {
                    words << pattern.arg(locale.toString(sample.value * factor, 'f', decimals));
                }
            };
            add(here.conditions.concentration, 100.0, 0, tr("ice %1 %"));
            if (here.conditions.concentration.is_usable() &&
                here.conditions.concentration.value > 0.0) {
                add(here.conditions.thickness, 1.0, 2, tr("%1 m thick"));
            }
            if (!here.conditions.concentration.is_usable()) {
                words << tr("ice: %1").arg(quality_text(here.conditions.concentration.quality));
            } else if (here.transit) {
                words << tr("RIO %1").arg(locale.toString(here.transit->rio, 'f', 0));
                words
                    << (here.transit->allowed
                            ? tr("speed %1 kn").arg(locale.toString(here.transit->speed_kn, 'f', 1))
                            : tr("no passage"));
            }
            add(here.conditions.depth, 1.0, 0, tr("depth %1 m"));
            add(here.conditions.wave_height, 1.0, 1, tr("waves %1 m"));
            const auto flow = [&](const env::Sample& east, const env::Sample& north, bool is_from,
                                  const QString& pattern) {
                if (!east.is_usable() || !north.is_usable()) {
                    return;
                }
                const double sign = is_from ? -1.0 : 1.0;
                const double direction =
                    std::atan2(sign * east.value, sign * north.value) / radians_per_degree;
                words << pattern.arg(
                    degrees_text(direction + 360.0),
                    locale.toString(std::hypot(east.value, north.value) / mps_per_knot, 'f', 1));
            };
            flow(here.conditions.wind_east, here.conditions.wind_north, true,
                 tr("wind from %1 %2 kn"));
            flow(here.conditions.current_east, here.conditions.current_north, false,
                 tr("current to %1 %2 kn"));
            values_->setText(words.join(QStringLiteral("  \u00b7  ")));
        };
    });
}

void StatusStrip::showProgress(double fraction, const QString& what) {
    bar_->setVisible(true);
    cancel_->setVisible(true);
    bar_->setValue(static_cast<int>(std::lround(1000.0 * fraction)));
    const auto objective = session_.plannedObjective();
    const auto stage = objective ? tr("%1: %2").arg(objective_text(*objective), stage_text(what))
                                 : stage_text(what);
    bar_->setFormat(tr("%1 %p% · %2 s").arg(stage).arg(since_start_.elapsed() / 1000));
}

void StatusStrip::endProgress() {
    bar_->setVisible(false);
    cancel_->setVisible(false);
}

} // namespace fairlead::gui
