// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/problem_panel.hpp"

#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"
#include "gui/panels/marked_delegate.hpp"
#include "gui/panels/panel_parts.hpp"
#include "gui/widgets/icons.hpp"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace fairlead::gui {

namespace {

QString paragraphs(const QStringList& lines) {
    QString html;
    for (const auto& line : lines) {
        html += QStringLiteral("<p style='margin:0 0 4px 0'>%1</p>").arg(line.toHtmlEscaped());
    }
    return html;
}

} // namespace

ProblemPanel::ProblemPanel(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session), model_(new FindingModel(session, this)),
      filter_(new FindingFilter(this)), headline_icon_(new QLabel(this)),
      headline_(new QLabel(this)), table_(new QTableView(this)), details_(new QTextBrowser(this)),
      reason_(new QLineEdit(this)), accept_(new QToolButton(this)),
      take_back_(new QToolButton(this)),
      show_(make_action(*this, QStringLiteral("show-on-chart"), tr("Show on chart"), {})),
      copy_(make_action(*this, QStringLiteral("copy"), tr("Copy details"),
                        QKeySequence(QKeySequence::Copy))),
      next_(make_action(*this, QStringLiteral("next"), tr("Next problem"), {})),
      previous_(make_action(*this, QStringLiteral("previous"), tr("Previous problem"), {})),
      remedies_(new QWidget(this)), remedies_layout_(new QVBoxLayout(remedies_)) {
    filter_->setSourceModel(model_);
    table_->setModel(filter_);
    table_->setItemDelegate(new MarkedDelegate(
        {FindingModel::severity_role, FindingModel::stale_role, -1, FindingModel::accepted_role},
        FindingModel::severity_column, table_));
    table_->setAccessibleName(tr("Problems"));
    dress_table(*table_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->horizontalHeader()->setSectionResizeMode(FindingModel::message_column,
                                                     QHeaderView::Stretch);
    table_->viewport()->installEventFilter(this);
    table_->addActions({show_, copy_});
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(table_);
    splitter->addWidget(makeDetails());
    constexpr int table_share = 700;
    constexpr int details_share = 400;
    splitter->setSizes({table_share, details_share});
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(splitter, 1);

    connect(show_, &QAction::triggered, this, &ProblemPanel::showSelected);
    connect(copy_, &QAction::triggered, this, &ProblemPanel::copyDetails);
    connect(next_, &QAction::triggered, this, &ProblemPanel::selectNext);
    connect(previous_, &QAction::triggered, this, &ProblemPanel::selectPrevious);
    connect(table_, &QTableView::doubleClicked, this, &ProblemPanel::showSelected);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProblemPanel::updateDetails);
    connect(model_, &QAbstractItemModel::modelReset, this, &ProblemPanel::refresh);
    connect(model_, &QAbstractItemModel::headerDataChanged, this, &ProblemPanel::refresh);
    refresh();
}

QWidget* ProblemPanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->setSpacing(4);
    layout->addWidget(headline_icon_);
    headline_->setWordWrap(true);
    headline_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(headline_, 1);
    auto* wanted = new QLineEdit(bar);
    wanted->setPlaceholderText(tr("Filter"));
    wanted->setAccessibleName(tr("Filter problems by text"));
    wanted->setClearButtonEnabled(true);
    wanted->setMaximumWidth(180);
    wanted->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    connect(wanted, &QLineEdit::textChanged, filter_, &FindingFilter::setWanted);
    auto* least = new QComboBox(bar);
    least->setAccessibleName(tr("Least severity shown"));
    least->addItem(tr("All"));
    least->addItem(tr("Cautions and worse"));
    least->addItem(tr("Warnings and worse"));
    least->addItem(tr("Violations"));
    connect(least, &QComboBox::currentIndexChanged, filter_, [this](int severity) {
        filter_->setLeastSeverity(static_cast<rules::Severity>(severity));
    });
    layout->addWidget(wanted);
    layout->addWidget(least);
    layout->addWidget(make_button(*bar, *previous_));
    layout->addWidget(make_button(*bar, *next_));
    return bar;
}

