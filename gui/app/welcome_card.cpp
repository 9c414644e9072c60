// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/welcome_card.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::gui {

namespace {

constexpr int text_width_px = 336;

} // namespace

WelcomeCard::WelcomeCard(QWidget* parent)
    : QFrame(parent), for_good_(new QCheckBox(tr("Show at every start"), this)) {
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setFrameShadow(QFrame::Raised);
    setAccessibleName(tr("First steps"));
    auto* heading = new QLabel(tr("Three steps to a route"), this);
    auto font = heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.2);
    heading->setFont(font);
    auto* steps = new QLabel(
        tr("<ol style='margin-left:-24px'>"
           "<li>Press <b>Ctrl+R</b> to plan this sample voyage, or <b>Ctrl+N</b> for one of your "
           "own.</li>"
           "<li>In your own: press <b>N</b>, click where the ship leaves from and where it goes "
           "to. "
           "A click near a port takes the port.</li>"
           "<li>Press <b>Ctrl+R</b>. The ways by time, fuel and risk appear one after the other."
           "</li></ol>"
           "<p>The sample voyage has <b>synthetic ice</b>, made up for trials. It is not for "
           "navigation.</p>"),
        this);
    steps->setTextFormat(Qt::RichText);
    steps->setWordWrap(true);
    steps->setFixedWidth(text_width_px);
    for_good_->setChecked(true);
    auto* close = new QPushButton(tr("Close"), this);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(for_good_, 1);
    bottom->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(heading);
    column->addWidget(steps);
    column->addLayout(bottom);
    connect(close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed(!for_good_->isChecked());
    });
}

} // namespace fairlead::gui
