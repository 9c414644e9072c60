// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/voyage_document.hpp"

#include <QUndoCommand>

#include <utility>

namespace fairlead::gui {

class VoyageEdit final : public QUndoCommand {
  public:
    VoyageEdit(VoyageDocument& document, const QString& text, Voyage after, QString merge_as)
        : QUndoCommand(text), document_(document), before_(document.voyage()),
          after_(std::move(after)), merge_as_(std::move(merge_as)),
          merge_round_(document.merge_round_) {}

    void undo() override { document_.put(before_); }
    void redo() override { document_.put(after_); }

    /// Any number but -1 lets the stack ask mergeWith.
    [[nodiscard]] int id() const override { return merge_as_.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const VoyageEdit*>(other);
        if (next == nullptr || next->merge_as_ != merge_as_ || next->merge_round_ != merge_round_) {
            return false;
        }
        after_ = next->after_;
        setObsolete(after_ == before_);
        return true;
    }

  private:
    VoyageDocument& document_;
    Voyage before_;
    Voyage after_;
    QString merge_as_;
    int merge_round_;
};

VoyageDocument::VoyageDocument(QObject* parent) : QObject(parent) {}

void VoyageDocument::edit(const QString& text, const std::function<void(Voyage&)>& change,
                          const QString& merge_as) {
    Voyage after = voyage_;
    change(after);
    if (after == voyage_) {
        return;
    }
    stack_.push(new VoyageEdit(*this, text, std::move(after), merge_as));
}

void VoyageDocument::endMerge() {
    ++merge_round_;
}

void VoyageDocument::reset(Voyage voyage) {
    stack_.clear();
    voyage_ = std::move(voyage);
    Q_EMIT changed(all_parts);
}

void VoyageDocument::put(const Voyage& voyage) {
    const auto parts = difference(voyage_, voyage);
    voyage_ = voyage;
    Q_EMIT changed(parts);
}

VoyageDocument::Parts difference(const Voyage& a, const Voyage& b) {
    VoyageDocument::Parts parts;
    parts.setFlag(VoyageDocument::name_part, a.name != b.name);
    parts.setFlag(VoyageDocument::points_part, a.points != b.points || a.line_by != b.line_by);
    parts.setFlag(VoyageDocument::departure_part, a.departure != b.departure);
    parts.setFlag(VoyageDocument::vessel_part, a.vessel != b.vessel);
    parts.setFlag(VoyageDocument::sea_part, a.sea != b.sea);
    parts.setFlag(VoyageDocument::zones_part, a.zones != b.zones);
    parts.setFlag(VoyageDocument::rules_part, a.rules != b.rules);
    parts.setFlag(VoyageDocument::objectives_part, a.objectives != b.objectives ||
                                                       a.prices != b.prices ||
                                                       a.cost_model != b.cost_model);
    parts.setFlag(VoyageDocument::search_part, a.search != b.search);
    parts.setFlag(VoyageDocument::accepted_part, a.accepted != b.accepted);
    parts.setFlag(VoyageDocument::notes_part, a.notes != b.notes);
    return parts;
}

} // namespace fairlead::gui
