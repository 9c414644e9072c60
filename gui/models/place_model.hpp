// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Places that answer what is being typed: by name, other name, UN/LOCODE, or a position in any
/// notation; the best first.

#include "core/geo/gazetteer.hpp"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::gui {

/// The ports that come with Fairlead, read once. @throws Error naming the file
[[nodiscard]] std::shared_ptr<const geo::Gazetteer> port_gazetteer();

class PlaceModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { name_role = Qt::UserRole + 1 };
    static constexpr int most_matches = 12;

    explicit PlaceModel(std::shared_ptr<const geo::Gazetteer> gazetteer, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setQuery(const QString& text);
    /// @pre row is one of rowCount()
    [[nodiscard]] const geo::Place& place(int row) const;

  private:
    struct Names {
        std::string name; ///< folded
        std::vector<std::string> others;
    };
    [[nodiscard]] static std::optional<int> rank(const Names& names, const std::string& wanted);

    std::shared_ptr<const geo::Gazetteer> gazetteer_;
    std::vector<Names> folded_; ///< of gazetteer_->places()
    std::vector<geo::Place> matches_;
};

} // namespace fairlead::gui