QWidget* ProblemPanel::makeDetails() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(4, 0, 4, 4);
    layout->setSpacing(4);
    details_->setAccessibleName(tr("Details of the problem"));
    details_->setFrameShape(QFrame::NoFrame);
    layout->addWidget(details_, 1);
    remedies_layout_->setContentsMargins(0, 0, 0, 0);
    remedies_layout_->setSpacing(2);
    layout->addWidget(remedies_);
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    reason_->setPlaceholderText(tr("Accept because …"));
    reason_->setAccessibleName(tr("Reason to accept the problem"));
    accept_->setIcon(icon(QStringLiteral("accepted")));
    accept_->setText(tr("Accept"));
    accept_->setToolTip(tr("Accept this problem for the reason given; it stays in the report"));
    take_back_->setIcon(icon(QStringLiteral("take-back")));
    take_back_->setText(tr("Take back"));
    for (auto* button : {accept_, take_back_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(button->text());
    }
    row->addWidget(make_button(*box, *show_));
    row->addWidget(make_button(*box, *copy_));
    row->addWidget(reason_, 1);
    row->addWidget(accept_);
    row->addStretch();
    row->addWidget(take_back_);
    layout->addLayout(row);
    connect(reason_, &QLineEdit::textChanged, this,
            [this](const QString& text) { accept_->setEnabled(!text.trimmed().isEmpty()); });
    connect(reason_, &QLineEdit::returnPressed, this, &ProblemPanel::acceptSelected);
    connect(accept_, &QToolButton::clicked, this, &ProblemPanel::acceptSelected);
    connect(take_back_, &QToolButton::clicked, this, [this] {
        if (const auto row_taken = selectedRow()) {
            model_->takeBack(*row_taken);
        }
    });
    return box;
}

std::optional<int> ProblemPanel::selectedRow() const {
    const auto current = table_->selectionModel()->currentIndex();
    return current.isValid() ? std::optional(filter_->mapToSource(current).row()) : std::nullopt;
}

ProblemPanel::TimedPlace ProblemPanel::selectedPlace() const {
    TimedPlace shown;
    if (const auto row = selectedRow()) {
        shown = {model_->finding(*row).position, model_->finding(*row).time};
    }
    if (const auto* none = model_->noRoute(); none != nullptr && !shown.place) {
        shown = {none->farthest, none->farthest_time};
    }
    return shown;
}

void ProblemPanel::selectRow(int row) {
    table_->setCurrentIndex(filter_->mapFromSource(model_->index(row, 0)));
}

void ProblemPanel::step(int by) {
    const int rows = filter_->rowCount();
    if (rows == 0) {
        return;
    }
    const auto current = table_->selectionModel()->currentIndex();
    const int from = current.isValid() ? current.row() : by > 0 ? -1 : 0;
    table_->setCurrentIndex(filter_->index((from + by + rows) % rows, 0));
    showSelected();
}

void ProblemPanel::selectNext() {
    step(1);
}

void ProblemPanel::selectPrevious() {
    step(-1);
}

void ProblemPanel::showSelected() {
    const auto [place, time] = selectedPlace(); // moving the cursor may rebuild the model
    if (time) {
        session_.cursor().setTime(*time);
    }
    if (place) {
        Q_EMIT showPlace(*place, time);
    }
}

void ProblemPanel::copyDetails() {
    if (const auto row = selectedRow()) {
        QApplication::clipboard()->setText(model_->details(*row));
    }
}

void ProblemPanel::acceptSelected() {
    const auto row = selectedRow();
    const auto reason = reason_->text().trimmed();
    if (row && !reason.isEmpty() && !model_->acceptedBecause(*row)) {
        model_->accept(*row, reason);
        reason_->clear();
    }
}

