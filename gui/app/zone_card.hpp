// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Name, rule and time of a zone of the planner's own. Every change is a step of undo.

#include "gui/document/voyage_document.hpp"

#include <QFrame>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QLineEdit;

namespace fairlead::gui {

class ZoneCard : public QFrame {
    Q_OBJECT

  public:
    /// @param document must outlive the card.
    explicit ZoneCard(VoyageDocument& document, QWidget* parent = nullptr);

    /// Shows a zone of the voyage, by its number.
    void showZone(std::size_t zone);
    [[nodiscard]] std::optional<std::size_t> zone() const noexcept { return zone_; }

  Q_SIGNALS:
    void deleteWanted(std::size_t zone);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct End {
        QCheckBox* is_set;
        QDateTimeEdit* time;
    };
    End makeEnd(const QString& words, std::optional<Instant> VoyageZone::*member);
    void refresh();
    void change(const QString& words, const std::function<void(VoyageZone&)>& edit);

    VoyageDocument& document_;
    std::optional<std::size_t> zone_;
    QLineEdit* name_;
    QComboBox* rule_;
    QDoubleSpinBox* limit_;
    End from_;
    End until_;
};

} // namespace fairlead::gui
