// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Rows of candidates: the key drawn as in the scatter plot, the chosen one bold, older ones
/// hatched.

#include "gui/panels/marked_delegate.hpp"

namespace fairlead::gui {

class CandidateDelegate : public MarkedDelegate {
    Q_OBJECT

  public:
    explicit CandidateDelegate(QObject* parent = nullptr);

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace fairlead::gui
