// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.hpp"
#include "gui/document/limits.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/models/leg_clipboard.hpp"
#include "gui/models/leg_model.hpp"
#include "gui/models/words.hpp"

#include <QStringList>

#include <algorithm>

namespace fairlead::gui {

namespace {

bool is_sequence(const std::vector<int>& sorted) {
    return !sorted.empty() && sorted.back() - sorted.front() + 1 == static_cast<int>(sorted.size());
}

std::vector<int> in_order(std::vector<int> rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

/// A step of undo of its own, which the legs found for it become part of.
QString LegModel::nextMerge() {
    return QStringLiteral("leg table %1").arg(++edits_);
}

bool LegModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    const Row row = rows_[static_cast<std::size_t>(index.row())]; // edits rebuild the rows
    const auto id = row.point.id;
    const auto text = value.toString().trimmed();
    auto& document = session_.document();
    switch (index.column()) {
    case name_column:
        document.edit(tr("Rename waypoint %1").arg(index.row() + 1),
                      [&](Voyage& voyage) { rename_point(voyage, id, text.toStdString()); });
        return true;
    case latitude_column:
    case longitude_column:
        return setPosition(row, text, index.column());
    case kind_column: {
        const auto named = leg_kind_named(text);
        bool is_number = false;
        const int number = value.toInt(&is_number);
        if (!named && (!is_number || number < static_cast<int>(LegKind::optimised) ||
                       number > static_cast<int>(LegKind::rhumb_line))) {
            Q_EMIT refused(tr("“%1” is no kind of leg.").arg(text));
            return false;
        }
        const auto kind = named.value_or(static_cast<LegKind>(number));
        if (kind != row.point.arrive_by) {
            const auto merge = nextMerge();
            document.edit(
                tr("Change leg to waypoint %1").arg(index.row() + 1),
                [&](Voyage& voyage) { set_leg_kind(voyage, id, kind); }, merge);
            session_.replanLegsAt(id, merge);
        }
        return true;
    }
    case limit_column:
        return setLimit(row, value);
    case note_column:
        document.edit(tr("Edit note of waypoint %1").arg(index.row() + 1),
                      [&](Voyage& voyage) { set_note(voyage, id, text.toStdString()); });
        return true;
    default:
        return false;
    }
}

bool LegModel::setPosition(const Row& row, const QString& text, int column) {
    geo::Position position;
    try {
        position = edited_position(row.point.position, text,
                                   column == latitude_column ? Coordinate::latitude
                                                             : Coordinate::longitude);
    } catch (const Error& problem) {
        Q_EMIT refused(QString::fromUtf8(problem.what()));
        return false;
    }
    // A cell that was opened and left shows less than the position holds.
    if (position_text(position) == position_text(row.point.position)) {
        return true;
    }
    const auto id = row.point.id;
    const auto merge = nextMerge();
    session_.document().edit(
        tr("Move waypoint %1").arg(row.number + 1),
        [&](Voyage& voyage) { move_point(voyage, id, position, row.point.name); }, merge);
    session_.replanLegsAt(id, merge);
    return true;
}

bool LegModel::setLimit(const Row& row, const QVariant& value) {
    try {
        const auto limit = parse_speed_limit(value.toString());
        session_.document().edit(
            tr("Set speed limit of the leg to waypoint %1").arg(row.number + 1),
            [&](Voyage& voyage) { set_speed_limit(voyage, row.point.id, limit); });
    } catch (const Error& problem) {
        Q_EMIT refused(QString::fromUtf8(problem.what()));
        return false;
    }
    return true;
}

std::vector<PointId> LegModel::idsOf(const std::vector<int>& rows) const {
    std::vector<PointId> ids;
    for (const int row : rows) {
        if (row >= 0 && row < rowCount()) {
            ids.push_back(rows_[static_cast<std::size_t>(row)].point.id);
        }
    }
    return ids;
}

void LegModel::removeWaypoints(const std::vector<int>& rows) {
    const auto ids = idsOf(in_order(rows));
    if (ids.empty()) {
        return;
    }
    const auto merge = nextMerge();
    std::optional<PointId> leg_end;
    session_.document().edit(
        tr("Delete %n waypoint(s)", nullptr, static_cast<int>(ids.size())),
        [&](Voyage& voyage) { leg_end = remove_points(voyage, ids); }, merge);
    if (leg_end) {
        session_.replanLegsAt(*leg_end, merge);
    }
}

std::optional<int> LegModel::insertAfter(int row) {
    if (rowCount() < 2) {
        return std::nullopt;
    }
    const int before = std::clamp(row + 1, 1, rowCount() - 1);
    session_.document().edit(tr("Insert waypoint %1").arg(before + 1), [&](Voyage& voyage) {
        insert_midway(voyage, static_cast<std::size_t>(before));
    });
    return before;
}

void LegModel::setKept(const std::vector<int>& rows, bool is_kept) {
    const auto ids = idsOf(rows);
    session_.document().edit(is_kept ? tr("Keep waypoint") : tr("Leave waypoint to the plan"),
                             [&](Voyage& voyage) { set_fixed(voyage, ids, is_kept); });
}

int LegModel::addPlace(int row, const QString& name, const geo::Position& position) {
    const int before = row < 0 ? rowCount() : std::min(row + 1, rowCount());
    PointId id = 0;
    const auto merge = nextMerge();
    session_.document().edit(
        tr("Add waypoint %1").arg(before + 1),
        [&](Voyage& voyage) {
            id = before < rowCount() ? insert_point(voyage, static_cast<std::size_t>(before),
                                                    position, name.toStdString())
                                     : append_point(voyage, position, name.toStdString());
        },
        merge);
    if (before > 0 && before + 1 < rowCount()) { // two ports alone are for Plan to join
        session_.replanLegsAt(id, merge);
    }
    return before;
}

QString LegModel::copied(const std::vector<int>& rows) const {
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < column_count; ++column) {
        cells << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    lines << cells.join(QLatin1Char('\t'));
    for (const int row : in_order(rows)) {
        cells.clear();
        for (int column = 0; column < column_count; ++column) {
            const auto role = column == name_column ? Qt::EditRole : Qt::DisplayRole;
            cells << cell_text(index(row, column).data(role).toString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

std::vector<int> LegModel::paste(const QString& text, const std::vector<int>& rows) {
    PastedWaypoints read;
    try {
        read = parse_waypoints(text);
    } catch (const Error& problem) {
        Q_EMIT refused(QString::fromUtf8(problem.what()));
        return {};
    }
    const auto& points = read.points;
    if (points.empty()) {
        Q_EMIT refused(tr("The clipboard holds no waypoints."));
        return {};
    }
    const auto selected = in_order(rows);
    const bool is_replacing = selected.size() > 1 && is_sequence(selected);
    const int first = is_replacing       ? selected.front()
                      : selected.empty() ? rowCount()
                                         : selected.back() + 1;
    const auto count = is_replacing ? selected.size() : 0;
    if (session_.voyage().points.size() - count + points.size() > most_points) {
        Q_EMIT refused(tr("A voyage has %1 waypoints at most; %n more would be too many.", nullptr,
                          static_cast<int>(points.size()))
                           .arg(most_points));
        return {};
    }
    session_.document().edit(
        tr("Paste %n waypoint(s)", nullptr, static_cast<int>(points.size())), [&](Voyage& voyage) {
            replace_points(voyage, static_cast<std::size_t>(first), count, points);
        });
    std::vector<int> pasted(points.size());
    for (std::size_t i = 0; i < pasted.size(); ++i) {
        pasted[i] = first + static_cast<int>(i);
    }
    for (int column = 0; column < column_count; ++column) { // copied from here, and computed anew
        read.passed_over.removeAll(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    if (!read.passed_over.isEmpty()) {
        Q_EMIT refused(tr("Columns that the leg table does not have are not pasted: %1.")
                           .arg(read.passed_over.join(QStringLiteral(", "))));
    }
    return pasted;
}

} // namespace fairlead::gui