void ProblemPanel::refresh() {
    headline_->setText(model_->headline());
    const auto worst = model_->subject() == FindingModel::Subject::sea
                           ? std::optional(rules::Severity::violation)
                           : model_->worst();
    constexpr int icon_px = 18;
    headline_icon_->setVisible(worst.has_value());
    if (worst) {
        headline_icon_->setPixmap(
            severity_icon(*worst).pixmap(QSize(icon_px, icon_px), devicePixelRatioF()));
    }
    fitColumns();
    if (!selectedRow() && filter_->rowCount() > 0) {
        table_->setCurrentIndex(filter_->index(0, 0));
    }
    updateDetails();
    updateRemedies();
}

/// What is wrong comes first: where the table is narrow, columns that the details repeat go.
void ProblemPanel::fitColumns() {
    if (!table_->isVisible()) { // it has no width yet
        for (const int column : {FindingModel::severity_column, FindingModel::place_column,
                                 FindingModel::time_column, FindingModel::margin_column}) {
            table_->resizeColumnToContents(column);
        }
        return;
    }
    constexpr int least_message_px = 240;
    int room = table_->viewport()->width() - least_message_px;
    for (const int column :
         {FindingModel::severity_column, FindingModel::place_column, FindingModel::time_column,
          FindingModel::rule_column, FindingModel::margin_column}) {
        table_->setColumnHidden(column, false);
        table_->resizeColumnToContents(column);
        const int width = table_->columnWidth(column);
        const bool fits = width <= room;
        table_->setColumnHidden(column, !fits && column != FindingModel::severity_column);
        room -= fits ? width : 0;
    }
}

bool ProblemPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_->viewport() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::Show) && table_->isVisible()) {
        fitColumns();
    }
    return QWidget::eventFilter(watched, event);
}

void ProblemPanel::updateDetails() {
    const auto row = selectedRow();
    const bool is_accepted = row && model_->acceptedBecause(*row);
    QStringList lines;
    if (row) {
        lines = model_->details(*row).split(QLatin1Char('\n'));
    }
    if (const auto* none = model_->noRoute()) {
        if (const auto reason = sentence_text(none->reason); no_route_line(*none) != reason) {
            lines << reason;
        }
        for (const auto& account : none->account) {
            lines << sentence_text(account);
        }
        if (none->farthest) {
            lines << tr("The ship comes as far as %1; from there %2 nm remain.")
                         .arg(position_text(*none->farthest),
                              number_text(none->farthest_remaining.in_nautical_miles(), 0));
        }
    }
    details_->setHtml(paragraphs(lines));
    show_->setEnabled(selectedPlace().place.has_value());
    copy_->setEnabled(row.has_value());
    reason_->setVisible(row && !is_accepted);
    accept_->setVisible(row && !is_accepted);
    accept_->setEnabled(!reason_->text().trimmed().isEmpty());
    take_back_->setVisible(is_accepted);
}

void ProblemPanel::addRemedy(const QString& text, const std::optional<RemedyAction>& action) {
    auto* row = new QWidget(remedies_);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* mark = new QLabel(row);
    constexpr int icon_px = 16;
    mark->setPixmap(
        icon(QStringLiteral("remedy")).pixmap(QSize(icon_px, icon_px), devicePixelRatioF()));
    layout->addWidget(mark);
    auto* label = new QLabel(text, row);
    label->setWordWrap(true);
    layout->addWidget(label, 1);
    if (action) {
        auto* button = new QPushButton(action->name, row);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, action] {
            session_.document().edit(action->name, action->change);
            Q_EMIT planWanted();
        });
    }
    remedies_layout_->addWidget(row);
}

void ProblemPanel::updateRemedies() {
    while (auto* item = remedies_layout_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto* none = model_->noRoute();
    remedies_->setVisible(none != nullptr);
    if (none == nullptr) {
        return;
    }
    for (const auto& remedy : none->remedies) {
        addRemedy(remedy_text(remedy), remedy_action(remedy, session_));
    }
}

} // namespace fairlead::gui
