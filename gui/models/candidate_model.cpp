// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/candidate_model.hpp"

#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"

#include <QStringList>

namespace fairlead::gui {

CandidateModel::CandidateModel(VoyageSession& session, QObject* parent)
    : QAbstractTableModel(parent), session_(session), count_(session.candidates().size()) {
    connect(&session, &VoyageSession::candidatesChanged, this, &CandidateModel::reset);
    connect(&session, &VoyageSession::selectionChanged, this, &CandidateModel::refresh);
    connect(&session.document(), &VoyageDocument::changed, this, &CandidateModel::refresh);
}

void CandidateModel::reset() {
    if (count_ == session_.candidates().size()) {
        refresh(); // a note, a check: the view stays as it is
        return;
    }
    beginResetModel();
    count_ = session_.candidates().size();
    endResetModel();
}

void CandidateModel::refresh() {
    if (count_ > 0 && count_ == session_.candidates().size()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
    }
}

int CandidateModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(count_);
}

int CandidateModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case key_column:
        return tr("Route");
    case objective_column:
        return tr("Objective");
    case distance_column:
        return tr("Dist. nm");
    case duration_column:
        return tr("Time");
    case arrival_column:
        return tr("Arrival UTC");
    case fuel_column:
        return tr("Fuel t");
    case co2_column:
        return tr("CO₂ t");
    case risk_column:
        return tr("Risk h");
    case rio_column:
        return tr("Min. RIO");
    case cost_column:
        return tr("Cost");
    case gap_column:
        return tr("Gap %");
    case state_column:
        return tr("State");
    case note_column:
        return tr("Note");
    default:
        return {};
    }
}

Qt::ItemFlags CandidateModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == key_column) {
        flags |= Qt::ItemIsUserCheckable;
    } else if (index.column() == note_column) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

const route::Route* CandidateModel::pinnedRoute() const {
    const auto pinned = session_.pinned();
    return pinned ? session_.candidates()[*pinned].result->route() : nullptr;
}

QString CandidateModel::state(std::size_t number) const {
    QStringList states;
    const auto& candidate = session_.candidates()[number];
    if (!session_.isCurrent(candidate)) {
        states << tr("out of date");
    }
    if (session_.selected() == number) {
        states << tr("chosen");
    }
    if (session_.pinned() == number) {
        states << tr("pinned");
    }
    return states.join(QStringLiteral(", "));
}

QVariant CandidateModel::modelCost(std::size_t number) const {
    const auto* cost = session_.costByModel(number);
    if (cost == nullptr) {
        return {};
    }
    const auto text = model_cost_text(*cost);
    const auto pinned = session_.pinned();
    const auto* other = pinned && *pinned != number ? session_.costByModel(*pinned) : nullptr;
    return other == nullptr ? text : tr("%1 (%2)").arg(text, model_difference_text(*cost, *other));
}

QVariant CandidateModel::display(std::size_t number, int column) const {
    const auto& candidate = session_.candidates()[number];
    const auto* route = candidate.result->route();
    switch (column) {
    case key_column:
        return candidate_letter(number);
    case objective_column:
        return objective_text(candidate.objective);
    case state_column:
        return state(number);
    case note_column:
        return candidate.note;
    default:
        break;
    }
    if (route == nullptr) {
        return column == duration_column
                   ? tr("No route. %1").arg(no_route_line(*candidate.result->no_route()))
                   : QVariant();
    }
    const auto* pinned = session_.pinned() == number ? nullptr : pinnedRoute();
    const auto with_difference = [&](auto of, int decimals) {
        const auto text = number_text(of(*route), decimals);
        return pinned == nullptr
                   ? text
                   : tr("%1 (%2)").arg(text, difference_text(of(*route) - of(*pinned), decimals));
    };
    switch (column) {
    case distance_column:
        return with_difference(
            [](const auto& one) { return one.totals.distance.in_nautical_miles(); }, 0);
    case duration_column: {
        const auto text = duration_text(route->totals.duration);
        return pinned == nullptr
                   ? text
                   : tr("%1 (%2)").arg(text, duration_difference_text(route->totals.duration -
                                                                      pinned->totals.duration));
    }
    case arrival_column:
        return instant_text(route->arrival);
    case fuel_column:
        return with_difference([](const auto& one) { return one.totals.fuel_t; }, 0);
    case co2_column:
        return with_difference([](const auto& one) { return one.totals.co2_t; }, 0);
    case risk_column:
        return with_difference([](const auto& one) { return one.totals.risk; }, 1);
    case rio_column:
        return candidate.made_for.rules.polaris
                   ? with_difference([](const auto& one) { return one.totals.min_rio; }, 1)
                   : QVariant();
    case cost_column:
        return modelCost(number);
    case gap_column:
        if (const auto gap = route->gap()) {
            constexpr double percent = 100.0;
            return number_text(percent * *gap, 1);
        }
        return {};
    default:
        return {};
    }
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        count_ != session_.candidates().size()) {
        return {};
    }
    const auto number = static_cast<std::size_t>(index.row());
    const auto& candidate = session_.candidates()[number];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return display(number, index.column());
    case Qt::CheckStateRole:
        return index.column() == key_column
                   ? QVariant(candidate.is_shown ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == key_column) {
            return candidate.is_shown ? tr("%1, shown on the chart").arg(candidate_letter(number))
                                      : tr("%1, not shown").arg(candidate_letter(number));
        }
        return display(number, index.column());
    case Qt::ToolTipRole:
        if (index.column() == gap_column && candidate.result->route() != nullptr) {
            return tr("No route of this problem is better than this one by more than that.");
        }
        return display(number, index.column());
    case Qt::TextAlignmentRole:
        switch (index.column()) {
        case key_column:
        case objective_column:
        case state_column:
        case note_column:
            break;
        default:
            if (candidate.result->route() != nullptr) {
                return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
            }
        }
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case stale_role:
        return !session_.isCurrent(candidate);
    case selected_role:
        return session_.selected() == number;
    case pinned_role:
        return session_.pinned() == number;
    case has_route_role:
        return candidate.result->route() != nullptr;
    default:
        return {};
    }
}

bool CandidateModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const auto number = static_cast<std::size_t>(index.row());
    if (index.column() == key_column && role == Qt::CheckStateRole) {
        session_.setShown(number, value.toInt() == Qt::Checked);
        return true;
    }
    if (index.column() == note_column && role == Qt::EditRole) {
        session_.setNote(number, value.toString());
        return true;
    }
    return false;
}

} // namespace fairlead::gui
