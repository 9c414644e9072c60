// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/log_panel.hpp"

#include "gui/models/words.hpp"
#include "gui/widgets/icons.hpp"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStringList>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace fairlead::gui {

namespace {

enum LogColumn { time_column, severity_column, sentence_column, log_columns };
constexpr int count_role = Qt::UserRole + 1;
constexpr int said_role = Qt::UserRole + 2;
constexpr int most_lines = 1000;

} // namespace

LogPanel::LogPanel(QWidget* parent)
    : QWidget(parent), lines_(new QTreeWidget(this)), copy_(new QAction(tr("Copy log"), this)) {
    lines_->setAccessibleName(tr("What the program has said"));
    lines_->setColumnCount(log_columns);
    lines_->setHeaderLabels({tr("UTC"), tr("Severity"), tr("Message")});
    lines_->setRootIsDecorated(false);
    lines_->setFrameShape(QFrame::NoFrame);
    lines_->setWordWrap(true);
    lines_->header()->setSectionResizeMode(time_column, QHeaderView::ResizeToContents);
    lines_->header()->setSectionResizeMode(severity_column, QHeaderView::ResizeToContents);
    copy_->setShortcut(QKeySequence::Copy);
    copy_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(copy_);
    lines_->setContextMenuPolicy(Qt::ActionsContextMenu);
    lines_->addAction(copy_);
    connect(copy_, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(lines_);
    setFocusProxy(lines_);
}

void LogPanel::add(rules::Severity severity, const QString& sentence) {
    const auto now = QDateTime::currentDateTimeUtc().toString(QStringLiteral("HH:mm:ss"));
    const int count = lines_->topLevelItemCount();
    auto* last = count > 0 ? lines_->topLevelItem(count - 1) : nullptr;
    if (last != nullptr && last->data(sentence_column, said_role).toString() == sentence) {
        const int times = last->data(sentence_column, count_role).toInt() + 1;
        last->setData(sentence_column, count_role, times);
        last->setText(time_column, now);
        last->setText(sentence_column, tr("%1 (%n times)", "", times).arg(sentence));
        return;
    }
    if (count == most_lines) {
        delete lines_->takeTopLevelItem(0);
    }
    auto* line = new QTreeWidgetItem({now, severity_text(severity), sentence});
    line->setIcon(severity_column, severity_icon(severity));
    line->setToolTip(sentence_column, sentence);
    line->setData(sentence_column, said_role, sentence);
    line->setData(sentence_column, count_role, 1);
    lines_->addTopLevelItem(line);
    lines_->scrollToItem(line);
}

QString LogPanel::text() const {
    QStringList all;
    for (int i = 0; i < lines_->topLevelItemCount(); ++i) {
        const auto* line = lines_->topLevelItem(i);
        all.append(QStringLiteral("%1\t%2\t%3")
                       .arg(line->text(time_column), line->text(severity_column),
                            line->text(sentence_column)));
    }
    return all.join(QLatin1Char('\n'));
}

} // namespace fairlead::gui
