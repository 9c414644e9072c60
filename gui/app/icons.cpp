// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/icons.hpp"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

/// The resources of a static library have to be asked for. Qt's macro wants no namespace around it.
static void load_resources() {
    Q_INIT_RESOURCE(resources);
}

namespace fairlead::gui {

namespace {

constexpr int icon_px = 24;

QPixmap drawn(QSvgRenderer& drawing, const QColor& ink, int size_px) {
    QPixmap pixmap(size_px, size_px);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), ink);
    return pixmap;
}

} // namespace

QIcon tinted_icon(const QString& name, const QColor& ink, const QColor& faint) {
    load_resources();
    QIcon icon;
    QSvgRenderer drawing(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!drawing.isValid()) {
        return icon;
    }
    for (const int scale : {1, 2, 4}) {
        icon.addPixmap(drawn(drawing, ink, scale * icon_px), QIcon::Normal);
        icon.addPixmap(drawn(drawing, faint, scale * icon_px), QIcon::Disabled);
    }
    return icon;
}

} // namespace fairlead::gui
