// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/leg_model.hpp"

#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/leg_clipboard.hpp"
#include "gui/models/words.hpp"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace fairlead::gui {

namespace {

/// Findings below this do not mark a row: notes are on every leg.
constexpr auto least_marked = rules::Severity::caution;
constexpr double tenths = 10.0;

bool is_marked(const rules::Finding& finding, const Voyage& voyage) {
    return finding.severity >= least_marked && finding.time &&
           voyage.accepted.find(finding.key()) == voyage.accepted.end();
}

/// Index of the leg on which the instant lies, waits included.
std::optional<std::size_t> leg_at(const route::Route& route, Instant time) {
    if (route.legs.empty() || time < route.departure || time > route.arrival) {
        return std::nullopt;
    }
    const auto found = std::find_if(route.legs.begin(), route.legs.end(),
                                    [time](const route::Leg& leg) { return time <= leg.arrival; });
    return found == route.legs.end() ? route.legs.size() - 1
                                     : static_cast<std::size_t>(found - route.legs.begin());
}

} // namespace

LegModel::LegModel(VoyageSession& session, QObject* parent)
    : QAbstractTableModel(parent), session_(session) {
    connect(&session.document(), &VoyageDocument::changed, this, &LegModel::rebuild);
    connect(&session, &VoyageSession::judgementChanged, this, &LegModel::rebuild);
    connect(&session, &VoyageSession::surroundingsChanged, this, &LegModel::rebuild);
    connect(&session.cursor(), &VoyageCursor::moved, this, &LegModel::moveCursor);
    rebuild();
}

int LegModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int LegModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

bool LegModel::is_judged(int column) noexcept {
    switch (column) {
    case speed_column:
    case eta_column:
    case rio_column:
    case ice_column:
    case depth_column:
    case clearance_column:
        return true;
    default:
        return false;
    }
}

bool LegModel::is_editable(int column) noexcept {
    switch (column) {
    case name_column:
    case latitude_column:
    case longitude_column:
    case kind_column:
    case limit_column:
    case note_column:
        return true;
    default:
        return false;
    }
}

Qt::ItemFlags LegModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool is_of_leg = index.column() == kind_column || index.column() == limit_column;
    if (is_editable(index.column()) && !(is_of_leg && index.row() == 0)) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

QVariant LegModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case number_column:
        return tr("WP");
    case name_column:
        return tr("Name");
    case latitude_column:
        return tr("Latitude");
    case longitude_column:
        return tr("Longitude");
    case kind_column:
        return tr("Leg");
    case course_column:
        return tr("Course °T");
    case distance_column:
        return tr("Dist. nm");
    case total_column:
        return tr("Total nm");
    case speed_column:
        return tr("Speed kn");
    case eta_column:
        return tr("ETA UTC");
    case rio_column:
        return tr("Min. RIO");
    case ice_column:
        return tr("Ice /10");
    case depth_column:
        return tr("Depth m");
    case clearance_column:
        return tr("UKC m");
    case limit_column:
        return tr("Limit, kn");
    case note_column:
        return tr("Note");
    default:
        return {};
    }
}

QVariant LegModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        return is_editable(column) ? editValue(row, column) : display(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole: {
        const auto text = display(row, column).toString();
        if (column == number_column && row.severity) {
            return tr("%1, %2").arg(text, severity_text(*row.severity));
        }
        return text;
    }
    case Qt::TextAlignmentRole:
        switch (column) {
        case name_column:
        case kind_column:
        case note_column:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
        default:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        }
    case point_role:
        return row.point.id;
    case fixed_role:
        return row.point.is_fixed;
    case severity_role:
        return row.severity ? QVariant(static_cast<int>(*row.severity)) : QVariant();
    case stale_role:
        return is_stale_ && is_judged(column) && !display(row, column).isNull();
    case cursor_role:
        return cursor_row_ == index.row();
    case findings_role:
        return findingTexts(row);
    default:
        return {};
    }
}

