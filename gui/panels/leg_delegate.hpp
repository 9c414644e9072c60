// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Cells of the leg table: marks, and a list to choose the kind of a leg from.

#include "gui/panels/marked_delegate.hpp"

namespace fairlead::gui {

class LegDelegate : public MarkedDelegate {
    Q_OBJECT

  public:
    explicit LegDelegate(QObject* parent = nullptr);

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    void takeChoice(); ///< of the editor that sends it
};

} // namespace fairlead::gui
