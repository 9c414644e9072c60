// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The leg table: one row for each waypoint, with the leg that arrives there, as an ECDIS shows it.
/// Edits go through the document; what a leg's new end makes unknown is asked of the session.

#include "core/route/route.hpp"
#include "gui/session/voyage_session.hpp"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace fairlead::gui {

class LegModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        number_column,
        name_column,
        latitude_column,
        longitude_column,
        kind_column,
        course_column,
        distance_column,
        total_column,
        speed_column,
        eta_column,
        rio_column,
        ice_column,
        depth_column,
        clearance_column,
        limit_column,
        note_column,
        column_count
    };
    enum Role {
        point_role = Qt::UserRole + 1, ///< PointId
        fixed_role,                    ///< bool: the planner's own waypoint
        severity_role, ///< int: of the worst finding on the leg that is not accepted; else invalid
        stale_role,    ///< bool: the cell is of the line as it was
        cursor_role,   ///< bool: the cursor's instant is on this leg
        findings_role  ///< QStringList: what is wrong on the leg
    };

    explicit LegModel(VoyageSession& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    [[nodiscard]] static bool is_editable(int column) noexcept;
    /// When the ship is there by the judgement at hand; nothing where none covers the row.
    [[nodiscard]] std::optional<Instant> arrivalAt(int row) const;
    /// The row whose leg the instant lies on.
    [[nodiscard]] std::optional<int> rowAt(Instant time) const;

    /// All are one step of undo. Rows need not be in order.
    void removeWaypoints(const std::vector<int>& rows);
    /// Half way on the leg that leaves the row (arrives, for the last). @return its row, or nothing
    /// where there is no leg.
    std::optional<int> insertAfter(int row);
    void setKept(const std::vector<int>& rows, bool is_kept);
    /// A place after `row`, or at the end for -1. @return its row
    int addPlace(int row, const QString& name, const geo::Position& position);
    /// Tab-separated, with a line of headings.
    [[nodiscard]] QString copied(const std::vector<int>& rows) const;
    /// Waypoints from a spreadsheet, in the place of `rows` if they are several in a sequence, else
    /// after the one, else at the end. Text that is not understood changes nothing and is
    /// refused().
    /// @return the rows put in
    std::vector<int> paste(const QString& text, const std::vector<int>& rows);

  Q_SIGNALS:
    void refused(const QString& sentence);
    /// The cursor's instant has come to the leg of another row.
    void cursorRowMoved(int row);

  private:
    /// A waypoint with what is known of the leg that arrives there.
    struct Row {
        int number = 0;
        VoyagePoint point;
        std::optional<Length> distance; ///< none: the leg is still to be found
        geo::Bearing course;
        std::optional<Length> total;
        std::optional<route::Leg> leg; ///< as judged; none for the first, and where none is
        std::vector<std::size_t> findings;
        std::optional<rules::Severity> severity;
    };

    void rebuild();
    void takeRows(std::vector<Row> rows);
    [[nodiscard]] std::vector<Row> makeRows() const;
    void addFindings(std::vector<Row>& rows) const;
    void moveCursor();
    [[nodiscard]] QVariant display(const Row& row, int column) const;
    [[nodiscard]] QVariant editValue(const Row& row, int column) const;
    [[nodiscard]] QString toolTip(const Row& row, int column) const;
    [[nodiscard]] QStringList findingTexts(const Row& row) const;
    [[nodiscard]] std::optional<double> underKeelClearance(const route::Leg& leg) const;
    [[nodiscard]] static bool is_judged(int column) noexcept;
    bool setPosition(const Row& row, const QString& text, int column);
    bool setLimit(const Row& row, const QVariant& value);
    [[nodiscard]] std::vector<PointId> idsOf(const std::vector<int>& rows) const;
    [[nodiscard]] QString nextMerge();

    VoyageSession& session_;
    std::vector<Row> rows_;
    bool is_stale_ = false;
    std::optional<int> cursor_row_;
    int edits_ = 0;
};

} // namespace fairlead::gui
