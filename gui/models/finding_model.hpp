// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the engine has to say: of the line as it is judged, or of why there is none. Worst first,
/// what the planner has accepted last.

#include "gui/session/voyage_session.hpp"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace fairlead::gui {

class FindingModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        severity_column,
        message_column,
        place_column,
        time_column,
        rule_column,
        margin_column,
        column_count
    };
    enum Role {
        severity_role = Qt::UserRole + 1, ///< int
        accepted_role,                    ///< bool
        stale_role,                       ///< bool: of the line as it was
    };
    /// What the findings are about.
    enum class Subject { nothing, line, no_route, sea };

    explicit FindingModel(VoyageSession& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] Subject subject() const noexcept { return subject_; }
    /// One sentence for the head of the panel.
    [[nodiscard]] QString headline() const;
    [[nodiscard]] std::optional<rules::Severity> worst() const; ///< of those not accepted
    /// The no to the voyage; null where there is a line or nothing at all.
    [[nodiscard]] const plan::NoRoute* noRoute() const noexcept;

    [[nodiscard]] const rules::Finding& finding(int row) const;
    [[nodiscard]] std::optional<QString> acceptedBecause(int row) const;
    /// Steps of undo. A reason must not be empty.
    void accept(int row, const QString& reason);
    void takeBack(int row);

    /// All that is known of a finding, line by line.
    [[nodiscard]] QString details(int row) const;

  private:
    void rebuild();

    VoyageSession& session_;
    Subject subject_ = Subject::nothing;
    std::shared_ptr<const plan::PlanResult> no_route_;
    std::vector<rules::Finding> findings_;
    bool is_stale_ = false;
};

/// Findings from a severity on whose words hold a text.
class FindingFilter : public QSortFilterProxyModel {
    Q_OBJECT

  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeastSeverity(rules::Severity severity);
    void setWanted(const QString& text);

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

  private:
    rules::Severity least_ = rules::Severity::info;
    QString wanted_;
};

} // namespace fairlead::gui
