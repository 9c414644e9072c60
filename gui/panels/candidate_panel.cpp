// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/candidate_panel.hpp"

#include "gui/panels/candidate_delegate.hpp"
#include "gui/panels/panel_parts.hpp"
#include "gui/panels/scatter_plot.hpp"
#include "gui/widgets/notice.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::gui {

CandidatePanel::CandidatePanel(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session), model_(new CandidateModel(session, this)),
      table_(new QTableView(this)), scatter_(new ScatterPlot(session, this)),
      why_(new QTextBrowser(this)), notice_(new Notice(this)),
      choose_(make_action(*this, QStringLiteral("accepted"), tr("Take this route"),
                          QKeySequence(Qt::Key_Return))),
      pin_(make_action(*this, QStringLiteral("pin"), tr("Pin for comparison"), {})) {
    makeTable();
    pin_->setCheckable(true);
    pin_->setToolTip(tr("Pin for comparison: the others show how they differ from it"));
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(scatter_, tr("Trade-off"));
    tabs->addTab(why_, tr("Why this route?"));
    tabs->setAccessibleName(tr("Views of the candidates"));
    tabs->tabBar()->setAccessibleName(tr("Views of the candidates"));
    why_->setAccessibleName(tr("Why this route?"));
    why_->setFrameShape(QFrame::NoFrame);
    auto* corner = new QWidget(tabs);
    auto* buttons = new QHBoxLayout(corner);
    buttons->setContentsMargins(0, 0, 4, 0);
    buttons->setSpacing(2);
    buttons->addWidget(make_button(*corner, *choose_));
    buttons->addWidget(make_button(*corner, *pin_));
    tabs->setCornerWidget(corner);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(table_);
    splitter->addWidget(tabs);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(notice_);
    layout->addWidget(splitter, 1);

    connect(choose_, &QAction::triggered, this, [this] {
        if (const auto row = currentRow()) {
            choose(*row);
        }
    });
    connect(pin_, &QAction::triggered, this, &CandidatePanel::togglePin);
    connect(scatter_, &ScatterPlot::candidateClicked, this, &CandidatePanel::choose);
    connect(model_, &QAbstractItemModel::modelReset, this, &CandidatePanel::updateRows);
    connect(model_, &QAbstractItemModel::dataChanged, this, &CandidatePanel::updateRows);
    updateRows();
}

void CandidatePanel::makeTable() {
    table_->setModel(model_);
    table_->setItemDelegate(new CandidateDelegate(table_));
    table_->setAccessibleName(tr("Candidate routes"));
    dress_table(*table_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->addActions({choose_, pin_});
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() != CandidateModel::key_column &&
            index.column() != CandidateModel::note_column) {
            choose(static_cast<std::size_t>(index.row()));
        }
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CandidatePanel::updateWhy);
}

std::optional<std::size_t> CandidatePanel::currentRow() const {
    const auto current = table_->currentIndex();
    return current.isValid() ? std::optional(static_cast<std::size_t>(current.row()))
                             : std::nullopt;
}

void CandidatePanel::choose(std::size_t candidate) {
    if (candidate >= session_.candidates().size()) {
        return;
    }
    table_->setCurrentIndex(model_->index(static_cast<int>(candidate), 0));
    const auto& chosen = session_.candidates()[candidate];
    if (chosen.result->route() == nullptr || session_.selected() == candidate) {
        notice_->hide();
        return;
    }
    if (!session_.isCurrent(chosen)) {
        notice_->say(
            rules::Severity::caution,
            tr("Route %1 answers an older voyage: plan again.").arg(candidate_letter(candidate)));
        return;
    }
    notice_->hide();
    session_.select(candidate);
}

void CandidatePanel::togglePin() {
    const auto row = currentRow();
    if (!row || session_.pinned() == row ||
        session_.candidates()[*row].result->route() == nullptr) {
        session_.pin(std::nullopt);
    } else {
        session_.pin(row);
    }
}

void CandidatePanel::updateRows() {
    table_->clearSpans();
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (!model_->index(row, 0).data(CandidateModel::has_route_role).toBool()) {
            table_->setSpan(row, CandidateModel::duration_column, 1,
                            CandidateModel::gap_column - CandidateModel::duration_column + 1);
        }
    }
    bool has_model_cost = false;
    for (std::size_t i = 0; i < session_.candidates().size(); ++i) {
        has_model_cost = has_model_cost || session_.costByModel(i) != nullptr;
    }
    table_->setColumnHidden(CandidateModel::cost_column, !has_model_cost);
    for (int column = 0; column < CandidateModel::note_column; ++column) {
        if (column != CandidateModel::duration_column) { // where reasons stand
            table_->resizeColumnToContents(column);
        }
    }
    int width = table_->horizontalHeader()->sectionSizeHint(CandidateModel::duration_column);
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (model_->index(row, 0).data(CandidateModel::has_route_role).toBool()) {
            const auto duration = model_->index(row, CandidateModel::duration_column);
            width = std::max(width, table_->sizeHintForIndex(duration).width());
        }
    }
    table_->setColumnWidth(CandidateModel::duration_column, width + 1); // and the grid
    if (!currentRow() && session_.selected()) {
        table_->setCurrentIndex(model_->index(static_cast<int>(*session_.selected()), 0));
    }
    updateWhy();
}

void CandidatePanel::updateWhy() {
    const auto row = currentRow();
    const bool is_there = row && *row < session_.candidates().size();
    choose_->setEnabled(is_there && session_.candidates()[*row].result->route() != nullptr);
    pin_->setEnabled(choose_->isEnabled());
    pin_->setChecked(is_there && session_.pinned() == row);
    QString html;
    const auto lines =
        is_there ? why_this_route(session_, *row) : QStringList{no_candidates_text(session_)};
    for (const auto& line : lines) {
        html += QStringLiteral("<p style='margin:0 0 5px 0'>%1</p>").arg(line.toHtmlEscaped());
    }
    why_->setHtml(html);
}

} // namespace fairlead::gui
