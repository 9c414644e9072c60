// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/zone_card.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeZone>

namespace fairlead::gui {

namespace {

constexpr int card_width = 300;
constexpr double first_limit_kn = 6.0;
constexpr int no_passage = 0;
constexpr int speed_limit = 1;

QDateTime to_qt_time(Instant instant) {
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

Instant from_qt_time(const QDateTime& time) {
    return Instant(std::chrono::seconds(time.toSecsSinceEpoch()));
}

} // namespace

ZoneCard::ZoneCard(VoyageDocument& document, QWidget* parent)
    : QFrame(parent), document_(document), name_(new QLineEdit(this)), rule_(new QComboBox(this)),
      limit_(new QDoubleSpinBox(this)), from_(makeEnd(tr("Not before"), &VoyageZone::from)),
      until_(makeEnd(tr("Until"), &VoyageZone::until)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Zone"));
    setFixedWidth(card_width);
    name_->setAccessibleName(tr("Name of the zone"));
    rule_->addItems({tr("No passage"), tr("Speed limit")});
    rule_->setAccessibleName(tr("Rule of the zone"));
    limit_->setRange(0.1, 40.0);
    limit_->setDecimals(1);
    limit_->setValue(first_limit_kn);
    limit_->setSuffix(tr(" kn"));
    limit_->setAccessibleName(tr("Speed limit of the zone"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("Name"), name_);
    auto* rule = new QHBoxLayout;
    rule->addWidget(rule_, 1);
    rule->addWidget(limit_);
    form->addRow(tr("Rule"), rule);
    form->addRow(from_.is_set, from_.time);
    form->addRow(until_.is_set, until_.time);
    auto* remove = new QPushButton(tr("Delete zone"), this);
    auto* close = new QPushButton(tr("Close"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(remove);
    buttons->addStretch(1);
    buttons->addWidget(close);
    form->addRow(buttons);
    connect(name_, &QLineEdit::editingFinished, this, [this] {
        change(tr("Rename zone"),
               [name = name_->text().toStdString()](VoyageZone& zone) { zone.name = name; });
    });
    const auto set_rule = [this] {
        change(tr("Change rule of zone"), [this](VoyageZone& zone) {
            zone.speed_limit = rule_->currentIndex() == speed_limit
                                   ? std::optional(Speed::knots(limit_->value()))
                                   : std::nullopt;
        });
    };
    connect(rule_, &QComboBox::currentIndexChanged, this, set_rule);
    connect(limit_, &QDoubleSpinBox::valueChanged, this, set_rule);
    connect(remove, &QPushButton::clicked, this, [this] {
        if (zone_) {
            Q_EMIT deleteWanted(*zone_);
        }
    });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&document_, &VoyageDocument::changed, this, [this](VoyageDocument::Parts parts) {
        if (parts & VoyageDocument::zones_part) {
            refresh();
        }
    });
    hide();
}

ZoneCard::End ZoneCard::makeEnd(const QString& words, std::optional<Instant> VoyageZone::*member) {
    const End end{new QCheckBox(words, this), new QDateTimeEdit(this)};
    end.time->setTimeSpec(Qt::UTC);
    end.time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
    end.time->setAccessibleName(words);
    const auto set = [this, end, member] {
        change(tr("Change time of zone"), [&](VoyageZone& zone) {
            zone.*member = end.is_set->isChecked()
                               ? std::optional(from_qt_time(end.time->dateTime()))
                               : std::nullopt;
        });
    };
    connect(end.is_set, &QCheckBox::toggled, this, set);
    connect(end.time, &QDateTimeEdit::dateTimeChanged, this, set);
    return end;
}

void ZoneCard::change(const QString& words, const std::function<void(VoyageZone&)>& edit) {
    if (!zone_) {
        return;
    }
    const auto& zones = document_.voyage().zones;
    if (*zone_ >= zones.size()) {
        return;
    }
    const auto name = QString::fromStdString(zones[*zone_].name);
    document_.edit(
        tr("%1 (%2)", "what is done, and the name of the zone").arg(words, name),
        [&](Voyage& voyage) { edit(voyage.zones[*zone_]); },
        QStringLiteral("zone %1 %2").arg(*zone_).arg(words));
}

void ZoneCard::showZone(std::size_t zone) {
    document_.endMerge();
    zone_ = zone;
    refresh();
    if (zone_) {
        show();
        raise();
    }
}

void ZoneCard::refresh() {
    const auto& zones = document_.voyage().zones;
    if (!zone_ || *zone_ >= zones.size()) {
        zone_.reset();
        hide();
        return;
    }
    const auto& zone = zones[*zone_];
    const QSignalBlocker quiet_rule(rule_);
    const QSignalBlocker quiet_limit(limit_);
    const auto name = QString::fromStdString(zone.name);
    if (name_->text() != name) { // typing keeps its place
        name_->setText(name);
    }
    rule_->setCurrentIndex(zone.speed_limit ? speed_limit : no_passage);
    if (zone.speed_limit) {
        limit_->setValue(zone.speed_limit->in_knots());
    }
    limit_->setEnabled(zone.speed_limit.has_value());
    const auto show_end = [this](const End& end, const std::optional<Instant>& time) {
        const QSignalBlocker quiet_box(end.is_set);
        const QSignalBlocker quiet_time(end.time);
        end.is_set->setChecked(time.has_value());
        end.time->setEnabled(time.has_value());
        end.time->setDateTime(to_qt_time(time.value_or(document_.voyage().departure)));
    };
    show_end(from_, zone.from);
    show_end(until_, zone.until);
}

void ZoneCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace fairlead::gui
