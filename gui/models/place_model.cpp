// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/place_model.hpp"

#include "core/base/contract.hpp"
#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "gui/models/words.hpp"

#include <QStringList>

#include <algorithm>
#include <tuple>
#include <utility>

namespace fairlead::gui {

std::shared_ptr<const geo::Gazetteer> port_gazetteer() {
    static const auto ports = std::make_shared<const geo::Gazetteer>(
        geo::Gazetteer::read(data_folder() / "ports" / "ports.csv"));
    return ports;
}

PlaceModel::PlaceModel(std::shared_ptr<const geo::Gazetteer> gazetteer, QObject* parent)
    : QAbstractListModel(parent), gazetteer_(std::move(gazetteer)) {
    for (const auto& place : gazetteer_->places()) {
        Names names{geo::folded_name(place.name), {}};
        for (const auto& other : place.alternative_names) {
            names.others.push_back(geo::folded_name(other));
        }
        if (!place.un_locode.empty()) {
            names.others.push_back(geo::folded_name(place.un_locode));
        }
        folded_.push_back(std::move(names));
    }
}

int PlaceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matches_.size());
}

const geo::Place& PlaceModel::place(int row) const {
    FAIRLEAD_EXPECTS(row >= 0 && row < rowCount());
    return matches_[static_cast<std::size_t>(row)];
}

QVariant PlaceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& found = place(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{QString::fromStdString(found.name)};
        if (!found.un_locode.empty()) {
            parts << QString::fromStdString(found.un_locode);
        } else if (!found.country.empty()) {
            parts << QString::fromStdString(found.country);
        }
        const auto position = position_text(found.position);
        if (position != parts.front()) {
            parts << position;
        }
        return parts.join(QStringLiteral("  ·  "));
    }
    case Qt::ToolTipRole:
        return QString::fromStdString(found.note);
    case Qt::EditRole: // what a completer puts into the line
    case name_role:
        return QString::fromStdString(found.name);
    default:
        return {};
    }
}

/// The lower the better; nothing if it is no match.
std::optional<int> PlaceModel::rank(const Names& names, const std::string& wanted) {
    constexpr int steps = 4;
    const auto of_one = [&](const std::string& name) -> std::optional<int> {
        const auto at = name.find(wanted);
        if (at == std::string::npos) {
            return std::nullopt;
        }
        if (at == 0) {
            return name.size() == wanted.size() ? 0 : 1;
        }
        return name[at - 1] == ' ' ? 2 : 3;
    };
    auto best = of_one(names.name);
    for (const auto& other : names.others) {
        if (const auto one = of_one(other)) {
            best = std::min(best.value_or(2 * steps), *one == 0 ? 0 : *one + steps);
        }
    }
    return best;
}

void PlaceModel::setQuery(const QString& text) {
    std::vector<geo::Place> matches;
    const auto typed = text.trimmed();
    const auto wanted = geo::folded_name(typed.toStdString());
    try {
        geo::Place place;
        place.position = geo::parse_position(typed.toStdString());
        place.name = position_text(place.position).toStdString();
        place.kind = geo::PlaceKind::passage;
        matches.push_back(std::move(place));
    } catch (const Error&) {
        // no position: a name, then
    }
    if (!wanted.empty()) {
        std::vector<std::pair<int, std::size_t>> ranked;
        for (std::size_t i = 0; i < folded_.size(); ++i) {
            if (const auto found = rank(folded_[i], wanted)) {
                ranked.emplace_back(*found, i);
            }
        }
        std::sort(ranked.begin(), ranked.end(), [this](const auto& a, const auto& b) {
            return std::tie(a.first, folded_[a.second].name) <
                   std::tie(b.first, folded_[b.second].name);
        });
        for (const auto& [ignored, at] : ranked) {
            if (matches.size() < static_cast<std::size_t>(most_matches)) {
                matches.push_back(gazetteer_->places()[at]);
            }
        }
    }
    beginResetModel();
    matches_ = std::move(matches);
    endResetModel();
}

} // namespace fairlead::gui
