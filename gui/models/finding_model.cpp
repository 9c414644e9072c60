// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/finding_model.hpp"

#include "core/base/contract.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"

#include <algorithm>
#include <tuple>

namespace fairlead::gui {

FindingModel::FindingModel(VoyageSession& session, QObject* parent)
    : QAbstractTableModel(parent), session_(session) {
    connect(&session.document(), &VoyageDocument::changed, this, &FindingModel::rebuild);
    connect(&session, &VoyageSession::judgementChanged, this, &FindingModel::rebuild);
    connect(&session, &VoyageSession::candidatesChanged, this, &FindingModel::rebuild);
    connect(&session, &VoyageSession::surroundingsChanged, this, &FindingModel::rebuild);
    connect(&session, &VoyageSession::unreadDataChanged, this, &FindingModel::rebuild);
    rebuild();
}

void FindingModel::rebuild() {
    std::vector<rules::Finding> findings;
    Subject subject = Subject::nothing;
    bool is_stale = false;
    no_route_.reset();
    if (const auto* refused = session_.refusal()) {
        subject = Subject::no_route;
        no_route_ = refused->result;
        findings = no_route_->no_route()->blocking;
        findings.insert(findings.end(), no_route_->findings.begin(), no_route_->findings.end());
        is_stale = !session_.isCurrent(*refused);
    } else if (const auto judgement = session_.judgement()) {
        subject = Subject::line;
        findings = judgement->findings;
        is_stale = !session_.isJudged();
    } else if (!session_.surroundingsProblem().isEmpty()) {
        subject = Subject::sea;
    }
    const auto unread = findings_of(session_.unreadData());
    findings.insert(findings.end(), unread.begin(), unread.end());
    const auto& accepted = session_.voyage().accepted;
    std::stable_sort(
        findings.begin(), findings.end(), [&](const rules::Finding& a, const rules::Finding& b) {
            const auto order = [&](const rules::Finding& one) {
                return std::tuple(accepted.contains(one.key()), -static_cast<int>(one.severity),
                                  one.time.value_or(Instant::max()));
            };
            return order(a) < order(b);
        });
    const auto same = [](const rules::Finding& a, const rules::Finding& b) {
        return a.key() == b.key() && a.time == b.time && a.message == b.message &&
               a.severity == b.severity && a.position == b.position;
    };
    if (std::equal(findings.begin(), findings.end(), findings_.begin(), findings_.end(), same)) {
        subject_ = subject;
        is_stale_ = is_stale;
        if (!findings_.empty()) {
            const int last = static_cast<int>(findings_.size()) - 1;
            Q_EMIT dataChanged(index(0, 0), index(last, column_count - 1));
        }
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, column_count - 1);
        return;
    }
    beginResetModel();
    findings_ = std::move(findings);
    subject_ = subject;
    is_stale_ = is_stale;
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(findings_.size());
}

int FindingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case severity_column:
        return tr("Severity");
    case message_column:
        return tr("What");
    case place_column:
        return tr("Where");
    case time_column:
        return tr("When UTC");
    case rule_column:
        return tr("Rule");
    case margin_column:
        return tr("Margin");
    default:
        return {};
    }
}

QVariant FindingModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& one = finding(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case severity_column:
            return acceptedBecause(index.row()) ? tr("Accepted") : severity_text(one.severity);
        case message_column:
            return finding_line(one);
        case place_column:
            return one.position ? position_text(*one.position) : QVariant();
        case time_column:
            return one.time ? instant_text(*one.time) : QVariant();
        case rule_column:
            return rule_text(one.rule);
        case margin_column:
            return one.margin ? number_text(*one.margin, 1) : QVariant();
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return details(index.row());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == margin_column
                                       ? Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)
                                       : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case severity_role:
        return static_cast<int>(one.severity);
    case accepted_role:
        return acceptedBecause(index.row()).has_value();
    case stale_role:
        return is_stale_;
    default:
        return {};
    }
}

const rules::Finding& FindingModel::finding(int row) const {
    FAIRLEAD_EXPECTS(row >= 0 && row < rowCount());
    return findings_[static_cast<std::size_t>(row)];
}

const plan::NoRoute* FindingModel::noRoute() const noexcept {
    return no_route_ ? no_route_->no_route() : nullptr;
}