QVariant LegModel::display(const Row& row, int column) const {
    const auto judged = [&](auto text) { return row.leg ? QVariant(text(*row.leg)) : QVariant(); };
    switch (column) {
    case number_column:
        return number_text(row.number + 1, 0); // as on the chart, in the report and in RTZ
    case name_column:
        if (row.point.name.empty() && !row.point.is_fixed) {
            return tr("made by the plan");
        }
        return QString::fromStdString(row.point.name);
    case latitude_column:
        return latitude_text(row.point.position);
    case longitude_column:
        return longitude_text(row.point.position);
    case kind_column:
        return row.number == 0 ? QVariant() : leg_kind_text(row.point.arrive_by);
    case course_column:
        return row.distance ? course_text(row.course) : QVariant();
    case distance_column:
        return row.distance ? number_text(row.distance->in_nautical_miles(), 1) : QVariant();
    case total_column:
        return row.total ? number_text(row.total->in_nautical_miles(), 1) : QVariant();
    case speed_column:
        return judged([](const auto& leg) { return number_text(leg.mean_speed.in_knots(), 1); });
    case eta_column:
        if (row.number == 0) {
            return instant_text(session_.voyage().departure);
        }
        return judged([](const auto& leg) { return instant_text(leg.arrival); });
    case rio_column:
        if (!session_.voyage().rules.polaris) {
            return {};
        }
        return judged([](const auto& leg) { return number_text(leg.min_rio, 1); });
    case ice_column:
        return judged(
            [](const auto& leg) { return number_text(leg.max_concentration * tenths, 0); });
    case depth_column:
        return row.leg && row.leg->min_depth_m ? number_text(*row.leg->min_depth_m, 0) : QVariant();
    case clearance_column:
        if (const auto clearance = row.leg ? underKeelClearance(*row.leg) : std::nullopt) {
            return number_text(*clearance, 1);
        }
        return {};
    case limit_column:
        return row.point.speed_limit && row.number > 0
                   ? number_text(row.point.speed_limit->in_knots(), 1)
                   : QVariant();
    case note_column:
        return QString::fromStdString(row.point.note);
    default:
        return {};
    }
}

QVariant LegModel::editValue(const Row& row, int column) const {
    switch (column) {
    case name_column:
        return QString::fromStdString(row.point.name);
    case kind_column:
        return static_cast<int>(row.point.arrive_by);
    case limit_column:
        return row.point.speed_limit ? number_text(row.point.speed_limit->in_knots(), 1)
                                     : QString();
    default:
        return display(row, column);
    }
}

std::optional<double> LegModel::underKeelClearance(const route::Leg& leg) const {
    const auto& vessel = session_.surroundings().vessel;
    if (!vessel || !leg.min_depth_m) {
        return std::nullopt;
    }
    const auto& ship = vessel->particulars();
    const auto depth = Length::metres(*leg.min_depth_m);
    if (depth <= ship.draught) {
        return (depth - ship.draught).in_metres();
    }
    const auto squat = rules::UnderKeelClearance{}.squat(ship, depth, leg.mean_speed);
    return (depth - ship.draught - squat).in_metres();
}

QStringList LegModel::findingTexts(const Row& row) const {
    QStringList texts;
    const auto judgement = session_.judgement();
    for (const auto at : row.findings) {
        const auto& finding = judgement->findings[at];
        texts << tr("%1: %2").arg(severity_text(finding.severity), finding_line(finding));
    }
    return texts;
}

QString LegModel::toolTip(const Row& row, int column) const {
    QStringList lines;
    if (column == number_column || column == name_column) {
        lines << (row.point.is_fixed
                      ? tr("Waypoint of yours: planning keeps it.")
                      : tr("Made by the plan: the next plan makes it anew. Editing it makes it "
                           "yours."));
    } else if (column == ice_column && row.leg) {
        lines << tr("Greatest ice concentration on the leg; mean %1 tenths.")
                     .arg(number_text(row.leg->mean_concentration * tenths, 1));
    } else if (column == clearance_column && row.leg) {
        lines << tr("Least depth less draught, and less squat at the leg's mean speed.");
    } else if (column == eta_column && row.leg && row.leg->waiting > Duration::seconds(0.0)) {
        lines << tr("The ship waits %1 on this leg.").arg(duration_text(row.leg->waiting));
    } else if (column == course_column || column == distance_column) {
        lines << (row.distance ? row.point.arrive_by == LegKind::rhumb_line
                                     ? tr("On the rhumb line.")
                                     : tr("Initial course, on the geodesic of WGS 84.")
                               : tr("This leg has not been planned yet."));
    }
    if (is_stale_ && is_judged(column)) {
        lines << tr("Out of date: of the line as it was before the last edit.");
    }
    lines << findingTexts(row);
    return lines.join(QLatin1Char('\n'));
}

