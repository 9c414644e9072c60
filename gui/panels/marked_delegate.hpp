// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Paints what models say of cells beside their text: severity, out of date, under the cursor.

#include "core/rules/finding.hpp"

#include <QStyledItemDelegate>

#include <optional>

namespace fairlead::gui {

class MarkedDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    /// Which roles of the model say what; -1: none does.
    struct Roles {
        int severity = -1; ///< int, or invalid
        int stale = -1;    ///< bool: hatched, in italics
        int cursor = -1;   ///< bool: a bar at the row's left edge
        int struck = -1;   ///< bool: crossed out
    };
    /// @param icon_column where the severity's icon stands.
    MarkedDelegate(Roles roles, int icon_column, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    [[nodiscard]] std::optional<rules::Severity> severityOf(const QModelIndex& index) const;

  private:
    [[nodiscard]] static bool says(const QModelIndex& index, int role);

    Roles roles_;
    int icon_column_;
};

} // namespace fairlead::gui
