// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/shortcut_dialog.hpp"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::gui {

namespace {

enum Column { menu_column, action_column, keys_column, column_count };

QString plain(const QString& menu_text) {
    return QString(menu_text).remove(QLatin1Char('&'));
}

} // namespace

ShortcutDialog::ShortcutDialog(Actions& actions, QWidget* parent)
    : QDialog(parent), actions_(actions), search_(new QLineEdit(this)),
      table_(new QTableWidget(this)), keys_(new QKeySequenceEdit(this)), clash_(new QLabel(this)) {
    setWindowTitle(tr("Shortcuts"));
    search_->setPlaceholderText(tr("Search actions and keys"));
    search_->setAccessibleName(tr("Search"));
    search_->setClearButtonEnabled(true);
    table_->setAccessibleName(tr("Actions and their keys"));
    table_->setColumnCount(column_count);
    table_->setHorizontalHeaderLabels({tr("Menu"), tr("Action"), tr("Keys")});
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(action_column, QHeaderView::Stretch);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    keys_->setAccessibleName(tr("New keys of the selected action"));
    clash_->setWordWrap(true);

    auto* label = new QLabel(tr("&Keys of the selected action:"), this);
    label->setBuddy(keys_);
    auto* take_button = new QPushButton(tr("&Take"), this);
    auto* none_button = new QPushButton(tr("&None"), this);
    auto* own_button = new QPushButton(tr("&Default"), this);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(keys_, 1);
    row->addWidget(take_button);
    row->addWidget(none_button);
    row->addWidget(own_button);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(search_);
    column->addWidget(table_, 1);
    column->addLayout(row);
    column->addWidget(clash_);
    column->addWidget(buttons);
    resize(620, 560);

    connect(search_, &QLineEdit::textChanged, this, &ShortcutDialog::filter);
    connect(table_, &QTableWidget::currentCellChanged, this,
            [this](int current) { showKeysOf(current); });
    connect(take_button, &QPushButton::clicked, this, &ShortcutDialog::take);
    connect(none_button, &QPushButton::clicked, this, [this] {
        keys_->clear();
        take();
    });
    connect(own_button, &QPushButton::clicked, this, [this] {
        if (const auto* entry = entryAt(table_->currentRow())) {
            actions_.resetShortcut(*entry);
            fill();
        }
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
}

void ShortcutDialog::fill() {
    const int current = table_->currentRow();
    const auto& entries = actions_.entries();
    table_->setRowCount(static_cast<int>(entries.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto& entry = entries[static_cast<std::size_t>(row)];
        const auto keys =
            QKeySequence::listToString(entry.action->shortcuts(), QKeySequence::NativeText);
        table_->setItem(row, menu_column,
                        new QTableWidgetItem(plain(Actions::menuTitle(entry.menu))));
        table_->setItem(row, action_column, new QTableWidgetItem(plain(Actions::words(entry))));
        table_->setItem(row, keys_column, new QTableWidgetItem(keys));
    }
    table_->setCurrentCell(std::max(0, current), action_column);
    showKeysOf(table_->currentRow());
    filter(search_->text());
}

void ShortcutDialog::filter(const QString& words) {
    for (int row = 0; row < table_->rowCount(); ++row) {
        bool found = words.isEmpty();
        for (int column = 0; column < column_count && !found; ++column) {
            found = table_->item(row, column)->text().contains(words, Qt::CaseInsensitive);
        }
        table_->setRowHidden(row, !found);
    }
}

const Actions::Entry* ShortcutDialog::entryAt(int row) const {
    const auto& entries = actions_.entries();
    return row >= 0 && row < static_cast<int>(entries.size())
               ? &entries[static_cast<std::size_t>(row)]
               : nullptr;
}

void ShortcutDialog::showKeysOf(int row) {
    clash_->clear();
    if (const auto* entry = entryAt(row)) {
        keys_->setKeySequence(entry->action->shortcut());
    }
}

void ShortcutDialog::take() {
    const auto* entry = entryAt(table_->currentRow());
    if (entry == nullptr) {
        return;
    }
    const auto keys = keys_->keySequence();
    if (!keys.isEmpty()) {
        if (const auto* other = actions_.user_of(keys, entry->action)) {
            clash_->setText(
                tr("%1 belongs to \"%2\": choose other keys, or free them there first.")
                    .arg(keys.toString(QKeySequence::NativeText), plain(Actions::words(*other))));
            return;
        }
    }
    actions_.setShortcut(*entry, keys);
    fill();
}

} // namespace fairlead::gui
