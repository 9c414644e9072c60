// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/leg_delegate.hpp"

#include "gui/models/leg_model.hpp"
#include "gui/models/words.hpp"
#include "gui/widgets/icons.hpp"

#include <QComboBox>
#include <QLineEdit>

namespace fairlead::gui {

LegDelegate::LegDelegate(QObject* parent)
    : MarkedDelegate({LegModel::severity_role, LegModel::stale_role, LegModel::cursor_role, -1},
                     LegModel::number_column, parent) {}

void LegDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    MarkedDelegate::initStyleOption(option, index);
    const bool is_kept = index.data(LegModel::fixed_role).toBool();
    if (index.column() == LegModel::name_column) {
        option->icon =
            icon(is_kept ? QStringLiteral("waypoint-kept") : QStringLiteral("waypoint-made"));
        option->features |= QStyleOptionViewItem::HasDecoration;
        if (!is_kept) {
            option->palette.setColor(QPalette::Text,
                                     option->palette.color(QPalette::PlaceholderText));
        }
    }
}

QWidget* LegDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const auto heading =
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    if (index.column() == LegModel::kind_column) {
        auto* box = new QComboBox(parent);
        for (const auto kind : {LegKind::optimised, LegKind::great_circle, LegKind::rhumb_line}) {
            box->addItem(leg_kind_text(kind), static_cast<int>(kind));
        }
        box->setAccessibleName(heading);
        // A choice is an edit; no second gesture to confirm it.
        connect(box, &QComboBox::activated, this, &LegDelegate::takeChoice);
        return box;
    }
    auto* editor = MarkedDelegate::createEditor(parent, option, index);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setAccessibleName(heading);
    }
    return editor;
}

void LegDelegate::takeChoice() {
    if (auto* editor = qobject_cast<QWidget*>(sender())) {
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor);
    }
}

void LegDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(editor)) {
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
        return;
    }
    MarkedDelegate::setEditorData(editor, index);
}

void LegDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                               const QModelIndex& index) const {
    if (const auto* box = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, box->currentData(), Qt::EditRole);
        return;
    }
    MarkedDelegate::setModelData(editor, model, index);
}

} // namespace fairlead::gui
