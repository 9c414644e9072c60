// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/panel_parts.hpp"

#include "gui/widgets/icons.hpp"

#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

namespace fairlead::gui {

QAction* make_action(QWidget& panel, const QString& icon_name, const QString& text,
                     const QKeySequence& keys) {
    auto* action = new QAction(text, &panel);
    if (!icon_name.isEmpty()) {
        action->setIcon(icon(icon_name));
    }
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

QToolButton* make_button(QWidget& parent, QAction& action) {
    auto* button = new QToolButton(&parent);
    button->setDefaultAction(&action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action.text());
    if (!action.shortcut().isEmpty()) {
        button->setToolTip(QStringLiteral("%1 (%2)").arg(
            action.toolTip(), action.shortcut().toString(QKeySequence::NativeText)));
    }
    return button;
}

void dress_table(QTableView& table) {
    constexpr int row_margin_px = 6;
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setWordWrap(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + row_margin_px);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionsMovable(true);
}

} // namespace fairlead::gui
