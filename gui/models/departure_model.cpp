// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/departure_model.hpp"

#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"

#include <QFont>

#include <algorithm>

namespace fairlead::gui {

namespace {

/// The less, the better; nothing for what is not compared.
std::optional<double> measure_of(const DepartureOutcome& outcome, int column) {
    if (!outcome.arrival) {
        return std::nullopt;
    }
    switch (column) {
    case DepartureModel::arrival_column:
        return unix_seconds(*outcome.arrival);
    case DepartureModel::duration_column:
        return outcome.totals.duration.in_seconds();
    case DepartureModel::fuel_column:
        return outcome.totals.fuel_t;
    case DepartureModel::risk_column:
        return outcome.totals.risk;
    case DepartureModel::rio_column:
        return -outcome.totals.min_rio;
    default:
        return std::nullopt;
    }
}

} // namespace

DepartureModel::DepartureModel(DepartureSweep& sweep, QObject* parent)
    : QAbstractTableModel(parent), sweep_(sweep), count_(sweep.outcomes().size()) {
    connect(&sweep, &DepartureSweep::begun, this, [this] {
        beginResetModel();
        count_ = 0;
        endResetModel();
    });
    connect(&sweep, &DepartureSweep::outcomeAdded, this, [this] {
        const int row = static_cast<int>(count_);
        beginInsertRows({}, row, row);
        ++count_;
        endInsertRows();
        Q_EMIT dataChanged(index(0, 0), index(row, column_count - 1)); // another may be the best
    });
}

int DepartureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(count_);
}

int DepartureModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant DepartureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case departure_column:
        return tr("Departure UTC");
    case arrival_column:
        return tr("Arrival UTC");
    case duration_column:
        return tr("Time");
    case waiting_column:
        return tr("Waiting");
    case fuel_column:
        return tr("Fuel t");
    case risk_column:
        return tr("Risk h");
    case rio_column:
        return tr("Min. RIO");
    default:
        return {};
    }
}

QVariant DepartureModel::display(const DepartureOutcome& outcome, int column) const {
    if (column == departure_column) {
        return instant_text(outcome.departure);
    }
    if (!outcome.arrival) {
        if (column != arrival_column) {
            return {};
        }
        return outcome.none ? tr("No route. %1").arg(no_route_line(*outcome.none))
                            : outcome.problem;
    }
    switch (column) {
    case arrival_column:
        return instant_text(*outcome.arrival);
    case duration_column:
        return duration_text(outcome.totals.duration);
    case waiting_column:
        return outcome.totals.waiting > Duration::seconds(0.0)
                   ? duration_text(outcome.totals.waiting)
                   : QString();
    case fuel_column:
        return number_text(outcome.totals.fuel_t, 0);
    case risk_column:
        return number_text(outcome.totals.risk, 1);
    case rio_column:
        return sweep_.request().voyage.rules.polaris ? number_text(outcome.totals.min_rio, 1)
                                                     : QString();
    default:
        return {};
    }
}

bool DepartureModel::isBest(const DepartureOutcome& outcome, int column) const {
    const auto own = measure_of(outcome, column);
    const auto& all = sweep_.outcomes();
    return own && std::none_of(all.begin(), all.end(), [&](const DepartureOutcome& other) {
               const auto measure = measure_of(other, column);
               return measure && *measure < *own;
           });
}

QVariant DepartureModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& outcome = sweep_.outcomes()[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(outcome, column);
    case Qt::ToolTipRole:
        return isBest(outcome, column) ? tr("The best of these departures")
                                       : display(outcome, column);
    case Qt::FontRole: {
        QFont font;
        font.setBold(isBest(outcome, column));
        return font;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column == departure_column || !outcome.arrival
                                       ? Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter)
                                       : Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case best_role:
        return isBest(outcome, column);
    case has_route_role:
        return outcome.arrival.has_value();
    default:
        return {};
    }
}

} // namespace fairlead::gui