std::vector<LegModel::Row> LegModel::makeRows() const {
    const auto& points = session_.voyage().points;
    const auto judgement = session_.judgement();
    const bool has_legs = judgement && judgement->route.legs.size() + 1 == points.size();
    std::vector<Row> rows(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto& row = rows[i];
        row.number = static_cast<int>(i);
        row.point = points[i];
        if (i == 0) {
            row.total = Length();
            continue;
        }
        const auto& from = points[i - 1].position;
        const auto& to = points[i].position;
        if (points[i].arrive_by == LegKind::rhumb_line) {
            const auto line = geo::rhumb_inverse(from, to);
            row.distance = line.distance;
            row.course = line.bearing;
        } else if (points[i].arrive_by == LegKind::great_circle || points[i].is_leg_found) {
            const auto line = geo::geodesic_inverse(from, to);
            row.distance = line.distance;
            row.course = line.initial_bearing;
        }
        if (row.distance && rows[i - 1].total) {
            row.total = *rows[i - 1].total + *row.distance;
        }
        if (has_legs) {
            row.leg = judgement->route.legs[i - 1];
        }
    }
    if (has_legs) {
        addFindings(rows);
    }
    return rows;
}

void LegModel::addFindings(std::vector<Row>& rows) const {
    const auto judgement = session_.judgement();
    for (std::size_t i = 0; i < judgement->findings.size(); ++i) {
        const auto& finding = judgement->findings[i];
        if (!is_marked(finding, session_.voyage())) {
            continue;
        }
        if (const auto leg = leg_at(judgement->route, *finding.time)) {
            auto& row = rows[*leg + 1];
            row.findings.push_back(i);
            row.severity = std::max(row.severity.value_or(finding.severity), finding.severity);
        }
    }
}

void LegModel::rebuild() {
    is_stale_ = session_.judgement() && !session_.isJudged();
    takeRows(makeRows());
    moveCursor();
}

/// Rows that stay are not reset: selection and editors survive.
void LegModel::takeRows(std::vector<Row> rows) {
    const auto same = [](const Row& a, const Row& b) { return a.point.id == b.point.id; };
    const auto ahead = std::mismatch(rows_.begin(), rows_.end(), rows.begin(), rows.end(), same);
    const auto first = ahead.first - rows_.begin();
    std::ptrdiff_t tail = 0;
    const auto most = std::min(rows_.end() - ahead.first, rows.end() - ahead.second);
    while (tail < most && same(*(rows_.end() - 1 - tail), *(rows.end() - 1 - tail))) {
        ++tail;
    }
    const auto removed = static_cast<std::ptrdiff_t>(rows_.size()) - first - tail;
    const auto added = static_cast<std::ptrdiff_t>(rows.size()) - first - tail;
    if (removed > 0) {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(first + removed - 1));
        rows_.erase(rows_.begin() + first, rows_.begin() + first + removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + added - 1));
        rows_.insert(rows_.begin() + first, rows.begin() + first, rows.begin() + first + added);
        endInsertRows();
    }
    rows_ = std::move(rows);
    if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0, 0),
                           index(static_cast<int>(rows_.size()) - 1, column_count - 1));
    }
}

void LegModel::moveCursor() {
    const auto row = rowAt(session_.cursor().time());
    if (row == cursor_row_) {
        return;
    }
    const auto before = std::exchange(cursor_row_, row);
    for (const auto& changed : {before, row}) {
        if (changed && *changed < static_cast<int>(rows_.size())) {
            Q_EMIT dataChanged(index(*changed, 0), index(*changed, column_count - 1));
        }
    }
    if (row) {
        Q_EMIT cursorRowMoved(*row);
    }
}

std::optional<Instant> LegModel::arrivalAt(int row) const {
    if (row == 0 && !rows_.empty()) {
        return session_.voyage().departure;
    }
    if (row < 0 || row >= static_cast<int>(rows_.size()) ||
        !rows_[static_cast<std::size_t>(row)].leg) {
        return std::nullopt;
    }
    return rows_[static_cast<std::size_t>(row)].leg->arrival;
}

std::optional<int> LegModel::rowAt(Instant time) const {
    const auto judgement = session_.judgement();
    if (!judgement || judgement->route.legs.size() + 1 != rows_.size()) {
        return std::nullopt;
    }
    const auto leg = leg_at(judgement->route, time);
    return leg ? std::optional(static_cast<int>(*leg) + 1) : std::nullopt;
}

} // namespace fairlead::gui
