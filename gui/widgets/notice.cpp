// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/notice.hpp"

#include "gui/widgets/icons.hpp"
#include "gui/widgets/tone.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <utility>

namespace fairlead::gui {

Notice::Notice(QWidget* parent)
    : QFrame(parent), icon_(new QLabel(this)), text_(new QLabel(this)),
      offer_(new QPushButton(this)), close_(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->addWidget(icon_);
    layout->addWidget(text_, 1);
    layout->addWidget(offer_);
    layout->addWidget(close_);
    offer_->setFocusPolicy(Qt::NoFocus); // it has no words yet
    offer_->hide();
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    close_->setIcon(icon(QStringLiteral("close")));
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Put away"));
    close_->setAccessibleName(tr("Put the message away"));
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    connect(offer_, &QPushButton::clicked, this, [this] {
        hide();
        std::exchange(act_, nullptr)(); // may say something of its own
    });
    hide();
}

void Notice::offer(rules::Severity severity, const QString& sentence, const QString& what,
                   std::function<void()> act) {
    say(severity, sentence);
    act_ = std::move(act);
    offer_->setText(what);
    offer_->setFocusPolicy(Qt::StrongFocus);
    offer_->show();
}

void Notice::say(rules::Severity severity, const QString& sentence) {
    severity_ = severity;
    act_ = nullptr;
    offer_->hide();
    text_->setText(sentence);
    updateIcon();
    setVisible(!sentence.isEmpty());
    update();
}

QString Notice::sentence() const {
    return isVisibleTo(parentWidget()) ? text_->text() : QString();
}

void Notice::updateIcon() {
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    icon_->setPixmap(severity_icon(severity_).pixmap(QSize(size, size), devicePixelRatioF()));
}

void Notice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        updateIcon();
    }
    QFrame::changeEvent(event);
}

void Notice::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), severity_tint(palette(), severity_));
    painter.fillRect(QRect(0, 0, 3, height()), severity_ink(palette(), severity_));
}

} // namespace fairlead::gui
