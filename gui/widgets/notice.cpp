// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/notice.hpp"

#include "gui/widgets/icons.hpp"
#include "gui/widgets/tone.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace fairlead::gui {

Notice::Notice(QWidget* parent)
    : QFrame(parent), icon_(new QLabel(this)), text_(new QLabel(this)),
      close_(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->addWidget(icon_);
    layout->addWidget(text_, 1);
    layout->addWidget(close_);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    close_->setIcon(icon(QStringLiteral("close")));
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Put away"));
    close_->setAccessibleName(tr("Put the message away"));
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Notice::say(rules::Severity severity, const QString& sentence) {
    severity_ = severity;
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