std::optional<QString> FindingModel::acceptedBecause(int row) const {
    const auto& accepted = session_.voyage().accepted;
    const auto found = accepted.find(finding(row).key());
    return found == accepted.end() ? std::nullopt
                                   : std::optional(QString::fromStdString(found->second));
}

std::optional<rules::Severity> FindingModel::worst() const {
    if (findings_.empty() || acceptedBecause(0)) { // the accepted ones come last
        return std::nullopt;
    }
    return findings_.front().severity;
}

void FindingModel::accept(int row, const QString& reason) {
    const auto key = finding(row).key();
    const auto why = reason.trimmed().toStdString();
    FAIRLEAD_EXPECTS(!why.empty());
    session_.document().edit(tr("Accept finding"),
                             [&](Voyage& voyage) { voyage.accepted[key] = why; });
}

void FindingModel::takeBack(int row) {
    const auto key = finding(row).key();
    session_.document().edit(tr("Take acceptance back"),
                             [&](Voyage& voyage) { voyage.accepted.erase(key); });
}

QString FindingModel::headline() const {
    switch (subject_) {
    case Subject::nothing:
        return tr("Nothing has been judged yet.");
    case Subject::sea:
        return session_.surroundingsProblem();
    case Subject::no_route: {
        const auto& none = *noRoute();
        return is_stale_ ? tr("Out of date: no route was found. %1").arg(no_route_line(none))
                         : tr("No route. %1").arg(no_route_line(none));
    }
    case Subject::line:
        break;
    }
    std::array<int, 4> counts{};
    int accepted = 0;
    for (int row = 0; row < rowCount(); ++row) {
        if (acceptedBecause(row)) {
            ++accepted;
        } else {
            ++counts[static_cast<std::size_t>(finding(row).severity)];
        }
    }
    QStringList parts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0) {
            parts << text;
        }
    };
    add(counts[3], tr("%n violation(s)", nullptr, counts[3]));
    add(counts[2], tr("%n warning(s)", nullptr, counts[2]));
    add(counts[1], tr("%n caution(s)", nullptr, counts[1]));
    add(counts[0], tr("%n note(s)", nullptr, counts[0]));
    add(accepted, tr("%n accepted", nullptr, accepted));
    const auto summary =
        parts.isEmpty() ? tr("Nothing found on this line.") : parts.join(QStringLiteral(" · "));
    return is_stale_ ? tr("Out of date: %1").arg(summary) : summary;
}

QString FindingModel::details(int row) const {
    const auto& one = finding(row);
    QStringList lines{tr("%1: %2").arg(severity_text(one.severity), finding_line(one))};
    const auto add = [&](bool is_known, const QString& line) {
        if (is_known) {
            lines << line;
        }
    };
    add(!finding_title(one).isEmpty(), sentence_text(one.message));
    add(!one.rule.empty(), tr("Rule: %1").arg(rule_text(one.rule)));
    add(!one.subject.empty(), tr("About: %1").arg(QString::fromStdString(one.subject)));
    add(one.position.has_value(),
        tr("Where: %1").arg(one.position ? position_text(*one.position) : QString()));
    add(one.time.has_value(),
        tr("When: %1").arg(one.time ? instant_text_utc(*one.time) : QString()));
    add(one.margin.has_value(),
        tr("Margin to the limit: %1").arg(number_text(one.margin.value_or(0.0), 1)));
    add(one.extent.has_value(),
        tr("Concerns %1 nm of the route")
            .arg(number_text(one.extent.value_or(Length()).in_nautical_miles(), 1)));
    add(!one.remedy.empty(), tr("What would help: %1").arg(sentence_text(one.remedy)));
    const auto why = acceptedBecause(row);
    add(why.has_value(), tr("Accepted because: %1").arg(why.value_or(QString())));
    lines << tr("Code: %1").arg(QString::fromStdString(one.key()));
    return lines.join(QLatin1Char('\n'));
}

void FindingFilter::setLeastSeverity(rules::Severity severity) {
    least_ = severity;
    invalidateFilter();
}

void FindingFilter::setWanted(const QString& text) {
    wanted_ = text.trimmed();
    invalidateFilter();
}

bool FindingFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto first = sourceModel()->index(row, 0, parent);
    if (first.data(FindingModel::severity_role).toInt() < static_cast<int>(least_)) {
        return false;
    }
    return wanted_.isEmpty() ||
           first.data(Qt::ToolTipRole).toString().contains(wanted_, Qt::CaseInsensitive);
}

} // namespace fairlead::gui
