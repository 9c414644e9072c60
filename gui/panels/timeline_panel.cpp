// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/timeline_panel.hpp"

#include "gui/models/words.hpp"
#include "gui/panels/panel_parts.hpp"
#include "gui/widgets/icons.hpp"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fairlead::gui {

namespace {

constexpr int frame_ms = 40;
constexpr double step_h = 1.0;
constexpr double day_h = 24.0;
constexpr double usual_speed_h = 6.0;

} // namespace

TimelinePanel::TimelinePanel(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session), bar_(new TimelineBar(session, this)),
      time_(new QLabel(this)), speed_(new QComboBox(this)),
      play_(make_action(*this, QStringLiteral("play"), tr("Play"), {})) {
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    const auto add = [&](const QString& icon_name, const QString& text,
                         void (TimelinePanel::*slot)()) {
        auto* action = make_action(*this, icon_name, text, {});
        connect(action, &QAction::triggered, this, slot);
        buttons->addWidget(make_button(*this, *action));
    };
    add(QStringLiteral("first"), tr("To the departure"), &TimelinePanel::toStart);
    add(QStringLiteral("day-back"), tr("A day back"), &TimelinePanel::dayBack);
    add(QStringLiteral("previous"), tr("An hour back"), &TimelinePanel::stepBack);
    connect(play_, &QAction::triggered, this, &TimelinePanel::togglePlay);
    buttons->addWidget(make_button(*this, *play_));
    add(QStringLiteral("next"), tr("An hour on"), &TimelinePanel::stepOn);
    add(QStringLiteral("day-on"), tr("A day on"), &TimelinePanel::dayOn);
    add(QStringLiteral("last"), tr("To the arrival"), &TimelinePanel::toEnd);
    for (const double hours : {1.0, usual_speed_h, day_h}) {
        speed_->addItem(tr("%1 h/s").arg(number_text(hours, 0)), hours);
    }
    speed_->setCurrentIndex(speed_->findData(usual_speed_h));
    speed_->setAccessibleName(tr("Speed of play"));
    speed_->setToolTip(tr("Hours of the voyage in a second"));
    buttons->addSpacing(4);
    buttons->addWidget(speed_);
    auto font = time_->font();
    font.setBold(true);
    time_->setFont(font);
    time_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    time_->setMinimumWidth(
        QFontMetrics(font).horizontalAdvance(QStringLiteral("2030-08-12 03:44 UTC (T+1234.5 h)")));
    auto* left = new QVBoxLayout;
    left->setSpacing(2);
    left->addWidget(time_);
    left->addLayout(buttons);
    left->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 0, 3);
    layout->addLayout(left);
    layout->addWidget(bar_, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    timer_.setInterval(frame_ms);
    connect(&timer_, &QTimer::timeout, this, &TimelinePanel::play);
    connect(bar_, &TimelineBar::stepWanted, this, [this](int step) {
        const double hours = std::abs(step) > 1 ? day_h : step_h;
        move(Duration::hours(step > 0 ? hours : -hours));
    });
    connect(&session_.cursor(), &VoyageCursor::moved, this, &TimelinePanel::updateText);
    connect(&session_.document(), &VoyageDocument::changed, this, &TimelinePanel::updateText);
    updateText();
}

QString TimelinePanel::timeText() const {
    const auto time = session_.cursor().time();
    const double hours = between(session_.voyage().departure, time).in_hours();
    return tr("%1 (T%2 h)").arg(instant_text_utc(time), difference_text(hours, 1));
}

void TimelinePanel::updateText() {
    time_->setText(timeText());
}

void TimelinePanel::togglePlay() {
    if (timer_.isActive()) {
        timer_.stop();
    } else {
        if (session_.cursor().time() >= bar_->voyageSpan().until) {
            toStart();
        }
        left_over_s_ = 0.0;
        since_frame_.start();
        timer_.start();
    }
    play_->setIcon(icon(timer_.isActive() ? QStringLiteral("pause") : QStringLiteral("play")));
    play_->setText(timer_.isActive() ? tr("Pause") : tr("Play"));
}

/// By the clock, not by the frame: a busy machine shows fewer frames, not a slower voyage.
void TimelinePanel::play() {
    constexpr double ms_per_s = 1000.0;
    const double seconds = left_over_s_ + static_cast<double>(since_frame_.restart()) / ms_per_s *
                                              speed_->currentData().toDouble() * seconds_per_hour;
    const double whole = std::floor(seconds);
    left_over_s_ = seconds - whole;
    const auto end = bar_->voyageSpan().until;
    const auto next = session_.cursor().time() + Duration::seconds(whole);
    session_.cursor().setTime(std::min(next, end));
    if (next >= end) {
        togglePlay();
    }
}

void TimelinePanel::move(Duration by) {
    session_.cursor().setTime(session_.cursor().time() + by);
}

void TimelinePanel::stepOn() {
    move(Duration::hours(step_h));
}

void TimelinePanel::stepBack() {
    move(Duration::hours(-step_h));
}

void TimelinePanel::dayOn() {
    move(Duration::hours(day_h));
}

void TimelinePanel::dayBack() {
    move(Duration::hours(-day_h));
}

void TimelinePanel::toStart() {
    session_.cursor().setTime(bar_->voyageSpan().from);
}

void TimelinePanel::toEnd() {
    session_.cursor().setTime(bar_->voyageSpan().until);
}

} // namespace fairlead::gui
