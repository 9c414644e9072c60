// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/identify_card.hpp"

#include "core/io/sample_text.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/sample_place.hpp"
#include "gui/models/words.hpp"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::gui {

namespace {

constexpr int columns_shown = 103;
constexpr int lines_shown = 22;

} // namespace

IdentifyCard::IdentifyCard(QWidget* parent)
    : QFrame(parent), heading_(new QLabel(this)), text_(new QPlainTextEdit(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("What is here"));
    auto font = heading_->font();
    font.setBold(true);
    heading_->setFont(font);
    text_->setReadOnly(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setAccessibleName(tr("Values, quality and sources at the place"));
    const auto metrics = text_->fontMetrics();
    text_->setMinimumSize(metrics.horizontalAdvance(QLatin1Char('0')) * columns_shown,
                          metrics.lineSpacing() * lines_shown);
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setToolTip(tr("Copy all of it to the clipboard"));
    auto* close = new QPushButton(tr("Close"), this);
    auto* top = new QHBoxLayout;
    top->addWidget(heading_, 1);
    top->addWidget(copy);
    top->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(text_);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&probe_, &Background::failed, this, &IdentifyCard::show);
    hide();
}

void IdentifyCard::ask(const Surroundings& around, const geo::Position& place, Instant time) {
    heading_->setText(QStringLiteral("%1   %2").arg(position_text(place), instant_text_utc(time)));
    setVisible(true);
    raise();
    if (!around.complete()) {
        show(tr("The data are still being opened."));
        return;
    }
    show(QString());
    probe_.start([this, around, place, time](const Progress&) -> Background::Deliver {
        const plan::Place asked{geo::format_position(place), place};
        const auto& sea = around.sea->sea;
        const auto land =
            around.land->index_on(plan::planning_plane(sea.grid(), std::span(&asked, 1)));
        const auto text = QString::fromStdString(io::sample_text(plan::sample_place(
            {sea, asked, time, land.get(), around.vessel.get(), around.rules.get()})));
        return [this, text] { show(text); };
    });
}

QString IdentifyCard::text() const {
    return text_->toPlainText();
}

void IdentifyCard::show(const QString& text) {
    text_->setPlainText(text);
    if (!text.isEmpty()) {
        Q_EMIT answered();
    }
}

void IdentifyCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace fairlead::gui
