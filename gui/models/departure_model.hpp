// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Departures side by side: arrival, time, fuel, risk, or why there is no way. The best of each
/// measure stands out.

#include "gui/session/departure_sweep.hpp"

#include <QAbstractTableModel>

#include <optional>

namespace fairlead::gui {

class DepartureModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        departure_column,
        arrival_column, ///< without a route: why, over the columns to the end
        duration_column,
        waiting_column,
        fuel_column,
        risk_column,
        rio_column,
        column_count
    };
    enum Role {
        best_role = Qt::UserRole + 1, ///< bool: none is better by this measure
        has_route_role                ///< bool
    };

    /// @param sweep outlives this.
    explicit DepartureModel(DepartureSweep& sweep, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    [[nodiscard]] QVariant display(const DepartureOutcome& outcome, int column) const;
    [[nodiscard]] bool isBest(const DepartureOutcome& outcome, int column) const;

    DepartureSweep& sweep_;
    std::size_t count_ = 0;
};

} // namespace fairlead::gui
