// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The candidates of the last plan side by side, with what sets them apart from the pinned one.

#include "gui/session/voyage_session.hpp"

#include <QAbstractTableModel>

#include <optional>

namespace fairlead::gui {

class CandidateModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        key_column, ///< letter; checked: shown on the chart
        objective_column,
        duration_column, ///< without a route: why, over the columns up to gap_column
        distance_column,
        fuel_column,
        rio_column,
        arrival_column,
        risk_column,
        co2_column,
        cost_column, ///< by the voyage's own cost model
        gap_column,
        state_column,
        note_column,
        column_count
    };
    enum Role {
        stale_role = Qt::UserRole + 1, ///< bool: answers an older voyage
        selected_role,                 ///< bool: its line is the voyage's
        pinned_role,                   ///< bool
        has_route_role                 ///< bool
    };

    explicit CandidateModel(VoyageSession& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

  private:
    void reset();
    void refresh();
    [[nodiscard]] const route::Route* pinnedRoute() const;
    [[nodiscard]] QVariant display(std::size_t number, int column) const;
    [[nodiscard]] QVariant modelCost(std::size_t number) const;
    [[nodiscard]] QString state(std::size_t number) const;

    VoyageSession& session_;
    std::size_t count_ = 0;
};

/// A, B, C ...
[[nodiscard]] QString candidate_letter(std::size_t number);

/// "12,345 EUR", in the unit of the model.
[[nodiscard]] QString model_cost_text(const ModelCost& cost);
/// By how much the one is dearer than the other, of the same model: "+120".
[[nodiscard]] QString model_difference_text(const ModelCost& cost, const ModelCost& other);

/// Why there are none, for where they would stand.
[[nodiscard]] QString no_candidates_text(const VoyageSession& session);

/// What a route may be measured by, for scatter plots.
enum class RouteMeasure { time, distance, fuel, co2, risk };
[[nodiscard]] QString measure_text(RouteMeasure measure); ///< with its unit
[[nodiscard]] double measured(const route::Route& route, RouteMeasure measure) noexcept;

/// Why a candidate is as it is, line by line: what it costs and where, what it saves over the
/// others, where it waits, which rule binds it most.
[[nodiscard]] QStringList why_this_route(const VoyageSession& session, std::size_t candidate);

} // namespace fairlead::gui
