// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/candidate_delegate.hpp"

#include "gui/models/candidate_model.hpp"
#include "gui/panels/plot_style.hpp"
#include "gui/widgets/icons.hpp"
#include "gui/widgets/tone.hpp"

#include <QPainter>
#include <QPixmap>

namespace fairlead::gui {

namespace {

/// The mark that stands for the candidate in the plots.
QPixmap key_mark(const QPalette& palette, int number, QSize size, double scale) {
    constexpr double mark_px = 10.0;
    QPixmap pixmap(size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QCPPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto ink = series_ink(palette, number);
    const QCPScatterStyle style(series_shape(number), QPen(ink, 1.5), QBrush(ink), mark_px);
    style.applyTo(&painter, QPen(ink, 1.5));
    style.drawShape(&painter, size.width() / 2.0, size.height() / 2.0);
    return pixmap;
}

} // namespace

CandidateDelegate::CandidateDelegate(QObject* parent)
    : MarkedDelegate({-1, CandidateModel::stale_role, CandidateModel::selected_role, -1}, -1,
                     parent) {}

void CandidateDelegate::initStyleOption(QStyleOptionViewItem* option,
                                        const QModelIndex& index) const {
    MarkedDelegate::initStyleOption(option, index);
    option->font.setBold(index.data(CandidateModel::selected_role).toBool());
    if (index.column() == CandidateModel::key_column) {
        constexpr int icon_px = 16;
        option->icon = index.data(CandidateModel::has_route_role).toBool()
                           ? QIcon(key_mark(option->palette, index.row(), {icon_px, icon_px}, 2.0))
                           : icon(QStringLiteral("no-route"));
        option->decorationSize = {icon_px, icon_px};
        option->features |= QStyleOptionViewItem::HasDecoration;
    } else if (index.column() == CandidateModel::state_column) {
        if (index.data(CandidateModel::stale_role).toBool()) {
            option->icon = icon(QStringLiteral("out-of-date"));
            option->features |= QStyleOptionViewItem::HasDecoration;
        } else if (index.data(CandidateModel::pinned_role).toBool()) {
            option->icon = icon(QStringLiteral("pin"));
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
    }
}

} // namespace fairlead::gui
