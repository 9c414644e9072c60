// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/form_scroll.hpp"

#include <QEvent>
#include <QScrollBar>

namespace fairlead::gui {

FormScroll::FormScroll(QWidget* form, QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(form);
    takeWidth();
}

void FormScroll::takeWidth() {
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

bool FormScroll::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        takeWidth();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace fairlead::gui
