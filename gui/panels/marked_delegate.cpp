// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/marked_delegate.hpp"

#include "gui/widgets/icons.hpp"
#include "gui/widgets/tone.hpp"

#include <QPainter>

namespace fairlead::gui {

namespace {

/// From here on a row is tinted; icons begin lower.
constexpr auto least_tinted = rules::Severity::warning;
constexpr double hatch_share = 0.2;
constexpr int cursor_bar_px = 4;

QColor cursor_tint(const QPalette& palette) {
    constexpr int alpha = 56; // severity shows through
    auto tint = palette.color(QPalette::Highlight);
    tint.setAlpha(alpha);
    return tint;
}

} // namespace

MarkedDelegate::MarkedDelegate(Roles roles, int icon_column, QObject* parent)
    : QStyledItemDelegate(parent), roles_(roles), icon_column_(icon_column) {}

bool MarkedDelegate::says(const QModelIndex& index, int role) {
    return role >= 0 && index.data(role).toBool();
}

std::optional<rules::Severity> MarkedDelegate::severityOf(const QModelIndex& index) const {
    const auto severity = roles_.severity < 0 ? QVariant() : index.data(roles_.severity);
    return severity.isValid() ? std::optional(static_cast<rules::Severity>(severity.toInt()))
                              : std::nullopt;
}

void MarkedDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto severity = severityOf(index);
    const bool is_struck = says(index, roles_.struck);
    if (severity && index.column() == icon_column_) {
        option->icon = is_struck ? icon(QStringLiteral("accepted")) : severity_icon(*severity);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
    option->font.setItalic(says(index, roles_.stale));
    option->font.setStrikeOut(is_struck);
}

void MarkedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    // Under the text, so that hatched numbers can be read.
    const auto severity = severityOf(index);
    if (severity && *severity >= least_tinted && !says(index, roles_.struck)) {
        painter->fillRect(option.rect, severity_tint(option.palette, *severity));
    }
    const bool has_cursor = says(index, roles_.cursor);
    if (has_cursor) {
        painter->fillRect(option.rect, cursor_tint(option.palette));
    }
    if (says(index, roles_.stale)) {
        painter->fillRect(option.rect, QBrush(between_text_and_base(option.palette, hatch_share),
                                              Qt::BDiagPattern));
    }
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() == 0 && has_cursor) {
        auto bar = option.rect;
        bar.setWidth(cursor_bar_px);
        painter->fillRect(bar, option.palette.color(QPalette::Highlight));
    }
}

} // namespace fairlead::gui
