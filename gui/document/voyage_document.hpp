// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The voyage that is being worked on, with undo for everything. A voyage is small, so an edit
/// keeps it whole as it was and as it is: no edit can forget to restore something.

#include "gui/document/voyage.hpp"

#include <QFlags>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>

namespace fairlead::gui {

class VoyageDocument : public QObject {
    Q_OBJECT

  public:
    /// What of a voyage has changed.
    enum Part {
        name_part = 1 << 0,
        points_part = 1 << 1, ///< places, legs, their names and notes
        departure_part = 1 << 2,
        vessel_part = 1 << 3,
        sea_part = 1 << 4,
        rules_part = 1 << 5,
        objectives_part = 1 << 6, ///< with their prices
        search_part = 1 << 7,
        accepted_part = 1 << 8,
        notes_part = 1 << 9,
        zones_part = 1 << 10,
        all_parts = (1 << 11) - 1
    };
    Q_DECLARE_FLAGS(Parts, Part)

    explicit VoyageDocument(QObject* parent = nullptr);

    [[nodiscard]] const Voyage& voyage() const noexcept { return voyage_; }
    [[nodiscard]] QUndoStack& undoStack() noexcept { return stack_; }

    /// Changes the voyage by one step of undo.
    /// @param text     what the step is called in menus, translated.
    /// @param change   works on a copy; nothing happens if it leaves that as it was.
    /// @param merge_as consecutive edits of the same name other than "" become one step: the moves
    ///                 of one drag.
    void edit(const QString& text, const std::function<void(Voyage&)>& change,
              const QString& merge_as = {});
    /// The next edit starts a step of its own, whatever its name: the end of a drag.
    void endMerge();

    /// Another voyage altogether: opened, new or recovered. Cannot be undone.
    void reset(Voyage voyage);

  Q_SIGNALS:
    void changed(fairlead::gui::VoyageDocument::Parts parts);

  private:
    friend class VoyageEdit;
    void put(const Voyage& voyage);

    Voyage voyage_;
    QUndoStack stack_;
    int merge_round_ = 0;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(VoyageDocument::Parts)

/// The parts in which two voyages differ.
[[nodiscard]] VoyageDocument::Parts difference(const Voyage& a, const Voyage& b);

} // namespace fairlead::gui
